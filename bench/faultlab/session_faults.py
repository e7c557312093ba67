"""Faults of sessions and of downloads."""

import os
import select
import socket
import time

from . import wire
from .ground import BIG, NAME, NEW, OLD, OTHER, Case, Result, content, seconds, settle
from .servers import LIMIT, Wish
from .wire import Session, seconds_until, states

SMALL_ROOM = 65536  # of the receiver, so that the server does not send all at once
CROWD, LIMITED = 1000, 100


def dies(server, login, passive):
    session = Session(server, login=login)
    port = session.port() if passive else None
    mine = session.control.getsockname()[1]
    session.control.close()

    def is_free():
        return not [one for one in states(server.port, mine) if one != "06"] and not (
            port and wire.LISTENING in states(port))

    took = seconds_until(is_free, 3)
    return Result("freed after " + seconds(took) if took is not None else "held", took is not None and took < 1)


def dies_in_download(server, _):
    server.write(NAME, BIG)
    session = Session(server)
    data = session.begin(f"RETR {NAME}", session.data(room=SMALL_ROOM))
    data.recv(1000)
    here, there = data.getpeername()[1], data.getsockname()[1]
    session.control.close()
    took = seconds_until(lambda: wire.ESTABLISHED not in states(here, there), 3)
    data.close()
    return Result("closed after " + seconds(took) if took is not None else "sends on", took is not None and took < 1)


def never_opened(server, _):
    server.write(NAME, OLD)
    with Session(server) as session:
        session.port()
        session.send(f"RETR {NAME}")
        code = session.last(LIMIT + 6)
        alive = code not in ("waits", "cut") and session.is_alive()
        words = f"{code}, {'session goes on' if alive else 'session lost'}" if code != "waits" else f"waits > {LIMIT + 6} s"
        return Result(words, code == "425" and alive)


def opened_twice(server, _):
    server.write(NAME, OLD)
    with Session(server) as session:
        port = session.port()
        first = session.data(port)
        try:
            second = session.data(port)
        except OSError:
            second = None
        data = session.begin(f"STOR {NAME}", first)
        data.sendall(NEW)
        data.close()
        code = session.last()
        if second:
            second.close()
        settle(server)
        return Result(f"{code}, {content(server)}", code == "226" and content(server) == "new")


def stranger_first(server, _):
    server.write(NAME, OLD)
    with Session(server) as session:
        port = session.port()
        try:
            stranger = session.data(port, source="127.0.0.2")
        except OSError:
            stranger = None
        time.sleep(0.05)
        try:
            right = session.data(port)
        except OSError:
            right = None
        session.send(f"RETR {NAME}")
        got = wire.read_all(right) if right else b""
        code = session.last(LIMIT + 4)
        stolen = b""
        if stranger:
            stranger.settimeout(1)
            stolen = wire.read_all(stranger)
            stranger.close()
        if right:
            right.close()
        to = "served" if got == OLD else "not served"
        return Result(f"{code}, {'stranger served' if stolen else 'right one ' + to}",
                      not stolen and got == OLD and code == "226")


def download_reset(server, _):
    server.write(NAME, BIG)
    with Session(server) as session:
        data = session.begin(f"RETR {NAME}", session.data(room=SMALL_ROOM))
        data.recv(1000)
        wire.reset(data)
        code = session.last()
        alive = session.is_alive()
        return Result(f"{code}, {'session goes on' if alive else 'session lost'}", code in ("426", "451") and alive)


def half_closed(server, _):
    server.write(NAME, BIG)
    with Session(server) as session:
        data = session.begin(f"RETR {NAME}", session.data(room=SMALL_ROOM))
        data.shutdown(socket.SHUT_WR)
        got = wire.read_all(data)
        data.close()
        code = session.last()
        return Result(f"{code}, {'whole' if got == BIG else 'cut'}", code == "226" and got == BIG)


def download_while(change, judge):
    """A download of 32 MiB that begins, then the file is changed, then it goes on."""

    def run(server, _):
        server.write(NAME, BIG)
        with Session(server) as session:
            data = session.begin(f"RETR {NAME}", session.data(room=SMALL_ROOM))
            begin = data.recv(1000)
            change(server.root / NAME)
            got = wire.read_all(data, begin)
            data.close()
            code = session.last()
        return Result(f"{code}, {word_for(got)}", judge(code, got))

    return run


def word_for(got):
    if got == BIG:
        return "whole"
    if got.startswith(BIG):
        return "whole and more"
    if BIG.startswith(got):
        return "cut"
    return "mixed"


def honest(code, got):
    return code in ("426", "451") or (code == "226" and got == BIG)


def complete(code, got):
    return code == "226" and got == BIG


def overwrite(path):
    with open(path, "r+b") as file:
        file.write(OTHER)


def grow(path):
    with open(path, "ab") as file:
        file.write(OTHER[:1 << 20])


def rename_over(path):
    other = path.with_name("other")
    other.write_bytes(OTHER)
    os.replace(other, path)


def too_many(server, _):
    """1,000 connections at once where 100 are allowed."""
    crowd = []
    for _ in range(CROWD):
        one = socket.socket()
        one.setblocking(False)
        one.connect_ex(("127.0.0.1", server.port))
        crowd.append(one)
    greeted, refused = listen_to(crowd)
    for one in crowd:
        one.close()
    took = seconds_until(lambda: logs_in(server), 10)
    words = f"220 × {greeted}, 421 × {refused}, then login after {seconds(took)}"
    return Result(words, refused >= CROWD - LIMITED and took is not None and took < 1)


def listen_to(crowd):
    """How many were greeted, and how many were told 421."""
    codes = []
    poll = select.poll()
    by_number = {one.fileno(): one for one in crowd}
    for number in by_number:
        poll.register(number, select.POLLIN)
    end = time.monotonic() + 5
    while by_number and time.monotonic() < end:
        for number, _ in poll.poll(200):
            poll.unregister(number)
            try:
                codes.append(by_number.pop(number).recv(3))
            except OSError:
                codes.append(b"")
    return codes.count(b"220"), codes.count(b"421")


def logs_in(server):
    try:
        with Session(server):
            return True
    except (OSError, RuntimeError):
        return False


def abort_everywhere(server, _):
    server.write(NAME, BIG)
    found = []
    for step in ("idle", "after EPSV", "in RETR", "in STOR", "after a transfer"):
        with Session(server) as session:
            data = None
            if step == "after EPSV":
                session.port()
            elif step == "in RETR":
                data = session.begin(f"RETR {NAME}", session.data(room=SMALL_ROOM))
                data.recv(1000)
            elif step == "in STOR":
                data = session.begin("STOR b.bin")
                data.sendall(NEW[:1000])
            elif step == "after a transfer":
                session.store("b.bin", OLD)
            word = abort(session, data, step)
            if word != "answered":
                found.append(f"{word} {step}")
    return Result(", ".join(found) or "answered", not found)


def abort(session, data, step):
    """Sends ABOR as RFC 959 has it and reads on, as clients do."""
    session.control.sendall(b"\xff\xf4")
    session.control.send(b"\xff", socket.MSG_OOB)
    session.control.sendall(b"\xf2ABOR\r\n")
    if step == "in RETR":
        wire.read_all(data)
    if data and step == "in RETR":
        data.close()
    first = session.last(4)
    answered = first in ("225", "226") or (first[:1] in "45" and session.last(4) in ("225", "226"))
    if data:
        data.close()
    return "answered" if answered else "silent" if first == "waits" else first


def ports_used_up(server, _):
    """Two ports, and the third session asks for one."""
    sessions = []
    try:
        for _ in range(3):
            sessions.append(Session(server))
            code = sessions[-1].ask("EPSV", 5)
        code = code if code in ("waits", "cut") else code[:3]
        alive = code not in ("waits", "cut") and sessions[-1].is_alive()
        return Result(f"{code}, {'session goes on' if alive else 'session lost'}", code == "425" and alive)
    except RuntimeError as refused:
        return Result(str(refused).split("'")[1][:3] + " at the greeting", False)
    finally:
        for session in sessions:
            session.control.close()


CASES = [
    Case("F01", "control connection ends before USER", "freed < 1 s", lambda s, _: dies(s, False, False)),
    Case("F02", "… after PASS", "freed < 1 s", lambda s, _: dies(s, True, False)),
    Case("F03", "… after EPSV", "freed < 1 s, port too", lambda s, _: dies(s, True, True)),
    Case("F06", "control connection ends in a download", "closed < 1 s", dies_in_download),
    Case("F07", "data connection never opened", "425, session goes on", never_opened),
    Case("F08", "data connection opened twice", "226, new", opened_twice),
    Case("F09", "a stranger opens it first", "226, right one served", stranger_first),
    Case("F11", "data connection reset in a download", "426, session goes on", download_reset),
    Case("F12", "half-closed in a download", "226, whole", half_closed),
    Case("F25", "file deleted while it is sent", "226, whole", download_while(os.unlink, complete)),
    Case("F26", "file truncated while it is sent", "426 or 451", download_while(lambda p: os.truncate(p, 1 << 20), honest)),
    Case("F27", "file grown while it is sent", "226, whole", download_while(grow, complete)),
    Case("F28", "file renamed over while it is sent", "226, whole", download_while(rename_over, complete)),
    Case("F29", "file overwritten while it is sent", "451", download_while(overwrite, honest)),
    Case("F41", f"{CROWD} connections at once where {LIMITED} are allowed", "surplus 421, then login < 1 s", too_many,
         Wish(sessions=LIMITED)),
    Case("F45", "ABOR at each step", "answered", abort_everywhere),
    Case("F50", "passive ports used up", "425, session goes on", ports_used_up, Wish(ports=2)),
]

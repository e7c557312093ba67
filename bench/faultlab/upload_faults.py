"""Faults while a server receives a file."""

import random
import socket
import subprocess
import time

from . import wire
from .ground import BIG, NAME, NEW, OLD, Case, Result, content, counted, leftovers, outcome, settle, snapshot
from .servers import LIMIT, Wish
from .wire import Session, seconds_until

HALF = len(NEW) // 2


def fresh(server):
    server.write(NAME, OLD)


def control_dies(server, _):
    fresh(server)
    session = Session(server)
    data = session.begin(f"STOR {NAME}")
    data.sendall(NEW[:HALF])
    wire.reset(session.control)
    time.sleep(0.05)
    data.close()
    return outcome(server)


def dies_at_each_byte(server, _):
    """The client's kernel ends both connections in order, the data connection first."""
    found = []
    kept = True
    for k in (0, 1, 4095, 4096, HALF, len(NEW) - 1, len(NEW)):
        fresh(server)
        session = Session(server)
        data = session.begin(f"STOR {NAME}")
        data.sendall(NEW[:k])
        data.close()
        session.control.close()
        result = outcome(server, wanted=("old", "new") if k == len(NEW) else ("old",))
        found.append(result.words)
        kept = kept and result.kept
    return Result(counted(found), kept)


def data_reset(server, _):
    fresh(server)
    with Session(server) as session:
        data = session.begin(f"STOR {NAME}")
        data.sendall(NEW[:HALF])
        wire.reset(data)
        return outcome(server, session.last())


def data_stalls(server, _):
    fresh(server)
    with Session(server) as session, session.begin(f"STOR {NAME}") as data:
        data.sendall(NEW[:HALF])
        return outcome(server, session.last(LIMIT + 6))


def data_trickles(server, _):
    fresh(server)
    with Session(server) as session, session.begin(f"STOR {NAME}") as data:
        data.sendall(NEW[:100])
        reply = "waits"
        for i in range(100, 200):
            try:
                data.sendall(NEW[i:i + 1])
            except OSError:
                pass
            reply = session.last(0.1)
            if reply != "waits":
                break
        return outcome(server, reply)


def ends_early_with_allo(server, _):
    fresh(server)
    with Session(server) as session:
        session.ask(f"ALLO {len(NEW)}")
        with session.begin(f"STOR {NAME}") as data:
            data.sendall(NEW[:HALF])
        return outcome(server, session.last(), codes=("426", "451"))


def ends_early(server, _):
    """A limit of the protocol: the end of the connection is the end of the file."""
    fresh(server)
    with Session(server) as session:
        with session.begin(f"STOR {NAME}") as data:
            data.sendall(NEW[:HALF])
        text = session.reply()
        settle(server)
        tells = str(HALF) in text.replace(",", "")
        words = f"{text[:3]}, {content(server)}, {'tells' if tells else 'hides'} the size"
        return Result(words, tells)


def tls_is_cut(server, _):
    fresh(server)
    with Session(server, tls=True) as session:
        data = session.begin(f"STOR {NAME}")
        data.sendall(NEW[:HALF])
        data.shutdown(socket.SHUT_WR)
        reply = session.last()
        data.close()
        return outcome(server, reply)


def disk_is_full(server, _):
    """On a file system of 2 MiB that is mounted over the root."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m,mode=755", "tmpfs", server.root]
    if subprocess.run(mount, capture_output=True).returncode != 0:
        return Result("n/a: cannot mount", True)
    try:
        server.start()
        fresh(server)
        with Session(server) as session:
            data = session.begin(f"STOR {NAME}")
            try:
                data.sendall(BIG[:5 << 20])
            except OSError:
                pass
            data.close()
            return outcome(server, session.last(), codes=("452",))
    finally:
        server.kill()
        subprocess.run(["umount", server.root], check=True)


def two_writers(server, _):
    fresh(server)
    with Session(server) as first, Session(server) as second:
        slow = first.begin(f"STOR {NAME}")
        slow.sendall(OLD[:HALF // 2])
        try:
            answer = second.store(NAME, NEW)
        except RuntimeError as refused:
            answer = str(refused).split(": ")[1][:3]
        slow.sendall(OLD[HALF // 2:])
        slow.close()
        reply = first.last()
        settle(server)
        there = content(server)
        kept = answer == "450" and reply == "226" and there == "old"
        words = {"old": "first whole", "new": "second whole"}.get(there, there)
        return Result(f"second {answer}, first {reply}, {words}", kept)


def server_killed(server, runs):
    """At a random byte; judged after the next start."""
    found = []
    chance = random.Random(31)
    for _ in range(runs):
        fresh(server)
        session = Session(server)
        data = session.begin(f"STOR {NAME}")
        at = len(NEW) if chance.random() < 0.2 else chance.randrange(len(NEW))
        data.sendall(NEW[:at])
        if at == len(NEW):
            data.close()
        server.kill()
        server.again()
        session.control.close()
        data.close()
        found.append(content(server) + (", part left" if leftovers(server) else ""))
    return Result(counted(found), set(found) <= {"old", "new"})


def client_killed(server, runs):
    """kill -9 of curl a moment after its first bytes came."""
    found = []
    chance = random.Random(34)
    source = server.folder / "source"
    source.write_bytes(BIG)
    url = f"ftp://127.0.0.1:{server.port}{server.base.rstrip('/')}/{NAME}"
    for _ in range(runs):
        fresh(server)
        before = snapshot(server.root)
        curl = subprocess.Popen(["curl", "-sS", "-u", f"{server.user}:{server.password}", "-T", source, url],
                                stderr=subprocess.DEVNULL)
        seconds_until(lambda: snapshot(server.root) != before or curl.poll() is not None, 10)
        time.sleep(chance.random() * 0.02)
        curl.kill()
        curl.wait()
        word = outcome(server).words
        found.append("new" if (server.root / NAME).read_bytes() == source.read_bytes() else word)
    return Result(counted(found), set(found) <= {"old", "new"})


def server_terminated(server, _):
    """SIGTERM while a client is silent in mid-upload."""
    fresh(server)
    session = Session(server)
    data = session.begin(f"STOR {NAME}")
    data.sendall(NEW[:HALF])
    time.sleep(0.1)
    server.process.terminate()
    said = session.all_codes(LIMIT + 4)
    data.close()
    session.control.close()
    settle(server)
    there = content(server)
    server.kill()
    server.again()
    rest = ", part left" if leftovers(server) else ""
    return Result(f"{said}, {there}{rest}", said == "426 421" and there == "old" and not rest)


CASES = [
    Case("F04", "control connection dies after 150", "old", control_dies),
    Case("F05", "client ends at byte 0, 1, 4095, 4096, n/2, n−1, n of an upload", "old", dies_at_each_byte),
    Case("F10", "data connection reset in an upload", "426, old", data_reset),
    Case("F13", "upload stalls", "426, old", data_stalls),
    Case("F14", "upload trickles, 10 bytes a second", "426, old", data_trickles),
    Case("F15", "upload ends early after ALLO", "426 or 451, old", ends_early_with_allo),
    Case("F15", "upload ends early without ALLO", "226 with the size", ends_early),
    Case("F16", "TLS upload without close_notify", "426, old", tls_is_cut, Wish(tls=True)),
    Case("F17", "disk full in an upload", "452, old", disk_is_full),
    Case("F30", "two writers of one name", "second 450, first whole", two_writers),
    Case("F31", "kill -9 of the server in an upload", "old or new, no part", server_killed),
    Case("F34", "kill -9 of the client in an upload", "old, or new when it was done", client_killed),
    Case("F36", "SIGTERM in an upload", "426 421, old", server_terminated),
]

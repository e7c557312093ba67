"""A server for clients that cuts, replaces and misleads."""

import socket
import threading
import time
from dataclasses import dataclass, field

from .wire import reset

FEATURES = "211-Features:\r\n SIZE\r\n MDTM\r\n REST STREAM\r\n EPSV\r\n211 End\r\n"


@dataclass
class Manner:
    """How a liar behaves.

    cut: octets of a download after which it goes wrong; how: 'stall', 'reset' or a reply code that is
    said after an orderly end; cuts: how many downloads go wrong. upload_cut and its number likewise.
    """
    content: bytes
    time: str = "20200101000000"
    cut: int = -1
    how: str = "reset"
    cuts: int = 1
    upload_cut: int = -1
    upload_cuts: int = 1
    foreign: str = ""


@dataclass
class Liar:
    """Serves one file under any name, and keeps what is stored."""
    manner: Manner
    stored: bytes = b""
    at_the_cut: threading.Event = field(default_factory=threading.Event)
    dialled: threading.Event = field(default_factory=threading.Event)

    def __enter__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.lock = threading.Lock()
        threading.Thread(target=self.accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.listener.close()

    def accept(self):
        while True:
            try:
                control, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=Talk(self, control).run, daemon=True).start()


class Talk:
    """One session."""

    def __init__(self, liar, control):
        self.liar, self.manner, self.control = liar, liar.manner, control
        self.door, self.rest = None, 0

    def run(self):
        try:
            self.say("220 ready")
            for line in self.control.makefile("rb"):
                words = line.decode("utf-8", "replace").strip().split(" ", 1)
                self.answer(words[0].upper(), words[1] if len(words) > 1 else "")
        except (OSError, ValueError):
            pass
        finally:
            self.control.close()

    def say(self, text):
        self.control.sendall(text.encode() + b"\r\n")

    def answer(self, verb, argument):
        match verb:
            case "USER":
                self.say("331 password")
            case "PASS":
                self.say("230 logged in")
            case "SYST":
                self.say("215 UNIX Type: L8")
            case "FEAT":
                self.control.sendall(FEATURES.encode() if not self.manner.foreign else b"502 none\r\n")
            case "PWD":
                self.say('257 "/"')
            case "CWD":
                self.say("250 ok" if argument in ("", "/", ".") else "550 no")
            case "SIZE":
                self.say(f"213 {len(self.manner.content)}" if argument.endswith("a.bin") else "550 none")
            case "MDTM":
                self.say(f"213 {self.manner.time}" if argument.endswith("a.bin") else "550 none")
            case "REST":
                self.rest = int(argument)
                self.say("350 ok")
            case "EPSV" if not self.manner.foreign:
                self.say(f"229 ok (|||{self.open_door()}|)")
            case "PASV":
                host = (self.manner.foreign or "127.0.0.1").replace(".", ",")
                port = self.open_door()
                self.say(f"227 ok ({host},{port >> 8},{port & 255})")
            case "RETR":
                self.send()
            case "STOR" | "APPE":
                self.receive(verb)
            case "LIST" | "NLST":
                self.list(verb)
            case "TYPE" | "NOOP" | "MODE" | "STRU" | "OPTS" | "CLNT" | "ALLO":
                self.say("200 ok")
            case "ABOR":
                self.say("226 ok")
            case "QUIT":
                self.say("221 bye")
            case _:
                self.say("502 what?")

    def open_door(self):
        self.door = socket.create_server(("127.0.0.1", 0))
        self.door.settimeout(20)
        port = self.door.getsockname()[1]
        if self.manner.foreign:
            trap = socket.create_server((self.manner.foreign, port))
            threading.Thread(target=self.watch, args=(trap,), daemon=True).start()
        return port

    def watch(self, trap):
        trap.settimeout(20)
        try:
            trap.accept()[0].close()
            self.liar.dialled.set()
        except OSError:
            pass
        trap.close()

    def data(self):
        connection, _ = self.door.accept()
        self.door.close()
        return connection

    def goes_wrong(self, kind):
        with self.liar.lock:
            left = getattr(self.manner, kind)
            setattr(self.manner, kind, left - 1)
            return left > 0

    def send(self):
        self.say("150 here it comes")
        data, begin, self.rest = self.data(), self.rest, 0
        content = self.manner.content
        if self.manner.cut < begin or not self.goes_wrong("cuts"):
            data.sendall(content[begin:])
            data.close()
            self.say("226 complete")
            return
        data.sendall(content[begin:self.manner.cut])
        self.liar.at_the_cut.set()
        if self.manner.how == "stall":
            time.sleep(60)
        elif self.manner.how == "reset":
            time.sleep(0.2)  # else the reset would take away what was sent
            reset(data)
            reset(self.control)
            raise OSError
        else:
            data.close()
            self.say(self.manner.how + " end")

    def receive(self, verb):
        self.say("150 go on")
        data = self.data()
        begin = len(self.liar.stored) if verb == "APPE" else self.rest
        self.rest = 0
        got = bytearray(self.liar.stored[:begin])
        cut = self.manner.upload_cut
        wrong = cut >= 0 and self.goes_wrong("upload_cuts")
        while more := data.recv(65536):
            got += more
            if wrong and len(got) >= cut:
                self.liar.stored = bytes(got[:cut])
                reset(data)
                reset(self.control)
                raise OSError
        data.close()
        self.liar.stored = bytes(got)
        self.say("226 complete")

    def list(self, verb):
        self.say("150 listing")
        data = self.data()
        line = "a.bin" if verb == "NLST" else f"-rw-r--r-- 1 u g {len(self.manner.content)} Jan 01 2020 a.bin"
        data.sendall(line.encode() + b"\r\n")
        data.close()
        self.say("226 complete")

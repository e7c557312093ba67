"""Faults that clients meet."""

import os
import random
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from .ground import Case, Result
from .liar import Liar, Manner
from .servers import own_program, said_by

A = random.Random(5).randbytes(4 << 20)
B = random.Random(6).randbytes(4 << 20)
CUT = len(A) // 2
PATIENCE = 60


class Client:
    """A client of the command line: `get` and `put` are what is called, in a folder of its own."""

    def __init__(self, name, get, put=None, resume=None, version=None):
        self.name, self.get, self.put, self.resume = name, get, put, resume or get
        self.version = version or [name, "--version"]
        self.folder = Path(tempfile.mkdtemp(prefix="faults-client-"))

    def missing(self):
        return "" if self.name == "simpleftp" or shutil.which(self.name) else "not here"

    def fresh(self):
        shutil.rmtree(self.folder)
        (self.folder / "home").mkdir(parents=True)

    def start(self, words, port):
        command = [str(word).replace("@PORT@", str(port)).replace("@URL@", f"ftp://127.0.0.1:{port}/a.bin")
                   for word in words]
        environment = {**os.environ, "HOME": str(self.folder / "home"), "LC_ALL": "C.UTF-8"}
        for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            environment.pop(name, None)
        return subprocess.Popen(command, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def run(self, words, port):
        """The exit code; None when it did not end."""
        process = self.start(words, port)
        try:
            return process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return None

    def got(self):
        try:
            return (self.folder / "a.bin").read_bytes()
        except FileNotFoundError:
            return None

    def told_version(self):
        found = re.search(r"\d+(\.\d+)+[\w-]*", said_by(*self.version))
        return f"{self.name} {found[0] if found else ''}".strip()


def lftp(commands):
    settings = "set net:max-retries 3; set net:reconnect-interval-base 1; set net:timeout 10; set cmd:fail-exit yes; "
    return ["lftp", "-c", settings + "open -p @PORT@ 127.0.0.1; " + commands]


OWN = [str(word) for word in own_program()]
CLIENTS = [
    Client("simpleftp", [*OWN, "get", "@URL@"], [*OWN, "put", "a.bin", "@URL@"], version=[*OWN, "--version"]),
    Client("curl", ["curl", "-sS", "-o", "a.bin", "@URL@"], ["curl", "-sS", "-T", "a.bin", "@URL@"],
           ["curl", "-sS", "-C", "-", "-o", "a.bin", "@URL@"]),
    Client("wget", ["wget", "-q", "-t", "3", "--waitretry=1", "@URL@"], None,
           ["wget", "-q", "-c", "-t", "3", "--waitretry=1", "@URL@"]),
    Client("lftp", lftp("get a.bin"), lftp("put a.bin"), lftp("get -c a.bin")),
    Client("ncftpget", ["ncftpget", "-V", "-P", "@PORT@", "127.0.0.1", ".", "/a.bin"],
           ["ncftpput", "-V", "-P", "@PORT@", "127.0.0.1", "/", "a.bin"],
           ["ncftpget", "-V", "-z", "-P", "@PORT@", "127.0.0.1", ".", "/a.bin"]),
    Client("tnftp", ["tnftp", "-V", "-o", "a.bin", "@URL@"], ["tnftp", "-V", "-u", "@URL@", "a.bin"],
           ["tnftp", "-V", "-R", "-o", "a.bin", "@URL@"], ["tnftp", "-?"]),
]


def word_for(got):
    if not got:
        return "no file" if got is None else "empty"
    if got == A or got == B:
        return "whole"
    if A.startswith(got) or B.startswith(got):
        return "truncated"
    return "spliced"


def told(code, got):
    return f"{'hangs' if code is None else f'exit {code}'}, {word_for(got)}"


def honest(code, got, wanted):
    """No success that is none; and a success that is one."""
    return code is not None and (code != 0 or got == wanted)


def resumes_onto_another_file(client, _):
    """Killed at half of one file, called again when another of its size stands there."""
    client.fresh()
    with Liar(Manner(A, cut=CUT, how="stall")) as liar:
        process = client.start(client.get, liar.port)
        liar.at_the_cut.wait(PATIENCE)
        await_octets(client.folder)
        process.kill()
        process.wait()
        liar.manner.content, liar.manner.time, liar.manner.cut = B, "20210101000000", -1
        code, got = client.run(client.resume, liar.port), client.got()
    return Result(told(code, got), honest(code, got, B))


def await_octets(folder):
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if sum(path.stat().st_size for path in folder.iterdir() if path.is_file()) > CUT // 2:
            return
        time.sleep(0.02)


def download(**manner):
    def run(client, _):
        client.fresh()
        with Liar(Manner(A, **manner)) as liar:
            code, got = client.run(client.get, liar.port), client.got()
        return Result(told(code, got), honest(code, got, A))

    return run


def upload_cut(client, _):
    if not client.put:
        return Result("n/a: no upload", True)
    client.fresh()
    (client.folder / "a.bin").write_bytes(A)
    with Liar(Manner(b"", upload_cut=CUT)) as liar:
        code = client.run(client.put, liar.port)
        return Result(told(code, liar.stored), honest(code, liar.stored, A))


def sent_elsewhere(client, _):
    client.fresh()
    with Liar(Manner(A, foreign="127.0.0.2")) as liar:
        code, got = client.run(client.get, liar.port), client.got()
        time.sleep(0.1)
        dialled = liar.dialled.is_set()
    return Result(f"{'dials it' if dialled else 'stays'}, {told(code, got)}", not dialled)


CASES = [
    Case("C1", "killed in a download, called again after the file was replaced", "the new file, or an error",
         resumes_onto_another_file),
    Case("C2", "half a file, then 226", "an error", download(cut=CUT, how="226", cuts=9)),
    Case("C3", "half a file, then 426, each time", "an error", download(cut=CUT, how="426", cuts=9)),
    Case("C4", "line reset once in a download", "the file, or an error", download(cut=CUT)),
    Case("C5", "line reset once in an upload", "the file, or an error", upload_cut),
    Case("C6", "227 names another machine", "not dialled", sent_elsewhere),
]

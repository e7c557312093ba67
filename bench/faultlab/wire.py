"""The least FTP client, which can misbehave, and a look at the machine's connections."""

import socket
import ssl
import struct
import time

PATIENCE = 10  # seconds
ESTABLISHED, LISTENING = "01", "0A"


class Session:
    """A control connection in the hands of a test."""

    def __init__(self, server, login=True, tls=False):
        self.control = socket.create_connection(("127.0.0.1", server.port), PATIENCE)
        self.control.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.pending = b""
        self.context = None
        self.expect("220")
        if tls:
            self.protect()
        if login:
            self.login(server)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.control.close()

    def protect(self):
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.context.check_hostname = False
        self.context.verify_mode = ssl.CERT_NONE
        self.context.maximum_version = ssl.TLSVersion.TLSv1_2
        self.expect("234", "AUTH TLS")
        self.control = self.context.wrap_socket(self.control)

    def login(self, server):
        if self.ask(f"USER {server.user}").startswith("331"):
            self.expect("230", f"PASS {server.password}")
        if self.context:
            self.ask("PBSZ 0")
            self.expect("200", "PROT P")
        self.expect("200", "TYPE I")
        if server.base != "/":
            self.expect("250", f"CWD {server.base}")

    def send(self, line):
        self.control.sendall(line.encode() + b"\r\n")

    def ask(self, line, patience=PATIENCE):
        self.send(line)
        return self.reply(patience)

    def expect(self, code, line=None):
        got = self.ask(line) if line else self.reply()
        if not got.startswith(code):
            raise RuntimeError(f"{line or 'greeting'}: expected {code}, got {got!r}")
        return got

    def reply(self, patience=PATIENCE):
        """The last line of the next reply; 'cut' when the connection ended, 'waits' when nothing came."""
        end = time.monotonic() + patience
        first = None
        while True:
            line = self.line(end)
            if line in ("cut", "waits"):
                return line
            first = first or line[:3]
            if line[:4] == first + " ":
                return line

    def line(self, end):
        while b"\n" not in self.pending:
            self.control.settimeout(max(0.01, end - time.monotonic()))
            try:
                more = self.control.recv(65536)
            except TimeoutError:
                return "waits"
            except OSError:
                more = b""
            if not more:
                return "cut"
            self.pending += more
        line, self.pending = self.pending.split(b"\n", 1)
        return line.decode("utf-8", "replace").rstrip("\r")

    def last(self, patience=PATIENCE):
        """The code of the next reply that is not a preliminary one."""
        end = time.monotonic() + patience
        while True:
            got = self.reply(max(0.01, end - time.monotonic()))
            if not got.startswith("1"):
                return got if got in ("cut", "waits") else got[:3]

    def all_codes(self, patience):
        """The codes of all replies until the end of the connection or of patience."""
        codes = []
        end = time.monotonic() + patience
        while True:
            code = self.last(max(0.01, end - time.monotonic()))
            if code == "waits" and codes:
                return " ".join(codes)
            if code in ("cut", "waits"):
                return " ".join(codes + [code]) if not codes else " ".join(codes)
            codes.append(code)

    def port(self):
        """Asks for a passive port."""
        got = self.expect("229", "EPSV")
        return int(got.split("|||")[1].split("|")[0])

    def data(self, port=None, source="127.0.0.1", room=None):
        """Opens a data connection; without TLS until protected() is called."""
        data = socket.socket()
        if room:
            data.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
        data.settimeout(PATIENCE)
        data.bind((source, 0))
        data.connect(("127.0.0.1", port or self.port()))
        return data

    def protected(self, data):
        return self.context.wrap_socket(data) if self.context else data

    def begin(self, command, data=None):
        """Starts a transfer and returns its data connection."""
        data = data or self.data()
        got = self.ask(command)
        if not got.startswith("1"):
            raise RuntimeError(f"{command}: {got}")
        return self.protected(data)

    def store(self, name, content):
        with self.begin(f"STOR {name}") as data:
            data.sendall(content)
        return self.last()

    def is_alive(self):
        return self.ask("NOOP").startswith("200")


def reset(connection):
    """Ends it as a crash does, with RST."""
    try:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    except OSError:
        pass
    connection.close()


def read_all(connection, begin=b""):
    """All bytes until the end, and whether it was in order."""
    got = bytearray(begin)
    while True:
        try:
            more = connection.recv(1 << 16)
        except OSError:
            return bytes(got)
        if not more:
            return bytes(got)
        got += more


def states(local=None, remote=None):
    """The states of this machine's TCP sockets with these ports."""
    found = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        with open(table) as lines:
            for line in list(lines)[1:]:
                words = line.split()
                here, there = (int(words[i].rsplit(":", 1)[1], 16) for i in (1, 2))
                if here == local and remote in (None, there):
                    found.append(words[3])
    return found


def seconds_until(condition, most):
    """How long it took until this held; None if it never did."""
    begin = time.monotonic()
    while time.monotonic() - begin < most:
        if condition():
            return time.monotonic() - begin
        time.sleep(0.01)
    return None

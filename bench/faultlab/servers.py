"""How each server is started: on a free port of 127.0.0.1, over one directory, with short time limits
where it has such a setting."""

import glob
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE.parent.parent
FIXTURES = HOME / "bootstrap/src/test/resources/dev/simpleftp/e2e"
PEERS = Path(os.environ.get("SIMPLEFTP_PEERS") or
             Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "simpleftp-peers")
MAVEN = Path.home() / ".m2/repository"
PYTHON = "/usr/bin/python3"
PASSWORD = "secret"
HASHED = "$6$simpleftp$j3mXyvDPxAhU61kwx3u8txkhh66Ar6x2imUqyZ2vUbJ6tv2qb0PYok8YGSA72fvahLOoTJBRi84ZtYTAxqNPa1"
LIMIT = 2  # seconds for everything that stalls


@dataclass
class Wish:
    """What a case wants beside the usual."""
    tls: bool = False
    ports: int = 0
    sessions: int = 0


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def free_ports(count):
    """The first of so many free ports in a row."""
    for first in range(40000, 60000, count):
        try:
            for port in range(first, first + count):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", port))
            return first, first + count - 1
        except OSError:
            continue
    raise SystemExit("faults: there are no free ports in a row.")


def said_by(*command):
    try:
        ended = subprocess.run(command, capture_output=True, text=True, timeout=30, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (ended.stdout + ended.stderr).strip()


def java():
    for home in [os.environ.get("JAVA_HOME", ""), *sorted(glob.glob("/usr/lib/jvm/*"))]:
        try:
            release = Path(home, "release").read_text()
        except OSError:
            continue
        version = re.search(r'JAVA_VERSION="(\d+)', release)
        if version and int(version[1]) >= 25:
            return str(Path(home, "bin/java"))
    return shutil.which("java") or "java"


def own_program():
    """What the launcher starts, once it has built it."""
    return [java(), "-XX:+UseSerialGC", "-Xlog:disable", "-jar", HOME / "bootstrap/target/app/simpleftp.jar"]


def build():
    if subprocess.run([HOME / "simpleftp", "--version"], stdout=subprocess.DEVNULL).returncode != 0:
        raise SystemExit("faults: simpleftp cannot be built; its own words stand above.")


@dataclass
class Server:
    """One kind of server; `start` makes it run."""
    folder: Path
    root: Path
    port: int = 0
    process: subprocess.Popen = None
    wish: Wish = field(default_factory=Wish)
    ports: tuple = ()
    user = "test"
    password = PASSWORD
    base = "/"
    owner = None
    has_tls = True

    def missing(self):
        """Why it cannot run here, or nothing."""
        return ""

    def start(self, wish=None):
        if wish is not None:
            self.wish = wish
        self.adopt()
        # Also a server that must come back on its port may find it taken for a moment.
        self.port = free_port()
        self.ports = free_ports(self.wish.ports) if self.wish.ports else ()
        self.again()

    def again(self):
        log = open(self.folder / "log", "ab")
        environment = {**os.environ, "TZ": "UTC0", "LC_ALL": "C.UTF-8"}
        self.process = subprocess.Popen(self.command(self.wish), cwd=self.folder, env=environment, stdout=log,
                                        stderr=log, stdin=subprocess.DEVNULL, start_new_session=True)
        end = time.monotonic() + 60
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with socket.create_connection(("127.0.0.1", self.port), 5) as greeted:
                    greeted.settimeout(5)
                    if greeted.recv(1) == b"2":
                        return
            except OSError:
                time.sleep(0.02)
        raise RuntimeError(f"{self.name} did not start: {(self.folder / 'log').read_text()[-500:]}")

    def kill(self):
        """kill -9, with the processes of its sessions."""
        for pid in [*descendants(self.process.pid), self.process.pid]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait()

    def write(self, name, content):
        (self.root / name).write_bytes(content)
        self.adopt()

    def adopt(self):
        if self.owner:
            for path in [self.root, *self.root.rglob("*")]:
                shutil.chown(path, self.owner)

    def certificate(self):
        """A certificate behind its key, made once."""
        both = self.folder.parent / "both.pem"
        if not both.exists():
            key, certificate = self.folder.parent / "key.pem", self.folder.parent / "certificate.pem"
            request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30"]
            request += ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
            subprocess.run([*request, "-keyout", key, "-out", certificate], check=True, capture_output=True)
            export = ["openssl", "pkcs12", "-export", "-passout", "pass:secret", "-in", certificate, "-inkey", key]
            subprocess.run([*export, "-out", both.with_name("keys.p12")], check=True, capture_output=True)
            both.write_bytes(key.read_bytes() + certificate.read_bytes())
        return both


def descendants(pid):
    children = [int(stat.split("/")[2]) for stat in glob.glob("/proc/[0-9]*/stat") if parent(stat) == pid]
    return [one for child in children for one in [*descendants(child), child]]


def parent(stat):
    try:
        with open(stat) as file:
            return int(file.read().rsplit(")", 1)[1].split()[1])
    except (OSError, IndexError):
        return None


class Own(Server):
    name = "simpleftp"

    def version(self):
        return said_by(*own_program(), "--version").split()[1:]

    def command(self, wish):
        users = self.folder / "users"
        if not users.exists():
            add = [*own_program(), "user", "add", self.user, "--users", users, "--password-stdin", "--rights", "write"]
            subprocess.run(add, input=PASSWORD + "\n", text=True, check=True, stdout=subprocess.DEVNULL)
        command = [*own_program(), "server", "--root", self.root, "--port", str(self.port), "--users", users]
        limit = f"{LIMIT}s"
        command += ["--stall-timeout", limit, "--data-timeout", limit, "--min-rate", "1KiB", "--grace", "1s", "--quiet"]
        if wish.tls:
            self.certificate()
            keys = self.folder.parent
            os.chmod(keys / "key.pem", 0o600)
            command += ["--tls-cert", keys / "certificate.pem", "--tls-key", keys / "key.pem"]
        if wish.ports:
            command += ["--passive-ports", f"{self.ports[0]}-{self.ports[1]}"]
        if wish.sessions:
            command += ["--max-sessions", str(wish.sessions), "--max-unauthenticated", str(wish.sessions)]
        return command


class Vsftpd(Server):
    name = "vsftpd"
    user = "anonymous"
    owner = "daemon"

    @property
    def base(self):
        return f"/{self.root.name}"

    def missing(self):
        return "" if (PEERS / "vsftpd/run").exists() else "not here (.ci/peers)"

    def version(self):
        """It tells it to a terminal alone, so its program is read."""
        return [word.decode() for word in re.findall(rb"vsftpd: version ([\d.]+)", self.program().read_bytes())[:1]]

    def program(self):
        return PEERS / "vsftpd/usr/sbin/vsftpd"

    def command(self, wish):
        (self.folder / "empty").mkdir(exist_ok=True)
        passwords = self.folder / "passwords"
        passwords.write_text(PASSWORD + "\n")
        text = (FIXTURES / "vsftpd.conf").read_text()
        for word, value in [("PORT", self.port), ("ROOT", self.root.parent), ("USER", self.owner), ("LOCALTIME", "NO"),
                            ("PASSWORDS", passwords), ("EMPTY", self.folder / "empty")]:
            text = text.replace(f"@{word}@", str(value))
        text += f"data_connection_timeout={LIMIT}\naccept_timeout={LIMIT}\nasync_abor_enable=YES\n"
        if wish.tls:
            text += "ssl_enable=YES\nallow_anon_ssl=YES\nrequire_ssl_reuse=NO\nssl_ciphers=HIGH\n"
            text += f"rsa_cert_file={self.certificate()}\n"
        if wish.ports:
            text += "pasv_min_port={}\npasv_max_port={}\n".format(*self.ports)
        if wish.sessions:
            text += f"max_clients={wish.sessions}\n"
        settings = self.folder / "vsftpd.conf"
        settings.write_text(text)
        return [PEERS / "vsftpd/run", settings]


class PureFtpd(Server):
    name = "Pure-FTPd"
    owner = "nobody"

    def missing(self):
        return "" if (PEERS / "pure-ftpd/run").exists() else "not here (.ci/peers)"

    def version(self):
        return re.findall(r"v([\d.]+)", said_by(PEERS / "pure-ftpd/run", "--help"))[:1]

    def command(self, wish):
        users, database = self.folder / "users", self.folder / "users.pdb"
        users.write_text(f"{self.user}:{HASHED}:65534:65534::{self.root}/./::::::::::::\n")
        subprocess.run([PEERS / "pure-ftpd/pure-pw", "mkdb", database, "-f", users], check=True)
        most = str(wish.sessions or 1000)
        command = [PEERS / "pure-ftpd/run", "-S", f"127.0.0.1,{self.port}", "-l", f"puredb:{database}"]
        command += ["-g", self.folder / "pid", "-E", "-H", "-A", "-c", most, "-C", most]
        if wish.tls:
            command += ["-Y", "1", "-2", self.certificate()]
        if wish.ports:
            command += ["-p", f"{self.ports[0]}:{self.ports[1]}"]
        return command


class ProFtpd(Server):
    name = "ProFTPD"

    def missing(self):
        return "" if (PEERS / "proftpd/run").exists() else "not here (.ci/peers)"

    def version(self):
        return re.findall(r"[\d.]+\w*", said_by(PEERS / "proftpd/run", "-v"))[:1]

    def command(self, wish):
        users = self.folder / "users"
        users.write_text(f"{self.user}:{HASHED}:0:0::{self.root}:/bin/false\n")
        users.chmod(0o600)
        text = (FIXTURES / "proftpd.conf").read_text()
        for word, value in [("PORT", self.port), ("SCRATCH", self.folder), ("GMT", "on"),
                            ("MODULES", PEERS / "proftpd/usr/lib/proftpd")]:
            text = text.replace(f"@{word}@", str(value))
        text += f"TimeoutStalled {LIMIT}\nTimeoutLinger 2\n"
        if wish.tls:
            both = self.certificate()
            text += "LoadModule mod_tls.c\nTLSEngine on\nTLSProtocol TLSv1.2\nTLSOptions NoSessionReuseRequired\n"
            text += f"TLSRSACertificateFile {both}\nTLSRSACertificateKeyFile {both}\n"
        if wish.ports:
            text += "PassivePorts {} {}\n".format(*self.ports)
        text = text.replace("MaxInstances 100", f"MaxInstances {wish.sessions or 1000}")
        settings = self.folder / "proftpd.conf"
        settings.write_text(text)
        return [PEERS / "proftpd/run", "-n", "-q", "-c", settings]


class Pyftpdlib(Server):
    name = "pyftpdlib"

    def missing(self):
        return "" if said_by(PYTHON, "-c", "import pyftpdlib; print(1)") == "1" else "not here (python3-pyftpdlib)"

    def version(self):
        return [said_by(PYTHON, "-W", "ignore", "-c", "import pyftpdlib; print(pyftpdlib.__ver__)")]

    def command(self, wish):
        words = [str(self.port), str(self.root), self.user, PASSWORD, "gmt", *map(str, self.ports)]
        words += [f"tls={self.certificate()}"] if wish.tls else []
        script = FIXTURES / "pyftpdlib_server.py"
        program = (f"import runpy, sys, pyftpdlib.handlers as h, pyftpdlib.servers as s\n"
                   f"h.DTPHandler.timeout = h.PassiveDTP.timeout = {LIMIT}\n"
                   f"s.FTPServer.max_cons = {wish.sessions or 512}\n"
                   f"sys.argv = ['server'] + {words!r}\n"
                   f"runpy.run_path({str(script)!r}, run_name='__main__')\n")
        return [PYTHON, "-W", "ignore", "-c", program]


class Apache(Server):
    name = "Apache FtpServer"

    def jars(self):
        wanted = ["org/apache/ftpserver/ftpserver-core", "org/apache/ftpserver/ftplet-api", "org/apache/mina/mina-core",
                  "org/slf4j/slf4j-api", "org/slf4j/slf4j-nop"]
        found = [sorted(glob.glob(f"{MAVEN}/{one}/*/*[0-9].jar")) for one in wanted]
        return [one[-1] for one in found if one] if all(found) else []

    def missing(self):
        return "" if self.jars() else "not here (mvn verify fetches it)"

    def version(self):
        return [Path(self.jars()[0]).parent.name]

    def command(self, wish):
        store = self.certificate().with_name("keys.p12") if wish.tls else "-"
        ports = f"{self.ports[0]}-{self.ports[1]}" if wish.ports else "-"
        words = [str(self.port), self.root, self.user, PASSWORD, str(LIMIT), ports, str(wish.sessions or 1000), store]
        return [java(), "-XX:+UseSerialGC", "-cp", ":".join(self.jars()), HERE / "ApacheFtpServer.java", *words]


KINDS = [Own, Vsftpd, PureFtpd, ProFtpd, Pyftpdlib, Apache]


def make(kind):
    """A server of this kind with folders of its own."""
    top = Path(tempfile.mkdtemp(prefix="faults-"))
    top.chmod(0o755)
    for name in ("scratch", "jail", "jail/root"):
        (top / name).mkdir()
    return kind(folder=top / "scratch", root=top / "jail/root")

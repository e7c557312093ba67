"""Checks of a server under TLS with Python's ftplib: checks.py PORT CERTIFICATE VERSION."""

import ftplib
import io
import ssl
import sys

CONTENT = bytes(range(256)) * 5000


def context(certificate, version):
    """Trusts this certificate alone, and speaks this version of TLS alone."""
    made = ssl.create_default_context(cafile=certificate)
    made.minimum_version = made.maximum_version = ssl.TLSVersion["TLSv" + version.replace(".", "_")]
    return made


def main(port, certificate, version):
    with ftplib.FTP_TLS(context=context(certificate, version), timeout=60) as ftp:
        ftp.connect("127.0.0.1", int(port))
        ftp.login()
        ftp.prot_p()
        assert ftp.sock.version() == "TLSv" + version, ftp.sock.version()
        ftp.storbinary("STOR there", io.BytesIO(CONTENT))
        parts = []
        ftp.retrbinary("RETR there", parts.append)
        assert b"".join(parts) == CONTENT
        lines = []
        ftp.dir(lines.append)
        assert [line for line in lines if line.endswith(" there")], lines
        assert "there" in [name for name, _ in ftp.mlsd()]


main(*sys.argv[1:])
print("ok")

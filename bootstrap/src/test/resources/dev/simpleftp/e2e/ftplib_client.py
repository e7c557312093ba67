"""Drives ftplib: ftplib_client.py HOST PORT active|passive USER PASSWORD ENCRYPTION, a step a line on
stdin."""

import ftplib
import ssl
import sys


def get(ftp, remote, local, offset):
    with open(local, "ab") as file:
        ftp.retrbinary("RETR " + remote, file.write, rest=offset or None)


def put(ftp, local, remote, offset):
    with open(local, "rb") as file:
        file.seek(offset)
        ftp.storbinary("STOR " + remote, file, rest=offset or None)


def abort_get(ftp, remote):
    ftp.voidcmd("TYPE I")
    with ftp.transfercmd("RETR " + remote) as data:
        data.recv(100_000)
        abort(ftp)


def abort_put(ftp, remote):
    ftp.voidcmd("TYPE I")
    with ftp.transfercmd("STOR " + remote) as data:
        data.sendall(bytes(100_000))
        abort(ftp)


def abort(ftp):
    """Two replies: of the transfer that ends, and of ABOR."""
    first = ftp.abort()
    assert first.startswith("426"), first
    second = ftp.getmultiline()
    assert second.startswith("226"), second


def step(ftp, kind, first, second, offset):
    if kind == "list":
        for name in ftp.nlst(*[first] if first else []):
            print(name.removeprefix(first + "/"))
    elif kind in ("get", "resume_get"):
        get(ftp, first, second, offset)
    elif kind in ("put", "resume_put"):
        put(ftp, first, second, offset)
    elif kind == "abort_get":
        abort_get(ftp, first)
    elif kind == "abort_put":
        abort_put(ftp, first)
    elif kind == "rename":
        ftp.rename(first, second)
    elif kind == "delete":
        ftp.delete(first)
    elif kind == "mkdir":
        ftp.mkd(first)
    elif kind == "rmdir":
        ftp.rmd(first)
    elif kind == "chmod":
        ftp.voidcmd("SITE CHMOD " + second + " " + first)
    elif kind == "get_matching":
        for name in ftp.nlst(first):
            get(ftp, name, name, 0)
    elif kind == "put_unique":
        with open(first, "rb") as file:
            ftp.storbinary("STOU", file)
    elif kind == "list_facts":
        print("\n".join(name for name, _ in ftp.mlsd(first)))
    else:
        raise ValueError(kind)


def client(encryption):
    if encryption == "none":
        return ftplib.FTP(timeout=30, encoding="utf-8")
    context = ssl._create_unverified_context()
    version = ssl.TLSVersion.TLSv1_2 if encryption.endswith("1_2") else ssl.TLSVersion.TLSv1_3
    context.minimum_version = context.maximum_version = version
    return ftplib.FTP_TLS(context=context, timeout=30, encoding="utf-8")


def main():
    host, port, mode, user, password, encryption = sys.argv[1:]
    with client(encryption) as ftp:
        ftp.connect(host, int(port))
        ftp.login(user, password)
        if encryption != "none":
            ftp.prot_p()
        ftp.set_pasv(mode == "passive")
        for line in sys.stdin:
            kind, first, second, offset = line.rstrip("\n").split("\t")
            step(ftp, kind, first, second, int(offset))
        ftp.quit()


main()

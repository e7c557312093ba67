"""Checks of an anonymous FTP server with Python's ftplib: checks.py PORT CHECK."""

import ftplib
import io
import sys

CONTENT = bytes(range(256)) * 5000


def put(ftp, name, content=CONTENT):
    ftp.storbinary("STOR " + name, io.BytesIO(content))


def get(ftp, name, rest=None):
    parts = []
    ftp.retrbinary("RETR " + name, parts.append, rest=rest)
    return b"".join(parts)


def refused(call, *arguments):
    """The reply by which the server refuses for good."""
    try:
        call(*arguments)
    except ftplib.error_perm as refusal:
        return str(refusal)
    raise AssertionError("was not refused")


def login_and_welcome(ftp):
    assert ftp.getwelcome().startswith("220"), ftp.getwelcome()
    assert ftp.voidcmd("NOOP").startswith("200")
    assert ftp.sendcmd("SYST").startswith("215")


def nlst_of_names(ftp):
    put(ftp, "b.txt", b"b")
    put(ftp, "a file", b"a")
    ftp.mkd("dir")
    assert sorted(ftp.nlst()) == ["a file", "b.txt", "dir"], ftp.nlst()


def nlst_of_an_empty_directory(ftp):
    assert ftp.nlst() == []


def mlsd_with_facts(ftp):
    put(ftp, "ü 漢字.bin", b"12345")
    ftp.mkd("dir")
    entries = {name: facts for name, facts in ftp.mlsd() if facts["type"] in ("file", "dir")}
    assert entries["ü 漢字.bin"]["type"] == "file"
    assert entries["ü 漢字.bin"]["size"] == "5"
    assert len(entries["ü 漢字.bin"]["modify"].split(".")[0]) == 14
    assert entries["dir"]["type"] == "dir"


def binary_there_and_back(ftp):
    put(ftp, "a.bin")
    assert get(ftp, "a.bin") == CONTENT


def text_lines(ftp):
    ftp.storlines("STOR a.txt", io.BytesIO(b"one\r\ntwo\r\n"))
    lines = []
    ftp.retrlines("RETR a.txt", lines.append)
    assert lines == ["one", "two"], lines


def abort_of_a_store_keeps_the_old_file(ftp):
    put(ftp, "a.bin", b"old")
    ftp.voidcmd("TYPE I")
    data = ftp.transfercmd("STOR a.bin")
    data.sendall(b"new" * 1000)
    ftp.putline("ABOR")
    assert ftp.getmultiline()[:3] == "426"
    assert ftp.getmultiline()[:3] in ("225", "226")
    data.close()
    assert get(ftp, "a.bin") == b"old"
    assert ftp.nlst() == ["a.bin"], ftp.nlst()


def rest_continues(ftp):
    put(ftp, "a.bin")
    assert get(ftp, "a.bin", rest=1000) == CONTENT[1000:]
    ftp.storbinary("STOR a.bin", io.BytesIO(b"tail"), rest=1000)
    assert get(ftp, "a.bin") == CONTENT[:1000] + b"tail"
    assert get(ftp, "a.bin") == CONTENT[:1000] + b"tail", "REST applies once"


def rest_beyond_the_end(ftp):
    put(ftp, "a.bin", b"12345")
    assert refused(lambda: get(ftp, "a.bin", rest=6))[:3] == "554"
    assert get(ftp, "a.bin") == b"12345"


def append(ftp):
    put(ftp, "a.bin", b"one")
    ftp.storbinary("APPE a.bin", io.BytesIO(b"two"))
    assert get(ftp, "a.bin") == b"onetwo"


def rename(ftp):
    put(ftp, "old name", b"x")
    ftp.rename("old name", "new name")
    assert ftp.nlst() == ["new name"]
    assert refused(ftp.rename, "old name", "other")[:3] == "550"


def make_and_remove_directories(ftp):
    assert ftp.mkd("dir") == "/dir"
    assert refused(ftp.mkd, "dir")[:3] in ("521", "550")
    ftp.cwd("dir")
    assert ftp.pwd() == "/dir"
    put(ftp, "file", b"x")
    ftp.cwd("..")
    assert refused(ftp.rmd, "dir")[:3] == "550"
    ftp.delete("dir/file")
    ftp.rmd("dir")
    assert refused(ftp.cwd, "dir")[:3] == "550"


def size_and_time(ftp):
    put(ftp, "a.bin")
    ftp.voidcmd("TYPE I")
    assert ftp.size("a.bin") == len(CONTENT)
    reply = ftp.voidcmd("MDTM a.bin")
    assert reply.startswith("213 2") and len(reply.split()[1].split(".")[0]) == 14, reply


def pwd_with_quotes(ftp):
    assert ftp.mkd('say "hi"') == '/say "hi"'
    ftp.cwd('say "hi"')
    assert ftp.pwd() == '/say "hi"'


def missing_file(ftp):
    assert refused(get, ftp, "missing")[:3] == "550"
    assert refused(ftp.delete, "missing")[:3] == "550"
    assert refused(ftp.size, "missing")[:3] == "550"


def unknown_command(ftp):
    assert refused(ftp.sendcmd, "FROB")[:3] in ("500", "502")
    assert ftp.voidcmd("NOOP").startswith("200")


def main():
    check = globals()[sys.argv[2]]
    with ftplib.FTP(timeout=30, encoding="utf-8") as ftp:
        ftp.connect("127.0.0.1", int(sys.argv[1]))
        ftp.login()
        check(ftp)
        ftp.quit()
    print("ok")


main()

"""What the cases share: contents, looks at the disk, and the words for what was found."""

import random
import time
from dataclasses import dataclass
from pathlib import Path

OLD = random.Random(1).randbytes(300_001)
NEW = random.Random(2).randbytes(1_000_003)
BIG = random.Random(3).randbytes(32 << 20)
OTHER = random.Random(4).randbytes(32 << 20)
NAME = "a.bin"
SETTLED = 0.4  # seconds without a change


@dataclass
class Result:
    """What came of a case, in a few words, and whether the promise was kept."""
    words: str
    kept: bool


@dataclass(eq=False)
class Case:
    """One fault: `run(server, runs)` drives it."""
    fault: str
    what: str
    promise: str
    run: object
    wish: object = None


def content(server):
    """The word for what stands under the name now."""
    path = server.root / NAME
    if path.is_dir():
        return "directory"
    try:
        there = path.read_bytes()
    except FileNotFoundError:
        return "gone"
    if there == OLD:
        return "old"
    if there == NEW:
        return "new"
    if NEW.startswith(there) or BIG.startswith(there):
        return "truncated"
    return "mixed"


def snapshot(root):
    found = {}
    for path in Path(root).rglob("*"):
        try:
            if path.is_file():
                found[str(path.relative_to(root))] = path.stat().st_size
        except FileNotFoundError:
            pass
    return found


def leftovers(server):
    """Files that are neither the target nor an empty lock."""
    return [name for name, size in snapshot(server.root).items()
            if name != NAME and not (name.endswith(".lock") and size == 0)]


def settle(server, most=6):
    """Waits until the disk shows the same for a while."""
    end = time.monotonic() + most
    last, since = snapshot(server.root), time.monotonic()
    while time.monotonic() < end and time.monotonic() - since < SETTLED:
        time.sleep(0.02)
        now = snapshot(server.root)
        if now != last:
            last, since = now, time.monotonic()


def outcome(server, reply=None, wanted=("old",), codes=("426",)):
    """The result of an upload that met a fault."""
    settle(server)
    there, rest = content(server), leftovers(server)
    words = [reply] if reply else []
    words.append(there)
    if rest:
        words.append(f"{len(rest)} part left")
    kept = there in wanted and not rest and (reply is None or reply in codes)
    return Result(", ".join(words), kept)


def counted(found):
    """Such as 'old 9, new 1'."""
    return ", ".join(f"{word} {found.count(word)}" for word in sorted(set(found), key=found.count, reverse=True))


def seconds(time_it_took):
    return "never" if time_it_took is None else f"{time_it_took:.2f} s"

"""Tables, and where they are written."""

import os
import platform
import subprocess
import time
from pathlib import Path

BEGIN, END = "<!-- faults:begin -->", "<!-- faults:end -->"


def machine():
    """What it was measured on, and when."""
    model = ""
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(": ", 1)[1]
            break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 30
    when = time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime())
    return f"{when}, {os.cpu_count()} processors ({model or platform.machine()}), {memory} GiB, Linux {platform.release()}"


def commit():
    ended = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=Path(__file__).parent)
    return ended.stdout.strip() or "unknown"


def table(title, heads, rows):
    """Markdown; what breaks its promise is bold."""
    lines = [f"| {title} | promise | " + " | ".join(heads) + " |", "|---" * (len(heads) + 2) + "|"]
    for case, results in rows:
        cells = [one.words if one.kept else f"**{one.words}**" for one in results]
        lines.append(f"| {case.fault} {case.what} | {case.promise} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def write(document, text):
    """Puts this text between the markers of the document."""
    old = document.read_text()
    before, rest = old.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    document.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}")

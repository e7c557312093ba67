"""Reads a log of JSON lines: json_log.py FILE. Prints for each event its name and what it is about."""

import json
import sys

with open(sys.argv[1], encoding="ascii") as log:
    for line in log:
        event = json.loads(line)
        assert event["time"].endswith("Z"), line
        about = event.get("path") or event.get("command") or event.get("user") or ""
        print(event["event"], event.get("session", "-"), about)

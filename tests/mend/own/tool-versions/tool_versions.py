#!/usr/bin/env python3
"""List the versions of the tools that the build needs."""
import re
import shutil
import subprocess
import sys

TOOLS = {
    "python": [sys.executable, "--version"],
    "sqlite": [sys.executable, "-c", "import sqlite3; print('sqlite', sqlite3.sqlite_version)"],
    "zlib": [sys.executable, "-c", "import zlib; print('zlib', zlib.ZLIB_VERSION)"],
    "no-such-tool": ["no-such-tool", "-V"],
}

NUMBER = re.compile(r"\d+(?:\.\d+)+")


def run(command):
    """First line of what the command prints."""
    output = subprocess.check_output(command, stderr=subprocess.STDOUT, timeout=10)
    return output.split("\n")[0].strip()


def version(command):
    match = NUMBER.search(run(command))
    return match.group() if match else "?"


def at_least(found, wanted):
    return tuple(map(int, found.split("."))) >= wanted


def main():
    missing = []
    for name, command in TOOLS.items():
        if shutil.which(command[0]) is None:
            missing.append(name)
            continue
        found = version(command)
        mark = "" if name != "python" or at_least(found, (3, 8)) else "  too old"
        print(f"{name:<13} {found}{mark}")
    if missing:
        print("missing:", ", ".join(missing))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Run before tagging: do the package and the changelog agree?"""
import re
import sys
from pathlib import Path

from tidyup import __version__

HEADING = re.compile(r"^## (\d+\.\d+\.\d+) \((\d{4}-\d\d-\d\d)\)$", re.M)


def newest(changelog: str) -> tuple[str, str]:
    found = HEADING.search(changelog)
    if not found:
        sys.exit("error: CHANGELOG.md has no heading of a version")
    return found[1], found[2]


def main() -> None:
    version, day = newest(Path("CHANGELOG.md").read_text())
    if version != __version__:
        sys.exit(f"error: CHANGELOG.md has {version}, the package says {__version__}")
    print(f"ready to tag v{version} of {day}")


if __name__ == "__main__":
    main()

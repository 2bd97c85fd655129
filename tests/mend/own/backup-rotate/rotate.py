#!/usr/bin/env python3
"""Remove old backups, keeping the newest ones."""

import argparse
import re
import sys
from datetime import date
from pathlib import Path

NAME = re.compile(r"backup-(\d{4})-(\d\d)-(\d\d)\.tar$")


def parse_args(argv):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the backups are")
    parser.add_argument(
        "--keep",
        type=int,
        default=7,
        metavar="N",
        help="how many to keep (default: %(default)s)",
    )
    parser.add_argument(
        "-n",
        "--dry-run",
        action="store_true",
        help="only say what would be removed",
    )
    parser.add_argument("-q", "--quiet", action="store_true")
    return parser.parse_args(argv)


def backups(folder):
    """(date, path) of each backup, the newest first."""
    found = []
    for path in folder.iterdir():
        match = NAME.match(path.name)
        if match:
            year, month, day = map(int, match.groups())
            found.append((date(year, month, day), path))
    found.sort(reverse=True)
    return found


def rotate(folder, keep, dry_run=False, quiet=False):
    every = backups(folder)
    old = every[keep:]
    for _, path in old:
        if dry_run:
            print("would remove", path.name)
            continue
        path.unlink()
        if not quiet:
            print("removed", path.name)
    return len(every) - len(old), len(old)


def main(argv=None):
    args = parse_args(argv)
    if args.keep < 1:
        sys.exit("at least one backup must be kept")
    kept, removed = rotate(
        args.folder,
        args.keep,
        dry_run=args.dry-run,
        quiet=args.quiet,
    )
    print(f"kept {kept}, removed {removed}")
    if args.dry_run:
        print("(dry run: nothing was touched)")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Move photographs into one folder per month, by the date in their names."""
import argparse
import re
import shutil
import sys
from pathlib import Path

NAME = re.compile(r"IMG_(?P<y>\d{4})(?P<m>\d{2})\d{2}_\d+\.jpe?g$", re.I)


def month_of(path):
    m = NAME.match(path.name)
    return f"{m['y']}-{m['m']}" if m else None


def move(path, folder):
    folder.mkdir(exist_ok=True)
    shutil.move(str(path), str(folder / path.name))


def build_parser():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("inbox", type=Path, help="where the photographs are")
    p.add_argument("--dry-run", "-n", action="store_true",
                   help="only print what would be done")
    p.add_argument("--quiet", "-q", action="store_true")
    return p


def main(argv=None):
    args = build_parser().parse_args(argv)
    moved = skipped = 0
    for path in sorted(args.inbox.iterdir()):
        month = month_of(path)
        if month is None:
            skipped += 1
            continue
        moved += 1
        if not args.quiet:
            verb = "would move" if args.dryrun else "moving"
            print(verb, path.name, "to", month)
        if not args.dry_run:
            move(path, args.inbox / month)
    print(f"{moved} to move, {skipped} skipped")
    return 0


if __name__ == "__main__":
    sys.exit(main())

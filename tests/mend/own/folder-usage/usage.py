#!/usr/bin/env python3
"""Show how much room the files of a folder take, grouped by extension.

usage: usage.py FOLDER [--min BYTES]
"""
import argparse
import os
import sys
from collections import defaultdict

UNITS = ["B", "KB", "MB", "GB"]


def human(size):
    """1536 -> '1.5 KB'"""
    value = float(size)
    for unit in UNITS:
        if value < 1024 or unit == UNITS[-1]:
            return f"{value:.1f} {unit}"
        value /= 1024


def extension(name):
    base, ext = os.path.splitext(name)
    return ext.lower() or "(none)"


def collect(folder, smallest=0):
    """Return ({ext: [count, bytes]}, (name, size) of the largest file)."""
    groups = defaultdict(lambda: [0, 0])
    largest = (None, -1)
    for name in sorted(os.listdir(folder)):
        if name.startswith("."):
            continue
        size = os.path.getsize(name)
        if size < smallest:
            continue
        entry = groups[extension(name)]
        entry[0] += 1
        entry[1] += size
        if size > largest[1]:
            largest = (name, size)
    return groups, largest


def show(groups, largest, out=sys.stdout):
    total_files = sum(count for count, _ in groups.values())
    total_bytes = sum(size for _, size in groups.values())
    by_size = sorted(groups.items(), key=lambda item: item[1][1], reverse=True)
    for ext, (count, size) in by_size:
        out.write(f"{ext:<10}{count:>5}{human(size):>12}\n")
    out.write("-" * 27 + "\n")
    out.write(f"TOTAL     {total_files:>5}{human(total_bytes):>12}\n")
    out.write(f"{total_files} files, largest: {largest[0]}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--min", type=int, default=0, help="ignore smaller files")
    args = parser.parse_args()

    if not os.path.isdir(args.folder):
        parser.error(f"{args.folder} is not a folder")
    groups, largest = collect(args.folder, args.min)
    show(groups, largest)


if __name__ == "__main__":
    main()

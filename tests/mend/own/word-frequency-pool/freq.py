#!/usr/bin/env python3
"""Count words over many text files with several processes."""
import argparse
import re
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

WORD = re.compile(r"[a-z']+")
STOP_WORDS = {"the", "a", "of", "and", "to", "in", "is", "it"}


def count_words(path):
    """Words of one file, stop words left out."""
    text = path.read_text(encoding="utf-8").lower()
    return Counter(w for w in WORD.findall(text) if w not in STOP_WORDS)


def merge(counters):
    total = Counter()
    for c in counters:
        total.update(c)
    return total


def parse_args(argv):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("texts"))
    parser.add_argument("-n", "--top", type=int, default=4)
    parser.add_argument("-j", "--jobs", type=int, default=2)
    return parser.parse_args(argv)


def main(argv=None):
    args = parse_args(argv)
    paths = sorted(args.folder.glob("*.txt"))
    if not paths:
        print("no text files in", args.folder, file=sys.stderr)
        return 1

    with ProcessPoolExecutor(max_workers=args.jobs) as pool:
        parts = list(pool.map(lambda p: count_words(p), paths))

    for path, part in zip(paths, parts):
        print(f"{path.name:<12} {sum(part.values()):>4} words")
    print("-" * 24)
    for word, n in sorted(merge(parts).items(), key=lambda item: (-item[1], item[0]))[: args.top]:
        print(f"{word:<12} {n:>4}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

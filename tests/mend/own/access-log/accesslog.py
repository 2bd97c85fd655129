#!/usr/bin/env python3
"""accesslog - hits, errors and slow pages from a web server's access log.

usage: accesslog.py [-n TOP] [--slow SECONDS] LOGFILE [LOGFILE ...]
"""
import argparse
import re
import sys
from collections import Counter, namedtuple
from datetime import datetime

LINE = re.compile(
    r"""
    (?P<host>\S+)\s\S+\s(?P<user>\S+)\s
    \[(?P<when>[^\]]+)\]\s
    "(?P<method>[A-Z]+)\s(?P<path>\S+)[^"]*"\s
    (?P<status>\d{3})\s(?P<size>\d+|-)\s
    (?P<seconds>[\d.]+)$
    """,
    re.VERBOSE,
)

Hit = namedtuple("Hit", "host when method path status size seconds")


def parse(lines):
    """Yield a Hit for every request in an iterable of log lines."""
    for line in lines:
        match = LINE.match(line.rstrip("\n"))
        size = match.group("size")
        yield Hit(
            host=match.group("host"),
            when=datetime.strptime(match.group("when"), "%d/%b/%Y:%H:%M:%S %z"),
            method=match.group("method"),
            path=match.group("path").partition("?")[0],
            status=int(match.group("status")),
            size=0 if size == "-" else int(size),
            seconds=float(match.group("seconds")),
        )


def read_all(names):
    for name in names:
        with open(name, encoding="utf-8", errors="replace") as log:
            yield from parse(log)


def table(title, counter, top):
    print(title)
    for key, count in counter.most_common(top):
        print(f"  {count:>5}  {key}")
    print()


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("logs", nargs="+", metavar="LOGFILE")
    parser.add_argument("-n", "--top", type=int, default=5)
    parser.add_argument("--slow", type=float, default=1.0)
    args = parser.parse_args(argv)

    pages, hosts, errors, slow = Counter(), Counter(), Counter(), []
    volume = 0
    for hit in read_all(args.logs):
        pages[hit.path] += 1
        hosts[hit.host] += 1
        volume += hit.size
        if hit.status >= 400:
            errors[f"{hit.status} {hit.path}"] += 1
        if hit.seconds >= args.slow:
            slow.append(hit)

    print(f"{sum(pages.values())} requests, {volume / 1024:.1f} KiB\n")
    table("most visited", pages, args.top)
    table("busiest hosts", hosts, args.top)
    table("errors", errors, args.top)
    print(f"slow pages (>= {args.slow:g} s)")
    for hit in sorted(slow, key=lambda h: -h.seconds)[: args.top]:
        print(f"  {hit.seconds:>5.2f}  {hit.method} {hit.path} at {hit.when:%H:%M:%S}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/python
# -*- coding: utf-8 -*-
#
# Summary of a web server's access log: hits per status and per path,
# bytes sent.  Usage: summary.py access.log [how many paths]
#
import re
import sys
import operator

LINE = re.compile(r'(?P<host>\S+) \S+ \S+ \[(?P<when>[^\]]+)\] '
                  r'"(?P<method>[A-Z]+) (?P<path>\S+) [^"]*" '
                  r'(?P<status>\d{3}) (?P<size>\d+|-)')


class Counter(object):
    """Counts things; older than collections.Counter in this script."""

    def __init__(self, title):
        self.title = title
        self.counts = {}

    def add(self, key, n=1):
        self.counts[key] = self.counts.get(key, 0) + n

    def top(self, n):
        pairs = sorted(self.counts.items(), key=operator.itemgetter(0))
        pairs.sort(key=operator.itemgetter(1), reverse=True)
        return pairs[:n]

    def report(self, n=5):
        print("== %s ==" % self.title)
        for key, count in self.top(n):
            print("%6d  %s" % (count, key))
        rest = len(self.counts) - n
        if rest > 0:
            print "        ... and %d more" % rest
        print("")


def parse(lines, skipped):
    for line in lines:
        match = LINE.match(line)
        if match is None:
            skipped.append(line)
            continue
        yield match.groupdict()


def main(args):
    name = args[0]
    limit = 2
    if len(args) > 1:
        limit = int(args[1])
    statuses = Counter("status")
    paths = Counter("path")
    sent = 0
    skipped = []
    log = open(name)
    try:
        for entry in parse(log, skipped):
            statuses.add(entry["status"])
            paths.add(entry["path"])
            if entry["size"] != "-":
                sent += int(entry["size"])
    finally:
        log.close()
    statuses.report()
    paths.report(limit)
    print("bytes sent: %d" % sent)
    print("lines skipped: %d" % len(skipped))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

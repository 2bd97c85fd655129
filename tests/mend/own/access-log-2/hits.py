#!/usr/bin/env python3
"""hits.py - most wanted pages from (rotated) web server logs

Understands plain and gzipped logs in the common format:

    10.0.0.1 - - [10/Oct/2023:13:55:36 +0200] "GET /index.html HTTP/1.1" 200 2326
"""
import gzip
import re
import sys
from collections import Counter

LINE = re.compile(
    r'(?P<host>\S+) \S+ \S+ \[(?P<time>[^\]]+)\] '
    r'"(?P<method>[A-Z]+) (?P<path>\S+)[^"]*" (?P<status>\d{3}) (?P<size>\d+|-)'
)


def open_log(filename):
    if filename.endswith('.gz'):
        return gzip.open(filename, 'r')
    return open(filename, 'r')


def parse(lines):
    """Yield a dict for each line, None for what is not understood."""
    for line in lines:
        found = LINE.match(line)
        yield found.groupdict() if found else None


class Statistics:
    def __init__(self):
        self.pages = Counter()
        self.missing = Counter()
        self.hosts = set()
        self.requests = 0
        self.broken = 0
        self.bytes = 0

    def feed(self, entry):
        if entry is None:
            self.broken += 1
            return
        self.requests += 1
        self.hosts.add(entry['host'])
        if entry['size'] != '-':
            self.bytes += int(entry['size'])
        if entry['status'] == '404':
            self.missing[entry['path']] += 1
        elif entry['status'].startswith('2'):
            self.pages[entry['path']] += 1

    def show(self, top=5):
        for path, count in self.pages.most_common(top):
            print('%5d  %s' % (count, path))
        for path in sorted(self.missing):
            print('not found:', path)
        print('%d hosts, %d bytes' % (len(self.hosts), self.bytes))
        print('%d requests, %d not understood' % (self.requests, self.broken))


def main(filenames):
    statistics = Statistics()
    for filename in filenames:
        with open_log(filename) as log:
            for entry in parse(log):
                statistics.feed(entry)
    statistics.show()


if __name__ == '__main__':
    main(sys.argv[1:])

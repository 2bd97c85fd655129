"""Digest of a web server's access log: pages, errors, slow requests."""
import re
import sys
from collections import Counter, defaultdict
from urllib.parse import urlsplit

LINE = re.compile(
    r'(?P<host>\S+) \S+ (?P<user>\S+) \[(?P<when>[^\]]+)\] '
    r'"(?P<method>[A-Z]+) (?P<target>\S+) [^"]*" '
    r'(?P<status>\d{3}) (?P<size>\d+|-)(?P<rest>.*)'
)


def parse(line):
    """One log line as a dictionary, or None when it is not a log line."""
    match = LINE.match(line)
    if match is None:
        return None
    entry = match.groupdict()
    entry["status"] = int(entry["status"])
    entry["size"] = 0 if entry["size"] == "-" else int(entry["size"])
    entry["path"] = urlsplit(entry["target"]).path
    entry["ms"] = took(entry["rest"])
    return entry


def took(rest):
    """The server adds ' "user agent" time=12ms' after the size."""
    return int(re.match(r"time=(\d+)ms", rest).group(1))


class Digest:

    def __init__(self, slow=500):
        self.slow = slow
        self.pages = Counter()
        self.errors = defaultdict(list)
        self.slowest = []
        self.bytes = 0
        self.skipped = 0

    def feed(self, lines):
        for line in lines:
            entry = parse(line.rstrip("\n"))
            if entry is None:
                self.skipped += 1
                continue
            self.bytes += entry["size"]
            if entry["status"] >= 400:
                self.errors[entry["status"]].append(entry["path"])
            else:
                self.pages[entry["path"]] += 1
            if entry["ms"] >= self.slow:
                self.slowest.append((entry["ms"], entry["path"]))

    def show(self, out=sys.stdout):
        print("pages:", file=out)
        for path, count in self.pages.most_common():
            print("  %4d %s" % (count, path), file=out)
        for status in sorted(self.errors):
            print("status %d: %s" % (status, ", ".join(self.errors[status])), file=out)
        for ms, path in sorted(self.slowest, reverse=True):
            print("slow: %s took %d ms" % (path, ms), file=out)
        print("%d bytes, %d lines skipped" % (self.bytes, self.skipped), file=out)


if __name__ == "__main__":
    digest = Digest()
    with open(sys.argv[1] if len(sys.argv) > 1 else "access.log") as log:
        digest.feed(log)
    digest.show()

"""Packed and plain logs: gzip and bz2 give bytes unless the mode has a t."""
# setup: python -c "import gzip; gzip.open('day.log.gz', 'wb').write(b'10:15 start\n10:20 stop\n')"
# fails: TypeError at line 23
# prints: 2 lines
import bz2
import gzip
import re

TIME = re.compile(r"\d\d:\d\d")


def open_log(path):
    if path.endswith(".gz"):
        return gzip.open(path)  # a day that is over
    if path.endswith(".bz2"):
        return bz2.open(path, "rb")
    return open(path, encoding="utf-8")


def count(lines):
    found = 0
    for line in lines:
        if TIME.match(line):
            found += 1
    return found


with open_log("day.log.gz") as log:
    print(count(log), "lines")

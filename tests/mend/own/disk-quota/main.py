#!/usr/bin/env python
# -*- coding: utf-8 -*-
# quota report, moved from the old file server
import sys

QUOTA_MB = 1000

USAGE = """\
anton 200
lena 1500
marek 999
"""


def parse(text):
    result = {}
    for line in text.splitlines():
        line = line.strip()
        if not line:
            continue
        user, used = line.split()
        result[user] = int(used)
    return result


def report(usage, quota):
    over = 0
    for user in sorted(usage):
        used = usage[user]
        mark = ""
        if used > quota:
            mark = "OVER"
            over += 1
        sys.stdout.write("%-8s %5d MB  %s\n" % (user, used, mark))
    return over


def main():
    usage = parse(USAGE)
    over = report(usage, QUOTA_MB)
    if over:
        print "%d over quota" % over
    return 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Sum up punch cards.

Each line of the file: NAME DATE IN OUT, for example

    dora 2024-02-05 08:30 16:15
"""
import datetime
import sys
from collections import defaultdict

BREAK_AFTER = datetime.timedelta(hours=9)
BREAK = datetime.timedelta(minutes=30)
MIDNIGHT = datetime.timedelta(days=1)


def moment(day, clock):
    return datetime.strptime(f"{day} {clock}", "%Y-%m-%d %H:%M")


def worked(day, start, end):
    """Time between the punches; a shift may go past midnight."""
    length = moment(day, end) - moment(day, start)
    if length < datetime.timedelta(0):
        length += MIDNIGHT
    if length > BREAK_AFTER:
        length -= BREAK
    return length


def hours(delta):
    minutes = int(delta.total_seconds()) // 60
    return f"{minutes // 60}:{minutes % 60:02}"


def main(filename):
    totals = defaultdict(datetime.timedelta)
    with open(filename, encoding="utf-8") as cards:
        for line in cards:
            if not line.strip():
                continue
            name, day, start, end = line.split()
            totals[name] += worked(day, start, end)
    for name, total in sorted(totals.items()):
        print(f"{name:<6} {hours(total):>5}")
    print("total", hours(sum(totals.values(), datetime.timedelta())))


if __name__ == "__main__":
    main(sys.argv[1])

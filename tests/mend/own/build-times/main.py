# Which step of the nightly build is the slow one?
import re

LOG = """\
[02:00:01] step configure finished, took 640 ms
[02:00:02] step compile finished, took 1480 ms
[02:00:10] step link finished, took 8120 ms
[02:00:11] step package finished, took 350 ms
"""

STEP = re.compile(r"^\[(\d\d:\d\d:\d\d)\] step (\w+)")


def parse_line(line):
    clock, step = STEP.match(line).groups()
    millis = int(re.match(r"took (\d+) ms", line).group(1))
    return clock, step, millis


def parse_log(text):
    return [parse_line(line) for line in text.splitlines() if line]


def bar(value, biggest, width=30):
    return "#" * max(1, round(value / biggest * width))


def seconds(clock):
    """'02:00:10' -> 7210"""
    hours, minutes, secs = (int(part) for part in clock.split(":"))
    return (hours * 60 + minutes) * 60 + secs


def gaps(rows):
    """Seconds between the end of one step and the end of the next."""
    ends = [seconds(clock) for clock, _, _ in rows]
    return [b - a for a, b in zip(ends, ends[1:])]


def report(rows):
    biggest = max(ms for _, _, ms in rows)
    for clock, step, ms in rows:
        print("%s %-10s %6d %s" % (clock, step, ms, bar(ms, biggest)))
    _, step, ms = max(rows, key=lambda row: row[2])
    print("slowest: %s (%d ms)" % (step, ms))
    print("longest gap: %d s" % max(gaps(rows)))
    print("sum: %.1f s" % (sum(row[2] for row in rows) / 1000))


if __name__ == "__main__":
    report(parse_log(LOG))

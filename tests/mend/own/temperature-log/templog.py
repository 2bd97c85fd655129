#!/usr/bin/env python
"""Summarise the greenhouse logger's files (one reading per line)."""
import glob
import os
import sys

MIN_OK = 5.0
MAX_OK = 35.0


class LogError(Exception):
    pass


def parse_line(line, number):
    parts = line.strip().split(";")
    if len(parts) != 3:
        raise LogError("line %d: expected three fields" % number)
    stamp, station, value = parts
    try:
        return stamp, station, float(value.replace(",", "."))
    except ValueError, e:
        raise LogError("line %d: %s" % (number, e))


def read_log(path):
    readings = []
    with open(path) as f:
        for number, line in enumerate(f, 1):
            if not line.strip() or line.startswith("#"):
                continue
            try:
                readings.append(parse_line(line, number))
            except LogError as err:
                sys.stderr.write("%s: %s\n" % (os.path.basename(path), err))
    return readings


def by_station(readings):
    stations = {}
    for _, station, value in readings:
        stations.setdefault(station, []).append(value)
    return stations


def main():
    for path in sorted(glob.glob("*.log")):
        print("%s:" % path)
        for station, values in sorted(by_station(read_log(path)).items()):
            out = [v for v in values if not MIN_OK <= v <= MAX_OK]
            print("  %-8s n=%d mean=%.2f out of range: %d"
                  % (station, len(values), sum(values) / len(values), len(out)))


if __name__ == "__main__":
    main()

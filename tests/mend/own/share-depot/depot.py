#!/usr/bin/env python3
"""Value and gain of the shares in a depot."""
import csv
import sys


def load(filename):
    """List of positions from a CSV file with share,count,buy,now."""
    positions = []
    with open(filename, newline="", encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            positions.append(
                {
                    "share": row["share"].strip(),
                    "count": int(row["count"]),
                    "buy": row["buy"],
                    "now": float(row["now"]),
                }
            )
    return positions


def show(position):
    line = "{share:<7}{count:>4}{buy:>8.2f}{now:>8.2f}".format(**position)
    print(f"{line}{gain(position):>+11.2f}")


def gain(position):
    return position["count"] * (position["now"] - position["buy"])


def main():
    if len(sys.argv) < 2:
        sys.exit("usage: depot.py FILE")
    positions = load(sys.argv[1])
    print(f"{'share':<7}{'n':>4}{'buy':>8}{'now':>8}{'gain':>11}")
    for position in positions:
        show(position)
    print(f"gain in all: {sum(gain(p) for p in positions):+.2f}")


if __name__ == "__main__":
    main()

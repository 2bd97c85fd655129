"""Sum up one month of expenses."""
import csv
import sys
from collections import defaultdict


def load(path):
    with open(path, newline="", encoding="utf-8") as f:
        for row in csv.DictReader(f):
            yield row["kind"], float(row["amount"])


def main():
    sums = defaultdict(float)
    for kind, amount in load(sys.argv[1]):
        sums[kind] += amount
    for kind in sorted(sums):
        print(f"{kind:<12}{sums[kind]:>9.2f}")


if __name__ == "__main__":
    main()

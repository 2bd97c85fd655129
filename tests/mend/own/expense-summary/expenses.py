"""Sum up my expenses per category (ausgaben.csv from the banking app)."""
import csv
import sys
from collections import OrderedDict
from decimal import Decimal


def read_rows(path):
    with open(path, encoding="utf-8", newline="") as handle:
        rows = csv.DictReader(handle)
    return rows


def per_category(rows):
    sums = OrderedDict()
    for row in rows:
        if row["amount"].startswith("+"):
            continue  # Einnahmen zählen hier nicht
        category = row["category"] or "other"
        sums[category] = sums.get(category, Decimal(0)) + Decimal(row["amount"]).copy_abs()
    return sums


def bar(value, largest, width=20):
    filled = int(value / largest * width)
    return "█" * filled + "·" * (width - filled)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sums = per_category(read_rows(sys.argv[1]))
    largest = max(sums.values())
    for category, value in sorted(sums.items(), key=lambda x: -x[1]):
        print(f"{category:<10}{value:>9}  {bar(value, largest)}")
    print(f"sum: {sum(sums.values())}")


main()

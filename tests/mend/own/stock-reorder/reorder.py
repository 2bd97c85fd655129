"""Monthly reorder list for the workshop store.

Reads stock.csv (exported from the till) and prints what has to be ordered,
grouped by supplier.
"""
import csv
import sys
from collections import defaultdict

STOCK_FILE = "stock.csv"
MIN_LEVEL = 10      # below this we order
FILL_UP_TO = 40     # ... up to this


def load_stock(filename):
    with open(filename, newline="", encoding="utf-8") as f:
        return list(csv.DictReader(f, delimiter=";"))


def to_order(rows, min_level=MIN_LEVEL):
    """All rows whose stock is below the minimum, fewest first."""
    low = [row for row in rows
           if row["discontinued"] != "yes"
           and row["in_stock"] < min_level]
    return sorted(low, key=lambda row: int(row["in_stock"]))


def order_lines(rows):
    """Supplier -> list of (article, pieces, cost)."""
    by_supplier = defaultdict(list)
    for row in rows:
        pieces = FILL_UP_TO - int(row["in_stock"])
        pack = int(row["pack_size"])
        # we can only order full packs
        packs = -(-pieces // pack)
        cost = packs * pack * float(row["price"])
        by_supplier[row["supplier"]].append((row["article"], packs * pack, cost))
    return by_supplier


def print_report(by_supplier):
    grand_total = 0.0
    for supplier in sorted(by_supplier):
        print(supplier)
        print("-" * len(supplier))
        for article, pieces, cost in by_supplier[supplier]:
            print("  %-18s %4d pcs %9.2f" % (article, pieces, cost))
            grand_total += cost
        print()
    print("Order value: %.2f" % grand_total)


def main(argv):
    filename = argv[1] if len(argv) > 1 else STOCK_FILE
    rows = load_stock(filename)
    print("%d articles read from %s" % (len(rows), filename))
    print()
    print_report(order_lines(to_order(rows)))


if __name__ == "__main__":
    main(sys.argv)

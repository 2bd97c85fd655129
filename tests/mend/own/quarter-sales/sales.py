"""Sales of a quarter: sales.py 2024-q1"""
import csv
import sys
from pathlib import Path

DATA = Path(__file__).resolve().parent / "data"


def read_quarter(name):
    path = DATA / f"{name}.csv"
    with path.open(newline="") as fh:
        return [(r["shop"], int(r["units"]), float(r["revenue"])) for r in csv.DictReader(fh)]


def report(name, rows):
    print("Quarter", name)
    for shop, units, revenue in sorted(rows, key=lambda r: -r[2]):
        print(f"  {shop:<8}{units:>6}{revenue:>12,.2f}   {revenue / units:.2f} each")
    print(f"  {'all':<8}{sum(r[1] for r in rows):>6}{sum(r[2] for r in rows):>12,.2f}")


def main():
    name = sys.argv[1] if len(sys.argv) > 1 else "2024-q1"
    report(name, read_quarter(name))


if __name__ == "__main__":
    main()

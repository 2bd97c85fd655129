"""usage: python -m ledger.cli BOOK"""
import sys

from . import __version__
from .book import read_book, totals
from .money import show


def main(argv):
    if len(argv) != 1:
        print(__doc__)
        return 2
    entries = read_book(argv[0])
    print("ledger", __version__)
    for account, cents in sorted(totals(entries).items()):
        print(f"{account:<10}{show(cents):>9}")
    print(f"{'balance':<10}{show(sum(e.cents for e in entries)):>9}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

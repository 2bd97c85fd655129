import csv
from collections import namedtuple
from decimal import Decimal

Entry = namedtuple("Entry", "date payee amount category")


def load(path):
    """Entries of a statement, oldest first."""
    with open(path, newline="", encoding="utf-8") as f:
        entries = [
            Entry(row["date"], row["payee"], Decimal(row["amount"]), row["category"] or "other")
            for row in csv.DictReader(f, delimiter=";")
        ]
    return sorted(entries, key=lambda entry: entry.date)

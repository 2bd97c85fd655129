"""The book: a list of entries, grouped by account."""
import csv
from collections import namedtuple

from money import parse_cents

Entry = namedtuple("Entry", "date account cents")


def read_book(path):
    with open(path, newline="") as f:
        return [
            Entry(row["date"], row["account"], parse_cents(row["amount"]))
            for row in csv.DictReader(f)
        ]


def totals(entries):
    out = {}
    for entry in entries:
        out[entry.account] = out.get(entry.account, 0) + entry.cents
    return out

"""Tidy up the contacts that the office exports from its spreadsheet.

    python clean.py contacts.csv

Trims the fields, drops repeated addresses and writes contacts-clean.csv.
"""
import csv
import re
import sys
from pathlib import Path

ADDRESS = re.compile(r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$")


def read(path):
    with open(path, encoding="utf-8", newline="") as source:
        yield from csv.DictReader(source, delimiter=";")


def normalise(row):
    name = " ".join(row["Name"].split())
    mail = row["E-Mail"].strip().lower()
    return {"name": name, "mail": mail, "town": row["Town"].strip()}


def unique(contacts):
    seen = set()
    for contact in contacts:
        key = contact["mail"] or contact["name"]
        if key in seen:
            continue
        seen.add(key)
        yield contact


def write(path, contacts):
    with open(path, "w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, fieldnames=["name", "mail", "town"])
        writer.writeheader()
        writer.writerows(contacts)


def main(argv):
    source = Path(argv[1])
    rows = list(read(source))
    contacts = list(unique(normalise(row) for row in rows))
    for contact in contacts:
        if ADDRESS.match(contact["mail"]):
            print(f"{contact['name']} <{contact['mail']}>")
    missing = [c for c in contacts if not c["mail"]]
    print(f"without address: {len(missing)}")
    write(source.with_name(source.stem + "-clean.csv"), contacts)
    print(f"kept {len(contacts)} of {len(rows)} contacts")


if __name__ == "__main__":
    main(sys.argv)

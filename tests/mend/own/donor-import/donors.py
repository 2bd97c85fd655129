"""Add up the gifts of each donor from the CSV file that the spreadsheet exports."""
from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator


def rows(filename: str) -> Iterator[dict[str, str]]:
    with open(filename, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter=";")


def amount(text: str) -> float:
    """`1.250,00` (as the spreadsheet writes it) -> 1250.0"""
    return float(text.replace(".", "").replace(",", "."))


def totals(filename: str) -> tuple[dict[str, float], int]:
    per_donor: dict[str, float] = defaultdict(float)
    gifts = 0
    for row in rows(filename):
        per_donor[row["name"].strip()] += amount(row["amount"])
        gifts += 1
    return per_donor, gifts


def letter_needed(total: float, limit: float = 100.0) -> bool:
    """Donors above the limit get a letter of thanks, the others an e-mail."""
    return total >= limit


def per_month(filename: str) -> dict[str, float]:
    months: dict[str, float] = defaultdict(float)
    for row in rows(filename):
        _day, month, year = row["date"].split(".")
        months[f"{year}-{month}"] += amount(row["amount"])
    return dict(sorted(months.items()))


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: donors.py FILE")
    per_donor, gifts = totals(sys.argv[1])
    for name, total in sorted(per_donor.items(), key=lambda item: -item[1]):
        print(f"{name:<15}{total:>8.2f}")
    print()
    for month, total in per_month(sys.argv[1]).items():
        print(f"{month:<15}{total:>8.2f}")
    letters = [name for name, total in per_donor.items() if letter_needed(total)]
    print("letters to:", ", ".join(letters))
    print(f"{gifts} gifts of {len(per_donor)} donors")


if __name__ == "__main__":
    main()

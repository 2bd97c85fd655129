#!/usr/bin/env python3
"""Summarise a bank statement export by month and category."""
from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Iterator

HERE = Path(__file__).parent

# first match wins
CATEGORIES: list[tuple[str, re.Pattern[str]]] = [
    ("income", re.compile(r"salary|refund", re.I)),
    ("rent", re.compile(r"\brent\b", re.I)),
    ("food", re.compile(r"market|bakery|grocer", re.I)),
    ("transport", re.compile(r"rail|bus|fuel", re.I)),
]


@dataclass(frozen=True)
class Booking:
    day: date
    text: str
    amount: float

    @property
    def month(self) -> str:
        return self.day.strftime("%Y-%m")

    @property
    def category(self) -> str:
        for name, pattern in CATEGORIES:
            if pattern.search(self.text):
                return name
        return "other"


def parse_amount(text: str) -> float:
    """The amount of a booking; the bank writes debits in brackets."""
    text = text.strip()
    if text.startswith("(") and text.endswith(")"):
        return -float(text[1:-1])
    return float(text)


def read_bookings(path: Path) -> Iterator[Booking]:
    with path.open(newline="", encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            yield Booking(
                day=datetime.strptime(row["Date"], "%d/%m/%Y").date(),
                text=row["Description"].strip(),
                amount=parse_amount(row["Amount"]),
            )


def report(bookings: list[Booking]) -> str:
    lines = []
    for month in sorted({b.month for b in bookings}):
        totals: Counter[str] = Counter()
        for booking in bookings:
            if booking.month == month:
                totals[booking.category] += booking.amount
        lines.append(f"== {month} ==")
        for category, amount in sorted(totals.items()):
            lines.append(f"{category:<12}{amount:>12.2f}")
        lines.append(f"{'balance':<12}{sum(totals.values()):>12.2f}")
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    bookings = list(read_bookings(HERE / "statement.csv"))
    print(f"{len(bookings)} bookings")
    print(report(bookings))


if __name__ == "__main__":
    main()

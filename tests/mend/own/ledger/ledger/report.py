"""Sums by category and by month."""
from collections import defaultdict
from decimal import Decimal

import storage


def by_category(entries):
    sums = defaultdict(Decimal)
    for entry in entries:
        sums[entry.category] += entry.amount
    return dict(sums)


def by_month(entries):
    sums = defaultdict(Decimal)
    for entry in entries:
        sums[entry.date[:7]] += entry.amount
    return dict(sums)


def statement(path):
    entries = storage.load(path)
    lines = [f"{len(entries)} entries, {entries[0].date} to {entries[-1].date}"]
    for title, sums in (("category", by_category(entries)), ("month", by_month(entries))):
        lines.append(f"by {title}:")
        lines += [f"  {key:<10}{amount:>10}" for key, amount in sorted(sums.items())]
    return "\n".join(lines)

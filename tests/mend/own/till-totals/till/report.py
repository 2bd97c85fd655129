"""Add up the till export per department and per weekday."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Iterable, Iterator

REFUND = "refund"


@dataclass
class Summary:
    """What one week came to."""

    receipts: int = 0
    by_department: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    by_weekday: Counter[str] = field(default_factory=Counter)
    refunds: float = 0.0

    @property
    def total(self) -> float:
        return round(sum(self.by_department.values()) - self.refunds, 2)


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """Rows of the export without the blank separator lines."""
    with path.open(newline="", encoding="utf-8") as handle:
        for row in csv.DictReader(handle, delimiter=";"):
            if row["department"]:
                yield row


def summarise(rows: Iterable[dict[str, str]]) -> Summary:
    summary = Summary()
    for row in rows:
        day = date.fromisoformat(row["day"])
        summary.by_weekday[day.strftime("%a")] += 1
        summary.receipts += 1
        if row["kind"] == REFUND:
            summary.refunds += float(row["amount"])
            continue
        summary.by_department[row["department"]] += row["amount"]
    return summary


def as_lines(summary: Summary) -> list[str]:
    """The report as text, the strongest department first."""
    width = max(len(name) for name in summary.by_department)
    lines = [f"{summary.receipts} receipts"]
    ranked = sorted(summary.by_department.items(), key=lambda item: -item[1])
    for name, amount in ranked:
        lines.append(f"  {name:<{width}} {amount:>9.2f}")
    lines.append(f"refunds: {summary.refunds:.2f}")
    lines.append(f"total: {summary.total:.2f}")
    busiest, count = summary.by_weekday.most_common(1)[0]
    lines.append(f"busiest day: {busiest} ({count})")
    return lines

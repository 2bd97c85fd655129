"""Weekly sales as a Markdown table, from the JSON that the shop exports."""
from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import TypedDict


class Sale(TypedDict):
    day: str
    product: str
    pieces: int
    price: float


def load(path: Path) -> list[Sale]:
    return json.loads(path.read_text(encoding="utf-8"))["sales"]


def monday(text: str) -> date:
    """The first day of the week that a date is in."""
    day = date.fromisoformat(text)
    return day - timedelta(days=day.weekday())


def by_week(sales: Iterable[Sale]) -> dict[date, list[Sale]]:
    weeks: dict[date, list[Sale]] = {}
    for sale in sales:
        weeks.setdefault(monday(sale["day"]), []).append(sale)
    return dict(sorted(weeks.items()))


def best(sales: list[Sale]) -> str:
    top = max(sales, key=lambda sale: sale["pieces"] * sale["price"])
    return f"{top["product"]} ({top["pieces"]})"


def table(weeks: dict[date, list[Sale]]) -> str:
    lines = [
        "| week | pieces | turnover | best |",
        "|------|-------:|---------:|------|",
    ]
    for start, sales in weeks.items():
        pieces = sum(sale["pieces"] for sale in sales)
        turnover = sum(sale["pieces"] * sale["price"] for sale in sales)
        lines.append(f"| {start:%d %b} | {pieces} | {turnover:,.2f} | {best(sales)} |")
    return "\n".join(lines)


def main() -> None:
    sales = load(Path(__file__).with_name("sales.json"))
    print(f"# {len(sales)} sales\n")
    print(table(by_week(sales)))


if __name__ == "__main__":
    main()

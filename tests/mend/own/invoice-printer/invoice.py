"""Print invoices from JSON orders, one text file per customer."""

import json
import textwrap
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

WIDTH = 46
DUE_DAYS = 14


def money(value: Decimal) -> str:
    return f"{value:,.2f} EUR"


def load_orders(path: str) -> list[dict]:
    return json.loads(Path(path).read_text(encoding="utf-8"), parse_float=Decimal)["orders"]


def order_total(order: dict) -> Decimal:
    return sum((Decimal(line["price"]) * line["count"] for line in order["lines"]), Decimal())


def header(order: dict) -> list[str]:
    day = date.fromisoformat(order["day"])
    return [
        "INVOICE".center(WIDTH),
        f"Customer: {order['customer']}".ljust(WIDTH),
        f"Due: {day + timedelta(days=DUE_DAYS):%d.%m.%Y}",
        "=" * WIDTH,
    ]


def body(order: dict) -> list[str]:
    rows = []
    for line in order["lines"]:
        amount = Decimal(line["price"]) * line["count"]
        rows.append(f"{line["count"]:>3} x {line["item"]:<20}{money(amount):>20}")
        if line.get("note"):
            rows.extend(textwrap.wrap(line["note"], WIDTH - 6, initial_indent=" " * 6, subsequent_indent=" " * 6))
    return rows


def footer(order: dict) -> list[str]:
    total = order_total(order)
    return ["-" * WIDTH, "Total".ljust(20) + f"{money(total):>26}"]


def render(order: dict) -> str:
    return "\n".join(header(order) + body(order) + footer(order))


def main() -> None:
    grand = Decimal()
    for order in load_orders("orders.json"):
        print(render(order))
        print()
        grand += order_total(order)
    print("All invoices:", money(grand))


if __name__ == "__main__":
    main()

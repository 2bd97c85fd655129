"""Print the workshop's stock as a table and mark what has to be ordered."""
from __future__ import annotations

import csv
import sys
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True)
class Item:
    code: str
    label: str
    on_hand: int
    minimum: int
    unit_price: float

    @property
    def short_by(self) -> int:
        return max(0, self.minimum - self.on_hand)

    @property
    def value(self) -> float:
        return self.on_hand * self.unit_price


def read_items(path: Path) -> list[Item]:
    with path.open(newline="", encoding="utf-8") as handle:
        return [
            Item(
                code=row["code"],
                label=row["label"].strip(),
                on_hand=int(row["on_hand"]),
                minimum=int(row["minimum"]),
                unit_price=float(row["unit_price"]),
            )
            for row in csv.DictReader(handle)
        ]


def build_table(items: list[Item]) -> Table:
    table = Table(title="Workshop stock")
    table.add_column("Code", no_wrap=True)
    table.add_column("Item")
    table.add_column("On hand", justify="right")
    table.add_column("Order", justify="right")
    table.add_column("Value", justify="right")
    for item in sorted(items, key=lambda item: (-item.short_by, item.code)):
        table.add_row(
            item.code,
            item.label,
            str(item.on_hand),
            str(item.short_by or "-",
            f"{item.value:.2f}",
            style="bold" if item.short_by else None,
        )
    return table


def order_cost(items: list[Item]) -> float:
    """What it costs to bring every item up to its minimum."""
    return sum(item.short_by * item.unit_price for item in items)


def main(argv: list[str]) -> int:
    path = Path(argv[1]) if len(argv) > 1 else Path("stock.csv")
    items = read_items(path)
    console = Console(width=80)
    console.print(build_table(items))
    console.print(f"order cost: {order_cost(items):.2f}")
    console.print(f"items short: {sum(1 for item in items if item.short_by)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))

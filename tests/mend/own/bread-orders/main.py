"""Sums up tomorrow's bread."""
from __future__ import annotations

FLOUR_KG = {"rye": 0.7, "white": 0.5, "spelt": 0.6, "roll": 0.05}

ORDERS: list[dict[str, int]] = [
    {"rye": 2, "white": 1},
    {"roll": 20, "rye": 3},
    {"white": 3},
]


def add_up(orders: list[dict[str, int]]) -> dict[str, int]:
    """How many of each bread are ordered altogether."""
    totals: dict[str, int] = {}
    for order in orders:
        for bread, number in order:
            totals[bread] = totals.get(bread, 0) + number
    return totals


def flour(totals: dict[str, int]) -> float:
    return sum(FLOUR_KG[bread] * number for bread, number in totals.items())


def main() -> None:
    totals = add_up(ORDERS)
    for bread, number in sorted(totals.items()):
        print(f"{bread}: {number}")
    print(f"flour: {flour(totals):.1f} kg")


if __name__ == "__main__":
    main()

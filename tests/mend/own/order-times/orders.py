"""Statistics of the mail room: how old are the open parcels, how many per day?"""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from statistics import median


@dataclass(slots=True)
class Order:
    number: str
    ordered_at: datetime
    packed_at: datetime
    shipped_at: datetime
    express: bool = False


def at(text: str) -> datetime:
    return datetime.strptime(text, "%d.%m. %H:%M").replace(year=2024)


ORDERS = [
    Order("8801", at("03.06. 08:12"), at("03.06. 15:40"), at("04.06. 09:05")),
    Order("8802", at("03.06. 17:30"), at("04.06. 10:00"), at("04.06. 16:20"), True),
    Order("8803", at("04.06. 09:44"), at("05.06. 11:10"), at("06.06. 08:00")),
]


def per_day(orders: list[Order]) -> Counter[str]:
    return Counter(o.at.strftime("%a %d") for o in orders)


def hours(orders: list[Order]) -> list[float]:
    return [(o.shipped_at - o.ordered_at).total_seconds() / 3600 for o in orders]


def main() -> None:
    print(f"median hours: {median(hours(ORDERS)):.1f}")
    for day, n in per_day(ORDERS).items():
        print(day, "*" * n)


if __name__ == "__main__":
    main()

"""States of an order and the steps that are allowed between them."""
from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto


class Status(Enum):
    NEW = auto()
    PAID = auto()
    PACKED = auto()
    SHIPPED = auto()
    CANCELLED = auto()

    def __str__(self) -> str:
        return self.name.lower()


ALLOWED: dict[Status, set[Status]] = {
    Status.NEW: {Status.PAID, Status.CANCELLED},
    Status.PAID: {Status.PACKED, Status.CANCELLED},
    Status.PACKED: {Status.SHIPPED},
    Status.SHIPPED: set(),
    Status.CANCELLED: set(),
}


class NotAllowed(ValueError):
    pass


@dataclass
class Order:
    number: int
    status: Status = Status.NEW
    history: list[Status] = field(default_factory=lambda: [Status.NEW])

    def move_to(self, status: Status) -> None:
        if status not in ALLOWED[self.status]:
            raise NotAllowed(f"{self.status} -> {status}")
        self.status = status
        self.history.append(status)

    @property
    def finished(self) -> bool:
        return self.status in (Status.Shipped, Status.CANCELLED)


def work_through(order: Order, steps: list[Status]) -> None:
    for step in steps:
        if order.finished:
            print(f"{order.number} is finished")
        try:
            order.move_to(step)
        except NotAllowed as exc:
            print("refused:", exc)


def main() -> None:
    order = Order(1007)
    work_through(order, [Status.PAID, Status.PACKED, Status.SHIPPED, Status.PAID])
    print(f"{order.number}: " + " -> ".join(str(s) for s in order.history))


if __name__ == "__main__":
    main()

"""How long have our support tickets been open?

Reads tickets.json (an export of the help desk) and prints one line per open
ticket, the oldest first.
"""
from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

HERE = Path(__file__).parent
# what the desk promises, by priority
PROMISE = {
    "high": timedelta(days=1),
    "normal": timedelta(days=3),
    "low": timedelta(days=10),
}


@dataclass
class Ticket:
    number: int
    subject: str
    priority: str
    opened: datetime
    closed: datetime | None = None

    @classmethod
    def from_json(cls, record: dict) -> Ticket:
        closed = record.get("closed")
        return cls(
            number=record["number"],
            subject=record["subject"].strip(),
            priority=record.get("priority", "normal"),
            opened=datetime.fromisoformat(record["opened"]).astimezone(timezone.utc),
            closed=datetime.fromisoformat(closed) if closed else None,
        )

    def age(self, now: datetime) -> timedelta:
        return (self.closed or now) - self.opened

    def overdue(self, now: datetime) -> bool:
        return self.closed is None and self.age(now) > PROMISE[self.priority]


def load(path: Path) -> list[Ticket]:
    with path.open(encoding="utf-8") as source:
        return [Ticket.from_json(record) for record in json.load(source)]


def words(age: timedelta) -> str:
    hours = age.seconds // 3600
    return f"{age.days}d {hours:02d}h"


def report(tickets: list[Ticket], now: datetime) -> None:
    waiting = [t for t in tickets if t.closed is None]
    waiting.sort(key=lambda t: t.opened)
    for ticket in waiting:
        mark = "!" if ticket.overdue(now) else " "
        print(f"{mark} #{ticket.number} {words(ticket.age(now)):>8}  {ticket.subject}")
    print(f"oldest: #{waiting[0].number}")
    print(f"overdue: {sum(t.overdue(now) for t in waiting)}")


if __name__ == "__main__":
    # the export was made at noon (UTC) on the 15th; ages count from there
    exported = datetime(2024, 3, 15, 12, 0)
    report(load(HERE / "tickets.json"), exported)

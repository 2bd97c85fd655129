"""Show the appointments of the clinic that are still to come."""
from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path


@dataclass(order=True)
class Appointment:
    starts: datetime
    patient: str
    minutes: int

    @classmethod
    def from_record(cls, record: dict) -> "Appointment":
        return cls(
            starts=datetime.fromisoformat(record["starts"]),
            patient=record["patient"],
            minutes=int(record["minutes"]),
        )

    @property
    def ends(self) -> datetime:
        return self.starts + timedelta(minutes=self.minutes)

    def in_utc(self) -> str:
        return self.starts.astimezone(timezone.utc).strftime("%d %b %Y %H:%M")


class Diary:
    def __init__(self, appointments: list[Appointment]):
        self.appointments = sorted(appointments)

    @classmethod
    def load(cls, path: Path) -> "Diary":
        records = json.loads(path.read_text(encoding="utf-8"))
        return cls([Appointment.from_record(r) for r in records])

    def upcoming(self) -> list[Appointment]:
        now = datetime.now()
        return [a for a in self.appointments if a.ends > now]


def main() -> None:
    diary = Diary.load(Path(__file__).with_name("diary.json"))
    coming = diary.upcoming()
    print(f"{len(coming)} of {len(diary.appointments)} appointments to come")
    for appointment in coming:
        print(f"  {appointment.in_utc()}  {appointment.patient} ({appointment.minutes} min)")


if __name__ == "__main__":
    main()

"""Make the weekly rota of the front desk and export it for the web page."""
from __future__ import annotations

import itertools
import json
import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Iterable, Iterator


@dataclass(frozen=True)
class Shift:
    day: date
    early: str
    late: str

    def to_dict(self) -> dict:
        return {
            "day": self.day,
            "weekday": self.day.strftime("%a"),
            "early": self.early,
            "late": self.late,
        }


def working_days(start: date, count: int) -> Iterator[date]:
    day = start
    while count:
        if day.weekday() < 5:
            yield day
            count -= 1
        day += timedelta(days=1)


def plan(start: date, people: list[str], count: int = 5) -> Iterator[Shift]:
    turn = itertools.cycle(people)
    for day in working_days(start, count):
        yield Shift(day, early=next(turn), late=next(turn))


def export(shifts: Iterable[Shift], target: Path) -> int:
    """Write the shifts to *target*; return how many there were."""
    payload = [shift.to_dict() for shift in shifts]
    target.write_text(
        json.dumps(
            {"version": 2, "shifts": payload},
            indent=2,
            sort_keys=True,
        ),
        encoding="utf-8",
    )
    return len(payload)


def main() -> None:
    shifts = plan(date(2024, 3, 4), ["Ines", "Paul", "Wen"])
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "rota.json"
        n = export(shifts, target)
        print(target.read_text(encoding="utf-8"))
    print(f"wrote {n} shifts")


if __name__ == "__main__":
    main()

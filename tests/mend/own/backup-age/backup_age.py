"""Says which backups are overdue, from the catalogue that the backup job writes.

    python backup_age.py [catalogue.json]
"""
from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import Enum
from zoneinfo import ZoneInfo


class State(Enum):
    FRESH = "fresh"
    STALE = "stale"
    MISSING = "missing"


@dataclass(frozen=True)
class Backup:
    host: str
    finished: datetime | None
    every: timedelta

    @classmethod
    def from_json(cls, entry: dict) -> "Backup":
        finished = None
        if entry.get("finished"):
            # the job writes local time plus the name of the zone
            finished = datetime.fromisoformat(entry["finished"]).replace(
                tzinfo=ZoneInfo(entry.get("zone", "UTC"))
            )
        return cls(
            host=entry["host"],
            finished=finished,
            every=timedelta(hours=entry["every_hours"]),
        )

    def age(self, now: datetime) -> timedelta:
        assert self.finished is not None
        return now - self.finished

    def state(self, now: datetime) -> State:
        if self.finished is None:
            return State.MISSING
        # half an interval of grace
        if self.age(now) > self.every * 1.5:
            return State.STALE
        return State.FRESH


def load(path: str) -> list[Backup]:
    with open(path, encoding="utf-8") as handle:
        return [Backup.from_json(entry) for entry in json.load(handle)["backups"]]


def report(backups: list[Backup], now: datetime) -> dict[State, list[str]]:
    table: dict[State, list[str]] = {state: [] for state in State}
    for backup in sorted(backups, key=lambda b: b.host):
        table[backup.state(now)].append(backup.host)
    return table


def main(argv: list[str]) -> int:
    path = argv[1] if len(argv) > 1 else "catalogue.json"
    table = report(load(path), now=datetime.now())
    for state, hosts in table.items():
        print(f"{state.value:>8}: {', '.join(hosts) if hosts else 'none'}")
    print("overdue:", len(table[State.STALE]) + len(table[State.MISSING]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))

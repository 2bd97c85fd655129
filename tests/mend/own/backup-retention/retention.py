"""Keeps the backup catalogue short.

Every backup is an entry of catalogue.json.  Dailies are kept for 30 days; the
first backup of a month is kept for two years.
"""
from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

CATALOGUE = Path(__file__).with_name("catalogue.json")
DAILY = timedelta(days=30)
MONTHLY = timedelta(days=730)


@dataclass
class Backup:
    name: str
    created: datetime
    size: int

    @classmethod
    def from_json(cls, entry: dict) -> Backup:
        return cls(
            name=entry["name"],
            created=datetime.fromisoformat(entry["created"]),
            size=entry["size"],
        )

    def to_json(self) -> dict:
        return {**asdict(self), "created": self.created.isoformat()}


class Catalogue:
    def __init__(self, backups: list[Backup]) -> None:
        self.backups = sorted(backups, key=lambda b: b.created)

    @classmethod
    def load(cls, path: Path) -> Catalogue:
        return cls([Backup.from_json(entry) for entry in json.loads(path.read_text())])

    def add(self, name: str, size: int) -> Backup:
        backup = Backup(name, datetime.now(timezone.utc), size)
        self.backups.append(backup)
        return backup

    def first_of_month(self) -> set[str]:
        first: dict[tuple[int, int], str] = {}
        for backup in self.backups:
            first.setdefault((backup.created.year, backup.created.month), backup.name)
        return set(first.values())

    def expired(self) -> list[Backup]:
        """Backups that may be deleted."""
        now = datetime.now()
        monthlies = self.first_of_month()
        gone = []
        for backup in self.backups:
            keep_for = MONTHLY if backup.name in monthlies else DAILY
            if backup.created < now - keep_for:
                gone.append(backup)
        return gone

    def dump(self) -> str:
        return json.dumps([backup.to_json() for backup in self.backups], indent=2)


def main() -> None:
    catalogue = Catalogue.load(CATALOGUE)
    catalogue.add("home-latest.tar.gz", 734003200)

    freed = 0
    for backup in catalogue.expired():
        print(f"delete {backup.name} of {backup.created:%Y-%m-%d}")
        freed += backup.size
        catalogue.backups.remove(backup)
    print(f"{len(catalogue.backups)} backup kept, {freed / 1e9:.2f} GB freed")
    assert "home-latest.tar.gz" in catalogue.dump()


if __name__ == "__main__":
    main()

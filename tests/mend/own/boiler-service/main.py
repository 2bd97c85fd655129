"""Wann war die Heizung zuletzt dran?  (how long between the services)"""
from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple


class Service(NamedTuple):
    when: datetime
    what: str


def parse_line(line: str) -> Service:
    stamp, what = line.split(";", 1)
    return Service(datetime.strptime(stamp, "%Y-%m-%d %H:%M"), what)


def load(path: Path) -> list[Service]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return sorted(parse_line(line) for line in lines if line.strip())


def longest_gap(services: list[Service]) -> timedelta:
    """Größter Abstand zwischen zwei Terminen."""
    pairs = zip(services, services[1:])
    return max(later.when - earlier.when for earlier, later in pairs)


def main() -> None:
    services = load(Path("services.log"))
    for service in services:
        print(f"{service.when:%d.%m.%Y}  {service.what}")
    print(f"longest gap: {longest_gap(services).days} days")
    print(f"last service {services[-1].when:%d.%m.%Y}")


if __name__ == "__main__":
    main()

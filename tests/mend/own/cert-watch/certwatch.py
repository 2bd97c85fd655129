"""Warn about certificates which expire soon."""
from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

SOON = timedelta(days=14)


@dataclass
class Certificate:
    host: str
    not_after: datetime

    @classmethod
    def from_json(cls, item: dict) -> "Certificate":
        stamp = datetime.strptime(item["notAfter"], "%Y-%m-%dT%H:%M:%SZ")
        return cls(item["host"], stamp.replace(tzinfo=timezone.utc))

    def state(self, now: datetime) -> str:
        if self.not_after < now:
            return "expired"
        if self.not_after - now < SOON:
            return "expires soon"
        return "fine"


def load(path: str) -> list[Certificate]:
    with open(path, encoding="utf-8") as handle:
        return [Certificate.from_json(item) for item in json.load(handle)]


def check(certificates: list[Certificate]) -> dict[str, str]:
    now = datetime.now()
    return {c.host: c.state(now) for c in certificates}


def main() -> int:
    states = check(load(sys.argv[1]))
    for host, state in states.items():
        print(f"{host}: {state}")
    expired = list(states.values()).count("expired")
    print(f"{expired} of {len(states)} expired")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Shows what the heating controller on this machine says."""
import json
import urllib.request
from dataclasses import dataclass

BASE = "http://127.0.0.1:8791"


@dataclass
class Room:
    name: str
    wanted: float
    measured: float

    @property
    def delta(self) -> float:
        return self.measured - self.wanted


def fetch(path: str, timeout: float = 2.0):
    request = urllib.request.Request(BASE + path, headers={"Accept": "application/json"})
    with urllib.request.urlopen(request, timeout=timeout) as answer:
        return json.load(answer)


def rooms() -> list[Room]:
    return [Room(r["name"], r["set"], r["now"]) for r in fetch("/v1/rooms")]


def main() -> None:
    for room in sorted(rooms(), key=lambda r: r.delta):
        mark = "cold" if room.delta < -1 else "ok"
        print(f"{room.name:<14}{room.measured:>5.1f}  ({room.delta:+.1f})  {mark}")


if __name__ == "__main__":
    main()

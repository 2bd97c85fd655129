"""Daily digest of the event logs: how many of each kind, how slow, which users.

Every service appends one JSON object per event to its own file under logs/.
"""

import asyncio
import json
from collections import defaultdict
from pathlib import Path
from statistics import median

LOGS = Path(__file__).resolve().parent / "logs"


def _read(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as stream:
        events = json.load(stream)
    for event in events:
        event.setdefault("service", path.stem)
    return events


async def read_events(folder: Path) -> list[dict]:
    """Read all log files at the same time, each in a thread."""
    batches = await asyncio.gather(
        *(asyncio.to_thread(_read, path) for path in sorted(folder.glob("*.log")))
    )
    return sorted(
        (event for batch in batches for event in batch),
        key=lambda event: event["at"],
    )


def digest(events: list[dict]) -> dict[str, dict]:
    grouped = defaultdict(lambda: {"count": 0, "ms": [], "users": set()})
    for event in events:
        entry = grouped[event["service"], event["kind"]]
        entry["count"] += 1
        entry["ms"].append(event["ms"])
        if "user" in event:
            entry["users"].add(event["user"])
    return {
        f"{service}/{kind}": {
            "count": entry["count"],
            "median": median(entry["ms"]),
            "users": sorted(entry["users"]),
        }
        for (service, kind), entry in sorted(grouped.items())
    }


async def main() -> None:
    events = await read_events(LOGS)
    print(f"{len(events)} events, first at {events[0]['at']}, last at {events[-1]['at']}")
    for name, entry in digest(events).items():
        users = ", ".join(entry["users"]) or "-"
        print(f"{name}: {entry['count']} x, median {entry['median']} ms, users: {users}")


if __name__ == "__main__":
    asyncio.run(main())

#!/usr/bin/env python3
"""How long ago did the backup finish?  Used by the morning check."""
import sys
from datetime import datetime, timezone, timedelta
from pathlib import Path

LIMIT = timedelta(hours=26)


def last_done(path: Path) -> datetime | None:
    found = None
    for line in path.read_text().splitlines():
        stamp, message = line[:19], line[20:]
        if message.endswith("done"):
            found = datetime.strptime(stamp, "%Y-%m-%d %H:%M:%S")
    return found


def describe(age: timedelta) -> str:
    hours, rest = divmod(int(age.total_seconds()), 3600)
    return f"{hours} h {rest // 60} min"


def main(argv: list[str]) -> int:
    done = last_done(Path(argv[1]))
    if done is None:
        print("no finished backup in", argv[1])
        return 2
    age = datetime.now(timezone.utc) - done
    print("last backup:", describe(age), "ago")
    return 1 if age > LIMIT and "--strict" in argv else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))

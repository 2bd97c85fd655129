"""The events of a log, each on a line of its own; what is returned is a list."""
# setup: printf '{"at": 1}\n{"at": 2}\n' > events.log
# fails: json.decoder.JSONDecodeError at line 11
# prints: 2
import json
from pathlib import Path


def events(path: Path) -> list[dict[str, int]]:
    with path.open(encoding="utf-8") as stream:
        return json.load(stream)  # in their order


print(len(events(Path("events.log"))))

"""Reading of CSV tables with a guess at the types."""
from __future__ import annotations

import csv
from pathlib import Path
from typing import Any


def guess(text: str) -> Any:
    """
    >>> [guess(t) for t in ("12", "1.5", "yes", "", "abc")]
    [12, 1.5, True, None, 'abc']
    """
    if text == "":
        return None
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            pass
    return {"yes": True, "no": False}.get(text.lower(), text)


def read_table(path: Path) -> list[dict[str, Any]]:
    with path.open(newline="", encoding="utf-8-sig") as handle:
        return [
            {name.strip(): guess(value.strip()) for name, value in row.items()}
            for row in csv.DictReader(handle)
        ]

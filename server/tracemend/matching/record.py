"""What a compiled pack holds of an item of `match`, and the keys that items are filed under."""

from __future__ import annotations

from typing import Any, NamedTuple

from tracemend.matching.match import Specificity

SPECIFICITIES: tuple[Specificity, ...] = ("exact", "pattern", "type")
"""Best first; a record holds the position."""
KINDS = ("code", "pair", "number", "type")
"""What an item can be found by, in the order of preference."""


class Record(NamedTuple):
    """An item of `match` as plain data."""

    entry: int
    """The entry's number in its pack."""
    item: int
    general: bool
    specificity: int
    conditions: int
    fixed: int
    """Fixed words of the message and the literal."""
    characters: int
    """Fixed characters of the message, those inside groups included."""
    severity: str | None
    """What the report's has to be; None: any."""
    exceptions: tuple[str, ...]
    errno: tuple[int, ...]
    winerror: tuple[int, ...]
    message: str | None
    literals: tuple[str, ...]
    diagnostic: tuple[str, tuple[str, ...]] | None
    tools: tuple[str, ...]
    raised_in: tuple[str, ...]
    exits: tuple[int, ...]
    python: str | None
    code: tuple[tuple[str, str | None, dict[str, Any], bool], ...]
    command: str | None


def code_key(tool: str, code: str) -> str:
    """What a checker's finding is filed under."""
    return f"{tool} {code}"


def number_key(kind: str, number: int) -> str:
    """What an error number is filed under; `kind` is `errno` or `winerror`."""
    return f"{kind} {number}"

"""What the index answers: a report with the entry that explains it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from tracemend.knowledge.model import Clause

Specificity = Literal["exact", "pattern", "type"]

CodeFact = Callable[[Clause, Mapping[str, str]], "bool | None"]
"""Answers a signature's `code`: the clause and the captures so far, to true, false or unknown (does not match)."""


class Match(NamedTuple):
    """An entry that explains a report. `captures` are the pattern's groups, the reader's `path` and `path2`, and
    what the entry's `command` captured. `pack` is the pack's name, None for the built-in one."""

    entry: str
    pack: str | None
    captures: Mapping[str, str]
    specificity: Specificity
    general: bool
    item: int
    """Which item of the entry's `match` it was, 0-based."""

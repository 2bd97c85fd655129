"""All knowledge of a server: packs, their compiled index, entries read on demand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from tracemend.knowledge.model import Entry
from tracemend.knowledge.packs import Fault, Pack
from tracemend.matching.match import CodeFact, Match
from tracemend.reading.report import ErrorReport, Hints


class Library:
    """Answers which entries explain a report. Opening it parses no YAML unless a pack has changed."""

    @classmethod
    def open(cls, packs: Sequence[Pack], cache: Path | None = None, disabled: Iterable[str] = ()) -> Library:
        """The packs, later ones winning by id. `cache` is the folder of compiled indexes (None: the user's)."""
        raise NotImplementedError

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What was skipped while the packs were read."""
        raise NotImplementedError

    def match(self, report: ErrorReport, hints: Hints, code: CodeFact | None = None) -> list[Match]:
        """The entries that explain a report, best first; ties settled by rule."""
        raise NotImplementedError

    def nearest(self, report: ErrorReport, count: int = 3) -> tuple[str, ...]:
        """Ids of the entries whose words are most like the report's; empty where none is like it at all."""
        raise NotImplementedError

    def entry(self, id: str) -> Entry | None:
        """An entry's body, read on demand."""
        raise NotImplementedError

    def pack_of(self, id: str) -> str | None:
        """The name of the pack that an entry is of; None for the built-in one."""
        raise NotImplementedError

    def ids(self) -> tuple[str, ...]:
        """The ids of all entries in use, sorted."""
        raise NotImplementedError

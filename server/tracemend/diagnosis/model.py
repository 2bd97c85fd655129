"""What comes out: a report, explained as far as the knowledge goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from tracemend.context import Context, Origin
from tracemend.evidence.fact import Value
from tracemend.fixes.recipe import FileOperation
from tracemend.knowledge.model import Entry, Fix
from tracemend.matching.match import Match
from tracemend.reading.report import ErrorReport, How, Span
from tracemend.source.place import Place

Verdict = Literal["confirmed", "possible", "ruled-out"]
Confidence = Literal["high", "medium", "low"]
FixKind = Literal["edit", "command", "setting", "steps"]


class CauseFound(NamedTuple):
    """A cause of the entry with what was seen of it. Confirmed ones come first, ruled-out ones last."""

    id: str
    text: str
    verdict: Verdict
    seen: str | None
    fixes: tuple[str, ...]


class FixReady(NamedTuple):
    """A fix made ready for this report and this machine.

    `text` is the command line, quoted for the context's shell (several commands joined for it), or the steps one a
    line; None for edits and settings. `sure` is what the recipe said. A fix that does not apply is not listed.
    `runnable` is false for a command of a pack that the user has not allowed: it is shown only.
    """

    id: str
    title: str
    kind: FixKind
    preferred: bool
    text: str | None
    caution: str | None
    note: str | None
    runnable: bool
    fix: Fix
    operations: frozenset[FileOperation] = frozenset()
    """What it does with files besides editing them; a client that cannot do that is not offered it."""


class FixExample(NamedTuple):
    """What an edit does to a program, where the failing one is not here to be edited: the lines of a proof that it
    changes, each behind "- ", "+ " or two blanks as in a unified diff."""

    id: str
    title: str
    diff: str


class Diagnosis(NamedTuple):
    """One report, explained as far as the knowledge goes.

    `id` is stable for the same error at the same place of the same text. `looked` says whether evidence was asked.
    `chain` names the diagnosis (by id) that this one led to or is a member of.
    """

    id: str
    input: str
    report: ErrorReport
    origin: Origin
    context: Context
    place: Place | None
    match: Match | None
    entry: Entry | None
    title: str
    confidence: Confidence | None
    chain: tuple[str, How] | None
    causes: tuple[CauseFound, ...]
    fixes: tuple[FixReady, ...]
    nearest: tuple[str, ...]
    values: Mapping[str, Value]
    looked: bool
    examples: tuple[FixExample, ...] = ()

    @property
    def span(self) -> Span:
        """The lines of the input that the report stands on."""
        return self.report.span

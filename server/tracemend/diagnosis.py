"""Puts it together: text or reports in, diagnoses out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from tracemend.context import Context, Origin
from tracemend.evidence.fact import Value
from tracemend.fixes.recipe import Mend
from tracemend.knowledge.model import Entry, Fix
from tracemend.matching.match import Match
from tracemend.reading.report import ErrorReport, How, Span
from tracemend.source.place import Place

Verdict = Literal["confirmed", "possible", "ruled-out"]
Confidence = Literal["high", "medium", "low"]
FixKind = Literal["edit", "command", "setting", "steps"]


@dataclass(frozen=True, slots=True)
class CauseFound:
    """A cause of the entry with what was seen of it. Confirmed ones come first, ruled-out ones last."""

    id: str
    text: str
    verdict: Verdict
    seen: str | None
    fixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FixReady:
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


@dataclass(frozen=True, slots=True)
class Diagnosis:
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

    @property
    def span(self) -> Span:
        """The lines of the input that the report stands on."""
        return self.report.span


class History(Protocol):
    """What was seen before (implemented by a later layer, handed in)."""

    def seen(self, diagnosis: Diagnosis) -> Mapping[str, str]:
        """What is remembered of this error, for the reader."""
        ...


class Stream(Protocol):
    """Text of one run, as it comes, in pieces cut anywhere."""

    def feed(self, data: str) -> list[Diagnosis]:
        """Take a piece; the diagnoses (without evidence) of what was complete in it."""
        ...

    def flush(self) -> list[Diagnosis]:
        """Nothing came for a while: read what stands there as if it were complete."""
        ...

    def end(self, exit_code: int | None) -> list[Diagnosis]:
        """The run is over."""
        ...


class DiagnoserInterface(Protocol):
    """What `Diagnoser` offers to lsp, cli and proving."""

    def diagnose(
        self, what: str | Iterable[ErrorReport], context: Context, *, look: bool = True, input: str = "-"
    ) -> list[Diagnosis]:
        """All errors of a text (or of reports already read), in the order of the contract."""
        ...

    def stream(self, context: Context) -> Stream: ...

    def look(self, diagnosis: Diagnosis) -> Diagnosis:
        """The same with evidence looked at (again): places found again, causes ranked, fixes made ready. May take
        a moment; safe in a thread."""
        ...

    def resolve(self, diagnosis: Diagnosis, fix: str) -> Mend | None:
        """The edits of a fix for the documents as they are now; None where it does not apply any more."""
        ...

    def explain(self, entry: str, context: Context) -> Diagnosis | None:
        """An entry on its own, without a report: for `tracemend explain ENTRY` and cards."""
        ...

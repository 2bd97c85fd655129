"""A compiled pack in use: candidates by looking keys up, and whether an item's every condition holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tracemend.knowledge.model import Clause
from tracemend.knowledge.packs import Fault, Pack
from tracemend.knowledge.words import stands_in
from tracemend.matching import versions
from tracemend.matching.filing import Filing, Names
from tracemend.matching.match import CodeFact
from tracemend.matching.question import MAX_TEXT, Question
from tracemend.matching.record import KINDS, Record
from tracemend.matching.store import Stored

Rank = tuple[bool, int, bool, int, int]

MAX_KEPT = 512
"""So many patterns and records are kept ready: more never recur at one time."""


class Patterns:
    """Patterns compiled when they are first needed. One that could hang is refused here too, whatever a file says.

    `checked` leaves that out, and its import: for the built-in pack, whose patterns every build checks.
    """

    def __init__(self, *, checked: bool = False) -> None:
        self._checked = checked
        self._kept: dict[tuple[str, bool], re.Pattern[str] | None] = {}

    def get(self, source: str, *, whole: bool) -> re.Pattern[str] | None:
        """The pattern, for a whole text or to be searched for; None where it is refused, or is none for this Python."""
        try:
            return self._kept[source, whole]
        except KeyError:
            pass
        try:
            found = re.compile(source) if self._checked or _safe(source, whole) else None
        except (re.error, RecursionError, OverflowError):
            found = None
        if len(self._kept) >= MAX_KEPT:
            self._kept.clear()
        self._kept[source, whole] = found
        return found


def _safe(source: str, whole: bool) -> bool:
    from tracemend.knowledge import patterns

    return patterns.unsafe(source, whole=whole) is None


class Index:
    """One pack's compiled form, asked."""

    def __init__(self, pack: Pack, stored: Stored, regexes: Patterns) -> None:
        self.pack = pack
        self.stored = stored
        self._patterns = regexes
        head = stored.head
        self.ids = Names(head.pop("ids"))
        self.disabled: tuple[str, ...] = head["disabled"]
        self.bases: Mapping[str, tuple[str, ...]] = head["bases"]
        self._filed = {kind: Filing(head.pop(kind)) for kind in KINDS}
        self._records: dict[int, Record] = {}

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What was skipped when the pack was compiled."""
        return tuple(Fault(*fault) for fault in self.stored.head["faults"])

    def candidates(self, question: Question) -> Iterator[Record]:
        """The items that one of the report's keys finds; each once."""
        seen: set[int] = set()
        for kind, keys in question.keys:
            filed = self._filed[kind]
            for key in keys:
                for number in filed.get(key):
                    if number not in seen:
                        seen.add(number)
                        yield self._record(number)

    def _record(self, number: int) -> Record:
        record = self._records.get(number)
        if record is None:
            record = Record(*self.stored.record(number))
            if len(self._records) >= MAX_KEPT:
                self._records.clear()
            self._records[number] = record
        return record

    def holds(self, record: Record, question: Question, code: CodeFact | None) -> dict[str, str] | None:
        """What an item captures from a report; None where one of its conditions does not hold.

        Cheap conditions come first, the questions to the source last.
        """
        report, hints = question.report, question.hints
        if (
            not (question.may_be(record) if question.nameless else _kind_holds(record, question))
            or not _number_holds(record, question)
            or not _finding_holds(record, report.tool, report.code)
            or (record.exits and hints.exit_code not in record.exits)
            or (record.raised_in and question.raised_in not in record.raised_in)
            or (record.literals and not any(stands_in(text, question.text) for text in record.literals))
        ):
            return None
        captures = dict(question.paths)
        if record.command is not None and hints.command:
            captures.update(self._groups(record.command, hints.command, whole=False) or {})
        if record.message is not None:
            lines = question.first_lines
            groups = self._groups(record.message, lines[0], whole=True)
            if groups is None and len(lines) > 1:
                groups = self._groups(record.message, lines[1], whole=True)
            if groups is None:
                return None
            captures.update(groups)
        for fact, of, arguments, negated in record.code:
            if code is None or not code(Clause(fact, of, arguments, negated), captures):
                return None
        return captures

    def _groups(self, source: str, text: str, *, whole: bool) -> dict[str, str] | None:
        """The named groups that took part; None where the pattern does not hold."""
        pattern = self._patterns.get(source, whole=whole)
        if pattern is None:
            return None
        found = pattern.fullmatch(text) if whole else pattern.search(text, 0, MAX_TEXT)
        return {name: value for name, value in found.groupdict().items() if value is not None} if found else None

    def body(self, number: int) -> dict[str, Any]:
        """An entry's plain data."""
        return self.stored.body(number)


def rank(record: Record, python: str | None) -> Rank:
    """What items are sorted by, the best first: one that says it is general comes last, then the less specific ones.

    Then come those whose Python the output contradicts, fewer conditions, and fewer fixed words.
    """
    contradicted = bool(record.python and python and versions.holds(record.python, python) is False)
    return record.general, record.specificity, contradicted, -record.conditions, -record.fixed


def _kind_holds(record: Record, question: Question) -> bool:
    """Whose output it is, of which type, and whether it is an error or a warning."""
    report = question.report
    return (
        (record.severity is None or record.severity == report.severity)
        and (not record.tools or report.tool in record.tools)
        and (not record.exceptions or question.may_be(record))
    )


def _number_holds(record: Record, question: Question) -> bool:
    """`errno` and `winerror` are one condition: either may hold."""
    if not record.errno and not record.winerror:
        return True
    return (question.errno is not None and question.errno in record.errno) or (
        question.winerror is not None and question.winerror in record.winerror
    )


def _finding_holds(record: Record, tool: str, code: str | None) -> bool:
    return record.diagnostic is None or (tool == record.diagnostic[0] and code in record.diagnostic[1])

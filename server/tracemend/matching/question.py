"""What a report is asked for by, worked out once: the names of its type, its number, its code, its words."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from tracemend.knowledge.words import text_pairs
from tracemend.matching.record import code_key, number_key
from tracemend.matching.types import Bases, type_keys
from tracemend.reading.report import ErrorReport, Hints
from tracemend.reading.tracebacks.frames import raised_in

MAX_TEXT = 2_000
"""Patterns see so many characters of a message, and of its notes."""
MAX_PRINTED = MAX_TEXT + 24
"""The same with the number in front."""


class Question:
    """A report and what is known of its output, as the index needs it."""

    def __init__(self, report: ErrorReport, hints: Hints, bases: Bases) -> None:
        if len(report.message) > MAX_PRINTED:
            report = replace(report, message=report.message[:MAX_PRINTED])
        self.report = report
        self.hints = hints
        self.types = type_keys(report.exception, bases) if report.exception else ()
        self.type_set = frozenset(self.types)
        self.errno = report.errno
        self.winerror = report.winerror
        self.messages = tuple([message[:MAX_TEXT] for message in report.messages])
        """In English, and where it was printed in another language, as it was printed: entries may be about either."""
        self.first_lines = tuple([message.partition("\n")[0] for message in self.messages])

    @cached_property
    def text(self) -> str:
        """The message with its further lines in each of its languages, and the notes: where literals are looked for."""
        return "\n".join((*self.messages, self.notes)).rstrip("\n")

    @property
    def notes(self) -> str:
        """The notes, as far as they are looked at."""
        return "\n".join(self.report.notes)[:MAX_TEXT]

    def distance(self, exceptions: tuple[str, ...]) -> int:
        """How far the nearest of these types is from the one that was printed: 0 for that one, then its bases."""
        return min((at for at, name in enumerate(self.types) if name in exceptions), default=0)

    @cached_property
    def raised_in(self) -> str | None:
        """The top module of the innermost frame."""
        return raised_in(self.report)

    @cached_property
    def paths(self) -> dict[str, str]:
        """The file names that the message ends with, as captures."""
        return dict(zip(("path", "path2"), self.report.paths(), strict=False))

    @cached_property
    def keys(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Everything that an item that holds can be filed under: (kind, keys)."""
        report, numbers = self.report, []
        if self.errno is not None:
            numbers.append(number_key("errno", self.errno))
        if self.winerror is not None:
            numbers.append(number_key("winerror", self.winerror))
        return (
            ("code", (code_key(report.tool, report.code),) if report.code is not None else ()),
            ("pair", tuple(dict.fromkeys(text_pairs(self.text)))),
            ("number", tuple(numbers)),
            ("type", self.types),
        )

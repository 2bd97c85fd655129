"""What a report is asked for by, worked out once: the names of its type, its number, its code, its words."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from functools import cached_property

from tracemend.knowledge.words import text_pairs
from tracemend.matching.record import Record, code_key, number_key
from tracemend.matching.types import Bases, builtin_chain, type_keys
from tracemend.reading.report import ErrorReport, Hints
from tracemend.reading.tracebacks.frames import raised_in

MAX_TEXT = 2_000
"""Patterns see so many characters of a message, and of its notes."""
MAX_PRINTED = MAX_TEXT + 24
"""The same with the number in front."""
NAMELESS = "text"
"""The tool of a report that is nothing but a message: whose it is, and of which type, was not pasted with it."""
_KNOWN_MESSAGE = 12
"""So many fixed characters of a message say whose error it is where the class was printed without its module, or not
at all."""
_KNOWN_LITERAL = 20
"""As many of a literal, which may stand anywhere."""
_KNOWN_WORDS = 4
"""So many fixed words of a message without a type that may begin with anything, as an assertion's does."""


def _bare(printed: str | None) -> str | None:
    """A type's name that was printed without a module and is no built-in one's."""
    return None if printed is None or "." in printed or builtin_chain(printed) else printed


class Question:
    """A report and what is known of its output, as the index needs it."""

    def __init__(self, report: ErrorReport, hints: Hints, bases: Bases) -> None:
        if len(report.message) > MAX_PRINTED:
            report = replace(report, message=report.message[:MAX_PRINTED])
        self.report = report
        self.hints = hints
        self.types = type_keys(report.exception, bases) if report.exception else ()
        self.type_set = frozenset(self.types)
        self.bare = _bare(report.exception)
        self.nameless = report.tool == NAMELESS
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

    def may_be(self, record: Record) -> bool:
        """Whether the type that was printed is one of an item's.

        IPython, VS Code and people who quote an error leave the module out. Such a name is any module's where the
        item knows the message as well. Nor is the type of a message that was pasted alone known.
        """
        if self.nameless:
            return self._may_be_nameless(record)
        if not self.type_set.isdisjoint(record.exceptions):
            return True
        if self.bare is None or (record.characters < _KNOWN_MESSAGE and not record.literals):
            return False
        return any(name.rpartition(".")[2] == self.bare for name in record.exceptions)

    def _may_be_nameless(self, record: Record) -> bool:
        """A tool's literals say little without its name, and messages that begin with anything need more words."""
        if record.message is None:
            return not record.tools and min(map(len, record.literals), default=0) >= _KNOWN_LITERAL
        if record.exceptions == ("AssertionError",) or record.message.startswith((".", "(?:.")):
            return record.fixed >= _KNOWN_WORDS
        return record.specificity == 0 and record.characters >= _KNOWN_MESSAGE

    def is_unlikely(self, record: Record) -> bool:
        """Whether an item fits by a name without a module alone, and its library is one that no frame shows.

        A message without a name is likelier Python's own than a library's or a tool's.
        """
        if self.nameless:
            tops = {name.partition(".")[0] for name in record.exceptions}
            return tops.isdisjoint(sys.stdlib_module_names) and not any(map(builtin_chain, record.exceptions))
        if self.bare is None or not record.exceptions or not self.type_set.isdisjoint(record.exceptions):
            return False
        tops = {name.partition(".")[0] for name in record.exceptions if name.rpartition(".")[2] == self.bare}
        return tops.isdisjoint(sys.stdlib_module_names) and tops.isdisjoint(self._folders)

    @cached_property
    def _folders(self) -> frozenset[str]:
        """The names of the folders that the frames' files lie in."""
        return frozenset(part for frame in self.report.frames for part in re.split(r"[\\/]", frame.path or ""))

    def distance(self, exceptions: tuple[str, ...]) -> int:
        """How far the nearest of these types is from the one that was printed: 0 for that one, then its bases."""
        return min(
            (at for at, name in enumerate(self.types) if name in exceptions),
            default=len(self.types) if exceptions else 0,
        )

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

"""Tracebacks as CPython 3.6 to 3.14 print them: where a report begins, and what its lines share as a prefix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracemend import lazy
from tracemend.reading.cursor import Cursor, OutOfLines
from tracemend.reading.prefix import SIDES
from tracemend.reading.report import MORE, Block, Hints, NeedMore
from tracemend.reading.surroundings import showing_program
from tracemend.reading.tracebacks.chain import HEADER, read_chain, reports
from tracemend.reading.tracebacks.exception_line import reads_as_exception
from tracemend.reading.tracebacks.stack import FRAME, read_frames
from tracemend.reading.tracebacks.unraisable import (
    announces,
    is_survived,
    read_announced,
    read_call_stack,
    read_ignored,
)

_FRAME_MARK = '  File "'
_OTHER_STACK = lazy.regex(r"\(most recent call (?:last|first)\):\s*$|Call stack:\s*$")
_DOCTEST = lazy.regex(r"[ \t]+(?:>>>|\.\.\.)(?: |$)")
_FIRST_WORDS = frozenset({"Exception", "Unhandled", "unhandled", "Task", "Future", "Call", "Error", "Unclosed"})
"""How the lines begin that announce a report (unraisable.py) or another stack."""
_GROUP = lazy.regex(r" {0,2}\+ Exception Group $")
_DIGIT = lazy.regex(r"\d")
_MAX_BASE = 80
_QUOTING = frozenset({"ag", "apropos", "git", "glow", "grep", "egrep", "fgrep", "info", "man", "pydoc", "rg", "tldr"})
"""Programs that show documentation, sources or their history; what `cat` and `tail` show is more often a log."""


class TracebackDialect:
    """Python's own reports: with and without a header, chained, in groups, of threads, ignored ones."""

    name = "traceback"

    def opens(self, line: str, hints: Hints) -> bool:
        """Whether the line is a header, a frame, an announcement ("Exception in ...") or names an exception."""
        if "most recent call " in line or _FRAME_MARK in line:
            return True
        word, blank, _ = line.partition(" ")
        if (word[-1:] == ":" or not blank or hints.selected) and _names_exception(line.lstrip()):
            return True
        return bool(blank) and word in _FIRST_WORDS

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        """See `Dialect.read`. Frames that belong to no error are a block without reports."""
        try:
            return _read(lines, at, final, hints)
        except OutOfLines:
            return MORE


def _read(lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | None:
    line = lines[at]
    showing = None if hints.selected else showing_program(hints.command)
    if showing in _QUOTING or (showing is not None and showing.startswith("python")):
        return None
    if announces(line):
        return read_announced(lines, at, final)
    ignored = read_ignored(lines, at, final)
    if ignored:
        return ignored
    if _is_glued(lines, at, final):
        cursor = Cursor(lines, at, final)
        chain = read_chain(cursor, headed=True)
        return Block(tuple(reports(chain)), cursor.at) if chain else None
    base = _base(line)
    if base is None:
        return _read_other_stack(lines, at, final) if _OTHER_STACK.search(line) else None
    if base.strip() and (not hints.selected or base.strip() in SIDES or _DIGIT.search(base)):
        return (
            None  # quoted: read only where a person chose it; a record's head, a viewer's frame: see `reading.prefix`
        )
    cursor = Cursor(lines, at, final, base)
    chain = read_chain(cursor)
    first = line[len(base) :]
    if chain is None:
        return Block((), cursor.at) if FRAME.match(first) else None
    if len(chain) == 1 and _names_exception(first):
        return None  # an exception's name without anything above or below it is another dialect's
    if at and not hints.selected and _is_example(lines[at - 1], base, not chain[0].frames):
        return Block((), cursor.at)
    read_call_stack(cursor, chain[-1])
    if chain[-1].exception.startswith("sphinx.errors."):
        _skip_repetition(cursor, chain[-1].message)
    survived = is_survived(lines[at - 1] if at else "", chain[-1].frames)
    return Block(tuple(replace(report, survived=survived) for report in reports(chain)), cursor.at)


def _skip_repetition(cursor: Cursor, message: str) -> None:
    """Pass what Sphinx (with `-T`) says once more below the traceback, under a heading: `Extension error:`."""
    ahead = 0
    while ahead < 3 and cursor.peek(ahead) == "":
        ahead += 1
    if (cursor.peek(ahead) or "").endswith("error:") and cursor.peek(ahead + 1) == message.partition("\n")[0]:
        cursor.skip(ahead + 2)


def _is_glued(lines: Sequence[str], at: int, final: bool) -> bool:
    """Whether a header stands behind other text on its line, while the lines below it have nothing in front.

    A record's format without a line feed at its end leaves it so (loguru's `format=...`), and who logs
    `traceback.format_exc()` behind a time and a level.
    """
    line = lines[at].rstrip()
    before = line.removesuffix(HEADER)
    if before == line or not before.strip() or before.endswith("+ Exception Group "):
        return False
    following = Cursor(lines, at + 1, final).peek()
    return following is not None and following.startswith(_FRAME_MARK) and not before.endswith("  ")


def _is_example(before: str, base: str, bare: bool) -> bool:
    """Whether a report is one of a documentation, or a line of a diff: by the line before it, by what stands before its
    lines, and by whether it has no frames (`bare`), as doctest lets them be left out."""
    if base and (_DOCTEST.match(before) or before == "Expecting:"):
        return True
    return (bare and before.startswith((">>> ", "... "))) or (base == " " and before.startswith(("+", "-", "@@ ")))


def _names_exception(text: str) -> bool:
    """Whether the text may name an exception that was never raised and only led to another: `ValueError: no`."""
    name, colon, rest = text.partition(":")
    return rest[:1] in ("", " ") and reads_as_exception(name if colon else name.rstrip())


def _base(line: str) -> str | None:
    """What stands before a report's first line, and so before all of its lines; None where it is no first line."""
    header, frame = line.find(HEADER), line.find(_FRAME_MARK)
    if header >= 0:
        base = _GROUP.sub("", line[:header])
    elif frame >= 0:
        base = line[:frame]
    elif _names_exception(line.lstrip()):
        base = line[: len(line) - len(line.lstrip())]
    else:
        return None
    return base if len(base) <= _MAX_BASE else None


def _read_other_stack(lines: Sequence[str], at: int, final: bool) -> Block | None:
    """Frames that are printed for another reason (`Call stack:`, where an object was made): no error."""
    line = lines[at]
    cursor = Cursor(lines, at + 1, final, line[: len(line) - len(line.lstrip())])
    return Block((), cursor.at) if read_frames(cursor, headed=False) else None


DIALECT = TracebackDialect()

"""Lines, how far in they stand, and how they are moved."""

from __future__ import annotations

import re

from tracemend import lazy
from tracemend.fixes.recipe import TextEdit, apply_edits
from tracemend.fixes.toolkit.compiling import compiles
from tracemend.fixes.toolkit.edits import lines_in_strings
from tracemend.source.text import SourceText

DEFINES = lazy.regex(r"(?:async[ \t]+def|def|class)\b|@")
"""How the first line of a function or a class begins, decorators too."""


def columns_of(indent: str) -> int:
    """How many columns an indentation takes, a tab up to the next eighth."""
    return len(indent.expandtabs(8))


def width_of(source: SourceText, line: int) -> int:
    """The columns before the text of a line (1-based)."""
    return columns_of(source.indent_of(line))


def code_above(source: SourceText, line: int) -> int:
    """The number of the last line above (1-based) that has code; 0 where none has."""
    number = line - 1
    while number and (not source.line(number).strip() or source.line(number).lstrip().startswith("#")):
        number -= 1
    return number


def opens_block(source: SourceText, line: int, until: int | None = None) -> bool:
    """Whether a line ends as a header does (and, with `until`, nothing deeper stands between)."""
    if until is not None and code_above(source, until) != line:
        return False
    return re.search(r":[ \t]*(?:#.*)?$", source.line(line)) is not None


def moved_in(source: SourceText, first: int, last: int, step: str) -> tuple[TextEdit, ...]:
    """The lines from one to another (1-based, both) a step further in, but those inside of texts."""
    strings = lines_in_strings(source, first, last)
    return tuple(
        TextEdit(source.offset(number, 0), source.offset(number, 0), step)
        for number in range(first, last + 1)
        if number not in strings and source.line(number).strip()
    )


def moved(source: SourceText, first: int, last: int, old: str, new: str) -> tuple[TextEdit, ...]:
    """The lines from one to another (1-based, both) with another indentation in the place of `old`, but those inside of
    texts and those that do not begin with it."""
    strings = lines_in_strings(source, first, last)
    edits = []
    for number in range(first, last + 1):
        if number not in strings and source.line(number).strip() and source.line(number).startswith(old):
            at = source.offset(number, 0)
            edits.append(TextEdit(at, at + len(old), new))
    return tuple(edits)


def compiles_with(source: SourceText, edits: tuple[TextEdit, ...]) -> bool:
    """Whether the file compiles with the edits made."""
    return compiles(apply_edits(source.text, edits))

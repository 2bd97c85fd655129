"""`clause-level`: put `elif`, `else`, `except`, `finally` under the statement that they belong to.

The clause goes to the level of the one statement above that can take it; its body goes with it where it would not
stand right otherwise, and so do further clauses that stand as wrong as the first. Sure where only one statement can
take it. Does not apply where the file still does not compile, or where the clause stands right and something else is
wrong.

Source: the grammar of compound statements in Python's language reference.
"""

from __future__ import annotations

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit, apply_edits
from tracemend.fixes.toolkit.blocks import CLAUSE, header_too_far_out
from tracemend.fixes.toolkit.compiling import syntax_error
from tracemend.fixes.toolkit.edits import lines_in_strings
from tracemend.fixes.toolkit.levels import columns_of
from tracemend.source.text import SourceText

_TAKERS = {
    "elif": lazy.regex(r"(?:if|elif)\b"),
    "else": lazy.regex(r"(?:if|elif|for|while|async[ \t]+for|except|try)\b"),
    "except": lazy.regex(r"(?:try|except)\b"),
    "finally": lazy.regex(r"(?:try|except|else)\b"),
}
_MAX_LINES = 400
_MAX_TEXT = 200_000
"""A longer text would be compiled too often."""
_MAXCLAUSES = 10


def _is_code(source: SourceText, line: int) -> bool:
    text = source.line(line).strip()
    return bool(text) and not text.startswith("#")


def _takers(source: SourceText, line: int, clause: str) -> list[int]:
    """The lines of statements above that may take the clause and whose level is open, the nearest first."""
    found = []
    level: int | None = None
    for number in range(line - 1, max(0, line - _MAX_LINES), -1):
        if not _is_code(source, number):
            continue
        here = columns_of(source.indent_of(number))
        if level is not None and here > level:
            continue
        text = source.line(number).lstrip()
        if _TAKERS[clause].match(text):
            found.append(number)
        if level is None or here < level:
            level = here
        if not here and not (CLAUSE.match(text) or text[:1] in ")]}"):
            break
    return found


def _body(source: SourceText, line: int) -> tuple[int, int]:
    """The first and the last line of what stands deeper than the clause; (0, 0) where nothing does."""
    first = last = 0
    width = columns_of(source.indent_of(line))
    for number in range(line + 1, min(source.line_count, line + _MAX_LINES) + 1):
        if not source.line(number).strip():
            continue
        if columns_of(source.indent_of(number)) <= width:
            break
        first, last = first or number, number
    return first, last


def _moved(source: SourceText, line: int, taker: int, whole: bool) -> list[TextEdit] | None:
    """The clause at the level of its taker; with `whole` its body keeps its distance from it."""
    old, new = source.indent_of(line), source.indent_of(taker)
    at = source.offset(line, 0)
    edits = [TextEdit(at, at + len(old), new)]
    first, last = _body(source, line)
    if not whole:
        return edits
    if not first:
        return None
    strings = lines_in_strings(source, line, last)
    for number in range(line + 1, last + 1):
        if number in strings or not source.line(number).strip():
            continue
        if not source.indent_of(number).startswith(old):
            return None
        at = source.offset(number, 0)
        edits.append(TextEdit(at, at + len(old), new))
    return edits


def _fits(source: SourceText, line: int, taker: int) -> bool:
    """Whether the line under the clause stands already as the taker's own body does."""
    inner = next((n for n in range(taker + 1, source.line_count + 1) if _is_code(source, n)), 0)
    below = next((n for n in range(line + 1, source.line_count + 1) if _is_code(source, n)), 0)
    return bool(inner and below) and source.indent_of(inner) == source.indent_of(below)


def _solved(source: SourceText, line: int, depth: int = 0) -> list[tuple[TextEdit, ...]]:
    """All ways to put the clause of a line right, the nearest taker first; further clauses follow the same way."""
    clause = CLAUSE.match(source.line(line).lstrip())
    if clause is None or depth >= _MAXCLAUSES:
        return []
    found: list[tuple[TextEdit, ...]] = []
    for taker in _takers(source, line, clause[1])[:6]:
        if source.indent_of(taker) == source.indent_of(line):
            continue
        for whole in (False, True) if _fits(source, line, taker) else (True, False):
            edits = _moved(source, line, taker, whole)
            if edits is None:
                continue
            after = apply_edits(source.text, tuple(edits))
            error = syntax_error(after)
            if error is None:
                found.append(tuple(edits))
                break
            if error.lineno and error.lineno > line and depth < 3:
                further = _solved(SourceText(after), error.lineno, depth + 1)
                if further:
                    found.append(_joined(source, SourceText(after), further[0], tuple(edits)))
                    break
    return found


def _joined(
    source: SourceText, after: SourceText, later: tuple[TextEdit, ...], first: tuple[TextEdit, ...]
) -> tuple[TextEdit, ...]:
    """Two steps as one: only indentation changes, so each line's new one is compared with its old one."""
    final = SourceText(apply_edits(after.text, later))
    edits = []
    for number in {source.position(edit.start)[0] for edit in first} | {after.position(e.start)[0] for e in later}:
        at = source.offset(number, 0)
        old = source.indent_of(number)
        edits.append(TextEdit(at, at + len(old), final.indent_of(number)))
    return tuple(edits)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, line = request.place.source, request.place.line
    if source is None or line is None or len(source.text) > _MAX_TEXT:
        return None
    if header_too_far_out(source, line):
        return None  # it is the header that stands wrong (`indent`)
    found = _solved(source, line)
    return Mend(found[0], sure=len(found) == 1) if found else None


RECIPES = (
    Recipe(
        "clause-level",
        "Puts elif, else, except and finally under the statement that they belong to.",
        apply,
        needs_statement=False,
        unsure="The clause fits several statements.",
    ),
)

"""`parenthesise`: put parentheses around what Python marks as needing them.

A generator that is one of several arguments, and the values of a comprehension that are written with a comma. Needs the
columns that Python 3.10 and later print. Does not apply where the file does not compile with the parentheses.

Source: "Generator expressions" and "Displays" in Python's language reference; `invalid_arguments` and
`invalid_comprehension` in CPython's grammar.
"""

from __future__ import annotations

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.compiling import MAX_TEXT, proven, said
from tracemend.fixes.toolkit.tokens import code_only

_MAX_SPAN = 5000
_FOR = lazy.regex(r"(?<=\s)(?:async\s+)?for\s")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    place = request.place
    source, line, column = place.source, place.line, place.column
    if source is None or line is None or column is None or len(source.text) > MAX_TEXT:
        return None
    start, message = source.offset(line, column - 1), said(request)
    if not message:
        return None  # a checker's finding that is no longer so
    generator = "Generator expression" in message
    end = _end(code_only(source.text), start, generator)
    if end is None:
        return None
    return proven(source, [TextEdit(start, start, "("), TextEdit(end, end, ")")])


def _end(code: str, start: int, generator: bool) -> int | None:
    """The offset behind the marked expression: before the comma or bracket that ends a generator, before the `for`
    that follows a comprehension's values."""
    depth = 0
    for at in range(start, min(len(code), start + _MAX_SPAN)):
        character = code[at]
        if character in "([{":
            depth += 1
        elif character in ")]}":
            if not depth:
                return start + len(code[start:at].rstrip()) if generator else None
            depth -= 1
        elif depth:
            continue
        elif (character == ",") if generator else _FOR.match(code, at):
            return start + len(code[start:at].rstrip())
    return None


RECIPES = (Recipe("parenthesise", "Puts parentheses around what Python marks.", apply, needs_statement=False),)

"""`add-pass`: put `pass` into a block that holds nothing but comments.

Under the last comment of the block, as far in as it. Sure, since the comments show that the block is left empty on
purpose. Of a block without comments only where the file ends or what follows stands further left, and then not sure:
its lines may be missing. Does not apply where what follows may be the body, not indented: `indent` mends that.

Source: the `pass` statement in Python's language reference.
"""

from __future__ import annotations

import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.blocks import comments_of_block
from tracemend.fixes.toolkit.compiling import proven, said
from tracemend.fixes.toolkit.edits import indent_step
from tracemend.source.text import SourceText

_ON_LINE = lazy.regex(r"on line (\d+)")


def _width(source: SourceText, line: int) -> int:
    return len(source.indent_of(line).expandtabs(8))


def _is_code(text: str) -> bool:
    return bool(text.strip()) and not text.lstrip().startswith("#")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, line = request.place.source, request.place.line
    if source is None or line is None:
        return None
    named = _ON_LINE.search(said(request))
    header = int(named[1]) if named else line
    if not 1 <= header <= source.line_count:
        return None
    ends = header
    while ends < line and not re.search(r":[ \t]*(?:#.*)?$", source.line(ends)):
        ends += 1  # a header of several lines
    comments = comments_of_block(source, header, ends)
    following = next((n for n in range(ends + 1, source.line_count + 1) if _is_code(source.line(n))), 0)
    if source.line(following).strip() == "pass" and _width(source, following) >= _width(source, header):
        return None  # it is there, and not indented
    if comments:
        last, indent = comments[-1], source.indent_of(comments[-1])
    else:
        below = next((n for n in range(ends + 1, source.line_count + 1) if source.line(n).strip()), 0)
        if below and _width(source, below) >= _width(source, header):
            return None
        last, indent = ends, source.indent_of(header) + indent_step(source)
    at = source.offset(last, len(source.line(last)))
    return proven(source, [TextEdit(at, at, f"{source.newline}{indent}pass")], sure=bool(comments))


RECIPES = (
    Recipe(
        "add-pass",
        "Puts pass into a block that holds nothing but comments.",
        apply,
        needs_statement=False,
        unsure="Something else than nothing may have been meant to stand there.",
    ),
)

"""`one-indentation`: indent the lines of a block with one kind of white space.

Of the block from one line at the margin to the next, the rarer kind is written as the other: tabs as blanks or
blanks as tabs. How wide a tab was meant is tried (the file's own step first, then 8, 4, 2): it has to make the file
compile. Where widths make different programs, one is left out whose tabs are followed by blanks enough for a further
tab (no editor writes that), and one that leaves code behind a `return` or a loop that always ends in its first round.
Sure where one program is left. Lines inside strings and brackets keep theirs. Does not apply to a block of one kind.

Source: "Indentation" in Python's lexical analysis; `tok_get` in CPython's tokenizer, which compares tabs of 8 and of 1.
"""

from __future__ import annotations

import ast
from collections import Counter

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit, apply_edits
from tracemend.fixes.toolkit.compiling import compiles
from tracemend.fixes.toolkit.tokens import code_only, pieces
from tracemend.source.statement import parse
from tracemend.source.text import SourceText

_MAX_TEXT = 200_000
"""A longer text would be compiled too often."""


def _logical_lines(source: SourceText, code: SourceText, first: int, last: int) -> list[int]:
    """The lines that begin outside of strings and brackets and hold code."""
    found, depth = [], 0
    joined = False
    strings = [piece for piece in pieces(source.text) if piece.is_text and len(piece.quote) == 3]
    inside = {n for p in strings for n in range(source.position(p.start)[0] + 1, source.position(p.end)[0] + 1)}
    for number in range(first, last + 1):
        text = code.line(number)
        blank = source.indent_of(number)
        comment = source.line(number).lstrip().startswith("#")
        if depth <= 0 and not joined and blank and number not in inside and (comment or text.strip()):
            found.append(number)
        depth += sum(map(text.count, "([{")) - sum(map(text.count, ")]}"))
        joined = text.endswith("\\")
    return found


def _block(code: SourceText, line: int) -> tuple[int, int]:
    """The lines from the margin to before the next at the margin."""
    first = line
    while first > 1 and not code.line(first)[:1].strip():
        first -= 1
    last = line
    while last < len(code.lines) and not code.line(last + 1)[:1].strip():
        last += 1
    return first, last


def _edits(source: SourceText, lines: list[int], width: int, tabs: bool) -> tuple[TextEdit, ...] | None:
    """All these lines with one kind, a tab being `width` columns; None where tabs alone cannot reach a column."""
    edits = []
    for number in lines:
        old = source.indent_of(number)
        columns = len(old.expandtabs(width))
        if tabs:
            if columns % width and " " in old:
                return None
            new = "\t" * (columns // width)
        else:
            new = " " * columns
        if new != old:
            at = source.offset(number, 0)
            edits.append(TextEdit(at, at + len(old), new))
    return tuple(edits)


def _step(source: SourceText, lines: list[int]) -> int:
    """The step of the lines indented with blanks alone."""
    widths = [len(source.indent_of(n)) for n in lines if set(source.indent_of(n)) == {" "}]
    return min((width for width in widths if width <= 8), default=0)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, line = request.place.source, request.place.line
    if source is None or line is None or len(source.text) > _MAX_TEXT:
        return None
    code = SourceText(code_only(source.text))
    for first, last in (_block(code, line), (1, source.line_count)):
        lines = [number for number in _logical_lines(source, code, first, last) if source.indent_of(number)]
        kinds = Counter(source.indent_of(number)[0] for number in lines)
        if not {character for number in lines for character in source.indent_of(number)} >= {" ", "\t"}:
            continue
        found: dict[str, tuple[tuple[bool, int], tuple[TextEdit, ...]]] = {}
        blanks = max(len(source.indent_of(n).lstrip("\t")) for n in lines if "\t" in source.indent_of(n))
        for width in dict.fromkeys((_step(source, lines) or 8, 8, 4, 2)):
            for tabs in (True, False) if kinds["\t"] > kinds[" "] else (False,):
                edits = _edits(source, lines, width, tabs) if width > 1 else None
                mended = apply_edits(source.text, edits) if edits else ""
                tree = parse(mended) if edits and compiles(mended) else None
                if edits and tree is not None:
                    found.setdefault(ast.dump(tree), ((blanks >= width, _idle(tree)), edits))
                    break
        if found:
            least = min(weight for weight, _ in found.values())
            left = [edits for weight, edits in found.values() if weight == least]
            return Mend(left[0], sure=len(left) == 1)
    return None


_ENDS = ast.Return | ast.Raise | ast.Break | ast.Continue


def _idle(tree: ast.Module) -> int:
    """How many statements stand behind one that leaves their block, and how many loops never begin a second round."""
    count = 0
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            body = getattr(node, name, None)
            if isinstance(body, list):
                count += sum(isinstance(one, _ENDS) for one in body[:-1])
        if isinstance(node, ast.For | ast.AsyncFor | ast.While) and isinstance(node.body[-1], ast.Return | ast.Break):
            inner = [part for one in node.body for part in ast.walk(one)]
            count += not any(isinstance(part, ast.Continue) for part in inner)
    return count


RECIPES = (
    Recipe(
        "one-indentation",
        "Indents a block's lines with one kind of white space.",
        apply,
        needs_statement=False,
        unsure="The lines can be read in more than one way.",
    ),
)

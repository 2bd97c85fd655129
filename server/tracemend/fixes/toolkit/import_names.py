"""Names taken out of a `from` import, and imported by other lines in its place."""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import TextEdit
from tracemend.source.statement import Statement


def imported_elsewhere(
    statement: Statement, node: ast.ImportFrom, gone: set[int], lines: list[str]
) -> list[TextEdit] | None:
    """The edits that take the aliases whose `id` is in `gone` out of an import that owns its lines, and put `lines`
    there. None where there are none to take, where a comment stands among them, or where nothing would be left in a
    block."""
    rest = _without(statement, node, gone)
    return _lines(statement, rest, lines, len(gone) == len(node.names)) if gone and rest is not None else None


def _without(statement: Statement, node: ast.ImportFrom, gone: set[int]) -> list[TextEdit] | None:
    """The edits that take names out of an import; None where a comment stands among them."""
    edits: list[TextEdit] = []
    spans = [statement.span(alias) for alias in node.names]
    kept = [index for index, alias in enumerate(node.names) if id(alias) not in gone]
    if not kept:
        return []
    for index, (start, end) in enumerate(spans):
        if index in kept:
            continue
        begin, stop = (start, spans[index + 1][0]) if index < kept[-1] else (spans[index - 1][1], end)
        if "#" in statement.source.text[begin:stop]:
            return None
        edits.append(TextEdit(begin, stop, ""))
    return edits


def _lines(statement: Statement, rest: list[TextEdit], lines: list[str], all_gone: bool) -> list[TextEdit] | None:
    start, end = statement.span(statement.node)
    source = statement.source
    row, column = source.position(start)
    indent = source.line(row)[:column]
    joined = f"{source.newline}{indent}".join(lines)
    if all_gone and lines:
        return [TextEdit(start, end, joined)]
    if all_gone:
        # Python's own names need no import; in a block it may be the only statement.
        stop = source.offset(source.position(end)[0] + 1, 0)
        return None if indent else [TextEdit(start, stop, "")]
    last = source.position(end)[0]
    at = source.offset(last, len(source.line(last)))
    return [*rest, TextEdit(at, at, f"{source.newline}{indent}{joined}")] if lines else rest

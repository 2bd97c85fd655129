"""Edits of displays: a tuple written as a list, a list as a tuple, a generator expression as a list."""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import TextEdit
from tracemend.source.module import Module


def as_list(file: Module, node: ast.Tuple) -> list[TextEdit]:
    """`(1, 2)` and `1, 2` as `[1, 2]`."""
    start, end = file.span(node)
    if node.elts and file.span(node.elts[0])[0] == start and not _wrapped(file, node):
        return [TextEdit(start, start, "["), TextEdit(end, end, "]")]
    if len(node.elts) == 1:
        stop = file.span(node.elts[0])[1]
        if file.source.text[stop : end - 1].strip() == ",":
            return [TextEdit(start, start + 1, "["), TextEdit(stop, end, "]")]
    return [TextEdit(start, start + 1, "["), TextEdit(end - 1, end, "]")]


def _wrapped(file: Module, node: ast.Tuple) -> bool:
    """Whether the parentheses that a tuple begins with are its own, not its first item's."""
    return file.span(node)[0] != file.span(node.elts[0])[0]


def as_tuple(file: Module, node: ast.List) -> list[TextEdit]:
    """`[1, 2]` as `(1, 2)`, lists in it too, and `[1]` as `(1,)`."""
    start, end = file.span(node)
    edits = [TextEdit(start, start + 1, "(")]
    for one in node.elts:
        if isinstance(one, ast.List):
            edits += as_tuple(file, one)
    comma = False
    if len(node.elts) == 1:
        stop = file.span(node.elts[0])[1]
        rest = file.source.text[stop : end - 1]
        comma = "," not in rest
    return [*edits, TextEdit(end - 1, end, ",)" if comma else ")")]


def wrap(file: Module, node: ast.expr, name: str) -> list[TextEdit]:
    """`name(node)`; a generator expression loses its own parentheses to the call's."""
    start, end = file.span(node)
    text = file.source.text
    if isinstance(node, ast.GeneratorExp) or (
        text[start - 1 : start] == "(" and text[end : end + 1] == ")" and text[: start - 1].rstrip()[-1:] in _OPERATORS
    ):
        at = start if isinstance(node, ast.GeneratorExp) else start - 1
        return [TextEdit(at, at, name)]
    return [TextEdit(start, start, f"{name}("), TextEdit(end, end, ")")]


_OPERATORS = ("+", "-", "*", "/", "%", "<", ">", "=")


def as_comprehension(file: Module, node: ast.GeneratorExp) -> list[TextEdit]:
    """A generator expression as a list comprehension; the parentheses of a call that has it alone stay."""
    start, end = file.span(node)
    outer = file.parents.get(id(node))
    if isinstance(outer, ast.Call) and node in outer.args and file.span(outer)[1] == end:
        return [TextEdit(start + 1, start + 1, "["), TextEdit(end - 1, end - 1, "]")]
    return [TextEdit(start, start + 1, "["), TextEdit(end - 1, end, "]")]

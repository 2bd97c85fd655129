"""`before-closing`: read the file before the `with` block that a function returns from closes it.

A function that returns a generator expression, `csv.reader(file)`, `map(...)` and the like out of a `with` block gives
something that reads only later: it becomes a list. Does not apply where nothing of the block's file is in what is
returned, or it is more than one of these.

Source: https://docs.python.org/3/reference/expressions.html#generator-expressions
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called
from tracemend.source.module import Module, whole
from tracemend.source.scopes import Function

_LAZY = ("reader", "DictReader", "map", "filter", "enumerate", "zip", "islice", "chain", "reversed", "iter")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, line = request.place.source, request.place.line
    file = whole(source) if source is not None else None
    if file is None or line is None or "closed file" not in request.report.message:
        return None
    path = request.place.frame.path if request.place.frame is not None else None
    lines = {line, *(frame.line for frame in request.report.frames if frame.path == path)}
    names = {called(one) for one in file.nodes if isinstance(one, ast.Call) and one.lineno in lines}
    found: list[ast.expr] = []
    for node in file.nodes:
        if isinstance(node, ast.Return) and node.value is not None and _reads_later(file, node):
            function = next((one for one in file.around(node) if isinstance(one, Function)), None)
            if node.lineno in lines or (function is not None and function.name in names):
                found.append(node.value)
    return _made(file, found[0]) if len(found) == 1 else None


def _reads_later(file: Module, node: ast.Return) -> bool:
    value = node.value
    if not isinstance(value, ast.GeneratorExp) and not (isinstance(value, ast.Call) and called(value) in _LAZY):
        return False
    used = {one.id for one in ast.walk(value) if isinstance(one, ast.Name)}
    for outer in file.around(node):
        if isinstance(outer, Function | ast.Lambda):
            return False
        if isinstance(outer, ast.With):
            made = {
                one.id for item in outer.items if item.optional_vars is not None for one in ast.walk(item.optional_vars)
                if isinstance(one, ast.Name)
            }  # fmt: skip
            made |= {
                one.targets[0].id for one in outer.body
                if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name)
                and isinstance(one.value, ast.Call) and called(one.value) in _LAZY
            }  # fmt: skip
            if made & used:
                return True
    return False


def _made(file: Module, node: ast.expr) -> Mend:
    start, end = file.span(node)
    if isinstance(node, ast.GeneratorExp) and file.source.text[start] == "(":
        return Mend((TextEdit(start, start + 1, "["), TextEdit(end - 1, end, "]")))
    return Mend((TextEdit(start, start, "list("), TextEdit(end, end, ")")))


RECIPES = (Recipe("before-closing", "Reads the file before the block that opened it is left.", apply),)

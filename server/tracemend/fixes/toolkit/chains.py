"""Calls that follow one another in an expression, and the call that a value comes from."""

from __future__ import annotations

import ast

from tracemend.fixes.toolkit.code import called
from tracemend.source.module import Module
from tracemend.source.reach import reach


def made_by(file: Module, node: ast.expr, *names: str) -> ast.Call | None:
    """The one call of a function or method of one of these names that a value comes from, through names."""
    sources = reach(file, node)
    if sources is None or len(sources) != 1:
        return None
    value = sources[0]
    return value if isinstance(value, ast.Call) and called(value) in names else None


def steps_of(node: ast.expr) -> list[ast.Call]:
    """The calls of a chain `a.b(...).c(...)["x"].d(...)`, the last first."""
    found: list[ast.Call] = []
    at: ast.expr = node
    while isinstance(at, ast.Call | ast.Attribute | ast.Subscript):
        if isinstance(at, ast.Call):
            found.append(at)
            at = at.func
        else:
            at = at.value
    return found

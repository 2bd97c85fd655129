"""The one node of the failing statement that a recipe is about, in the parse of the whole file."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TypeVar

from tracemend.fixes.recipe import Request
from tracemend.fixes.toolkit.code import called, expressions, nearest_to_carets
from tracemend.fixes.toolkit.reach import reach
from tracemend.source.module import Module, whole

Node = TypeVar("Node", bound=ast.expr)


def failing(request: Request, kind: type[Node], fits: Callable[[Node], bool]) -> tuple[Module, list[Node]] | None:
    """The file, and the expressions of a kind that fit: those at the carets; None where there are none, or the file
    is not to be looked at whole."""
    statement = request.place.statement
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None:
        return None
    found = [node for node in expressions(statement) if isinstance(node, kind) and fits(node)]
    same = [file.same(statement, node) for node in nearest_to_carets(statement, found)]
    nodes = [node for node in same if isinstance(node, kind)]
    return (file, nodes) if nodes else None


def the_failing(request: Request, kind: type[Node], fits: Callable[[Node], bool]) -> tuple[Module, Node] | None:
    """The file and the one expression that fits; None where it is not one."""
    found = failing(request, kind, fits)
    return (found[0], found[1][0]) if found is not None and len(found[1]) == 1 else None


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

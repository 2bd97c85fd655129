"""The failing statement as a node of the whole file's parse: for recipes that look further than its block."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from tracemend.fixes.recipe import Request
from tracemend.fixes.toolkit.code import called, nearest_to_carets, spreads
from tracemend.source.module import Module, whole
from tracemend.source.scopes import Scope
from tracemend.source.statement import Statement, own_parts

Node = TypeVar("Node", bound=ast.expr)


class Failing(NamedTuple):
    """The file, the statement as its block shows it, and the same one in the file's own parse."""

    file: Module
    statement: Statement
    node: ast.stmt

    def parts(self, kind: type[Node], fits: Callable[[Node], bool] = lambda _: True) -> list[Node]:
        """The statement's own expressions of a kind that fit, as nodes of the file: those at the carets where they name
        some."""
        every = [part for part in own_parts(self.statement.node) if isinstance(part, kind) and fits(part)]
        same = [self.file.same(self.statement, part) for part in nearest_to_carets(self.statement, every)]
        return [part for part in same if isinstance(part, kind)]

    def every(self, kind: type[Node]) -> list[Node]:
        """All of the statement's own expressions of a kind, as nodes of the file, wherever the carets are."""
        return [part for part in own_parts(self.node) if isinstance(part, kind)]


def failing(request: Request) -> Failing | None:
    """The failing statement of a request in its whole file; None where the file does not parse."""
    statement = request.place.statement
    file = whole(statement.source) if statement is not None else None
    node = file.same(statement, statement.node) if statement is not None and file is not None else None
    if statement is None or file is None or not isinstance(node, ast.stmt):
        return None
    return Failing(file, statement, node)


def whole_file(request: Request) -> Module | None:
    """The failing statement's file; None where it does not parse. For what is found by a name of the message."""
    statement = request.place.statement
    return whole(statement.source) if statement is not None else None


def functions_named(file: Module, name: str) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions of a name that are no methods, wherever they stand."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [
        one
        for one in file.nodes
        if isinstance(one, kinds) and one.name == name and not isinstance(file.parents.get(id(one)), ast.ClassDef)
    ]


def told(request: Request, pattern: re.Pattern[str]) -> Failing | None:
    """`failing`, where the first line of the message fits a pattern; None elsewhere."""
    return failing(request) if pattern.search(request.report.first_line) else None


def all_failing(request: Request, kind: type[Node], fits: Callable[[Node], bool]) -> tuple[Module, list[Node]] | None:
    """The file, and the statement's expressions of a kind that fit: those at the carets; None where there are none, or
    the file is not to be looked at whole."""
    at = failing(request)
    if at is None:
        return None
    nodes = at.parts(kind, fits)
    return (at.file, nodes) if nodes else None


def the_failing(request: Request, kind: type[Node], fits: Callable[[Node], bool]) -> tuple[Module, Node] | None:
    """The file and the one expression that fits; None where it is not one."""
    found = all_failing(request, kind, fits)
    return (found[0], found[1][0]) if found is not None and len(found[1]) == 1 else None


def one_call(at: Failing | None, *names: str) -> ast.Call | None:
    """The statement's one call of a function of these names that could be meant, without spread arguments."""
    found = at.parts(ast.Call, lambda call: called(call) in names and not spreads(call)) if at is not None else []
    return found[0] if len(found) == 1 else None


def scope_at(file: Module, node: ast.AST) -> Scope:
    """The function, class, lambda or module that a node runs in."""
    return next((outer for outer in file.around(node) if isinstance(outer, Scope)), file.tree)


def is_alone(file: Module, node: ast.AST) -> bool:
    """Whether a statement begins and ends its own lines: others can be put before and after it."""
    start, end = file.span(node)
    first, column = file.source.position(start)
    last, stop = file.source.position(end)
    rest = file.source.line(last)[stop:].strip()
    return not file.source.line(first)[:column].strip() and (not rest or rest.startswith("#"))

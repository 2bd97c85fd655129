"""Loops that count: what a counter runs from and to, what a loop's body changes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tracemend.fixes.toolkit.code import called, dotted
from tracemend.source.module import Module
from tracemend.source.reach import reach

_CHANGERS = ("append", "extend", "insert", "remove", "pop", "clear", "popleft")


@dataclass(frozen=True, slots=True)
class Counted:
    """A `for` loop, or one of a comprehension, over `range(...)` or `enumerate(...)`.

    `stop` is the expression that ends the range (the sequence itself for `enumerate`); `first` the one that starts it,
    None where it is left out; `start` its number where it is one, 0 where it is left out, -1 where it is none; `step`
    0 where it is no plain number.
    """

    node: ast.For | ast.AsyncFor | ast.comprehension
    body: list[ast.stmt] | list[ast.expr]
    stop: ast.expr
    first: ast.expr | None
    start: int | None
    step: int

    def nodes(self) -> Iterator[ast.AST]:
        """Every node of the body."""
        for one in self.body:
            yield from ast.walk(one)


def counted(file: Module, node: ast.AST, name: str) -> Counted | None:
    """The innermost loop around a node that binds the name as its counter; None where it is no such loop."""
    for outer in file.around(node):
        if isinstance(outer, ast.ListComp | ast.SetComp | ast.GeneratorExp):
            for one in outer.generators:
                if isinstance(one.target, ast.Name) and one.target.id == name:
                    return _counted(one, [outer.elt, *one.ifs], one.iter)
        if isinstance(outer, ast.For | ast.AsyncFor):
            target = outer.target
            pair = isinstance(target, ast.Tuple) and bool(target.elts)
            first = target.elts[0] if isinstance(target, ast.Tuple) and target.elts else target
            if isinstance(first, ast.Name) and first.id == name:
                return _counted(outer, outer.body, outer.iter, pair)
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            return None
    return None


def _counted(
    node: ast.For | ast.AsyncFor | ast.comprehension,
    body: list[ast.stmt] | list[ast.expr],
    over: ast.expr,
    pair: bool = False,
) -> Counted | None:
    if not isinstance(over, ast.Call) or over.keywords or not isinstance(over.func, ast.Name):
        return None
    arguments = over.args
    if pair:
        enumerated = over.func.id == "enumerate" and len(arguments) == 1
        return Counted(node, body, arguments[0], None, 0, 1) if enumerated else None
    if over.func.id != "range" or not arguments or any(isinstance(one, ast.Starred) for one in arguments):
        return None
    if len(arguments) == 1:
        return Counted(node, body, arguments[0], None, 0, 1)
    start, step = _number(arguments[0]), _number(arguments[2]) if len(arguments) > 2 else 1
    return Counted(node, body, arguments[1], arguments[0], -1 if start is None else start, step or 0)


def _number(node: ast.expr) -> int | None:
    try:
        value = ast.literal_eval(node)
    except (ValueError, TypeError):
        return None
    return value if type(value) is int else None


def offset(node: ast.expr) -> tuple[ast.Name | None, int]:
    """`i`, `i + 1` and `i - 1` as the name and the number; no name for any other index."""
    inner, number = without_number(node)
    return (inner, number) if isinstance(inner, ast.Name) else (None, 0)


def without_number(node: ast.expr) -> tuple[ast.expr, int]:
    """An expression without the number that is added to it or taken from it, and that number."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        number = _number(node.right)
        if number is not None:
            return node.left, number if isinstance(node.op, ast.Add) else -number
    return node, 0


def is_length(file: Module, node: ast.expr, text: str) -> bool:
    """Whether an expression is `len(items)`, or a name for it; `text` is that of `items`."""
    for one in reach(file, node) or [node]:
        if (
            not isinstance(one, ast.Call)
            or called(one) != "len"
            or len(one.args) != 1
            or file.text(one.args[0]) != text
        ):
            return False
    return True


def changes(body: list[ast.stmt] | list[ast.expr], text: str, stores: int = 0) -> bool:
    """Whether the body makes the sequence of that name longer or shorter; `stores`: how many of its items it may
    assign, any number where it is 0."""
    stored = 0
    for part in (inner for one in body for inner in ast.walk(one)):
        if isinstance(part, ast.Attribute) and part.attr in _CHANGERS and dotted(part.value) == text:
            return True
        if isinstance(part, ast.Subscript) and dotted(part.value) == text:
            if isinstance(part.ctx, ast.Del):
                return True
            stored += isinstance(part.ctx, ast.Store)
        if isinstance(part, ast.Name) and part.id == text and isinstance(part.ctx, ast.Store):
            return True
    return bool(stores) and stored > stores

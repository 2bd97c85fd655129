"""The text literals that a statement's paths come from, through names, arguments and what makes paths of them."""

from __future__ import annotations

import ast

from tracemend.fixes.toolkit.code import called, text_of
from tracemend.source.module import Module
from tracemend.source.reach import reach
from tracemend.source.statement import Statement, own_parts


def begins(node: ast.expr) -> str:
    """What a text literal, an f-string or a sum of texts begins with."""
    if isinstance(node, ast.JoinedStr) and node.values:
        return text_of(node.values[0]) or ""
    if isinstance(node, ast.BinOp):
        return begins(node.left)
    return text_of(node) or ""


def literals(file: Module, statement: Statement) -> list[ast.expr]:
    """The literals that the statement's names and arguments come from."""
    found: dict[int, ast.expr] = {}
    for part in own_parts(statement.node):
        same = file.same(statement, part) if isinstance(part, ast.expr) else None
        if not isinstance(same, ast.Name | ast.Constant | ast.JoinedStr | ast.BinOp | ast.Call):
            continue
        for source in reach(file, same) or ():
            for one in _path_parts(source):
                if not isinstance(file.parents.get(id(one)), ast.JoinedStr | ast.BinOp):
                    found[id(one)] = one
    return list(found.values())


def _path_parts(node: ast.expr) -> list[ast.expr]:
    """A literal itself, or the first argument of what makes a path of it."""
    if isinstance(node, ast.Call) and node.args and called(node) in ("Path", "join", "open", "PurePath", "abspath"):
        return _path_parts(node.args[0])
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return _path_parts(node.left)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _path_parts(node.func.value)
    return [node] if isinstance(node, ast.Constant | ast.JoinedStr | ast.BinOp) and begins(node) else []

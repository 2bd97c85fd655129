"""Which operator a message names, with the types of its operands, and the operands themselves in the statement."""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.toolkit.code import nearest_to_carets
from tracemend.source.module import Module
from tracemend.source.statement import Statement, own_parts

_CONCATENATE = lazy.regex(r'can only concatenate str \(not "(int|float)"\) to str')
_OPERANDS = lazy.regex(r"unsupported operand type\(s\) for ([^:]+): '(\w+)' and '(\w+)'")
_COMPARED = lazy.regex(r"'(\S+)' not supported between instances of '(\w+)' and '(\w+)'")
REPEATED = lazy.regex(r"can't multiply sequence by non-int of type '(float|str)'")
_NUMBERS = ("int", "float")
_SIGNS: dict[str, type[ast.AST]] = {
    "+": ast.Add, "-": ast.Sub, "*": ast.Mult, "/": ast.Div, "//": ast.FloorDiv, "%": ast.Mod, "** or pow()": ast.Pow,
    "<": ast.Lt, ">": ast.Gt, "<=": ast.LtE, ">=": ast.GtE,
}  # fmt: skip


def operator_of(message: str) -> tuple[str | None, tuple[str, str]]:
    """The operator and the types of its operands; the left one's may be unknown of a repetition."""
    if found := _CONCATENATE.search(message):
        return "+", ("str", found[1])
    if found := REPEATED.search(message):
        return "*", ("str", found[1])
    if found := _OPERANDS.search(message) or _COMPARED.search(message):
        types, sign = (found[2], found[3]), found[1]
        sign = sign if sign in _SIGNS else sign.removesuffix("=")
        if sign in _SIGNS and "str" in types and all(kind in ("str", *_NUMBERS) for kind in types):
            return sign, types
    return None, ("", "")


def operand_pairs(file: Module, statement: Statement, sign: str) -> list[tuple[ast.expr, ast.expr]]:
    """The left and right operand of each such operator of the statement, as nodes of the file: of those at the carets
    where they name some."""
    kind, node = _SIGNS[sign], statement.node
    if isinstance(node, ast.AugAssign) and isinstance(node.op, kind):
        same = file.same(statement, node)
        return [(same.target, same.value)] if isinstance(same, ast.AugAssign) else []
    parts = [
        part
        for part in own_parts(node)
        if (isinstance(part, ast.BinOp) and isinstance(part.op, kind))
        or (isinstance(part, ast.Compare) and any(isinstance(op, kind) for op in part.ops))
    ]
    exact = [part for part in parts if part is statement.expression]
    found: list[tuple[ast.expr, ast.expr]] = []
    for part in exact or nearest_to_carets(statement, parts):
        same = file.same(statement, part)
        if isinstance(same, ast.BinOp):
            found.append((same.left, same.right))
        elif isinstance(same, ast.Compare):
            sides = [same.left, *same.comparators]
            found += [(sides[at], sides[at + 1]) for at, op in enumerate(same.ops) if isinstance(op, kind)]
    return found

"""`power`: the power that was meant by `^`.

`^` between numbers, one of them a float, becomes `**`, with every other `^` of that formula.

Source: https://docs.python.org/3/reference/expressions.html#the-power-operator
"""

from __future__ import annotations

import ast
from typing import Literal

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted, nearest_to_carets
from tracemend.fixes.toolkit.operators import operator_span
from tracemend.source.module import whole
from tracemend.source.statement import own_parts

_POWER = lazy.regex(r"unsupported operand type\(s\) for \^=?: '(int|float)' and '(int|float)'")


def power(request: Request) -> Mend | None:
    """The recipe for `^`."""
    statement = request.place.statement
    found = _POWER.search(request.report.first_line)
    file = whole(statement.source) if statement is not None and found is not None else None
    if statement is None or file is None or found is None or "float" not in found.groups():
        return None
    node = statement.node
    if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.BitXor) and "^=" in found[0]:
        same = file.same(statement, node)
        span = operator_span(file, same.target, same.value, "^=") if isinstance(same, ast.AugAssign) else None
        return None if span is None else Mend((TextEdit(*span, "**="),))
    parts = [part for part in own_parts(node) if isinstance(part, ast.BinOp) and isinstance(part.op, ast.BitXor)]
    failed = nearest_to_carets(statement, parts)
    same_node = file.same(statement, failed[0]) if failed else None
    if same_node is None:
        return None
    top: ast.AST = same_node
    for outer in file.around(same_node):
        if not isinstance(outer, ast.BinOp | ast.UnaryOp):
            break
        top = outer
    edits = []
    for part in ast.walk(top):
        if isinstance(part, ast.BinOp) and isinstance(part.op, ast.BitXor):
            span = operator_span(file, part.left, part.right, "^")
            if span is None:
                return None
            start, end = file.span(part.left)[1], file.span(part.right)[0]
            plain = not file.source.text[start:end].strip(" ^")  # no bracket, no comment
            tight = plain and _is_simple(_beside(part.left, "right")) and _is_simple(_beside(part.right, "left"))
            edits.append(TextEdit(start, end, "**") if tight else TextEdit(*span, "**"))
    return Mend(tuple(edits), sure=len(failed) == 1 or all(isinstance(one, ast.BinOp) for one in failed))


def _beside(node: ast.expr, side: Literal["left", "right"]) -> ast.expr:
    """The operand at one side of an expression: a power binds it more tightly than `^` does."""
    while isinstance(node, ast.BinOp):
        node = getattr(node, side)
    return node


def _is_simple(node: ast.expr) -> bool:
    """Whether formatters put no blanks beside a power of it: a name, a dotted one, a number."""
    if isinstance(node, ast.UnaryOp):
        node = node.operand
    return dotted(node) is not None or (isinstance(node, ast.Constant) and isinstance(node.value, int | float))


RECIPES = (
    Recipe(
        "power",
        "Writes ** where ^ was meant as a power.",
        power,
        unsure="Another operator of the line may be the one that is meant.",
    ),
)

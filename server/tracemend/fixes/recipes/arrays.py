"""`array-truth`, `array-bitwise` and `array-brackets`: what to do with an array where one true or false is needed.

`array-truth` puts `.any()` or `.all()` after the condition that failed: only the author knows which is
meant, so it is never sure. `array-bitwise` joins with `&`, `|` and `~` instead of `and`, `or` and `not`,
with the parentheses these need; it does not apply where the result is itself a condition, which would fail
again. `array-brackets` puts the comparisons between `&` and `|`, which bind tighter, into parentheses.

Source: https://numpy.org/doc/stable/reference/routines.logic.html
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import POSTFIXED, called, chain, expressions, parents_in
from tracemend.source.statement import Statement, parse

_BITS = (ast.BitAnd, ast.BitOr)
_TIGHTER = (*POSTFIXED, ast.Constant)


def _condition(statement: Statement) -> ast.expr | None:
    """The condition that failed: the operand at the carets, else the whole test."""
    node = statement.node
    tests: list[ast.expr] = [node.test] if isinstance(node, ast.If | ast.While | ast.Assert) else []
    tests += [part.test for part in expressions(statement) if isinstance(part, ast.IfExp)]
    tests += [
        part.operand
        for part in expressions(statement)
        if isinstance(part, ast.UnaryOp) and isinstance(part.op, ast.Not)
    ]
    operands = [value for part in expressions(statement) if isinstance(part, ast.BoolOp) for value in part.values]
    if statement.expression is not None:
        for candidate in (*operands, *tests):
            if candidate is statement.expression and not isinstance(candidate, ast.BoolOp):
                return candidate
    plain = [test for test in tests if not isinstance(test, ast.BoolOp)]
    plain = [test for test in plain if not (isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not))]
    return plain[0] if len(plain) == 1 and not operands else None


def truth(request: Request) -> Mend | None:
    """The recipe `array-truth`."""
    statement, reduce = request.place.statement, request.arguments.get("reduce")
    if statement is None or reduce not in ("any", "all"):
        return None
    node = _condition(statement)
    if node is None or (isinstance(node, ast.Call) and called(node) in ("any", "all") and not node.args):
        return None
    text = statement.text(node)
    if not isinstance(node, POSTFIXED) and not _bracketed(statement, node):
        text = f"({text})"
        return Mend((TextEdit(*statement.span(node), f"{text}.{reduce}()"),), sure=False)
    _, end = statement.span(node)
    at = end + 1 if _bracketed(statement, node) else end
    return Mend((TextEdit(at, at, f".{reduce}()"),), sure=False)


def _bracketed(statement: Statement, node: ast.expr) -> bool:
    """Whether the node stands in parentheses of its own."""
    start, end = statement.span(node)
    text = statement.source.text
    return text[start - 1 : start] == "(" and text[end : end + 1] == ")" and not text[start - 2 : start - 1].isalnum()


def bitwise(request: Request) -> Mend | None:
    """The recipe `array-bitwise`."""
    statement = request.place.statement
    if statement is None:
        return None
    parents = parents_in(statement.node)
    tops = [
        part
        for part in expressions(statement)
        if _is_logic(part) and not any(_is_logic(outer) for outer in chain(part, parents))
    ]
    if len(tops) != 1 or _is_condition(statement, tops[0], parents):
        return None
    text = _bits(statement, tops[0])
    outer = parents.get(id(tops[0]))
    if isinstance(outer, ast.Compare | ast.BinOp | ast.UnaryOp) and not _bracketed(statement, tops[0]):
        text = f"({text})"
    return Mend((TextEdit(*statement.span(tops[0]), text),))


def _is_logic(node: ast.AST) -> bool:
    return isinstance(node, ast.BoolOp) or (isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not))


def _is_condition(statement: Statement, node: ast.expr, parents: dict[int, ast.AST]) -> bool:
    outer = parents.get(id(node))
    if isinstance(outer, ast.If | ast.While | ast.Assert | ast.IfExp):
        return outer.test is node
    if isinstance(outer, ast.comprehension):
        return node in outer.ifs
    return isinstance(outer, ast.Call) and isinstance(outer.func, ast.Name) and outer.func.id == "bool"


def _bits(statement: Statement, node: ast.expr) -> str:
    if isinstance(node, ast.BoolOp):
        sign = " & " if isinstance(node.op, ast.And) else " | "
        return sign.join(_operand(statement, value) for value in node.values)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return f"~{_operand(statement, node.operand)}"
    return statement.text(node)


def _operand(statement: Statement, node: ast.expr) -> str:
    text = _bits(statement, node)
    tight = isinstance(node, _TIGHTER) or (isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not))
    return text if tight else f"({text})"


def brackets(request: Request) -> Mend | None:
    """The recipe `array-brackets`: `(a > 1) & (b < 2)` for `a > 1 & b < 2`."""
    statement = request.place.statement
    if statement is None:
        return None
    found = [
        part
        for part in expressions(statement)
        if isinstance(part, ast.Compare) and any(_splits(statement, one) for one in (part.left, *part.comparators))
    ]
    if len(found) != 1:
        return None
    node = found[0]
    start, end = statement.span(node)
    pieces = [start]
    for operand in (node.left, *node.comparators):
        if isinstance(operand, ast.BinOp) and _splits(statement, operand):
            if any(
                isinstance(side, ast.BinOp) and isinstance(side.op, _BITS) for side in (operand.left, operand.right)
            ):
                return None
            pieces += [statement.span(operand.left)[1], statement.span(operand.right)[0]]
    pieces.append(end)
    edits: list[TextEdit] = []
    for begin, stop in zip(pieces[::2], pieces[1::2], strict=True):
        piece = parse(f"({statement.source.text[begin:stop]}\n)")
        if piece is None or not isinstance(piece.body[0], ast.Expr):
            return None
        if isinstance(piece.body[0].value, ast.Compare):
            edits += [TextEdit(begin, begin, "("), TextEdit(stop, stop, ")")]
    return Mend(tuple(edits)) if len(edits) > 2 else None


def _splits(statement: Statement, node: ast.expr) -> bool:
    """Whether an operand of a comparison is joined by `&` or `|` without parentheses of its own."""
    return isinstance(node, ast.BinOp) and isinstance(node.op, _BITS) and not _bracketed(statement, node)


RECIPES = (
    Recipe(
        "array-truth",
        "Asks whether any, or all, of an array's elements are true.",
        truth,
        {"reduce": "`any` or `all`"},
        unsure="Only you know whether one true element is enough or all have to be.",
    ),
    Recipe("array-bitwise", "Joins arrays element by element with &, | and ~.", bitwise),
    Recipe("array-brackets", "Puts the comparisons between & and | into parentheses.", brackets),
)

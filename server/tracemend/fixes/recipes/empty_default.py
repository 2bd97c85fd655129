"""`empty-default`: say what the result is where there is nothing: `next(found, None)`, `max(values, default=None)`,
`reduce(f, values, 1)`, `total / count if count else 0`.

Sure only where the file shows what is meant: the result is tested for None or truth afterwards; the file has the like
quotient with an `if` in another place; a product of nothing is 1. Else None (0 for numbers that the code works out) is
only proposed.

Sources: https://docs.python.org/3/library/functions.html#next, https://docs.python.org/3/library/functions.html#max
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, spreads
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.source.module import Module

_NUMBERS = ("len", "int", "float", "sum", "abs", "round", "ord")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at, name, message = failing(request), request.report.exception, request.report.first_line
    if at is None or name is None:
        return None
    if name == "ZeroDivisionError":
        return _quotient(at)
    if name == "StopIteration":
        return _next(at)
    if name == "TypeError":
        return _reduced(at) if message.startswith("reduce() of empty") else None
    calls = [
        one for one in at.parts(ast.Call) if called(one) in ("max", "min") and message.startswith(called(one) + "(")
    ]
    if len(calls) != 1 or len(calls[0].args) != 1 or spreads(calls[0]) or keyword_of(calls[0], "default"):
        return None
    call = calls[0]
    tested = _is_tested(at, call)
    default = "None" if tested or not _numbers(call.args[0]) else "0"
    if isinstance(call.args[0], ast.GeneratorExp) and not call.keywords:
        start, end = at.file.span(call.args[0])
        if end == at.file.span(call)[1]:  # the call's parentheses are the generator's
            edits = (TextEdit(start, start, "("), TextEdit(end, end, f", default={default})"))
            return Mend(edits, sure=tested)
    return Mend((add_keyword(at.file.statement(call), call, f"default={default}"),), sure=tested)


def _next(at: Failing) -> Mend | None:
    calls = [
        one for one in at.parts(ast.Call) if dotted(one.func) == "next" and len(one.args) == 1 and not one.keywords
    ]
    if len(calls) != 1:
        return None
    call, tested = calls[0], _is_tested(at, calls[0])
    start, end = at.file.span(call.args[0])
    if isinstance(call.args[0], ast.GeneratorExp) and end == at.file.span(call)[1]:
        return Mend((TextEdit(start, start, "("), TextEdit(end, end, ", None)")), sure=tested)
    return Mend((add_keyword(at.file.statement(call), call, "None"),), sure=tested)


def _is_tested(at: Failing, call: ast.Call) -> bool:
    """Whether the result has a name that the code asks for None or truth before it uses it in another way."""
    outer = at.file.parents.get(id(call))
    target = outer.targets[0] if isinstance(outer, ast.Assign) and len(outer.targets) == 1 else None
    if isinstance(outer, ast.NamedExpr):
        target = outer.target
    if not isinstance(target, ast.Name):
        return False
    loop = at.file.parents.get(id(outer))
    if isinstance(loop, ast.While) and loop.body[-1] is outer:
        tests = [one for one in ast.walk(loop.test) if isinstance(one, ast.Name) and one.id == target.id]
        return len(tests) == 1 and _asks(at.file, tests[0])
    scope = at.file.scope_of(target.id, target)
    later = [one for one in at.file.uses(target.id, scope) if one.lineno >= call.lineno] if scope is not None else []
    return bool(later) and _asks(at.file, later[0])


def _asks(file: Module, node: ast.expr) -> bool:
    outer = file.parents.get(id(node))
    if isinstance(outer, ast.UnaryOp) and isinstance(outer.op, ast.Not):
        return True
    if isinstance(outer, ast.If | ast.IfExp | ast.While):
        return outer.test is node
    if not isinstance(outer, ast.Compare) or len(outer.ops) != 1 or not isinstance(outer.ops[0], ast.Is | ast.IsNot):
        return False
    return isinstance(outer.comparators[0], ast.Constant) and outer.comparators[0].value is None


def _numbers(node: ast.expr) -> bool:
    """Whether the items are numbers that the code works out."""
    item = node.elt if isinstance(node, ast.GeneratorExp | ast.ListComp) else None
    if isinstance(node, ast.Call) and called(node) == "map" and node.args:
        return dotted(node.args[0]) in _NUMBERS
    if isinstance(item, ast.BinOp):
        return isinstance(item.op, ast.Sub | ast.Mult | ast.Div)
    return isinstance(item, ast.Call) and called(item) in _NUMBERS


def _reduced(at: Failing) -> Mend | None:
    calls = [one for one in at.parts(ast.Call) if called(one) == "reduce" and len(one.args) == 2 and not one.keywords]
    if len(calls) != 1:
        return None
    function = calls[0].args[0]
    body = function.body if isinstance(function, ast.Lambda) else None
    product = isinstance(body, ast.BinOp) and isinstance(body.op, ast.Mult)
    total = isinstance(body, ast.BinOp) and isinstance(body.op, ast.Add)
    product, total = product or dotted(function) in ("operator.mul", "mul"), total or dotted(function) == "operator.add"
    if not (product or total):
        return None
    return Mend((add_keyword(at.file.statement(calls[0]), calls[0], "1" if product else "0"),), sure=product)


def _quotient(at: Failing) -> Mend | None:
    found = [one for one in at.parts(ast.BinOp) if isinstance(one.op, ast.Div | ast.FloorDiv)]
    if len(found) != 1:
        return None
    node, divisor = found[0], found[0].right
    asked = divisor.args[0] if isinstance(divisor, ast.Call) and called(divisor) == "len" and divisor.args else divisor
    if dotted(asked) is None or (isinstance(divisor, ast.Call) and asked is divisor):
        return None
    likes = [
        one.orelse
        for one in at.file.nodes
        if isinstance(one, ast.IfExp)
        and isinstance(one.body, ast.BinOp)
        and isinstance(one.body.op, ast.Div)
        and _is_like(at.file, one.body.right, divisor)
    ]
    values = {at.file.text(one) for one in likes if isinstance(one, ast.Constant)}
    value = values.pop() if len(values) == 1 else None
    start, end = at.file.span(node)
    outer = at.file.parents.get(id(node))
    if isinstance(outer, ast.IfExp) and dotted(asked) in {dotted(one) for one in ast.walk(outer.test)}:
        return None
    alone = isinstance(outer, ast.Return | ast.Assign) or (isinstance(outer, ast.Call) and outer.func is not node)
    line = at.file.source.text[start:end]
    if "\n" in line or (at.file.source.text[start - 1 : start] == "(" and not isinstance(outer, ast.Call)):
        return None
    condition = f" if {dotted(asked)} else {value or '0'}"
    edits = [TextEdit(end, end, condition if alone else f"{condition})")]
    if not alone:
        edits.insert(0, TextEdit(start, start, "("))
    return Mend(tuple(edits), sure=value is not None)


def _is_like(file: Module, one: ast.expr, other: ast.expr) -> bool:
    """Whether two quotients are divided by the same: the number of something, or what has one name."""
    if isinstance(one, ast.Call) and isinstance(other, ast.Call):
        return called(one) == called(other)
    return (dotted(one) or "").rpartition(".")[2] == (dotted(other) or "-").rpartition(".")[2]


RECIPES = (
    Recipe(
        "empty-default",
        "Says what the result is where there is nothing.",
        apply,
        unsure="The code does not show which result is meant where there is nothing.",
    ),
)

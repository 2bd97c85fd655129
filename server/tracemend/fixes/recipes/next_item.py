"""`next-item`: look at the next item only where there is one.

In a loop over all positions whose `if` looks at the item further on (`if x[i + 1] > x[i]:`), the last item fails. Where
the loop does something with each item all the same, the last one must not be left out, so the condition is guarded:

- `if i + 1 < len(x) and x[i + 1] > x[i]:`, where the `else`, or another statement of the loop, uses the item;
- `if i + 1 == len(x) or x[i + 1] != x[i]:`, where the branch uses the item: a group ends at the end as well.

Does not apply where the loop only compares neighbours (then it ends one earlier: `last-position`), nor where the item
further on is used outside of the `if`.

Source: https://docs.python.org/3/reference/expressions.html#boolean-operations
"""

from __future__ import annotations

import ast
from dataclasses import dataclass

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted
from tracemend.fixes.toolkit.failing import failing
from tracemend.fixes.toolkit.loops import changes, counted, is_length, offset, without_number
from tracemend.source.module import Module

_DOES = frozenset(("append", "add", "write", "extend", "insert", "print"))


@dataclass(frozen=True, slots=True)
class _Next:
    """`items[name + shift]` in the test of `branch`, which stands in a loop with that body."""

    file: Module
    node: ast.Subscript
    items: str
    name: str
    shift: int
    branch: ast.If
    body: list[ast.stmt]


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = failing(request)
    if at is None or "index out of range" not in request.report.first_line or "assignment" in request.report.first_line:
        return None
    found = [one for part in at.parts(ast.Subscript) if (one := _next(at.file, part)) is not None]
    if len(found) != 1:
        return None
    look = found[0]
    if any(_looks(part, look) for one in look.body for part in ast.walk(one) if not _inside(look, part)):
        return None
    if any(_looks(part, look) for one in look.branch.orelse for part in ast.walk(one)):
        return None
    return _guarded(look)


def _next(file: Module, node: ast.Subscript) -> _Next | None:
    """The item further on, where the `if` around it stands in a loop over all positions."""
    name, shift = offset(node.slice)
    branch = next((one for one in file.around(node) if isinstance(one, ast.stmt)), None)
    if name is None or shift <= 0 or not isinstance(branch, ast.If):
        return None
    items = file.text(node.value)
    loop = counted(file, node, name.id)
    if loop is not None:
        part, extra = without_number(loop.stop)
        whole = (
            loop.step == 1
            and loop.start is not None
            and loop.start >= 0
            and extra == 0
            and is_length(file, part, items)
        )
        body = loop.node.body if isinstance(loop.node, ast.For) else None
        if not whole or body is None:
            return None
    else:
        outer = next((one for one in file.around(node) if isinstance(one, ast.While | ast.FunctionDef)), None)
        if not isinstance(outer, ast.While) or not _all_positions(file, outer.test, name.id, items):
            return None
        body = outer.body
    if changes(body, items):
        return None
    return _Next(file, node, items, name.id, shift, branch, body)


def _all_positions(file: Module, test: ast.expr, name: str, items: str) -> bool:
    """Whether a condition is `i < len(items)`."""
    return (
        isinstance(test, ast.Compare)
        and len(test.ops) == 1
        and isinstance(test.ops[0], ast.Lt)
        and dotted(test.left) == name
        and is_length(file, test.comparators[0], items)
    )


def _looks(node: ast.AST, look: _Next) -> bool:
    """Whether a node is an item further on."""
    if not isinstance(node, ast.Subscript) or look.file.text(node.value) != look.items:
        return False
    name, shift = offset(node.slice)
    return name is not None and name.id == look.name and shift > 0


def _inside(look: _Next, node: ast.AST) -> bool:
    """Whether a node stands in the `if`."""
    return any(one is look.branch for one in look.file.around(node))


def _guarded(look: _Next) -> Mend | None:
    """The condition that asks first whether there is a next item."""
    operand = _operand(look)
    if operand is None:
        return None
    length = f"len({look.items})"
    index = f"{look.name} + {look.shift}"
    start, end = look.file.span(operand)
    unequal = isinstance(operand, ast.Compare) and len(operand.ops) == 1 and isinstance(operand.ops[0], ast.NotEq)
    whole = operand is look.branch.test
    if unequal:
        uses = _uses_item(look.branch.body, look)
        if not uses or not whole:
            return None
        return Mend((TextEdit(start, start, f"{index} == {length} or "),))
    if not (_uses_item(look.branch.orelse, look) or _done_before(look)):
        return None
    if whole or isinstance(look.file.parents.get(id(operand)), ast.BoolOp):
        outer = look.file.parents.get(id(operand))
        if isinstance(outer, ast.BoolOp) and isinstance(outer.op, ast.Or):
            return Mend((TextEdit(start, start, f"({index} < {length} and "), TextEdit(end, end, ")")))
        return Mend((TextEdit(start, start, f"{index} < {length} and "),))
    return None


def _operand(look: _Next) -> ast.expr | None:
    """The condition, or the operand of its `and` and `or`, that has the item further on; None behind a `not` and where
    several have it."""
    test = look.branch.test
    if any(isinstance(part, ast.Call) and is_length(look.file, part, look.items) for part in ast.walk(test)):
        return None  # it asks for the end already
    while isinstance(test, ast.BoolOp):
        having = [one for one in test.values if any(part is look.node for part in ast.walk(one))]
        others = [one for one in test.values if one is not having[0]]
        if any(_looks(part, look) for one in others for part in ast.walk(one)):
            return None
        test = having[0]
    plain = isinstance(test, ast.Compare | ast.Call | ast.Subscript)
    return test if plain and not _in_parentheses(look, test) else None


def _in_parentheses(look: _Next, node: ast.expr) -> bool:
    """Whether an operand has parentheses of its own, so that what goes before it would go into them."""
    start, _ = look.file.span(node)
    return node is not look.branch.test and look.file.source.text[:start].rstrip()[-1:] == "("


def _uses_item(body: list[ast.stmt], look: _Next) -> bool:
    """Whether statements use the item itself, by its position or by a name that the loop gives it."""
    names = {
        target.id
        for one in look.body
        if isinstance(one, ast.Assign) and any(_is_item(part, look) for part in ast.walk(one.value))
        for target in one.targets
        if isinstance(target, ast.Name)
    }
    return any(
        _is_item(part, look) or (isinstance(part, ast.Name) and part.id in names and isinstance(part.ctx, ast.Load))
        for one in body
        for part in ast.walk(one)
    )


def _is_item(node: ast.AST, look: _Next) -> bool:
    if not isinstance(node, ast.Subscript) or look.file.text(node.value) != look.items:
        return False
    name, shift = offset(node.slice)
    return name is not None and name.id == look.name and shift == 0


def _done_before(look: _Next) -> bool:
    """Whether another statement of the loop does something with each item: collects, adds up or prints it."""
    for one in look.body:
        if one is look.branch or not _uses_item([one], look):
            continue
        call = one.value if isinstance(one, ast.Expr) and isinstance(one.value, ast.Call) else None
        name = (dotted(call.func) or "").rpartition(".")[2] if call is not None else ""
        if isinstance(one, ast.AugAssign) or name in _DOES:
            return True
    return False


RECIPES = (Recipe("next-item", "Looks at the next item only where there is one.", apply),)

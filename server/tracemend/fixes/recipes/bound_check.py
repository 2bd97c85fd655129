"""`bound-check`: a check of an index lets the length itself pass, which is one past the last item.

`0 <= row <= len(grid)` becomes `0 <= row < len(grid)`, and `row < 0 or row > len(grid)`, which turns others away,
becomes `row >= len(grid)`. Sure where it is the only such check of the file, and stands in the failing function or in
one that it calls. Not without the lower bound beside it: a place to insert at, or a slice's end, may be the length.

Source: https://docs.python.org/3/library/stdtypes.html#common-sequence-operations
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called
from tracemend.fixes.toolkit.failing import Failing, failing, scope_at
from tracemend.fixes.toolkit.loops import is_length
from tracemend.source.module import Module

_RANGES = ("index out of range", "is out of bounds for axis 0")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at, message = failing(request), request.report.first_line
    if at is None or not any(one in message for one in _RANGES):
        return None
    texts = {at.file.text(part.value) for part in at.every(ast.Subscript)}
    found = [edit for text in texts for edit in _checks(at.file, text)]
    if len(found) != 1:
        return None
    check, edit = found[0]
    return Mend((edit,), sure=_is_near(at, check))


def _checks(file: Module, text: str) -> Iterator[tuple[ast.Compare, TextEdit]]:
    """The checks against `len(text)` that let it pass, each with its mend."""
    for node in file.nodes:
        if not isinstance(node, ast.Compare):
            continue
        sides = [node.left, *node.comparators]
        for number, sign in enumerate(node.ops):
            left, right = sides[number], sides[number + 1]
            if not isinstance(left, ast.Name) or not is_length(file, right, text):
                continue
            inside = isinstance(sign, ast.LtE) and number == 1 and _is_low(sides[0], node.ops[0])
            if inside or (isinstance(sign, ast.Gt) and _is_turned_away(file, node, left.id)):
                written, meant = ("<=", "<") if inside else (">", ">=")
                begin = file.source.text.find(written, file.span(left)[1], file.span(right)[0])
                if begin >= 0:
                    yield node, TextEdit(begin, begin + len(written), meant)


def _is_low(node: ast.expr, sign: ast.cmpop) -> bool:
    return isinstance(sign, ast.LtE) and isinstance(node, ast.Constant) and node.value == 0


def _is_turned_away(file: Module, node: ast.Compare, name: str) -> bool:
    """Whether `name < 0 or ...` stands before it."""
    outer = file.parents.get(id(node))
    if not isinstance(outer, ast.BoolOp) or not isinstance(outer.op, ast.Or):
        return False
    for other in outer.values:
        low = other if isinstance(other, ast.Compare) and len(other.ops) == 1 else None
        if low is not None and isinstance(low.left, ast.Name) and low.left.id == name:
            zero = low.comparators[0]
            if isinstance(low.ops[0], ast.Lt) and isinstance(zero, ast.Constant) and zero.value == 0:
                return True
    return False


def _is_near(at: Failing, check: ast.Compare) -> bool:
    """Whether the check is made for what fails: in the same function, or in one that it calls."""
    here, there = scope_at(at.file, at.node), scope_at(at.file, check)
    if here is there:
        return True
    name = getattr(there, "name", None)
    return any(isinstance(part, ast.Call) and called(part) == name for part in ast.walk(here))


RECIPES = (
    Recipe(
        "bound-check",
        "Lets a check of the bounds end before the length.",
        apply,
        unsure="The check may belong to another use of the index.",
    ),
)

"""The fact that says that a list is asked for what one of its items has, in the loop over it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tracemend.evidence.code import statement_of
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import short
from tracemend.evidence.syntax import accessed, dotted
from tracemend.source.statement import own_parts

_OVER = ("enumerate", "sorted", "reversed", "list", "tuple", "iter", "set", "tqdm")
"""Functions that hand on the items of what they are given."""


def element_of_loop(inquiry: Inquiry) -> Finding:
    statement = statement_of(inquiry)
    if statement is None:
        return UNKNOWN
    asked = accessed(statement, inquiry.captures.get("attribute"))
    loops: list[ast.For | ast.AsyncFor | ast.comprehension] = [
        part for part in own_parts(statement.node) if isinstance(part, ast.comprehension)
    ]
    loops += [one for one in reversed(statement.parents) if isinstance(one, ast.For | ast.AsyncFor)]
    if not isinstance(asked, ast.Name):
        return UNKNOWN
    for loop in loops:
        item = _item(loop, asked)
        if item is not None and item != asked.id:
            line = statement.line_of(loop.iter)
            seen = f"The loop in line {line} goes over {short(asked.id)}, and calls each item {short(item)}."
            return Finding(True, seen, {"list": asked.id, "element": item})
    return Finding(False, f"No loop around the line goes over {short(asked.id)}.")


def _item(loop: ast.For | ast.AsyncFor | ast.comprehension, asked: ast.Name) -> str | None:
    """The loop's name for an item of what is asked; None where it does not go over it, or has no name for an item."""
    target = loop.target
    for over in _handed_on(loop.iter):
        if isinstance(over, ast.Name) and over.id == asked.id and over is not asked:
            return target.id if isinstance(target, ast.Name) else None
        if isinstance(over, ast.Call) and dotted(over.func) == "enumerate" and isinstance(target, ast.Tuple):
            target = target.elts[-1]
    return None


def _handed_on(node: ast.expr) -> Iterator[ast.expr]:
    """An expression and what it goes over the items of: a part of it, or what it sorts."""
    for _ in range(4):
        yield node
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
            node = node.value
        elif isinstance(node, ast.Call) and dotted(node.func) in _OVER and node.args:
            node = node.args[0]
        else:
            return


FACTS = (
    Fact(
        "element-of-loop",
        "Is a list asked inside the loop over it, where one of its items may be meant?",
        element_of_loop,
        gives=("list", "element"),
        source_only=True,
    ),
)

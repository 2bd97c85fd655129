"""`key-default`: `d[k]` becomes `d.get(k, default)`, with a default that the code there can work with.

The default is taken from how the value is used: `""` where it is printed, formatted, joined to a text or is
an environment variable; 0 in arithmetic with a number; an empty tuple where it is looped over; the like of
the dictionary's other values where these are written down. `d[k] += 1` becomes `d[k] = d.get(k, 0) + 1`, and
`d[k].append(x)` `d.setdefault(k, []).append(x)` (`toolkit/first_entries.py`).
Where the use does not show it there is no mend: None as a default would only move the error. Does not apply
to assignment and deletion.

Sure only where an absent key has one meaning: counting from nothing, and a switch that is off unless set (`debug`).
An empty text that is printed, or nothing that is looped over, keeps the program quiet; whether it is right the code
does not show.

Source: https://docs.python.org/3/library/stdtypes.html#dict.get
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import (
    assigned_value,
    assignment_before,
    called,
    dotted,
    expressions,
    nearest_to_carets,
    parents_in,
)
from tracemend.fixes.toolkit.first_entries import first_entry, zero_of
from tracemend.source.statement import Statement, parse

_ENVIRONMENT = "An empty text stands in for the variable: put there what the program can work with."
_LOOPS = ("list", "tuple", "set", "sorted", "sum", "len", "enumerate", "any", "all", "iter")
_TEXT_METHODS = (
    "strip",
    "lower",
    "upper",
    "split",
    "startswith",
    "endswith",
    "replace",
    "title",
    "encode",
    "format",
)
_CHANGERS = ("append", "extend", "insert", "add", "update", "setdefault")
_ARITHMETIC = (ast.Add, ast.Sub, ast.Mult)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement = request.place.statement
    if statement is None:
        return None
    given = request.arguments.get("default")
    if given is not None and not _is_expression(given):
        return None
    frames = request.report.frames
    below = bool(frames) and frames[-1] != request.place.frame  # what the statement calls has raised it
    if not below and given is None:
        counted = first_entry(statement)
        if counted is not None:
            return counted
    node = _subscript(statement, request)
    if node is None:
        return None
    base, key = statement.text(node.value), statement.text(node.slice)
    if isinstance(node.slice, ast.Tuple) and not key.startswith("("):
        key = f"({key})"
    environment = dotted(node.value) in ("os.environ", "environ")
    if below and not environment:
        return None
    default, sure = (given, True) if given is not None else _default(statement, node, environment)
    if default is None:
        return None
    if default == '""' and key[:1] == "'":
        default = "''"
    elif default == '"0"' and key[:1] == "'":
        default = "'0'"
    if not isinstance(node.value, ast.Name | ast.Attribute | ast.Subscript | ast.Call):
        base = f"({base})"
    edit = TextEdit(*statement.span(node), f"{base}.get({key}, {default})")
    return Mend((edit,), sure=sure, note=_ENVIRONMENT if environment and given is None else None)


def _is_expression(text: object) -> bool:
    tree = parse(text) if isinstance(text, str) and "\n" not in text else None
    return tree is not None and len(tree.body) == 1 and isinstance(tree.body[0], ast.Expr)


def _subscript(statement: Statement, request: Request) -> ast.Subscript | None:
    """The look-up that failed: at the carets, with the key that was reported; the only one where neither shows."""
    found = [
        node
        for node in expressions(statement)
        if isinstance(node, ast.Subscript)
        and isinstance(node.ctx, ast.Load)
        and not isinstance(node.slice, ast.Slice)
        and not _holds_store(statement, node)
    ]
    reported = request.report.first_line
    same = [node for node in found if isinstance(node.slice, ast.Constant) and repr(node.slice.value) == reported]
    nodes = nearest_to_carets(statement, same or [node for node in found if not isinstance(node.slice, ast.Constant)])
    if statement.expression is not None and isinstance(statement.expression, ast.Subscript):
        nodes = [node for node in nodes if node is statement.expression] or nodes
    return nodes[0] if len(nodes) == 1 else None


def _holds_store(statement: Statement, node: ast.Subscript) -> bool:
    """Whether something is stored into what the look-up gives: `d[k][0] = x` would be lost with a default."""
    parents = parents_in(statement.node)
    outer = parents.get(id(node))
    while isinstance(outer, ast.Subscript | ast.Attribute):
        if isinstance(outer.ctx, ast.Store | ast.Del):
            return True
        outer = parents.get(id(outer))
    return False


def _default(statement: Statement, node: ast.Subscript, environment: bool) -> tuple[str | None, bool]:
    """The default as source text, and whether the use shows that the code works with it."""
    parents = parents_in(statement.node)
    outer = parents.get(id(node))
    if isinstance(outer, ast.keyword):
        outer = parents.get(id(outer))
    if isinstance(outer, ast.Call) and node is not outer.func:
        name = called(outer)
        if name in ("int", "float"):
            return ('"0"' if environment else "0"), False
        if name == "print":
            return '""', False
        if name in _LOOPS and not environment:
            return "()", False
    if isinstance(outer, ast.FormattedValue):
        return ('""' if outer.format_spec is None else None), False
    if environment:
        asked = isinstance(outer, ast.If | ast.While | ast.Compare | ast.BoolOp | ast.UnaryOp)
        return '""', asked and _is_switch(node.slice)
    if isinstance(outer, ast.For | ast.AsyncFor | ast.comprehension) and outer.iter is node:
        return "()", False
    if isinstance(outer, ast.Attribute) and outer.attr in _TEXT_METHODS:
        return '""', False
    if isinstance(outer, ast.Attribute) and outer.attr in _CHANGERS:
        return None, False  # what is put into a default is lost
    if isinstance(outer, ast.BinOp) and isinstance(outer.op, _ARITHMETIC):
        other = outer.right if outer.left is node else outer.left
        zero = zero_of(other)
        if zero is not None and not (zero == '""' and not isinstance(outer.op, ast.Add)):
            return zero, False
    if isinstance(outer, ast.If | ast.While):
        return "False", _is_switch(node.slice)
    if isinstance(outer, ast.AugAssign) and outer.value is node and isinstance(outer.op, ast.Add | ast.Sub):
        return "0", False
    return _like_the_others(statement, node), False


_SWITCH = lazy.regex(
    r"(?:^|_)(?:debug|verbose|quiet|silent|trace|profile|dry_?run|test(?:ing|_mode)?|force|ci|no_\w+|seen|visited|done|"
    r"found|deleted|hidden|archived|disabled|skip\w*)(?:_|$)",
    re.IGNORECASE,
)
"""What is off unless somebody switched it on. Of others (`verify_tls`) that is not said."""


def _is_switch(key: ast.expr) -> bool:
    return isinstance(key, ast.Constant) and isinstance(key.value, str) and bool(_SWITCH.search(key.value))


def _like_the_others(statement: Statement, node: ast.Subscript) -> str | None:
    """The empty value of the type that all values of the dictionary's literal have."""
    found = assignment_before(statement, node.value.id) if isinstance(node.value, ast.Name) else None
    value = assigned_value(found) if found is not None else None
    if not isinstance(value, ast.Dict) or not value.values:
        return None
    zeros = {zero_of(item) for item in value.values}
    return zeros.pop() if len(zeros) == 1 else None


RECIPES = (
    Recipe(
        "key-default",
        "Asks the dictionary with get and a default that the code there can work with.",
        apply,
        {"default": "the default as source text; taken from how the value is used, if not given"},
        unsure="The code does not show what to take where the key is missing.",
    ),
)

"""Under which conditions a statement runs, and whether a text that a name stands for meets them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from tracemend.fixes.toolkit.code import text_of
from tracemend.source.module import Module
from tracemend.source.scopes import Scope

Ask = Callable[[ast.expr, str], "bool | None"]
"""Whether an expression that is none of those known here holds for a text; None where that cannot be told."""
_LEAVES = (ast.Continue, ast.Break, ast.Return, ast.Raise)
_ASKED = frozenset(("startswith", "endswith", "isdigit", "isalpha", "isalnum", "isspace", "isupper", "islower"))
_CHANGED = frozenset(("strip", "lstrip", "rstrip", "lower", "upper", "casefold"))


def conditions(file: Module, node: ast.stmt, until: ast.AST | None = None) -> Iterator[tuple[ast.expr, bool]]:
    """The tests that were made before the statement ran, innermost first, each with its outcome: those of the branches
    that it stands in, and those above it that would have left. Not beyond `until`, or the function."""
    inner: ast.AST = node
    for outer in file.around(node):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(outer, name, None)
            at = (
                next((index for index, one in enumerate(block) if one is inner), None)
                if isinstance(block, list)
                else None
            )
            if at is None or not isinstance(block, list):
                continue
            for before in reversed(block[:at]):
                if isinstance(before, ast.If) and not before.orelse and isinstance(before.body[-1], _LEAVES):
                    yield before.test, False
            if isinstance(outer, ast.If) and name != "finalbody":
                yield outer.test, name == "body"
        if outer is until or isinstance(outer, Scope):
            return
        inner = outer


def holds(test: ast.expr, name: str, text: str, ask: Ask) -> bool | None:
    """Whether a test holds where the variable has this text; None where that cannot be told."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        inner = holds(test.operand, name, text, ask)
        return None if inner is None else not inner
    if isinstance(test, ast.BoolOp):
        every = [holds(one, name, text, ask) for one in test.values]
        decides = isinstance(test.op, ast.Or)
        return decides if decides in every else None if None in every else not decides
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        return _compared(test, name, text, ask)
    own = _value(test, name, text)
    if own is not None:
        return bool(own)
    if isinstance(test, ast.Call) and isinstance(test.func, ast.Attribute) and test.func.attr in _ASKED:
        asked, given = _value(test.func.value, name, text), _constants(test.args)
        if asked is not None and given is not None and not test.keywords:
            try:
                return bool(getattr(asked, test.func.attr)(*given))
            except TypeError:
                return None
    return ask(test, text)


def _compared(test: ast.Compare, name: str, text: str, ask: Ask) -> bool | None:
    sign, left, right = test.ops[0], test.left, test.comparators[0]
    if isinstance(sign, ast.Is | ast.IsNot) and isinstance(right, ast.Constant) and right.value is None:
        found = ask(left, text)
        return None if found is None else found is isinstance(sign, ast.IsNot)
    one, other = _value(left, name, text), _value(right, name, text)
    one = one if one is not None else text_of(left)
    other = other if other is not None else text_of(right)
    if one is None or other is None:
        return None
    if isinstance(sign, ast.In | ast.NotIn):
        return (one in other) is isinstance(sign, ast.In)
    return (one == other) is isinstance(sign, ast.Eq) if isinstance(sign, ast.Eq | ast.NotEq) else None


def _value(node: ast.expr, name: str, text: str) -> str | None:
    """The text as the expression has it: the variable, or what a method without arguments makes of it."""
    if isinstance(node, ast.Name):
        return text if node.id == name else None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not node.args and not node.keywords:
        inner = _value(node.func.value, name, text) if node.func.attr in _CHANGED else None
        return str(getattr(inner, node.func.attr)()) if inner is not None else None
    return None


def _constants(nodes: list[ast.expr]) -> list[str | tuple[str, ...]] | None:
    found: list[str | tuple[str, ...]] = []
    for node in nodes:
        texts = [text_of(one) for one in node.elts] if isinstance(node, ast.Tuple) else [text_of(node)]
        if None in texts:
            return None
        plain = tuple(text for text in texts if text is not None)
        found.append(plain if isinstance(node, ast.Tuple) else plain[0])
    return found

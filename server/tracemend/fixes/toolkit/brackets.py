"""Which brackets a display is meant to have, as far as the code around it and the uses of its name show."""

from __future__ import annotations

import ast
import warnings
from typing import Final

from tracemend.source.text import SourceText

ANY = "any"
"""The code treats a list, a tuple and a set alike."""
_OPENERS: Final = {
    ast.List: "[",
    ast.ListComp: "[",
    ast.Tuple: "(",
    ast.GeneratorExp: "(",
    ast.Set: "{",
    ast.SetComp: "{",
}
_ITERATES = frozenset(
    [
        "all",
        "any",
        "dict",
        "enumerate",
        "filter",
        "frozenset",
        "iter",
        "list",
        "map",
        "max",
        "min",
        "next",
        "reversed",
        "set",
        "sorted",
        "sum",
        "tuple",
        "zip",
    ]
)
"""Built-in functions to which it is one what they iterate over."""
_ONLY_LIST = frozenset(["append", "extend", "insert", "sort", "reverse"])
_ONLY_SET = frozenset(["add", "discard", "union", "intersection", "difference", "issubset", "issuperset", "update"])
_TAKES_TUPLE = frozenset(["isinstance", "issubclass", "startswith", "endswith"])


def parsed(text: str) -> ast.Module | None:
    """The tree of a text; None where it does not parse."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def opener_meant(text: str, start: int) -> str | None:
    """The opening bracket that the display at that offset of a text that parses is meant to have: `[`, `(` or `{`;
    `ANY` where each would do; None where the code does not show it."""
    tree, source = parsed(text), SourceText(text)
    if tree is None:
        return None
    parents: dict[ast.AST, ast.AST] = {}
    found: ast.expr | None = None
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            parents[child] = node
        if isinstance(node, ast.expr) and type(node) in _OPENERS and _offset(source, node) == start:
            found = node
    return None if found is None else _shown(found, parents, tree)


def _offset(source: SourceText, node: ast.expr) -> int:
    text = source.line(node.lineno).encode()[: node.col_offset].decode(errors="replace")
    return source.offset(node.lineno, len(text))


def _shown(node: ast.expr, parents: dict[ast.AST, ast.AST], tree: ast.Module) -> str | None:
    parent = parents[node]
    if isinstance(parent, ast.List | ast.Tuple | ast.Set) and len(parent.elts) > 1:
        kinds = {_OPENERS.get(type(one)) for one in parent.elts if one is not node}
        if len(kinds) == 1:
            return kinds.pop()
    if isinstance(parent, ast.Dict):
        if node in parent.keys:
            return "("
        kinds = {_OPENERS.get(type(one)) for one in parent.values if one is not node}
        return kinds.pop() if len(kinds) == 1 else None
    if isinstance(parent, ast.Assign) and len(parent.targets) == 1 and isinstance(parent.targets[0], ast.Name):
        return _of_uses(parent.targets[0], parents, tree)
    return _of_use(node, parents)


def _of_uses(target: ast.Name, parents: dict[ast.AST, ast.AST], tree: ast.Module) -> str | None:
    """What all uses of a name together show."""
    kinds = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == target.id and node is not target:
            kinds.add(_of_use(node, parents) if isinstance(node.ctx, ast.Load) else _of_store(node, parents))
    shown = kinds - {ANY, None}
    if len(shown) == 1:
        return shown.pop()
    return ANY if kinds == {ANY} else None


def _of_store(node: ast.Name, parents: dict[ast.AST, ast.AST]) -> str | None:
    """`name += [1]` shows a list; any other binding of the name nothing."""
    parent = parents[node]
    return _OPENERS.get(type(parent.value)) if isinstance(parent, ast.AugAssign) else None


def _of_use(node: ast.expr, parents: dict[ast.AST, ast.AST]) -> str | None:
    """What the place where a display (or its name) stands shows."""
    parent = parents[node]
    if isinstance(parent, ast.For | ast.comprehension):
        return ANY if parent.iter is node else None
    if isinstance(parent, ast.Starred):
        return ANY
    if isinstance(parent, ast.Compare):
        return (
            ANY if parent.left is not node and all(isinstance(one, ast.In | ast.NotIn) for one in parent.ops) else None
        )
    if isinstance(parent, ast.Assign):
        return ANY if all(isinstance(one, ast.Tuple | ast.List) for one in parent.targets) else None
    if isinstance(parent, ast.ExceptHandler):
        return "("
    if isinstance(parent, ast.Attribute):
        return "[" if parent.attr in _ONLY_LIST else "{" if parent.attr in _ONLY_SET else None
    if isinstance(parent, ast.Subscript):
        return _of_subscript(node, parent)
    if isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Mod) and parent.right is node:
        return "("
    if isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Add):
        return _OPENERS.get(type(parent.left if parent.right is node else parent.right))
    return _of_call(node, parent) if isinstance(parent, ast.Call) and node in parent.args else None


def _of_subscript(node: ast.expr, parent: ast.Subscript) -> str | None:
    if parent.slice is node:
        return "("
    if not isinstance(parent.ctx, ast.Load):
        return "["
    return None if isinstance(parent.slice, ast.Slice) else ANY


def _of_call(node: ast.expr, call: ast.Call) -> str | None:
    if isinstance(call.func, ast.Name) and call.func.id in _ITERATES | {"len"}:
        return ANY
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    if name in _TAKES_TUPLE:
        return "("
    return ANY if name in ("join", "extend") and len(call.args) == 1 else None


def expressions_without_effect(tree: ast.Module) -> list[ast.Expr]:
    """The statements, in their order, that are expressions and call, await, yield and bind nothing; no docstrings."""
    does = (ast.Call, ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr)
    found = []
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            for at, one in enumerate(block if isinstance(block, list) else []):
                if isinstance(one, ast.Expr) and not any(isinstance(part, does) for part in ast.walk(one)):
                    value = one.value
                    if not (isinstance(value, ast.Constant) and (at == 0 or value.value is Ellipsis)):
                        found.append(one)
    return sorted(found, key=lambda one: one.lineno)

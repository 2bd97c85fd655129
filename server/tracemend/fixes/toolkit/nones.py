"""Where the None of a message stands in the failing statement, and which expression gave it."""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.toolkit.code import called
from tracemend.fixes.toolkit.failing import Failing
from tracemend.source.module import Module
from tracemend.source.reach import attribute_values, reach
from tracemend.source.scopes import COMPREHENSIONS

_NO_ATTRIBUTE = lazy.regex(r"'NoneType' object has no attribute '(\w+)'")
_OPERANDS = lazy.regex(r"(?:unsupported operand|not supported between).*'(\S+)' and '(\S+)'")


def nones(at: Failing, message: str) -> list[ast.expr]:
    """The expressions of the statement that may be the None that the message speaks of."""
    if "NoneType" not in message:
        return []
    if (named := _NO_ATTRIBUTE.search(message)) is not None:
        return [part.value for part in at.parts(ast.Attribute) if part.attr == named[1]]
    if "not subscriptable" in message or "does not support item" in message:
        return [part.value for part in at.parts(ast.Subscript)]
    if "not callable" in message:
        return [part.func for part in at.parts(ast.Call)]
    if "has no len" in message:
        return [part.args[0] for part in at.parts(ast.Call) if called(part) == "len" and part.args]
    if "itera" in message or "is not a container" in message:
        return _iterated(at)
    if (operands := _OPERANDS.search(message)) is not None:
        return _operands(at, [kind == "NoneType" for kind in operands.groups()])
    if "concatenate" in message:
        return _operands(at, [False, True])
    return [argument for part in at.parts(ast.Call) for argument in part.args]


def _iterated(at: Failing) -> list[ast.expr]:
    found: list[ast.expr] = []
    node = at.node
    if isinstance(node, ast.For | ast.AsyncFor):
        found.append(node.iter)
    elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple | ast.List):
        found.append(node.value)
    for part in at.every(ast.expr):
        if isinstance(part, ast.Compare):
            found += [one for sign, one in zip(part.ops, part.comparators, strict=True) if isinstance(sign, _IN)]
        elif isinstance(part, ast.Call):
            found += part.args
        elif isinstance(part, ast.Starred):
            found.append(part.value)
        elif isinstance(part, COMPREHENSIONS):
            found += [one.iter for one in part.generators]
    return found


_IN = (ast.In, ast.NotIn)


def _operands(at: Failing, wanted: list[bool]) -> list[ast.expr]:
    """The operands on those sides; what sorts by a function has that function's results as operands."""
    pairs: list[tuple[ast.expr, ast.expr]] = []
    if isinstance(at.node, ast.AugAssign):
        pairs.append((at.node.target, at.node.value))
    pairs += [(part.left, part.right) for part in at.parts(ast.BinOp)]
    pairs += [(part.left, part.comparators[0]) for part in at.parts(ast.Compare)]
    found = [side for pair in pairs for side, is_none in zip(pair, wanted, strict=True) if is_none]
    for call in at.every(ast.Call):
        found += [one.value for one in call.keywords if one.arg == "key" and isinstance(one.value, ast.Name)]
    return found


def origins(file: Module, node: ast.expr) -> list[ast.expr]:
    """The expressions that an expression's value comes from, by the assignment that was made last where a name has
    several."""
    if isinstance(node, ast.Await):
        return origins(file, node.value)
    if isinstance(node, ast.Attribute):
        return attribute_values(file, node) or [node]
    found = reach(file, node)
    if found is not None or not isinstance(node, ast.Name):
        return [one.value if isinstance(one, ast.Await) else one for one in found or [node]]
    scope = file.scope_of(node.id, node)
    before = [one for one in file.bindings(node.id, scope) if _line(one.node) < node.lineno] if scope else []
    if not before or before[-1].value is None:
        return []
    outer = file.parents.get(id(before[-1].node))
    if outer is not scope and not any(outer is one for one in file.around(node)):
        return []  # a branch that need not have run
    value = before[-1].value
    return [node] if isinstance(value, ast.Name) and value.id == node.id else origins(file, value)


def _line(node: ast.AST) -> int:
    return int(getattr(node, "lineno", 0))

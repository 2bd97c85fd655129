"""`swap-arguments`: two arguments of a call that stand in each other's place, as the parameters' types show.

`repeat(3, "x")` of `def repeat(text: str, times: int)` becomes `repeat("x", 3)`. The failing statement stands in the
function (of a class: in its `__init__`), whose parameters have plain types; the arguments' own types are seen:
literals, conversions, names for one. Both have to be wrong where they stand and right in the other's place.

Does not apply where two calls or two pairs fit: then the definition may be what is wrong.
Source: https://docs.python.org/3/library/typing.html, https://docs.python.org/3/reference/expressions.html#calls
"""

from __future__ import annotations

import ast
from itertools import combinations

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, spreads
from tracemend.fixes.toolkit.failing import failing
from tracemend.source.module import Module
from tracemend.source.reach import reach
from tracemend.source.scopes import Function, decorated_with

_TYPES = ("str", "int", "float", "bool", "bytes", "list", "dict", "tuple", "set")
_MAKE = {"input": "str", "len": "int", "sorted": "list", "ord": "int"}
_METHODS = {"strip": "str", "upper": "str", "lower": "str", "join": "str", "format": "str", "split": "list"}
_DISPLAYS: dict[type[ast.expr], str] = {
    ast.JoinedStr: "str", ast.List: "list", ast.ListComp: "list", ast.Dict: "dict", ast.DictComp: "dict",
    ast.Tuple: "tuple", ast.Set: "set", ast.SetComp: "set",
}  # fmt: skip


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = failing(request)
    if at is None:
        return None
    function = next((one for one in at.file.around(at.node) if isinstance(one, Function)), None)
    if function is None or function.args.vararg or function.args.posonlyargs:
        return None
    owner = at.file.parents.get(id(function))
    parameters = [*function.args.args]
    name = function.name
    if isinstance(owner, ast.ClassDef):
        if not decorated_with(function, "staticmethod"):
            parameters = parameters[1:]
        name = owner.name if name == "__init__" else name
    wanted = [_annotated(one.annotation) for one in parameters]
    if sum(one is not None for one in wanted) < 2:
        return None
    same = [one for one in at.file.nodes if isinstance(one, Function) and one.name == function.name]
    if len(same) != 1 and function.name != "__init__":
        return None
    found = []
    for call in [one for one in at.file.nodes if isinstance(one, ast.Call) and called(one) == name]:
        pair = _swapped(at.file, call, wanted)
        if pair is not None:
            found.append(pair)
    if len(found) != 1:
        return None
    first, second = found[0]
    return Mend(
        (
            TextEdit(*at.file.span(first), at.file.text(second)),
            TextEdit(*at.file.span(second), at.file.text(first)),
        )
    )


def _annotated(node: ast.expr | None) -> str | None:
    """The plain type that an annotation names; None for all else."""
    if isinstance(node, ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) and node.id in _TYPES else None


def _type(file: Module, node: ast.expr) -> str | None:
    found = {_own_type(one) for one in reach(file, node) or [node]}
    return found.pop() if len(found) == 1 else None


def _own_type(node: ast.expr) -> str | None:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node = node.operand
    if isinstance(node, ast.Constant):
        name = type(node.value).__name__
        return name if name in _TYPES else None
    if isinstance(node, ast.Call):
        name = called(node)
        if isinstance(node.func, ast.Attribute):
            return _METHODS.get(name)
        return name if name in _TYPES else _MAKE.get(name)
    return _DISPLAYS.get(type(node))


def _fits(own: str | None, wanted: str | None) -> bool:
    return own == wanted or (own == "int" and wanted == "float") or (own == "bool" and wanted == "int")


def _swapped(file: Module, call: ast.Call, wanted: list[str | None]) -> tuple[ast.expr, ast.expr] | None:
    """The two arguments that fit in each other's place alone."""
    if spreads(call) or len(call.args) > len(wanted):
        return None
    types = [_type(file, one) for one in call.args]
    wrong = [at for at, own in enumerate(types) if own and wanted[at] and not _fits(own, wanted[at])]
    pairs = [
        (one, other)
        for one, other in combinations(wrong, 2)
        if _fits(types[one], wanted[other]) and _fits(types[other], wanted[one])
    ]
    if len(pairs) != 1 or len(wrong) != 2:
        return None
    return call.args[pairs[0][0]], call.args[pairs[0][1]]


RECIPES = (Recipe("swap-arguments", "Puts two arguments into each other's place, as their types show.", apply),)

"""`text-result`: `__str__` and the like that give back something else than a text.

`return self.count` becomes `return str(self.count)`. Sure but for a tuple, of which the parts may be meant. Does not
apply where several methods of the file may have done it, or what is given back is None (`add-return`).

Source: https://docs.python.org/3/reference/datamodel.html#object.__str__
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request
from tracemend.fixes.toolkit.code import called
from tracemend.fixes.toolkit.displays import wrap
from tracemend.fixes.toolkit.failing import failing
from tracemend.source.scopes import Function, own_nodes

_RETURNED = lazy.regex(r"(__(?:str|repr|format)__) (?:returned non-string|must return a str, not) ?\(?(?:type )?(\w+)")


def text_result(request: Request) -> Mend | None:
    """The recipe."""
    at, match = failing(request), _RETURNED.match(request.report.first_line)
    if at is None or match is None or match[2] == "NoneType":
        return None
    found: list[ast.expr] = []
    for node in at.file.nodes:
        if isinstance(node, Function) and node.name == match[1]:
            values = [one.value for one in own_nodes(node) if isinstance(one, ast.Return)]
            found += [value for value in values if value is not None and _is_other(value)]
    if len(found) != 1:
        return None
    value = found[0]
    start, end = at.file.span(value)
    if isinstance(value, ast.Tuple) and at.file.source.text[start:end][:1] != "(":
        return None
    return Mend(tuple(wrap(at.file, value, "str")), sure=match[2] not in ("tuple", "list", "bytes"))


def _is_other(node: ast.expr) -> bool:
    """Whether a value is not evidently a text."""
    if isinstance(node, ast.JoinedStr):
        return False
    if isinstance(node, ast.Constant):
        return not isinstance(node.value, str)
    if isinstance(node, ast.Call):
        return called(node) not in ("str", "repr", "format", "join", "upper", "lower", "title", "strip", "__str__")
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
        return _is_other(node.left) and _is_other(node.right)
    return True


RECIPES = (
    Recipe(
        "text-result",
        "Lets __str__ give back a text.",
        text_result,
        unsure="Its parts may be meant to be written in another way.",
    ),
)

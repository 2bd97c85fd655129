"""`percent-text`: write `%s` for the `%d` that got a text.

Where the values are a tuple, the one that the code shows to be a text is meant. A text that holds a number is
converted instead. Does not apply to `%05d` and the like, whose look a text cannot have.

Source: https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, nearest_to_carets, text_of
from tracemend.fixes.toolkit.displays import wrap
from tracemend.fixes.toolkit.texts import number_text
from tracemend.source.module import Module, whole
from tracemend.source.reach import reach
from tracemend.source.statement import own_parts

_MESSAGE = lazy.regex(r"%([diuxXo]) format: an? (?:real )?(?:number|integer) is required, not str")
_PLACE = lazy.regex(r"%(?:%|([-+ #0]*[\d.*]*)([a-zA-Z]))")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement = request.place.statement
    failed = _MESSAGE.search(request.report.first_line)
    file = whole(statement.source) if statement is not None and failed is not None else None
    if statement is None or file is None or failed is None:
        return None
    parts = [
        part
        for part in own_parts(statement.node)
        if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Mod) and text_of(part.left) is not None
    ]
    found = [
        same
        for part in nearest_to_carets(statement, parts)
        if isinstance(same := file.same(statement, part), ast.BinOp)
    ]
    if len(found) != 1 or isinstance(found[0].right, ast.Dict):
        return None
    node = found[0]
    start, end = file.span(node.left)
    places = [one for one in _PLACE.finditer(file.source.text, start, end) if one[2]]
    values = list(node.right.elts) if isinstance(node.right, ast.Tuple) else [node.right]
    if len(places) != len(values):
        return None
    wrong = [
        (place, value)
        for place, value in zip(places, values, strict=True)
        if place[2] == failed[1] and not _is_number(file, value)
    ]
    shown = [(place, value) for place, value in wrong if _is_text(file, value)]
    if len(shown or wrong) != 1:
        return None
    place, value = (shown or wrong)[0]
    number = number_text(file, value)
    if number is not None and not number.decimal:
        return Mend(tuple(wrap(file, value, "int")))
    if place[1] or place[2] not in "diu":
        return None
    at = place.end() - 1
    return Mend((TextEdit(at, at + 1, "s"),), sure=bool(shown))


def _is_number(file: Module, node: ast.expr) -> bool:
    return all(
        (isinstance(one, ast.Constant) and isinstance(one.value, int | float))
        or (isinstance(one, ast.Call) and called(one) in ("int", "len", "float", "sum", "round"))
        for one in reach(file, node) or [node]
    )


def _is_text(file: Module, node: ast.expr) -> bool:
    sources = reach(file, node)
    return sources is not None and all(
        isinstance(one, ast.JoinedStr)
        or text_of(one) is not None
        or (
            isinstance(one, ast.Call) and called(one) in ("str", "input", "join", "upper", "lower", "strip", "strftime")
        )
        for one in sources
    )


RECIPES = (
    Recipe(
        "percent-text",
        "Writes %s for the %d that gets a text.",
        apply,
        unsure="The code does not show that the value is a text.",
    ),
)

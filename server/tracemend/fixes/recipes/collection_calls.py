"""What the collections of the standard library are given: `default-maker`, `deque-part`, `sum-start`.

- `default-maker` gives `defaultdict` the type that makes the default in place of a default: `int` for `0`, `list` for
  `[]` or `list()`; `lambda: 5` for another constant.
- `deque-part` makes a list of a deque whose part is taken: `list(last)[1:]`.
- `sum-start` gives `sum` an empty list or tuple to begin with. Texts are joined: `"".join(parts)`; where the file shows
  that they hold numbers it does not apply.

Sources: https://docs.python.org/3/library/collections.html#collections.defaultdict,
https://docs.python.org/3/library/functions.html#sum
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, text_of
from tracemend.fixes.toolkit.failing import failing, told
from tracemend.fixes.toolkit.nones import origins
from tracemend.source.module import Module
from tracemend.source.reach import attribute_values, elements, reach

_EMPTY: dict[type[ast.AST], str] = {ast.List: "list", ast.Dict: "dict", ast.Tuple: "tuple"}
_MAKERS = ("list", "dict", "set", "int", "float", "str", "tuple", "bool")
_SLICE = lazy.regex(r"sequence index must be integer, not 'slice'")
_SUMMED = lazy.regex(r"unsupported operand type\(s\) for \+: 'int' and '(list|tuple|str)'")
_STARTS = {"list": "[]", "tuple": "()"}


def default_maker(request: Request) -> Mend | None:
    """`defaultdict(int)` for `defaultdict(0)`."""
    at = failing(request)
    found = [one for one in at.parts(ast.Call) if called(one) == "defaultdict" and one.args] if at is not None else []
    if at is None or len(found) != 1 or "first argument must be callable" not in request.report.first_line:
        return None
    maker = _maker(found[0].args[0], at.file)
    return Mend((TextEdit(*at.file.span(found[0].args[0]), maker),)) if maker is not None else None


def _maker(node: ast.expr, file: Module) -> str | None:
    """What makes such a default each time."""
    if isinstance(node, ast.List | ast.Tuple | ast.Dict):
        empty = not (node.keys if isinstance(node, ast.Dict) else node.elts)
        return _EMPTY[type(node)] if empty else None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MAKERS:
        return None if node.args or node.keywords else node.func.id
    if isinstance(node, ast.Constant) and node.value is not None and node.value is not ...:
        plain = not node.value and type(node.value).__name__ in _MAKERS
        return type(node.value).__name__ if plain else f"lambda: {file.text(node)}"
    return None


def deque_part(request: Request) -> Mend | None:
    """`list(last)[1:]` for `last[1:]`."""
    at = told(request, _SLICE)
    if at is None:
        return None
    found = [
        one for one in at.parts(ast.Subscript) if isinstance(one.slice, ast.Slice) and isinstance(one.ctx, ast.Load)
    ]
    shown = [one for one in found if _is_deque(at.file, one.value)]
    if len(found) != 1 and len(shown) != 1:
        return None
    node = (shown or found)[0].value
    if isinstance(node, ast.Call) and called(node) in ("list", "tuple"):
        return None
    start, end = at.file.span(node)
    return Mend((TextEdit(start, start, "list("), TextEdit(end, end, ")")))


def _is_deque(file: Module, node: ast.expr) -> bool:
    made = attribute_values(file, node) if isinstance(node, ast.Attribute) else reach(file, node)
    return bool(made) and all(isinstance(one, ast.Call) and called(one) == "deque" for one in made or ())


def sum_start(request: Request) -> Mend | None:
    """`sum(rows, [])`, and `"".join(parts)` for texts."""
    at = told(request, _SUMMED)
    kind = _SUMMED.search(request.report.first_line)
    if at is None or kind is None:
        return None
    found = [
        one
        for one in at.parts(ast.Call)
        if isinstance(one.func, ast.Name) and one.func.id == "sum" and len(one.args) == 1 and not one.keywords
    ]
    if len(found) != 1 or any(isinstance(one.op, ast.Add) for one in at.parts(ast.BinOp)):
        return None
    call, given = found[0], found[0].args[0]
    if at.file.scope_of("sum", call) is not None or isinstance(given, ast.Starred):
        return None
    start, end = at.file.span(call.func)
    inner = at.file.span(given)
    if kind[1] != "str":
        if isinstance(given, ast.GeneratorExp):
            return None  # it needs parentheses of its own
        return Mend((TextEdit(inner[1], inner[1], f", {_STARTS[kind[1]]}"),))
    texts = _texts(at.file, given)
    if texts is None or any(_holds_number(text) for text in texts):
        return None
    return Mend((TextEdit(start, end, '"".join'),))


def _texts(file: Module, node: ast.expr) -> list[str] | None:
    """The texts of a display that an expression comes from."""
    made = origins(file, node)
    items = elements(made[0]) if len(made) == 1 else None
    texts = [text_of(item) for item in items or ()]
    return None if not texts or None in texts else [text for text in texts if text is not None]


def _holds_number(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


RECIPES = (
    Recipe("default-maker", "Gives defaultdict what makes the default.", default_maker),
    Recipe("deque-part", "Makes a list of a deque before a part of it is taken.", deque_part),
    Recipe("sum-start", "Gives sum what it begins with, or joins texts.", sum_start),
)

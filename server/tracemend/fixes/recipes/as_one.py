"""`as-one`: several things that a function of NumPy or pandas takes as one are put into a list or tuple.

`np.zeros((3, 4))` for `np.zeros(3, 4)`, `np.array([1, 2, 3])` for `np.array(1, 2, 3)`, `pd.concat([a, b])` for
`pd.concat(a, b)`, `np.concatenate((a, b))`; and the other way round `np.random.rand(3, 2)` for
`np.random.rand((3, 2))`. Keywords stay outside. Does not apply where an argument after the first may be an option: the
name of an axis, a type, a text. Not for a receiver that the file does not import from these libraries.

Sources: https://numpy.org/doc/stable/reference/generated/numpy.zeros.html,
https://numpy.org/doc/stable/reference/generated/numpy.concatenate.html,
https://pandas.pydata.org/docs/reference/api/pandas.concat.html
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.evidence.syntax import meaning
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, spreads
from tracemend.fixes.toolkit.failing import the_failing
from tracemend.source.module import Module
from tracemend.source.reach import reach

_SHAPES = frozenset(("zeros", "ones", "empty"))
_JOINED = frozenset(("concatenate", "hstack", "vstack", "dstack", "column_stack", "stack", "row_stack", "concat"))
_NO_NUMBERS = (ast.Attribute, ast.List, ast.Tuple, ast.Dict, ast.JoinedStr)
_SIZES = frozenset(("rand", "randn"))
_FAILED = lazy.regex(
    r"Cannot interpret '\d+' as a data type|only integer scalar arrays can be converted to a scalar index"
    r"|(?:\w+\(\) takes (?:from \d+ to )?\d+ positional arguments? but \d+ (?:were|positional arguments?) )"
    r"|'(?:tuple|list|numpy\.ndarray)' object cannot be interpreted as an integer"
    r"|first argument must be an iterable of pandas objects|'\w+' object cannot be interpreted as an integer"
    r"|Field elements must be 2- or 3-tuples"
)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    if not _FAILED.match(request.report.first_line):
        return None
    found = the_failing(request, ast.Call, lambda call: called(call) in _SHAPES | _JOINED | _SIZES | {"array"})
    if found is None or spreads(found[1]) or not _is_theirs(found[0], found[1]):
        return None
    file, call = found
    name, arguments = called(call), call.args
    if name in _SIZES:
        return _apart(file, call)
    if len(arguments) < 2:
        return None
    if name in _SHAPES or name == "array":
        if not all(_is_number(file, one, name == "array") for one in arguments):
            return None
    elif any(isinstance(one, ast.Constant | ast.List | ast.Tuple) for one in arguments):
        return None
    marks = "[]" if name in ("array", "concat") else "()"
    start, end = file.span(arguments[0])[0], file.span(arguments[-1])[1]
    text, opening = file.source.text, file.span(call.func)[1]
    if text[opening:start].strip() != "(" or not re.match(r"[ \t\r\n]*[,)]", text[end:]):
        # An argument that is in parentheses of its own.
        return None
    return Mend((TextEdit(start, start, marks[0]), TextEdit(end, end, marks[1])))


def _is_theirs(file: Module, call: ast.Call) -> bool:
    """Whether the function is NumPy's or pandas', by the file's imports."""
    return (meaning(call.func, file.source) or "").partition(".")[0] in ("numpy", "pandas")


def _is_number(file: Module, node: ast.expr, fraction: bool) -> bool:
    """Whether an argument is a number as the file shows it, or at least no type and no text."""
    for value in reach(file, node) or [node]:
        if isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.USub):
            value = value.operand
        if isinstance(value, ast.Constant):
            if isinstance(value.value, bool) or not isinstance(value.value, int | float if fraction else int):
                return False
        elif isinstance(value, _NO_NUMBERS) or getattr(value, "id", "") in (
            "int",
            "float",
            "bool",
            "complex",
            "object",
        ):
            return False
    return True


def _apart(file: Module, call: ast.Call) -> Mend | None:
    """`rand(3, 2)` for `rand((3, 2))`."""
    given = call.args[0] if len(call.args) == 1 and not call.keywords else None
    if isinstance(given, ast.Name):
        start = file.span(given)[0]
        return Mend((TextEdit(start, start, "*"),))
    if not isinstance(given, ast.Tuple | ast.List) or not given.elts:
        return None
    start, end = file.span(given)
    first, last = file.span(given.elts[0])[0], file.span(given.elts[-1])[1]
    if file.source.text[start:first] not in ("(", "[") or file.source.text[last:end].strip() not in (")", "]"):
        return None
    return Mend((TextEdit(start, first, ""), TextEdit(last, end, "")))


RECIPES = (Recipe("as-one", "Puts what a function takes as one into a list or tuple.", apply),)

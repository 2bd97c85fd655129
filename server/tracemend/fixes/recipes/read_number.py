"""`read-number`: let `int()` and `float()` read a number that is written another way.

`int("1e6")` and `int("3.0")` go through `float`; separators of thousands (1,000,000; 1,250.00; 1.250,00) are taken out,
where the function strips the text if it reads it twice; of a decimal comma a point is made (in the literal, or by
`replace`); digits with a prefix (0x1f) get base 0. Does not apply to a number with a fraction given to `int`, where
rounding or `float` could be meant, nor to words. A comma before three digits in `float` may be either, so it is not
sure there; nor is `int(float(x))` where other numbers of the file have a fraction.

Sources: https://docs.python.org/3/library/functions.html#int, https://docs.python.org/3/library/functions.html#float
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import POSTFIXED, called, nearest_to_carets, text_of
from tracemend.fixes.toolkit.displays import wrap
from tracemend.source.module import Module, whole
from tracemend.source.reach import elements, reach
from tracemend.source.statement import own_parts

_QUOTED = lazy.regex(r"(?:with base (\d+)|to float): (['\"])(.*)\2$")
_THOUSANDS = lazy.regex(r"[-+]?\d{1,3}(?:,\d{3})+")
_GROUPED = lazy.regex(r"[-+]?\d{1,3}(?:,\d{3})+\.\d+")
_GROUPED_BY_POINTS = lazy.regex(r"[-+]?\d{1,3}(?:\.\d{3})+,\d+")
_DECIMAL_COMMA = lazy.regex(r"[-+]?\d+,\d+")
_PREFIXED = lazy.regex(r"[-+]?0[xXoObB][0-9a-fA-F]+")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement, message = request.place.statement, request.report.first_line
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None:
        return None
    quoted = _QUOTED.search(message)
    names = ("Decimal",) if quoted is None else ("int",) if quoted[1] else ("float",)
    if quoted is None and "ConversionSyntax" not in message:
        return None
    parts = [part for part in own_parts(statement.node) if isinstance(part, ast.Call) and called(part) in names]
    calls = [file.same(statement, part) for part in nearest_to_carets(statement, parts)]
    fitting = [call for call in calls if isinstance(call, ast.Call) and len(call.args) == 1 and not call.keywords]
    if len(fitting) != 1:
        return None
    call = fitting[0]
    sources = reach(file, call.args[0]) or []
    literal = text_of(sources[0]) if len(sources) == 1 else None
    value = quoted[3].strip() if quoted is not None else literal or ""
    mend = _int(file, call, value) if names == ("int",) else _real(file, call, value)
    return mend._replace(sure=mend.sure and not _has_words(file, call)) if mend is not None else None


def _has_words(file: Module, call: ast.Call) -> bool:
    """Whether what is converted is an item of a display that holds words as well (`n/a`): its data is wrong."""
    for outer in file.around(call):
        for loop in [outer] if isinstance(outer, ast.For) else getattr(outer, "generators", []):
            over = reach(file, loop.iter) or []
            items = elements(over[0]) if len(over) == 1 else None
            if any(not re.search(r"\d", text) for one in items or () if (text := text_of(one)) is not None):
                return True
    return False


def _int(file: Module, call: ast.Call, value: str) -> Mend | None:
    argument = call.args[0]
    if isinstance(argument, ast.Call) and called(argument) == "float":
        return None  # it is read as a float already
    if _THOUSANDS.fullmatch(value):
        return _without(file, argument, ",", "_" if isinstance(argument, ast.Constant) else "")
    if _PREFIXED.fullmatch(value):
        end = file.span(argument)[1]
        return Mend((TextEdit(end, end, ", 0"),))
    try:
        whole_value = "." in value or "e" in value.lower()
        if not whole_value or not float(value).is_integer():
            return None
    except (ValueError, OverflowError):
        return None
    return Mend(tuple(wrap(file, argument, "float")), sure=not _has_fraction(file))


def _has_fraction(file: Module) -> bool:
    """Whether a text in the file is a number with a fraction: `int` would cut it off there without a word."""
    texts = [text_of(one) or "" for one in file.nodes if isinstance(one, ast.Constant)]
    return any(re.search(r"(?<![\d.])\d+\.(?!0*(?:\D|$))\d+(?![\d.])", one) for one in texts)


def _real(file: Module, call: ast.Call, value: str) -> Mend | None:
    argument = call.args[0]
    if value.count(",") > 1 and _THOUSANDS.fullmatch(value):
        return _without(file, argument, ",", "_" if isinstance(argument, ast.Constant) else "")
    if _GROUPED.fullmatch(value):
        return _cleaned(file, call, '.replace(",", "")') or _without(file, argument, ",", "")
    if _GROUPED_BY_POINTS.fullmatch(value) and text_of(argument) is None:
        points = '.replace(".", "").replace(",", ".")'
        return _cleaned(file, call, points) or _appended(file, argument, points)
    if _DECIMAL_COMMA.fullmatch(value):
        mend = _without(file, argument, ",", ".")
        return None if mend is None else Mend(mend.edits, sure=len(value.partition(",")[2]) != 3)
    return None


def _cleaned(file: Module, call: ast.Call, ending: str) -> Mend | None:
    """The text cleaned where the function strips it, if several calls of that function read it as a number."""
    scope = next((one for one in file.around(call) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)), None)
    names = [part.id for part in ast.walk(call.args[0]) if isinstance(part, ast.Name)]
    if scope is None or len(names) != 1:
        return None
    readers = [part for part in ast.walk(scope) if isinstance(part, ast.Call) and called(part) == called(call)]
    if len(readers) < 2 or not all(_reads(part, names[0]) for part in readers):
        return None
    made = [
        one.value
        for one in scope.body
        if isinstance(one, ast.Assign)
        and len(one.targets) == 1
        and isinstance(one.targets[0], ast.Name)
        and one.targets[0].id == names[0]
    ]
    if len(made) != 1 or not isinstance(made[0], ast.Call) or called(made[0]) not in ("strip", "rstrip", "lstrip"):
        return None
    return _appended(file, made[0], ending)


def _reads(call: ast.Call, name: str) -> bool:
    return any(isinstance(part, ast.Name) and part.id == name for arg in call.args for part in ast.walk(arg))


def _appended(file: Module, node: ast.expr, ending: str) -> Mend | None:
    end = file.span(node)[1]
    return Mend((TextEdit(end, end, ending),)) if isinstance(node, POSTFIXED) else None


def _without(file: Module, argument: ast.expr, old: str, new: str) -> Mend | None:
    """The text with `old` replaced: in the literal itself, or by a call."""
    start, end = file.span(argument)
    if text_of(argument) is not None:
        written = file.source.text[start:end]
        return Mend((TextEdit(start, end, written.replace(old, new)),))
    if not isinstance(argument, ast.Name | ast.Attribute | ast.Subscript | ast.Call):
        return None
    call = f'.replace("{old}", "{new}")'
    return None if file.text(argument).endswith(call) else Mend((TextEdit(end, end, call),))


RECIPES = (
    Recipe(
        "read-number",
        "Lets int() and float() read a number that is written another way.",
        apply,
        unsure="The comma may separate thousands, or another number have a fraction that is cut off.",
    ),
)

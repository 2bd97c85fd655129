"""Times, spans and decimals that meet another type: `date-part`, `time-span`, `to-decimal`.

- `date-part`: a time of today (`datetime.now()`), or one that was read without its hours, is compared with a date:
  `datetime.now().date()`. Of any other time it is only proposed: its hours may be meant.
- `time-span`: a number is added to a date or time: `timedelta(days=7)`. To a time sure only where a name says the unit.
- `to-decimal`: a float meets a Decimal: `Decimal("0.19")` for a literal, `Decimal(str(rate))` for others.

Sources: https://docs.python.org/3/library/datetime.html#timedelta-objects,
https://docs.python.org/3/library/decimal.html#decimal-objects
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import POSTFIXED, dotted, made_by, text_of
from tracemend.fixes.toolkit.failing import Failing, failing, scope_at
from tracemend.fixes.toolkit.imports import Imports, imports_for
from tracemend.source.reach import reach

_COMPARED = lazy.regex(r"can't compare datetime\.datetime to datetime\.date$")
_TYPES = lazy.regex(
    r"(?:unsupported operand type\(s\) for |')([^:']+)(?:: |' not supported between instances of )"
    r"'([\w.]+)' and '([\w.]+)'"
)
_NOW = ("now", "utcnow", "today")
_UNITS = ("weeks", "days", "hours", "minutes", "seconds", "milliseconds")


def _pairs(at: Failing, sign: str = "") -> list[tuple[ast.expr, ast.expr]]:
    """Both sides of what the statement calculates and compares, or of `x += y` where the sign is one of these."""
    if isinstance(at.node, ast.AugAssign) and sign in ("+=", "-=", "*=", "/="):
        return [(at.node.target, at.node.value)]
    found = [(part.left, part.right) for part in at.parts(ast.BinOp)]
    found += [(part.left, part.comparators[0]) for part in at.parts(ast.Compare) if len(part.comparators) == 1]
    return found


def _side(at: Failing, message: str, wanted: str) -> tuple[ast.expr, str] | None:
    """The operand of a type that the message names, and the other's type."""
    types = _TYPES.search(message)
    pairs = _pairs(at, types[1]) if types is not None else []
    if types is None or len(pairs) != 1 or (types[2] == wanted) == (types[3] == wanted):
        return None
    return (pairs[0][0], types[3]) if types[2] == wanted else (pairs[0][1], types[2])


def date_part(request: Request) -> Mend | None:
    """The date of a time."""
    at, message = failing(request), request.report.first_line
    if at is None:
        return None
    if _COMPARED.match(message):
        pairs = _pairs(at)
        moments = [one for pair in pairs for one in pair if _moment(at, one)] if len(pairs) == 1 else []
        node = moments[0] if len(moments) == 1 else None
    else:
        found = _side(at, message, "datetime.datetime")
        node = found[0] if found is not None and found[1] == "datetime.date" else None
    if node is None or not isinstance(node, POSTFIXED) or isinstance(at.node, ast.AugAssign):
        return None
    if made_by(node, "date"):
        return None
    end = at.file.span(node)[1]
    return Mend((TextEdit(end, end, ".date()"),), sure=_moment(at, node) == "whole day")


def _moment(at: Failing, node: ast.expr) -> str | None:
    """`whole day` for a time whose hours are not meant, `time` for any other that the file shows to be one."""
    sources = reach(at.file, node) or [node]
    kinds = set()
    for one in sources:
        name = dotted(one.func) if isinstance(one, ast.Call) else None
        kind, _, method = (name or "").rpartition(".")
        if not isinstance(one, ast.Call) or kind.rpartition(".")[2] != "datetime":
            kinds.add("time" if name in ("datetime", "datetime.datetime") else None)
        elif method == "strptime" and len(one.args) == 2:
            form = [text_of(part) for part in reach(at.file, one.args[1]) or ()]
            kinds.add("whole day" if form and form[0] and not re.search(r"%[HIMScXfp]", form[0]) else "time")
        else:
            kinds.add("whole day" if method in _NOW else "time")
    return kinds.pop() if len(kinds) == 1 else None


def time_span(request: Request) -> Mend | None:
    """A span of time for a number."""
    at, message = failing(request), request.report.first_line
    types = _TYPES.search(message)
    if at is None or types is None or types[1] not in ("+", "-", "+=", "-="):
        return None
    found = _side(at, message, "int") or _side(at, message, "float")
    if found is None or found[1] not in ("datetime.date", "datetime.datetime"):
        return None
    node, kind = found
    if made_by(node, "timedelta") or (types[1].startswith("-") and types[2] != kind):
        return None
    words = re.findall(r"[a-z]+", at.file.text(node).lower())
    named = [unit for unit in _UNITS if unit in words or unit[:-1] in words]
    if len(named) > 1 or (named and kind == "datetime.date" and named[0] not in ("days", "weeks")):
        return None
    imports = _imports(at)
    module = imports.find_module("datetime")
    call = f"{module}.timedelta" if module is not None else imports.name("datetime", "timedelta")
    start, end = at.file.span(node)
    if at.file.source.text[start - 1 : start] == "(" and at.file.source.text[end : end + 1] == ")":
        return None  # a number in parentheses of its own
    edits = (TextEdit(start, start, f"{call}({named[0] if named else 'days'}="), TextEdit(end, end, ")"))
    return Mend((*imports.edits(), *edits), sure=bool(named) or kind == "datetime.date")


def _imports(at: Failing) -> Imports:
    line = at.file.source.position(at.file.span(at.node)[0])[0]
    return imports_for(at.file.source, line, not isinstance(scope_at(at.file, at.node), ast.Module))


def to_decimal(request: Request) -> Mend | None:
    """A decimal for a float."""
    at = failing(request)
    found = _side(at, request.report.first_line, "float") if at is not None else None
    if at is None or found is None or found[1] != "decimal.Decimal":
        return None
    node, imports = found[0], _imports(at)
    if made_by(node, "Decimal") or isinstance(getattr(node, "ctx", None), ast.Store):
        return None
    module = imports.find_module("decimal")
    name = imports.find_name("decimal", "Decimal")
    kind = name or (f"{module}.Decimal" if module is not None else imports.name("decimal", "Decimal"))
    start, end = at.file.span(node)
    text = at.file.source.text[start:end]
    if isinstance(node, ast.Constant) and re.fullmatch(r"[\d.]+", text):
        quote = "'" if re.search(r"Decimal\('", at.file.source.text) else '"'
        return Mend((*imports.edits(), TextEdit(start, end, f"{kind}({quote}{text}{quote})")))
    return Mend((*imports.edits(), TextEdit(start, start, f"{kind}(str("), TextEdit(end, end, "))")))


RECIPES = (
    Recipe(
        "date-part",
        "Takes the date of a time that meets a date.",
        date_part,
        unsure="The hours of the time may be meant.",
    ),
    Recipe(
        "time-span",
        "Makes a span of time of the number that is added to a date.",
        time_span,
        unsure="The code does not show which unit is meant.",
    ),
    Recipe("to-decimal", "Makes a decimal of the float that meets one.", to_decimal),
)

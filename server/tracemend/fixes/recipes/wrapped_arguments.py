"""`wrap-argument`: put what is given to a function of Python into the call that makes of it what the function takes.

- `next(names)` of a list becomes `next(iter(names))`, where it is asked once;
- `", ".join(numbers)` becomes `", ".join(map(str, numbers))`, unless None or bytes are among them;
- `bytes(text)` becomes `bytes(text, "utf-8")`;
- `reversed(rows)` of a generator, map, filter, zip or enumerate becomes `reversed(list(rows))`;
- `round(text)` and `abs(text)` become `round(float(text))` and `abs(float(text))`.

Does not apply where the statement has two such calls that the carets do not tell apart, nor to a generator
expression.

Sources: https://docs.python.org/3/library/functions.html, https://docs.python.org/3/library/stdtypes.html#str.join
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, calls, loop_around, own_calls, spreads
from tracemend.source.module import whole
from tracemend.source.statement import Statement

_Check = Callable[[Statement, ast.Call], bool]


def _asked_once(statement: Statement, call: ast.Call) -> bool:
    """Whether `next` asks the object once: each new iterator begins at the first item."""
    file = whole(statement.source)
    if file is None or loop_around(statement) is not None or not call.args:
        return False
    text = statement.text(call.args[0])
    every = [one for one in file.nodes if isinstance(one, ast.Call) and called(one) == "next" and one.args]
    return sum(file.text(one.args[0]) == text for one in every) == 1 and not _is_repeated(statement, call)


def _is_repeated(statement: Statement, call: ast.Call) -> bool:
    return any(
        isinstance(part, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp | ast.Lambda | ast.While)
        and any(one is call for one in ast.walk(part))
        for part in ast.walk(statement.node)
    )


def _is_method(statement: Statement, call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute)


def _is_plain(statement: Statement, call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name)


_FORMS: tuple[tuple[str, tuple[str, ...], str, str, _Check], ...] = (
    (
        r"'(?:list|tuple|set|dict|str|range|dict_\w+)' object is not an iterator",
        ("next",),
        "iter(",
        ")",
        _asked_once,
    ),
    (
        r"sequence item \d+: expected str instance, (?!NoneType|bytes)\w+ found",
        ("join",),
        "map(str, ",
        ")",
        _is_method,
    ),
    (r"string argument without an encoding", ("bytes", "bytearray"), "", ', "utf-8"', _is_plain),
    (
        r"'(?:generator|map|filter|zip|enumerate)' object is not reversible",
        ("reversed",),
        "list(",
        ")",
        _is_plain,
    ),
    (r"type str doesn't define __round__ method", ("round",), "float(", ")", _is_plain),
    (r"bad operand type for abs\(\): 'str'", ("abs",), "float(", ")", _is_plain),
)
"""The message, the functions' names, what comes before and after the argument, and a further condition."""


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement, message = request.place.statement, request.report.first_line
    form = next((one for one in _FORMS if re.search(one[0], message)), None)
    if statement is None or form is None:
        return None
    _, names, before, after, fits = form
    near = [one for one in calls(statement) if called(one) in names]
    found = near if len(near) == 1 else [one for one in own_calls(statement) if called(one) in names]
    if len(found) != 1 or not found[0].args or spreads(found[0]) or not fits(statement, found[0]):
        return None
    if names[0] in ("join", "bytes", "reversed", "abs") and len(found[0].args) != 1:
        return None
    argument = found[0].args[0]
    start, end = statement.span(argument)
    if isinstance(argument, ast.GeneratorExp | ast.NamedExpr | ast.Lambda | ast.Starred):
        return None
    if isinstance(argument, ast.Call) and before.startswith(f"{called(argument)}("):
        return None  # it is that already
    return Mend((TextEdit(start, start, before), TextEdit(end, end, after)))


RECIPES = (Recipe("wrap-argument", "Makes of an argument what the function takes.", apply),)

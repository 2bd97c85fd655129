"""`aware-now`, `no-interpolation`, `glob-pattern`, `digit-limit`: what the standard library has to be told.

- `aware-now`: `datetime.now()` and `utcnow()` become `datetime.now(timezone.utc)` where an aware one meets them, or
  `utcnow()` is deprecated. Not sure where the hour of `now()` is set or shown, which is the local one, nor where
  nothing but the deprecation is known: what it meets may have no zone.
- `no-interpolation`: `ConfigParser(interpolation=None)` where a value has a `%` of its own; not where the file uses
  `%(name)s`.
- `glob-pattern`: `*.py` given to `re` becomes `.*\\.py`.
- `digit-limit`: `sys.set_int_max_str_digits(0)` before the statement that writes or reads a long number.

Sources: https://docs.python.org/3/library/datetime.html#aware-and-naive-objects,
https://docs.python.org/3/library/configparser.html#interpolation-of-values,
https://docs.python.org/3/library/stdtypes.html#int-max-str-digits
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, function_around, keyword_of, text_of
from tracemend.fixes.toolkit.edits import add_keyword, begins_its_line, insert_before
from tracemend.fixes.toolkit.failing import told
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.source.module import Module, whole
from tracemend.source.reach import reach
from tracemend.source.statement import own_parts

_NAIVE = lazy.regex(r"can't (?:subtract|compare) offset-naive and offset-aware datetimes")
_DEPRECATED = lazy.regex(r"datetime\.datetime\.utcnow\(\) is deprecated .*")
_GLOB = lazy.regex(r"\*(?:\.\w+)+|\*[\w-]*(?:\.\w+)+")


def aware_now(request: Request) -> Mend | None:
    """The recipe for a time without a zone."""
    deprecated = told(request, _DEPRECATED)
    at = deprecated or told(request, _NAIVE)
    if at is None:
        return None
    file = at.file
    found: dict[int, ast.Call] = {}
    for part in at.every(ast.expr):
        for source in (reach(file, part) or ()) if isinstance(part, ast.Name | ast.Call) else ():
            for one in ast.walk(source):
                if isinstance(one, ast.Call) and called(one) in ("now", "utcnow") and not one.args and not one.keywords:
                    found[id(one)] = one
    if len(found) != 1:
        return None
    call = next(iter(found.values()))
    if not isinstance(call.func, ast.Attribute):
        return None
    where = file.statement(call)
    imports = imports_for(file.source, where.line_of(where.node), function_around(where) is not None)
    zone = f"{imports.name('datetime', 'timezone')}.utc"
    start, end = file.span(call.func.value)[1], file.span(call)[1]
    edits = (*imports.edits(), TextEdit(start, end, f".now({zone})"))
    return Mend(edits, sure=deprecated is None and (called(call) == "utcnow" or _is_instant(file, call)))


def _is_instant(file: Module, call: ast.Call) -> bool:
    """Whether the time is compared and subtracted alone, where the zone does not matter; not where its hour is set or
    shown, which is the local one."""
    outer = file.parents.get(id(call))
    while isinstance(outer, ast.BinOp):
        outer = file.parents.get(id(outer))
    if not isinstance(outer, ast.Assign | ast.AnnAssign | ast.keyword | ast.Call | ast.arguments):
        return not isinstance(outer, ast.Attribute)
    target = outer.targets[0] if isinstance(outer, ast.Assign) else getattr(outer, "target", None)
    scope = file.scope_of(target.id, target) if isinstance(target, ast.Name) else None
    if not isinstance(target, ast.Name) or scope is None:
        return not isinstance(target, ast.Attribute)
    return not any(isinstance(file.parents.get(id(use)), ast.Attribute) for use in file.uses(target.id, scope))


_PERCENT = ("'%' must be followed by", "invalid interpolation syntax", "contains an interpolation key")


def no_interpolation(request: Request) -> Mend | None:
    """The recipe for configparser."""
    statement, message = request.place.statement, request.report.first_line
    file = whole(statement.source) if statement is not None else None
    if file is None or not any(one in message for one in _PERCENT):
        return None
    made = [one for one in file.nodes if isinstance(one, ast.Call) and called(one) == "ConfigParser"]
    if len(made) != 1 or keyword_of(made[0], "interpolation") or any(key.arg is None for key in made[0].keywords):
        return None
    edit = add_keyword(file.statement(made[0]), made[0], "interpolation=None")
    return Mend((edit,)) if "%(" not in file.source.text else None


def glob_pattern(request: Request) -> Mend | None:
    """The recipe for a pattern of file names that was given to `re`."""
    statement = request.place.statement
    file = whole(statement.source) if statement is not None and "nothing to repeat" in request.report.message else None
    if statement is None or file is None:
        return None
    found: dict[int, ast.expr] = {}
    for part in own_parts(statement.node):
        same = file.same(statement, part) if isinstance(part, ast.Name | ast.Constant) else None
        for source in (reach(file, same) or ()) if isinstance(same, ast.expr) else ():
            if _GLOB.fullmatch(text_of(source) or ""):
                found[id(source)] = source
    if len(found) != 1:
        return None
    node = next(iter(found.values()))
    start, end = file.span(node)
    written = file.source.text[start:end]
    quote = written[-1]
    pattern = (text_of(node) or "").replace(".", r"\.").replace("*", ".*")
    return (
        Mend((TextEdit(start, end, f"r{quote}{pattern}{quote}"),)) if re.match(r"[rR]?(['\"])(?!\1)", written) else None
    )


def digit_limit(request: Request) -> Mend | None:
    """The recipe for long numbers."""
    statement = request.place.statement
    if statement is None or "for integer string conversion" not in request.report.message:
        return None
    if not begins_its_line(statement) or "set_int_max_str_digits" in statement.source.text:
        return None
    inside = function_around(statement) is not None
    imports = imports_for(statement.source, statement.line_of(statement.node), inside)
    line = f"{imports.module('sys')}.set_int_max_str_digits(0)"
    return Mend((*imports.edits(), insert_before(statement, [line])))


RECIPES = (
    Recipe(
        "aware-now",
        "Takes the time with its zone (UTC).",
        aware_now,
        unsure="The hour that is set or shown may be the local one: then `.astimezone()` is meant.",
    ),
    Recipe("no-interpolation", "Reads % as it stands (interpolation=None).", no_interpolation),
    Recipe("glob-pattern", "Writes the pattern of file names as a regular expression.", glob_pattern),
    Recipe("digit-limit", "Lifts the limit of digits before the number is written or read.", digit_limit),
)

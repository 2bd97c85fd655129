"""`driver-placeholders`, `double-percent`, `buffered-cursor`, `returning-row`, `driver-value`: SQL and its values as
drivers other than sqlite3 take them (psycopg, psycopg2, PyMySQL, mysqlclient, MySQL Connector).

- `driver-placeholders`: `?` becomes `%s`, where there is no `%s`, and as many values as `?` if their number is seen
  (PostgreSQL itself stumbles over a `?` of psycopg2: it has to be seen then); one value without its comma, `(name)`,
  becomes `(name,)`.
- `double-percent`: a `%` that is no placeholder becomes `%%`.
- `buffered-cursor`: `cursor(buffered=True)` where the cursor of MySQL Connector is made.
- `returning-row`: `insert ...` whose row is fetched gets `returning`, with the column that is asked for.
- `driver-value`: a dictionary goes through `Jsonb` of psycopg or `Json` of psycopg2, a value of NumPy through `int` or
  `float`, where one of the values alone can be the one that is meant.

None applies where the SQL is not one literal of the file, but for `buffered-cursor`.

Sources: https://www.psycopg.org/psycopg3/docs/basic/params.html, https://www.psycopg.org/docs/extras.html#json-adaptation,
https://dev.mysql.com/doc/connector-python/en/connector-python-api-mysqlcursorbuffered.html
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.executions import LITERAL, Execution, execution, in_brackets, is_text, supplied
from tracemend.fixes.toolkit.failing import Failing, told
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.reach import attribute_values, elements, reach

_COUNT = lazy.regex(r"the query has (?P<wanted>\d+) placeholders? but (?P<given>\d+) parameters? were passed")
_UNUSED = lazy.regex(r"not all (?:parameters were used in the SQL statement|arguments converted)", re.IGNORECASE)
_NO_SEQUENCE = lazy.regex(r"query parameters should be a sequence or a mapping|Could not process parameters: str\(")
_NOT_SQL = lazy.regex(r"syntax error at (?:or near|end of input)")
_OTHER_SIGN = lazy.regex(r"only '%s', '%b', '%t' are allowed as placeholders")
_UNREAD = lazy.regex(r"Unread result found|Commands out of sync")
_NOTHING = lazy.regex(r"no results to fetch|the last operation didn't produce (?:records|a result)")
_NOT_ADAPTED = lazy.regex(
    r"can(?:'t|not) adapt type '(?P<type>[\w.]+)'|Python '?(?:type )?(?P<other>[\w.]+)'? cannot be conv"
)
_QUOTED = lazy.regex(r"'[^']*'|\"[^\"]*\"|(\?)")
_SINGLE = lazy.regex(r"%(?![sbt(%])")
_INSERT = lazy.regex(r"\s*insert\s+into\b", re.IGNORECASE)


def _is_placeholder_error(one: Execution) -> bool:
    found = _COUNT.search(one.message)
    return found is not None or any(part.search(one.message) for part in (_UNUSED, _NO_SEQUENCE, _NOT_SQL))


def driver_placeholders(request: Request) -> Mend | None:
    """`%s` for `?`, or `(name,)` for `(name)`."""
    one = execution(request)
    if one is None or one.values is None or not _is_placeholder_error(one):
        return None
    fields = one.sql.replace("%%", "").count("%s")
    if fields and not _NOT_SQL.search(one.message):
        return _one_value(one) if fields == 1 else None
    count, given = _COUNT.search(one.message), supplied(one)
    marks = [found.start(1) for found in _QUOTED.finditer(one.sql) if found[1]]
    expected = int(count["given"]) if count is not None else given
    if not marks or "%" in one.sql or expected not in (None, len(marks)):
        return None
    if expected is None and _NOT_SQL.search(one.message):
        return None
    return Mend(tuple(TextEdit(one.at + mark, one.at + mark + 1, "%s") for mark in marks))


def _one_value(one: Execution) -> Mend | None:
    """`(name,)`, where what is handed over is one text."""
    values = one.values
    if values is None or called(one.call) != "execute" or isinstance(values, ast.Tuple | ast.List | ast.Dict):
        return None
    if _COUNT.search(one.message) or any(
        isinstance(part, ast.Tuple | ast.List) for part in reach(one.file, values) or ()
    ):
        return None  # these are several values
    written = in_brackets(one.file, values)
    if not written and not is_text(one.file, values) and not _NO_SEQUENCE.search(one.message):
        return None
    start, end = one.file.span(values)
    if written:
        return Mend((TextEdit(end, end, ","),))
    return Mend((TextEdit(start, start, "("), TextEdit(end, end, ",)")))


def double_percent(request: Request) -> Mend | None:
    """`like '%%a'`."""
    one = execution(request)
    if one is None or one.values is None or not _OTHER_SIGN.search(one.message):
        return None
    plain = re.sub("%%", "\0\0", one.sql)
    found = [part.start() for part in _SINGLE.finditer(plain)]
    return Mend(tuple(TextEdit(one.at + at, one.at + at, "%") for at in found)) if found else None


def buffered_cursor(request: Request) -> Mend | None:
    """`connection.cursor(buffered=True)`."""
    at = told(request, _UNREAD)
    owners = [
        call.func.value
        for call in (at.every(ast.Call) if at is not None else ())
        if isinstance(call.func, ast.Attribute)
        and called(call) in ("execute", "executemany", "callproc", "close", "commit")
    ]
    if at is None or len(owners) != 1:
        return None
    made = attribute_values(at.file, owners[0]) if isinstance(owners[0], ast.Attribute) else reach(at.file, owners[0])
    call = made[0] if made is not None and len(made) == 1 else None
    if not isinstance(call, ast.Call) or called(call) != "cursor" or keyword_of(call, "buffered") is not None:
        return None
    return Mend((add_keyword(at.file.statement(call), call, "buffered=True"),))


def returning_row(request: Request) -> Mend | None:
    """`insert into ... returning id`."""
    at = told(request, _NOTHING)
    fetched = _fetched(at) if at is not None else None
    if at is None or fetched is None:
        return None
    cursor, column, sure = fetched
    block = next((body for body in _bodies(at) if at.node in body), [])
    before = [
        call
        for node in block[: block.index(at.node)] if at.node in block
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        and called(call) == "execute"
        and isinstance(call.func, ast.Attribute)
        and dotted(call.func.value) == cursor
        and call.args
    ]  # fmt: skip
    made = reach(at.file, before[-1].args[0]) if before else None
    literal = made[0] if made is not None and len(made) == 1 else None
    sql = text_of(literal)
    if (
        literal is None
        or sql is None
        or not _INSERT.match(sql)
        or re.search(r"\breturning\b|;\s*\S", sql, re.IGNORECASE)
    ):
        return None
    written = at.file.text(literal)
    opening = LITERAL.match(written)
    if opening is None or opening[1] in written[opening.end() : -len(opening[1])]:
        return None
    end = at.file.span(literal)[1] - len(opening[1])
    body = written[opening.end() : -len(opening[1])]
    end -= len(body) - len(body.rstrip().rstrip(";").rstrip())
    return Mend((TextEdit(end, end, f" returning {column}"),), sure=sure)


def _bodies(at: Failing) -> list[list[ast.stmt]]:
    outer = at.file.parents.get(id(at.node))
    return [body for name in ("body", "orelse", "finalbody") if isinstance(body := getattr(outer, name, None), list)]


def _fetched(at: Failing) -> tuple[str, str, bool] | None:
    """The cursor that is asked for a row, the column that is taken of it, and whether the code names it."""
    calls = [one for one in at.every(ast.Call) if called(one) == "fetchone" and isinstance(one.func, ast.Attribute)]
    cursor = dotted(calls[0].func.value) if len(calls) == 1 and isinstance(calls[0].func, ast.Attribute) else None
    taken = at.file.parents.get(id(calls[0])) if cursor is not None else None
    if cursor is None or not isinstance(taken, ast.Subscript) or not isinstance(taken.slice, ast.Constant):
        return None
    if isinstance(taken.slice.value, str):
        return cursor, taken.slice.value, True
    target = at.node.targets[0] if isinstance(at.node, ast.Assign) else None
    name = (dotted(target) or "").rpartition(".")[2] if target is not None else ""
    return (cursor, "id", re.search(r"(?:\A|_)id\Z", name) is not None) if taken.slice.value == 0 else None


def driver_value(request: Request) -> Mend | None:
    """`Jsonb(value)`, `int(value)`."""
    one = execution(request)
    found = _NOT_ADAPTED.search(one.message) if one is not None else None
    given = elements(one.values) if one is not None and one.values is not None else None
    if one is None or found is None or not given:
        return None
    kind = found["type"] or found["other"]
    if kind == "dict":
        fitting = [value for value in given if _is_dictionary(one, value)]
    else:
        fitting = [value for value in given if not isinstance(value, ast.Constant | ast.JoinedStr | ast.Dict)]
    imports = Imports(one.file.source)
    number = re.fullmatch(r"(?:numpy\.)?u?(int|float)\d+", kind)
    written = number[1] if number is not None else _json(imports) if kind == "dict" else None
    if len(fitting) != 1 or written is None:
        return None
    start, end = one.file.span(fitting[0])
    return Mend((TextEdit(start, start, f"{written}("), TextEdit(end, end, ")"), *imports.edits()))


def _json(imports: Imports) -> str | None:
    """What makes JSON of a dictionary for the driver that the file imports."""
    if imports.find_module("psycopg") is not None:
        return imports.name("psycopg.types.json", "Jsonb")
    return imports.name("psycopg2.extras", "Json") if imports.find_module("psycopg2") is not None else None


def _is_dictionary(one: Execution, node: ast.expr) -> bool:
    sources = reach(one.file, node)
    return bool(sources) and all(
        isinstance(part, ast.Dict | ast.DictComp)
        or (isinstance(part, ast.Call) and called(part) in ("dict", "load", "loads", "json", "asdict", "model_dump"))
        for part in sources or ()
    )


RECIPES = (
    Recipe("driver-placeholders", "Writes the SQL's placeholders and its values as the driver takes them.",
           driver_placeholders),
    Recipe("double-percent", "Doubles a percent sign that is no placeholder.", double_percent),
    Recipe("buffered-cursor", "Lets the cursor read all rows at once.", buffered_cursor),
    Recipe("returning-row", "Lets INSERT give back the row that is fetched.", returning_row,
           unsure="The column that is asked for may have another name than id."),
    Recipe("driver-value", "Makes a value one that the driver can send.", driver_value),
)  # fmt: skip

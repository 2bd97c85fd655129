"""`sql-parameters`, `sql-script`: the values that go with an SQL text of sqlite3, and texts of several statements.

`sql-parameters`, one form for each message:

- one value without its comma, `(name)`, becomes `(name,)`; a list of such for `executemany` a list of tuples;
- a row in a tuple of its own, `(row,)`, becomes `row`; values behind each other become one tuple;
- `VALUES (?, ?)` gets as many `?` as there are values, where the table has as many columns;
- `'?'` in quotes of its own, and `%s` with its quotes, become `?`;
- `IN (?)` with a list gets one `?` for each of its items;
- a path becomes text; `?` becomes `:name` where the values are a dictionary with the columns' names.

`sql-script`: `execute` becomes `executescript`, where no values are handed over and no rows are asked for. Not sure
where the program rolls back: a script commits what came before it.

Nothing applies where the SQL, or what the values are, cannot be seen in the file.

Sources: https://docs.python.org/3/library/sqlite3.html#how-to-use-placeholders-to-bind-values-in-sql-queries,
https://docs.python.org/3/library/sqlite3.html#sqlite3.Cursor.executescript, Modules/_sqlite/cursor.c of CPython
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, made_by, spreads, text_of
from tracemend.fixes.toolkit.executions import (
    LITERAL,
    Execution,
    call_of,
    execution,
    in_brackets,
    is_text,
    source_of,
    supplied,
)
from tracemend.fixes.toolkit.failing import told
from tracemend.fixes.toolkit.names import free_name
from tracemend.source.module import Module
from tracemend.source.reach import elements
from tracemend.source.scopes import parameter_names

_COUNT = lazy.regex(r"Incorrect number of bindings supplied\. The current statement uses (\d+), and there are (\d+)")
_UNSUPPORTED = lazy.regex(r"parameters are of unsupported type")
_COLUMNS = lazy.regex(r"table \S+ has (\d+) columns but (\d+) values were supplied|(\d+) values for (\d+) columns")
_TYPE = lazy.regex(
    r"Error binding parameter :?\w+(?:: type '(?P<type>[\w.]+)' is not supported| - probably unsupported)"
)
_PERCENT = lazy.regex(r'near "%": syntax error')
_NAMELESS = lazy.regex(r"Binding \d+ (?:\(.*\) )?has no name, but you supplied a dictionary")
_TOO_MANY = lazy.regex(r"(execute(?:many)?) expected at most 2 arguments, got \d+")
_SCRIPT = lazy.regex(r"You can only execute one statement at a time")
_VALUES = lazy.regex(r"\bvalues\s*\(([\s?,]*)\)", re.IGNORECASE)
_INSERT = lazy.regex(r"\binto\s+[\w\"`\[\].]+\s*\(([^()]*)\)\s*values\b", re.IGNORECASE)
_IN = lazy.regex(r"\bin\s*\(\s*(\?)\s*\)", re.IGNORECASE)


def _one_value(one: Execution) -> Mend | None:
    """`(name)` and `name` become `(name,)`."""
    count, values = _COUNT.search(one.message), one.values
    if values is None or called(one.call) != "execute" or len(one.holes) != 1:
        return None
    if count is None and not _UNSUPPORTED.search(one.message):
        return None
    if isinstance(values, ast.Tuple | ast.List | ast.Dict | ast.ListComp | ast.Starred):
        return None
    start, end = one.file.span(values)
    written = in_brackets(one.file, values)
    if count is not None and not written and not is_text(one.file, values) and not _is_one_text(one, int(count[2])):
        return None  # it may be a list of several values
    if written:
        return Mend((TextEdit(end, end, ","),))
    return Mend((TextEdit(start, start, "("), TextEdit(end, end, ",)")))


def _is_one_text(one: Execution, count: int) -> bool:
    """Whether a name that is handed over stands for one text: the column that it is compared with has its name, or a
    text of as many characters as values were counted comes there through calls of methods."""
    values = one.values
    if not isinstance(values, ast.Name | ast.Attribute):
        return False
    name = values.id if isinstance(values, ast.Name) else values.attr
    column = re.search(
        r"(?:\bwhere|\band|\bset|,|\()\s*(?:\w+\.)?(\w+)\s*(?:=|like|<|>|<=|>=)\s*\?", one.sql, re.IGNORECASE
    )
    if column is not None and column[1].lower() == name.lower():
        return True
    return any(len(text) == count for text in _texts_given(one.file, values))


def _texts_given(file: Module, node: ast.expr, depth: int = 4) -> list[str]:
    """The texts that calls of the function or method around hand over for its parameter, as far as they are seen."""
    text = text_of(node)
    if text is not None:
        return [text]
    scope = file.scope_of(node.id, node) if isinstance(node, ast.Name) and depth else None
    if not isinstance(node, ast.Name) or not isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef):
        return []
    names = parameter_names(scope)
    if node.id not in names:
        return []
    found: list[str] = []
    for call in file.nodes:
        if not isinstance(call, ast.Call) or called(call) != scope.name or spreads(call):
            continue
        index = names.index(node.id) - (isinstance(call.func, ast.Attribute) and names[0] in ("self", "cls"))
        given = next((key.value for key in call.keywords if key.arg == node.id), None)
        given = given or (call.args[index] if 0 <= index < len(call.args) else None)
        found += _texts_given(file, given, depth - 1) if given is not None else []
    return found


def _many_values(one: Execution) -> Mend | None:
    """A list of plain values for `executemany` becomes one of tuples."""
    values = one.values
    if values is None or called(one.call) != "executemany" or len(one.holes) != 1:
        return None
    if not (_COUNT.search(one.message) or _UNSUPPORTED.search(one.message)):
        return None
    source = source_of(one.file, values)
    items = elements(source) if source is not None else None
    if not items or not all(isinstance(item, ast.Constant | ast.JoinedStr) for item in items):
        return None
    start, end = one.file.span(values)
    singular = values.id.removesuffix("s") if isinstance(values, ast.Name) and values.id.endswith("s") else "value"
    name = free_name(one.file.source, singular, "value")
    return Mend((TextEdit(start, start, f"[({name},) for {name} in "), TextEdit(end, end, "]")))


def _row_in_tuple(one: Execution) -> Mend | None:
    """`(row,)` becomes `row`."""
    values = one.values
    if not _COUNT.search(one.message) or not isinstance(values, ast.Tuple | ast.List) or len(values.elts) != 1:
        return None
    source = source_of(one.file, values.elts[0])
    items = elements(source) if source is not None else None
    if items is None or len(items) != len(one.holes):
        return None
    start, end = one.file.span(values)
    return Mend((TextEdit(start, end, one.file.text(values.elts[0])),))


def _behind_each_other(one: Execution) -> Mend | None:
    """`execute(sql, a, b)` becomes `execute(sql, (a, b))`."""
    if not _TOO_MANY.search(one.message) or called(one.call) != "execute" or len(one.call.args) - 1 != len(one.holes):
        return None
    start, end = one.file.span(one.call.args[1])[0], one.file.span(one.call.args[-1])[1]
    return Mend((TextEdit(start, start, "("), TextEdit(end, end, ")")))


def _placeholders(one: Execution) -> Mend | None:
    """As many `?` in VALUES as the table has columns and the call has values."""
    count, values = _COLUMNS.search(one.message), list(_VALUES.finditer(one.sql))
    if count is None or len(values) != 1:
        return None
    columns, written = (count[1], count[2]) if count[1] else (count[4], count[3])
    holes = values[0][1].count("?")
    if holes != int(written) or supplied(one) != int(columns):
        return None
    start, end = one.at + values[0].start(1), one.at + values[0].end(1)
    comma = "," if "," in values[0][1] and ", " not in values[0][1] else ", "
    return Mend((TextEdit(start, end, comma.join("?" * int(columns))),))


def _quoted(one: Execution) -> Mend | None:
    """`'?'` becomes `?`."""
    count = _COUNT.search(one.message)
    quoted = list(re.finditer(r"'\?'|\"\?\"", one.sql))
    if count is None or not quoted or len(one.holes) + len(quoted) != int(count[2]):
        return None
    return Mend(tuple(TextEdit(one.at + found.start(), one.at + found.end(), "?") for found in quoted))


def _percent(one: Execution) -> Mend | None:
    """`%s` becomes `?`."""
    found = list(re.finditer(r"'%s'|\"%s\"|%s", one.sql))  # no `?` counts in quotes
    if not _PERCENT.search(one.message) or not found or one.values is None or "%" in one.sql.replace("%s", ""):
        return None
    given = supplied(one)
    if (given is not None and given != len(found)) or _is_filled(one):
        return None
    return Mend(tuple(TextEdit(one.at + part.start(), one.at + part.end(), "?") for part in found))


def _is_filled(one: Execution) -> bool:
    """Whether the SQL has a name by which it is filled with `%` elsewhere."""
    name = one.call.args[0]
    scope = one.file.scope_of(name.id, name) if isinstance(name, ast.Name) else None
    uses = one.file.uses(name.id, scope) if isinstance(name, ast.Name) and scope is not None else []
    return any(isinstance(one.file.parents.get(id(use)), ast.BinOp) for use in uses)


def _in_list(one: Execution) -> Mend | None:
    """`IN (?)` gets a `?` for each item of the list."""
    holes, values = list(_IN.finditer(one.sql)), one.values
    if len(holes) != 1 or len(one.holes) != 1 or values is None or one.literal is not one.call.args[0]:
        return None
    kind = _TYPE.search(one.message)
    node = values.elts[0] if isinstance(values, ast.Tuple | ast.List) and len(values.elts) == 1 else values
    source = source_of(one.file, node)
    listed = isinstance(source, ast.List | ast.Tuple | ast.ListComp)
    if not isinstance(node, ast.Name | ast.Attribute) or "{" in one.sql or "}" in one.sql:
        return None
    if not (kind is not None and kind["type"] in ("list", "tuple")) and not (
        listed and (kind is not None or _COUNT.search(one.message))
    ):
        return None
    opening = LITERAL.match(one.file.text(one.literal))
    if opening is None or opening[0] != opening[1]:
        return None
    inner = "'" if opening[1][0] == '"' else '"'
    name = one.file.text(node)
    at = one.at + holes[0].start(1)
    made = f"{{{inner}, {inner}.join({inner}?{inner} * len({name}))}}"
    start = one.file.span(one.literal)[0]
    edits = [TextEdit(start, start, "f"), TextEdit(at, at + 1, made)]
    if node is not values:
        edits.append(TextEdit(*one.file.span(values), name))
    return Mend(tuple(edits))


def _path_as_text(one: Execution) -> Mend | None:
    """A path becomes text."""
    kind, values = _TYPE.search(one.message), one.values
    number = re.search(r"parameter (\d+)", one.message)
    if kind is None or number is None or not isinstance(values, ast.Tuple | ast.List):
        return None
    index = int(number[1]) - (0 if "probably" in one.message else 1)  # counted from 0 before Python 3.11
    if kind["type"] not in ("PosixPath", "WindowsPath", "pathlib.PosixPath") or not 0 <= index < len(values.elts):
        return None
    if made_by(values.elts[index], "str"):
        return None
    start, end = one.file.span(values.elts[index])
    return Mend((TextEdit(start, start, "str("), TextEdit(end, end, ")")))


def _named(one: Execution) -> Mend | None:
    """`?` becomes `:name`, in the order of the columns that INSERT names."""
    columns, source = _INSERT.search(one.sql), source_of(one.file, one.values) if one.values is not None else None
    if not _NAMELESS.search(one.message) or columns is None or not isinstance(source, ast.Dict):
        return None
    names = [name.strip(' \t\r\n"`[]') for name in columns[1].split(",")]
    keys = {text_of(key) for key in source.keys if key is not None}
    if len(names) != len(one.holes) or not set(names) <= keys:
        return None
    holes = zip(one.holes, names, strict=True)
    return Mend(tuple(TextEdit(one.at + hole, one.at + hole + 1, f":{name}") for hole, name in holes))


_FORMS: tuple[Callable[[Execution], Mend | None], ...] = (
    _behind_each_other,
    _in_list,
    _row_in_tuple,
    _one_value,
    _many_values,
    _placeholders,
    _quoted,
    _percent,
    _path_as_text,
    _named,
)


def sql_parameters(request: Request) -> Mend | None:
    """The recipe for values and placeholders: the first form that applies."""
    one = execution(request)
    if one is None:
        return None
    return next((mend for form in _FORMS if (mend := form(one)) is not None), None)


def sql_script(request: Request) -> Mend | None:
    """`executescript` for a text of several statements."""
    at = told(request, _SCRIPT)
    call = call_of(at) if at is not None else None
    if at is None or call is None or len(call.args) != 1 or call.keywords or not isinstance(call.func, ast.Attribute):
        return None
    if called(call) != "execute" or not isinstance(at.file.parents.get(id(call)), ast.Expr):
        return None
    cursor = dotted(call.func.value)
    methods = {
        called(one)
        for one in at.file.nodes
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute)
        and (called(one) == "rollback" or (dotted(one.func.value) == cursor and one.lineno > call.lineno))
    }  # fmt: skip
    if methods & {"fetchone", "fetchall", "fetchmany"}:
        return None  # a script has no rows
    end = at.file.span(call.func)[1]
    return Mend((TextEdit(end, end, "script"),), sure="rollback" not in methods)


RECIPES = (
    Recipe("sql-parameters", "Makes the values fit the placeholders of the SQL.", sql_parameters),
    Recipe(
        "sql-script",
        "Executes the text as a script (executescript).",
        sql_script,
        unsure="A script commits what came before it, which a rollback then does not take back.",
    ),
)

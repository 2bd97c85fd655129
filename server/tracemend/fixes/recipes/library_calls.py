"""Calls that libraries changed: `sql-text`, `pandas-concat`.

- `sql-text` puts SQLAlchemy's `text()` around the SQL that is given to `execute`, `scalar` or `scalars`. Does not apply
  where values are handed over for `?` or `%s`, which `text()` does not know.
- `pandas-concat` writes `pd.concat([a, b])` for `a.append(b)`; a dictionary becomes a table of one row. Not sure where
  the code does not show what is appended. Does not apply to a call whose result is not used, which changed no table.

Sources: https://docs.sqlalchemy.org/en/20/changelog/migration_20.html,
https://pandas.pydata.org/docs/whatsnew/v2.0.0.html
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import (
    assigned_value,
    assignment_before,
    called,
    dotted,
    nearest_to_carets,
    own_calls,
    spreads,
)
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import Module, whole
from tracemend.source.reach import results
from tracemend.source.statement import Statement

_EXECUTE = frozenset(("execute", "scalar", "scalars", "stream", "stream_scalars"))
_DRIVERS_FIELD = lazy.regex(r"\?|%s|%\(\w+\)s")
"""Where a value goes, as databases' drivers have it."""
_JOIN_OPTIONS = frozenset(("ignore_index", "verify_integrity", "sort"))


def sql_text(request: Request) -> Mend | None:
    """`execute(text("..."))`."""
    statement, source = request.place.statement, request.place.source
    if statement is None or source is None:
        return None
    found = [call for call in own_calls(statement) if called(call) in _EXECUTE and call.args]
    calls = [call for call in nearest_to_carets(statement, found) if _is_text(statement, call.args[0])]
    if len(calls) != 1:
        return None
    values = calls[0].args[1:] or [one.value for one in calls[0].keywords if one.arg in ("params", "parameters")]
    if values and any(_DRIVERS_FIELD.search(text) for text in _texts(statement, calls[0].args[0])):
        return None
    imports = Imports(source)
    written = imports.name("sqlalchemy", "text")
    start, end = statement.span(calls[0].args[0])
    return Mend((TextEdit(start, start, f"{written}("), TextEdit(end, end, ")"), *imports.edits()))


def _is_text(statement: Statement, node: ast.expr) -> bool:
    """Whether an argument is a text, as it stands or as its name was assigned."""
    if isinstance(node, ast.Name):
        before = assignment_before(statement, node.id)
        value = assigned_value(before) if before is not None else None
        return value is not None and not isinstance(value, ast.Name) and _is_text(statement, value)
    if isinstance(node, ast.BinOp):
        return _is_text(statement, node.left) or _is_text(statement, node.right)
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _texts(statement: Statement, node: ast.expr) -> list[str]:
    """The literal texts of an argument, as it stands or as its name was assigned."""
    before = assignment_before(statement, node.id) if isinstance(node, ast.Name) else None
    value = assigned_value(before) if before is not None else None
    parts = ast.walk(value if value is not None else node)
    return [one.value for one in parts if isinstance(one, ast.Constant) and isinstance(one.value, str)]


def pandas_concat(request: Request) -> Mend | None:
    """`pd.concat([df, other])` for `df.append(other)`."""
    statement, source = request.place.statement, request.place.source
    if statement is None or source is None:
        return None
    found = [
        call
        for call in own_calls(statement)
        if isinstance(call.func, ast.Attribute) and call.func.attr == "append" and len(call.args) == 1
    ]
    calls = nearest_to_carets(statement, found)
    if len(calls) != 1 or spreads(calls[0]) or any(one.arg not in _JOIN_OPTIONS for one in calls[0].keywords):
        return None
    call = calls[0]
    if not isinstance(call.func, ast.Attribute) or (
        isinstance(statement.node, ast.Expr) and statement.node.value is call
    ):
        return None
    imports = Imports(source)
    pandas = imports.find_module("pandas")
    if pandas is None:
        return None
    text = source.text
    start, first = statement.span(call)[0], statement.span(call.func.value)[1]
    begin, end = statement.span(call.args[0])
    if text[start : start + 1] == "(" or "#" in text[first:begin]:
        return None
    if request.report.first_line.startswith("'Series'"):
        row, inner, sure = "table", None, _made(statement, call.args[0]) == "series"
    else:
        row, inner, sure = _rows(statement, call.args[0])
    if row == "frame":
        before, after = f"{pandas}.DataFrame([", "])"
    elif row == "series":
        before, after = "", ".to_frame().T"
    else:
        before, after = "", ""
    edits = [TextEdit(start, start, f"{pandas}.concat([")]
    if inner is not None:  # a list of tables, the brackets of which are not needed any more
        low, high = inner
        edits += [TextEdit(first, low, ", "), TextEdit(high, end, "]")]
    else:
        edits += [TextEdit(first, begin, f", {before}"), TextEdit(end, end, f"{after}]")]
    return Mend(tuple(edits), sure=sure)


def _rows(statement: Statement, node: ast.expr) -> tuple[str, tuple[int, int] | None, bool]:
    """What is appended: a dictionary or list of them (`frame`), a row (`series`), or a table; the span of a list's
    items where it is one of tables; and whether the code shows it."""
    if isinstance(node, ast.Name):
        before = assignment_before(statement, node.id)
        value = assigned_value(before) if before is not None else None
        kind, sure = "table", False
        if value is not None and not isinstance(value, ast.Name | ast.List):
            kind, _, sure = _rows(statement, value)
        made = _made(statement, node) if not sure else None
        return (made, None, True) if made is not None else (kind, None, sure)
    if isinstance(node, ast.Dict):
        return "frame", None, True
    if isinstance(node, ast.List) and node.elts:
        if isinstance(node.elts[0], ast.Dict):
            return "table", None, False
        return "table", (statement.span(node.elts[0])[0], statement.span(node.elts[-1])[1]), True
    if isinstance(node, ast.Call):
        name = called(node)
        if name == "dict":
            return "frame", None, True
        if name == "Series":
            return "series", None, True
        made = _made(statement, node)
        return (made, None, True) if made is not None else ("table", None, False)
    return "table", None, False


_TABLES = frozenset(
    ("DataFrame", "read_csv", "read_excel", "read_json", "read_table", "read_parquet", "read_sql", "read_sql_query",
     "read_fwf", "json_normalize", "concat", "merge", "from_dict", "from_records")
)  # fmt: skip
_KEEP = frozenset(
    ("copy", "dropna", "fillna", "sort_values", "sort_index", "reset_index", "set_index", "rename", "assign", "drop",
     "drop_duplicates", "head", "tail", "query", "astype", "replace", "sample", "round")
)  # fmt: skip
"""Methods whose answer is what they are asked of: a table of a table."""


def _made(statement: Statement, node: ast.expr) -> str | None:
    """What an expression of the statement is, by where its value comes from in the file: `table`, `series`, or `frame`
    for a dictionary; None where the file does not show it."""
    file = whole(statement.source)
    same = file.same(statement, node) if file is not None else None
    if file is None or not isinstance(same, ast.expr):
        return None
    if isinstance(same, ast.Name):
        scope = file.scope_of(same.id, same)
        bound = file.bindings(same.id, scope) if scope is not None else []
        if len(bound) == 1 and isinstance(bound[0].node, ast.arg) and bound[0].node.annotation is not None:
            written = (dotted(bound[0].node.annotation) or "").rpartition(".")[2]
            return {"DataFrame": "table", "Series": "series", "dict": "frame"}.get(written)
    kinds = {_kind(file, one, 5) for one in results(file, same) or ()}
    return kinds.pop() if len(kinds) == 1 else None


def _kind(file: Module, node: ast.expr, depth: int) -> str | None:
    if isinstance(node, ast.Dict | ast.DictComp):
        return "frame"
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.List):
        return "table"
    if not isinstance(node, ast.Call) or depth <= 0:
        return None
    name = called(node)
    if name in _TABLES and name != "merge":
        return "table"
    if name in ("dict", "Series"):
        return "frame" if name == "dict" else "series"
    if name in _KEEP and isinstance(node.func, ast.Attribute):
        kinds = {_kind(file, one, depth - 1) for one in results(file, node.func.value) or ()}
        kind = kinds.pop() if len(kinds) == 1 else None
        return kind if kind in ("table", "series") else None
    return None


RECIPES = (
    Recipe("sql-text", "Puts SQLAlchemy's text() around SQL that is a plain text.", sql_text),
    Recipe(
        "pandas-concat",
        "Writes pandas.concat for append.",
        pandas_concat,
        unsure="The code does not show that both are tables.",
    ),
)

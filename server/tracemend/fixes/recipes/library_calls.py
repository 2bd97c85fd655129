"""Calls that libraries changed: `sql-text`, `pandas-concat`.

- `sql-text` puts SQLAlchemy's `text()` around the SQL that is given to `execute`, `scalar` or `scalars`.
- `pandas-concat` writes `pd.concat([a, b])` for `a.append(b)`; a dictionary becomes a table of one row. Not sure where
  the code does not show what is appended. Does not apply to a call whose result is not used, which changed no table.

Sources: https://docs.sqlalchemy.org/en/20/changelog/migration_20.html,
https://pandas.pydata.org/docs/whatsnew/v2.0.0.html
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import (
    assigned_value,
    assignment_before,
    called,
    nearest_to_carets,
    own_calls,
    spreads,
)
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.statement import Statement

_EXECUTE = frozenset(("execute", "scalar", "scalars", "exec_driver_sql"))
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
        if value is None or isinstance(value, ast.Name | ast.List):
            return "table", None, False
        kind, _, sure = _rows(statement, value)
        return kind, None, sure
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
        return ("series", None, True) if name == "Series" else ("table", None, name in ("DataFrame", "read_csv"))
    return "table", None, False


RECIPES = (
    Recipe("sql-text", "Puts SQLAlchemy's text() around SQL that is a plain text.", sql_text),
    Recipe(
        "pandas-concat",
        "Writes pandas.concat for append.",
        pandas_concat,
        unsure="The code does not show that both are tables.",
    ),
)

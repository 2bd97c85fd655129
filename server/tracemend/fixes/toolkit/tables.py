"""What the file shows of a value of pandas: whether it is a table, and what its columns hold."""

from __future__ import annotations

import ast
import re

from tracemend.fixes.toolkit.code import called, dotted, text_of
from tracemend.source.module import Module
from tracemend.source.reach import elements, reach

_TABLES = ("DataFrame", "read_csv", "read_excel", "read_table", "read_json", "read_sql", "read_parquet")
_SAME = ("copy", "dropna", "fillna", "head", "tail", "sort_values", "reset_index", "drop", "query", "drop_duplicates")
_OF_SERIES = ("Series", "value_counts", "squeeze", "idxmax", "nunique", "size")


def table_of(file: Module, node: ast.expr, depth: int = 5) -> ast.Call | None:
    """The call that makes the whole table, or the groups, that a value is; None for a column and what is not seen."""
    if isinstance(node, ast.Name) and reach(file, node) is None:
        return _changed_table(file, node)
    for value in (reach(file, node) or []) if depth else []:
        if isinstance(value, ast.Call) and called(value) in _TABLES:
            return value
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
            inner = value.func.value
            if called(value) == "groupby":
                return value if not isinstance(inner, ast.Subscript) or not is_column(inner) else None
            if called(value) in _SAME:
                return table_of(file, inner, depth - 1)
        if isinstance(value, ast.Subscript) and not is_column(value):
            return table_of(file, value.value, depth - 1)
    return None


def _changed_table(file: Module, name: ast.Name) -> ast.Call | None:
    """The one call that makes the table of a name which gets it again changed: `df = df.dropna()`."""
    scope = file.scope_of(name.id, name)
    values = [one.value for one in file.bindings(name.id, scope)] if scope is not None else []
    made = [one for one in values if isinstance(one, ast.Call) and called(one) in _TABLES]
    others = [one for one in values if one not in made]
    same = all(
        isinstance(one, ast.Call)
        and called(one) in _SAME
        and isinstance(one.func, ast.Attribute)
        and dotted(one.func.value) == name.id
        for one in others
    )
    return made[0] if len(made) == 1 and same else None


def is_column(node: ast.Subscript) -> bool:
    """Whether an index takes one column, or may: a name in brackets."""
    return text_of(node.slice) is not None or isinstance(node.slice, ast.Name)


def columns_of(file: Module, call: ast.Call) -> dict[str, list[ast.expr]]:
    """The columns of `DataFrame({...: [...]})`, each with its items; empty where they are not shown."""
    given = reach(file, call.args[0]) if called(call) == "DataFrame" and call.args else None
    data = given[0] if given is not None and len(given) == 1 else None
    if not isinstance(data, ast.Dict):
        return {}
    pairs = zip(data.keys, data.values, strict=True)
    return {text_of(name) or "": elements(value) or [] for name, value in pairs}


def all_numbers(items: list[ast.expr]) -> bool:
    """Whether these are texts, each of a whole number."""
    return bool(items) and all(re.fullmatch(r"[1-9]\d{0,17}|0", text_of(one) or "") for one in items)


def is_series(file: Module, node: ast.expr) -> bool:
    """Whether the file shows that a value is a single column."""
    return any(
        (isinstance(one, ast.Subscript) and text_of(one.slice) is not None)
        or (isinstance(one, ast.Call) and called(one) in _OF_SERIES)
        for one in reach(file, node) or [node]
    )

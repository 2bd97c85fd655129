"""The fact `similar-column`: which column of the table (a pandas DataFrame) is spelt nearly so.

Columns are those that the program itself shows: the keys that a DataFrame is made of, its `columns`, those assigned
afterwards; and the first line of the file that `read_csv` reads, where it is a file of this machine.
"""

from __future__ import annotations

import ast
import csv
import os
import re
from collections.abc import Iterable

from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import in_time, short
from tracemend.evidence.names import key_text
from tracemend.evidence.similar import closest, slip_of
from tracemend.evidence.syntax import binding, dotted
from tracemend.source.place import Statement
from tracemend.source.statement import own_parts

_HEADER = 20_000
_TEXT = 400_000
_DEPTH = 6


def similar_column(inquiry: Inquiry) -> Finding:
    statement = inquiry.place.statement if inquiry.place else None
    wrong = key_text(inquiry.value)
    if statement is None or wrong is None:
        return UNKNOWN
    names = dict.fromkeys(part.id for part in own_parts(statement.node) if isinstance(part, ast.Name))
    columns: set[str] = set()
    for name in list(names)[:8]:
        columns |= _columns_of_name(inquiry, statement, name, 0)
    columns.discard(wrong)
    if not columns:
        return UNKNOWN
    same = [one for one in columns if one.strip().lower() == wrong.strip().lower()]
    near = same[0] if len(same) == 1 else slip_of(wrong, columns) or closest(wrong, columns)
    if near is None:
        return Finding(False, f"No column of the table is spelt like {short(wrong)}.")
    return Finding(True, f"The table has the column {short(repr(near))}, not {short(repr(wrong))}.", {"similar": near})


def _columns_of_name(inquiry: Inquiry, statement: Statement, name: str, depth: int) -> set[str]:
    """The columns of the table that a name means; none where it is no table that the program shows."""
    in_time()
    bound = binding(statement, name) if depth < _DEPTH else None
    if bound is None:
        return set()
    found = _columns(inquiry, bound[1], bound[0], depth)
    if found:
        word = re.escape(name)
        assigned = rf"^[ \t]*{word}\[[ ]?(?:\"([^\"\\\n]{{1,200}})\"|'([^'\\\n]{{1,200}})')[ ]?\][ \t]*=(?!=)"
        text = statement.source.text[: statement.span(statement.node)[0]][-_TEXT:]
        found |= {match[1] or match[2] for match in re.finditer(assigned, text, re.MULTILINE)}
    return found


def _columns(inquiry: Inquiry, statement: Statement, node: ast.expr, depth: int) -> set[str]:
    if isinstance(node, ast.Subscript):  # a part of another table
        return _columns(inquiry, statement, node.value, depth + 1) if depth < _DEPTH else set()
    if isinstance(node, ast.Name):
        return _columns_of_name(inquiry, statement, node.id, depth + 1)
    if not isinstance(node, ast.Call):
        return set()
    called = (dotted(node.func) or "").rpartition(".")[2]
    if called == "DataFrame":
        return _of_frame(inquiry, statement, node, depth)
    if called == "read_csv":
        return _of_file(inquiry, node)
    if called in ("copy", "dropna", "sort_values", "reset_index", "head", "tail", "query", "fillna", "drop_duplicates"):
        value = node.func.value if isinstance(node.func, ast.Attribute) else None
        return _columns(inquiry, statement, value, depth + 1) if value is not None and depth < _DEPTH else set()
    return set()


def _texts(nodes: Iterable[ast.expr | None]) -> set[str]:
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def _of_frame(inquiry: Inquiry, statement: Statement, call: ast.Call, depth: int) -> set[str]:
    """The columns of `DataFrame({...})`, of a list of dictionaries, and those that `columns` names."""
    columns = next((one.value for one in call.keywords if one.arg == "columns"), None)
    if isinstance(columns, ast.List | ast.Tuple):
        return _texts(columns.elts)
    data = call.args[0] if call.args else next((one.value for one in call.keywords if one.arg == "data"), None)
    if isinstance(data, ast.Name):
        bound = binding(statement, data.id)
        data = bound[0] if bound is not None else None
    if isinstance(data, ast.List) and data.elts:
        data = data.elts[0]
    if isinstance(data, ast.Dict):
        return _texts(data.keys)
    if isinstance(data, ast.Call) and isinstance(data.func, ast.Name) and data.func.id == "dict":
        return {one.arg for one in data.keywords if one.arg}
    return set()


def _of_file(inquiry: Inquiry, call: ast.Call) -> set[str]:
    """The names in the first line of a file of this machine; none where the call says that they stand elsewhere."""
    path = call.args[0] if call.args else None
    named = {one.arg: one.value for one in call.keywords}
    if inquiry.context.origin != "here" or not isinstance(path, ast.Constant) or not isinstance(path.value, str):
        return set()
    if not named.keys().isdisjoint({"header", "names", "skiprows", "usecols", None}):
        return set()
    separator = next((named[name] for name in ("sep", "delimiter") if name in named), None)
    sign = separator.value if isinstance(separator, ast.Constant) else ","
    if not isinstance(sign, str) or len(sign) != 1 or "://" in path.value:
        return set()
    for folder in filter(None, (inquiry.context.folder, *inquiry.context.roots)):
        try:
            with open(os.path.join(folder, path.value), encoding="utf-8", newline="") as file:
                first = file.read(_HEADER).splitlines()[:1]
        except (OSError, ValueError):
            continue
        return {name for row in csv.reader(first, delimiter=sign) for name in row if name}
    return set()


FACTS = (
    Fact(
        "similar-column",
        "Has the table a column of a similar spelling, as far as the program shows?",
        similar_column,
        ("key", "attribute"),
        gives=("similar",),
        source_only=True,
    ),
)

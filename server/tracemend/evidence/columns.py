"""The facts `similar-column`, which column of the table (a pandas DataFrame) is spelt nearly so, and
`separator-of-file`, by what the fields of a file are separated.

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
from tracemend.evidence.keys import key_text
from tracemend.evidence.limits import in_time, short
from tracemend.evidence.paths_in_code import opened_paths
from tracemend.evidence.similar import closest, slip_of
from tracemend.evidence.syntax import binding, dotted
from tracemend.source.module import whole
from tracemend.source.place import Statement
from tracemend.source.reach import results
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
    if not columns:
        columns = _columns_of_reading(inquiry, statement)
    columns.discard(wrong)
    if not columns:
        return UNKNOWN
    same = [one for one in columns if one.strip().lower() == wrong.strip().lower()]
    near = same[0] if len(same) == 1 else slip_of(wrong, columns) or closest(wrong, columns)
    if near is None:
        return Finding(False, f"No column of the table is spelt like {short(wrong)}.")
    return Finding(True, f"The table has the column {short(repr(near))}, not {short(repr(wrong))}.", {"similar": near})


def _columns_of_reading(inquiry: Inquiry, statement: Statement) -> set[str]:
    """The first line of the file that a function of the program reads the statement's one table from."""
    file = whole(statement.source)
    calls: dict[int, ast.Call] = {}
    parts = [part for part in own_parts(statement.node) if isinstance(part, ast.Name)]
    for part in parts[:8] if file is not None else ():
        same = file.same(statement, part) if file is not None else None
        for one in (results(file, same) or ()) if file is not None and isinstance(same, ast.Name) else ():
            if isinstance(one, ast.Call) and (dotted(one.func) or "").rpartition(".")[2] == "read_csv":
                calls[id(one)] = one
    if file is None or len(calls) != 1:
        return set()
    call = next(iter(calls.values()))
    return _of_file(inquiry, file.statement(call), call)


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
        return _of_file(inquiry, statement, node)
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


def _of_file(inquiry: Inquiry, statement: Statement, call: ast.Call) -> set[str]:
    """The names in the first line of what is read; none where the call says that they stand elsewhere."""
    named = {one.arg: one.value for one in call.keywords}
    if not named.keys().isdisjoint({"header", "names", "skiprows", "usecols", None}):
        return set()
    separator = next((named[name] for name in ("sep", "delimiter") if name in named), None)
    sign = separator.value if isinstance(separator, ast.Constant) else ","
    if not isinstance(sign, str) or len(sign) != 1:
        return set()
    skips = named.get("skipinitialspace")
    strip = isinstance(skips, ast.Constant) and skips.value is True
    first = _lines_of_file(inquiry, statement, call)[:1]
    return {name for row in csv.reader(first, delimiter=sign, skipinitialspace=strip) for name in row if name}


def _lines_of_file(inquiry: Inquiry, statement: Statement, call: ast.Call) -> list[str]:
    """The first lines of a file of this machine, or of the text that stands in for one (`StringIO("...")`)."""
    given = call.args[0] if call.args else None
    if isinstance(given, ast.Call) and (dotted(given.func) or "").endswith("StringIO") and given.args:
        return (_constant(statement, given.args[0]) or "")[:_HEADER].splitlines()
    path = _constant(statement, given) if given is not None else None
    folder = inquiry.context.folder
    if path is None and folder is not None and inquiry.place is not None:
        opened = opened_paths(statement, call, inquiry.place.file, folder)
        path = opened[0] if len(opened) == 1 else None
    if path is None or inquiry.context.origin != "here" or "://" in path:
        return []
    for folder in filter(None, (inquiry.context.folder, *inquiry.context.roots)):
        try:
            with open(os.path.join(folder, path), encoding="utf-8", errors="replace", newline="") as file:
                return file.read(_HEADER).removeprefix("\ufeff").splitlines()
        except (OSError, ValueError):
            continue
    return []


def _constant(statement: Statement, node: ast.expr) -> str | None:
    """The text that an expression is, as it stands or as its name was assigned."""
    if isinstance(node, ast.Name):
        bound = binding(statement, node.id)
        node = bound[0] if bound is not None else node
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def separator_of_file(inquiry: Inquiry) -> Finding:
    """By the first lines: a sign that all of them have as often, where the first has no comma."""
    statement = inquiry.place.statement if inquiry.place else None
    found = _reading(statement, 0) if statement is not None else None
    if found is None:
        return UNKNOWN
    call, around = found
    if any(one.arg in ("sep", "delimiter", "skiprows", "header", None) for one in call.keywords):
        return UNKNOWN
    lines = [line for line in _lines_of_file(inquiry, around, call)[:_COMPARED] if line.strip()]
    if len(lines) < 2:
        return UNKNOWN
    for sign, word in _SIGNS.items():
        counts = {line.count(sign) for line in lines}
        if len(counts) == 1 and 0 not in counts and "," not in lines[0]:
            return Finding(True, f"The first lines of the file are separated by {word}.", {"separator": sign})
    return Finding(False, "The first lines of the file show no other separator than the comma.")


def _reading(statement: Statement, depth: int) -> tuple[ast.Call, Statement] | None:
    """The call of `read_csv` in the statement, or the one that made a table in it."""
    parts = list(own_parts(statement.node))
    for part in parts:
        if isinstance(part, ast.Call) and (dotted(part.func) or "").rpartition(".")[2] == "read_csv":
            return part, statement
    for name in dict.fromkeys(part.id for part in parts if isinstance(part, ast.Name)) if depth < _DEPTH else ():
        bound = binding(statement, name)
        found = _reading(bound[1], depth + 1) if bound is not None else None
        if found is not None:
            return found
    return None


_SIGNS = {";": "semicolons", "\t": "tabs", "|": "bars"}
_COMPARED = 6
"""So many lines at the beginning of a file are compared."""

FACTS = (
    Fact(
        "similar-column",
        "Has the table a column of a similar spelling, as far as the program shows?",
        similar_column,
        ("key", "attribute"),
        gives=("similar",),
        source_only=True,
    ),
    Fact(
        "separator-of-file",
        "Are the fields of the file that read_csv reads separated by another sign than the comma?",
        separator_of_file,
        gives=("separator",),
        source_only=True,
    ),
)

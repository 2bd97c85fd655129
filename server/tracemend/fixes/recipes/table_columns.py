"""`table-columns`, `table-loc`, `table-drop`, `table-index`, `table-names`: columns of pandas tables, asked for as
pandas wants it.

- `table-columns`: several columns are taken by a list: `df[["a", "b"]]` for `df["a", "b"]`.
- `table-loc`: `.loc` or `.iloc` for `.ix`, by what stands in the brackets; `df.loc[rows, "a"] = 1` for
  `df[rows]["a"] = 1`, which writes to a copy. Not sure for `.ix` where a row's number may also be its label.
- `table-drop`: `drop(columns="a")` for `drop("a")`, which looks among the rows. Not where the rows have labels of
  their own.
- `table-index`: `.reset_index()` where the column was made the index by `groupby` or `set_index`.
- `table-names`: blanks before the names in the first line of a file that `read_csv` reads are skipped; others around
  them are taken off after reading it. The reading is followed through the functions that the table comes from.
- `csv-separator`: `sep=` for the one `read_csv` that made the table.

Sources: https://pandas.pydata.org/docs/user_guide/indexing.html,
https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.drop.html,
https://pandas.pydata.org/docs/user_guide/copy_on_write.html#chained-assignment
"""

from __future__ import annotations

import ast
import re

from tracemend.evidence.keys import key_text
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.chains import steps_of
from tracemend.fixes.toolkit.code import called, keyword_of, spreads, text_of
from tracemend.fixes.toolkit.displays import as_list
from tracemend.fixes.toolkit.edits import add_keyword, insert_after, owns_its_lines
from tracemend.fixes.toolkit.failing import all_failing, the_failing
from tracemend.source.module import Module
from tracemend.source.reach import reach, results

_READERS = ("read_csv", "read_table", "read_excel", "read_fwf")
_LABELS = re.compile(r"\bset_index\(|\bindex(?:_col)?\s*=|\.index\s*=|\bpivot|\bgroupby\(|\.T\b|\.transpose\(")
"""What gives rows labels of their own."""
_ACCESSORS = ("loc", "iloc", "at", "iat", "ix")


def columns(request: Request) -> Mend | None:
    """`df[["a", "b"]]` for `df["a", "b"]`."""
    found = the_failing(request, ast.Subscript, _names_only)
    if found is None or not request.report.first_line.startswith("("):
        return None
    file, node = found
    return Mend(tuple(as_list(file, node.slice))) if isinstance(node.slice, ast.Tuple) else None


def _names_only(node: ast.Subscript) -> bool:
    if isinstance(node.value, ast.Attribute) and node.value.attr in _ACCESSORS:
        return False
    return (
        isinstance(node.slice, ast.Tuple)
        and len(node.slice.elts) > 1
        and all(text_of(one) is not None for one in node.slice.elts)
    )


def loc(request: Request) -> Mend | None:
    """`.loc` and `.iloc` for `.ix`, and for an item of an item that is assigned to."""
    found = the_failing(request, ast.Subscript, _is_ix)
    if found is None:
        return _assigned(request)
    file, node = found
    parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    numbers = all(_is_number(part) for part in parts)
    named = any(text_of(part) is not None or isinstance(part, ast.List | ast.Compare) for part in parts)
    if not isinstance(node.value, ast.Attribute) or not (numbers or named):
        return None
    labels = _LABELS.search(file.source.text) is not None
    end = file.span(node.value)[1]
    sure = named and not (labels and any(_is_number(part) for part in parts)) if not numbers else len(parts) == 2
    return Mend((TextEdit(end - 2, end, "iloc" if numbers else "loc"),), sure=sure)


def _is_ix(node: ast.Subscript) -> bool:
    return isinstance(node.value, ast.Attribute) and node.value.attr == "ix"


def _is_number(node: ast.expr) -> bool:
    if isinstance(node, ast.Slice):
        sides = [side for side in (node.lower, node.upper, node.step) if side is not None]
        return all(_is_number(side) for side in sides)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return _is_number(node.operand)
    return isinstance(node, ast.Constant) and isinstance(node.value, int)


def _assigned(request: Request) -> Mend | None:
    """`df.loc[rows, "a"] = 1` for `df[rows]["a"] = 1` and `df["a"][rows] = 1`."""
    statement, warned = request.place.statement, request.report.exception or ""
    if statement is None or not warned.endswith(("ChainedAssignmentError", "SettingWithCopyWarning")):
        return None
    node = statement.node
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AugAssign) else []
    target = targets[0] if len(targets) == 1 else None
    if not isinstance(target, ast.Subscript) or not isinstance(target.value, ast.Subscript):
        return None
    inner = target.value
    column, rows = (target.slice, inner.slice) if text_of(inner.slice) is None else (inner.slice, target.slice)
    if isinstance(inner.value, ast.Attribute) and inner.value.attr in _ACCESSORS:
        return None
    several = isinstance(column, ast.List) and all(text_of(one) is not None for one in column.elts)
    if (text_of(column) is None and not several) or isinstance(rows, ast.Tuple) or text_of(rows) is not None:
        return None
    start, end = statement.span(inner.value)[1], statement.span(target)[1]
    if "#" in statement.source.text[start:end]:
        return None
    return Mend((TextEdit(start, end, f".loc[{statement.text(rows)}, {statement.text(column)}]"),))


def drop(request: Request) -> Mend | None:
    """`drop(columns="a")` for `drop("a")`."""
    found = the_failing(request, ast.Call, _drops)
    if found is None or "not found in axis" not in request.report.message:
        return None
    file, call = found
    start = file.span(call.args[0])[0]
    if file.source.text[start - 1] != "(":
        return None
    axis = keyword_of(call, "axis")
    if axis is not None and not (isinstance(axis.value, ast.Constant) and axis.value.value in (0, "index")):
        return None
    edits = [TextEdit(start, start, "columns=")]
    if axis is not None:
        begin = file.source.text.rindex(",", 0, file.span(axis)[0])
        if begin < file.span(call.args[0])[1]:
            return None
        edits.append(TextEdit(begin, file.span(axis)[1], ""))
    return Mend(tuple(edits), sure=_LABELS.search(file.source.text) is None)


def _drops(call: ast.Call) -> bool:
    if called(call) != "drop" or len(call.args) != 1 or keyword_of(call, "columns") or keyword_of(call, "index"):
        return False
    given = call.args[0]
    items = given.elts if isinstance(given, ast.List | ast.Tuple) else [given]
    return bool(items) and all(text_of(one) is not None for one in items)


def index(request: Request) -> Mend | None:
    """`totals.reset_index()["shop"]` where `shop` is the index of `totals`."""
    wrong = key_text(str(request.values.get("key") or ""))
    found = the_failing(request, ast.Subscript, lambda node: text_of(node.slice) == wrong)
    if wrong is None or found is None:
        return None
    file, node = found
    if (isinstance(node.value, ast.Attribute) and node.value.attr in _ACCESSORS) or not isinstance(node.ctx, ast.Load):
        return None
    sources = reach(file, node.value)
    if sources is None or len(sources) != 1 or not _in_index(sources[0], wrong):
        return None
    at = file.span(node.value)[1]
    return Mend((TextEdit(at, at, ".reset_index()"),))


def _in_index(node: ast.expr, name: str) -> bool:
    """Whether a table was made with that column as its index, and has it still."""
    for step in steps_of(node):
        if called(step) == "reset_index":
            return False
        if called(step) in ("groupby", "set_index"):
            given = step.args[0] if step.args else next((one.value for one in step.keywords if one.arg == "by"), None)
            items = given.elts if isinstance(given, ast.List | ast.Tuple) else [given]
            kept = any(keyword_of(step, one) for one in ("as_index", "drop", "append"))
            return not kept and any(text_of(one) == name for one in items)
    return False


def names(request: Request) -> Mend | None:
    """`df.columns = df.columns.str.strip()` after the file is read."""
    wrong, right = key_text(str(request.values.get("key") or "")), request.arguments.get("to")
    if wrong is None or not isinstance(right, str) or right == wrong or right.strip() != wrong:
        return None
    skipped = _skipping(request, wrong) if right == right.rstrip() else None
    if skipped is not None:
        return skipped
    found = the_failing(
        request, ast.Subscript, lambda node: text_of(node.slice) == wrong and isinstance(node.value, ast.Name)
    )
    read = _reading(found[0], found[1].value) if found is not None and isinstance(found[1].value, ast.Name) else None
    if found is None or read is None:
        return None
    file, (statement, name) = found[0], read
    made = file.statement(statement)
    if not owns_its_lines(made):
        return None
    return Mend((insert_after(made, [f"{name}.columns = {name}.columns.str.strip()"]),))


def _skipping(request: Request, wrong: str) -> Mend | None:
    """`read_csv(..., skipinitialspace=True)` for the one call that gave the table."""
    found = the_failing(request, ast.Subscript, lambda node: text_of(node.slice) == wrong)
    calls: dict[int, ast.Call] = {}
    for part in ast.walk(found[1].value) if found is not None else ():
        for one in (results(found[0], part) or ()) if found is not None and isinstance(part, ast.Name) else ():
            if isinstance(one, ast.Call) and called(one) in ("read_csv", "read_table"):
                calls[id(one)] = one
    call = next(iter(calls.values())) if len(calls) == 1 else None
    if found is None or call is None or spreads(call) or keyword_of(call, "skipinitialspace"):
        return None
    if any(
        (text_of(one) or "").startswith(" ")
        for part in ast.walk(found[0].tree)
        if isinstance(part, ast.Subscript)
        for one in [part.slice]
    ):
        return None  # others are asked for with their blank
    return Mend((add_keyword(found[0].statement(call), call, "skipinitialspace=True"),))


def _reading(file: Module, node: ast.Name) -> tuple[ast.stmt, str] | None:
    """The statement that alone gives a table its value, by reading a file, and the name that it gives it."""
    for _ in range(5):
        only = file.only_value(node.id, node)
        if only is None:
            return None
        made, value = only
        if isinstance(value, ast.Call) and called(value) in _READERS:
            return made, node.id
        steps = steps_of(value)
        root: ast.expr = steps[-1].func if steps else value
        while isinstance(root, ast.Attribute | ast.Subscript):
            root = root.value
        if not isinstance(root, ast.Name):
            return None
        node = root
    return None


def separator(request: Request) -> Mend | None:
    """`read_csv(..., sep=";")`."""
    sign = request.arguments.get("sep")
    calls = the_failing(request, ast.Call, lambda call: called(call) == "read_csv")
    if not isinstance(sign, str) or len(sign) != 1:
        return None
    calls = calls or _made_by_reading(request)
    if calls is None or spreads(calls[1]) or keyword_of(calls[1], "sep") or keyword_of(calls[1], "delimiter"):
        return None
    file, call = calls
    return Mend((add_keyword(file.statement(call), call, f"sep={_WRITTEN.get(sign, repr(sign))}"),))


def _made_by_reading(request: Request) -> tuple[Module, ast.Call] | None:
    """The one call of `read_csv` that made a table of the statement."""
    found = all_failing(request, ast.Subscript, lambda node: True)
    made: dict[int, ast.Call] = {}
    for node in found[1] if found is not None else ():
        root: ast.expr = node
        while isinstance(root, ast.Attribute | ast.Subscript):
            root = root.value
        read = _reading(found[0], root) if found is not None and isinstance(root, ast.Name) else None
        value = read[0].value if read is not None and isinstance(read[0], ast.Assign) else None
        if isinstance(value, ast.Call) and called(value) == "read_csv":
            made[id(value)] = value
    return (found[0], next(iter(made.values()))) if found is not None and len(made) == 1 else None


_WRITTEN = {";": '";"', "\t": r'"\t"', "|": '"|"'}


RECIPES = (
    Recipe("table-columns", "Takes several columns by a list.", columns),
    Recipe(
        "table-loc",
        "Writes .loc or .iloc for .ix and for an item of an item that is assigned to.",
        loc,
        unsure="A row's number may also be its label.",
    ),
    Recipe(
        "table-drop",
        "Says that drop means columns.",
        drop,
        unsure="The rows have labels of their own, one of which may be meant.",
    ),
    Recipe("table-index", "Makes the index a column again where it is asked for.", index),
    Recipe(
        "table-names",
        "Takes the blanks off the columns' names after reading.",
        names,
        {"to": "the column's name as the file has it"},
    ),
    Recipe("csv-separator", "Says what separates the fields of a file.", separator, {"sep": "the sign"}),
)

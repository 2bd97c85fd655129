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

from tracemend import lazy
from tracemend.evidence.keys import key_text
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.chains import steps_of
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, spreads, text_of
from tracemend.fixes.toolkit.displays import as_list
from tracemend.fixes.toolkit.edits import add_keyword, in_parentheses, insert_after, owns_its_lines
from tracemend.fixes.toolkit.failing import all_failing, failing, the_failing
from tracemend.fixes.toolkit.tables import columns_of, is_series, table_of
from tracemend.source.module import Module
from tracemend.source.reach import reach, results

_READERS = ("read_csv", "read_table", "read_excel", "read_fwf")
_LABELS = lazy.regex(r"\bset_index\(|\bindex(?:_col)?\s*=|\.index\s*=|\bpivot|\bgroupby\(|\.T\b|\.transpose\(")
"""What gives rows labels of their own."""
_MAPPINGS = ("dict", "defaultdict", "Counter", "OrderedDict")
_LEVELS = lazy.regex(r"\bMultiIndex\b|\bheader\s*=\s*\[|\bpivot|\bunstack\(|\.agg\(")
"""What gives columns names of several parts."""
_MASKS = frozenset(("isin", "isna", "isnull", "notna", "notnull", "between", "duplicated", "contains", "startswith",
                    "endswith", "match", "eq", "ne", "gt", "lt", "ge", "le"))  # fmt: skip
_ACCESSORS = ("loc", "iloc", "at", "iat", "ix")


def columns(request: Request) -> Mend | None:
    """`df[["a", "b"]]` for `df["a", "b"]`."""
    found = the_failing(request, ast.Subscript, _names_only)
    if found is None or not request.report.first_line.startswith("("):
        return None
    file, node = found
    sources = reach(file, node.value) or []
    mapped = any(
        isinstance(one, ast.Dict) or (isinstance(one, ast.Call) and called(one) in _MAPPINGS) for one in sources
    )
    if not isinstance(node.slice, ast.Tuple) or mapped:
        return None
    return Mend(tuple(as_list(file, node.slice)), sure=_LEVELS.search(file.source.text) is None)


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
    if not numbers and any(_is_negative(part) for part in parts):
        return None  # it counts from the end, which .loc does not
    if not numbers and len(parts) == 2 and _is_number(parts[1]) and not isinstance(parts[1], ast.Slice):
        return None  # a column's number, which .loc does not take
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
    return isinstance(node, ast.Constant) and type(node.value) is int


def _is_negative(node: ast.expr) -> bool:
    return any(isinstance(one, ast.UnaryOp) and isinstance(one.op, ast.USub) for one in ast.walk(node))


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
    between = statement.source.text[start:end]
    if "#" in between or between.count("(") != between.count(")"):
        return None
    written, table = statement.text(rows), dotted(inner.value)
    if isinstance(rows, ast.Slice) and not all(text_of(one) is not None for one in ast.iter_child_nodes(rows)):
        if table is None or not _is_number(rows):
            return None
        written = f"{table}.index[{written}]"  # a slice of numbers counts rows, and ends before its end
    of_rows = rows is target.slice or _is_mask(rows) or isinstance(rows, ast.Slice)
    labels = isinstance(rows, ast.Constant) and _LABELS.search(statement.source.text) is not None
    edit = TextEdit(start, end, f".loc[{written}, {statement.text(column)}]")
    return Mend((edit,), sure=of_rows and not labels)


def _is_mask(node: ast.expr) -> bool:
    """Whether an expression says of each row whether it is meant."""
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.BitAnd | ast.BitOr)
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.Invert)
    return isinstance(node, ast.Compare) or (isinstance(node, ast.Call) and called(node) in _MASKS)


def drop(request: Request) -> Mend | None:
    """`drop(columns="a")` for `drop("a")`."""
    found = the_failing(request, ast.Call, _drops)
    if found is None or "not found in axis" not in request.report.message:
        return None
    file, call = found
    start = file.span(call.args[0])[0]
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    if owner is None or is_series(file, owner) or in_parentheses(file, call, call.args[0]):
        return None  # of a series drop(columns=) drops nothing
    made = table_of(file, owner)
    known = columns_of(file, made) if made is not None else {}
    if known and not _dropped(call) <= set(known):
        return None  # there is no such column either
    axis = keyword_of(call, "axis")
    if axis is not None and not (isinstance(axis.value, ast.Constant) and axis.value.value in (0, "index")):
        return None
    edits = [TextEdit(start, start, "columns=")]
    if axis is not None:
        begin = file.source.text.rindex(",", 0, file.span(axis)[0])
        if begin < file.span(call.args[0])[1]:
            return None
        edits.append(TextEdit(begin, file.span(axis)[1], ""))
    return Mend(tuple(edits), sure=made is not None and _LABELS.search(file.source.text) is None)


def _dropped(call: ast.Call) -> set[str]:
    """The names that `drop` is given."""
    given = call.args[0]
    return {text_of(one) or "" for one in (given.elts if isinstance(given, ast.List | ast.Tuple) else [given])}


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
    if isinstance(sources[0], ast.Call) and called(sources[0]) == "groupby":
        return None  # groups have no index yet
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
    at = failing(request)
    if at is None or _with_blanks(at.file):
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
    return Mend((add_keyword(found[0].statement(call), call, "skipinitialspace=True"),))


def _with_blanks(file: Module) -> bool:
    """Whether columns are asked for with the blanks around their names."""
    slices = [one.slice for one in file.nodes if isinstance(one, ast.Subscript)]
    texts = [text_of(part) or "" for one in slices for part in ast.walk(one)]
    return any(text != text.strip() for text in texts)


def _reading(file: Module, node: ast.Name) -> tuple[ast.stmt, str] | None:
    """The statement that alone gives a table its value, by reading a file, and the name that it gives it."""
    for _ in range(5):
        only = file.only_value(node.id, node)
        if only is None:
            return None
        made, value = only
        if isinstance(value, ast.Call) and called(value) in _READERS:
            plain = not spreads(value) and not any(
                keyword_of(value, one) for one in ("header", "sheet_name", "chunksize")
            )
            return (made, node.id) if plain else None
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
    if calls is None or spreads(calls[1]) or any(keyword_of(calls[1], one) for one in _SEPARATING):
        return None
    file, call = calls
    if len(call.args) > 1:
        return None  # the second one is the separator
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


_SEPARATING = ("sep", "delimiter", "delim_whitespace", "dialect")
_WRITTEN = {";": '";"', "\t": r'"\t"', "|": '"|"'}


RECIPES = (
    Recipe(
        "table-columns",
        "Takes several columns by a list.",
        columns,
        unsure="Columns may have names of several parts here, of which one is misspelt.",
    ),
    Recipe(
        "table-loc",
        "Writes .loc or .iloc for .ix and for an item of an item that is assigned to.",
        loc,
        unsure="A row's number may also be its label, and what is in brackets may name columns.",
    ),
    Recipe(
        "table-drop",
        "Says that drop means columns.",
        drop,
        unsure="The rows may have labels of their own, one of which is meant, or it may be a single column.",
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

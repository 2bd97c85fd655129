"""`table-accessor`, `table-numeric`, `table-missing`, `table-rows`, `table-fill`, `table-key`: values of pandas tables
that are of another type than is asked for.

- `table-accessor`: `pd.to_datetime(x).dt` where x is no date, `x.astype(str).str` where x is a whole number; every
  `.dt` of the same expression in the file. Not sure for other numbers, whose text has a point.
- `table-numeric`: `numeric_only=True` for a mean, sum... of a whole table or of its groups, not of one column. Not sure
  where numbers that are texts would be left out too.
- `table-missing`: `astype("Int64")`, which has missing values, for `astype(int)`: not sure, a value may have been meant
  for them; `na=False` for a mask of texts.
- `table-rows`: one row, `pd.DataFrame([{...}])`, for a dictionary of single values; `pd.read_csv("x.csv")` for
  `pd.DataFrame("x.csv")`, `json.loads` for a text that is JSON.
- `table-fill`: `.ffill()` and `.bfill()` for `fillna(method=...)`.
- `table-key`: before a merge the texts of one key become numbers as the other's are; sure where the file shows that
  they are whole numbers.

Sources: https://pandas.pydata.org/docs/user_guide/integer_na.html, https://pandas.pydata.org/docs/whatsnew/v2.0.0.html,
https://pandas.pydata.org/docs/user_guide/merging.html, https://pandas.pydata.org/docs/user_guide/text.html
"""

from __future__ import annotations

import ast
import json
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, function_around, keyword_of, spreads, text_of
from tracemend.fixes.toolkit.edits import add_keyword, begins_its_line, insert_before
from tracemend.fixes.toolkit.failing import the_failing
from tracemend.fixes.toolkit.imports import Imports, imports_for
from tracemend.fixes.toolkit.tables import all_numbers, columns_of, table_of
from tracemend.source.module import Module
from tracemend.source.reach import reach

_ACCESSOR = lazy.regex(r"Can only use \.(dt|str) accessor with (?:(?:datetimelike|string) values)(?:, not (\w+))?")
_SUMS = ("mean", "sum", "median", "std", "var", "min", "max", "prod", "sem", "corr", "cov", "quantile", "skew", "kurt")
_ON_KEY = lazy.regex(r"You are trying to merge on (\w+) and (\w+) columns for key '([^']+)'")
_MASKS = ("contains", "startswith", "endswith", "match", "fullmatch")


def accessor(request: Request) -> Mend | None:
    """The recipe for `.dt` and `.str`."""
    asked = _ACCESSOR.match(request.report.first_line)
    if asked is None:
        return None
    found = the_failing(request, ast.Attribute, lambda node: node.attr == asked[1])
    if found is None:
        return None
    file, node = found
    if isinstance(node.value, ast.Call) and called(node.value) in ("to_datetime", "astype"):
        return None
    if not isinstance(node.ctx, ast.Load):
        return None
    if asked[1] == "str":
        at = file.source.text.rindex(".", file.span(node.value)[1], file.span(node)[1])
        return Mend((TextEdit(at, at, ".astype(str)"),), sure=asked[2] == "integer")
    pandas = Imports(file.source).find_module("pandas")
    if pandas is None or _is_duration(file, node):
        return None
    written = file.text(node.value)
    edits: list[TextEdit] = []
    for other in file.nodes:
        if isinstance(other, ast.Attribute) and other.attr == "dt" and file.text(other.value) == written:
            start, end = file.span(other.value)
            edits += [TextEdit(start, start, f"{pandas}.to_datetime("), TextEdit(end, end, ")")]
    return Mend(tuple(edits))


def _is_duration(file: Module, node: ast.Attribute) -> bool:
    """Whether the time between two dates is meant."""
    outer = file.parents.get(id(node))
    asked = outer.attr if isinstance(outer, ast.Attribute) else ""
    difference = isinstance(node.value, ast.BinOp) or (
        isinstance(node.value, ast.Call) and called(node.value) == "diff"
    )
    return difference or asked in ("days", "seconds", "microseconds", "nanoseconds", "components", "total_seconds")


def numeric(request: Request) -> Mend | None:
    """`df.mean(numeric_only=True)`."""
    found = the_failing(request, ast.Call, lambda call: called(call) in _SUMS and isinstance(call.func, ast.Attribute))
    if found is None or spreads(found[1]) or keyword_of(found[1], "numeric_only"):
        return None
    file, call = found
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    made = table_of(file, owner) if owner is not None else None
    if owner is None or made is None or len(call.args) > 2:
        return None
    if any(all_numbers(items) for items in columns_of(file, made).values()):
        return None
    outer = file.parents.get(id(call))
    asked = isinstance(outer, ast.Subscript) and outer.value is call  # one of its columns, which may be the text
    asked = asked or any(isinstance(one, ast.Subscript) and isinstance(one.slice, ast.List) for one in ast.walk(owner))
    return Mend(
        (add_keyword(file.statement(call), call, "numeric_only=True"),), sure=not (asked or _holds_numbers(file))
    )


def _holds_numbers(file: Module) -> bool:
    """Whether a table of the file has a column of texts that begin as numbers: it would be left out with the rest."""
    return any(
        all(re.match(r"[-+]?[$€£]?\d", text_of(item) or "") for item in items)
        for call in file.nodes
        if isinstance(call, ast.Call) and called(call) == "DataFrame"
        for items in columns_of(file, call).values()
        if items
    )


def missing(request: Request) -> Mend | None:
    """`astype("Int64")`, and `na=False`."""
    message = request.report.first_line
    if message.startswith("Cannot mask with non-boolean array containing NA"):
        return _without_missing(request)
    found = the_failing(request, ast.Call, lambda call: called(call) == "astype" and len(call.args) == 1)
    if found is None or "to integer" not in message:
        return None
    file, call = found
    given = call.args[0]
    plain = (isinstance(given, ast.Name) and given.id == "int") or text_of(given) in ("int", "int64", "int32")
    start, end = file.span(given)
    return Mend((TextEdit(start, end, '"Int64"'),), sure=False) if plain else None


def _without_missing(request: Request) -> Mend | None:
    statement = request.place.statement
    found = the_failing(request, ast.Call, _is_mask)
    if found is not None:
        inverted = isinstance(found[0].parents.get(id(found[1])), ast.UnaryOp)  # then they are taken
        return Mend((add_keyword(found[0].statement(found[1]), found[1], "na=False"),), sure=not inverted)
    # The mask has a name of its own: it was made where that is assigned.
    named = the_failing(request, ast.Subscript, lambda node: isinstance(node.slice, ast.Name))
    values = reach(named[0], named[1].slice) if named is not None else None
    made = values[0] if values is not None and len(values) == 1 else None
    if statement is None or named is None or not isinstance(made, ast.Call) or not _is_mask(made):
        return None
    return Mend((add_keyword(named[0].statement(made), made, "na=False"),))


def _is_mask(call: ast.Call) -> bool:
    if called(call) not in _MASKS or not isinstance(call.func, ast.Attribute) or keyword_of(call, "na"):
        return False
    if len(call.args) > (1 if called(call) in ("startswith", "endswith") else 3):
        return False  # it is given by its position
    return isinstance(call.func.value, ast.Attribute) and call.func.value.attr == "str" and not spreads(call)


def rows(request: Request) -> Mend | None:
    """`pd.DataFrame([{...}])`, `pd.read_csv("x.csv")`, `pd.DataFrame(json.loads(text))`."""
    found = the_failing(request, ast.Call, lambda call: called(call) == "DataFrame" and len(call.args) == 1)
    if found is None:
        return None
    file, call = found
    given = call.args[0]
    values = reach(file, given)
    value = values[0] if values is not None and len(values) == 1 else None
    start, end = file.span(given)
    if request.report.first_line.startswith("If using all scalar values"):
        if call.keywords or not (
            isinstance(value, ast.Dict) or (isinstance(value, ast.Call) and called(value) == "dict")
        ):
            return None
        return Mend((TextEdit(start, start, "["), TextEdit(end, end, "]")))
    if "constructor not properly called" not in request.report.first_line:
        return None
    text = text_of(value)
    reader = next((name for kind, name in _FILES.items() if text is not None and text.lower().endswith(kind)), None)
    if reader is not None and isinstance(call.func, ast.Attribute) and not call.keywords:
        stop = file.span(call.func)[1]
        return Mend((TextEdit(stop - len("DataFrame"), stop, reader),))
    if (text is not None and _is_json(text)) or (isinstance(value, ast.Call) and called(value) == "dumps"):
        statement = file.statement(call)
        imports = imports_for(file.source, statement.line_of(statement.node), function_around(statement) is not None)
        edits = (TextEdit(start, start, f"{imports.module('json')}.loads("), TextEdit(end, end, ")"))
        return Mend((*imports.edits(), *edits))
    return None


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


_FILES = {".csv": "read_csv", ".json": "read_json", ".xlsx": "read_excel", ".parquet": "read_parquet"}


def fill(request: Request) -> Mend | None:
    """`df.ffill()` for `df.fillna(method="ffill")`."""
    found = the_failing(request, ast.Call, lambda call: called(call) == "fillna" and not call.args)
    if found is None or "unexpected keyword argument 'method'" not in request.report.first_line:
        return None
    file, call = found
    method = keyword_of(call, "method")
    kind = {"ffill": "ffill", "pad": "ffill", "bfill": "bfill", "backfill": "bfill"}.get(
        text_of(method.value) or "" if method is not None else ""
    )
    if method is None or kind is None or not isinstance(call.func, ast.Attribute):
        return None
    if any(one.arg not in ("method", "limit", "axis", "inplace", "limit_area") for one in call.keywords):
        return None
    stop, (start, end) = file.span(call.func)[1], file.span(method)
    rest = re.compile(r"[ \t]*,[ \t]*").match(file.source.text, end)
    if rest is not None:
        end = rest.end()
    elif len(call.keywords) > 1:
        start = file.span(call.keywords[-2])[1]
    if "#" in file.source.text[start:end]:
        return None
    return Mend((TextEdit(stop - len("fillna"), stop, kind), TextEdit(start, end, "")))


def key(request: Request) -> Mend | None:
    """`b["id"] = b["id"].astype(int)` before `a.merge(b, on="id")`."""
    asked = _ON_KEY.match(request.report.first_line)
    found = the_failing(request, ast.Call, lambda call: called(call) == "merge")
    if asked is None or found is None:
        return None
    file, call = found
    on = keyword_of(call, "on")
    pair = list(call.args[:2])
    if isinstance(call.func, ast.Attribute) and (isinstance(call.func.value, ast.Name)) and len(pair) == 1:
        pair = [call.func.value, *pair]
    texts = [kind in ("object", "str", "string") for kind in asked.groups()[:2]]
    statement = file.statement(call)
    if len(pair) != 2 or on is None or text_of(on.value) != asked[3] or sum(texts) != 1:
        return None
    table, other = pair[texts.index(True)], asked[2 if texts[0] else 1]
    if not isinstance(table, ast.Name) or not begins_its_line(statement) or not other.startswith(("int", "float")):
        return None
    item = f"{table.id}[{file.text(on.value)}]"
    line = f"{item} = {item}.astype({'int' if other.startswith('int') else 'float'})"
    if line in file.source.text:
        return None
    as_text = any(
        isinstance(one, ast.Attribute) and one.attr == "str" and file.text(one.value) == item for one in file.nodes
    )
    return Mend((insert_before(statement, [line]),), sure=not as_text and _numbers(file, table, asked[3]))


def _numbers(file: Module, table: ast.Name, column: str) -> bool:
    """Whether the file shows the texts of a column, and all of them are whole numbers as numbers are printed."""
    values = reach(file, table)
    made = values[0] if values is not None and len(values) == 1 else None
    return isinstance(made, ast.Call) and all_numbers(columns_of(file, made).get(column, []))


RECIPES = (
    Recipe(
        "table-accessor",
        "Makes dates, or texts, of a column whose .dt or .str is asked for.",
        accessor,
        unsure="The text of such a number has a point in it.",
    ),
    Recipe(
        "table-numeric",
        "Leaves the columns out that are no numbers (numeric_only=True).",
        numeric,
        unsure="A column that is left out may hold numbers as text.",
    ),
    Recipe(
        "table-missing",
        "Takes missing values as missing: Int64 for int, na=False for a mask.",
        missing,
        unsure="Another value may be meant for what is missing.",
    ),
    Recipe("table-rows", "Makes the table of one row, of a file or of JSON.", rows),
    Recipe("table-fill", "Writes ffill or bfill for fillna(method=...).", fill),
    Recipe(
        "table-key",
        "Makes numbers of the texts of a key before a merge.",
        key,
        unsure="The code does not show that all of these texts are numbers.",
    ),
)

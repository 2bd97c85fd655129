"""`parse-dates`: a column of dates is read as dates (`parse_dates=["day"]`) where it is compared with one.

`visits["day"] > datetime(2024, 1, 2)` of a table that `read_csv` reads: the message says that one side is a text and
the other a moment. The table is followed through names, functions that return it, and what leaves its columns as they
are. Does not apply to a `date` (a column of dates holds moments), nor where the call has `parse_dates` that is no list.

Source: https://pandas.pydata.org/docs/reference/api/pandas.read_csv.html
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, keyword_of, spreads, text_of
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.failing import failing
from tracemend.source.module import Module
from tracemend.source.reach import attribute_values, results

_MOMENT = r"(?:datetime\.datetime|datetime|Timestamp)"
_MIXED = lazy.regex(
    rf"'[<>]=?' not supported between instances of '(?:str' and '{_MOMENT}|{_MOMENT}' and 'str)'"
    rf"|Invalid comparison between dtype=(?:str|string|object) and {_MOMENT}"
)
_SAME = ("copy", "dropna", "head", "tail", "sort_values", "reset_index", "query", "drop_duplicates", "fillna")
_READERS = ("read_csv", "read_table", "read_excel")
_DEPTH = 6


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = failing(request)
    if at is None or not _MIXED.match(request.report.first_line):
        return None
    found: dict[tuple[int, str], ast.Call] = {}
    for part in at.every(ast.Compare):
        for side in (part.left, *part.comparators):
            name = _column(side)
            call = _reading(at.file, side.value, _DEPTH) if isinstance(side, ast.Subscript | ast.Attribute) else None
            if name is not None and call is not None:
                found[id(call), name] = call
    if len(found) != 1:
        return None
    (_, name), call = next(iter(found.items()))
    return _parsed(at.file, call, name)


def _column(node: ast.expr) -> str | None:
    """The column of `visits["day"]` and `visits.day`."""
    if isinstance(node, ast.Subscript):
        return text_of(node.slice)
    return node.attr if isinstance(node, ast.Attribute) else None


def _reading(file: Module, node: ast.expr, depth: int) -> ast.Call | None:
    """The one call that reads the table."""
    if depth <= 0:
        return None
    sources = attribute_values(file, node) if isinstance(node, ast.Attribute) else results(file, node)
    if sources is None or len(sources) != 1:
        return None
    only = sources[0]
    if not isinstance(only, ast.Call):
        return None
    if called(only) in _READERS:
        return only
    if called(only) in _SAME and isinstance(only.func, ast.Attribute):
        return _reading(file, only.func.value, depth - 1)
    return None


def _parsed(file: Module, call: ast.Call, name: str) -> Mend | None:
    if spreads(call) or not re.fullmatch(r"[^\"'\\\n]+", name):
        return None
    quote = "'" if "'" in file.text(call) and '"' not in file.text(call) else '"'
    written, given = f"{quote}{name}{quote}", keyword_of(call, "parse_dates")
    if given is None:
        return Mend((add_keyword(file.statement(call), call, f"parse_dates=[{written}]"),))
    if not isinstance(given.value, ast.List) or any(text_of(one) in (None, name) for one in given.value.elts):
        return None
    if not given.value.elts:
        return Mend((TextEdit(*file.span(given.value), f"[{written}]"),))
    end = file.span(given.value.elts[-1])[1]
    return Mend((TextEdit(end, end, f", {written}"),))


RECIPES = (Recipe("parse-dates", "Reads a column as dates that is compared with one.", apply),)

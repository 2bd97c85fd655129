"""The fact `json-file-mistake`: what is wrong in the JSON file that the failing statement reads; where no file is seen,
what the message alone says of it."""

from __future__ import annotations

import ast
import json
import os

from tracemend import lazy
from tracemend.context import Context
from tracemend.evidence.data_values import Data
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.json_text import Kind, Slip, slip_in
from tracemend.evidence.limits import short
from tracemend.evidence.syntax import dotted
from tracemend.reading.report import ErrorReport
from tracemend.source.module import whole
from tracemend.source.place import Place
from tracemend.source.statement import own_parts

_PLACE = lazy.regex(r"\(char (\d{1,9})(?: - \d{1,9})?\)")
_SAID: dict[Kind, str] = {
    "comma-too-many": "a comma stands before the closing bracket",
    "comma-missing": "a comma between two members is missing",
    "colon-missing": "a colon behind a key is missing",
    "single-quotes": "a text stands in single quotes",
    "key-without-quotes": "a key stands without quotes",
    "python-word": "one of Python's words True, False and None is written",
    "backslash": "a backslash stands alone",
    "comment": "there is a comment, and JSON has none",
    "empty": "it is empty",
}


_BY_MESSAGE: dict[str, Kind] = {
    "Illegal trailing comma": "comma-too-many",
    "Expecting ',' delimiter": "comma-missing",
    "Expecting ':' delimiter": "colon-missing",
}
"""Messages that no other slip has (Lib/json/decoder.py); the first of them is of Python 3.13."""

_AT_THE_BEGINNING = frozenset({"empty"})
_BEHIND_SOMETHING = frozenset({"comma-too-many", "comma-missing", "colon-missing", "key-without-quotes"})


def read_file(report: ErrorReport, place: Place | None, context: Context) -> tuple[str, str, Slip] | None:
    """The JSON file (absolute) that the failing statement reads, its text, and what is wrong in it; None where the
    file is not seen, or has changed since."""
    statement = place.statement if place is not None else None
    printed = _PLACE.search(report.message)
    file = whole(statement.source) if statement is not None and printed is not None else None
    if place is None or statement is None or file is None or printed is None:
        return None
    calls = [
        one
        for one in own_parts(statement.node)
        if isinstance(one, ast.Call) and (dotted(one.func) or "").rpartition(".")[2] in ("load", "loads") and one.args
    ]
    call = file.same(statement, calls[0]) if len(calls) == 1 else None
    if not isinstance(call, ast.Call):
        return None
    path = Data(file, place.file, context).path_of(call.args[0])
    text = context.documents.read(path) if path is not None else None
    if path is None or text is None:
        return None
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        slip = slip_in(text)
        return (path, text, slip) if slip is not None and abs(error.pos - int(printed[1])) <= 1 else None
    except RecursionError:
        pass
    return None


def json_file_mistake(inquiry: Inquiry) -> Finding:
    kinds = inquiry.arguments.get("kinds", ())
    kinds = (kinds,) if isinstance(kinds, str) else tuple(kinds)
    found = read_file(inquiry.report, inquiry.place, inquiry.context)
    if found is None:
        said = next((kind for text, kind in _BY_MESSAGE.items() if inquiry.report.message.startswith(text)), None)
        printed = _PLACE.search(inquiry.report.message)
        impossible = _AT_THE_BEGINNING if printed is not None and printed[1] != "0" else _BEHIND_SOMETHING
        if said is None and printed is not None and impossible.issuperset(kinds):
            return Finding(False)
        return Finding(said in kinds) if said is not None else UNKNOWN
    path, text, slip = found
    name = os.path.basename(path)
    line = text.count("\n", 0, slip.at) + 1
    seen = f"{short(name)}, line {line}: {_SAID[slip.kind]}."
    return Finding(slip.kind in kinds, seen, {"json-file": name})


FACTS = (
    Fact(
        "json-file-mistake",
        "Is one of these slips the first in the JSON file that the failing statement reads?",
        json_file_mistake,
        arguments={"kinds": f"one or several of {', '.join(_SAID)}"},
        gives=("json-file",),
        report_enough=True,
    ),
)

"""`json-value`, `json-literal`: a value that JSON has, and a literal that is JSON.

- `json-value`: a set that is written becomes a list where it stands; what is not shown is left to `default=`:
  `list` for a set, `str` for dates, UUIDs and paths (their text is wanted), `item` or `tolist` for NumPy (`int` would
  cut a float32 beside it). Not sure for a Decimal, whose text is no number, and nothing for bytes.
- `json-literal`: a literal given to `json.loads` with single quotes gets double ones, a comma too many goes, an escape
  that Python read before JSON could is kept by `r`.

Sources: https://docs.python.org/3/library/json.html#json.dump, https://datatracker.ietf.org/doc/html/rfc8259#section-7
"""

from __future__ import annotations

import ast
import json
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, keyword_of, text_of
from tracemend.fixes.toolkit.displays import wrap
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.source.module import Module, whole
from tracemend.source.reach import reach
from tracemend.source.statement import own_parts

_TYPE = lazy.regex(r"Object of type (\w+) is not JSON serializable")
_DEFAULTS = {
    "set": "list", "frozenset": "list", "datetime": "str", "date": "str", "time": "str", "UUID": "str",
    "PosixPath": "str", "WindowsPath": "str", "Decimal": "str", "timedelta": "str",
    **dict.fromkeys(("int64", "int32", "int16", "int8", "uint8", "float32", "float16"), "lambda number: number.item()"),
    "ndarray": "lambda array: array.tolist()",
}  # fmt: skip


def json_value(request: Request) -> Mend | None:
    """The recipe for values."""
    statement = request.place.statement
    failed = _TYPE.search(request.report.message)
    file = whole(statement.source) if statement is not None and failed is not None else None
    if statement is None or file is None or failed is None:
        return None
    parts = [
        part for part in own_parts(statement.node) if isinstance(part, ast.Call) and called(part) in ("dump", "dumps")
    ]
    call = file.same(statement, parts[0]) if len(parts) == 1 else None
    if not isinstance(call, ast.Call) or not call.args:
        return None
    kind = failed[1]
    if kind in ("set", "frozenset"):
        edits = [edit for node in _sets(file, call.args[0]) for edit in _as_list(file, node)]
        if edits:
            return Mend(tuple(edits))
        if _shows_all(file, call.args[0]):
            return None  # nothing in what is written is a set
    default = _DEFAULTS.get(kind)
    if default is None or keyword_of(call, "default") or any(key.arg is None for key in call.keywords):
        return None
    edit = add_keyword(file.statement(call), call, f"default={default}")
    return Mend((edit,), sure=kind not in ("Decimal", "timedelta"))


def _sets(file: Module, node: ast.expr) -> list[ast.expr]:
    """The expressions that are sets, in what is written and in the displays that it comes from."""
    found: list[ast.expr] = []
    for source in reach(file, node) or [node]:
        waiting: list[ast.expr] = [source]
        while waiting:
            one = waiting.pop()
            if _is_set(one):
                found.append(node if isinstance(node, ast.Name) and source is one else one)
            elif isinstance(one, ast.Dict):
                waiting += one.values
            elif isinstance(one, ast.List | ast.Tuple):
                waiting += one.elts
            elif isinstance(one, ast.Name) and (inner := reach(file, one)) and all(_is_set(each) for each in inner):
                found.append(one)
    return found


def _shows_all(file: Module, node: ast.expr) -> bool:
    """Whether the code shows every value that is written, and none of them is a set."""
    if isinstance(node, ast.Dict):
        return all(_shows_all(file, one) for one in node.values)
    if isinstance(node, ast.List | ast.Tuple):
        return all(_shows_all(file, one) for one in node.elts)
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in ("list", "sorted", "str", "int", "float", "len")
    return isinstance(node, ast.Constant)


def _is_set(node: ast.expr) -> bool:
    return isinstance(node, ast.Set | ast.SetComp) or (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("set", "frozenset")
    )


def _as_list(file: Module, node: ast.expr) -> list[TextEdit]:
    start, end = file.span(node)
    if isinstance(node, ast.Set):
        return [TextEdit(start, start + 1, "["), TextEdit(end - 1, end, "]")]
    return wrap(file, node, "list")


def json_literal(request: Request) -> Mend | None:
    """The recipe for literals."""
    statement = request.place.statement
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None or not (request.report.exception or "").endswith("JSONDecodeError"):
        return None
    parts = [part for part in own_parts(statement.node) if isinstance(part, ast.Call) and called(part) == "loads"]
    call = file.same(statement, parts[0]) if len(parts) == 1 else None
    sources = reach(file, call.args[0]) if isinstance(call, ast.Call) and call.args else None
    if not sources or len(sources) != 1 or text_of(sources[0]) is None:
        return None
    start, end = file.span(sources[0])
    written = file.source.text[start:end]
    for better in (_raw(written), _swapped(written), _without_comma(written)):
        if better is not None and better != written and _reads(better):
            return Mend(_difference(start, written, better))
    return None


def _raw(written: str) -> str | None:
    return f"r{written}" if written[:1] in "'\"" and "\\" in written else None


def _swapped(written: str) -> str | None:
    """Single quotes as double ones, the literal's own the other way round where they would end it."""
    if "\\" in written or not re.match(r"['\"]", written):
        return None
    if written.startswith(("'''", '"""')):
        inner = written[3:-3]
        return None if '"' in inner else f"'''{inner.replace(chr(39), chr(34))}'''"
    return written.translate({39: 34, 34: 39}) if written[0] == '"' else None


def _without_comma(written: str) -> str | None:
    return re.sub(r",(?=\s*[}\]])", "", written)


def _reads(written: str) -> bool:
    try:
        json.loads(ast.literal_eval(written))
    except (ValueError, SyntaxError, TypeError, RecursionError):
        return False
    return True


def _difference(start: int, old: str, new: str) -> tuple[TextEdit, ...]:
    """One edit of what differs between two texts."""
    first = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return (TextEdit(start + first, start + len(old) - last, new[first : len(new) - last]),)


RECIPES = (
    Recipe(
        "json-value",
        "Writes a list for a set, or says how JSON writes the value (default=).",
        json_value,
        unsure="As text the value is no number any more for whoever reads it.",
    ),
    Recipe("json-literal", "Makes the literal JSON: double quotes, no comma at the end, escapes kept.", json_literal),
)

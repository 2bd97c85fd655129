"""`encoding`: say which encoding a text file has, where Python took the system's.

Adds `encoding="utf-8"` to `open`, `Path.open`, `read_text` and `write_text` in text mode; of the failing
statement, else of the `with` around it or of the assignment that opened the file. An encoding that was
given is changed only from ASCII to UTF-8, which holds it. Does not apply to binary files, nor where UTF-8
is what failed, or would fail at the same byte. With `checked` the fact has read the file: any encoding that was given
is changed, and pandas' readers and `bytes.decode` are given one too. Not sure of ISO 8859-1 and Windows-1252, which
read nearly all bytes, unless the program names one of them elsewhere, or the fact is certain: the words in the file
make sense in no other code page.

Source: https://docs.python.org/3/library/io.html#text-encoding (the default is the locale's until Python
3.15).
"""

from __future__ import annotations

import ast
import codecs
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import (
    assignment_before,
    called,
    calls,
    expressions,
    keyword_of,
    spreads,
    text_of,
)
from tracemend.fixes.toolkit.edits import add_keyword, replace
from tracemend.fixes.toolkit.paths import path_use
from tracemend.source.statement import Statement

_CODEC = lazy.regex(r"'([\w-]+)' codec can't")
_NOT_ASCII = lazy.regex(r"'ascii' codec can't decode byte 0x([0-9a-f]{2}) ")
_PANDAS = ("read_csv", "read_table", "read_fwf")
_POSITIONS = {"read_text": 0, "write_text": 1, "open": 3, **dict.fromkeys(_PANDAS, 99)}


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement = request.place.statement
    wanted = request.arguments.get("to", "utf-8")
    if statement is None or not isinstance(wanted, str) or not _known(wanted):
        return None
    failed = _CODEC.search(request.report.message)
    if failed and _known(failed[1]) == _known(wanted):
        return None
    if _known(wanted) == "utf-8" and _is_not_utf_8(request.report.message):
        return None
    checked = bool(request.arguments.get("checked"))
    found = _candidates(statement, request)
    for where, call in found[:1]:
        edit = _edit(where, call, wanted, checked)
        if edit is not None:
            sure = len(found) == 1 and failed is not None
            return Mend((edit,), sure=sure and not _is_guess(request, statement, wanted))
    return _decoded(request, statement, wanted) if checked else None


def _decoded(request: Request, statement: Statement, wanted: str) -> Mend | None:
    """`data.decode("cp1252")`: the bytes of a file that was looked at."""
    found = [call for call in calls(statement) if called(call) == "decode" and not spreads(call)]
    if len(found) != 1 or request.report.exception != "UnicodeDecodeError":
        return None
    call = found[0]
    given = keyword_of(call, "encoding")
    node = given.value if given is not None else call.args[0] if call.args else None
    if node is None:
        edit = add_keyword(statement, call, f'"{wanted}"')
        return Mend((edit,), sure=not _is_guess(request, statement, wanted)) if not call.keywords else None
    if text_of(node) is None:
        return None
    quote = statement.text(node)[-1]
    edit = replace(statement, node, f"{quote}{wanted}{quote}")
    return Mend((edit,), sure=not _is_guess(request, statement, wanted))


def _is_guess(request: Request, statement: Statement, wanted: str) -> bool:
    """Whether the encoding is one of those that read nearly all bytes, and the program does not speak of it: those of
    eastern Europe, Greece or Russia read the same bytes as other letters."""
    if _known(wanted) not in ("iso8859-1", "cp1252") or request.values.get("certain"):
        return False
    said = {_known(one) for one in re.findall(r"[\"']([\w-]{4,12})[\"']", statement.source.text)}
    return not said & {"iso8859-1", "cp1252"}


def _is_not_utf_8(message: str) -> bool:
    """Whether the first byte that is not ASCII cannot begin a character of UTF-8 either (RFC 3629, 3 and 4)."""
    byte = _NOT_ASCII.match(message)
    return byte is not None and not 0xC2 <= int(byte[1], 16) <= 0xF4


def _known(name: str) -> str | None:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _candidates(statement: Statement, request: Request) -> list[tuple[Statement, ast.Call]]:
    """The calls that may have opened the file, the likeliest first."""
    own = [(statement, call) for call in calls(statement) if _usable(call) or _is_checked(call, request)]
    if own:
        return own
    around: list[tuple[Statement, ast.Call, str | None]] = []
    for node in reversed(statement.parents):
        if isinstance(node, ast.With):
            for item in node.items:
                if isinstance(item.context_expr, ast.Call) and _usable(item.context_expr):
                    name = item.optional_vars.id if isinstance(item.optional_vars, ast.Name) else None
                    around.append((statement, item.context_expr, name))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            break
    names = {part.id for part in expressions(statement) if isinstance(part, ast.Name)}
    for name in sorted(names)[:20]:
        above = assignment_before(statement, name)
        if above is not None:
            around += [(above, call, name) for call in calls(above) if _usable(call)]
    named = [(where, call) for where, call, name in around if name in names]
    if named:
        return named
    writing = request.report.exception == "UnicodeEncodeError"
    fits = [(where, call) for where, call, _ in around if (path := path_use(call)) and path.writes == writing]
    return fits or [(where, call) for where, call, _ in around]


def _is_checked(call: ast.Call, request: Request) -> bool:
    """Whether pandas reads the file whose encoding was looked at."""
    return called(call) in _PANDAS and bool(request.arguments.get("checked")) and not spreads(call)


def _usable(call: ast.Call) -> bool:
    use = path_use(call)
    if use is None or use.mode is None or "b" in use.mode or spreads(call):
        return False
    whole = call.func.id == "open" if isinstance(call.func, ast.Name) else True
    return whole and called(call) in _POSITIONS and not _is_compressed(call)


def _is_compressed(call: ast.Call) -> bool:
    """`gzip.open` and the like open binary files unless told otherwise."""
    func = call.func
    return (
        isinstance(func, ast.Attribute)
        and isinstance(func.value, ast.Name)
        and func.value.id in ("gzip", "bz2", "lzma", "codecs")
    )


def _edit(statement: Statement, call: ast.Call, wanted: str, checked: bool) -> TextEdit | None:
    position = _POSITIONS[called(call)] - (
        1 if called(call) == "open" and isinstance(call.func, ast.Attribute) and not _is_io(call.func) else 0
    )
    given = keyword_of(call, "encoding")
    node = given.value if given is not None else call.args[position] if len(call.args) > position else None
    if node is None or (isinstance(node, ast.Constant) and node.value is None):
        if node is not None:
            return replace(statement, node, f'"{wanted}"')
        return add_keyword(statement, call, f'encoding="{wanted}"')
    text = text_of(node)
    if text is None or (not checked and (_known(text) != "ascii" or _known(wanted) != "utf-8")):
        return None
    quote = statement.text(node)[-1]
    return replace(statement, node, f"{quote}{wanted}{quote}")


def _is_io(func: ast.Attribute) -> bool:
    return isinstance(func.value, ast.Name) and func.value.id == "io"


RECIPES = (
    Recipe(
        "encoding",
        "Says which encoding a text file has.",
        apply,
        {"to": "the encoding; utf-8 if not given", "checked": "true where a fact has read the file"},
        unsure="The bytes may be in another encoding, which reads them as other letters.",
    ),
)

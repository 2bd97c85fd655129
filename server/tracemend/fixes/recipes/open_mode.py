"""`open-mode`: open the file as bytes or as text, as what is done with it needs.

The message says which is needed: text is written to a file opened with `b`, bytes to one opened without it, `tomllib`
and `pickle` read a file opened as text, `csv` one opened as bytes. `csv` gets `newline=""` where the mode changes. A
file that is hashed, or whose name ends as pictures, archives and pickles do, is opened as bytes where it is no text.
`gzip.open`, `bz2.open` and `lzma.open`, whose bare mode is bytes, get `"rt"`, those that a name may stand for (`opener
= gzip.open if packed else open`) as well, all that may have opened it, in the encoding that the file opens other text
in. Does not apply where several files could be meant, the mode is no literal, or the program needs the other kind
elsewhere: it decodes or hashes what it reads as bytes, goes through the lines of what it reads as text.

Sources: https://docs.python.org/3/library/functions.html#open, https://docs.python.org/3/library/csv.html#id4,
https://docs.python.org/3/library/tomllib.html#tomllib.load
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.handles import (
    TAKE_BYTES,
    handle_of,
    is_open,
    mode_edit,
    mode_node,
    mode_of,
    mode_position,
    opened,
    used_as_bytes,
)
from tracemend.source.module import Module, whole
from tracemend.source.reach import reach
from tracemend.source.statement import Statement, own_parts

_AS_TEXT = lazy.regex(
    r"^(?:memoryview: )?a bytes-like object is required, not 'str'|iterator should return strings, not bytes"
    r"|cannot use a string pattern on a bytes-like object|first arg must be bytes or a tuple of bytes, not str"
    r'|can only concatenate str \(not "bytes"\) to str|sequence item \d+: expected str instance, bytes found'
)
_AS_BYTES = lazy.regex(
    r"^write\(\) argument must be str, not bytes|^File must be opened in binary mode"
    r"|^a bytes-like object is required, not 'str'|codec can't decode byte|codec can't decode bytes"
    r"|^(?:Strings|Unicode-objects) must be encoded before hashing"
)
_BINARY = lazy.regex(
    r"\.(?:png|jpe?g|gif|bmp|ico|webp|tiff?|pdf|zip|gz|bz2|xz|tar|tgz|7z|pkl|pickle|npy|npz|xlsx?|docx?|pptx?|exe|dll|so"
    r"|bin|wav|mp3|mp4|avi|ogg|flac|ttf|woff2?|pyc|sqlite3?|db)$",
    re.IGNORECASE,
)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement, message = request.place.statement, request.report.first_line
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None:
        return None
    calls = opened(file, statement, lambda call: is_open(call) or _opener(file, call) is not None)
    binary = [call for call in calls if "b" in (mode_of(call) or "") or _is_compressed(file, call)]
    plain = [call for call in calls if call not in binary]
    takes_bytes = any(
        isinstance(part, ast.Call) and dotted(part.func) in TAKE_BYTES for part in own_parts(statement.node)
    )
    if _AS_TEXT.search(message) and binary and not takes_bytes:
        packed = all(_is_compressed(file, call) for call in binary)
        if not packed and (len(binary) != 1 or _is_binary(file, binary[0])):
            return None
        made = [_as_text(file, call) for call in binary]
        edits = [edit for one in made if one is not None for edit in one.edits]
        return Mend(tuple(edits)) if all(made) else None
    if not _AS_BYTES.search(message) or len(plain) != 1:
        return None
    if "decode" in message and not (takes_bytes or _is_binary(file, plain[0])):
        return None
    if message.startswith("a bytes-like") and not takes_bytes:
        return None
    if "hashing" in message and _is_text_elsewhere(file, statement):
        return None
    return _as_bytes(file, plain[0])


def _is_text_elsewhere(file: Module, statement: Statement) -> bool:
    """Whether what is hashed in the statement is used as a text as well."""
    same = [file.same(statement, part) for part in own_parts(statement.node) if isinstance(part, ast.Call)]
    given = [one for call in same if isinstance(call, ast.Call) for one in call.args if isinstance(one, ast.Name)]
    for node in given:
        scope = file.scope_of(node.id, node)
        for use in file.uses(node.id, scope) if scope is not None else ():
            outer = file.parents.get(id(use))
            if use is not node and isinstance(outer, ast.Attribute | ast.Subscript | ast.Call | ast.For | ast.BinOp):
                return True
    return False


def _is_compressed(file: Module, call: ast.Call) -> bool:
    """`gzip.open` and the like open as bytes unless the mode has a `t`."""
    if "t" in (mode_of(call) or ""):
        return False
    return any(_is_packed_open(one) for one in (_opener(file, call) or [call.func]))


def _is_packed_open(node: ast.expr) -> bool:
    return dotted(node) in ("gzip.open", "bz2.open", "lzma.open")


def _opener(file: Module, call: ast.Call) -> list[ast.expr] | None:
    """The functions that a name which is called may stand for, where all of them open files and one opens packed ones:
    `gzip.open if packed else open`, or assigned in several places."""
    if not isinstance(call.func, ast.Name) or mode_of(call) is None:
        return None
    scope = file.scope_of(call.func.id, call)
    bound = file.bindings(call.func.id, scope) if scope is not None else []
    values = [one.value for one in bound if one.value is not None]
    found: list[ast.expr] = []
    for value in values:
        found += [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]
    opens = all(_is_packed_open(one) or dotted(one) in ("open", "io.open") for one in found)
    return found if len(values) == len(bound) and opens and any(_is_packed_open(one) for one in found) else None


def _usual_encoding(file: Module) -> str:
    """`, encoding="utf-8"` as the file gives it where it opens other text; empty where it does not, or differs."""
    found = {
        file.text(keyword)
        for part in file.nodes
        if isinstance(part, ast.Call) and is_open(part) and (keyword := keyword_of(part, "encoding")) is not None
        and text_of(keyword.value) is not None
    }  # fmt: skip
    return found.pop() if len(found) == 1 else ""


def _is_binary(file: Module, call: ast.Call) -> bool:
    """Whether the name of what is opened ends as files do that are no text."""
    path = call.func.value if mode_position(call) == 0 and isinstance(call.func, ast.Attribute) else None
    if path is None:
        path = call.args[0] if call.args else None
    sources = reach(file, path) if path is not None else None
    for source in sources or ():
        for part in ast.walk(source):
            text = text_of(part)
            if text is not None and _BINARY.search(text):
                return True
    return False


def _is_given(file: Module, call: ast.Call, text: bool) -> bool:
    """Whether something else of the program writes text (or bytes) to the file, as the code shows."""
    name = handle_of(file, call)
    for part in file.nodes if name is not None else ():
        if not (isinstance(part, ast.Call) and called(part) == "write" and part.args):
            continue
        if not (isinstance(part.func, ast.Attribute) and dotted(part.func.value) == name):
            continue
        arg = part.args[0]
        while isinstance(arg, ast.BinOp):
            arg = arg.left
        as_text = isinstance(arg, ast.JoinedStr) or text_of(arg) is not None
        as_bytes = isinstance(arg, ast.Constant) and isinstance(arg.value, bytes)
        as_bytes = as_bytes or (
            isinstance(arg, ast.Call) and called(arg) in ("encode", "b64encode", "pack", "to_bytes")
        )
        if as_text if text else as_bytes:
            return True
    return False


def _is_read_as_lines(file: Module, call: ast.Call) -> bool:
    """Whether the program goes through the file's lines, itself or by `csv`."""
    name = handle_of(file, call)
    loops = [part.iter for part in file.nodes if isinstance(part, ast.For | ast.comprehension)]
    return _goes_to_csv(file, call) or any(
        one is call or (isinstance(one, ast.Name) and one.id == name) for one in loops
    )


def _as_text(file: Module, call: ast.Call) -> Mend | None:
    if _is_given(file, call, text=False) or used_as_bytes(file, call):
        return None
    node, mode = mode_node(call), mode_of(call)
    statement = file.statement(call)
    edits: list[TextEdit] = []
    if _is_compressed(file, call):
        wanted = f"{(mode or 'r').replace('b', '')}t"
        edits.append(mode_edit(file, call, wanted))
        encoding = _usual_encoding(file)
        if encoding and keyword_of(call, "encoding") is None:
            edits.append(add_keyword(statement, call, encoding))
    elif node is None or mode is None:
        return None
    else:
        edits.append(mode_edit(file, call, mode.replace("b", "")))
    if _goes_to_csv(file, call) and keyword_of(call, "newline") is None:
        edits.append(add_keyword(statement, call, 'newline=""'))
    return Mend(tuple(edits))


def _as_bytes(file: Module, call: ast.Call) -> Mend | None:
    if _is_given(file, call, text=True) or _is_read_as_lines(file, call):
        return None
    mode = mode_of(call)
    if mode is None or "b" in mode or any(keyword_of(call, name) for name in ("encoding", "newline", "errors")):
        return _without_text(file, call)
    return Mend((mode_edit(file, call, f"{mode.replace('t', '')}b" if "+" not in mode else mode.replace("+", "b+")),))


def _without_text(file: Module, call: ast.Call) -> Mend | None:
    """The mode with a `b`, and the arguments gone that only text has: those at the end of the call alone."""
    mode = mode_of(call)
    names = ("encoding", "newline", "errors")
    last = [key for key in call.keywords if key.arg in names]
    if mode is None or "b" in mode or not last or [*call.keywords][-len(last) :] != last:
        return None
    others = [*call.args, *[key.value for key in call.keywords if key not in last]]
    if not others:
        return None
    node = mode_node(call)
    start, stop = file.span(others[-1])[1], file.span(last[-1])[1]
    if "#" in file.source.text[start:stop]:
        return None
    wanted = f"{mode.replace('t', '')}b"
    if node is None:
        position = mode_position(call)
        text = f'"{wanted}"' if position == len(call.args) else f'mode="{wanted}"'
        return Mend((TextEdit(start, stop, f", {text}" if others else text),))
    return Mend((mode_edit(file, call, wanted), TextEdit(start, stop, "")))


def _goes_to_csv(file: Module, call: ast.Call) -> bool:
    """Whether what is opened is given to a reader or writer of `csv`."""
    outer = file.parents.get(id(call))
    if isinstance(outer, ast.Call):
        return _is_csv(outer)
    name = handle_of(file, call)
    return name is not None and any(
        isinstance(part, ast.Call)
        and _is_csv(part)
        and any(isinstance(arg, ast.Name) and arg.id == name for arg in part.args)
        for part in file.nodes
    )


def _is_csv(call: ast.Call) -> bool:
    whole_name = dotted(call.func) or ""
    return whole_name.startswith("csv.") or called(call) in ("DictReader", "DictWriter")


RECIPES = (Recipe("open-mode", "Opens the file as bytes or as text, as what is done with it needs.", apply),)

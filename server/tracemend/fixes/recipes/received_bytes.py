"""`decode-received`, `read-as-text`: text where bytes come from the net or an archive, and are used as text.

- `decode-received`: what a socket, an answer or a member of an archive gives at once is decoded where it is read:
  `s.recv(1024).decode()`, `urlopen(url).read().decode()`, `archive.read(name).decode()`.
- `read-as-text`: what is read line by line is read through `io.TextIOWrapper(..., encoding="utf-8")`.

Neither applies where the same bytes are decoded, compared with bytes or handed on as bytes somewhere else. What `open`
opened gets another mode (`open-mode`), what a process printed is asked for as text (`text-mode`).

Sources: https://docs.python.org/3/library/socket.html#socket.socket.recv,
https://docs.python.org/3/library/urllib.request.html#examples,
https://docs.python.org/3/library/io.html#io.TextIOWrapper
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, function_around
from tracemend.fixes.toolkit.failing import Failing, told
from tracemend.fixes.toolkit.handles import givers, opened, used_as_bytes
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.source.module import Module

_TEXT_WANTED = lazy.regex(
    r"cannot use a string pattern on a bytes-like object|first arg must be bytes or a tuple of bytes, not str"
    r"|argument should be integer or bytes-like object, not 'str'|^a bytes-like object is required, not 'str'"
)
_LOOPS = ("reader", "DictReader", "enumerate", "iter", "islice", "list", "map", "filter", "zip", "load")
_AT_ONCE = ("read", "readline", "recv")


def decode_received(request: Request) -> Mend | None:
    """The recipe for bytes that are read at once."""
    at = told(request, _TEXT_WANTED)
    if at is None or _writes(at):
        return None
    found = opened(at.file, at.statement, lambda call: _reads(at.file, call))
    if len(found) != 1 or used_as_bytes(at.file, found[0]):
        return None
    end = at.file.span(found[0])[1]
    return Mend((TextEdit(end, end, ".decode()"),), sure=not _in_pieces(at.file, found[0]))


def _writes(at: Failing) -> bool:
    """Whether the statement may be one that hands text over, rather than one that takes the bytes apart."""
    return any(called(call) in ("write", "send", "sendall", "sendto", "update") for call in at.parts(ast.Call))


def _reads(file: Module, call: ast.Call) -> bool:
    """Whether a call gives bytes of a socket, an answer or an archive."""
    if called(call) not in _AT_ONCE or not isinstance(call.func, ast.Attribute):
        return False
    return called(call) == "recv" or _is_source(file, call.func.value)


def _is_source(file: Module, node: ast.expr) -> bool:
    """Whether it is an answer of the net, an archive, or what is opened in one."""
    values = givers(file, node) if isinstance(node, ast.Name) else [node]
    return bool(values) and all(
        isinstance(one, ast.Call) and (called(one) in ("urlopen", "ZipFile") or _opens(file, one)) for one in values
    )


def _opens(file: Module, call: ast.Call) -> bool:
    """Whether a call opens a stream of bytes that no mode makes text: an answer, a member of an archive."""
    if called(call) in ("urlopen", "extractfile"):
        return True
    if called(call) != "open" or not isinstance(call.func, ast.Attribute) or _is_packed(call):
        return False
    owner = call.func.value
    values = givers(file, owner) if isinstance(owner, ast.Name) else [owner]
    return bool(values) and all(isinstance(one, ast.Call) and called(one) == "ZipFile" for one in values)


def _is_packed(call: ast.Call) -> bool:
    """Whether a module opens the file: `gzip.open`."""
    return dotted(call.func) in ("gzip.open", "bz2.open", "lzma.open", "io.open", "codecs.open", "tarfile.open")


def _in_pieces(file: Module, call: ast.Call) -> bool:
    """Whether a loop reads piece by piece, of which one may end within a character."""
    for outer in file.around(call):
        if isinstance(outer, ast.While):
            return True
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef):
            break
    return False


def read_as_text(request: Request) -> Mend | None:
    """The recipe for bytes that are read line by line."""
    at = told(request, _TEXT_WANTED)
    if at is None or _writes(at):
        return None
    found = opened(at.file, at.statement, lambda call: _opens(at.file, call))
    if len(found) != 1 or used_as_bytes(at.file, found[0]) or not _is_looped(at.file, found[0]):
        return None
    where = at.file.statement(found[0])
    imports = imports_for(at.file.source, where.line_of(where.node), function_around(where) is not None)
    wrapper = imports.find_name("io", "TextIOWrapper") or f"{imports.module('io')}.TextIOWrapper"
    start, end = at.file.span(found[0])
    edits = (TextEdit(start, start, f"{wrapper}("), TextEdit(end, end, ', encoding="utf-8")'))
    return Mend((*imports.edits(), *edits))


def _is_looped(file: Module, call: ast.Call) -> bool:
    """Whether a loop goes over what is opened, and nothing reads it otherwise."""
    outer = file.parents.get(id(call))
    if isinstance(outer, ast.For | ast.comprehension):
        return True
    name = outer.optional_vars if isinstance(outer, ast.withitem) else None
    name = outer.targets[0] if isinstance(outer, ast.Assign) else name
    scope = file.scope_of(name.id, name) if isinstance(name, ast.Name) else None
    if not isinstance(name, ast.Name) or scope is None:
        return False
    uses = [file.parents.get(id(use)) for use in file.uses(name.id, scope)]
    loops = [
        one
        for one in uses
        if isinstance(one, ast.For | ast.comprehension)
        or (isinstance(one, ast.Call) and (called(one) in _LOOPS or file.function(dotted(one.func) or "") is not None))
    ]
    closes = [one for one in uses if isinstance(one, ast.Attribute) and one.attr == "close"]
    return bool(loops) and len(loops) + len(closes) == len(uses)


RECIPES = (
    Recipe(
        "decode-received",
        "Decodes bytes of the net or an archive where they are read.",
        decode_received,
        unsure="It is read in pieces, and one of them may end within a character.",
    ),
    Recipe("read-as-text", "Reads bytes line by line as text.", read_as_text),
)

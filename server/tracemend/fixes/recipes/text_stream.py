"""`seek-end`, `seek-as-bytes`, `text-stream`: a file opened for what is done with it, where text and bytes differ.

- `seek-end`: `f.seek(-5, os.SEEK_END)` for `f.seek(-5)`, which is before the beginning. Sure where nothing was read or
  sought before: else a position from where the file stands may be meant. Not for a file opened as text.

- `seek-as-bytes`: only bytes can be counted from a file's end; the file is opened as bytes, and what is read is decoded
  (`f.read().decode()`) in the encoding that it was opened in. For a file that the program seeks and reads alone.
- `text-stream`: a `BytesIO` that text is written to becomes a `StringIO`, a `NamedTemporaryFile()` or `TemporaryFile()`
  without a mode gets `"w+"`. For a stream that no bytes go to.

Sources: https://docs.python.org/3/library/io.html#io.TextIOBase.seek,
https://docs.python.org/3/library/tempfile.html#tempfile.NamedTemporaryFile
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.failing import failing
from tracemend.fixes.toolkit.handles import givers, handle_of, mode_edit, mode_of, opened
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import Module, whole
from tracemend.source.statement import own_parts

_READS = ("read", "readline")
_PLAIN = ("seek", "tell", *_READS)
_MOVES = ("seek", "read", "readline", "readlines", "readinto", "write", "writelines", "truncate")
_TEMPORARY = ("NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile")


def seek_end(request: Request) -> Mend | None:
    """The recipe for a position before the beginning."""
    at = failing(request)
    if at is None:
        return None
    calls = [
        call for call in at.parts(ast.Call) if called(call) == "seek" and len(call.args) == 1 and not call.keywords
    ]
    if len(calls) != 1 or not isinstance(calls[0].func, ast.Attribute) or not _is_negative(calls[0].args[0]):
        return None
    if any("b" not in (mode_of(one) or "b") for one in opened(at.file, at.statement)):
        return None
    handle = dotted(calls[0].func.value)
    before = [
        node
        for node in at.file.nodes
        if isinstance(node, ast.Attribute)
        and node.attr in _MOVES
        and dotted(node.value) == handle
        and node.lineno < calls[0].lineno
    ]
    imports = Imports(at.file.source)
    end = at.file.span(calls[0].args[0])[1]
    edit = TextEdit(end, end, f", {imports.module('os')}.SEEK_END")
    return Mend((edit, *imports.edits()), sure=not before)


def _is_negative(node: ast.expr) -> bool:
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)


def seek_as_bytes(request: Request) -> Mend | None:
    """The recipe for a position counted from the end."""
    statement = request.place.statement
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None or "end-relative seeks" not in request.report.message:
        return None
    calls = opened(file, statement)
    name = handle_of(file, calls[0]) if len(calls) == 1 else None
    call = calls[0] if name is not None else None
    if call is None or mode_of(call) not in ("r", "rt"):
        return None
    edits: list[TextEdit] = []
    encoding = keyword_of(call, "encoding")
    written = file.text(encoding.value) if encoding is not None else ""
    for node in file.nodes:
        if not isinstance(node, ast.Name) or node.id != name or not isinstance(node.ctx, ast.Load):
            continue
        outer = file.parents.get(id(node))
        kind = outer.attr if isinstance(outer, ast.Attribute) else ""
        used = file.parents.get(id(outer)) if outer is not None else None
        if kind not in _PLAIN or not isinstance(used, ast.Call) or used.func is not outer:
            return None
        if kind in _READS:
            end = file.span(used)[1]
            edits.append(TextEdit(end, end, f".decode({written})"))
    if encoding is not None:
        if call.keywords != [encoding] or not call.args:
            return None
        start, stop = file.span(call.args[-1])[1], file.span(encoding)[1]
        mode = mode_edit(file, call, "rb")
        if len(call.args) == 1:
            return Mend((TextEdit(start, stop, mode.text), *edits)) if edits else None
        edits.append(TextEdit(start, stop, ""))
    return Mend((mode_edit(file, call, "rb"), *edits)) if edits else None


def text_stream(request: Request) -> Mend | None:
    """The recipe for text that is written to a stream of bytes."""
    statement, message = request.place.statement, request.report.first_line
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None or "a bytes-like object is required, not 'str'" not in message:
        return None
    names = [part for part in own_parts(statement.node) if isinstance(part, ast.Name)]
    made: dict[int, ast.Call] = {}
    for part in names:
        same = file.same(statement, part)
        for one in givers(file, same) if isinstance(same, ast.Name) else ():
            source = (
                one.args[0]
                if isinstance(one, ast.Call) and called(one) in ("writer", "DictWriter") and one.args
                else one
            )
            for maker in givers(file, source) if isinstance(source, ast.Name) else [source]:
                if isinstance(maker, ast.Call) and called(maker) in ("BytesIO", *_TEMPORARY):
                    made[id(maker)] = maker
    call = next(iter(made.values())) if len(made) == 1 else None
    if call is None or _takes_bytes(file, call):
        return None
    if called(call) == "BytesIO":
        if call.args or call.keywords:
            return None
        start, end = file.span(call.func)
        if isinstance(call.func, ast.Attribute):
            return Mend((TextEdit(end - len("BytesIO"), end, "StringIO"),))
        imports = Imports(file.source)
        return Mend((TextEdit(start, end, imports.name("io", "StringIO")), *imports.edits()))
    if call.args or keyword_of(call, "mode") is not None:
        return None
    return Mend((add_keyword(file.statement(call), call, '"w+"' if not call.keywords else 'mode="w+"'),))


def _takes_bytes(file: Module, call: ast.Call) -> bool:
    """Whether bytes go to the stream too, or it is handed to what may give it bytes."""
    name = handle_of(file, call)
    for node in file.nodes:
        if not isinstance(node, ast.Name) or node.id != name or not isinstance(node.ctx, ast.Load):
            continue
        outer = file.parents.get(id(node))
        used = file.parents.get(id(outer)) if isinstance(outer, ast.Attribute) else outer
        if isinstance(outer, ast.Attribute):
            first = used.args[0] if isinstance(used, ast.Call) and used.args and outer.attr == "write" else None
            if isinstance(first, ast.Constant) and text_of(first) is None:
                return True
            if isinstance(first, ast.Call) and called(first) in ("encode", "pack", "to_bytes"):
                return True
        elif not (
            isinstance(outer, ast.Call)
            and (dotted(outer.func) in ("csv.writer", "csv.DictWriter", "json.dump", "print"))
        ):
            return True
    return False


RECIPES = (
    Recipe(
        "seek-end",
        "Counts a negative position from the end.",
        seek_end,
        unsure="The file was read before: a position from where it stands may be meant (os.SEEK_CUR).",
    ),
    Recipe("seek-as-bytes", "Opens as bytes the file in which positions are counted from the end.", seek_as_bytes),
    Recipe("text-stream", "Makes a stream of text of the one that text is written to.", text_stream),
)

"""`read-or-write`: open the file in the mode that is used: for reading, for writing, or for both.

- What is only read is opened with `r`, what is only written with `w` (`a` where its name says that it is a log).
- What is written and then read gets `w+` (`a+`), and `seek(0)` before it is read: the position is at the end.
- What is read and then written anew as a whole (`json.dump`) gets `r+`, and `seek(0)` and `truncate()` before that.

`b` stays. Not sure where text is written after reading: at the end, or in the place of what was read? Nor where the
file may hold what somebody else put there: `w` empties it, and what is written may be meant to come behind. Does not
apply where the mode is no literal, or the file is handed to functions of the project.

Source: https://docs.python.org/3/library/functions.html#open
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, text_of
from tracemend.fixes.toolkit.edits import begins_its_line, insert_before
from tracemend.fixes.toolkit.handles import handle_of, is_open, mode_edit, mode_of, opened
from tracemend.source.module import Module, whole
from tracemend.source.reach import reach
from tracemend.source.scopes import Function

_READS = ("read", "readline", "readlines", "readinto", "read1")
_WRITES = ("write", "writelines", "truncate")
_READERS = ("load", "reader", "DictReader", "Unpickler", "read_file", "list", "enumerate", "read_csv", "parse")
_WRITERS = ("dump", "writer", "DictWriter", "Pickler", "copyfileobj", "to_csv")
_WHOLE = ("json.dump", "yaml.dump", "yaml.safe_dump", "tomli_w.dump", "pickle.dump")
_LOG = lazy.regex(r"(?:^|[/\\_.-])log|\.log\b|history|journal", re.IGNORECASE)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement, message = request.place.statement, request.report.first_line
    file = whole(statement.source) if statement is not None else None
    wanted = re.fullmatch(r"not (?:read|writ)able|read|write|File not open for (?:read|writ)ing", message)
    if statement is None or file is None or wanted is None:
        return None
    calls = opened(file, statement)
    mode = mode_of(calls[0]) if len(calls) == 1 else None
    name = handle_of(file, calls[0]) if len(calls) == 1 else None
    if mode is None or name is None or "+" in mode:
        return None
    reads, writes, other = _uses(file, calls[0], name)
    if other:
        return None
    plain = mode.strip("rwaxt")
    if message in ("not readable", "read", "File not open for reading"):
        return _to_read(file, calls[0], name, (mode, plain), reads, writes)
    return _to_write(file, calls[0], name, plain, reads, writes)


def _uses(file: Module, call: ast.Call, name: str) -> tuple[list[ast.stmt], list[ast.stmt], bool]:
    """The statements that read from the file, those that write to it, and whether it is handed elsewhere."""
    scope: ast.AST = next((one for one in file.around(call) if isinstance(one, Function | ast.With)), file.tree)
    reads: list[ast.stmt] = []
    writes: list[ast.stmt] = []
    other = False
    for node in [one for one in ast.walk(scope) if isinstance(one, ast.Name) and one.id == name]:
        if not isinstance(node.ctx, ast.Load):
            continue
        where, outer = file.statement(node).node, file.parents.get(id(node))
        kind = outer.attr if isinstance(outer, ast.Attribute) else called(outer) if isinstance(outer, ast.Call) else ""
        if isinstance(outer, ast.keyword):
            kind = "write" if outer.arg == "file" else ""
        if isinstance(outer, ast.For | ast.comprehension) or kind in (*_READS, *_READERS):
            reads.append(where)
        elif kind in (*_WRITES, *_WRITERS):
            writes.append(where)
        elif not isinstance(outer, ast.Attribute):
            other = True
    return sorted(reads, key=lambda one: one.lineno), sorted(writes, key=lambda one: one.lineno), other


def _to_read(
    file: Module, call: ast.Call, name: str, modes: tuple[str, str], reads: list[ast.stmt], writes: list[ast.stmt]
) -> Mend | None:
    mode, plain = modes
    if not reads:
        return None
    if not writes:
        return Mend((mode_edit(file, call, f"r{plain}"),))
    first = reads[0]
    if writes[0].lineno < first.lineno or "a" in mode:
        letter = "a" if "a" in mode else "w"
        lines = [f"{name}.seek(0)"]
        return _with_lines(file, first, lines, mode_edit(file, call, f"{letter}{plain}+"))
    return _rewritten(file, call, name, plain, writes)


def _to_write(
    file: Module, call: ast.Call, name: str, plain: str, reads: list[ast.stmt], writes: list[ast.stmt]
) -> Mend | None:
    if not writes:
        return None
    if not reads:
        letter = "a" if any(_LOG.search(text_of(one) or "") for one in ast.walk(call)) else "w"
        return Mend(
            (mode_edit(file, call, f"{letter}{plain}"),), sure=letter == "a" or _is_made_here(file, call, writes)
        )
    return _rewritten(file, call, name, plain, writes) if reads[0].lineno < writes[0].lineno else None


_RESULT = lazy.regex(
    r"(?:^|[/\\_.-])(?:out|outputs?|results?|reports?|exports?|summary|dest|target|new|copy)(?:[_.-]|$)"
)


def _is_made_here(file: Module, call: ast.Call, writes: list[ast.stmt]) -> bool:
    """Whether the file that is to be written is the program's own: a result by its name, written anew elsewhere too, or
    read elsewhere and here written as a whole. Else it was there before, and `w` empties it."""
    if not call.args:
        return False
    path, dumped = (
        file.text(call.args[0]),
        any(
            dotted(one.func) in _WHOLE or called(one) in ("writeheader", "writelines", "writer", "DictWriter")
            for where in writes
            for one in ast.walk(where)
            if isinstance(one, ast.Call)
        ),
    )
    named = [text_of(one) or "" for one in [call.args[0], *(reach(file, call.args[0]) or ())]]
    if any(_RESULT.search(one) for one in (*named, path)):
        return True
    others = [
        one
        for one in file.nodes
        if isinstance(one, ast.Call)
        and one is not call
        and is_open(one)
        and one.args
        and file.text(one.args[0]) == path
    ]
    return any((mode_of(one) or "").startswith("w") for one in others) or (dumped and bool(others))


def _rewritten(file: Module, call: ast.Call, name: str, plain: str, writes: list[ast.stmt]) -> Mend | None:
    """The file read and then written in its place."""
    parts = [part for part in ast.walk(writes[0]) if isinstance(part, ast.Call)]
    as_whole = len(writes) == 1 and any(dotted(part.func) in _WHOLE for part in parts)
    edit = mode_edit(file, call, f"r{plain}+")
    mend = _with_lines(file, writes[0], [f"{name}.seek(0)", f"{name}.truncate()"], edit)
    return mend if as_whole or mend is None else Mend(mend.edits, sure=False)


def _with_lines(file: Module, before: ast.stmt, lines: list[str], edit: TextEdit) -> Mend | None:
    where = file.statement(before)
    return Mend((edit, insert_before(where, lines))) if begins_its_line(where) else None


RECIPES = (
    Recipe(
        "read-or-write",
        "Opens the file for what is done with it: reading, writing, both.",
        apply,
        unsure="Opened for writing the file loses what it holds; `a` writes behind it.",
    ),
)

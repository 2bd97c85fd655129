"""`text-wrapper`: read bytes as text line by line, where `csv` is given a file of bytes that has no text mode.

A member of a zip or tar archive, an answer of the net, a `BytesIO`: `csv.reader(f)` becomes
`csv.reader(io.TextIOWrapper(f, encoding="utf-8", newline=""))`. What `open` opened gets
the mode that fits instead (`open-mode`).

Sources: https://docs.python.org/3/library/io.html#io.TextIOWrapper,
https://docs.python.org/3/library/zipfile.html#zipfile.ZipFile.open
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, function_around
from tracemend.fixes.toolkit.handles import givers, is_open
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.source.module import Module, whole
from tracemend.source.statement import own_parts

_BYTES = (
    "open",
    "extractfile",
    "urlopen",
    "BytesIO",
    "makefile",
    "TemporaryFile",
    "NamedTemporaryFile",
    "SpooledTemporaryFile",
)
_READERS = ("reader", "DictReader")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement = request.place.statement
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None or "iterator should return strings, not bytes" not in request.report.message:
        return None
    readers = [one for one in file.nodes if isinstance(one, ast.Call) and called(one) in _READERS and one.args]
    names = {part.id for part in own_parts(statement.node) if isinstance(part, ast.Name)}
    for outer in statement.parents:
        if isinstance(outer, ast.For):
            names |= {part.id for part in ast.walk(outer.iter) if isinstance(part, ast.Name)}
    near = [one for one in readers if one.lineno == request.place.line or _name_of(file, one) in names]
    if len(near) != 1 or not _is_bytes(file, near[0].args[0]):
        return None
    node = near[0].args[0]
    where = file.statement(node)
    imports = imports_for(file.source, where.line_of(where.node), function_around(where) is not None)
    wrapper = imports.find_name("io", "TextIOWrapper") or f"{imports.module('io')}.TextIOWrapper"
    start, end = file.span(node)
    edits = (TextEdit(start, start, f"{wrapper}("), TextEdit(end, end, ', encoding="utf-8", newline="")'))
    return Mend((*imports.edits(), *edits))


def _name_of(file: Module, call: ast.Call) -> str | None:
    outer = file.parents.get(id(call))
    target = outer.targets[0] if isinstance(outer, ast.Assign) else None
    return target.id if isinstance(target, ast.Name) else None


def _is_bytes(file: Module, node: ast.expr) -> bool:
    """Whether what is read is bytes that no mode of its own makes text."""
    sources = givers(file, node) if isinstance(node, ast.Name) else [node]
    return bool(sources) and all(
        isinstance(one, ast.Call)
        and called(one) in _BYTES
        and (called(one) != "open" or not is_open(one) or _of_archive(file, one))
        for one in sources
    )


def _of_archive(file: Module, call: ast.Call) -> bool:
    """Whether `archive.open(...)` opens a member of an archive that the file opens."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    made = givers(file, owner) if isinstance(owner, ast.Name) else [owner] if isinstance(owner, ast.Call) else []
    return bool(made) and all(isinstance(one, ast.Call) and called(one) == "ZipFile" for one in made)


RECIPES = (Recipe("text-wrapper", "Reads a file of bytes as text for csv.", apply),)

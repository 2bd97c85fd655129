"""`as-name`: give an exception, or the file that `with` opens, the name that the block uses.

`except ValueError: print(e)` gets ` as e`, `with open(path): f.read()` gets ` as f`. For a handler where the name is
one that people give exceptions, for a `with` of one `open` whose block uses the name. Does not
apply where anything else in the file gives the name a value, or the block stands in a scope of its own.

Sources: https://docs.python.org/3/reference/compound_stmts.html#except-clause and #the-with-statement
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called
from tracemend.fixes.toolkit.names import is_bound
from tracemend.fixes.toolkit.undefined import missing
from tracemend.source.module import Module, whole
from tracemend.source.scopes import Function

_EXCEPTION = lazy.regex(r"(?:\w+_)?(?:e|ex|err|error|exc|exception)|[a-z]?(?:err|exc)")
_FILE = lazy.regex(r"f|fp|fh|fd|(?:\w+_)?(?:file|handle|stream)|[io]n?f(?:ile)?|out(?:f|file)|infile|fin|fout|src|dst")
_OPEN = ("open", "ZipFile", "fdopen", "NamedTemporaryFile", "TemporaryFile", "StringIO", "BytesIO", "urlopen")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, line, name = request.place.source, request.place.line, request.values.get("name")
    file = whole(source) if source is not None else None
    if file is None or line is None or not isinstance(name, str) or is_bound(file.source, name):
        return None
    nodes = [one for one in missing(file, file.tree).get(name, ()) if one.lineno == line]
    for outer in file.around(nodes[0]) if nodes else ():
        if isinstance(outer, Function | ast.Lambda | ast.ClassDef):
            return None
        if isinstance(outer, ast.ExceptHandler):
            return _handler(file, outer, name) if outer.name is None and _EXCEPTION.fullmatch(name) else None
        if isinstance(outer, ast.With | ast.AsyncWith) and any(item.optional_vars is None for item in outer.items):
            return _opened(file, outer, name)
    return None


def _handler(file: Module, handler: ast.ExceptHandler, name: str) -> Mend | None:
    if handler.type is None:
        start, _ = file.span(handler)
        return Mend((TextEdit(start + len("except"), start + len("except"), f" Exception as {name}"),))
    end = _closed(file, file.span(handler.type)[1], handler.body[0])
    return Mend((TextEdit(end, end, f" as {name}"),)) if end is not None else None


def _closed(file: Module, at: int, body: ast.stmt) -> int | None:
    """The offset of the colon that ends a header, from the end of its last expression on."""
    found = re.compile(r"(?:[ \t)]|\r?\n)*").match(file.source.text, at, file.span(body)[0])
    if found is None or file.source.text[found.end() : found.end() + 1] != ":":
        return None
    return at + len(file.source.text[at : found.end()].rstrip())


def _opened(file: Module, block: ast.With | ast.AsyncWith, name: str) -> Mend | None:
    call = block.items[0].context_expr
    if len(block.items) != 1 or not isinstance(call, ast.Call) or called(call) not in _OPEN:
        return None
    text, end = file.source.text, file.span(call)[1]
    if re.compile(r"[ \t]*:").match(text, end) is None:
        return None
    return Mend((TextEdit(end, end, f" as {name}"),), sure=_FILE.fullmatch(name) is not None)


RECIPES = (
    Recipe(
        "as-name",
        "Names the exception or the opened file that the block uses.",
        apply,
        unsure="The code does not show that the name means this file.",
    ),
)

"""`except-tuple`, `bare-last`, `not-implemented`: how exceptions are named, raised and caught.

- `except-tuple`: `except [A, B]:` becomes `except (A, B):`, the list of a name that only handlers use as well.
- `bare-last`: the clause `except:` is moved behind the others of its `try`. Does not apply where a text over several
  lines stands in the clauses.
- `not-implemented`: `raise NotImplemented` becomes `raise NotImplementedError`.

Sources: https://docs.python.org/3/reference/compound_stmts.html#the-try-statement,
https://docs.python.org/3/library/exceptions.html#NotImplementedError
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit, apply_edits
from tracemend.fixes.toolkit.displays import as_tuple
from tracemend.fixes.toolkit.failing import told
from tracemend.source.module import Module, whole
from tracemend.source.statement import parse
from tracemend.source.text import SourceText

_CAUGHT = lazy.regex(r"catching classes that do not inherit from BaseException is not allowed")
_LAST = lazy.regex(r"default 'except:' must be last")
_RAISED = lazy.regex(r"exceptions must derive from BaseException")
_BARE = lazy.regex(r"except[ \t]*:")
_CLAUSE = lazy.regex(r"except\b")


def except_tuple(request: Request) -> Mend | None:
    """`except (A, B):`."""
    source, line = request.place.source, request.place.line
    file = whole(source) if source is not None and _CAUGHT.search(request.report.first_line) else None
    if file is None:
        return None
    found = [
        one.type
        for one in file.nodes
        if isinstance(one, ast.ExceptHandler) and one.type is not None and one.lineno <= (line or 0) <= one.type.lineno
    ]
    types = found[0] if len(found) == 1 else None
    if isinstance(types, ast.Name):
        bound, scope = file.only_value(types.id, types), file.scope_of(types.id, types)
        uses = file.uses(types.id, scope) if scope is not None else []
        if bound is None or not all(_is_caught(file, one) for one in uses):
            return None
        types = bound[1]
    if not isinstance(types, ast.List) or not types.elts:
        return None
    if not all(isinstance(one, ast.Name | ast.Attribute) for one in types.elts):
        return None
    return Mend(tuple(as_tuple(file, types)))


def _is_caught(file: Module, use: ast.Name) -> bool:
    outer = file.parents.get(id(use))
    return isinstance(outer, ast.ExceptHandler) and outer.type is use


def not_implemented(request: Request) -> Mend | None:
    """`raise NotImplementedError`."""
    at = told(request, _RAISED)
    node = at.node if at is not None else None
    if at is None or not isinstance(node, ast.Raise) or not isinstance(node.exc, ast.Name):
        return None
    if node.exc.id != "NotImplemented" or at.file.scope_of("NotImplemented", node.exc) is not None:
        return None
    end = at.file.span(node.exc)[1]
    return Mend((TextEdit(end, end, "Error"),))


def bare_last(request: Request) -> Mend | None:
    """The bare clause behind the others."""
    source, line = request.place.source, request.place.line
    if source is None or line is None or not _LAST.search(request.report.first_line):
        return None
    # Python names the bare clause or, in some versions, the line after it or the last of the `try`.
    for first in range(line, max(0, line - 200), -1):
        if _BARE.match(source.line(first).lstrip()) is not None:
            mend = _moved(source, first)
            if mend is not None:
                return mend
    return None


def _moved(source: SourceText, first: int) -> Mend | None:
    """The clause that begins at a line moved behind those that follow it, where the file then parses."""
    indent = source.indent_of(first)
    stop = _end(source, first, indent)
    last, following = stop, _next(source, stop)
    while _CLAUSE.match(source.line(following)[len(indent) :]) is not None and source.indent_of(following) == indent:
        last = _end(source, following, indent)
        following = _next(source, last)
    start, middle, rest, end = (source.offset(line, 0) for line in (first, stop, _next(source, stop), last))
    moved = source.text[middle:rest] + source.text[start:middle]  # blank lines part the clauses still
    every = source.text[start:end]
    if last == stop or '"""' in every or "'''" in every or not every.endswith("\n"):
        return None
    edits = (TextEdit(start, rest, ""), TextEdit(end, end, moved))
    return Mend(edits) if parse(apply_edits(source.text, edits)) is not None else None


def _next(source: SourceText, number: int) -> int:
    """The first line from `number` on that is not blank."""
    while number < len(source.lines) and not source.line(number).strip():
        number += 1
    return number


def _end(source: SourceText, first: int, indent: str) -> int:
    """The line after a clause's block: the first with text that is not further in, or is a comment there."""
    number, last = first + 1, first
    while number <= len(source.lines):
        line = source.line(number)
        if line.strip():
            if len(source.indent_of(number)) <= len(indent):
                break
            last = number
        number += 1
    return last + 1


RECIPES = (
    Recipe("except-tuple", "Names the exceptions that are caught in a tuple.", except_tuple),
    Recipe("bare-last", "Moves the bare except behind the other clauses.", bare_last, needs_statement=False),
    Recipe("not-implemented", "Raises the exception in place of the constant.", not_implemented),
)

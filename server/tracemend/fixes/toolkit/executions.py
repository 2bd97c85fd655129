"""A call of `execute` of sqlite3 with its SQL, as recipes for its values and placeholders look at it."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from tracemend import lazy
from tracemend.fixes.recipe import Request
from tracemend.fixes.toolkit.code import called, spreads, text_of
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.source.module import Module
from tracemend.source.reach import elements, reach

LITERAL = lazy.regex(r"""[rR]?('''|\"""|'|")""")
"""A text's prefix and its opening quotes, as they are written."""
_TEXTS = (
    "input",
    "str",
    "strip",
    "lower",
    "upper",
    "title",
    "replace",
    "format",
    "join",
    "getenv",
    "isoformat",
    "strftime",
)


@dataclass(frozen=True, slots=True)
class Execution:
    """A call of `execute` with its SQL: the literal's text as written between its quotes, and where that begins."""

    file: Module
    call: ast.Call
    sql: str
    at: int
    literal: ast.Constant
    message: str

    @property
    def values(self) -> ast.expr | None:
        """What is handed over for the placeholders."""
        return self.call.args[1] if len(self.call.args) == 2 else None

    @property
    def holes(self) -> list[int]:
        """Where the `?` stand in the SQL, those in quotes left out."""
        return [found.start() for found in re.finditer(r"'[^']*'|\"[^\"]*\"|\?", self.sql) if found[0] == "?"]


def execution(request: Request) -> Execution | None:
    """The failing call of `execute` or `executemany`, where the file shows its SQL as one literal."""
    at = failing(request)
    call = call_of(at) if at is not None else None
    if at is None or call is None or not call.args or spreads(call) or call.keywords:
        return None
    file = at.file
    sources = reach(file, call.args[0])
    literal = sources[0] if sources is not None and len(sources) == 1 else None
    if not isinstance(literal, ast.Constant) or not isinstance(literal.value, str):
        return None
    start, _ = file.span(literal)
    written = file.text(literal)
    opening = LITERAL.match(written)
    if opening is None:
        return None
    sql = written[opening.end() : -len(opening[1])]
    if opening[1] in sql or (sql != literal.value and sql.replace("\r\n", "\n") != literal.value):
        return None  # pieces side by side, or escapes: what stands where cannot be told
    return Execution(file, call, sql, start + opening.end(), literal, request.report.first_line)


def call_of(at: Failing) -> ast.Call | None:
    """The one call of `execute` or `executemany` that failed."""
    found = at.parts(ast.Call, lambda call: called(call) in ("execute", "executemany"))
    return found[0] if len(found) == 1 else None


def source_of(file: Module, node: ast.expr) -> ast.expr | None:
    """The one expression that a value comes from."""
    found = reach(file, node)
    return found[0] if found is not None and len(found) == 1 else None


def is_text(file: Module, node: ast.expr) -> bool:
    """Whether all that an expression may come from is text."""
    sources = reach(file, node)
    return sources is not None and all(
        isinstance(one, ast.JoinedStr)
        or text_of(one) is not None
        or (isinstance(one, ast.Call) and called(one) in _TEXTS)
        for one in sources
    )


def in_brackets(file: Module, node: ast.expr) -> bool:
    """Whether an argument stands in parentheses of its own."""
    start, end = file.span(node)
    text = file.source.text
    return text[:start].rstrip()[-1:] == "(" and bool(re.match(r"\s*\)\s*(?:#[^\n]*\n\s*)?[,)]", text[end:]))


def supplied(one: Execution) -> int | None:
    """How many values are handed over, where the file shows it."""
    source = source_of(one.file, one.values) if one.values is not None else None
    items = elements(source) if source is not None else None
    if items is None or called(one.call) == "execute":
        return None if items is None else len(items)
    rows = {len(row) if (row := elements(item)) is not None else -1 for item in items}
    return rows.pop() if len(rows) == 1 else None

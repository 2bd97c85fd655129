"""`rollback`: end the failed transaction in the handler that caught its error.

Where a statement fails because the transaction before it had failed (PostgreSQL, or a session of SQLAlchemy), a
handler above has caught that first error and gone on. `connection.rollback()` becomes the first line of its body.
The connection is the one that the failing statement's cursor was made of, or what it calls itself. Does not apply
where no handler, or more than one, could be meant, nor where it rolls back already or raises again.

Sources: https://www.psycopg.org/psycopg3/docs/basic/transactions.html,
https://docs.sqlalchemy.org/en/20/faq/sessions.html#faq-session-rollback
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted
from tracemend.fixes.toolkit.handles import givers
from tracemend.source.module import Module, whole
from tracemend.source.statement import own_parts

_FAILED = ("InFailedSqlTransaction", "PendingRollbackError")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement = request.place.statement
    exception = (request.report.exception or "").rpartition(".")[2]
    file = whole(statement.source) if statement is not None and exception in _FAILED else None
    node = file.same(statement, statement.node) if statement is not None and file is not None else None
    if file is None or node is None:
        return None
    for part in own_parts(node) if isinstance(node, ast.stmt) else ():
        name = _connection(file, part) if isinstance(part, ast.Call) else None
        handler = _handler(file, node, name) if name is not None else None
        if handler is not None and name is not None:
            return _insert(file, handler, name)
    return None


def _connection(file: Module, call: ast.Call) -> str | None:
    """What has to roll back, as it is written: the connection or session that a call goes to."""
    if not isinstance(call.func, ast.Attribute):
        return None
    receiver = call.func.value
    if isinstance(receiver, ast.Name):
        for value in givers(file, receiver):
            if isinstance(value, ast.Call) and called(value) == "cursor" and isinstance(value.func, ast.Attribute):
                return dotted(value.func.value)
    return dotted(receiver)


def _handler(file: Module, node: ast.AST, name: str) -> ast.ExceptHandler | None:
    """The nearest handler above in the same function that caught an error of this connection and went on."""
    function = next(
        (one for one in file.around(node) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)), file.tree
    )
    line = getattr(node, "lineno", 0)
    found = [
        part
        for part in ast.walk(function)
        if isinstance(part, ast.Try)
        and (part.end_lineno or 0) < line
        and any(
            isinstance(one, ast.Call) and _connection(file, one) == name
            for inner in part.body
            for one in ast.walk(inner)
        )
    ]
    if not found:
        return None
    handlers = max(found, key=lambda part: part.lineno).handlers
    if len(handlers) != 1 or any(isinstance(part, ast.Raise | ast.Return) for part in ast.walk(handlers[0])):
        return None
    rolls = any(isinstance(part, ast.Attribute) and part.attr == "rollback" for part in ast.walk(handlers[0]))
    return None if rolls else handlers[0]


def _insert(file: Module, handler: ast.ExceptHandler, name: str) -> Mend | None:
    first = handler.body[0]
    start, end = file.span(first)
    line, column = file.source.position(start)
    if file.source.line(line)[:column].strip():
        return None
    if isinstance(first, ast.Pass) and len(handler.body) == 1:
        return Mend((TextEdit(start, end, f"{name}.rollback()"),))
    at = file.source.offset(line, 0)
    indent = file.source.indent_of(line)
    return Mend((TextEdit(at, at, f"{indent}{name}.rollback(){file.source.newline}"),))


RECIPES = (Recipe("rollback", "Rolls the failed transaction back where its error was caught.", apply),)

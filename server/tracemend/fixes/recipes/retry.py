"""`retry`: do the failing statement again, a bounded number of times, with growing pauses.

Wraps an expression, assignment or `return`; of `with open(...) as f:` only the opening, so that the body is
not repeated. Only the named exceptions are caught, and the last one is raised. In an `async` function it
sleeps with asyncio. Does not apply to `if`, `for` and `while` headers, nor to statements that share their
line with another. Not sure for a PermissionError of another system than Windows, which does not pass by itself.

The loop is `while True`, not `for attempt in range(...)`: a type checker then knows that a name assigned in
it is bound.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Sequence

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, calls, function_around, own_calls
from tracemend.fixes.toolkit.edits import (
    begins_its_line,
    extent,
    indent_lines,
    indent_step,
    insert_after,
    insert_before,
    owns_its_lines,
)
from tracemend.fixes.toolkit.imports import Imports, imports_for
from tracemend.fixes.toolkit.names import free_name, is_dotted_name, is_used
from tracemend.source.statement import Statement

_REPEATABLE = frozenset(
    ("open", "replace", "rename", "remove", "unlink", "rmtree", "rmdir", "move", "copy", "copy2", "copyfile",
     "write_text", "write_bytes", "read_text", "read_bytes", "mkdir", "makedirs", "stat", "listdir", "connect",
     "create_connection", "urlopen", "get", "head", "ping", "str", "join", "Path")
)  # fmt: skip
"""Calls that do no more when they are made twice, and whose failure leaves nothing half done."""
_OPENERS = ("open", "urlopen", "create_connection", "connect", "ZipFile", "TarFile")
_PLAIN = (ast.Expr, ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Return, ast.Delete)
MAX_ATTEMPTS = 20
_NOT_HELD = (
    "Only Windows refuses a file because another program holds it; here it helps where access comes back by itself."
)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement = request.place.statement
    if statement is None:
        return None
    names = _exceptions(request)
    attempts = request.arguments.get("attempts", 5)
    backoff = request.arguments.get("backoff", 0.1)
    if not names or not isinstance(attempts, int) or not 2 <= attempts <= MAX_ATTEMPTS:
        return None
    if not isinstance(backoff, int | float) or not 0 < backoff <= 60:
        return None
    if _tried_again(statement):
        return None
    function = function_around(statement)
    imports = imports_for(statement.source, statement.line_of(statement.node), function is not None)
    written = _caught(names, imports, statement)
    if written is None:
        return None
    source = statement.source
    step = indent_step(source)
    attempt = free_name(source, "attempt", "attempt_number")
    module = "asyncio" if isinstance(function, ast.AsyncFunctionDef) else "time"
    sleep = f"{imports.module(module)}.sleep({backoff} * 2**{attempt})"
    head = [f"{attempt} = 0", "while True:", f"{step}try:"]
    tail = [
        f"{step}except {written}:",
        f"{step * 2}if {attempt} == {attempts - 1}:",
        f"{step * 3}raise",
        f"{step * 2}{'await ' if module == 'asyncio' else ''}{sleep}",
        f"{step * 2}{attempt} += 1",
    ]
    edits = _around(statement, head, tail) or _opening(statement, head, tail)
    if edits is None:
        return None
    every = own_calls(statement)
    sure = bool(every) and all(called(call) in _REPEATABLE for call in every)
    refused = request.report.exception == "PermissionError" and request.context.system != "windows"
    sure = sure and request.report.exception in names and not refused
    return Mend((*imports.edits(), *edits), sure=sure, note=_NOT_HELD if refused else None)


def _tried_again(statement: Statement) -> bool:
    """Whether the statement stands in a `try` in a `while` that says how often already."""
    above = [statement.source.line(statement.line_of(node)).strip() for node in statement.parents[-2:]]
    return above == ["while True:", "try:"]


def _exceptions(request: Request) -> tuple[str, ...]:
    given = request.arguments.get("exceptions") or request.report.exception or ()
    names = (given,) if isinstance(given, str) else tuple(given) if isinstance(given, Sequence) else ()
    return names if all(isinstance(name, str) and is_dotted_name(name) for name in names) else ()


def _caught(names: tuple[str, ...], imports: Imports, statement: Statement) -> str | None:
    """What stands after `except`; None where a name is neither built in nor the file's own."""
    written = []
    for name in names:
        module, _, last = name.rpartition(".")
        if module:
            name = imports.name(module, last)
        elif not isinstance(getattr(builtins, name, None), type) and not is_used(statement.source, name):
            return None
        written.append(name)
    return written[0] if len(written) == 1 else f"({', '.join(written)})"


def _around(statement: Statement, head: list[str], tail: list[str]) -> tuple[TextEdit, ...] | None:
    if not isinstance(statement.node, _PLAIN) or not owns_its_lines(statement):
        return None
    source = statement.source
    if not isinstance(statement.node, ast.Return):
        tail = [f"{indent_step(source) * 2}break", *tail]
    return (
        insert_before(statement, head),
        *indent_lines(source, *extent(statement), indent_step(source) * 2),
        insert_after(statement, tail),
    )


def _opening(statement: Statement, head: list[str], tail: list[str]) -> tuple[TextEdit, ...] | None:
    """`with open(...) as f:` becomes `f = open(...)`, retried, and `with f:`."""
    node = statement.node
    if not isinstance(node, ast.With) or not begins_its_line(statement):
        return None
    item = node.items[0]
    call = item.context_expr
    if not isinstance(call, ast.Call) or called(call) not in _OPENERS or call not in calls(statement):
        return None
    source = statement.source
    if isinstance(item.optional_vars, ast.Name):
        name = item.optional_vars.id
        end = statement.span(item.optional_vars)[1]
    elif item.optional_vars is None:
        name = free_name(source, "opened", "resource")
        end = statement.span(call)[1]
    else:
        return None
    step = indent_step(source)
    body = [*head, f"{step * 2}{name} = {statement.text(call)}", f"{step * 2}break", *tail]
    return insert_before(statement, body), TextEdit(statement.span(call)[0], end, name)


RECIPES = (
    Recipe(
        "retry",
        "Does the failing statement again, a bounded number of times with growing pauses, then raises.",
        apply,
        {
            "exceptions": "names of the exceptions to catch; the one that was reported, if not given",
            "attempts": "how often to try in all, 2 to 20; 5 if not given",
            "backoff": "the first pause in seconds, doubled each time; 0.1 if not given",
        },
        unsure="The code does not show that it is harmless to do this twice.",
    ),
)

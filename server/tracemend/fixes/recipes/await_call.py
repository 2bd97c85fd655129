"""`await`: await a call of a coroutine function, in an `async` function.

The failing statement's call, else, as the warning is printed where the coroutine is thrown away, the only
such call of the function above it. Parentheses are added where the answer is used at once. Does not apply
in a function that is not `async`, nor to what is given to a task.

Where the coroutine was used as if it were its result (a TypeError or an AttributeError, which name no function) the
call is of an `async def` of the same file: in the statement, else where the statement's only such name was assigned.

Source: https://docs.python.org/3/library/asyncio-dev.html#detect-never-awaited-coroutines
"""

from __future__ import annotations

import ast
import re

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import (
    assigned_value,
    assignment_before,
    called,
    chain,
    expressions,
    function_around,
    in_own_scope,
    nearest_to_carets,
    own_calls,
    parents_in,
)
from tracemend.source.statement import Statement, statement_at

_TAKERS = (
    "create_task",
    "ensure_future",
    "gather",
    "wait",
    "wait_for",
    "run",
    "run_until_complete",
    "shield",
    "as_completed",
    "run_coroutine_threadsafe",
    "start_soon",
    "TaskGroup",
)
_TIGHT = (ast.Attribute, ast.Subscript, ast.Call, ast.BinOp, ast.Await)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement = request.place.statement
    if statement is None:
        return None
    coroutine = request.values.get("coroutine")
    name = coroutine.rpartition(".")[2] if isinstance(coroutine, str) else None
    if name is None and request.report.exception in ("TypeError", "AttributeError"):
        found = _used_as_result(statement)
    else:
        found = _awaitable(statement, name)
    if not found and name is not None:
        found = _above(statement, name)
    if len(found) != 1:
        return None
    where, call = found[0]
    if not isinstance(function_around(where), ast.AsyncFunctionDef):
        return None
    start, end = where.span(call)
    outer = parents_in(where.node).get(id(call))
    tight = isinstance(outer, _TIGHT) and not (isinstance(outer, ast.Call) and call is not outer.func)
    if tight and not (isinstance(outer, ast.Subscript) and outer.slice is call):
        return Mend((TextEdit(start, start, "(await "), TextEdit(end, end, ")")))
    return Mend((TextEdit(start, start, "await "),))


def _awaitable(statement: Statement, name: str | None) -> list[tuple[Statement, ast.Call]]:
    parents = parents_in(statement.node)
    found = [
        call
        for call in own_calls(statement)
        if (name is None or called(call) == name)
        and not any(
            isinstance(outer, ast.Await) or (isinstance(outer, ast.Call) and called(outer) in _TAKERS)
            for outer in chain(call, parents)
        )
        and not in_own_scope(call, parents)
    ]
    if name is None and isinstance(statement.node, ast.Expr) and statement.node.value in found:
        return [(statement, call) for call in found if call is statement.node.value]
    if any(isinstance(node, ast.Await) for node in expressions(statement)) and name is None:
        return []
    return [(statement, call) for call in nearest_to_carets(statement, found)]


def _used_as_result(statement: Statement) -> list[tuple[Statement, ast.Call]]:
    """The calls of async functions of the file whose coroutine the statement may have used."""
    own = [call for call in own_calls(statement) if _is_async(statement, call)]
    if own:
        return _awaitable(statement, called(own[0])) if len(own) == 1 else []
    found: dict[int, tuple[Statement, ast.Call]] = {}
    names = {part.id for part in expressions(statement) if isinstance(part, ast.Name)}
    for name in sorted(names)[:20]:
        above = assignment_before(statement, name)
        value = assigned_value(above) if above is not None else None
        if above is not None and isinstance(value, ast.Call) and _is_async(above, value):
            found[above.line_of(above.node)] = (above, value)
    return list(found.values())


def _is_async(statement: Statement, call: ast.Call) -> bool:
    name = called(call)
    pattern = rf"^[ \t]{{0,80}}async[ \t]+def[ \t]+{re.escape(name)}\b" if name else None
    return pattern is not None and re.search(pattern, statement.source.text, re.MULTILINE) is not None


def _above(statement: Statement, name: str) -> list[tuple[Statement, ast.Call]]:
    """The calls of `name` in the lines of the same function above the statement."""
    function = function_around(statement)
    if function is None:
        return []
    pattern = re.compile(rf"\b{re.escape(name)}[ \t]*\(")
    found: list[tuple[Statement, ast.Call]] = []
    first, last = statement.line_of(function) + 1, statement.line_of(statement.node)
    for number in range(max(first, last - 2000), last):
        if not pattern.search(statement.source.line(number)):
            continue
        other = statement_at(statement.source, number)
        if other is not None and function_around(other) is not None:
            found += [pair for pair in _awaitable(other, name) if pair not in found]
    return found


RECIPES = (Recipe("await", "Awaits the call of a coroutine function.", apply),)

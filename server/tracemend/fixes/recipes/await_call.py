"""`await`, `await-up`, `await-task`: await what was used as if it were its result.

`await`: await a call of a coroutine function, in an `async` function.

The failing statement's call, else, as the warning is printed where the coroutine is thrown away, the only
such call of the function above it. Parentheses are added where the answer is used at once. Does not apply
in a function that is not `async`, nor to what is given to a task.

Where the coroutine was used as if it were its result (a TypeError or an AttributeError, which name no function) the
call is of an `async def` of the same file: in the statement, else where the statement's only such name was assigned,
also in another function that hands it over, or keeps it in `self`; without one, the only call of a method that the
file does not define.

`await-up`: the same in plain code. `asyncio.run` runs the call at the module's level; a plain function becomes async,
and so do those that call it. Does not apply where a lambda, a class or a function that nothing calls would have to.
`await-task`: a task used as its result, `task.result()` before it is done, and `asyncio.gather(...)` without `await`.

Source: https://docs.python.org/3/library/asyncio-dev.html#detect-never-awaited-coroutines
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import (
    assigned_value,
    assignment_before,
    called,
    chain,
    dotted,
    expressions,
    function_around,
    in_own_scope,
    nearest_to_carets,
    own_calls,
    parents_in,
    text_of,
)
from tracemend.fixes.toolkit.coroutines import awaited, coroutine_calls, made_async, owner_of, run_once
from tracemend.fixes.toolkit.failing import told
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.source.module import Module, whole
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
_ATTRIBUTE = lazy.regex(r"'coroutine' object has no attribute '(\w+)'")
_FUTURE = lazy.regex(r"(?:_GatheringFuture|_?asyncio\.(?:Task|Future)|Task)['\"]|Result is not (?:set|ready)\.")
_PLAIN_METHODS = frozenset(dir(str)) | frozenset(dir(list)) | frozenset(("items", "keys", "values", "dumps", "loads"))
_TASKS = ("create_task", "ensure_future", "run_in_executor", "shield", "create_future")


def apply(request: Request) -> Mend | None:
    """The recipe `await`."""
    found = _found(request)
    if found is None or not isinstance(function_around(found[0]), ast.AsyncFunctionDef):
        return None
    where, call = found
    if isinstance(where.node, ast.AsyncFor) and where.node.iter is call and _is_async(where, call):
        return None  # what it returns is gone over by a plain `for`: the recipe `plain-block`
    start, end = where.span(call)
    outer = parents_in(where.node).get(id(call))
    tight = isinstance(outer, _TIGHT) and not (isinstance(outer, ast.Call) and call is not outer.func)
    if tight and not (isinstance(outer, ast.Subscript) and outer.slice is call):
        return Mend((TextEdit(start, start, "(await "), TextEdit(end, end, ")")))
    return Mend((TextEdit(start, start, "await "),))


def _found(request: Request) -> tuple[Statement, ast.Call] | None:
    """The call to await and the statement that it stands in."""
    statement = request.place.statement
    if statement is None:
        return None
    coroutine = request.values.get("coroutine")
    name = coroutine.rpartition(".")[2] if isinstance(coroutine, str) else None
    if name is None and request.report.exception in ("TypeError", "AttributeError"):
        found = _used_as_result(statement, request.report.first_line)
    else:
        found = _awaitable(statement, name)
    if not found and name is not None:
        found = _above(statement, name)
    return found[0] if len(found) == 1 else None


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


def _used_as_result(statement: Statement, message: str) -> list[tuple[Statement, ast.Call]]:
    """The calls whose coroutine the statement may have used: of async functions of the file, else of what it does not
    define."""
    if _FUTURE.search(message):
        return []
    own = [call for call in own_calls(statement) if _is_async(statement, call)]
    if own:
        return _awaitable(statement, called(own[0])) if len(own) == 1 else []
    above = _assigned(statement)
    found = [(where, call) for where, call in above if _is_async(where, call)]
    found = found or _handed(statement, message)
    if found:
        return found
    attribute = _ATTRIBUTE.search(message)
    used = {id(part.value) for part in expressions(statement)
            if isinstance(part, ast.Attribute) and attribute is not None and part.attr == attribute[1]}  # fmt: skip
    calls = [call for call in own_calls(statement) if _is_foreign(statement, call) and (not used or id(call) in used)]
    return _awaitable(statement, called(calls[0])) if len(calls) == 1 else [one for one in above if _is_foreign(*one)]


def _assigned(statement: Statement) -> list[tuple[Statement, ast.Call]]:
    """The calls that gave the statement's names their values, also for each item of a list."""
    found: dict[int, tuple[Statement, ast.Call]] = {}
    names = {part.id for part in expressions(statement) if isinstance(part, ast.Name)}
    for name in sorted(names)[:20]:
        above = assignment_before(statement, name)
        value = assigned_value(above) if above is not None else None
        value = value.elt if isinstance(value, ast.ListComp) and _is_async_context(above) else value
        if above is not None and isinstance(value, ast.Call):
            found[above.line_of(above.node)] = (above, value)
    return list(found.values())


def _handed(statement: Statement, message: str) -> list[tuple[Statement, ast.Call]]:
    """The calls whose coroutine comes to the statement from elsewhere in the file."""
    file = whole(statement.source)
    if file is None:
        return []
    attribute = _ATTRIBUTE.search(message)
    parts: list[ast.expr] = [part for part in expressions(statement) if isinstance(part, ast.Name | ast.Attribute)]
    if attribute is not None:
        parts = [one.value for one in parts if isinstance(one, ast.Attribute) and one.attr == attribute[1]]
    found: dict[int, ast.Call] = {}
    for part in nearest_to_carets(statement, parts):
        same = file.same(statement, part)
        if isinstance(same, ast.expr):
            found.update((id(call), call) for call in coroutine_calls(file, same))
    return [(file.statement(call), call) for call in found.values()]


def _is_async_context(statement: Statement | None) -> bool:
    return statement is not None and isinstance(function_around(statement), ast.AsyncFunctionDef)


def _is_foreign(statement: Statement, call: ast.Call) -> bool:
    """Whether a call is of a method that the file does not define, and no text or list has."""
    name = called(call)
    waits = name in ("wait_for", "wait") and dotted(call.func) == f"asyncio.{name}"
    known = name in _PLAIN_METHODS or (name in _TAKERS and not waits)
    if not isinstance(call.func, ast.Attribute) or known or text_of(call.func.value) is not None:
        return False
    return re.search(rf"\b(?:def|class)[ \t]+{re.escape(name)}\b", statement.source.text) is None


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


def await_up(request: Request) -> Mend | None:
    """The recipe `await-up`."""
    found = _found(request)
    file = whole(found[0].source) if found is not None else None
    call = file.same(*found) if found is not None and file is not None else None
    if file is None or not isinstance(call, ast.Call):
        return None
    owner = owner_of(file, call)
    imports = imports_for(file.source, 1, True)
    if owner is None:
        if not _is_of_file(file, call):
            return None
        return Mend((*run_once(file, call, imports), *imports.edits()))
    if not isinstance(owner, ast.FunctionDef) or not _is_of_file(file, call):
        return None
    made = made_async(file, owner, imports)
    return None if made is None else Mend((*awaited(file, call), *made[0], *imports.edits()), sure=made[1])


def _is_of_file(file: Module, call: ast.Call) -> bool:
    """Whether the call is of the file's only function or method of that name, an async one that is no generator."""
    every = [one for one in file.nodes
             if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) and one.name == called(call)]  # fmt: skip
    return (
        len(every) == 1
        and isinstance(every[0], ast.AsyncFunctionDef)
        and not any(isinstance(part, ast.Yield) for part in ast.walk(every[0]))
    )


def await_task(request: Request) -> Mend | None:
    """The recipe `await-task`."""
    at = told(request, _FUTURE)
    if at is None or not isinstance(function_around(at.statement), ast.AsyncFunctionDef):
        return None
    file = at.file
    found: dict[int, list[TextEdit]] = {}
    for same in at.parts(ast.expr, lambda one: isinstance(one, ast.Name | ast.Call)):
        if isinstance(file.parents.get(id(same)), ast.Await):
            continue
        if "Result is not" in request.report.first_line:
            if isinstance(same, ast.Call) and called(same) == "result" and isinstance(same.func, ast.Attribute):
                _, end = file.span(same)
                tail = file.span(same.func.value)[1]
                edits = awaited(file, same)
                found[id(same)] = [*edits, TextEdit(tail, end, "")] if len(edits) == 1 else [
                    edits[0], TextEdit(tail, end, ")")]  # fmt: skip
            continue
        value: ast.expr = same
        if isinstance(same, ast.Name):
            bound = file.only_value(same.id, same)
            value = bound[1] if bound is not None else same
        if isinstance(value, ast.Call) and called(value) == "gather" and owner_of(file, value) is owner_of(file, same):
            found[id(value)] = awaited(file, value)
        elif isinstance(value, ast.Call) and called(value) in _TASKS:
            found[id(same)] = awaited(file, same)
    return Mend(tuple(next(iter(found.values())))) if len(found) == 1 else None


RECIPES = (
    Recipe("await", "Awaits the call of a coroutine function.", apply),
    Recipe(
        "await-up",
        "Awaits the call, and makes the functions around it async.",
        await_up,
        unsure="Something that the file does not show may call the function that becomes async.",
    ),
    Recipe("await-task", "Awaits the task for its result.", await_task),
)

"""`asyncio-moved`: what asyncio no longer has, as it is written now.

- `@asyncio.coroutine` with `yield from` becomes `async def` with `await`.
- `loop=` is left out in the calls of asyncio that Python 3.10 took it from.
- `async def __aiter__` becomes `def`.
- `get_event_loop()` or `get_running_loop()` without a loop becomes `new_event_loop()`, where the function runs the loop
  itself; not sure where the file asks for the loop elsewhere too.

Sources: https://docs.python.org/3/whatsnew/3.10.html#removed, https://docs.python.org/3/whatsnew/3.11.html#removed,
https://docs.python.org/3/reference/datamodel.html#asynchronous-iterators
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import POSTFIXED, called, dotted, function_around, keyword_of
from tracemend.fixes.toolkit.edits import without_argument, without_async
from tracemend.fixes.toolkit.failing import Failing, told
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import Module, whole
from tracemend.source.scopes import own_nodes

_REMOVED = lazy.regex(r"module 'asyncio' has no attribute 'coroutine'")
_LOOP = lazy.regex(r"got an unexpected keyword argument 'loop'|the \*loop\* parameter was removed")
_LOOPED = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Queue", "PriorityQueue", "LifoQueue",
           "sleep", "gather", "wait", "wait_for", "as_completed", "create_subprocess_exec", "create_subprocess_shell",
           "StreamReader", "open_connection", "start_server")  # fmt: skip
_AITER = lazy.regex(r"'async for' received an (?:object|invalid object) from __aiter__[^:]*: coroutine")
_NO_LOOP = lazy.regex(r"There is no current event loop|no running event loop")
_YIELD_FROM = lazy.regex(r"yield[ \t]+from\b[ \t]*")


def asyncio_moved(request: Request) -> Mend | None:
    """What older Pythons' asyncio had, as it is written now."""
    for pattern, form in ((_REMOVED, _async_for_decorator), (_LOOP, _without_loop), (_NO_LOOP, _new_loop)):
        asked = told(request, pattern)
        if asked is not None:
            return form(asked)
    source = request.place.source
    file = whole(source) if source is not None and _AITER.search(request.report.first_line) else None
    return _plain_aiter(file) if file is not None else None


def _of_asyncio(file: Module, call: ast.Call, names: tuple[str, ...]) -> bool:
    """Whether a call is of one of these functions or classes of asyncio."""
    imports, name = Imports(file.source), called(call)
    if name not in names:
        return False
    if isinstance(call.func, ast.Name) and file.scope_of(name, call) is None:
        return True  # `from asyncio import *`
    module = imports.find_module("asyncio") or "asyncio"
    return dotted(call.func) in (f"{module}.{name}", imports.find_name("asyncio", name))


def _async_for_decorator(at: Failing) -> Mend | None:
    """`async def` for every function with the decorator; `await` for its `yield from`."""
    file = at.file
    edits: list[TextEdit] = []
    for function in file.nodes:
        if not isinstance(function, ast.FunctionDef):
            continue
        marks = [one for one in function.decorator_list if dotted(one) in ("asyncio.coroutine", "coroutine")]
        if not marks:
            continue
        inner = list(own_nodes(function))
        if any(isinstance(one, ast.Yield) for one in inner):
            return None
        line, _ = file.source.position(file.span(marks[0])[0])
        begin = file.source.offset(line, 0)
        if file.source.line(line).strip() != f"@{file.text(marks[0])}":
            return None
        edits.append(TextEdit(begin, file.source.offset(line + 1, 0), ""))
        start, _ = file.span(function)
        edits.append(TextEdit(start, start, "async "))
        for one in inner:
            if isinstance(one, ast.YieldFrom):
                said = _YIELD_FROM.match(file.source.text, file.span(one)[0])
                if said is None or isinstance(file.parents.get(id(one)), ast.withitem):
                    return None  # `with (yield from lock)` was another form
                edits.append(TextEdit(said.start(), said.end(), "await "))
                if not isinstance(one.value, POSTFIXED):  # `await` binds closer
                    start, end = file.span(one.value)
                    edits += [TextEdit(start, start, "("), TextEdit(end, end, ")")]
    return Mend(tuple(edits)) if edits else None


def _without_loop(at: Failing) -> Mend | None:
    """`loop=` left out, in every call of asyncio of the file that takes it no longer."""
    file = at.file
    asked = at.parts(ast.Call, lambda call: called(call) in _LOOPED and keyword_of(call, "loop") is not None)
    if not any(_of_asyncio(file, call, _LOOPED) for call in asked):
        return None
    edits: list[TextEdit] = []
    for call in file.nodes:
        given = keyword_of(call, "loop") if isinstance(call, ast.Call) else None
        if given is None or not isinstance(call, ast.Call) or not _of_asyncio(file, call, _LOOPED):
            continue
        edit = without_argument(file, call, given)
        if edit is None:
            return None
        edits.append(edit)
    return Mend(tuple(edits)) if edits else None


def _new_loop(at: Failing) -> Mend | None:
    """`asyncio.new_event_loop()` where the function runs the loop itself."""
    file, function = at.file, function_around(at.statement)
    asking = ("get_event_loop", "get_running_loop")
    for call in at.parts(ast.Call, lambda call: called(call) in asking):
        holder = file.parents.get(id(call))
        if not isinstance(call.func, ast.Attribute) or not _of_asyncio(file, call, asking) or call.args:
            return None
        name = holder.targets[0] if isinstance(holder, ast.Assign) and len(holder.targets) == 1 else None
        around = function if function is not None else file.tree
        runs = [f"{dotted(name)}.run_until_complete", f"{dotted(name)}.run_forever"] if name is not None else []
        used = any(isinstance(one, ast.Call) and dotted(one.func) in runs for one in ast.walk(around))
        direct = isinstance(holder, ast.Attribute) and holder.attr == "run_until_complete"
        others = [one for one in file.nodes if isinstance(one, ast.Call) and called(one) == "get_event_loop"]
        _, end = file.span(call.func)
        edit = TextEdit(end - len(call.func.attr), end, "new_event_loop")
        return Mend((edit,), sure=all(one is call for one in others)) if used or direct else None
    return None


def _plain_aiter(file: Module) -> Mend | None:
    """`def __aiter__` for `async def __aiter__`, where it waits for nothing."""
    edits = []
    for one in file.nodes:
        if isinstance(one, ast.AsyncFunctionDef) and one.name == "__aiter__":
            waits = (ast.Await, ast.Yield, ast.AsyncFor, ast.AsyncWith)
            if any(isinstance(part, waits) or getattr(part, "is_async", 0) for part in ast.walk(one)):
                continue
            edit = without_async(file, one)
            edits += [edit] if edit is not None else []
    return Mend(tuple(edits)) if len(edits) == 1 else None


RECIPES = (
    Recipe(
        "asyncio-moved",
        "Writes what asyncio no longer has as it is written now.",
        asyncio_moved,
        unsure="The file asks for the current loop elsewhere too, which the new one is not.",
    ),
)

"""`gather-tasks`, `plain-block`, `asyncio-moved`: what asyncio's functions and statements are given.

- `gather-tasks`: `gather(tasks)` of a list becomes `gather(*tasks)`; `wait` gets tasks for coroutines, and a
  list; `done = await wait(tasks)` gets both of the sets that it gives.
- `plain-block`: `async with`, `async for` over what is not asynchronous become `with`, `for`; `async for` over the
  coroutine of an async function of the file, `for ... in await`.
- `asyncio-moved`: `@asyncio.coroutine` with `yield from` becomes `async def` with `await`; `loop=` is left out where
  Python 3.10 removed it; `async def __aiter__` becomes `def`; `get_event_loop()` or
  `get_running_loop()` without a loop `new_event_loop()`.

Sources: https://docs.python.org/3/library/asyncio-task.html#asyncio.gather,
https://docs.python.org/3/whatsnew/3.10.html#removed, https://docs.python.org/3/whatsnew/3.11.html#removed,
https://docs.python.org/3/reference/datamodel.html#asynchronous-iterators
"""

from __future__ import annotations

import ast
import re

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, function_around, keyword_of
from tracemend.fixes.toolkit.edits import merged, without_argument
from tracemend.fixes.toolkit.failing import Failing, told
from tracemend.fixes.toolkit.names import free_name
from tracemend.source.module import Module, whole
from tracemend.source.reach import elements, reach
from tracemend.source.scopes import own_nodes

_LISTED = re.compile(r"unhashable type: '(?:list|set|dict)'|awaitable is required|Task got bad yield")
_FORBIDDEN = re.compile(r"Passing coroutines is forbidden, use tasks explicitly")
_SINGLE = re.compile(
    r"expects? an? (?:list|iterable) of (?:futures|awaitables), not (?P<given>coroutine|\w*Task|\w*Future)"
    r"|(?:wait|as_completed)\(\) takes 1 positional argument but \d+ were given"
)
_SETS = re.compile(r"'set' object has no attribute '(?:result|exception|cancel|done|get_name)'")
_ASYNC_WITH = re.compile(
    r"'(?P<type>[\w.]+)' object does not support the asynchronous context manager protocol|^__aenter__$"
)
_ASYNC_FOR = re.compile(r"'async for' requires an object with __aiter__ method, got (?P<type>[\w.]+)")
_REMOVED = re.compile(r"module 'asyncio' has no attribute 'coroutine'")
_LOOP = re.compile(r"got an unexpected keyword argument 'loop'|the \*loop\* parameter was removed")
_LOOPED = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Queue", "PriorityQueue", "LifoQueue",
           "sleep", "gather", "wait", "wait_for", "as_completed", "create_subprocess_exec", "create_subprocess_shell",
           "StreamReader", "open_connection", "start_server")  # fmt: skip
_AITER = re.compile(r"'async for' received an (?:object|invalid object) from __aiter__[^:]*: coroutine")
_NO_LOOP = re.compile(r"There is no current event loop|no running event loop")
_PLAIN_WITH = ("open", "closing", "suppress", "Lock", "RLock", "Popen", "TemporaryDirectory", "NamedTemporaryFile",
               "ThreadPoolExecutor", "ProcessPoolExecutor", "connect", "socket", "ZipFile")  # fmt: skip

_PLAIN_CLIENTS = ("Client", "Session")


def _calls(at: Failing, *names: str) -> list[ast.Call]:
    return at.parts(ast.Call, lambda call: called(call) in names)


def gather_tasks(request: Request) -> Mend | None:
    """A list spread for gather, tasks for wait."""
    asked = told(request, _FORBIDDEN)
    if asked is not None:
        return _tasks_for_wait(asked)
    for pattern, form in ((_SINGLE, _listed_for_wait), (_SETS, _two_sets)):
        asked = told(request, pattern)
        if asked is not None:
            return form(asked)
    asked = told(request, _LISTED)
    if asked is None:
        return None
    for call in _calls(asked, "gather"):
        if len(call.args) != 1 or isinstance(call.args[0], ast.Starred):
            continue
        arg = call.args[0]
        sources = reach(asked.file, arg)
        listed = (ast.List, ast.ListComp, ast.Tuple, ast.Set, ast.SetComp, ast.GeneratorExp)
        sure = sources is not None and all(isinstance(one, listed) for one in sources)
        if not sure and "unhashable" not in request.report.first_line:
            return None
        start, end = asked.file.span(arg)
        if end == asked.file.span(call)[1]:  # a generator whose parentheses are the call's
            return Mend((TextEdit(start + 1, start + 1, "*("), TextEdit(end, end, ")")))
        own = isinstance(arg, ast.List | ast.Tuple) and not any(isinstance(one, ast.Starred) for one in arg.elts)
        return Mend((TextEdit(start, start, "*"),), sure=sure or own)
    return None


def _tasks_for_wait(at: Failing) -> Mend | None:
    """`create_task` around each coroutine that wait is given."""
    file = at.file
    for call in _calls(at, "wait"):
        sources = reach(file, call.args[0]) if call.args else None
        node = sources[0] if sources is not None and len(sources) == 1 else None
        made = elements(node) if node is not None else None
        if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp):
            made = [node.elt]
        if not made or not all(isinstance(one, ast.Call) for one in made) or not isinstance(call.func, ast.Attribute):
            return None
        if any(called(one) in ("create_task", "ensure_future") for one in made if isinstance(one, ast.Call)):
            return None
        module = dotted(call.func.value)
        edits = []
        for one in made:
            start, end = file.span(one)
            edits += [TextEdit(start, start, f"{module}.create_task("), TextEdit(end, end, ")")]
        return Mend(tuple(edits)) if module is not None else None
    return None


def _listed_for_wait(at: Failing) -> Mend | None:
    """`wait([one, other])` for `wait(one, other)`; `wait(tasks)` for `wait(*tasks)`. What wait needs tasks of, and is
    given as coroutines, becomes tasks."""
    file = at.file
    calls = [one for one in _calls(at, "wait", "as_completed") if one.args]
    if len(calls) != 1 or not isinstance(calls[0].func, ast.Attribute):
        return None
    call, module = calls[0], dotted(calls[0].func.value)
    if module is None or file.source.text[file.span(call.func)[1]] != "(":
        return None
    edits: list[TextEdit] = []
    needs = called(call) == "wait"
    for one in call.args:
        starred = isinstance(one, ast.Starred)
        sources = reach(file, one.value if isinstance(one, ast.Starred) else one) or []
        made = [part for source in sources for part in _items_of(source, starred)]
        if not made or not all(isinstance(part, ast.Call) for part in made):
            return None
        tasks = all(called(part) in ("create_task", "ensure_future") for part in made if isinstance(part, ast.Call))
        if needs and not tasks:
            if starred or one is not sources[0] or any(
                isinstance(part, ast.Call) and called(part) in ("create_task", "ensure_future") for part in made
            ):  # fmt: skip
                return None
            start, end = file.span(one)
            edits += [TextEdit(start, start, f"{module}.create_task("), TextEdit(end, end, ")")]
    first, last = call.args[0], call.args[-1]
    if isinstance(first, ast.Starred) and first is last:
        start, inner = file.span(first)[0], file.span(first.value)[0]
        return Mend((TextEdit(start, inner, ""),)) if file.source.text[start:inner] == "*" else None
    start, end = file.span(first)[0], file.span(last)[1]
    return Mend(merged([TextEdit(start, start, "["), *edits, TextEdit(end, end, "]")]))


def _items_of(node: ast.expr, starred: bool) -> list[ast.expr]:
    """What a list holds, as far as it is written; the expression itself where it is no list."""
    if not starred:
        return [node]
    if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp):
        return [node.elt]
    return elements(node) or []


def _two_sets(at: Failing) -> Mend | None:
    """`done, pending = await asyncio.wait(...)` for `done = ...`, whose tasks a loop goes over."""
    file = at.file
    for name in at.every(ast.Name):
        scope = file.scope_of(name.id, name)
        loops = [one for one in file.nodes if isinstance(one, ast.For) and isinstance(one.target, ast.Name)
                 and one.target.id == name.id and isinstance(one.iter, ast.Name)
                 and file.scope_of(name.id, one.target) is scope]  # fmt: skip
        for loop in loops:
            source = loop.iter
            value = file.only_value(source.id, source) if isinstance(source, ast.Name) else None
            node = value[1] if value is not None else None
            waits = isinstance(node, ast.Await) and isinstance(node.value, ast.Call) and called(node.value) == "wait"
            if value is None or not waits or not isinstance(value[0], ast.Assign):
                continue
            end = file.span(value[0].targets[0])[1]
            return Mend((TextEdit(end, end, f", {free_name(file.source, 'pending', 'rest')}"),))
    return None


def plain_block(request: Request) -> Mend | None:
    """`with` and `for` without `async`."""
    asked = told(request, _ASYNC_WITH)
    if asked is not None:
        return _plain_with(asked, request.report.first_line)
    asked = told(request, _ASYNC_FOR)
    return None if asked is None else _plain_for(asked, request.report.first_line)


def _without_async(file: Module, node: ast.stmt) -> TextEdit | None:
    start, _ = file.span(node)
    found = re.compile(r"async[ \t]+").match(file.source.text, start)
    return TextEdit(start, found.end(), "") if found is not None else None


def _plain_with(at: Failing, message: str) -> Mend | None:
    file, node = at.file, at.node
    found = _ASYNC_WITH.search(message)
    if not isinstance(node, ast.AsyncWith) or len(node.items) != 1 or found is None:
        return None
    kind = found["type"] or ""
    edit = _without_async(file, node)
    if edit is None or kind == "coroutine":
        return None
    sources = reach(file, node.items[0].context_expr) or []
    calls = [one for one in sources if isinstance(one, ast.Call)]
    own = next((one for one in file.nodes if isinstance(one, ast.ClassDef) and one.name == kind), None)
    if own is not None:
        enters = any(isinstance(one, ast.FunctionDef) and one.name == "__enter__" for one in own.body)
        return Mend((edit,)) if enters else None
    known = kind.startswith(("_io.", "_thread.", "_GeneratorContextManager", "contextlib."))
    clients = bool(calls) and all(called(one) in _PLAIN_CLIENTS for one in calls)
    known = known or (clients and _awaits_none(file, node))
    known = known or (bool(calls) and len(calls) == len(sources) and all(called(one) in _PLAIN_WITH for one in calls))
    return Mend((edit,), sure=known)


def _awaits_none(file: Module, node: ast.AsyncWith) -> bool:
    """Whether no request of the client that the block opens is awaited."""
    opened = node.items[0].optional_vars
    name = dotted(opened) if opened is not None else None
    requests = [
        one
        for one in file.nodes
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and dotted(one.func.value) == name
    ]
    return bool(requests) and not any(
        isinstance(file.parents.get(id(one)), ast.Await | ast.withitem) for one in requests
    )


def _plain_for(at: Failing, message: str) -> Mend | None:
    file, node = at.file, at.node
    found = _ASYNC_FOR.search(message)
    kind = found["type"] if found is not None else ""
    if isinstance(node, ast.AsyncFor):
        edit, source = _without_async(file, node), node.iter
    else:
        loops = [one for part in ast.walk(node) if isinstance(part, ast.comprehension) for one in [part]
                 if one.is_async] if isinstance(node, ast.stmt) else []  # fmt: skip
        if len(loops) != 1:
            return None
        target, _ = file.span(loops[0].target)
        begun = list(re.finditer(r"\basync[ \t]+(?=for\s)", file.source.text[:target]))
        edit, source = (TextEdit(begun[-1].start(), begun[-1].end(), "") if begun else None), loops[0].iter
    if edit is None:
        return None
    if kind != "coroutine":
        own = any(isinstance(one, ast.ClassDef) and one.name == kind for one in file.nodes)
        return Mend((edit,), sure=not own)
    if not isinstance(source, ast.Call) or (isinstance(node, ast.stmt) and not isinstance(node, ast.AsyncFor)):
        return None
    start, _ = file.span(source)
    return Mend((edit, TextEdit(start, start, "await ")))


def asyncio_moved(request: Request) -> Mend | None:
    """What older Pythons' asyncio had, as it is written now."""
    for pattern, form in ((_REMOVED, _async_for_decorator), (_LOOP, _without_loop), (_NO_LOOP, _new_loop)):
        asked = told(request, pattern)
        if asked is not None:
            return form(asked)
    source = request.place.source
    file = whole(source) if source is not None and _AITER.search(request.report.first_line) else None
    return _plain_aiter(file) if file is not None else None


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
                edits.append(TextEdit(file.span(one)[0], file.span(one.value)[0], "await "))
    return Mend(tuple(edits)) if edits else None


def _without_loop(at: Failing) -> Mend | None:
    """`loop=` left out, in every call of asyncio of the file that takes it no longer."""
    file = at.file
    if not any(keyword_of(call, "loop") is not None for call in _calls(at, *_LOOPED)):
        return None
    edits: list[TextEdit] = []
    for call in file.nodes:
        given = keyword_of(call, "loop") if isinstance(call, ast.Call) and called(call) in _LOOPED else None
        if given is None or not isinstance(call, ast.Call):
            continue
        edit = without_argument(file, call, given)
        if edit is None:
            return None
        edits.append(edit)
    return Mend(tuple(edits)) if edits else None


def _new_loop(at: Failing) -> Mend | None:
    """`asyncio.new_event_loop()` where the function runs the loop itself."""
    file, function = at.file, function_around(at.statement)
    for call in _calls(at, "get_event_loop", "get_running_loop"):
        holder = file.parents.get(id(call))
        if not isinstance(call.func, ast.Attribute) or dotted(call.func.value) != "asyncio" or call.args:
            return None
        name = holder.targets[0] if isinstance(holder, ast.Assign) and len(holder.targets) == 1 else None
        around = function if function is not None else file.tree
        runs = [f"{dotted(name)}.run_until_complete", f"{dotted(name)}.run_forever"] if name is not None else []
        used = any(isinstance(one, ast.Call) and dotted(one.func) in runs for one in ast.walk(around))
        direct = isinstance(holder, ast.Attribute) and holder.attr == "run_until_complete"
        _, end = file.span(call.func)
        start, _ = file.span(call.func.value)
        return Mend((TextEdit(start, end, "asyncio.new_event_loop"),)) if used or direct else None
    return None


def _plain_aiter(file: Module) -> Mend | None:
    """`def __aiter__` for `async def __aiter__`, where it waits for nothing."""
    edits = []
    for one in file.nodes:
        if isinstance(one, ast.AsyncFunctionDef) and one.name == "__aiter__":
            if any(isinstance(part, ast.Await | ast.Yield | ast.AsyncFor | ast.AsyncWith) for part in ast.walk(one)):
                continue
            edit = _without_async(file, one)
            edits += [edit] if edit is not None else []
    return Mend(tuple(edits)) if len(edits) == 1 else None


RECIPES = (
    Recipe(
        "gather-tasks",
        "Hands the tasks over as gather and wait take them.",
        gather_tasks,
        unsure="The code does not show that it is a list of coroutines.",
    ),
    Recipe(
        "plain-block",
        "Takes async off a with or for over what is not asynchronous.",
        plain_block,
        unsure="The object may be meant to be an asynchronous one.",
    ),
    Recipe("asyncio-moved", "Writes what asyncio no longer has as it is written now.", asyncio_moved),
)

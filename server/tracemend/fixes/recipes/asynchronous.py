"""`async-block`, `await-run`, `drop-await`, `call-coroutine`: asynchronous code where it has to be, and only there.

- `async-block`: `with` or `for` over what is asynchronous becomes `async with`, `async for`, in an async function;
  a plain one that the module calls, and nothing else, becomes async and is run by `asyncio.run`.
- `await-run`: `asyncio.run(x)` and `loop.run_until_complete(x)` in an async function, whose loop runs already, become
  `await x`.
  A plain function of the file that does so is made async, where only async functions call it.
- `drop-await`: the result of a plain function needs no `await`: the file's own, a built-in one, a method that waits
  for nothing (`put_nowait`, `append`). `time.sleep` becomes `asyncio.sleep`, `for x in await pages()` of an async
  generator `async for x in pages()`.
  A future of threads is wrapped: `await asyncio.wrap_future(pool.submit(work))`. `create_task(await work())` gets the
  coroutine itself, and so does `gather`.
- `call-coroutine`: `asyncio.run(main)` becomes `asyncio.run(main())`, where main takes no arguments;
  `create_task(work, 1)` becomes `create_task(work(1))`.

Sources: https://docs.python.org/3/library/asyncio-runner.html#asyncio.run,
https://docs.python.org/3/reference/compound_stmts.html#the-async-with-statement
"""

from __future__ import annotations

import ast
import builtins
import re

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, function_around, nearest_to_carets
from tracemend.fixes.toolkit.coroutines import made_async, owner_of
from tracemend.fixes.toolkit.failing import Failing, told
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.fixes.toolkit.names import free_name
from tracemend.source.module import Module, whole
from tracemend.source.reach import attribute_values, reach
from tracemend.source.statement import Statement, own_parts

_WITH = re.compile(
    r"object does not support the context manager protocol|^__enter__$|has no attribute '__enter__'|"
    r"^Use async with instead"
)
_SAYS_ASYNC = re.compile(
    r"^Use async with instead|supports the asynchronous context manager protocol|"
    r"'(?:_AsyncGeneratorContextManager|_RequestContextManager|_WSRequestContextManager|AiofilesContextManager|"
    r"Timeout|TaskGroup)' object"
)
"""The message itself says so, or names a type that only `async with` enters."""
_FOR = re.compile(r"'async_generator' object is not iterable")
_RUNS = re.compile(
    r"cannot be called from a running event loop|This event loop is already running|Cannot run the event loop"
)
_AWAIT = re.compile(
    r"object \w+ can't be used in 'await' expression|'\w+' object can't be awaited"
    r'|" is not awaitable$|Incompatible types in "await" \('
)
_COROUTINE = re.compile(
    r"A coroutine object is required|a coroutine was expected, got <function (\w+) at|awaitable is required|"
    r"(?:create_task|ensure_future|run|run_until_complete)\(\) takes \d+ positional arguments? but \d+ were given"
)
_GIVEN = re.compile(r"a coroutine was expected, got (?!<function|<Task|<_Gathering)|awaitable is required")
_TAKERS = ("create_task", "ensure_future", "gather", "shield", "wait_for")
_COLLECTORS = ("list", "tuple", "set", "sum", "sorted", "max", "min", "enumerate", "len", "join", "dict")
_AT_ONCE = frozenset(
    ("put_nowait", "get_nowait", "task_done", "cancel", "release", "call_soon", "create_task", "get_running_loop",
     "append", "extend", "insert", "update", "add", "setdefault", "is_set", "done", "remove", "sort", "split")
)  # fmt: skip
"""Methods of the standard library that no asynchronous library waits for."""
_PLAIN_OF_ASYNCIO = {
    "Event": ("set", "clear"),
    "Semaphore": (),
    "Task": ("result", "exception"),
    "TestClient": ("get", "post", "put", "patch", "delete", "head", "options", "request"),
}
_ASYNC_MODULES = ("aiosqlite.", "aiofiles.", "asyncpg.", "aiomysql.", "redis.asyncio.")
"""What these make is entered by `async with` alone."""
_ASYNC_ONLY = (
    "Lock",
    "Semaphore",
    "BoundedSemaphore",
    "Condition",
    "timeout",
    "TaskGroup",
    "ClientSession",
    "AsyncClient",
)


def _in_async(statement: Statement) -> bool:
    return isinstance(function_around(statement), ast.AsyncFunctionDef)


def async_block(request: Request) -> Mend | None:
    """`async` before the `with` or `for`."""
    statement, message = request.place.statement, request.report.first_line
    if statement is None:
        return None
    node = statement.node
    if not _in_async(statement):
        fits = _WITH.search(message) and isinstance(node, ast.With) and len(node.items) == 1
        return _async_main(statement, message) if fits or (_FOR.search(message) and isinstance(node, ast.For)) else None
    if _WITH.search(message) and isinstance(node, ast.With):
        if len(node.items) != 1:
            return None
        start, _ = statement.span(node)
        return Mend(
            (TextEdit(start, start, "async "),), sure=_is_asynchronous(statement, node.items[0].context_expr, message)
        )
    if not _FOR.search(message):
        return None
    if isinstance(node, ast.For):
        start, _ = statement.span(node)
        return Mend((TextEdit(start, start, "async "),))
    loops = [part for part in own_parts(node) if isinstance(part, ast.comprehension)]
    if not loops:
        return _collected(statement)
    if len(loops) != 1 or loops[0].is_async:
        return None
    target, _ = statement.span(loops[0].target)
    before = statement.source.text.rfind("for", 0, target)
    return Mend((TextEdit(before, before, "async "),)) if before >= 0 else None


def _collected(statement: Statement) -> Mend | None:
    """`list(pages())` becomes `[item async for item in pages()]`; another function gets that list."""
    parts = [part for part in own_parts(statement.node) if isinstance(part, ast.Call) and called(part) in _COLLECTORS]
    near = nearest_to_carets(statement, parts)
    if len(near) != 1 or len(near[0].args) != 1 or isinstance(near[0].args[0], ast.Starred | ast.GeneratorExp):
        return None
    call, source = near[0], near[0].args[0]
    item = free_name(statement.source, "item", "one")
    made = f"[{item} async for {item} in {statement.text(source)}]"
    start, end = statement.span(call if called(call) == "list" and not call.keywords else source)
    return Mend((TextEdit(start, end, made),)) if "#" not in statement.source.text[start:end] else None


def _async_main(statement: Statement, message: str) -> Mend | None:
    """`async` before a block of a plain function that the module's own level calls and nothing else, before the
    function, and `asyncio.run` around the calls."""
    file = whole(statement.source)
    node = file.same(statement, statement.node) if file is not None else None
    if file is None or node is None:
        return None
    if isinstance(node, ast.With) and not _is_asynchronous(
        statement,
        statement.node.items[0].context_expr,  # type: ignore[attr-defined]
        message,
    ):
        return None
    function = next((one for one in file.around(node) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)), None)
    if (
        not isinstance(function, ast.FunctionDef)
        or function.decorator_list
        or file.function(function.name) is not function
    ):
        return None
    if any(isinstance(part, ast.Yield | ast.YieldFrom) for part in ast.walk(function)):
        return None
    edits: list[TextEdit] = []
    imports = imports_for(file.source, 1, True)
    for use in file.uses(function.name, file.tree):
        call = file.parents.get(id(use))
        inside = any(isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) for one in file.around(use))
        if not isinstance(call, ast.Call) or call.func is not use or inside:
            return None
        start, end = file.span(call)
        edits += [TextEdit(start, start, f"{imports.module('asyncio')}.run("), TextEdit(end, end, ")")]
    if not edits:
        return None
    starts = [file.span(function)[0], file.span(node)[0]]
    return Mend((*imports.edits(), *edits, *(TextEdit(at, at, "async ") for at in starts)))


def _is_asynchronous(statement: Statement, node: ast.expr, message: str) -> bool:
    """Whether what a `with` enters is known, or made by the file, to be asynchronous alone."""
    if _SAYS_ASYNC.search(message):
        return True
    file = whole(statement.source)
    same = file.same(statement, node) if file is not None else None
    if file is None or not isinstance(same, ast.expr):
        return False
    sources = attribute_values(file, same) if isinstance(same, ast.Attribute) else reach(file, same)
    value = sources[0] if sources is not None and len(sources) == 1 else None
    if not isinstance(value, ast.Call):
        return False
    if (dotted(value.func) or "").startswith(_ASYNC_MODULES):
        return True
    if (dotted(value.func) or "").startswith(("asyncio.", "aiohttp.", "httpx.Async")):
        return called(value) in _ASYNC_ONLY
    return any(
        isinstance(part, ast.ClassDef | ast.AsyncFunctionDef)
        and part.name == called(value)
        and (
            isinstance(part, ast.AsyncFunctionDef)
            or any(isinstance(one, ast.AsyncFunctionDef) and one.name == "__aenter__" for one in part.body)
        )
        for part in file.nodes
    )


def await_run(request: Request) -> Mend | None:
    """`await` for a second loop."""
    statement = request.place.statement
    if statement is None or not _RUNS.search(request.report.first_line):
        return None
    parts = [part for part in own_parts(statement.node) if isinstance(part, ast.Call) and len(part.args) == 1]
    found = [part for part in parts if dotted(part.func) == "asyncio.run" or called(part) == "run_until_complete"]
    if len(found) != 1 or found[0].keywords:
        return None
    call = found[0]
    start, end = statement.span(call)
    first, last = statement.span(call.args[0])
    text = statement.source.text
    if "#" in text[start:first] or "#" in text[last:end]:
        return None
    if not _in_async(statement):
        return _run_in_plain(statement, call)
    if re.match(r"\s*(?:[.\[(]|\*\*)", text[end:]):  # what binds closer than await
        return Mend((TextEdit(start, first, "(await "), TextEdit(last, end, ")")))
    return Mend((TextEdit(start, first, "await "), TextEdit(last, end, "")))


def _run_in_plain(statement: Statement, call: ast.Call) -> Mend | None:
    """`await` for a loop that a plain function runs, which async functions call: it becomes async."""
    file = whole(statement.source)
    same = file.same(statement, call) if file is not None else None
    function = owner_of(file, same) if file is not None and same is not None else None
    if file is None or not isinstance(same, ast.Call) or not isinstance(function, ast.FunctionDef):
        return None
    imports = imports_for(file.source, 1, True)
    made = made_async(file, function, imports, same)
    if made is None or not made[1] or any("run(" in edit.text for edit in made[0]):
        return None  # nothing is seen to call it, or plain code does: there the loop has to be run
    start, end = file.span(same)
    first, last = file.span(same.args[0])
    tail = file.source.text[end:]
    tight = re.match(r"\s*(?:[.\[(]|\*\*)", tail) is not None
    edits = (TextEdit(start, first, "(await " if tight else "await "), TextEdit(last, end, ")" if tight else ""))
    return Mend((*edits, *made[0]))


def drop_await(request: Request) -> Mend | None:
    """No `await` before a plain function, nor before a coroutine that becomes a task."""
    given = told(request, _GIVEN)
    if given is not None:
        return _not_yet_awaited(given)
    at = told(request, _AWAIT)
    found = at.parts(ast.Await) if at is not None else []
    if at is None or len(found) != 1 or not isinstance(found[0].value, ast.Call):
        return None
    file, node, call = at.file, found[0], found[0].value
    if re.search(r"\bFuture\b", request.report.first_line):
        wraps = called(call) in ("submit", "run_coroutine_threadsafe")
        imports = imports_for(file.source, call.lineno, True)
        start, end = file.span(call)
        name = imports.name("asyncio", "wrap_future")
        edits = (*imports.edits(), TextEdit(start, start, f"{name}("), TextEdit(end, end, ")"))
        return Mend(edits) if wraps else None
    if dotted(call.func) == "time.sleep":
        imports = imports_for(file.source, call.lineno, True)
        start, end = file.span(call.func)
        name = imports.module("asyncio")
        return Mend((*imports.edits(), TextEdit(start, end, f"{name}.sleep")))
    start, _ = file.span(node)
    inner, _ = file.span(call)
    if "#" in file.source.text[start:inner]:
        return None
    if "async_generator" in request.report.first_line:
        loop = file.parents.get(id(node))
        if not isinstance(loop, ast.For) or loop.iter is not node:
            return None
        begin, _ = file.span(loop)
        return Mend((TextEdit(begin, begin, "async "), TextEdit(start, inner, "")))
    return Mend((TextEdit(start, inner, ""),)) if _is_plain(file, call) else None


def _not_yet_awaited(at: Failing) -> Mend | None:
    """Coroutines for `create_task` and `gather` that are awaited before they get them."""
    calls = [one for one in at.parts(ast.Call) if called(one) in _TAKERS]
    awaits = [arg for call in calls for arg in (call.args[:1] if called(call) != "gather" else call.args)
              if isinstance(arg, ast.Await)]  # fmt: skip
    edits = []
    for one in awaits:
        start, inner = at.file.span(one)[0], at.file.span(one.value)[0]
        if not isinstance(one.value, ast.Call) or at.file.source.text[start:inner].strip() != "await":
            return None
        edits.append(TextEdit(start, inner, ""))
    return Mend(tuple(edits)) if edits and len(calls) == 1 else None


def _is_plain(file: Module, call: ast.Call) -> bool:
    """Whether what is called gives its result at once: the file's one plain function or method of that name, a built-in
    function, a class's or a module's that is no asynchronous one."""
    name = called(call)
    every = [part for part in file.nodes
             if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) and part.name == name]  # fmt: skip
    if every:
        return len(every) == 1 and isinstance(every[0], ast.FunctionDef) and not every[0].decorator_list
    if isinstance(call.func, ast.Name):
        return hasattr(builtins, name) and file.scope_of(name, call) is None
    if name in _AT_ONCE:
        return True
    root = (dotted(call.func) or "").partition(".")[0]
    if root in _PLAIN_MODULES and file.scope_of(root, call) is file.tree:
        return True
    receiver = call.func.value if isinstance(call.func, ast.Attribute) else None
    bound = file.only_value(receiver.id, receiver) if isinstance(receiver, ast.Name) else None
    made = called(bound[1]) if bound is not None and isinstance(bound[1], ast.Call) else ""
    return name in _PLAIN_OF_ASYNCIO.get(made, ())


_PLAIN_MODULES = (
    "requests",
    "json",
    "os",
    "random",
    "math",
    "subprocess",
    "shutil",
    "logging",
    "sys",
    "re",
    "csv",
    "pathlib",
)


def call_coroutine(request: Request) -> Mend | None:
    """`()` behind the functions whose coroutines are wanted."""
    at = told(request, _COROUTINE)
    if at is None:
        return None
    for call in at.parts(ast.Call):
        handed = _handed_apart(at.file, call)
        if handed is not None:
            return handed
        edits: list[TextEdit] = []
        for arg in call.args:
            function = at.file.function(arg.id) if isinstance(arg, ast.Name) else None
            if isinstance(function, ast.AsyncFunctionDef):
                every = function.args
                needed = len(every.posonlyargs) + len(every.args) - len(every.defaults)
                if needed or any(default is None for default in every.kw_defaults):
                    return None
                _, end = at.file.span(arg)
                edits.append(TextEdit(end, end, "()"))
        if edits:
            return Mend(tuple(edits))
    return None


def _handed_apart(file: Module, call: ast.Call) -> Mend | None:
    """`create_task(work, 1)`, as threads are given their functions, written `create_task(work(1))`."""
    if called(call) not in ("create_task", "ensure_future", "run", "run_until_complete") or len(call.args) < 2:
        return None
    first, last = call.args[0], call.args[-1]
    every = [one for one in file.nodes if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)
             and one.name == (dotted(first) or "").rpartition(".")[2]]  # fmt: skip
    if len(every) != 1 or not isinstance(every[0], ast.AsyncFunctionDef):
        return None
    method = isinstance(file.parents.get(id(every[0])), ast.ClassDef)
    names = [*every[0].args.posonlyargs, *every[0].args.args][1 if method else 0 :]
    given = len(call.args) - 1
    fits = len(names) - len(every[0].args.defaults) <= given and (given <= len(names) or every[0].args.vararg)
    (_, end), (start, _), (_, stop) = file.span(first), file.span(call.args[1]), file.span(last)
    if not fits or file.source.text[end:start].strip() != ",":
        return None
    return Mend((TextEdit(end, start, "("), TextEdit(stop, stop, ")")))


RECIPES = (
    Recipe(
        "async-block",
        "Writes async before the with or for.",
        async_block,
        unsure="The code does not show that the object is an asynchronous one.",
    ),
    Recipe("await-run", "Awaits in the loop that runs already.", await_run),
    Recipe("drop-await", "Takes the await off a plain function's result.", drop_await),
    Recipe("call-coroutine", "Calls the async function, so that there is a coroutine.", call_coroutine),
)

"""`await-run`, `drop-await`, `call-coroutine`: coroutines where they are wanted, and only there.

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
https://docs.python.org/3/reference/expressions.html#await-expression
"""

from __future__ import annotations

import ast
import builtins
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import POSTFIXED, called, chain, dotted, function_around, parents_in
from tracemend.fixes.toolkit.coroutines import made_async, owner_of
from tracemend.fixes.toolkit.failing import Failing, told
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.source.module import Module, whole
from tracemend.source.statement import Statement, own_parts

_RUNS = lazy.regex(
    r"cannot be called from a running event loop|This event loop is already running|Cannot run the event loop"
)
_AWAIT = lazy.regex(
    r"object \w+ can't be used in 'await' expression|'\w+' object can't be awaited"
    r'|" is not awaitable$|Incompatible types in "await" \('
)
_COROUTINE = lazy.regex(
    r"A coroutine object is required|a coroutine was expected, got <function (\w+) at|awaitable is required|"
    r"(?:create_task|ensure_future|run|run_until_complete)\(\) takes \d+ positional arguments? but \d+ were given"
)
_AWAITS = lazy.regex(r"await\b[ \t]*(?![ \t\r\n#\\])")
_GIVEN = lazy.regex(r"a coroutine was expected, got (?!<function|<Task|<_Gathering)|awaitable is required")
_TAKERS = ("create_task", "ensure_future", "gather", "shield", "wait_for")
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


def await_run(request: Request) -> Mend | None:
    """`await` for a second loop."""
    statement = request.place.statement
    if statement is None or not _RUNS.search(request.report.first_line):
        return None
    parts = [part for part in own_parts(statement.node) if isinstance(part, ast.Call) and len(part.args) == 1]
    found = [part for part in parts if dotted(part.func) == "asyncio.run" or called(part) == "run_until_complete"]
    if len(found) != 1 or found[0].keywords or isinstance(found[0].args[0], ast.Starred):
        return None
    call = found[0]
    if any(isinstance(one, ast.Lambda | ast.GeneratorExp) for one in chain(call, parents_in(statement.node))):
        return None  # no `await` can stand in a lambda, and one makes an asynchronous generator of the other
    start, end = statement.span(call)
    first, last = statement.span(call.args[0])
    text = statement.source.text
    if "#" in text[start:first] or "#" in text[last:end]:
        return None
    if not isinstance(function_around(statement), ast.AsyncFunctionDef):
        return _run_in_plain(statement, call)
    return Mend(_awaiting(text, (start, end), (first, last), call.args[0]))


def _awaiting(text: str, outer: tuple[int, int], inner: tuple[int, int], given: ast.expr) -> tuple[TextEdit, TextEdit]:
    """`await x` for a call that is given x, in parentheses where something binds closer than `await`."""
    (start, end), (first, last) = outer, inner
    opening, closing = ("", "") if isinstance(given, POSTFIXED) else ("(", ")")
    if re.match(r"[ \t]*(?:[.\[(]|\*\*)", text[end:]):
        return TextEdit(start, first, f"(await {opening}"), TextEdit(last, end, f"{closing})")
    return TextEdit(start, first, f"await {opening}"), TextEdit(last, end, closing)


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
    edits = _awaiting(file.source.text, file.span(same), file.span(same.args[0]), same.args[0])
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
    said = _AWAITS.match(file.source.text, start)
    if said is None:
        return None
    inner = said.end()
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
    Recipe("await-run", "Awaits in the loop that runs already.", await_run),
    Recipe("drop-await", "Takes the await off a plain function's result.", drop_await),
    Recipe("call-coroutine", "Calls the async function, so that there is a coroutine.", call_coroutine),
)

"""`plain-block`: `async with`, `async for` over what is not asynchronous become `with`, `for`; `async for` over the
coroutine of an async function of the file, `for ... in await`.

Not sure where the object's type is not known to be entered, or gone through, without `await`; where the block awaits
what the object gives; nor where it awaits while it holds a lock of threads, which would stop the loop.

Sources: https://docs.python.org/3/reference/compound_stmts.html#the-async-with-statement,
https://docs.python.org/3/library/asyncio-sync.html
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted
from tracemend.fixes.toolkit.edits import without_async
from tracemend.fixes.toolkit.failing import Failing, told
from tracemend.source.module import Module
from tracemend.source.reach import reach
from tracemend.source.scopes import own_nodes

_ASYNC_WITH = lazy.regex(
    r"'(?P<type>[\w.]+)' object does not support the asynchronous context manager protocol|^__aenter__$"
)
_ASYNC_FOR = lazy.regex(r"'async for' requires an object with __aiter__ method, got (?P<type>[\w.]+)")
_PLAIN_WITH = ("open", "closing", "suppress", "Lock", "RLock", "Popen", "TemporaryDirectory", "NamedTemporaryFile",
               "ThreadPoolExecutor", "ProcessPoolExecutor", "connect", "socket", "ZipFile")  # fmt: skip
_PLAIN_CLIENTS = ("Client", "Session")


_LOCKS = ("Lock", "RLock")
_ITERABLE = frozenset(
    ("list", "tuple", "dict", "set", "frozenset", "str", "bytes", "range", "generator", "dict_keys", "dict_values",
     "dict_items", "map", "filter", "zip", "enumerate", "reversed", "list_iterator")
)  # fmt: skip
"""Types that `for` goes through."""


def plain_block(request: Request) -> Mend | None:
    """`with` and `for` without `async`."""
    asked = told(request, _ASYNC_WITH)
    if asked is not None:
        return _plain_with(asked, request.report.first_line)
    asked = told(request, _ASYNC_FOR)
    return None if asked is None else _plain_for(asked, request.report.first_line)


def _plain_with(at: Failing, message: str) -> Mend | None:
    file, node = at.file, at.node
    found = _ASYNC_WITH.search(message)
    if not isinstance(node, ast.AsyncWith) or len(node.items) != 1 or found is None:
        return None
    kind = found["type"] or ""
    edit = without_async(file, node)
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
    held = kind.startswith("_thread.") or any(called(one) in _LOCKS for one in calls)
    waits = any(isinstance(part, ast.Await) for one in node.body for part in ast.walk(one))
    return Mend((edit,), sure=known and not (held and waits) and not _awaits_opened(file, node))


def _awaits_opened(file: Module, node: ast.AsyncWith) -> bool:
    """Whether the block awaits a method of what it opens, as of an asynchronous one."""
    opened = node.items[0].optional_vars
    return isinstance(opened, ast.Name) and any(
        isinstance(part, ast.Await) and isinstance(part.value, ast.Call)
        and (dotted(part.value.func) or "").startswith(f"{opened.id}.")
        for one in node.body
        for part in ast.walk(one)
    )  # fmt: skip


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
        edit, source = without_async(file, node), node.iter
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
        return Mend((edit,), sure=kind in _ITERABLE)
    if not isinstance(source, ast.Call) or (isinstance(node, ast.stmt) and not isinstance(node, ast.AsyncFor)):
        return None
    start, _ = file.span(source)
    return Mend((edit, TextEdit(start, start, "await ")), sure=_gives_rows(file, source))


def _gives_rows(file: Module, call: ast.Call) -> bool:
    """Whether an async function of the file returns a list or the like, each time."""
    every = [one for one in file.nodes if isinstance(one, ast.AsyncFunctionDef) and one.name == called(call)]
    returned = [one.value for one in own_nodes(every[0]) if isinstance(one, ast.Return)] if len(every) == 1 else []
    made = [source for one in returned if one is not None for source in reach(file, one) or [one]]
    listed = (ast.List, ast.Tuple, ast.Set, ast.Dict, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
    return (
        bool(made)
        and None not in returned
        and all(isinstance(one, listed) or (isinstance(one, ast.Call) and called(one) in _ITERABLE) for one in made)
    )


RECIPES = (
    Recipe(
        "plain-block",
        "Takes async off a with or for over what is not asynchronous.",
        plain_block,
        unsure="The object may be meant to be an asynchronous one.",
    ),
)

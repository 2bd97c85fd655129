"""`async-block`: `with` or `for` over what is asynchronous becomes `async with`, `async for`, in an async function; a
plain one becomes async, with the functions that call it, and is run by `asyncio.run` where the module calls it.

A built-in function that cannot go through an asynchronous generator gets the list of what it gives:
`sorted([item async for item in pages()])`.

Sources: https://docs.python.org/3/reference/compound_stmts.html#the-async-with-statement,
https://peps.python.org/pep-0530/
"""

from __future__ import annotations

import ast
import builtins

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import POSTFIXED, called, dotted, function_around, nearest_to_carets, parents_in
from tracemend.fixes.toolkit.coroutines import made_async, owner_of
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.fixes.toolkit.names import free_name
from tracemend.source.module import whole
from tracemend.source.reach import attribute_values, reach
from tracemend.source.statement import Statement, own_parts

_WITH = lazy.regex(
    r"object does not support the context manager protocol|^__enter__$|has no attribute '__enter__'|"
    r"^Use async with instead"
)
_SAYS_ASYNC = lazy.regex(
    r"^Use async with instead|supports the asynchronous context manager protocol|"
    r"'(?:_AsyncGeneratorContextManager|_RequestContextManager|_WSRequestContextManager|AiofilesContextManager|"
    r"Timeout|TaskGroup)' object"
)
"""The message itself says so, or names a type that only `async with` enters."""
_COROUTINE = lazy.regex(r"'coroutine' object")
_FOR = lazy.regex(r"'async_generator' object is not iterable")
_COLLECTORS = ("list", "tuple", "set", "sum", "sorted", "max", "min", "enumerate", "len", "join", "dict")
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


def async_block(request: Request) -> Mend | None:
    """`async` before the `with` or `for`."""
    statement, message = request.place.statement, request.report.first_line
    if statement is None:
        return None
    node, start = statement.node, statement.span(statement.node)[0]
    if not isinstance(function_around(statement), ast.AsyncFunctionDef):
        return _async_main(statement, message)
    if _WITH.search(message) and isinstance(node, ast.With):
        if len(node.items) != 1 or _COROUTINE.search(message):
            return None
        sure = _is_asynchronous(statement, node.items[0].context_expr, message)
        return Mend((TextEdit(start, start, "async "),), sure=sure)
    if not _FOR.search(message):
        return None
    if isinstance(node, ast.For) and not _is_built_in(node.iter):
        return Mend((TextEdit(start, start, "async "),))
    loops = [part for part in own_parts(node) if isinstance(part, ast.comprehension)]
    if not loops or (len(loops) == 1 and _is_built_in(loops[0].iter)):
        return _collected(statement)
    return _async_comprehension(statement, loops[0]) if len(loops) == 1 and not loops[0].is_async else None


def _is_built_in(node: ast.expr) -> bool:
    """Whether an expression is a call of a built-in function, which goes through what it is given itself."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and hasattr(builtins, node.func.id)


def _async_comprehension(statement: Statement, loop: ast.comprehension) -> Mend | None:
    """`[x async for x in pages()]`; a list for the generator that a function is given."""
    source = statement.source
    target, _ = statement.span(loop.target)
    before = source.text.rfind("for", 0, target)
    parents = parents_in(statement.node)
    around = parents.get(id(loop))
    if before < 0:
        return None
    edit = TextEdit(before, before, "async ")
    if not isinstance(around, ast.GeneratorExp):
        return Mend((edit,))
    call = parents.get(id(around))
    if not isinstance(call, ast.Call) or around not in call.args:
        return None
    start, end = statement.span(around)
    shared = end == statement.span(call)[1]  # its parentheses are the call's
    opening, closing = ("([", "])") if shared else ("[", "]")
    return Mend((TextEdit(start, start + 1, opening), edit, TextEdit(end - 1, end, closing)))


def _collected(statement: Statement) -> Mend | None:
    """`list(pages())` becomes `[item async for item in pages()]`; another function gets that list."""
    parts = [part for part in own_parts(statement.node) if isinstance(part, ast.Call) and called(part) in _COLLECTORS]
    near = nearest_to_carets(statement, parts)
    if len(near) != 1 or len(near[0].args) != 1 or isinstance(near[0].args[0], ast.Starred | ast.GeneratorExp):
        return None
    call, source = near[0], near[0].args[0]
    item = free_name(statement.source, "item", "one")
    given = statement.text(source) if isinstance(source, POSTFIXED) else f"({statement.text(source)})"
    made = f"[{item} async for {item} in {given}]"
    start, end = statement.span(call if called(call) == "list" and not call.keywords else source)
    return Mend((TextEdit(start, end, made),)) if "#" not in statement.source.text[start:end] else None


def _async_main(statement: Statement, message: str) -> Mend | None:
    """`async` before a block of a plain function, before the function and those that call it, and `asyncio.run` around
    the calls of the module."""
    file = whole(statement.source)
    node = file.same(statement, statement.node) if file is not None else None
    own = statement.node
    fits = (_FOR.search(message) and isinstance(own, ast.For) and not _is_built_in(own.iter)) or (
        _WITH.search(message)
        and isinstance(own, ast.With)
        and len(own.items) == 1
        and not _COROUTINE.search(message)
        and _is_asynchronous(statement, own.items[0].context_expr, message)
    )
    function = owner_of(file, node) if file is not None and node is not None else None
    if file is None or node is None or not fits or not isinstance(function, ast.FunctionDef):
        return None
    imports = imports_for(file.source, 1, True)
    made = made_async(file, function, imports)
    if made is None or not made[1] or function.decorator_list:
        return None
    start, _ = file.span(node)
    return Mend((*imports.edits(), *made[0], TextEdit(start, start, "async ")))


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
            any((dotted(one) or "").endswith("asynccontextmanager") for one in part.decorator_list)
            or any(isinstance(one, ast.AsyncFunctionDef) and one.name == "__aenter__" for one in part.body)
        )
        for part in file.nodes
    )


RECIPES = (
    Recipe(
        "async-block",
        "Writes async before the with or for.",
        async_block,
        unsure="The code does not show that the object is an asynchronous one.",
    ),
)

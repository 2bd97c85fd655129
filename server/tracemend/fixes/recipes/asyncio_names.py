"""`timeout-name`, `windows-only`: names of asyncio that not every Python and system has.

- `timeout-name`: before Python 3.11 the time-outs of asyncio and of concurrent.futures are no `TimeoutError`:
  `except TimeoutError` becomes `except asyncio.TimeoutError`, which newer ones know as well.
- `windows-only`: `asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())` is done on Windows alone.

Sources: https://docs.python.org/3/library/asyncio-exceptions.html#asyncio.TimeoutError,
https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.TimeoutError,
https://docs.python.org/3/library/asyncio-policy.html#asyncio.WindowsSelectorEventLoopPolicy
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted
from tracemend.fixes.toolkit.edits import indent_lines, indent_step, merged
from tracemend.fixes.toolkit.failing import failing, is_alone, scope_at, told
from tracemend.fixes.toolkit.imports import imports_for

_POLICY = lazy.regex(r"module 'asyncio' has no attribute 'Windows\w+EventLoopPolicy'")
_TIMEOUTS = {
    "asyncio.exceptions.TimeoutError": "asyncio",
    "concurrent.futures._base.TimeoutError": "concurrent.futures",
}
"""The exceptions as printed, and the module that the program knows them by."""


def timeout_name(request: Request) -> Mend | None:
    """The module's own TimeoutError in the handlers that the exception came through."""
    module, at = _TIMEOUTS.get(request.report.exception or ""), failing(request)
    if module is None or at is None:
        return None
    file = at.file
    if file.scope_of("TimeoutError", at.node) is not None:
        return None  # the file has one of its own
    inner: ast.AST = at.node
    for outer in file.around(at.node):
        if outer is scope_at(file, at.node):
            return None
        if isinstance(outer, ast.Try) and inner in outer.body:
            every = [one.type for one in outer.handlers]
            names = [part for one in every for part in (one.elts if isinstance(one, ast.Tuple) else [one])]
            found = [one for one in names if isinstance(one, ast.Name) and one.id == "TimeoutError"]
            if found:
                imports = imports_for(file.source, 1, True)
                known = imports.find_module(module)
                if known is None and module != "asyncio":
                    text = imports.name(module, "TimeoutError", "FutureTimeout")
                else:
                    text = f"{known or imports.module(module)}.TimeoutError"
                return Mend((*imports.edits(), *(TextEdit(*file.span(one), text) for one in found)))
        inner = outer
    return None


def windows_only(request: Request) -> Mend | None:
    """`if sys.platform == "win32":` around the statement."""
    at = told(request, _POLICY)
    call = at.node.value if at is not None and isinstance(at.node, ast.Expr) else None
    if at is None or not isinstance(call, ast.Call) or dotted(call.func) != "asyncio.set_event_loop_policy":
        return None
    source = at.file.source
    asked = [dotted(part) for one in at.file.around(at.node) if isinstance(one, ast.If) for part in ast.walk(one.test)]
    if not is_alone(at.file, at.node) or "sys.platform" in asked or "os.name" in asked:
        return None
    inside = scope_at(at.file, at.node) is not at.file.tree
    imports = imports_for(source, at.node.lineno, inside)
    first, last = at.node.lineno, at.node.end_lineno or at.node.lineno
    begin = source.offset(first, 0)
    head = f'{source.indent_of(first)}if {imports.module("sys")}.platform == "win32":{source.newline}'
    moved = indent_lines(source, first, last, indent_step(source))
    return Mend(merged([*imports.edits(), TextEdit(begin, begin, head), *moved]))


RECIPES = (
    Recipe("timeout-name", "Catches the time-out by the name that it has in this Python.", timeout_name),
    Recipe("windows-only", "Sets the event loop policy of Windows on Windows alone.", windows_only),
)

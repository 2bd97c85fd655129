"""Functions made async, with everything that calls them: `await` in other async functions, `asyncio.run` at the
module's level."""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import TextEdit
from tracemend.fixes.toolkit.code import called
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import Module

RUNNERS = ("run", "create_task", "ensure_future", "gather", "wait_for", "run_until_complete", "shield")
"""What takes a coroutine as it is."""
_TIGHT = (ast.Attribute, ast.Subscript, ast.BinOp, ast.Call, ast.UnaryOp, ast.Compare)
_OWNERS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
_MOST = 8
"""Functions that one mend makes async."""


def owner_of(file: Module, node: ast.AST) -> ast.AST | None:
    """The innermost function, lambda or class around a node; None at the module's level."""
    return next((outer for outer in file.around(node) if isinstance(outer, _OWNERS)), None)


def awaited(file: Module, call: ast.expr) -> list[TextEdit]:
    """`await` before a call, in parentheses where the answer is used at once."""
    start, end = file.span(call)
    outer = file.parents.get(id(call))
    argument = isinstance(outer, ast.Call) and outer.func is not call
    index = isinstance(outer, ast.Subscript) and outer.slice is call
    if isinstance(outer, _TIGHT) and not argument and not index:
        return [TextEdit(start, start, "(await "), TextEdit(end, end, ")")]
    return [TextEdit(start, start, "await ")]


def run_once(file: Module, call: ast.expr, imports: Imports) -> list[TextEdit]:
    """`asyncio.run` around a call."""
    start, end = file.span(call)
    return [TextEdit(start, start, f"{imports.module('asyncio')}.run("), TextEdit(end, end, ")")]


def made_async(
    file: Module, function: ast.FunctionDef, imports: Imports, leaving: ast.AST | None = None
) -> tuple[list[TextEdit], bool] | None:
    """The edits that make a function async, and the plain ones that call it, up to the module's level; and whether
    the file calls each of them and uses none in another way.

    None where a lambda, a class body or a special method calls it, or a plain function that nothing calls; or where one
    of them runs a loop of its own (but for the node `leaving`, which the caller changes)."""
    edits: list[TextEdit] = []
    sure = True
    done: list[ast.AST] = []
    waiting = [function]
    while waiting:
        one = waiting.pop(0)
        if one in done:
            continue
        done.append(one)
        start, _ = file.span(one)
        if len(done) > _MOST or one.name.startswith("__") or not file.source.text.startswith("def", start):
            return None
        inner = list(ast.walk(one))
        if any(isinstance(part, ast.Call) and part is not leaving and _runs(part) for part in inner):
            return None
        edits.append(TextEdit(start, start, "async "))
        generator = any(isinstance(part, ast.Yield | ast.YieldFrom) for part in inner)
        sure = sure and not one.decorator_list and not generator
        uses = _uses(file, one)
        calls = [call for use in uses if (call := _call_of(file, use)) is not None]
        sure = sure and len(calls) == len(uses) > 0 and (one is function or not generator)
        if one is not function and not calls:
            return None
        for call in calls:
            outer = file.parents.get(id(call))
            if isinstance(outer, ast.Await) or (isinstance(outer, ast.Call) and called(outer) in RUNNERS):
                continue
            user = owner_of(file, call)
            if user is None:
                edits += run_once(file, call, imports)
                continue
            if not isinstance(user, ast.FunctionDef | ast.AsyncFunctionDef) or _in_generator(file, call):
                return None
            edits += awaited(file, call)
            if isinstance(user, ast.FunctionDef):
                waiting.append(user)
    return edits, sure


def _runs(call: ast.Call) -> bool:
    func = call.func
    module = func.value.id if isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name) else ""
    return (called(call) == "run" and module == "asyncio") or called(call) == "run_until_complete"


def _in_generator(file: Module, node: ast.AST) -> bool:
    for outer in file.around(node):
        if isinstance(outer, ast.GeneratorExp):
            return True
        if isinstance(outer, ast.stmt):
            return False
    return False


def _uses(file: Module, function: ast.FunctionDef) -> list[ast.expr]:
    method = isinstance(file.parents.get(id(function)), ast.ClassDef)
    if method:
        return [one for one in file.nodes if isinstance(one, ast.Attribute) and one.attr == function.name]
    return [
        one
        for one in file.nodes
        if isinstance(one, ast.Name) and one.id == function.name and isinstance(one.ctx, ast.Load)
    ]


def _call_of(file: Module, use: ast.expr) -> ast.Call | None:
    call = file.parents.get(id(use))
    return call if isinstance(call, ast.Call) and call.func is use else None

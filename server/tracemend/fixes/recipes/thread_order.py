"""`future-result`, `pool-order`: what threads and pools are asked, and when.

- `future-result`: a future, or each of a list, is asked for its result.
- `pool-order`: `pool.close()` before `join`; a thread is started before it is joined; `daemon` is set before the start.

Sources: https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.Future.result,
https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool.join,
https://docs.python.org/3/library/threading.html#threading.Thread.join
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted, made_by
from tracemend.fixes.toolkit.edits import insert_before, owns_its_lines
from tracemend.fixes.toolkit.failing import Failing, told
from tracemend.fixes.toolkit.names import free_name
from tracemend.source.statement import Statement

_FUTURE = lazy.regex(r"'(?P<type>Future|ApplyResult|AsyncResult|MapResult)'")
_RUNNING = lazy.regex(r"Pool is still running")
_NOT_STARTED = lazy.regex(r"cannot join thread before it is started|can only join a started process")
_ACTIVE = lazy.regex(r"cannot set daemon status of active thread|process has already started")


def future_result(request: Request) -> Mend | None:
    """`.result()` of a future, `.get()` of a pool's answer."""
    asked = told(request, _FUTURE)
    found = _FUTURE.search(request.report.first_line)
    if asked is None or found is None:
        return None
    file = asked.file
    method = "result" if found["type"] == "Future" else "get"
    makers = ("submit", "run_coroutine_threadsafe") if method == "result" else ("apply_async", "map_async")
    edits: dict[int, list[TextEdit]] = {}
    for name in asked.parts(ast.Name):
        bound, outer = file.only_value(name.id, name), file.parents.get(id(name))
        if bound is None or (isinstance(outer, ast.Attribute) and outer.attr == method):
            continue
        start, end = file.span(name)
        value, alone = bound[1], isinstance(outer, ast.Call) and outer.args == [name]
        if made_by(value, *makers):
            edits[start] = [TextEdit(end, end, f".{method}()")]
        elif isinstance(value, ast.ListComp) and made_by(value.elt, *makers) and alone:
            each = free_name(file.source, "future", "one")
            edits[start] = [TextEdit(start, start, f"{each}.{method}() for {each} in ")]
    return Mend(tuple(next(iter(edits.values())))) if len(edits) == 1 else None


def pool_order(request: Request) -> Mend | None:
    """What has to come first, before the statement."""
    for pattern, form in ((_RUNNING, _close_first), (_NOT_STARTED, _start_first), (_ACTIVE, _daemon_first)):
        asked = told(request, pattern)
        if asked is not None:
            return form(asked) if owns_its_lines(asked.statement) else None
    return None


def _method(statement: Statement, name: str) -> str | None:
    """What a statement that is a method's call calls it on."""
    node = statement.node
    call = node.value if isinstance(node, ast.Expr) else None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or call.func.attr != name:
        return None
    return dotted(call.func.value)


def _close_first(at: Failing) -> Mend | None:
    statement, file = at.statement, at.file
    pool = _method(statement, "join")
    before = [one for one in getattr(file.parents.get(id(at.node)), "body", []) if one.lineno < at.node.lineno]
    closed = any(_method(file.statement(one), end) == pool for one in before for end in ("close", "terminate"))
    return Mend((insert_before(statement, [f"{pool}.close()"]),)) if pool is not None and not closed else None


def _start_first(at: Failing) -> Mend | None:
    """`start()` before `join()`: the one that comes too late, or one that is missing; of a list of threads in a loop of
    its own."""
    statement, file = at.statement, at.file
    thread, node = _method(statement, "join"), at.node
    if thread is None:
        return None
    named = [one for one in file.nodes if isinstance(one, ast.Expr) and isinstance(one.value, ast.Attribute)
             and one.value.attr == "start"]  # fmt: skip
    if len(named) == 1 and named[0].lineno < node.lineno:  # the parentheses are forgotten
        end = file.span(named[0])[1]
        return Mend((TextEdit(end, end, "()"),))
    block = getattr(file.parents.get(id(node)), "body", [])
    later = [one for one in block if _method(file.statement(one), "start") == thread]
    if len(later) == 1 and later[0].lineno > node.lineno and owns_its_lines(file.statement(later[0])):
        one, other = file.span(node), file.span(later[0])
        return Mend((TextEdit(*one, file.text(later[0])), TextEdit(*other, file.text(node))))
    if re.search(rf"\b{re.escape(thread)}\.start\(", file.source.text) or ".start()" in file.source.text:
        return None
    loop = file.parents.get(id(node))
    if isinstance(loop, ast.For) and isinstance(loop.target, ast.Name) and loop.target.id == thread:
        if not isinstance(loop.iter, ast.Name | ast.Attribute) or not owns_its_lines(file.statement(loop)):
            return None
        step = file.source.indent_of(node.lineno)[len(file.source.indent_of(loop.lineno)) :]
        lines = [f"for {thread} in {file.text(loop.iter)}:", f"{step}{thread}.start()"]
        return Mend((insert_before(file.statement(loop), lines),)) if node.lineno > loop.lineno else None
    return Mend((insert_before(statement, [f"{thread}.start()"]),))


def _daemon_first(at: Failing) -> Mend | None:
    """`daemon` set before the start, where both stand side by side."""
    file, node = at.file, at.node
    target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else None
    if not isinstance(target, ast.Attribute) or target.attr != "daemon":
        return None
    block = getattr(file.parents.get(id(node)), "body", [])
    index = block.index(node) if node in block else 0
    before = block[index - 1] if index else None
    if before is None or _method(file.statement(before), "start") != dotted(target.value):
        return None
    if not owns_its_lines(file.statement(before)):
        return None
    return Mend((TextEdit(*file.span(before), file.text(node)), TextEdit(*file.span(node), file.text(before))))


RECIPES = (
    Recipe("future-result", "Asks the future for its result.", future_result),
    Recipe("pool-order", "Puts what has to come first before the statement.", pool_order),
)

"""`target-function`, `args-tuple`, `star-map`, `future-result`, `pool-order`, `shared-queue`: what threads, processes
and pools are handed, and when.

- `target-function`: `Thread(target=work(1))` becomes `Thread(target=work, args=(1,))`; in the same way for `submit`,
  `to_thread`, `run_in_executor`, `Timer`, `apply_async`. Of several calls in the file the one at the failing line.
- `args-tuple`: `args=(5)` becomes `args=(5,)`.
- `star-map`: `pool.map` of rows becomes `starmap`; an executor's `map` gets the columns.
- `future-result`: a future, or each of a list, is asked for its result.
- `pool-order`: `pool.close()` before `join`; a thread is started before it is joined; `daemon` is set before the start.
- `shared-queue`: a queue for processes is one of `multiprocessing`; for a pool's workers, a manager's.

Sources: https://docs.python.org/3/library/threading.html#threading.Thread,
https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.Executor.submit,
https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, nearest_to_carets, spreads, text_of
from tracemend.fixes.toolkit.edits import insert_before, owns_its_lines
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.fixes.toolkit.names import free_name
from tracemend.source.module import Module, whole
from tracemend.source.reach import elements, reach
from tracemend.source.statement import Statement, own_parts

_NOT_CALLABLE = re.compile(r"'[\w.]+' object is not callable|first argument must be callable")
_NOT_ITERABLE = re.compile(
    r"argument after \* must be an iterable, not \w+|'\w+' object is not iterable"
    r"|takes \d+ positional arguments? but \d+"
)
_ROWS = re.compile(r"(?P<name>\w+)\(\) missing \d+ required positional arguments?: ")
_FUTURE = re.compile(r"'(?P<type>Future|ApplyResult|AsyncResult|MapResult)'")
_RUNNING = re.compile(r"Pool is still running")
_NOT_STARTED = re.compile(r"cannot join thread before it is started|can only join a started process")
_ACTIVE = re.compile(r"cannot set daemon status of active thread|process has already started")
_INHERITED = re.compile(r"Queue objects should only be shared between processes through inheritance")
_LOCKED = re.compile(r"cannot pickle '_thread\.(?:R?[Ll]ock)' object")
_MAKERS = ("Thread", "Timer", "Process")
_DIRECT = {
    "submit": 0,
    "to_thread": 0,
    "run_in_executor": 1,
    "call_soon": 0,
    "call_later": 1,
    "call_soon_threadsafe": 0,
}
"""Where the function stands that gets the further arguments."""
_PACKED = {"apply_async": 0, "apply": 0, "Timer": 1}
"""Where the function stands that gets its arguments as one tuple."""


def _asked(request: Request, pattern: re.Pattern[str]) -> tuple[Statement, Module] | None:
    statement = request.place.statement
    file = whole(statement.source) if statement is not None and pattern.search(request.report.first_line) else None
    return None if statement is None or file is None else (statement, file)


def _calls(statement: Statement, file: Module) -> Iterator[ast.Call]:
    parts = [one for one in own_parts(statement.node) if isinstance(one, ast.Call)]
    for part in nearest_to_carets(statement, parts):
        same = file.same(statement, part)
        if isinstance(same, ast.Call):
            yield same


def _given(call: ast.Call) -> ast.expr | None:
    """The function that a call hands over."""
    if called(call) in ("Thread", "Process"):
        target = keyword_of(call, "target")
        return target.value if target is not None else None
    index = _DIRECT.get(called(call), _PACKED.get(called(call), -1))
    return call.args[index] if 0 <= index < len(call.args) else None


def _called_first(file: Module, call: ast.Call) -> ast.Call | None:
    """The call that stands where a function is wanted, of a function or method that the file defines."""
    inner = _given(call)
    if not isinstance(inner, ast.Call) or spreads(inner):
        return None
    every = [one for one in file.nodes
             if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) and one.name == called(inner)]  # fmt: skip
    if len(every) != 1 or any(isinstance(one, ast.Return) and _makes_function(one) for one in ast.walk(every[0])):
        return None
    return inner


def _makes_function(node: ast.Return) -> bool:
    return isinstance(node.value, ast.Lambda)


def target_function(request: Request) -> Mend | None:
    """The function instead of its result."""
    asked = _asked(request, _NOT_CALLABLE)
    if asked is None:
        return None
    statement, file = asked
    found = [one for one in _calls(statement, file) if _called_first(file, one) is not None]
    if not found:  # the result was asked for, or the thread started, elsewhere
        every = [one for one in file.nodes if isinstance(one, ast.Call)]
        found = [one for one in every if _called_first(file, one) is not None]
    if len(found) != 1:
        return None
    call = found[0]
    inner = _called_first(file, call)
    if inner is None:
        return None
    begin, end = file.span(inner.func)[1], file.span(inner)[1]
    if "#" in file.source.text[begin:end]:
        return None
    args = [file.text(one) for one in inner.args]
    keys = [f"{one.arg}={file.text(one.value)}" for one in inner.keywords]
    if called(call) in _DIRECT:
        if keys and called(call) not in ("submit", "to_thread"):
            return None
        return Mend((TextEdit(begin, end, "".join(f", {one}" for one in (*args, *keys))),))
    if any(keyword_of(call, name) for name in ("args", "kwargs")) or (
        keys and called(call) not in ("Thread", "Process")
    ):
        return None
    more = f"({', '.join(args)}{',' if len(args) == 1 else ''})" if args else ""
    packed = called(call) in _PACKED
    text = f", {'' if packed else 'args='}{more}" if more else ""
    if keys:
        text += ", kwargs={" + ", ".join(f'"{one.arg}": {file.text(one.value)}' for one in inner.keywords) + "}"
    return Mend((TextEdit(begin, end, text),))


def args_tuple(request: Request) -> Mend | None:
    """The comma that makes a tuple."""
    asked = _asked(request, _NOT_ITERABLE)
    if asked is None:
        return None
    file, message = asked[1], request.report.first_line
    for call in _calls(*asked):
        key = keyword_of(call, "args")
        index = {"Timer": 2, "apply": 1, "apply_async": 1}.get(called(call), -1)
        node = key.value if key is not None else call.args[index] if 0 <= index < len(call.args) else None
        if called(call) not in (*_MAKERS, "apply", "apply_async") or node is None:
            continue
        if isinstance(node, ast.Tuple | ast.List | ast.ListComp | ast.Starred | ast.Set | ast.Dict):
            return None
        sources = reach(file, node)
        text = sources is not None and all(
            isinstance(one, ast.JoinedStr) or text_of(one) is not None for one in sources
        )
        if "positional" in message and not text:
            return None
        start, end = file.span(node)
        before, after = file.source.text[:start].rstrip(), file.source.text[end:].lstrip()
        if key is not None and before.endswith("(") and after.startswith(")"):
            return Mend((TextEdit(end, end, ","),))
        return Mend((TextEdit(start, start, "("), TextEdit(end, end, ",)")))
    return None


def star_map(request: Request) -> Mend | None:
    """Rows handed over as arguments."""
    asked = _asked(request, _ROWS)
    message = _ROWS.search(request.report.first_line)
    if asked is None or message is None:
        return None
    statement, file = asked
    every = [one for one in own_parts(statement.node) if isinstance(one, ast.Call) and called(one) == "map"]
    calls = [one for part in every if isinstance(one := file.same(statement, part), ast.Call)]
    found = [one for one in calls if len(one.args) == 2 and dotted(one.args[0]) == message["name"]]
    if len(found) != 1 or not isinstance(found[0].func, ast.Attribute):
        return None
    call, receiver = found[0], found[0].func.value
    sources = reach(file, call.args[1])
    source = sources[0] if sources is not None and len(sources) == 1 else None
    rows = elements(source) if source is not None else None
    zipped = isinstance(source, ast.Call) and called(source) in ("zip", "enumerate", "items", "product")
    if not zipped and not (rows and all(isinstance(row, ast.Tuple | ast.List) for row in rows)):
        return None
    maker = _maker(file, receiver)
    if maker in ("Pool", "ThreadPool"):
        start, end = file.span(receiver)[1], file.span(call.func)[1]
        return Mend((TextEdit(start, end, ".starmap"),))
    if maker not in ("ThreadPoolExecutor", "ProcessPoolExecutor"):
        return None
    start, end = file.span(call.args[1])
    if isinstance(source, ast.Call) and source is call.args[1] and called(source) == "zip" and not spreads(source):
        inner = ", ".join(file.text(one) for one in source.args)
        return Mend((TextEdit(start, end, inner),)) if source.args else None
    return Mend((TextEdit(start, start, "*zip(*"), TextEdit(end, end, ")")))


def _maker(file: Module, receiver: ast.expr) -> str:
    """The name of the class that made a pool which a `with` or an assignment names."""
    if not isinstance(receiver, ast.Name):
        return ""
    found = {
        called(item.context_expr)
        for outer in file.nodes
        if isinstance(outer, ast.With)
        for item in outer.items
        if isinstance(item.optional_vars, ast.Name)
        and item.optional_vars.id == receiver.id
        and isinstance(item.context_expr, ast.Call)
    }
    bound = file.only_value(receiver.id, receiver)
    if bound is not None and isinstance(bound[1], ast.Call):
        found.add(called(bound[1]))
    return found.pop() if len(found) == 1 else ""


def future_result(request: Request) -> Mend | None:
    """`.result()` of a future, `.get()` of a pool's answer."""
    asked = _asked(request, _FUTURE)
    found = _FUTURE.search(request.report.first_line)
    if asked is None or found is None:
        return None
    statement, file = asked
    method = "result" if found["type"] == "Future" else "get"
    makers = ("submit", "run_coroutine_threadsafe") if method == "result" else ("apply_async", "map_async")
    edits: dict[int, list[TextEdit]] = {}
    for part in nearest_to_carets(statement, [one for one in own_parts(statement.node) if isinstance(one, ast.Name)]):
        same = file.same(statement, part)
        bound = file.only_value(same.id, same) if isinstance(same, ast.Name) else None
        if not isinstance(same, ast.Name) or bound is None:
            continue
        start, end = file.span(same)
        if isinstance(bound[1], ast.Call) and called(bound[1]) in makers:
            edits[start] = [TextEdit(end, end, f".{method}()")]
        elif (
            isinstance(bound[1], ast.ListComp) and isinstance(bound[1].elt, ast.Call) and called(bound[1].elt) in makers
        ):
            outer = file.parents.get(id(same))
            if isinstance(outer, ast.Call) and outer.args == [same]:
                name = free_name(file.source, "future", "one")
                edits[start] = [TextEdit(start, start, f"{name}.{method}() for {name} in ")]
    return Mend(tuple(next(iter(edits.values())))) if len(edits) == 1 else None


def pool_order(request: Request) -> Mend | None:
    """What has to come first, before the statement."""
    for pattern, form in ((_RUNNING, _close_first), (_NOT_STARTED, _start_first), (_ACTIVE, _daemon_first)):
        asked = _asked(request, pattern)
        if asked is not None:
            return form(*asked) if owns_its_lines(asked[0]) else None
    return None


def _method(statement: Statement, name: str) -> str | None:
    """What a statement that is a method's call calls it on."""
    node = statement.node
    call = node.value if isinstance(node, ast.Expr) else None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or call.func.attr != name:
        return None
    return dotted(call.func.value)


def _close_first(statement: Statement, file: Module) -> Mend | None:
    pool = _method(statement, "join")
    return Mend((insert_before(statement, [f"{pool}.close()"]),)) if pool is not None else None


def _start_first(statement: Statement, file: Module) -> Mend | None:
    """`start()` before `join()`: the one that comes too late, or one that is missing; of a list of threads in a loop of
    its own."""
    thread = _method(statement, "join")
    node = file.same(statement, statement.node)
    if thread is None or not isinstance(node, ast.stmt):
        return None
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


def _daemon_first(statement: Statement, file: Module) -> Mend | None:
    """`daemon` set before the start, where both stand side by side."""
    node = file.same(statement, statement.node)
    target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else None
    if not isinstance(node, ast.stmt) or not isinstance(target, ast.Attribute) or target.attr != "daemon":
        return None
    block = getattr(file.parents.get(id(node)), "body", [])
    index = block.index(node) if node in block else 0
    before = block[index - 1] if index else None
    if before is None or _method(file.statement(before), "start") != dotted(target.value):
        return None
    if not owns_its_lines(file.statement(before)):
        return None
    return Mend((TextEdit(*file.span(before), file.text(node)), TextEdit(*file.span(node), file.text(before))))


def shared_queue(request: Request) -> Mend | None:
    """A queue that other processes can be handed."""
    asked = _asked(request, _INHERITED)
    managed = asked is not None
    asked = asked or _asked(request, _LOCKED)
    if asked is None:
        return None
    file = asked[1]
    every = [one for one in file.nodes if isinstance(one, ast.Call) and called(one) in ("Queue", "SimpleQueue")]
    if len(every) != 1 or not isinstance(file.parents.get(id(every[0])), ast.Assign):
        return None
    call, written = every[0], dotted(every[0].func) or ""
    if managed:
        imports = imports_for(file.source, file.statement(call).line_of(file.statement(call).node), True)
        start, end = file.span(call.func)
        module = written.rpartition(".")[0]
        name = f"{module}.Manager" if module else imports.name("multiprocessing", "Manager")
        return Mend((*imports.edits(), TextEdit(start, end, f"{name}().Queue")))
    imports = imports_for(file.source, 1, True)
    module = imports.find_module("queue") or ""
    plain = imports.find_name("queue", "Queue")
    other = _context(file, call)
    if other is None or (written != f"{module}.Queue" and written != plain) or not written:
        return None
    start, end = file.span(call.func)
    return Mend((TextEdit(start, end, f"{other}.Queue"),))


def _context(file: Module, queue: ast.Call) -> str | None:
    """What the processes are made with, where the queue is made: the module, or a context bound above."""
    made = [one for one in file.nodes if isinstance(one, ast.Call) and called(one) == "Process"]
    receivers = {dotted(one.func.value) if isinstance(one.func, ast.Attribute) else None for one in made}
    name = receivers.pop() if len(receivers) == 1 else None
    if name is None or "." in name:
        return None
    scope = file.scope_of(name, queue)
    bound = file.bindings(name, scope) if scope is not None else []
    above = len(bound) == 1 and getattr(bound[0].node, "lineno", queue.lineno) < queue.lineno
    return name if above or (len(bound) == 1 and isinstance(bound[0].node, ast.alias)) else None


RECIPES = (
    Recipe("target-function", "Hands over the function and its arguments, not its result.", target_function),
    Recipe("args-tuple", "Writes the one argument as a tuple.", args_tuple),
    Recipe("star-map", "Hands each row over as arguments.", star_map),
    Recipe("future-result", "Asks the future for its result.", future_result),
    Recipe("pool-order", "Puts what has to come first before the statement.", pool_order),
    Recipe("shared-queue", "Makes a queue that processes can share.", shared_queue),
)

"""`into-coroutine`: what belongs to an event loop is made in the coroutine that the loop runs.

- A task, or an object whose class makes one, that the module's own level makes before `asyncio.run(main())`, is made at
  the beginning of `main`; where other functions use its name, it is declared `global` there.
- Several `asyncio.run` side by side, which use one lock, queue or event, become one: `await` in an async function.
- Where the runs do not stand side by side but run one function, the lock is made anew by that function. A queue or an
  event that several runs share may carry something from one to the next: then it is not sure.

Does not apply where the module's own level uses the object as well, nor to a lock that threads share: that has to be
one of `threading`.

Sources: https://docs.python.org/3/library/asyncio-sync.html,
https://docs.python.org/3/library/asyncio-runner.html#asyncio.run, CPython's Lib/asyncio/mixins.py
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from itertools import takewhile

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted
from tracemend.fixes.toolkit.edits import indent_step
from tracemend.fixes.toolkit.event_loops import (
    TASKS,
    block_of,
    has_threads,
    in_coroutine,
    indented,
    of_asyncio,
    runs_of,
)
from tracemend.fixes.toolkit.failing import Failing, is_alone, scope_at, told
from tracemend.reading.report import Frame
from tracemend.source.lines import find_line
from tracemend.source.module import Module
from tracemend.source.reach import attribute_values, reach
from tracemend.source.scopes import Function, names_bound

_NO_LOOP = lazy.regex(r"no running event loop|There is no current event loop")
_OTHER = lazy.regex(
    r"is bound to a different event loop|attached to a different loop|future belongs to a different loop"
)
_EMPTY = ("Lock", "Semaphore", "BoundedSemaphore", "Condition")
"""What holds nothing from one run to the next."""
_FILLED = ("Queue", "LifoQueue", "PriorityQueue", "Event", "Barrier", "Future")


@dataclass(frozen=True, slots=True)
class _Made:
    """A statement of the module's own level that makes something of a loop. `name` is what it is called, None for a
    task without a name; `kind` the class of asyncio."""

    node: ast.stmt
    value: ast.expr
    name: str | None
    kind: str


def into_coroutine(request: Request) -> Mend | None:
    """The object made where its loop runs."""
    asked = told(request, _OTHER)
    if asked is not None:
        made = _of_other_loop(asked)
        if made is None or has_threads(asked.file):
            return None  # threads that share it need another kind of lock
        return _one_run(asked.file) or _moved(asked.file, made, made.kind in _EMPTY)
    asked = told(request, _NO_LOOP)
    if asked is None:
        return None
    made = _before_loop(asked, request)
    return (_moved(asked.file, made, False) if made is not None else None) or _up_to_run(asked, request)


def _at_top(file: Module, node: ast.AST) -> bool:
    """Whether a statement stands at the module's own level or in an `if` there, such as the one that asks for the
    name."""
    outer = file.parents.get(id(node))
    return outer is file.tree or (isinstance(outer, ast.If) and file.parents.get(id(outer)) is file.tree)


def _assigned(node: ast.AST) -> tuple[str, ast.expr] | None:
    """The one name that a statement gives a value, and the value."""
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id, node.value
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
        return node.target.id, node.value
    return None


def _before_loop(at: Failing, request: Request) -> _Made | None:
    """What the module's own level made as the error came."""
    file, node = at.file, at.node
    if scope_at(file, node) is not file.tree:
        frames = [one for one in _direct(request) if one.name == "<module>"]
        line = (find_line(frames[-1], file.source) if frames else None) or 0
        tops = [one for one in file.nodes if isinstance(one, ast.stmt) and _at_top(file, one)]
        found = [one for one in tops if one.lineno <= line <= (one.end_lineno or one.lineno)]
        found = [one for one in found if not isinstance(one, ast.If)]
        if len(found) != 1:
            return None
        node = found[0]
    if not _at_top(file, node):
        return None
    given = _assigned(node)
    if given is not None and isinstance(given[1], ast.Call):
        return _Made(node, given[1], given[0], "")
    if isinstance(node, ast.Expr) and of_asyncio(file, node.value, *TASKS):
        return _Made(node, node.value, None, "")
    return None


def _direct(request: Request) -> list[Frame]:
    """The frames of the file, from the failing one outwards, up to the first that something else called."""
    frames = list(request.report.frames)
    while frames and frames[-1] != request.report.user_frame:
        frames.pop()
    return [*takewhile(lambda one: one.path == request.place.path, reversed(frames))]


def _up_to_run(at: Failing, request: Request) -> Mend | None:
    """What a plain block made too early, and all up to its `asyncio.run`, in a coroutine."""
    file = at.file
    if any(isinstance(one, ast.AsyncFunctionDef) for one in file.around(at.node) if isinstance(one, Function)):
        return None
    found = [find_line(one, file.source) for one in _direct(request)]
    lines = [line for line in found if line is not None]
    runs = runs_of(file)
    for line in lines:
        every = [one for one in file.nodes if isinstance(one, ast.stmt) and one.lineno <= line <= (one.end_lineno or 0)]
        node = max(every, key=lambda one: one.lineno, default=None)
        block = block_of(file, node) if node is not None and _is_outer(file, node) else []
        if node is None or not block:
            continue
        rest = block[block.index(node) :]
        inside = [run for run in runs for one in rest if any(part is run for part in ast.walk(one))]
        holders = [file.statement(run).node for run in inside]
        if len(inside) != 1 or not of_asyncio(file, inside[0], "run") or holders[0] not in rest:
            continue
        stop = rest.index(holders[0])
        module = (dotted(inside[0].func) or "").rpartition(".")[0]
        edits = in_coroutine(file, rest[: stop + 1], inside, module) if module and not inside[0].keywords else None
        return Mend(tuple(edits)) if edits is not None else None
    return None


def _of_other_loop(at: Failing) -> _Made | None:
    """What the failing statement waits for, where the module's own level makes it."""
    file = at.file
    tops = {id(given[1]): (one, given) for one in file.nodes
            if isinstance(one, ast.stmt) and _at_top(file, one) and (given := _assigned(one)) is not None}  # fmt: skip
    found: dict[int, _Made] = {}
    for part in ast.walk(at.node):
        if not isinstance(part, ast.Name | ast.Attribute):
            continue
        sources = (attribute_values(file, part) if isinstance(part, ast.Attribute) else reach(file, part)) or []
        for value in sources:
            kind = _kind(file, value)
            if kind is None:
                continue
            owners = [value]
            if id(value) not in tops:
                around = next((one for one in file.around(value) if isinstance(one, ast.ClassDef)), None)
                owners = [one for one in file.nodes if isinstance(one, ast.Call) and around is not None
                          and dotted(one.func) == around.name]  # fmt: skip
            for owner in owners:
                if id(owner) not in tops:
                    return None
                node, (name, _) = tops[id(owner)]
                found[id(node)] = _Made(node, owner, name, kind)
    return next(iter(found.values())) if len(found) == 1 else None


def _kind(file: Module, value: ast.expr) -> str | None:
    if of_asyncio(file, value, *_EMPTY, *_FILLED) and isinstance(value, ast.Call):
        return called(value)
    return "Future" if isinstance(value, ast.Call) and called(value) == "create_future" else None


def _one_run(file: Module) -> Mend | None:
    """Every `asyncio.run` of the file, which stand in one block, in one coroutine."""
    runs = runs_of(file)
    if not runs or not all(of_asyncio(file, one, "run") and len(one.args) == 1 and not one.keywords for one in runs):
        return None
    holders = [file.statement(one).node for one in runs]
    outer = [_outer(file, holder) for holder in holders]
    tops = [one for one in outer if one is not None]
    if len(tops) != len(outer) or (len(runs) == 1 and tops[0] is holders[0]):
        return None
    block = block_of(file, tops[0])
    if not all(one in block for one in tops) or not _runs_once(file, scope_at(file, block[0])):
        return None
    first, last = block.index(tops[0]), max(block.index(one) for one in tops)
    module = (dotted(runs[0].func) or "").rpartition(".")[0]
    edits = in_coroutine(file, block[first : last + 1], runs, module) if module else None
    return Mend(tuple(edits)) if edits is not None else None


def _outer(file: Module, node: ast.stmt) -> ast.stmt | None:
    """The statement around one, or itself, that `_is_outer`."""
    chain = (node, *file.around(node))
    return next((one for one in chain if isinstance(one, ast.stmt) and _is_outer(file, one)), None)


def _runs_once(file: Module, scope: ast.AST) -> bool:
    """Whether a scope is the module, or a function that the module's own level calls, once."""
    if scope is file.tree:
        return True
    if not isinstance(scope, ast.FunctionDef) or file.function(scope.name) is not scope:
        return False
    uses = file.uses(scope.name, file.tree)
    return len(uses) == 1 and _at_top(file, file.statement(uses[0]).node) and scope_at(file, uses[0]) is file.tree


def _is_outer(file: Module, node: ast.stmt) -> bool:
    """Whether a statement stands in the block of the module, of its guard or of a function."""
    outer = file.parents.get(id(node))
    if isinstance(outer, Function):
        return True
    return _at_top(file, node) and not (isinstance(node, ast.If) and outer is file.tree)


def _moved(file: Module, made: _Made, empty: bool) -> Mend | None:
    """The statement at the beginning of the coroutine that every `asyncio.run` of the file runs."""
    runs = [one for one in runs_of(file) if of_asyncio(file, one, "run")]
    names = {called(one.args[0]) if isinstance(one.args[0], ast.Call) else "" for one in runs}
    function = file.function(names.pop()) if len(names) == 1 else None
    if not isinstance(function, ast.AsyncFunctionDef) or len(runs) != len(runs_of(file)):
        return None
    if not is_alone(file, made.node) or file.source.text[file.span(made.value)[1] : file.span(made.node)[1]].strip():
        return None
    shared = False
    if made.name is not None:
        if len(file.bindings(made.name, file.tree)) != 1 or scope_at(file, made.node) is not file.tree:
            return None
        for use in file.uses(made.name, file.tree):
            if scope_at(file, use) is file.tree:
                return None
            shared = shared or not any(one is function for one in file.around(use))
        if any(made.name in names_bound(part) for part in ast.walk(function)):
            return None
    once = len(runs) == 1 and scope_at(file, runs[0]) is file.tree and _at_top(file, file.statement(runs[0]).node)
    if once and made.kind not in ("", "Future"):
        return None  # one loop alone uses it
    edits = _statement_into(file, made, function, shared or (made.name is not None and not once))
    return Mend(edits, sure=once or empty) if edits is not None else None


def _statement_into(
    file: Module, made: _Made, function: ast.AsyncFunctionDef, shared: bool
) -> tuple[TextEdit, ...] | None:
    source = file.source
    body = [one for one in function.body if not (one is function.body[0] and _is_text(one))]
    last = function.body[-1]
    place = body[0] if body else None
    if place is None or not is_alone(file, place) or getattr(place, "decorator_list", None) or last is None:
        return None
    inner, outer = source.indent_of(place.lineno), source.indent_of(made.node.lineno)
    begin = source.offset(made.node.lineno, 0)
    ends = made.node.end_lineno or made.node.lineno
    end = source.offset(ends + 1, 0) if ends < source.line_count else len(source.text)
    step = inner[len(outer) :] if inner.startswith(outer) else indent_step(source)
    _, stop = file.span(made.node)
    tail = source.text[stop:end].rstrip("\r\n")
    text = indented(file, made.node, step)
    if isinstance(made.value, ast.Call) and called(made.value) == "create_future":
        start, close = file.span(made.value.func)
        if "\n" in text:
            return None
        offset = file.span(made.node)[0]
        text = f"{text[: start - offset]}asyncio.get_running_loop().create_future{text[close - offset :]}"
    head = f"{inner}global {made.name}{source.newline}" if shared and made.name is not None else ""
    at = source.offset(place.lineno, 0)
    block = block_of(file, made.node)
    if len(block) < 2 or begin <= at < end:
        return None
    return (TextEdit(at, at, f"{head}{inner}{text}{tail}{source.newline}"), TextEdit(begin, end, ""))


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


RECIPES = (
    Recipe(
        "into-coroutine",
        "Makes what belongs to an event loop where that loop runs.",
        into_coroutine,
        unsure="It may be meant to carry something from one run to the next.",
    ),
)

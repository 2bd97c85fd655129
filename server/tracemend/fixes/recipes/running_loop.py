"""`run-coroutine`, `hand-to-loop`: tasks that are made where no event loop runs.

- `run-coroutine`: `asyncio.run(asyncio.create_task(x()))` becomes `asyncio.run(x())`, in one step or through a name.
  `asyncio.run` of `gather`, with the tasks made above it, goes into an async function that awaits it. A task that
  nothing waits for, made before any loop runs, is run by `asyncio.run`, where the file runs nothing else.
- `hand-to-loop`: where a loop is at hand that the code runs later, the task is made by that loop; in a thread beside
  the loop's own it is handed over by `run_coroutine_threadsafe`.

Does not apply where the function is called from elsewhere, inside a loop it may be.

Sources: https://docs.python.org/3/library/asyncio-task.html#asyncio.create_task,
https://docs.python.org/3/library/asyncio-runner.html#asyncio.run,
https://docs.python.org/3/library/asyncio-dev.html#concurrency-and-multithreading
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of
from tracemend.fixes.toolkit.coroutines import owner_of
from tracemend.fixes.toolkit.event_loops import TASKS, block_of, has_threads, in_coroutine, of_asyncio, runs_of
from tracemend.fixes.toolkit.failing import Failing, scope_at, told
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.source.module import Module
from tracemend.source.scopes import own_nodes

_NO_LOOP = lazy.regex(r"no running event loop|There is no current event loop")
_FUTURE = lazy.regex(r"a coroutine was expected, got <(?:_GatheringFuture|Task|Future)\b")
_GROUPS = ("gather", "wait", "wait_for", "shield")
_MAKERS = ("new_event_loop", "get_event_loop")
_THREADED = {"Thread": "target", "Timer": "function"}
_HANDED = ("submit", "Timer", "to_thread", "run_in_executor", "call_soon_threadsafe")


def run_coroutine(request: Request) -> Mend | None:
    """The coroutine run in a loop."""
    asked = told(request, _FUTURE)
    if asked is not None:
        runs = [one for one in asked.parts(ast.Call) if one.args and of_asyncio(asked.file, one, "run")]
        return (_unwrapped(asked.file, runs[0]) or _grouped(asked.file, runs[0])) if len(runs) == 1 else None
    asked = told(request, _NO_LOOP)
    if asked is None:
        return None
    file = asked.file
    made = [one for one in asked.parts(ast.Call) if of_asyncio(file, one, *TASKS) and one.args]
    if not made or owner_of(file, made[0]) is not owner_of(file, asked.node):
        return None
    for run in runs_of(file):
        if scope_at(file, run) is not scope_at(file, made[0]) or run.lineno < made[0].lineno:
            continue
        return None if _loop_above(asked, made[0]) is not None else _unwrapped(file, run)
    return _alone(asked, made[0]) if len(made) == 1 else None


def _unwrapped(file: Module, run: ast.Call) -> Mend | None:
    """The coroutine itself for the task that is run, where nothing else is done with the task."""
    given = run.args[0]
    value = file.only_value(given.id, given) if isinstance(given, ast.Name) else None
    task = value[1] if value is not None else given
    if not of_asyncio(file, task, *TASKS) or not isinstance(task, ast.Call) or len(task.args) != 1:
        return None
    if isinstance(given, ast.Name):
        scope = file.scope_of(given.id, given)
        if scope is None or file.uses(given.id, scope) != [given]:
            return None
    start, end = file.span(task)
    first, last = file.span(task.args[0])
    if "#" in file.source.text[start:first] or "#" in file.source.text[last:end]:
        return None
    return Mend((TextEdit(start, first, ""), TextEdit(last, end, "")))


def _grouped(file: Module, run: ast.Call) -> Mend | None:
    """`gather`, and the tasks made above it, in an async function."""
    given, holder = run.args[0], file.statement(run).node
    if isinstance(given, ast.Name):
        value = file.only_value(given.id, given)
        given = value[1] if value is not None else given
    if not of_asyncio(file, given, *_GROUPS):
        return None
    block = block_of(file, holder)
    if not block or holder not in block or not isinstance(holder, ast.Expr | ast.Assign | ast.AnnAssign | ast.Return):
        return None
    at = block.index(holder)
    scope = scope_at(file, holder)
    first = at
    for index in range(at):
        if any(of_asyncio(file, part, *TASKS, *_GROUPS) for part in own_nodes_of(block[index])):
            first = min(first, index)
    module = (dotted(run.func) or "").rpartition(".")[0]
    if not module or scope_at(file, block[first]) is not scope:
        return None
    if any(part is not run for one in block[first : at + 1] for part in own_nodes_of(one) if part in runs_of(file)):
        return None
    edits = in_coroutine(file, block[first : at + 1], [run], module)
    return Mend(tuple(edits)) if edits is not None else None


def own_nodes_of(node: ast.stmt) -> list[ast.AST]:
    """The nodes of a statement that run with it: not those in functions that it defines."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return []
    return list(own_nodes(ast.Module([node], [])))


def _alone(at: Failing, call: ast.Call) -> Mend | None:
    """A task that nothing waits for, in a file that runs nothing else."""
    file, node = at.file, at.node
    if not isinstance(node, ast.Expr) or node.value is not call or called(call) not in TASKS or len(call.args) != 1:
        return None
    module = (dotted(call.func) or "").rpartition(".")[0]
    others = [one for one in file.nodes if of_asyncio(file, one, *TASKS) and one is not call
              and scope_at(file, one) is scope_at(file, call)]  # fmt: skip
    if not module or others or call.keywords or _loop_at_hand(file, call) is not None:
        return None
    scope = scope_at(file, call)
    threaded = _in_thread(file, scope) if isinstance(scope, ast.FunctionDef) else False
    if isinstance(scope, ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda) or (runs_of(file) and not threaded):
        return None
    if isinstance(scope, ast.FunctionDef) and isinstance(file.parents.get(id(scope)), ast.ClassDef) and not threaded:
        return None
    edit = TextEdit(file.span(call.func)[0], file.span(call.func)[1], f"{module}.run")
    sure = threaded is True or (threaded is False and _is_called(file, scope))
    sure = sure and (threaded is True or _is_last(file, node) or _ends(file, call.args[0]))
    return Mend((edit,), sure=sure)


def _is_called(file: Module, scope: ast.AST) -> bool:
    """Whether the scope is the module, or a function that the file calls and hands to nothing, which may have a loop of
    its own."""
    if not isinstance(scope, ast.FunctionDef):
        return True
    uses = file.uses(scope.name, file.tree)
    calls = [file.parents.get(id(use)) for use in uses]
    return bool(uses) and not scope.decorator_list and all(
        isinstance(call, ast.Call) and call.func is use for call, use in zip(calls, uses, strict=True)
    )  # fmt: skip


def _in_thread(file: Module, function: ast.FunctionDef) -> bool | None:
    """Whether every use of a function gives it to a thread of its own; None where an executor of a loop gets it, which
    may want it to be handed to the loop."""
    names = [one for one in file.nodes if isinstance(one, ast.Name | ast.Attribute)
             and getattr(one, "id", getattr(one, "attr", None)) == function.name]  # fmt: skip
    found = []
    for use in names:
        outer = file.parents.get(id(use))
        call = file.parents.get(id(outer)) if isinstance(outer, ast.keyword) else outer
        if not isinstance(call, ast.Call) or call.func is use:
            return False
        if called(call) in ("to_thread", "run_in_executor"):
            return None
        given = keyword_of(call, _THREADED.get(called(call), ""))
        found.append((given is not None and given.value is use) or (called(call) in _HANDED and use in call.args))
    return bool(found) and all(found)


def _is_last(file: Module, node: ast.stmt) -> bool:
    """Whether nothing of the file runs after a statement that stands at the module's level."""
    outer = file.parents.get(id(node))
    if isinstance(outer, ast.If) and outer in file.tree.body:
        return outer.body[-1] is node and file.tree.body[-1] is outer
    return outer is file.tree and file.tree.body[-1] is node


def _ends(file: Module, coroutine: ast.expr) -> bool:
    """Whether the coroutine is one of the file's that comes to an end by itself."""
    function = file.function(called(coroutine)) if isinstance(coroutine, ast.Call) else None
    return isinstance(function, ast.AsyncFunctionDef) and not any(
        isinstance(part, ast.While | ast.AsyncFor) for part in ast.walk(function)
    )


def _loop_above(at: Failing, call: ast.Call) -> str | None:
    """The loop of the same function that is made above and run below."""
    file, scope = at.file, scope_at(at.file, call)
    for one in own_nodes(scope):
        if not isinstance(one, ast.Assign) or len(one.targets) != 1 or not of_asyncio(file, one.value, *_MAKERS):
            continue
        name = dotted(one.targets[0])
        used = [part for part in own_nodes(scope) if isinstance(part, ast.Call)
                and dotted(part.func) in (f"{name}.run_until_complete", f"{name}.run_forever")]  # fmt: skip
        if name is not None and one.lineno < call.lineno and used and all(part.lineno >= call.lineno for part in used):
            return name
    return None


def _loop_at_hand(file: Module, call: ast.Call) -> tuple[str, bool] | None:
    """A loop that the function can name: a variable around it or its parameter, an attribute of `self`, that is bound
    to a loop once; and whether the file made it, which may run it later."""
    found: dict[str, bool] = {}
    for one in file.nodes:
        if not isinstance(one, ast.Assign) or len(one.targets) != 1:
            continue
        if not of_asyncio(file, one.value, "get_running_loop", *_MAKERS):
            continue
        target, made = one.targets[0], of_asyncio(file, one.value, *_MAKERS)
        if isinstance(target, ast.Name):
            scope = file.scope_of(target.id, target)
            alone = scope is not None and len(file.bindings(target.id, scope)) == 1
            if alone and file.scope_of(target.id, call) is scope and scope is not scope_at(file, call):
                found[target.id] = made
        elif dotted(target) == f"self.{getattr(target, 'attr', '')}":
            owner = _class_around(file, one)
            if owner is not None and owner is _class_around(file, call):
                found[str(dotted(target))] = made
    scope = scope_at(file, call)
    if isinstance(scope, ast.FunctionDef):
        found |= {one.arg: False for one in (*scope.args.args, *scope.args.kwonlyargs)
                  if one.arg in ("loop", "event_loop", "main_loop")}  # fmt: skip
    return found.popitem() if len(found) == 1 else None


def _class_around(file: Module, node: ast.AST) -> ast.ClassDef | None:
    return next((outer for outer in file.around(node) if isinstance(outer, ast.ClassDef)), None)


def hand_to_loop(request: Request) -> Mend | None:
    """The task made by the loop that is at hand."""
    asked = told(request, _NO_LOOP)
    if asked is None:
        return None
    file = asked.file
    made = [one for one in asked.parts(ast.Call) if of_asyncio(file, one, *TASKS) and one.args]
    if len(made) != 1:
        return None
    call = made[0]
    above = _loop_above(asked, call)
    start, end = file.span(call.func)
    if above is not None:
        return Mend((TextEdit(start, end, f"{above}.create_task"),))
    loop = _loop_at_hand(file, call)
    if loop is None or call.keywords or len(call.args) != 1 or not isinstance(scope_at(file, call), ast.FunctionDef):
        return None
    if loop[1] and not has_threads(file):
        return Mend((TextEdit(start, end, f"{loop[0]}.create_task"),))
    imports = imports_for(file.source, 1, True)
    given = file.span(call.args[0])[1]
    name = imports.name("asyncio", "run_coroutine_threadsafe")
    used = not (isinstance(asked.node, ast.Expr) and asked.node.value is call)
    return Mend((*imports.edits(), TextEdit(start, end, name), TextEdit(given, given, f", {loop[0]}")), sure=not used)


RECIPES = (
    Recipe(
        "run-coroutine",
        "Runs the coroutine in a loop, or makes its tasks in an async function that is run.",
        run_coroutine,
        unsure="What comes after it would wait until the coroutine ends.",
    ),
    Recipe(
        "hand-to-loop",
        "Makes the task with the loop that is at hand.",
        hand_to_loop,
        unsure="What is done with the task has to fit a future of another thread.",
    ),
)

"""`gather-tasks`: the coroutines and tasks that `gather` and `wait` of asyncio are given, and the sets that wait gives.

- `gather(tasks)` of a list becomes `gather(*tasks)`, of a dictionary `gather(*tasks.values())`.
- `wait` gets tasks for coroutines, where they are made in an async function, and a list.
- `done = await wait(tasks)` gets both of the sets that it gives. Not sure where `done` is used otherwise than by loops.

Sources: https://docs.python.org/3/library/asyncio-task.html#asyncio.gather,
https://docs.python.org/3/library/asyncio-task.html#asyncio.wait
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import POSTFIXED, called, dotted
from tracemend.fixes.toolkit.edits import in_parentheses, merged
from tracemend.fixes.toolkit.failing import Failing, told
from tracemend.fixes.toolkit.names import free_name
from tracemend.source.module import Module
from tracemend.source.reach import elements, reach

_LISTED = lazy.regex(r"unhashable type: '(?:list|set|dict)'|awaitable is required|Task got bad yield")
_FORBIDDEN = lazy.regex(r"Passing coroutines is forbidden, use tasks explicitly")
_SINGLE = lazy.regex(
    r"expects? an? (?:list|iterable) of (?:futures|awaitables), not (?P<given>coroutine|\w*Task|\w*Future)"
    r"|(?:wait|as_completed)\(\) takes 1 positional argument but \d+ were given"
)
_SETS = lazy.regex(r"'set' object has no attribute '(?:result|exception|cancel|done|get_name)'")


def _calls(at: Failing, *names: str) -> list[ast.Call]:
    return at.parts(ast.Call, lambda call: called(call) in names)


def gather_tasks(request: Request) -> Mend | None:
    """A list spread for gather, tasks for wait."""
    asked = told(request, _FORBIDDEN)
    if asked is not None:
        return _tasks_for_wait(asked)
    for pattern, form in ((_SINGLE, _listed_for_wait), (_SETS, _two_sets)):
        asked = told(request, pattern)
        if asked is not None:
            return form(asked)
    asked = told(request, _LISTED)
    if asked is None:
        return None
    for call in _calls(asked, "gather"):
        if len(call.args) == 1 and not isinstance(call.args[0], ast.Starred):
            return _spread(asked.file, call, request.report.first_line)
    return None


def _spread(file: Module, call: ast.Call, message: str) -> Mend | None:
    """`gather(*tasks)`."""
    given = call.args[0]
    start, end = file.span(given)
    sources = reach(file, given)
    known = sources is not None and all(_holds_awaitables(one) for one in sources)
    if (not known and "unhashable" not in message) or _is_coroutine(file, given):
        return None
    if end == file.span(call)[1]:  # a generator whose parentheses are the call's
        return Mend((TextEdit(start + 1, start + 1, "*("), TextEdit(end, end, ")")))
    if in_parentheses(file, call, given):
        return None
    edits = [TextEdit(start, start, "*")]
    if "'dict'" in message:
        mapped = sources is not None and all(isinstance(one, ast.Dict | ast.DictComp) for one in sources)
        if not isinstance(given, POSTFIXED):
            return None
        return Mend((*edits, TextEdit(end, end, ".values()")), sure=mapped)
    own = isinstance(given, ast.List | ast.Tuple) and not any(isinstance(one, ast.Starred) for one in given.elts)
    return Mend(tuple(edits), sure=known or (own and sources is None))


def _holds_awaitables(node: ast.expr) -> bool:
    """Whether a list is written out, or made by a comprehension, of what may be awaited."""
    if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp):
        items = [node.elt]
    elif isinstance(node, ast.List | ast.Tuple | ast.Set):
        items = node.elts
    else:
        return False
    return not any(isinstance(one, ast.List | ast.Tuple | ast.Set | ast.Dict | ast.Constant) for one in items)


def _is_coroutine(file: Module, node: ast.expr) -> bool:
    """Whether an expression calls an async function of the file: it is no list."""
    return isinstance(node, ast.Call) and isinstance(file.function(called(node)), ast.AsyncFunctionDef)


def _tasks_for_wait(at: Failing) -> Mend | None:
    """`create_task` around each coroutine that wait is given."""
    file = at.file
    for call in _calls(at, "wait"):
        sources = reach(file, call.args[0]) if call.args else None
        node = sources[0] if sources is not None and len(sources) == 1 else None
        made = elements(node) if node is not None else None
        if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp):
            made = [node.elt]
        if not made or not all(isinstance(one, ast.Call) for one in made) or not isinstance(call.func, ast.Attribute):
            return None
        if any(called(one) in ("create_task", "ensure_future") for one in made if isinstance(one, ast.Call)):
            return None
        here, makers = _function_around(file, call), [_function_around(file, one) for one in made]
        if not all(one is here or isinstance(one, ast.AsyncFunctionDef) for one in makers):
            return None  # no loop runs there, which could take the tasks
        module = dotted(call.func.value)
        edits = []
        for one in made:
            start, end = file.span(one)
            edits += [TextEdit(start, start, f"{module}.create_task("), TextEdit(end, end, ")")]
        return Mend(tuple(edits)) if module is not None else None
    return None


def _function_around(file: Module, node: ast.AST) -> ast.AST | None:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
    return next((one for one in file.around(node) if isinstance(one, kinds)), None)


def _listed_for_wait(at: Failing) -> Mend | None:
    """`wait([one, other])` for `wait(one, other)`; `wait(tasks)` for `wait(*tasks)`. What wait needs tasks of, and is
    given as coroutines, becomes tasks."""
    file = at.file
    calls = [one for one in _calls(at, "wait", "as_completed") if one.args]
    if len(calls) != 1 or not isinstance(calls[0].func, ast.Attribute):
        return None
    call, module = calls[0], dotted(calls[0].func.value)
    if module is None or any(in_parentheses(file, call, one) for one in call.args):
        return None
    edits: list[TextEdit] = []
    needs = called(call) == "wait"
    for one in call.args:
        starred = isinstance(one, ast.Starred)
        sources = reach(file, one.value if isinstance(one, ast.Starred) else one) or []
        made = [part for source in sources for part in _items_of(source, starred)]
        if not made or not all(isinstance(part, ast.Call) for part in made):
            return None
        tasks = all(called(part) in ("create_task", "ensure_future") for part in made if isinstance(part, ast.Call))
        if needs and not tasks:
            if starred or one is not sources[0] or any(
                isinstance(part, ast.Call) and called(part) in ("create_task", "ensure_future") for part in made
            ):  # fmt: skip
                return None
            start, end = file.span(one)
            edits += [TextEdit(start, start, f"{module}.create_task("), TextEdit(end, end, ")")]
    first, last = call.args[0], call.args[-1]
    if isinstance(first, ast.Starred) and first is last:
        start, inner = file.span(first)[0], file.span(first.value)[0]
        return Mend((TextEdit(start, inner, ""),)) if file.source.text[start:inner] == "*" else None
    start, end = file.span(first)[0], file.span(last)[1]
    return Mend(merged([TextEdit(start, start, "["), *edits, TextEdit(end, end, "]")]))


def _items_of(node: ast.expr, starred: bool) -> list[ast.expr]:
    """What a list holds, as far as it is written; the expression itself where it is no list."""
    if not starred:
        return [node]
    if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp):
        return [node.elt]
    return elements(node) or []


def _two_sets(at: Failing) -> Mend | None:
    """`done, pending = await asyncio.wait(...)` for `done = ...`, whose tasks a loop goes over."""
    file = at.file
    for name in at.every(ast.Name):
        scope = file.scope_of(name.id, name)
        loops = [one for one in file.nodes if isinstance(one, ast.For) and isinstance(one.target, ast.Name)
                 and one.target.id == name.id and isinstance(one.iter, ast.Name)
                 and file.scope_of(name.id, one.target) is scope]  # fmt: skip
        for loop in loops:
            source = loop.iter
            if not isinstance(source, ast.Name):
                continue
            value = file.only_value(source.id, source)
            node = value[1] if value is not None else None
            waits = isinstance(node, ast.Await) and isinstance(node.value, ast.Call) and called(node.value) == "wait"
            if value is None or not waits or not isinstance(value[0], ast.Assign) or len(value[0].targets) != 1:
                continue
            outers = [
                file.parents.get(id(use)) for use in file.uses(source.id, file.scope_of(source.id, source) or file.tree)
            ]
            if any(isinstance(one, ast.Subscript) for one in outers):
                return None  # it is taken as the pair that it is
            end = file.span(value[0].targets[0])[1]
            loops_alone = all(isinstance(one, ast.For | ast.comprehension) for one in outers)
            edit = TextEdit(end, end, f", {free_name(file.source, 'pending', 'rest')}")
            return Mend((edit,), sure=loops_alone)
    return None


RECIPES = (
    Recipe(
        "gather-tasks",
        "Hands the tasks over as gather and wait take them.",
        gather_tasks,
        unsure="The code does not show that it is a list of coroutines.",
    ),
)

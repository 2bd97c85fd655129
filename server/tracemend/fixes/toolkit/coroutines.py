"""Functions made async, with everything that calls them: `await` in other async functions, `asyncio.run` at the
module's level."""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import TextEdit
from tracemend.fixes.toolkit.code import called
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import Module
from tracemend.source.reach import attribute_values, reach

RUNNERS = ("run", "create_task", "ensure_future", "gather", "wait_for", "run_until_complete", "shield")
"""What takes a coroutine as it is."""
_TIGHT = (ast.Attribute, ast.Subscript, ast.BinOp, ast.Call, ast.UnaryOp, ast.Compare)
_OWNERS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
_MOST = 8
"""Functions that one mend makes async."""
_DEPTH = 5
_CALLED_BACK = frozenset(
    ("start_server", "start_unix_server", "serve", "unix_serve", "add_get", "add_post", "add_put", "add_delete",
     "add_route", "add_command", "add_cog", "start_soon", "create_unix_server")
)  # fmt: skip
"""What calls a function that it is given and awaits the answer."""
_ASYNC_DECORATORS = (
    ("discord", ("event", "command", "listen", "loop")),
    ("fastapi", ("get", "post", "put", "delete", "patch", "websocket", "middleware", "exception_handler")),
    ("aiohttp", ("get", "post", "put", "delete", "patch", "view", "middleware")),
)
"""By library: the decorators' names whose functions may be async, and which then await."""


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
        decorated = bool(one.decorator_list)
        uses = _uses(file, one)
        calls = [call for use in uses if (call := _call_of(file, use)) is not None]
        handed = all(_is_awaited_there(file, use, _DEPTH) for use in uses if _call_of(file, use) is None)
        sure = (
            sure
            and not generator
            and handed
            and _has_own_name(file, one)
            and (_is_decorated_async(file, one) if decorated else bool(uses))
        )
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


def _has_own_name(file: Module, function: ast.FunctionDef) -> bool:
    """Whether no other function of the file has a method's name: who is asked for it may be of another class."""
    if not isinstance(file.parents.get(id(function)), ast.ClassDef):
        return True
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return not any(isinstance(one, kinds) and one.name == function.name and one is not function for one in file.nodes)


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


def _is_decorated_async(file: Module, function: ast.FunctionDef) -> bool:
    """Whether each decorator is one of a library whose functions may be async."""
    names = [called(one) if isinstance(one, ast.Call) else getattr(one, "attr", "") for one in function.decorator_list]
    imported = {
        (one.module or "").partition(".")[0] if isinstance(one, ast.ImportFrom) else alias.name.partition(".")[0]
        for one in file.nodes
        if isinstance(one, ast.Import | ast.ImportFrom)
        for alias in one.names
    }
    return any(library in imported and all(name in known for name in names) for library, known in _ASYNC_DECORATORS)


def _is_awaited_there(file: Module, use: ast.expr, depth: int) -> bool:
    """Whether a function that is handed over, returned or assigned comes to where its answer is awaited."""
    outer = file.parents.get(id(use))
    if depth <= 0:
        return False
    if isinstance(outer, ast.keyword):
        use_in, outer = outer.arg, file.parents.get(id(outer))
    else:
        use_in = None
    if isinstance(outer, ast.Call):
        if called(outer) in _CALLED_BACK:
            return True
        if called(outer) == "partial":
            return _is_awaited_there(file, outer, depth - 1)
        return _awaits_its_parameter(file, outer, use, use_in)
    if isinstance(outer, ast.Return):
        maker = owner_of(file, outer)
        if not isinstance(maker, ast.FunctionDef):
            return False
        uses = _uses(file, maker)
        calls = [_call_of(file, one) for one in uses]
        return bool(uses) and all(call is not None and _is_awaited_there(file, call, depth - 1) for call in calls)
    if isinstance(outer, ast.Assign) and len(outer.targets) == 1 and isinstance(outer.targets[0], ast.Name):
        target = outer.targets[0]
        only = file.only_value(target.id, target)
        scope = file.scope_of(target.id, target)
        names = file.uses(target.id, scope) if only is not None and scope is not None else []
        return bool(names) and all(_is_awaited_there(file, one, depth - 1) for one in names)
    return False


def _awaits_its_parameter(file: Module, call: ast.Call, given: ast.expr, keyword: str | None) -> bool:
    """Whether the file's function that is called awaits each call of the parameter that `given` is."""
    function = file.function(called(call))
    if function is None or (given not in call.args and keyword is None):
        return False
    names = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
    index = call.args.index(given) if given in call.args else -1
    name = keyword or (names[index] if index < len(names) else None)
    if name is None or any(isinstance(one, ast.Starred) for one in call.args):
        return False
    uses = file.uses(name, function)
    return bool(uses) and all(
        (made := _call_of(file, one)) is not None
        and (
            isinstance(outer := file.parents.get(id(made)), ast.Await)
            or (isinstance(outer, ast.Call) and called(outer) in RUNNERS)
        )
        for one in uses
    )


def coroutine_calls(file: Module, node: ast.expr, depth: int = _DEPTH) -> list[ast.Call]:
    """The calls that are not awaited and whose coroutine the value of `node` is: of async functions of the file, of
    plain ones that return such a coroutine. Followed through names, parameters, attributes of `self` and lists."""
    if depth <= 0:
        return []
    found: dict[int, ast.Call] = {}
    for source in _sources(file, node):
        if not isinstance(source, ast.Call):
            more = coroutine_calls(file, source, depth - 1) if source is not node else []
        elif isinstance(file.parents.get(id(source)), ast.Await):
            continue
        else:
            usable = _gives_coroutine(file, source, depth) and not _is_awaited_later(file, source)
            more = [source] if usable and not _in_generator(file, source) else []
        found.update((id(call), call) for call in more)
    return list(found.values())


def _sources(file: Module, node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.Attribute):
        return attribute_values(file, node) or []
    if isinstance(node, ast.Name):
        listed = _iterated(file, node)
        made = reach(file, listed) if listed is not None else None
        comprehensions = [one for one in made or () if isinstance(one, ast.ListComp)]
        if made is not None and len(comprehensions) == len(made) == 1:
            return [comprehensions[0].elt]
    return reach(file, node) or []


def _iterated(file: Module, name: ast.Name) -> ast.expr | None:
    """What the loop or comprehension around a name goes over that gives it its values."""
    for outer in file.around(name):
        if isinstance(outer, ast.For) and isinstance(outer.target, ast.Name) and outer.target.id == name.id:
            return outer.iter if outer.iter is not name else None
        if isinstance(outer, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            for part in outer.generators:
                if isinstance(part.target, ast.Name) and part.target.id == name.id:
                    return part.iter
        if isinstance(outer, _OWNERS):
            return None
    return None


def _is_awaited_later(file: Module, call: ast.Call) -> bool:
    """Whether the name that a call's coroutine gets is awaited, or given to a task, elsewhere."""
    outer = file.parents.get(id(call))
    target = outer.targets[0] if isinstance(outer, ast.Assign) and len(outer.targets) == 1 else None
    scope = file.scope_of(target.id, target) if isinstance(target, ast.Name) else None
    for use in file.uses(target.id, scope) if isinstance(target, ast.Name) and scope is not None else ():
        user = file.parents.get(id(use))
        if isinstance(user, ast.Await) or (isinstance(user, ast.Call) and called(user) in RUNNERS):
            return True
    return isinstance(owner_of(file, call), ast.Lambda | ast.ClassDef)


def _gives_coroutine(file: Module, call: ast.Call, depth: int) -> bool:
    every = [
        one
        for one in file.nodes
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) and one.name == called(call)
    ]
    if len(every) != 1 or any(isinstance(part, ast.Yield | ast.YieldFrom) for part in ast.walk(every[0])):
        return False
    if isinstance(every[0], ast.AsyncFunctionDef):
        return True
    returned = [one.value for one in ast.walk(every[0]) if isinstance(one, ast.Return)]
    return bool(returned) and all(one is not None and coroutine_calls(file, one, depth - 1) for one in returned)

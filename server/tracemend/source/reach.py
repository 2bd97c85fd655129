"""Which expressions of the file give a name its value: through assignments, calls' arguments, loops over a display."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from tracemend.source.module import Module
from tracemend.source.scopes import Scope, own_nodes

_DEPTH = 6
_MOST = 40
Function = ast.FunctionDef | ast.AsyncFunctionDef


def reach(file: Module, node: ast.expr, depth: int = _DEPTH) -> list[ast.expr] | None:
    """The expressions that the value of `node` comes from, as far as names lead; None where the file does not show
    all of them.

    A name that several places bind is not followed; one that is a parameter is followed to every call of its function,
    one that a loop binds to every item of a display.
    """
    if not isinstance(node, ast.Name):
        item = _item(file, node, depth)
        return item if item is not None else [node]
    if depth <= 0:
        return None
    scope = file.scope_of(node.id, node)
    if scope is None:
        return None
    bound = file.bindings(node.id, scope)
    if len(bound) != 1:
        return None
    if bound[0].value is not None:
        return reach(file, bound[0].value, depth - 1)
    if isinstance(bound[0].node, ast.arg):
        return _arguments(file, scope, bound[0].node, depth)
    if isinstance(bound[0].node, ast.For):
        return _items(file, bound[0].node, node.id, depth)
    return None


def _each(file: Module, nodes: list[ast.expr], depth: int) -> list[ast.expr] | None:
    found: list[ast.expr] = []
    for node in nodes:
        more = reach(file, node, depth - 1)
        if more is None or len(found) + len(more) > _MOST:
            return None
        found += more
    return found or None


def _item(file: Module, node: ast.expr, depth: int) -> list[ast.expr] | None:
    """The items of a display that `name[...]` may mean."""
    if not isinstance(node, ast.Subscript) or isinstance(node.slice, ast.Slice) or depth <= 0:
        return None
    outer = reach(file, node.value, depth - 1)
    if outer is None or len(outer) != 1:
        return None
    if isinstance(outer[0], ast.Dict) and isinstance(node.slice, ast.Constant):
        key = node.slice.value
        fitting = [
            value
            for name, value in zip(outer[0].keys, outer[0].values, strict=True)
            if isinstance(name, ast.Constant) and name.value == key
        ]
        return _each(file, fitting, depth) if len(fitting) == 1 else None
    items = elements(outer[0])
    if items is None or not items:
        return None
    if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, int):
        return _each(file, [items[node.slice.value]], depth) if -len(items) <= node.slice.value < len(items) else None
    return _each(file, items, depth)


def _items(file: Module, loop: ast.For, name: str, depth: int) -> list[ast.expr] | None:
    outer = reach(file, loop.iter, depth - 1)
    items = elements(outer[0]) if outer is not None and len(outer) == 1 else None
    if items is None:
        return None
    if isinstance(loop.target, ast.Name):
        return _each(file, items, depth)
    if not isinstance(loop.target, ast.Tuple):
        return None
    index = next((at for at, one in enumerate(loop.target.elts) if isinstance(one, ast.Name) and one.id == name), None)
    rows = [elements(item) for item in items]
    if index is None or any(row is None or len(row) <= index for row in rows):
        return None
    return _each(file, [row[index] for row in rows if row is not None], depth)


def given(file: Module, node: ast.Name) -> list[ast.expr] | None:
    """What every call of its function hands over for a parameter, as it is written there."""
    scope = file.scope_of(node.id, node)
    bound = file.bindings(node.id, scope) if scope is not None else []
    argument = bound[0].node if len(bound) == 1 else None
    return _handed(file, scope, argument) if scope is not None and isinstance(argument, ast.arg) else None


def _arguments(file: Module, scope: Scope, argument: ast.arg, depth: int) -> list[ast.expr] | None:
    found = _handed(file, scope, argument)
    return _each(file, found, depth) if found else None


def _handed(file: Module, scope: Scope, argument: ast.arg) -> list[ast.expr] | None:
    """What every call of the function hands over for the argument; None where one is not seen or cannot be told."""
    if not isinstance(scope, Function):
        return None
    uses = _uses(file, scope)
    if uses is None:
        return None
    names = [arg.arg for arg in (*scope.args.posonlyargs, *scope.args.args)]
    names = names[1:] if isinstance(file.parents.get(id(scope)), ast.ClassDef) else names
    found: list[ast.expr] = []
    for use in uses:
        call = file.parents.get(id(use))
        if not isinstance(call, ast.Call) or call.func is not use:
            return None
        if any(isinstance(arg, ast.Starred) for arg in call.args) or any(key.arg is None for key in call.keywords):
            return None
        value = next((key.value for key in call.keywords if key.arg == argument.arg), None)
        index = names.index(argument.arg) if argument.arg in names else len(call.args)
        value = value or (call.args[index] if index < len(call.args) else _default(scope, argument.arg))
        if value is None:
            return None
        found.append(value)
    return found


def _uses_of_method(file: Module, method: Function) -> list[ast.expr] | None:
    """Where a method is called by its name, which no other function of the file has; where its class is, for `__init__`
    of a class without subclasses."""
    owner = file.parents.get(id(method))
    if not isinstance(owner, ast.ClassDef) or method.decorator_list:
        return None
    if method.name == "__init__":
        if file.class_named(owner.name) is not owner or file.scope_of(owner.name, owner) is not file.tree:
            return None
        uses = file.uses(owner.name, file.tree)
        if any(isinstance(file.parents.get(id(use)), ast.ClassDef) for use in uses):
            return None
        return [use for use in uses if isinstance(file.parents.get(id(use)), ast.Call | ast.keyword)]
    same = [one for one in file.nodes if isinstance(one, Function) and one.name == method.name]
    if len(same) != 1:
        return None
    return [one for one in file.nodes if isinstance(one, ast.Attribute) and one.attr == method.name]


def _uses(file: Module, function: Function) -> Sequence[ast.expr] | None:
    """Where a function of the module, or a method, is taken; None where it cannot be told."""
    if isinstance(file.parents.get(id(function)), ast.ClassDef):
        return _uses_of_method(file, function)
    return file.uses(function.name, file.tree) if file.function(function.name) is function else None


def _default(function: Function, name: str) -> ast.expr | None:
    """The default value of a parameter."""
    positional = [arg.arg for arg in (*function.args.posonlyargs, *function.args.args)]
    pairs = [*zip(reversed(positional), reversed(function.args.defaults), strict=False)]
    pairs += [
        (arg.arg, value)
        for arg, value in zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True)
        if value is not None
    ]
    return next((value for known, value in pairs if known == name), None)


def attribute_values(file: Module, node: ast.Attribute) -> list[ast.expr] | None:
    """The one value that the class assigns to `self.name`."""
    if not (isinstance(node.value, ast.Name) and node.value.id == "self"):
        return None
    around = next((outer for outer in file.around(node) if isinstance(outer, ast.ClassDef)), None)
    found: list[ast.expr] = []
    for part in ast.walk(around) if around is not None else ():
        targets = (
            part.targets if isinstance(part, ast.Assign) else [part.target] if isinstance(part, ast.AnnAssign) else []
        )
        if any(isinstance(one, ast.Attribute) and one.attr == node.attr for one in targets):
            value = getattr(part, "value", None)
            if not isinstance(value, ast.expr):
                return None
            found.append(value)
    return found if len(found) == 1 else None


def elements(node: ast.expr) -> list[ast.expr] | None:
    """The items of a list, tuple or set display; None for anything else or where one is spread."""
    if not isinstance(node, ast.List | ast.Tuple | ast.Set) or any(isinstance(one, ast.Starred) for one in node.elts):
        return None
    return list(node.elts)


def results(file: Module, node: ast.expr, depth: int = _DEPTH) -> list[ast.expr] | None:
    """As `reach`, through what the file's plain functions return as well: the expressions that no function of the file
    computes. None where the file does not show all of them."""
    sources = attribute_values(file, node) if isinstance(node, ast.Attribute) else reach(file, node)
    if sources is None or depth <= 0:
        return None
    found: list[ast.expr] = []
    for source in sources:
        name = source.func.id if isinstance(source, ast.Call) and isinstance(source.func, ast.Name) else ""
        function = file.function(name) if name else None
        if function is None:
            again = isinstance(source, ast.Attribute) and source is not node
            more = results(file, source, depth - 1) if again else None
            found += more if more is not None else [source]
            continue
        own = [one for one in own_nodes(function) if isinstance(one, ast.Return | ast.Yield | ast.YieldFrom)]
        if not isinstance(function, ast.FunctionDef) or not own or function.decorator_list:
            return None
        for one in own:
            inner = results(file, one.value, depth - 1) if isinstance(one, ast.Return) and one.value else None
            if inner is None or len(found) + len(inner) > _MOST:
                return None
            found += inner
    return found or None

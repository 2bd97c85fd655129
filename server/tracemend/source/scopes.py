"""The scopes of parsed code: which nodes run in one, and what they bind."""

from __future__ import annotations

import ast
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
Function = ast.FunctionDef | ast.AsyncFunctionDef
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
Scope = ast.Module | Definition | ast.Lambda


class Binding(NamedTuple):
    """One place that binds a name. `node` is the statement, argument, comprehension or handler that does; `value` is
    what a plain assignment `name = value` gives it, None for every other kind."""

    node: ast.AST
    value: ast.expr | None = None


def statements_in(node: ast.AST) -> Iterator[ast.stmt]:
    """The statements directly in a node: its bodies and those of its handlers and cases."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt):
            yield child
        elif isinstance(child, ast.ExceptHandler | ast.match_case):
            yield from child.body


def own_nodes(scope: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run in a scope itself: not those in the functions and classes inside it (their decorators,
    defaults and bases count; comprehensions too, though their loop's names are their own)."""
    waiting = deque[ast.AST]([scope.body] if isinstance(scope, ast.Lambda) else getattr(scope, "body", ()))
    while waiting:
        node = waiting.popleft()
        yield node
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            waiting += node.decorator_list
            if isinstance(node, ast.ClassDef):
                waiting += [*node.bases, *node.keywords]
            else:
                waiting += [*node.args.defaults, *(one for one in node.args.kw_defaults if one is not None)]
        elif not isinstance(node, ast.Lambda):
            waiting += ast.iter_child_nodes(node)


def bound_in(scope: ast.AST, name: str) -> list[ast.AST]:
    """The nodes that bind a name in a scope itself: what makes it local there. Parameters are not among them."""
    return [node for node in own_nodes(scope) if name in names_bound(node)]


def names_bound(node: ast.AST) -> tuple[str, ...]:
    """The names that one node binds."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
        return (node.id,)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return (node.name,)
    if isinstance(node, ast.Import | ast.ImportFrom):
        return tuple(alias.asname or alias.name.partition(".")[0] for alias in node.names)
    if isinstance(node, ast.ExceptHandler) and node.name:
        return (node.name,)
    if isinstance(node, ast.MatchAs | ast.MatchStar) and node.name:
        return (node.name,)
    return ()


def parameter_names(function: Function | ast.Lambda) -> list[str]:
    """The names of all parameters, in their order."""
    arguments = function.args
    plain = [*arguments.posonlyargs, *arguments.args]
    rest = [arguments.vararg, *arguments.kwonlyargs, arguments.kwarg]
    return [one.arg for one in (*plain, *rest) if one is not None]


def decorated_with(function: Function, *names: str) -> bool:
    """Whether a decorator's last name is one of these."""
    for one in function.decorator_list:
        node = one.func if isinstance(one, ast.Call) else one
        if getattr(node, "attr", getattr(node, "id", None)) in names:
            return True
    return False


def methods(owner: ast.ClassDef) -> list[Function]:
    """The functions of a class's own body."""
    return [node for node in statements_in(owner) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def members(owner: ast.ClassDef) -> set[str]:
    """The names that a class gives its objects: methods, class attributes, and what methods assign to `self`."""
    found = {name for node in own_nodes(owner) for name in names_bound(node)}
    for method in methods(owner):
        first = next(iter(parameter_names(method)), None)
        for part in ast.walk(method):
            if isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Store) and _is_name(part.value, first):
                found.add(part.attr)
    return found


def _is_name(node: ast.AST, name: str | None) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def binds(target: ast.AST, name: str) -> bool:
    """Whether a name stands in a target (or in any other node)."""
    return any(isinstance(part, ast.Name) and part.id == name for part in ast.walk(target))


class Names(NamedTuple):
    """What a scope binds itself (parameters too), by name, each in the order of the text; and what it declares by
    `global` and `nonlocal`. `scope` is kept, so that its `id` stays its own."""

    scope: Scope
    bound: dict[str, list[Binding]]
    declared: dict[str, set[type[ast.AST]]]


def names_of(scope: Scope, parents: dict[int, ast.AST]) -> Names:
    """All names of a scope in one walk."""
    found = Names(scope, {}, {})
    if isinstance(scope, Function | ast.Lambda):
        every = scope.args
        for arg in (*every.posonlyargs, *every.args, *every.kwonlyargs, every.vararg, every.kwarg):
            if arg is not None:
                found.bound.setdefault(arg.arg, []).append(Binding(arg))
    for part in own_nodes(scope):
        if isinstance(part, ast.Global | ast.Nonlocal):
            for name in part.names:
                found.declared.setdefault(name, set()).add(type(part))
            continue
        for name in _bindable(part):
            binding = binding_of(part, name, parents)
            if binding is not None:
                found.bound.setdefault(name, []).append(binding)
    for several in found.bound.values():
        several.sort(key=lambda one: (getattr(one.node, "lineno", 0), getattr(one.node, "col_offset", 0)))
    return found


def _bindable(node: ast.AST) -> tuple[str, ...]:
    """The name that `binding_of` may answer for."""
    if isinstance(node, ast.Name):
        return () if isinstance(node.ctx, ast.Load) else (node.id,)
    if isinstance(node, ast.alias):
        return (node.asname or node.name.partition(".")[0],)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return (node.name,)
    if isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
        return (node.name,)
    return ()


def binding_of(node: ast.AST, name: str, parents: dict[int, ast.AST]) -> Binding | None:
    """What `node` itself binds the name by."""
    if isinstance(node, ast.Name) and node.id == name and not isinstance(node.ctx, ast.Load):
        outer = parents.get(id(node))
        if isinstance(outer, ast.Assign) and all(isinstance(target, ast.Name) for target in outer.targets):
            return Binding(outer, outer.value)
        if isinstance(outer, ast.AnnAssign):
            return Binding(outer, outer.value) if outer.value is not None else None
        spread = _spread(node, outer, parents)
        if spread is not None:
            return spread
        at: ast.AST | None = outer
        while at is not None and not isinstance(at, ast.stmt):
            if isinstance(at, ast.comprehension):
                return None  # a variable of the comprehension's own
            at = parents.get(id(at))
        return Binding(at or node)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and node.name == name:
        return Binding(node)
    if isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name == name:
        return Binding(node)
    if isinstance(node, ast.alias) and (node.asname or node.name.partition(".")[0]) == name:
        return Binding(node)
    return None


def _spread(node: ast.Name, outer: ast.AST | None, parents: dict[int, ast.AST]) -> Binding | None:
    """The part of `a, b = 1, 2` that one of the names gets."""
    assign = parents.get(id(outer)) if isinstance(outer, ast.Tuple | ast.List) else None
    if not isinstance(assign, ast.Assign) or len(assign.targets) != 1 or not isinstance(outer, ast.Tuple | ast.List):
        return None
    value = assign.value
    if not isinstance(value, ast.Tuple | ast.List) or len(value.elts) != len(outer.elts):
        return None
    if any(isinstance(one, ast.Starred) for one in (*value.elts, *outer.elts)):
        return None
    return Binding(assign, value.elts[outer.elts.index(node)])

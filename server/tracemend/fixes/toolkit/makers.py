"""Which function's result an expression is: one of the file, or the only one of its name in a file of the workspace
that it imports.
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Request
from tracemend.fixes.toolkit.workspace import imported
from tracemend.source.module import Module
from tracemend.source.scopes import Function, methods, own_nodes

FunctionPlace = tuple["str | None", Module, Function]


def functions_behind(request: Request, file: Module, node: ast.expr, decorated: bool) -> list[FunctionPlace]:
    """The function whose result an expression is, with its file (None: the failing one): of a choice both."""
    if isinstance(node, ast.IfExp):
        parts = [one for one in (node.body, node.orelse) if isinstance(one, ast.Call)]
        return [place for one in parts for place in functions_behind(request, file, one, decorated)]
    if decorated and isinstance(node, ast.Name):
        own = _named(request, file, node.id)
        return _decorators(request, *own) if own is not None else []
    here = _function(file, node)
    if here is not None:
        return [(None, file, here)]
    target = node.func if isinstance(node, ast.Call) else node
    if not isinstance(target, ast.Name | ast.Attribute) or request.place.file is None:
        return []
    name = target.id if isinstance(target, ast.Name) else target.attr
    if isinstance(target, ast.Name):
        place = _named(request, file, name)
        return [place] if place is not None and place[0] is not None else []
    if _methods(file, name):
        return []  # the file has several of that name, or one that is used in another way
    plain = not isinstance(node, ast.Call)
    found: list[FunctionPlace] = [
        (path, other, method)
        for path, other in imported(file, request.place.file, request.context)
        for method in (_method(other, name, plain) or (None if plain else other.function(name)),)
        if method is not None
    ]
    return found if len(found) == 1 else []


def _named(request: Request, file: Module, name: str) -> FunctionPlace | None:
    """The function of that name: in the file, else in the only one of the workspace's that it imports and has it."""
    own = file.function(name)
    if own is not None:
        return None, file, own
    if request.place.file is None or not any(
        isinstance(node, ast.ImportFrom) and any(alias.name in (name, "*") for alias in node.names)
        for node in file.nodes
    ):
        return None
    found = [
        (path, other, function)
        for path, other in imported(file, request.place.file, request.context)
        if (function := other.function(name)) is not None
    ]
    return found[0] if len(found) == 1 else None


def _function(file: Module, node: ast.expr) -> Function | None:
    """The function of the file whose result an expression is."""
    if isinstance(node, ast.Name):
        return file.function(node.id)  # the key of a sort
    if isinstance(node, ast.Attribute):
        return _method(file, node.attr, True)
    if not isinstance(node, ast.Call):
        return None
    if isinstance(node.func, ast.Name):
        return file.function(node.func.id)
    return _method(file, node.func.attr, False) if isinstance(node.func, ast.Attribute) else None


def _methods(file: Module, name: str) -> list[Function]:
    owners = [part for part in file.nodes if isinstance(part, ast.ClassDef)]
    return [one for owner in owners for one in methods(owner) if one.name == name]


def _method(file: Module, name: str, plain: bool) -> Function | None:
    """The only method of that name in the file; `plain`: one that is read without a call."""
    found = _methods(file, name)
    if len(found) != 1:
        return None
    is_property = any(isinstance(one, ast.Name) and one.id.endswith("property") for one in found[0].decorator_list)
    return found[0] if is_property == plain else None


def _decorators(request: Request, path: str | None, file: Module, function: Function) -> list[FunctionPlace]:
    """The decorators of a function that return nothing; the inner function of one that takes arguments."""
    found: list[FunctionPlace] = []
    for node in function.decorator_list:
        name = node.func if isinstance(node, ast.Call) else node
        place = _named(request, file, name.id) if isinstance(name, ast.Name) and path is None else None
        if path is not None and isinstance(name, ast.Name) and (own := file.function(name.id)) is not None:
            place = path, file, own
        if place is None:
            continue
        inner = [one for one in place[2].body if isinstance(one, Function)]
        maker = place[2]
        if isinstance(node, ast.Call) and inner and valued_returns(maker):
            if len(inner) != 1:
                continue
            maker = inner[0]
        if not valued_returns(maker):
            found.append((place[0], place[1], maker))
    return found


def valued_returns(function: Function) -> list[ast.Return]:
    """The statements that give a value back."""
    return [one for one in own_nodes(function) if isinstance(one, ast.Return) and one.value is not None]

"""`super-init`: call the base class's `__init__`, which gives the object the attribute that is missing.

Applies where the class and its only base are in the file, the base's `__init__` sets the attribute, and the class's own
`__init__` does not call it. The base's parameters have to be optional, or parameters of the class's own `__init__`.

Source: https://docs.python.org/3/tutorial/classes.html#inheritance
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.source.module import whole
from tracemend.source.scopes import Function, methods, parameter_names


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, kind, attribute = request.place.source, request.values.get("type"), request.values.get("attribute")
    module = whole(source) if source is not None else None
    owner = module.class_named(kind) if module is not None and isinstance(kind, str) else None
    if module is None or owner is None or len(owner.bases) != 1 or not isinstance(owner.bases[0], ast.Name):
        return None
    base = module.class_named(owner.bases[0].id)
    own, theirs = _init(owner), _init(base) if base is not None else None
    if own is None or theirs is None or _calls_base(own) or attribute not in _sets(theirs):
        return None
    arguments = theirs.args
    if arguments.vararg or arguments.kwarg or any(one is None for one in arguments.kw_defaults):
        return None
    names = [one.arg for one in (*arguments.posonlyargs, *arguments.args)][1:]
    needed = names[: len(names) - len(arguments.defaults)]
    if any(name not in parameter_names(own) for name in needed):
        return None
    body = own.body
    if len(body) > 1 and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    line, column = module.source.position(module.span(body[0])[0])
    before = module.source.line(line)[:column]
    if before.strip():
        return None
    at = module.source.offset(line, 0)
    return Mend((TextEdit(at, at, f"{before}super().__init__({', '.join(needed)}){module.source.newline}"),))


def _init(owner: ast.ClassDef) -> Function | None:
    return next((one for one in methods(owner) if one.name == "__init__"), None)


def _calls_base(function: Function) -> bool:
    return any(isinstance(node, ast.Attribute) and node.attr == "__init__" for node in ast.walk(function))


def _sets(function: Function) -> set[str]:
    first = next(iter(parameter_names(function)), "self")
    return {
        node.attr
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
        and node.value.id == first
    }


RECIPES = (Recipe("super-init", "Calls the base class's __init__.", apply),)

"""`first-parameter`: give a method the first parameter that Python hands it.

`self` is added to a method without parameters, and to one whose body uses `self`. Where the first parameter has
another name for the same thing (`this`, a slip of `self`; in a class method `self`), it is renamed with its uses. Does
not apply to other names: there the decorator `@staticmethod` may be what is missing, nor in metaclasses.

Source: https://docs.python.org/3/tutorial/classes.html#random-remarks ; PEP 8, "Function and method arguments".
"""

from __future__ import annotations

import ast
import re

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.findings import spot
from tracemend.fixes.toolkit.slips import is_slip
from tracemend.source.module import Module
from tracemend.source.scopes import Function, decorated_with, own_nodes

_SAME = {"self": ("this", "me", "myself", "cls", "klass"), "cls": ("self", "klass", "class_", "clas")}


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = spot(request)
    found: list[Function] = []
    if at is not None:
        found = [*at.on_line(ast.FunctionDef), *at.on_line(ast.AsyncFunctionDef)]
    if at is None or len(found) != 1:
        return None
    function, module = found[0], at.module
    owner = module.parents.get(id(function))
    if not isinstance(owner, ast.ClassDef) or decorated_with(function, "staticmethod", "overload"):
        return None
    if any(isinstance(base, ast.Name) and base.id == "type" for base in owner.bases):
        return None
    wanted = "cls" if decorated_with(function, "classmethod") else "self"
    args = [*function.args.posonlyargs, *function.args.args]
    names = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
    if wanted in [one.arg for one in args]:
        return None
    if not args and function.args.vararg is None:
        return _added(module, function, wanted, bool(function.args.kwonlyargs or function.args.kwarg))
    if args and (args[0].arg in _SAME[wanted] or is_slip(args[0].arg, wanted)) and wanted not in names:
        return _renamed(module, function, args[0], wanted)
    if wanted in names and not any(_binds(node, wanted) for node in own_nodes(function)):
        return _added(module, function, wanted, True)
    return None


def _binds(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name and not isinstance(node.ctx, ast.Load)


def _added(module: Module, function: Function, name: str, more: bool) -> Mend | None:
    start = module.span(function)[0]
    opening = re.compile(rf"(?:async\s+)?def\s+{re.escape(function.name)}\s*(?:\[[^\]]*\])?\s*\(").match(
        module.source.text, start
    )
    if opening is None:
        return None
    return Mend((TextEdit(opening.end(), opening.end(), f"{name}, " if more else name),))


def _renamed(module: Module, function: Function, argument: ast.arg, name: str) -> Mend | None:
    old = argument.arg
    start = module.span(argument)[0]
    edits = [TextEdit(start, start + len(old), name)]
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and node.id == old and module.scope_of(old, node) is function:
            begin, end = module.span(node)
            if module.source.text[begin:end] != old:
                return None
            edits.append(TextEdit(begin, end, name))
        elif isinstance(node, ast.Name) and node.id == old:
            return None
    return Mend(tuple(edits))


RECIPES = (Recipe("first-parameter", "Gives a method the parameter self or cls.", apply),)

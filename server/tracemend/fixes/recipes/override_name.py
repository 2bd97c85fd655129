"""`override-name`: call a parameter of an overriding method as the method that it overrides calls it.

The parameter and its uses in the method are renamed. Does not apply where the new name is already used there, or where
a call of the file hands the parameter over by its old name.

Source: https://microsoft.github.io/pyright/#/configuration (reportIncompatibleMethodOverride): a caller who knows the
base class alone may hand the argument over by name.
"""

from __future__ import annotations

import ast
import re

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called
from tracemend.fixes.toolkit.findings import spot
from tracemend.source.scopes import Function, parameter_names

_PYRIGHT = re.compile(
    r'Parameter (?:\d+ )?name mismatch: base parameter is named "(?P<base>\w+)", override parameter is named '
    r'"(?P<own>\w+)"'
)
_PYLINT = re.compile(r"Parameter '(?P<base>\w+)' has been renamed to '(?P<own>\w+)' in overriding")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = spot(request)
    named = _PYRIGHT.findall(request.report.message) or _PYLINT.findall(request.report.message)
    functions: list[Function] = []
    if at is not None:
        functions = [*at.on_line(ast.FunctionDef), *at.on_line(ast.AsyncFunctionDef)]
    if at is None or len(functions) != 1 or len(named) != 1:
        return None
    module, function, (base, own) = at.module, functions[0], named[0]
    every = function.args
    arguments = [one for one in (*every.posonlyargs, *every.args, *every.kwonlyargs) if one.arg == own]
    if len(arguments) != 1 or base in parameter_names(function):
        return None
    edits = [TextEdit(start := module.span(arguments[0])[0], start + len(own), base)]
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and node.id == base:
            return None
        if isinstance(node, ast.Name) and node.id == own:
            begin, end = module.span(node)
            if module.scope_of(own, node) is not function or module.source.text[begin:end] != own:
                return None
            edits.append(TextEdit(begin, end, base))
    for node in module.nodes:
        if isinstance(node, ast.Call) and called(node) == function.name and any(k.arg == own for k in node.keywords):
            return None
    return Mend(tuple(edits))


RECIPES = (Recipe("override-name", "Calls a parameter as the overridden method does.", apply),)

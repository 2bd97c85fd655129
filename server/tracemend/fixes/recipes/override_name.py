"""`override-name`: call a parameter of an overriding method as the method that it overrides calls it.

The parameter and its uses in the method are renamed. Does not apply where the new name is already used there, or where
a call of the file hands the parameter over by its old name.

Source: https://microsoft.github.io/pyright/#/configuration (reportIncompatibleMethodOverride): a caller who knows the
base class alone may hand the argument over by name.
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request
from tracemend.fixes.toolkit.findings import spot
from tracemend.fixes.toolkit.parameters import renamed_parameter
from tracemend.source.scopes import Function

_PYRIGHT = lazy.regex(
    r'Parameter (?:\d+ )?name mismatch: base parameter is named "(?P<base>\w+)", override parameter is named '
    r'"(?P<own>\w+)"'
)
_PYLINT = lazy.regex(r"Parameter '(?P<base>\w+)' has been renamed to '(?P<own>\w+)' in overriding")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = spot(request)
    named = _PYRIGHT.findall(request.report.message) or _PYLINT.findall(request.report.message)
    functions: list[Function] = []
    if at is not None:
        functions = [*at.on_line(ast.FunctionDef), *at.on_line(ast.AsyncFunctionDef)]
    if at is None or len(functions) != 1 or len(named) != 1:
        return None
    base, own = named[0]
    edits = renamed_parameter(at.module, functions[0], own, base)
    return Mend(edits) if edits is not None else None


RECIPES = (Recipe("override-name", "Calls a parameter as the overridden method does.", apply),)

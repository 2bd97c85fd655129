"""`class-method`: `@classmethod` for a method whose first parameter is `cls`, and that is called on its class.

Not for a metaclass, nor for methods that Python itself calls with the class (`__new__`), nor where it has decorators.
Here or in the workspace's file that defines the class.

Source: https://docs.python.org/3/library/functions.html#classmethod
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted
from tracemend.fixes.toolkit.workspace import in_file, with_class
from tracemend.source.module import whole
from tracemend.source.scopes import methods

_MISSING = lazy.regex(r"(\w+)\.(\w+)\(\) missing \d+ required positional arguments?: ")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    said, source = _MISSING.match(request.report.first_line), request.place.source
    here = whole(source) if source is not None else None
    if said is None or here is None:
        return None
    module, path = with_class(request, here, said[1])
    owner = module.class_named(said[1])
    found = [one for one in methods(owner) if one.name == said[2]] if owner is not None else []
    if owner is None or len(found) != 1 or any((dotted(one) or "").endswith(("type", "Meta")) for one in owner.bases):
        return None
    method = found[0]
    first = next(iter([*method.args.posonlyargs, *method.args.args]), None)
    if first is None or first.arg != "cls" or method.decorator_list or method.name.startswith("__"):
        return None
    if not isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef):
        return None
    at = module.source.offset(method.lineno, 0)
    line = f"{module.source.indent_of(method.lineno)}@classmethod{module.source.newline}"
    return in_file(path, module, TextEdit(at, at, line))


RECIPES = (Recipe("class-method", "Makes a class method of a method that takes cls.", apply),)

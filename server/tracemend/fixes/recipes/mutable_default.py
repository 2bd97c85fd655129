"""`mutable-default`: a parameter's list, dictionary or set is made anew in each call.

The default becomes None, and the value is made at the top of the body (beneath the docstring). An annotation gets
`| None`. Not sure where the shared object may be meant: a name like `cache`, or a function that calls itself without
handing the parameter on. Does not apply to functions on one line, to bodies of `...`, nor to values over several lines.

Source: https://docs.astral.sh/ruff/rules/mutable-argument-default/ ;
https://docs.python.org/3/faq/programming.html#why-are-default-values-shared-between-objects
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.annotating import defaults, with_none
from tracemend.fixes.toolkit.code import called, text_of
from tracemend.fixes.toolkit.edits import indent_step
from tracemend.fixes.toolkit.findings import Spot, spot
from tracemend.source.module import Module
from tracemend.source.scopes import Function

_SHARED = lazy.regex(r"cache|memo|registry|store|shared|state", re.IGNORECASE)
_MAKERS = ("list", "dict", "set", "bytearray", "defaultdict", "deque", "OrderedDict", "Counter")


def changeable(node: ast.expr) -> bool:
    """Whether an expression makes a list, dictionary or set."""
    if isinstance(node, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp):
        return True
    return isinstance(node, ast.Call) and called(node) in _MAKERS


def _meant(at: Spot) -> tuple[Function, ast.arg, ast.expr] | None:
    found = [
        (function, arg, value)
        for function in at.around(ast.FunctionDef) + at.around(ast.AsyncFunctionDef)
        for arg, value in defaults(function)
        if changeable(value) and at.line in (value.lineno, function.lineno)
    ]
    if len(found) > 1:
        value = at.meant([one[2] for one in found])
        found = [one for one in found if one[2] is value]
    return found[0] if len(found) == 1 else None


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = spot(request)
    meant = _meant(at) if at is not None else None
    if at is None or meant is None:
        return None
    return made_anew(at.module, *meant)


def made_anew(module: Module, function: Function, arg: ast.arg, value: ast.expr) -> Mend | None:
    """The edits that make a parameter's default in each call."""
    source, text = module.source, module.text(value)
    first = function.body[0]
    begins = source.line(first.lineno)[: module.source.position(module.span(first)[0])[1]].strip()
    if begins or "\n" in text or _is_empty(function):
        return None
    edits = [TextEdit(*module.span(value), "None")]
    if arg.annotation is not None:
        edits += with_none(module, arg.annotation) or ()
    indent = source.indent_of(first.lineno)
    step, end = indent_step(source), source.newline
    lines = f"{indent}if {arg.arg} is None:{end}{indent}{step}{arg.arg} = {text}{end}"
    docstring = isinstance(first, ast.Expr) and text_of(first.value) is not None
    if docstring:
        if len(function.body) < 2:
            return None
        after = function.body[1]
        put = min([after.lineno, *(one.lineno for one in getattr(after, "decorator_list", ()))])
        last = first.end_lineno or first.lineno
        if put <= last:
            return None
        while put > last + 1 and source.line(put - 1).lstrip().startswith("#"):
            put -= 1  # the next statement's own comment stays with it
    else:
        put = min([first.lineno, *(one.lineno for one in getattr(first, "decorator_list", ()))])
    offset = source.offset(put, 0)
    edits.append(TextEdit(offset, offset, lines))
    sure = not _SHARED.search(arg.arg) and not _relies_on_itself(function, arg.arg)
    return Mend(tuple(edits), sure=sure)


def _is_empty(function: Function) -> bool:
    """Whether the body does nothing: a protocol's, an overload's, an abstract one."""
    rest = [
        node
        for node in function.body
        if not isinstance(node, ast.Pass) and not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
    ]
    return not rest


def _relies_on_itself(function: Function, name: str) -> bool:
    """Whether the function calls itself and does not hand the parameter on."""
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and called(node) == function.name:
            given = [*node.args, *(one.value for one in node.keywords)]
            if not any(isinstance(part, ast.Name) and part.id == name for one in given for part in ast.walk(one)):
                return True
    return False


RECIPES = (
    Recipe(
        "mutable-default",
        "Makes a default list, dictionary or set anew in each call.",
        apply,
        unsure="The object may be meant to be shared by all calls.",
    ),
)

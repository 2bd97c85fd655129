"""How a call is written: `by-keyword`, `by-position`, `drop-object`.

- `by-keyword` names the arguments that a function takes by keyword alone.
- `by-position` takes the name off an argument that a function of the file takes by position alone.
- `drop-object` takes the object out of the arguments of its own method.

The function or class has to be in the file.
Source: https://docs.python.org/3/reference/expressions.html#calls
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted, nearest_to_carets, own_calls, spreads
from tracemend.fixes.toolkit.edits import in_parentheses
from tracemend.source.module import Module, whole
from tracemend.source.scopes import Function, decorated_with, methods, parameter_names
from tracemend.source.statement import Statement

_FUNCTION = lazy.regex(r"(?P<function>[\w.<>]+)\(\) (?:takes|missing|got)")
_TOO_MANY = lazy.regex(r"\(\) takes .* but .* given|got multiple values for argument")
_POSITIONAL = lazy.regex(r"got some positional-only arguments passed as keyword arguments: '(?P<names>[\w, ]+)'")


def _asked(request: Request) -> tuple[Module, Statement] | None:
    statement, source = request.place.statement, request.place.source
    module = whole(source) if source is not None else None
    return (module, statement) if module is not None and statement is not None else None


def _definition(module: Module, message: str) -> tuple[Function, bool] | None:
    """The function of the file that a message names, and whether it is a method."""
    match = _FUNCTION.match(message)
    if match is None:
        return None
    parts = [part for part in match["function"].split(".") if part != "<locals>"]
    if len(parts) > 1 and (owner := module.class_named(parts[-2])) is not None:
        found = [one for one in methods(owner) if one.name == parts[-1]]
        return (found[0], not decorated_with(found[0], "staticmethod")) if len(found) == 1 else None
    inside = {id(one) for node in module.nodes if isinstance(node, ast.ClassDef) for one in node.body}
    found = [one for one in module.nodes if isinstance(one, Function) and one.name == parts[-1]]
    found = [one for one in found if id(one) not in inside]
    return (found[0], False) if len(found) == 1 else None


def _call(statement: Statement, name: str) -> ast.Call | None:
    """The statement's call of a function; for `__init__` the one at the carets."""
    found = own_calls(statement)
    if name != "__init__":
        found = [one for one in found if getattr(one.func, "id", getattr(one.func, "attr", "")) == name]
    nearest = nearest_to_carets(statement, found)
    return nearest[0] if len(nearest) == 1 and not spreads(nearest[0]) else None


def by_keyword(request: Request) -> Mend | None:
    """`f(1, b=5)` for `f(1, 5)`."""
    asked = _asked(request)
    found = _definition(asked[0], request.report.first_line) if asked is not None else None
    if asked is None or found is None or not found[0].args.kwonlyargs or found[0].args.vararg is not None:
        return None
    (_, statement), (function, method) = asked, found
    call = _call(statement, function.name)
    if call is None:
        return None
    arguments = function.args
    plain = len(arguments.posonlyargs) + len(arguments.args) - method
    given = {one.arg for one in call.keywords}
    free = [one.arg for one in arguments.kwonlyargs if one.arg not in given]
    required = [
        one.arg
        for one, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
        if default is None and one.arg not in given
    ]
    extra = call.args[plain:]
    if not extra or len(extra) > len(free) or len(required) > len(extra):
        return None
    same = [one.id for one in extra if isinstance(one, ast.Name) and one.id in free]
    names = same if len(set(same)) == len(extra) else required if len(required) == len(extra) else free[: len(extra)]
    sure = len(extra) == len(free) or names is same or names is required
    edits = []
    for one, name in zip(extra, names, strict=True):
        start, _ = statement.span(one)
        if in_parentheses(statement, call, one) or isinstance(one, ast.GeneratorExp | ast.NamedExpr):
            return None
        edits.append(TextEdit(start, start, f"{name}="))
    return Mend(tuple(edits), sure=sure)


def by_position(request: Request) -> Mend | None:
    """`f(1, b=2)` for `f(a=1, b=2)`."""
    asked = _asked(request)
    found = _definition(asked[0], request.report.first_line) if asked is not None else None
    match = _POSITIONAL.search(request.report.first_line)
    if asked is None or found is None or match is None:
        return None
    (_, statement), (function, method) = asked, found
    call = _call(statement, function.name)
    wanted = [one.arg for one in function.args.posonlyargs][int(method) :]
    if call is None:
        return None
    named = [one.arg for one in call.keywords[: len(match["names"].split(","))]]
    if named != wanted[len(call.args) : len(call.args) + len(named)]:
        return None
    edits = []
    for keyword in call.keywords[: len(named)]:
        start, end = statement.span(keyword)[0], statement.span(keyword.value)[0]
        if not re.fullmatch(r"\w+[ \t]*=[ \t]*", statement.source.text[start:end]):
            return None
        edits.append(TextEdit(start, end, ""))
    return Mend(tuple(edits))


def drop_object(request: Request) -> Mend | None:
    """`a.f(3)` for `a.f(a, 3)`."""
    asked = _asked(request) if _TOO_MANY.search(request.report.first_line) else None
    found = _definition(asked[0], request.report.first_line) if asked is not None else None
    if asked is None or found is None or not found[1]:
        return None
    statement, function = asked[1], found[0]
    call = _call(statement, function.name)
    if call is None or not isinstance(call.func, ast.Attribute) or not call.args:
        return None
    owner = dotted(call.func.value)
    if parameter_names(function)[:1] != ["self"] or owner is None or dotted(call.args[0]) != owner:
        return None
    takes = len(function.args.posonlyargs) + len(function.args.args) - 1  # but for the object
    if in_parentheses(statement, call, call.args[0]) or len(call.args) - 1 > takes:
        return None
    start, end = statement.span(call.args[0])
    rest = re.compile(r"[ \t]*,[ \t]*").match(statement.source.text, end)
    return Mend((TextEdit(start, rest.end() if rest is not None else end, ""),))


RECIPES = (
    Recipe(
        "by-keyword",
        "Names arguments that a function takes by keyword alone.",
        by_keyword,
        unsure="The function takes several arguments by keyword, and another one may be meant.",
    ),
    Recipe("by-position", "Takes the name off an argument that a function takes by position alone.", by_position),
    Recipe("drop-object", "Takes the object out of its own method's arguments.", drop_object),
)

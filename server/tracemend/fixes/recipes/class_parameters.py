"""Methods that are not what their decorator or their return says: `init-return`, `static-self`, `class-parameter`.

- `init-return`: `__init__` gives nothing back. `return self` and other plain values at its end go, elsewhere `return`
  alone stays; of `return self.load()` the call stays. Not sure where an object of another class is given back, which
  may be what the caller is to get (then it is the work of a function, or of `__new__`).
- `static-self`: a `@staticmethod` with a parameter `self`: it goes where nothing uses it, else the decorator does.
- `class-parameter`: a `@classmethod` without a parameter for the class gets `cls`.

The class has to be in the file. Source: https://docs.python.org/3/reference/datamodel.html#object.__init__,
https://docs.python.org/3/library/functions.html#staticmethod
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted
from tracemend.fixes.toolkit.failing import Failing, failing, is_alone
from tracemend.source.module import Module
from tracemend.source.scopes import Function, decorated_with, methods, own_nodes, parameter_names

_RETURNS = lazy.regex(r"__init__\(\) should return None")
_MISSING = lazy.regex(r"(?P<function>[\w.<>]+)\(\) missing \d+ required positional arguments?: ")
_TAKES = lazy.regex(r"(?P<function>[\w.<>]+)\(\) takes (?P<takes>\d+) positional arguments? but (?P<given>\d+) w")


def init_return(request: Request) -> Mend | None:
    """`__init__` without a value."""
    at = failing(request)
    if at is None or not _RETURNS.match(request.report.first_line):
        return None
    found = {id(one): one for call in at.parts(ast.Call) if (one := _init_of(at.file, call)) is not None}
    if len(found) != 1:
        return None
    init = next(iter(found.values()))
    returns = [one for one in own_nodes(init) if isinstance(one, ast.Return) and not _is_none(one.value)]
    if not returns or any(isinstance(one, ast.Yield | ast.YieldFrom) for one in own_nodes(init)):
        return None
    edits = [edit for one in returns if (edit := _without_value(at.file, init, one)) is not None]
    if len(edits) < len(returns):
        return None
    made = [one.value for one in returns if isinstance(one.value, ast.Call) and isinstance(one.value.func, ast.Name)]
    return Mend(tuple(edits), sure=not made)


def _is_none(node: ast.expr | None) -> bool:
    return node is None or (isinstance(node, ast.Constant) and node.value is None)


def _init_of(file: Module, call: ast.Call) -> Function | None:
    """The `__init__` of the class of the file that is called, its own or a base's."""
    name = (dotted(call.func) or "").rpartition(".")[2]
    for _ in range(8):
        owner = file.class_named(name)
        if owner is None:
            return None
        own = [one for one in methods(owner) if one.name == "__init__"]
        if own or len(owner.bases) != 1:
            return own[0] if len(own) == 1 else None
        name = dotted(owner.bases[0]) or ""
    return None


def _without_value(file: Module, init: Function, node: ast.Return) -> TextEdit | None:
    start, end = file.span(node)
    value = node.value
    if isinstance(value, ast.Call | ast.Await):
        begin, _ = file.span(value)
        if init.body[-1] is node:
            return TextEdit(start, begin, "")
        return TextEdit(start, end, _two(file, node)) if is_alone(file, node) else None
    if init.body[-1] is node and len(init.body) > 1 and is_alone(file, node):
        first, last_line = file.source.position(start)[0], file.source.position(end)[0]
        line_end = file.source.offset(last_line, len(file.source.line(last_line)))
        if not file.source.text[end:line_end].strip():
            begin = file.source.offset(first, 0)
            after = line_end + len(file.source.newline)
            return TextEdit(begin, min(after, len(file.source.text)), "")
    return TextEdit(start, end, "return")


def _two(file: Module, node: ast.Return) -> str:
    """The call on a line of its own, `return` on the next."""
    indent = file.source.indent_of(file.source.position(file.span(node)[0])[0])
    return f"{file.text(node.value or node)}{file.source.newline}{indent}return"


def _method(at: Failing, pattern: re.Pattern[str], message: str, decorator: str) -> Function | None:
    """The only method of the file that the message names, and that has the decorator."""
    told = pattern.match(message)
    name = told["function"].rpartition(".")[2] if told is not None else ""
    found = [
        one
        for one in at.file.nodes
        if isinstance(one, Function) and one.name == name and isinstance(at.file.parents.get(id(one)), ast.ClassDef)
    ]
    return found[0] if len(found) == 1 and decorated_with(found[0], decorator) else None


def static_self(request: Request) -> Mend | None:
    """A static method without `self`, or a plain one with it."""
    at = failing(request)
    method = _method(at, _MISSING, request.report.first_line, "staticmethod") if at is not None else None
    if at is None or method is None or parameter_names(method)[:1] != ["self"]:
        return None
    file = at.file
    first, *rest = [*method.args.posonlyargs, *method.args.args]
    if any(isinstance(one, ast.Name) and one.id == "self" for part in method.body for one in ast.walk(part)):
        return _without_decorator(file, method)
    start, end = file.span(first)
    if rest:
        end = file.span(rest[0])[0]
    elif method.args.vararg or method.args.kwonlyargs or method.args.kwarg or method.args.posonlyargs:
        return None
    return Mend((TextEdit(start, end, ""),)) if "#" not in file.source.text[start:end] else None


def _without_decorator(file: Module, method: Function) -> Mend | None:
    found = [one for one in method.decorator_list if dotted(one) == "staticmethod"]
    if len(found) != 1:
        return None
    start, end = file.span(found[0])
    line = file.source.position(start)[0]
    begin, stop = file.source.offset(line, 0), file.source.offset(line + 1, 0)
    text = file.source.text
    if text[begin:start].strip() != "@" or text[end:stop].strip():
        return None
    return Mend((TextEdit(begin, stop, ""),))


def class_parameter(request: Request) -> Mend | None:
    """`cls` for a class method."""
    at, message = failing(request), request.report.first_line
    method = _method(at, _TAKES, message, "classmethod") if at is not None else None
    told = _TAKES.match(message)
    if at is None or method is None or told is None or int(told["given"]) != int(told["takes"]) + 1:
        return None
    names = parameter_names(method)
    if names[:1] in (["cls"], ["klass"], ["self"]) or "cls" in names:
        return None
    start = at.file.span(method)[0]
    head = re.compile(rf"(?:async[ \t]+)?def[ \t]+{method.name}[ \t]*\(").match(at.file.source.text, start)
    if head is None:
        return None
    return Mend((TextEdit(head.end(), head.end(), "cls, " if names else "cls"),))


RECIPES = (
    Recipe(
        "init-return",
        "Lets __init__ give nothing back.",
        init_return,
        unsure="The other object may be what the caller is to get: then a function or __new__ has to make it.",
    ),
    Recipe("static-self", "Takes self, or the decorator, from a static method.", static_self),
    Recipe("class-parameter", "Gives a class method the parameter for its class.", class_parameter),
)

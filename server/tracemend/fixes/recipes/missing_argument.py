"""`missing-argument`: hand over the one argument that a call leaves out, where the code at the call has its value.

`f() missing 1 required positional argument: 'country'`: the value is

- the variable `country` of the function that the call stands in (at a module's own level, of the module);
- `parcel.country`, where the call is given `parcel.weight` for the parameter `weight`, and the class that has a
  `weight` has a `country` too, or the file takes `parcel.country` elsewhere;
- `self.country`, where the class around has it and the call is given another of its attributes;
- what all other calls of the file hand over for it, if there are two at least and they agree.

Does not apply where two of these differ, something is spread in the call, or an argument that is there is called as the
missing one: then another one was left out.

Source: https://docs.python.org/3/reference/expressions.html#calls
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request
from tracemend.fixes.toolkit.code import Function, called, calls, dotted, spreads
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.source.module import Module, whole
from tracemend.source.scopes import members, methods
from tracemend.source.statement import Statement

_MISSING = lazy.regex(
    r"(?P<function>[\w.<>]+)\(\) missing 1 required (?P<kind>positional|keyword-only) argument: '(?P<name>\w+)'"
)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement, found = request.place.statement, _MISSING.search(request.report.first_line)
    file = whole(statement.source) if statement is not None and found is not None else None
    if statement is None or file is None or found is None or found["name"] in ("self", "cls"):
        return None
    parts = [part for part in found["function"].split(".") if part != "<locals>"]
    function = parts[-2] if parts[-1] in ("__init__", "__new__") and len(parts) > 1 else parts[-1]
    every = [call for call in calls(statement) if called(call) == function]
    call = file.same(statement, every[0]) if len(every) == 1 else None
    if not isinstance(call, ast.Call) or spreads(call):
        return None
    name, names = found["name"], _parameters(file, call, function)
    if any(_last(one) == name for one in (*call.args, *(key.value for key in call.keywords))):
        return None
    values = set(_values(file, statement, call, name, names)) or set(_of_others(file, call, name, names))
    if len(values) != 1:
        return None
    value = values.pop()
    in_place = names[len(call.args) : len(call.args) + 1] == [name] and not call.keywords
    if found["kind"] == "positional" and in_place:
        return Mend((add_keyword(statement, every[0], value),))
    return Mend((add_keyword(statement, every[0], f"{name}={value}"),))


def _last(node: ast.expr) -> str:
    """The last name of an argument."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _parameters(file: Module, call: ast.Call, name: str) -> list[str]:
    """The names that a call's positional arguments are given to; empty where the definition is not in the file."""
    owner = file.class_named(name) if isinstance(call.func, ast.Name) else None
    every: list[Function] = [
        one
        for one in (methods(owner) if owner is not None else file.nodes)
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) and one.name == ("__init__" if owner else name)
    ]
    if len(every) != 1:
        return []
    names = [one.arg for one in (*every[0].args.posonlyargs, *every[0].args.args)]
    bound = owner is not None or (isinstance(call.func, ast.Attribute) and names[:1] in (["self"], ["cls"]))
    return names[1:] if bound else names


def _values(file: Module, statement: Statement, call: ast.Call, name: str, names: list[str]) -> Iterator[str]:
    """What the code at the call has for a parameter."""
    around = next((one for one in file.around(call) if isinstance(one, Function)), None)
    scope = file.scope_of(name, call)
    if scope is not None and (scope is around or (around is None and scope is file.tree)):
        bound = file.bindings(name, scope)
        if all(isinstance(one.node, ast.arg) or _is_before(one.node, call) for one in bound):
            yield name
    given = dict(zip(names, call.args, strict=False)) | {key.arg: key.value for key in call.keywords if key.arg}
    for parameter, value in given.items():
        if not isinstance(value, ast.Attribute) or not isinstance(value.value, ast.Name):
            continue
        base = value.value.id
        if base in ("self", "cls"):
            owned = file.method_at(call.lineno)
            if owned is not None and name in members(owned[0]):
                yield f"{base}.{name}"
        elif value.attr == parameter and _has(file, base, value.attr, name):
            yield f"{base}.{name}"


def _is_before(node: ast.AST, call: ast.Call) -> bool:
    return (
        isinstance(node, ast.stmt)
        and not isinstance(node, Function | ast.ClassDef)
        and (
            (node.end_lineno or 0) < call.lineno
            if not isinstance(node, ast.For | ast.With)
            else node.lineno < call.lineno
        )
    )


def _has(file: Module, base: str, known: str, name: str) -> bool:
    """Whether an object has the attribute: the file takes it of a variable of that name, or of the classes with the
    `known` attribute all have it."""
    if any(dotted(one) == f"{base}.{name}" for one in file.nodes if isinstance(one, ast.Attribute)):
        return True
    owners = [members(one) for one in file.nodes if isinstance(one, ast.ClassDef)]
    fitting = [one for one in owners if known in one]
    return bool(fitting) and all(name in one for one in fitting)


def _of_others(file: Module, call: ast.Call, name: str, names: list[str]) -> list[str]:
    """What the other calls of the function hand over: nothing where they differ, or one does not show it."""
    index = names.index(name) if name in names else -1
    found: list[str] = []
    for other in file.nodes:
        if not isinstance(other, ast.Call) or other is call or called(other) != called(call):
            continue
        key = next((one.value for one in other.keywords if one.arg == name), None)
        value = key or (other.args[index] if 0 <= index < len(other.args) else None)
        if value is None or spreads(other) or not _is_everywhere(file, value):
            return []
        found.append(file.text(value))
    return found if len(found) > 1 and len(set(found)) == 1 else []


def _is_everywhere(file: Module, node: ast.expr) -> bool:
    """Whether an expression means the same in the whole file: a literal, a name of the module."""
    if isinstance(node, ast.Constant):
        return True
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name) and file.scope_of(node.id, node) is file.tree


RECIPES = (Recipe("missing-argument", "Hands over the argument that the call leaves out.", apply),)

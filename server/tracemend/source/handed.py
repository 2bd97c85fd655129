"""What a file's calls hand over, and what it puts under keys and into attributes: found in one walk of the file."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import lru_cache

from tracemend.source.module import Module
from tracemend.source.providers import call_name

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class _Index:
    """What is looked for in the whole file, found in one walk."""

    calls: list[ast.Call]
    functions: dict[str, list[ast.FunctionDef | ast.AsyncFunctionDef]]
    keys: frozenset[str | int]
    """Keys under which the program itself puts something."""
    attributes: frozenset[str]
    """Attributes that are assigned other than through `self`."""


@lru_cache(maxsize=2)
def index_of(file: Module) -> _Index:
    """The index of a file; kept for the last two."""
    calls: list[ast.Call] = []
    functions: dict[str, list[ast.FunctionDef | ast.AsyncFunctionDef]] = {}
    keys: set[str | int] = set()
    attributes: set[str] = set()
    for part in file.nodes:
        if isinstance(part, ast.Call):
            calls.append(part)
        elif isinstance(part, FUNCTIONS):
            functions.setdefault(part.name, []).append(part)
        elif isinstance(part, ast.Subscript) and isinstance(part.ctx, ast.Store):
            key = part.slice.value if isinstance(part.slice, ast.Constant) else None
            if isinstance(key, str | int):
                keys.add(key)
        elif isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Store) and not is_own(part, part.attr):
            attributes.add(part.attr)
    return _Index(calls, functions, frozenset(keys), frozenset(attributes))


@dataclass(frozen=True, slots=True)
class Handed:
    """What a parameter gets: a value in each call, or every item of `each_of` (`map(function, rows)`)."""

    values: list[ast.expr]
    each_of: ast.expr | None = None


def handed_over(file: Module, node: ast.arg) -> Handed | None:
    """What the file's calls of a parameter's function hand over for it; None where one of them is not seen."""
    function = next((outer for outer in file.around(node) if isinstance(outer, FUNCTIONS)), None)
    if function is None:
        return None
    names = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
    calls: list[ast.Call] = []
    shift = 0
    if isinstance(file.parents.get(id(function)), ast.ClassDef):
        if function.name.startswith("__"):
            return None
        shift = 0 if _decorated(function, "staticmethod") else 1
        if len(index_of(file).functions.get(function.name, ())) != 1:
            return None
        calls = [
            one for one in calls_in(file) if isinstance(one.func, ast.Attribute) and one.func.attr == function.name
        ]
    else:
        if file.function(function.name) is not function:
            return None
        for use in file.uses(function.name, file.tree):
            outer = file.parents.get(id(use))
            if not isinstance(outer, ast.Call):
                return None
            if outer.func is use:
                calls.append(outer)
            elif call_name(outer) in ("map", "filter") and outer.args[:1] == [use] and len(outer.args) == 2:
                return Handed([], outer.args[1])
            else:
                return None
    handed = [argument_of(one, node.arg, names.index(node.arg) - shift if node.arg in names else None) for one in calls]
    values = [one for one in handed if one is not None]
    return Handed(values) if len(values) == len(handed) else None


def argument_of(call: ast.Call, name: str, index: int | None) -> ast.expr | None:
    """The argument of that name, or at that place (0-based; None: by name alone); None where the call shows none."""
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    if index is None or not 0 <= index < len(call.args) or any(isinstance(one, ast.Starred) for one in call.args):
        return None
    return call.args[index]


def calls_in(file: Module) -> list[ast.Call]:
    """All calls of a file."""
    return index_of(file).calls


def _decorated(function: ast.AST, name: str) -> bool:
    return any(isinstance(one, ast.Name) and one.id == name for one in getattr(function, "decorator_list", ()))


def is_stored(file: Module, key: str | int) -> bool:
    """Whether the program itself puts something under that key."""
    return key in index_of(file).keys


def is_own(node: ast.expr, name: str) -> bool:
    """Whether an expression is `self.name`."""
    return isinstance(node, ast.Attribute) and node.attr == name and getattr(node.value, "id", "") == "self"

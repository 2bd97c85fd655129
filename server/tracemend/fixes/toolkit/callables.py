"""Which calls a function takes: one of the file by its parameters, a built-in one or one of Python's library by its
signature.
"""

from __future__ import annotations

import ast
import builtins
import inspect
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache


def written_call(func: ast.expr) -> str:
    """The name of what is called, `self.x.append` as `append` of something: the same method of other objects counts."""
    if isinstance(func, ast.Name):
        return func.id
    if isinstance(func, ast.Attribute):
        return f"{func.value.id}.{func.attr}" if isinstance(func.value, ast.Name) else f".{func.attr}"
    return ""


def own_callables(tree: ast.Module) -> Iterator[tuple[str, Callable[[ast.Call], bool] | None]]:
    """The file's functions, classes and methods by the names that calls have; None for what is defined twice."""
    seen: dict[str, Callable[[ast.Call], bool] | None] = {}
    outers: list[ast.Module | ast.ClassDef] = [tree]
    outers += [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    for outer in outers:
        for node in outer.body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                if node.decorator_list:
                    names, skip = [node.name, f"self.{node.name}"], None
                elif isinstance(outer, ast.ClassDef):
                    names, skip = [f"self.{node.name}"], 1
                    if node.name == "__init__":
                        names = [outer.name]
                else:
                    names, skip = [node.name], 0
                for name in names:
                    seen[name] = None if name in seen or skip is None else _takes(node.args, skip)
    yield from seen.items()


def _takes(arguments: ast.arguments, skip: int) -> Callable[[ast.Call], bool]:
    positional = [one.arg for one in (*arguments.posonlyargs, *arguments.args)][skip:]
    required = len(positional) - len(arguments.defaults)
    keywords = {*positional, *(one.arg for one in arguments.kwonlyargs)}

    def holds(call: ast.Call) -> bool:
        names = {one.arg for one in call.keywords}
        if len(call.args) > len(positional) and not arguments.vararg:
            return False
        if names - keywords and not arguments.kwarg:
            return False
        return len(set(positional[:required]) - names - set(positional[: len(call.args)])) == 0

    return holds


@lru_cache(maxsize=512)
def known_callable(name: str) -> Callable[[ast.Call], bool] | None:
    """Whether a built-in function, or one of a module of Python's library that is loaded anyway, takes a call."""
    if name.startswith("."):
        return None
    first, dot, last = name.partition(".")
    if dot and (first not in sys.stdlib_module_names or first not in sys.modules):
        return None
    if name in ("print", "max", "min", "type", "dict", "range", "zip", "map", "getattr", "iter", "next", "vars", "dir"):
        return _of_number(*_COUNTS[name]) if name in _COUNTS else None
    function = getattr(sys.modules[first], last, None) if dot else getattr(builtins, name, None)
    if not dot and name in _COUNTS:
        return _of_number(*_COUNTS[name])
    if not callable(function):
        return None
    try:
        signature = inspect.signature(function)
    except (ValueError, TypeError):
        return None

    def holds(call: ast.Call) -> bool:
        try:
            signature.bind(*call.args, **{one.arg: one for one in call.keywords if one.arg})
        except TypeError:
            return False
        return True

    return holds


_COUNTS = {
    "int": (0, 2),
    "str": (0, 3),
    "float": (0, 1),
    "bool": (0, 1),
    "list": (0, 1),
    "tuple": (0, 1),
    "set": (0, 1),
    "frozenset": (0, 1),
    "type": (1, 3),
    "range": (1, 3),
    "getattr": (2, 3),
    "next": (1, 2),
    "iter": (1, 2),
    "vars": (0, 1),
    "dir": (0, 1),
    "super": (0, 2),
    "slice": (1, 3),
    "map": (2, 99),
    "input": (0, 1),
    "max": (1, 99),
    "min": (1, 99),
}
"""How many arguments built-in functions take that do not show it."""


def _of_number(least: int, most: int) -> Callable[[ast.Call], bool]:
    return lambda call: least <= len(call.args) + (least if call.keywords else 0) and len(call.args) <= most

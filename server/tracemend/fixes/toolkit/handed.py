"""What other processes are handed: the call that does it, the function, the arguments."""

from __future__ import annotations

import ast
from itertools import chain

from tracemend.fixes.toolkit.code import called, keyword_of
from tracemend.fixes.toolkit.failing import Failing
from tracemend.source.module import Module
from tracemend.source.reach import elements, reach

_MAPS = ("map", "imap", "imap_unordered", "map_async", "starmap", "starmap_async")
_SINGLE = ("submit", "apply", "apply_async", "Process")
_ASKERS = ("start", "result", "get", "list", "sum", "sorted", "dict", "as_completed")
_WRITERS = ("dumps", "dump")


def handing(at: Failing) -> ast.Call | None:
    """The call that hands over what could not be pickled: of the failing statement, else, where that starts a process
    or asks for a result, the only one of the file."""
    own = [one for one in at.parts(ast.Call) if is_handing(one)]
    if not own and not any(called(one) in _ASKERS for one in at.every(ast.Call)):
        return None
    every = [one for one in at.file.nodes if isinstance(one, ast.Call) and is_handing(one)]
    found = own or every
    return found[0] if len(found) == 1 else None


def is_handing(call: ast.Call) -> bool:
    """Whether a call hands its arguments to processes, or pickles them itself."""
    if isinstance(call.func, ast.Name):
        return call.func.id in ("Process", "dumps", "dump")
    return called(call) in (*_MAPS, *_SINGLE, *_WRITERS)


def function_of(call: ast.Call) -> ast.expr | None:
    """The function that is handed over."""
    if called(call) == "Process":
        target = keyword_of(call, "target")
        return target.value if target is not None else None
    return call.args[0] if call.args and called(call) not in _WRITERS else None


def arguments_of(file: Module, call: ast.Call) -> list[tuple[int, ast.expr]]:
    """The arguments that the function gets, each with its position; of a map one for each item that is seen."""
    name = called(call)
    if name == "submit":
        return list(enumerate(call.args[1:]))
    if name in _MAPS and len(call.args) == 2 and not name.startswith("starmap"):
        sources = reach(file, call.args[1]) or []
        if len(sources) == 1 and isinstance(sources[0], ast.ListComp):
            return [(0, sources[0].elt)]
        return [(0, one) for one in (elements(sources[0]) or [])] if len(sources) == 1 else []
    key = keyword_of(call, "args")
    packed = key.value if key is not None else call.args[1] if len(call.args) > 1 and name != "Process" else None
    return list(enumerate(elements(packed) or [])) if packed is not None and name in _SINGLE else []


def handed_parts(file: Module, call: ast.Call) -> list[ast.expr]:
    """Every expression in what a call hands over, and in the values of the names there."""
    found: dict[int, ast.expr] = {}
    waiting: list[ast.AST] = [*call.args, *(key.value for key in call.keywords)]
    for node in waiting:
        for part in ast.walk(node):
            if isinstance(part, ast.expr) and id(part) not in found:
                found[id(part)] = part
                if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load) and len(found) < 200:
                    waiting += reach(file, part) or []
    return list(found.values())


def captured(file: Module, function: ast.FunctionDef | ast.ClassDef | ast.Lambda) -> list[str] | None:
    """The names of functions and comprehensions around it that a local function uses, in their order; None where it
    binds one of them itself."""
    inside = {id(part) for part in ast.walk(function)}
    names: dict[str, None] = {}
    if any(isinstance(part, ast.Nonlocal) for part in ast.walk(function)):
        return None
    reads = [part for part in ast.walk(function) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)]
    for part in sorted(reads, key=lambda one: (one.lineno, one.col_offset)):
        scope = file.scope_of(part.id, part)
        if scope is None:
            outer = [one for one in file.around(function) if isinstance(one, ast.ListComp | ast.SetComp | ast.DictComp
                                                                        | ast.GeneratorExp)]  # fmt: skip
            targets = chain.from_iterable(ast.walk(gen.target) for one in outer for gen in one.generators)
            if not any(isinstance(one, ast.Name) and one.id == part.id for one in targets):
                continue
            if any(_binds_inside(one, part.id) for one in ast.walk(function)):
                continue
        elif scope is file.tree or id(scope) in inside:
            continue
        elif any(scope is one for one in file.around(function)) and getattr(function, "name", "") == part.id:
            continue  # it calls itself
        names[part.id] = None
    return sorted(names, key=lambda name: name != "self")


def _binds_inside(node: ast.AST, name: str) -> bool:
    """Whether a comprehension inside the function binds the name itself."""
    return isinstance(node, ast.comprehension) and any(
        isinstance(one, ast.Name) and one.id == name for one in ast.walk(node.target)
    )

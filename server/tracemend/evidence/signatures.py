"""The fact `similar-keyword`: which keyword argument of the function that was called is spelt nearly so.

The signature is read from the function's source, wherever that is; of Python's own functions written in C it is the
one that they show (`inspect.signature`). Where the function hands its keywords on, the one that refused them is named
by the message and found in the file of the innermost frame.
"""

from __future__ import annotations

import ast
import builtins
import inspect
import sys
from collections.abc import Iterator

from tracemend.evidence.definitions import Found, bases, defined, folders, inside, statements, tree_of
from tracemend.evidence.definitions import find as find_definition
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import in_time, short
from tracemend.evidence.similar import closest, slip_of
from tracemend.evidence.syntax import binding, calls_in, dotted, is_bound, meaning
from tracemend.source.place import Statement
from tracemend.source.statement import parse_kept

_TEXT = 400_000
_SHOWN: dict[str, tuple[str, ...]] = {
    "max": ("key", "default"),
    "min": ("key", "default"),
    "print": ("sep", "end", "file", "flush"),
    "zip": ("strict",),
}
"""Keywords of built-in functions whose signature some versions do not show.
Source: https://docs.python.org/3/library/functions.html"""
_TYPES = (str, bytes, list, dict, set, int, float, tuple)


def similar_keyword(inquiry: Inquiry) -> Finding:
    statement = inquiry.place.statement if inquiry.place else None
    keyword = inquiry.value
    if statement is None or not keyword or not keyword.isidentifier():
        return UNKNOWN
    found = [call for call in calls_in(statement) if any(one.arg == keyword for one in call.keywords)]
    if len(found) != 1:
        return UNKNOWN
    call = found[0]
    given = {one.arg for one in call.keywords}
    called = short(dotted(call.func) or inquiry.captures.get("function", "the function"))
    known = False
    for parameters in _signatures(inquiry, statement, call):
        known = True
        names = [name for name in parameters if name not in given]
        near = slip_of(keyword, names) or closest(keyword, names)
        if near is not None:
            seen = f"{called} has the parameter {short(near)}, not {short(keyword)}."
            return Finding(True, seen, {"similar": near})
    return Finding(False, f"No parameter of {called} is spelt like {short(keyword)}.") if known else UNKNOWN


def _signatures(inquiry: Inquiry, statement: Statement, call: ast.Call) -> Iterator[list[str]]:
    """The parameters that the call may name by keyword: of the function called, then of the one that refused it."""
    where = folders(inquiry)
    tree = parse_kept(statement.source.text) if len(statement.source.text) <= _TEXT else None
    refused = [part for part in inquiry.captures.get("function", "").split(".") if part != "<locals>"]
    found = _called(statement, call, tree, where)
    if found is not None:
        yield parameters_of(found, where, len(call.args))
    yield from _shown(statement, call)
    if not refused or not all(part.isidentifier() for part in refused):
        return
    file = inquiry.place.file if inquiry.place else None
    own = _refuser(tree, refused, where, file) if tree is not None else None
    if own is not None and (found is None or ast.dump(own.node) != ast.dump(found.node)):
        yield parameters_of(own, where, 0)
    innermost = inquiry.report.frames[-1].path if inquiry.report.frames and where else ""
    for path in dict.fromkeys((innermost, found.file if found is not None else None)):
        other = tree_of(path) if path and path != file else None
        one = _refuser(other, refused, where, path) if other is not None else None
        if one is not None:
            yield parameters_of(one, where, 0)


def _refuser(tree: ast.Module, names: list[str], where: tuple[str, ...], file: str | None) -> Found | None:
    """The function that the message names: as the module sees it, else the only one of that name in any class."""
    found = inside(tree, names, where, file)
    if found is not None or len(names) > 1:
        return found
    methods = [
        one
        for node in statements(tree)
        if isinstance(node, ast.ClassDef)
        for one in [defined(node, names[0])]
        if one is not None
    ]
    return Found(methods[0], tree, file) if len(methods) == 1 else None


def _called(statement: Statement, call: ast.Call, tree: ast.Module | None, where: tuple[str, ...]) -> Found | None:
    """The definition of what a call calls."""
    in_time()
    source, name = statement.source, dotted(call.func)
    if name is None or name.startswith("*"):
        if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Call) and tree is not None:
            made = dotted(call.func.value.func)  # Shop().sell(...)
            return inside(tree, [*made.split("."), call.func.attr], where, None) if made else None
        return None
    first, dot, rest = name.partition(".")
    if tree is not None:
        if first in ("self", "cls"):
            around = next((one for one in reversed(statement.parents) if isinstance(one, ast.ClassDef)), None)
            return inside(tree, [around.name, *rest.split(".")], where, None) if around is not None and dot else None
        found = inside(tree, name.split("."), where, None)
        if found is not None and not (isinstance(found.node, ast.Assign) and dot):
            return found
    bound = binding(statement, first) if dot and rest.isidentifier() else None
    if bound is not None and isinstance(bound[0], ast.Call):
        made = meaning(bound[0].func, source)  # shop = Shop(), then shop.sell(...)
        if made is not None and not made.startswith("*"):
            local = inside(tree, [*made.split("."), rest], where, None) if tree is not None else None
            return local or find_definition(f"{made}.{rest}", where)
    return None


def parameters_of(found: Found, where: tuple[str, ...], given: int) -> list[str]:
    """What may be named by keyword: the parameters but the positional-only ones, `self`, and the first `given`."""
    node = found.node
    if isinstance(node, ast.ClassDef):
        return _of_class(found, where)[given:]
    if isinstance(node, ast.Assign):
        return _of_named_tuple(node.value)[given:]
    arguments = node.args
    positional = [one.arg for one in (*arguments.posonlyargs, *arguments.args)]
    if positional and positional[0] in ("self", "cls", "mcs"):
        positional = positional[1:]
    hidden = max(given, sum(one.arg not in ("self", "cls", "mcs") for one in arguments.posonlyargs))
    return [*positional[hidden:], *(one.arg for one in arguments.kwonlyargs)]


def _of_class(found: Found, where: tuple[str, ...], depth: int = 0) -> list[str]:
    """The parameters of `__init__` or `__new__`, a dataclass's fields, or those of the classes it is made from."""
    node = found.node
    if depth > 5 or not isinstance(node, ast.ClassDef):
        return []
    for name in ("__init__", "__new__"):
        maker = defined(node, name)
        if isinstance(maker, ast.FunctionDef):
            return parameters_of(Found(maker, found.tree, found.file), where, 0)
    inherited = [name for base in bases(found, where) for name in _of_class(base, where, depth + 1)]
    fields = [
        one.target.id for one in statements(node) if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
    ]
    return list(dict.fromkeys([*inherited, *fields]))


def _of_named_tuple(value: ast.expr) -> list[str]:
    """The fields of `namedtuple("P", "left right")` and of `NamedTuple("P", [("left", int)])`."""
    if not isinstance(value, ast.Call) or (dotted(value.func) or "").rpartition(".")[2].lower() != "namedtuple":
        return []
    names = value.args[1] if len(value.args) > 1 else None
    if isinstance(names, ast.Constant) and isinstance(names.value, str):
        return names.value.replace(",", " ").split()
    items = names.elts if isinstance(names, ast.List | ast.Tuple) else []
    items = [item.elts[0] if isinstance(item, ast.Tuple) and item.elts else item for item in items]
    return [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]


def _shown(statement: Statement, call: ast.Call) -> Iterator[list[str]]:
    """The keywords of Python's own functions: built-in ones, methods of built-in types, of modules loaded anyway."""
    name = meaning(call.func, statement.source)
    if name is None:
        return
    first, _, last = name.rpartition(".")
    candidates: list[object] = []
    if not first:
        if not _own(statement, name):
            if name in _SHOWN:
                yield list(_SHOWN[name])
            candidates = [getattr(builtins, name, None)]
    elif first in sys.stdlib_module_names and first in sys.modules:
        candidates = [getattr(sys.modules[first], last, None)]
    else:
        candidates = [getattr(kind, last, None) for kind in _TYPES]
    for candidate in candidates:
        if callable(candidate):
            try:
                parameters = inspect.signature(candidate).parameters.values()
            except (ValueError, TypeError):
                continue
            yield [one.name for one in parameters if one.kind in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY)]


def _own(statement: Statement, name: str) -> bool:
    return not hasattr(builtins, name) and is_bound(name, statement.source)


FACTS = (
    Fact(
        "similar-keyword",
        "Has the function that was called a parameter of a similar spelling?",
        similar_keyword,
        ("keyword",),
        gives=("similar",),
        source_only=True,
    ),
)

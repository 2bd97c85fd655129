"""Square brackets behind what has no items: `call-brackets`, `dot-attribute`.

- `call-brackets`: `squares[3]`, `len[names]`, `prices.get["tea"]` call a function with the wrong brackets; what is
  defined in the file has to take that many arguments.
- `dot-attribute`: `user["name"]` becomes `user.name` where the class, named tuple or parser of the file has that name;
  not where two classes of its type are in the file.

Sources: https://docs.python.org/3/reference/expressions.html#calls,
https://docs.python.org/3/library/argparse.html#the-namespace-object
"""

from __future__ import annotations

import ast
import builtins

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, text_of
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.fixes.toolkit.names import is_name
from tracemend.source.module import Module
from tracemend.source.reach import reach
from tracemend.source.scopes import Function, decorated_with, members, methods

_CALLED = lazy.regex(
    r"'(function|method|builtin_function_or_method|type)' object is not subscriptable|type '(\w+)' is not subscriptable"
)
_KIND = lazy.regex(r"'([\w.]+)' object (?:is not subscriptable|does not support item assignment)")
_GENERIC = ("list", "tuple", "set", "frozenset", "dict", "type")
"""Types whose brackets name the types of their items: older versions do not know that."""
_TUPLE = "tuple indices must be integers or slices, not str"
_OPTION = lazy.regex(r"--?([A-Za-z][\w-]*)")


def call_brackets(request: Request) -> Mend | None:
    """Parentheses for the brackets."""
    at = failing(request)
    if at is None or not _CALLED.search(request.report.first_line):
        return None
    found = [part for part in at.parts(ast.Subscript) if isinstance(part.ctx, ast.Load) and _takes(at, part)]
    if len(found) != 1 or isinstance(found[0].slice, ast.Slice):
        return None
    node = found[0]
    start, end = at.file.span(node.value)[1], at.file.span(node)[1]
    opening = at.file.source.text.index("[", start)
    if at.file.source.text[start:opening].strip():
        return None
    return Mend((TextEdit(opening, opening + 1, "("), TextEdit(end - 1, end, ")")))


def _takes(at: Failing, node: ast.Subscript) -> bool:
    """Whether what stands before the brackets is a function that takes what is in them."""
    count = len(node.slice.elts) if isinstance(node.slice, ast.Tuple) else 1
    if isinstance(node.value, ast.Name):
        if at.file.scope_of(node.value.id, node.value) is None:
            return callable(getattr(builtins, node.value.id, None)) and node.value.id not in _GENERIC
        function: Function | None = at.file.function(node.value.id)
        owner = at.file.class_named(node.value.id) if function is None else None
        if owner is not None:
            function = next((one for one in methods(owner) if one.name == "__init__"), None)
        return function is not None and _fits(function, count, owner is not None)
    if not isinstance(node.value, ast.Attribute):
        return False
    own = [one for one in at.file.nodes if isinstance(one, Function) and one.name == node.value.attr]
    if len(own) == 1:
        return _fits(own[0], count, not decorated_with(own[0], "staticmethod"))
    return not own and any(hasattr(kind, node.value.attr) for kind in (str, list, dict, set))


def _fits(function: Function, count: int, bound: bool) -> bool:
    every = function.args
    plain = len(every.posonlyargs) + len(every.args) - int(bound)
    if any(one is None for one in every.kw_defaults):
        return False
    return plain - len(every.defaults) <= count and (count <= plain or every.vararg is not None)


def dot_attribute(request: Request) -> Mend | None:
    """A dot and the name for the name in brackets."""
    at, message = failing(request), request.report.first_line
    kind = _KIND.search(message)
    if at is None or not (kind or message.startswith(_TUPLE)):
        return None
    edits: list[TextEdit] = []
    for part in at.parts(ast.Subscript):
        name = text_of(part.slice)
        if name is None or not is_name(name) or not _has(at.file, part.value, kind[1] if kind else "tuple", name):
            continue
        start, end = at.file.span(part.value)[1], at.file.span(part)[1]
        if "#" in at.file.source.text[start:end]:
            return None
        edits.append(TextEdit(start, end, f".{name}"))
    return Mend(tuple(edits)) if edits else None


def _has(file: Module, node: ast.expr, kind: str, name: str) -> bool:
    """Whether the object of that type has an attribute of that name."""
    if kind == "tuple":
        sources = reach(file, node) or []
        kinds = [dotted(one.func) for one in sources if isinstance(one, ast.Call)]
        return bool(kinds) and all(isinstance(one, str) and name in _fields(file, one) for one in kinds)
    if kind == "Namespace":
        return name in _options(file)
    if kind == "SimpleNamespace" or kind == "types.SimpleNamespace":
        sources = reach(file, node) or []
        return bool(sources) and all(
            isinstance(one, ast.Call) and any(key.arg == name for key in one.keywords) for one in sources
        )
    owner = file.class_named(kind.rpartition(".")[2])
    if owner is None or any(one.name in ("__getitem__", "__setitem__", "__getattr__") for one in methods(owner)):
        return False
    return name in members(owner)


def _fields(file: Module, kind: str) -> list[str]:
    """The fields of a named tuple of the file."""
    owner = file.class_named(kind)
    if owner is not None:
        return [
            one.target.id for one in owner.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
        ]
    for part in file.nodes:
        if isinstance(part, ast.Assign) and [dotted(one) for one in part.targets] == [kind]:
            call = part.value
            if isinstance(call, ast.Call) and called(call) == "namedtuple" and len(call.args) > 1:
                names = text_of(call.args[1])
                if names is not None:
                    return names.replace(",", " ").split()
                return [text_of(one) or "" for one in getattr(call.args[1], "elts", ())]
    return []


def _options(file: Module) -> set[str]:
    """The names that the file's argument parsers give."""
    found: set[str] = set()
    for part in file.nodes:
        if not isinstance(part, ast.Call) or called(part) != "add_argument":
            continue
        target = next((text_of(one.value) for one in part.keywords if one.arg == "dest"), None)
        texts = [text for one in part.args if (text := text_of(one)) is not None]
        long = next((one for one in texts if one.startswith("--")), texts[0] if texts else "")
        option = _OPTION.fullmatch(long)
        found.add(target or (option[1] if option else long).replace("-", "_"))
    return found


RECIPES = (
    Recipe("call-brackets", "Calls a function with parentheses instead of square brackets.", call_brackets),
    Recipe("dot-attribute", "Reads an attribute with a dot instead of square brackets.", dot_attribute),
)

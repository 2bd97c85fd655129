"""Names that nothing defines where they stand, and the variables in sight that may have been meant by them."""

from __future__ import annotations

import ast
import builtins
from typing import NamedTuple

from tracemend import lazy
from tracemend.source.module import Module
from tracemend.source.scopes import COMPREHENSIONS, Function, bound_in, own_nodes, parameter_names

_WORDS = lazy.regex(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_a-zA-Z]+")


class Variable(NamedTuple):
    """A variable that can be seen where a name is missing. `kind`: parameter, loop, comprehension, handler, with,
    value. `reads` counts where its scope reads it; `own` says that its scope is the innermost there."""

    name: str
    kind: str
    reads: int
    own: bool


def is_defined(file: Module, node: ast.Name) -> bool:
    """Whether something in the file, or Python itself, gives the name where it stands."""
    name = node.id
    if hasattr(builtins, name) or (name.startswith("__") and name.endswith("__")):
        return True
    inner: ast.AST = node
    for outer in file.around(node):
        if isinstance(outer, COMPREHENSIONS):
            targets = outer.generators if inner is not outer.generators[0] else ()
            if any(name in _names_in(one.target) for one in targets):
                return True
        if isinstance(outer, ast.Lambda) and name in parameter_names(outer):
            return True
        inner = outer
    return file.scope_of(name, node) is not None


def missing(file: Module, scope: ast.AST) -> dict[str, list[ast.Name]]:
    """Every name that a scope's body (functions inside it too) reads and nothing defines, with its uses."""
    if any(isinstance(node, ast.ImportFrom) and node.names[0].name == "*" for node in file.nodes):
        return {}
    found: dict[str, list[ast.Name]] = {}
    body: list[ast.stmt] = getattr(scope, "body", [])
    for node in (part for statement in body for part in ast.walk(statement)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and not is_defined(file, node):
            found.setdefault(node.id, []).append(node)
    return found


def scope_at(file: Module, node: ast.AST) -> ast.AST:
    """The function, else the module, that a node runs in: lambdas, comprehensions and classes are passed over."""
    return next((one for one in file.around(node) if isinstance(one, Function)), file.tree)


def variables(file: Module, node: ast.Name) -> list[Variable]:
    """The variables that have a value where `node` stands, as far as lines show it, the innermost first."""
    found: list[Variable] = []
    inner: ast.AST = node
    innermost = True
    for outer in file.around(node):
        names: dict[str, str] = {}
        if isinstance(outer, COMPREHENSIONS) and inner is not outer.generators[0]:
            names = {one: "comprehension" for part in outer.generators for one in _names_in(part.target)}
        elif isinstance(outer, ast.Lambda):
            names = dict.fromkeys(parameter_names(outer), "parameter")
        elif isinstance(outer, Function):
            names = {**_local(file, outer, node), **dict.fromkeys(parameter_names(outer), "parameter")}
        elif isinstance(outer, ast.Module):
            names = _local(file, outer, node)
        found += [Variable(one, kind, _reads(outer, one), innermost) for one, kind in names.items()]
        innermost = innermost and not names and not isinstance(outer, Function)
        inner = outer
    return found


def _names_in(target: ast.AST) -> list[str]:
    return [one.id for one in ast.walk(target) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)]


def _reads(scope: ast.AST, name: str) -> int:
    return sum(
        isinstance(one, ast.Name) and one.id == name and isinstance(one.ctx, ast.Load) for one in ast.walk(scope)
    )


def _local(file: Module, scope: ast.AST, node: ast.Name) -> dict[str, str]:
    """What loops, handlers and `with` around the node bind, and what is assigned above it in its scope."""
    found: dict[str, str] = {}
    for outer in file.around(node):
        if outer is scope:
            break
        if isinstance(outer, ast.For | ast.AsyncFor) and node.lineno > outer.iter.lineno:
            found.update(dict.fromkeys(_names_in(outer.target), "loop"))
        elif isinstance(outer, ast.With | ast.AsyncWith):
            for item in outer.items:
                if item.optional_vars is not None:
                    found.update(dict.fromkeys(_names_in(item.optional_vars), "with"))
        elif isinstance(outer, ast.ExceptHandler) and outer.name:
            found[outer.name] = "handler"
    inside = scope_at(file, node) is scope
    for part in own_nodes(scope):
        targets: list[ast.expr] = []
        if isinstance(part, ast.Assign):
            targets = part.targets
        elif isinstance(part, ast.AnnAssign) and part.value is not None:
            targets = [part.target]
        if inside and getattr(part, "lineno", 0) >= node.lineno:
            continue
        for target in targets:
            for name in _names_in(target):
                found.setdefault(name, "value")
    return found


def only_begun(file: Module, node: ast.Name, name: str) -> bool:
    """Whether a variable gets a first value to count or collect from and nothing changes it."""
    bound = bound_in(scope_at(file, node), name)
    outer = file.parents.get(id(bound[0])) if len(bound) == 1 else None
    if not isinstance(outer, ast.Assign) or not isinstance(outer.targets[0], ast.Name):
        return False
    value = outer.value
    empty = isinstance(value, ast.List | ast.Tuple | ast.Set) and not value.elts
    empty = empty or (isinstance(value, ast.Dict) and not value.keys)
    if empty:
        return not any(
            isinstance(part, ast.Attribute | ast.Subscript)
            and isinstance(part.value, ast.Name)
            and part.value.id == name
            and (isinstance(part, ast.Attribute) or isinstance(part.ctx, ast.Store))
            for part in ast.walk(scope_at(file, node))
        )
    return isinstance(value, ast.Constant) and value.value in (0, 1, "", 0.0)


def words(name: str) -> frozenset[str]:
    """The words of a name in snake or camel case, small, without the s of a plural."""
    return frozenset(word.lower().rstrip("s") or word.lower() for word in _WORDS.findall(name))


def shares_words(one: str, other: str) -> bool:
    """Whether all words of one of two names are words of the other: `results_list` and `result`."""
    left, right = words(one), words(other)
    return bool(left and right) and (left <= right or right <= left) and one != other


def is_short_for(one: str, other: str) -> bool:
    """Whether the shorter name is the other's beginning, its words' first letters, or what is left of it without some
    letters (`h` height, `fn` first_name, `cfg` config)."""
    short, long = sorted((one.lower().replace("_", ""), other.lower()), key=len)
    plain = long.replace("_", "")
    if len(short) == len(plain) or not short or short[0] != plain[0]:
        return False
    if plain.startswith(short) or short == "".join(word[0] for word in long.split("_") if word):
        return True
    rest = iter(plain)
    return len(short) > 1 and all(letter in rest for letter in short)

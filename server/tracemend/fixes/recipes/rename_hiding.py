"""`rename-hiding`: give a variable another name that hides a built-in or own function, class or module.

`max = max(values)` in a function, `list = [1]` and later `list(...)`: what is called (of a module: what an attribute
is taken of), an annotation, given to `map` and the like, or what a type is compared with is the function; everything
else is the variable, and gets an underscore behind its name (PEP 8). Does not apply where the name is declared
`global`, is imported by others (`__all__`), or the variable is a parameter that calls name.

Source: https://peps.python.org/pep-0008/#descriptive-naming-styles ("single_trailing_underscore_")
"""

from __future__ import annotations

import ast
import builtins

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import expressions, nearest_to_carets
from tracemend.fixes.toolkit.names import free_name
from tracemend.source.module import Module, whole
from tracemend.source.scopes import Definition, Function, bound_in, own_nodes, parameter_names

_GIVEN_FUNCTIONS = frozenset(("map", "filter", "isinstance", "issubclass", "defaultdict", "partial", "reduce", "cast"))
_GIVEN_KEYWORDS = frozenset(("key", "type", "default_factory", "converter", "dtype", "func", "target", "callback"))


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, line = request.place.source, request.place.line
    module = whole(source) if source is not None else None
    if module is None or line is None or request.place.statement is None:
        return None
    name = request.values.get("name")
    if not isinstance(name, str):
        statement = request.place.statement
        calls = [one for one in expressions(statement) if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)]
        names = {one.func.id for one in nearest_to_carets(statement, calls) if isinstance(one.func, ast.Name)}
        names = {one for one in names if _hides(module, module.scopes_at(line), one) is not None}
        if len(names) != 1:
            return None
        name = names.pop()
    found = _hides(module, module.scopes_at(line), name)
    if found is None:
        return None
    scope, inner = found
    uses = _variable_uses(module, scope, name, inner)
    if uses is None:
        return None
    edits = _renamed(module, name, uses)
    if not edits:
        return None
    for other in _alike(scope) - {name}:
        # `min = min(values)` below `max = max(values)`: it would fail next.
        more = _variable_uses(module, scope, other, False) if _hides(module, module.scopes_at(line), other) else None
        edits += _renamed(module, other, more or [])
    return Mend(tuple(edits))


def _renamed(module: Module, name: str, uses: list[int]) -> list[TextEdit]:
    """The edits that rename a variable; none where one of its places is not where it should be."""
    new = free_name(module.source, f"{name}_", f"own_{name}")
    edits = [TextEdit(start, start + len(name), new) for start in sorted(set(uses))]
    return edits if all(module.source.text[edit.start : edit.end] == name for edit in edits) else []


def _alike(scope: ast.AST) -> set[str]:
    """The names that a function gives to the result of the very function of that name."""
    found: set[str] = set()
    for node in own_nodes(scope) if isinstance(scope, Function) else ():
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Name):
            names = {one.id for one in node.targets if isinstance(one, ast.Name)}
            found |= names & {node.value.func.id}
    return found


def _hides(module: Module, scopes: list[Definition], name: str) -> tuple[ast.AST, bool] | None:
    """The scope whose variable hides a function of that name, and whether the variable is a parameter."""
    for scope in (*reversed(scopes), module.tree):
        if isinstance(scope, ast.ClassDef | ast.Lambda):
            continue
        found = bound_in(scope, name)
        parameter = isinstance(scope, Function) and name in parameter_names(scope)
        variables = [one for one in found if isinstance(one, ast.Name)]
        if any(isinstance(one, ast.Global | ast.Nonlocal) and name in one.names for one in own_nodes(scope)):
            return None
        if not found and not parameter:
            continue
        others = [one for one in found if not isinstance(one, ast.Name)]
        outer = hasattr(builtins, name) or (scope is not module.tree and _is_function(module, name))
        if parameter and (variables or others):
            return None
        if not (variables or parameter) or not (outer or others):
            return None
        return scope, parameter
    return None


def _is_function(module: Module, name: str) -> bool:
    """Whether the module's own name is a function, a class or an import, and no variable."""
    found = bound_in(module.tree, name)
    return bool(found) and not any(isinstance(one, ast.Name) for one in found)


def _variable_uses(module: Module, scope: ast.AST, name: str, parameter: bool) -> list[int] | None:
    """Where the name is the variable's, as offsets; None where that cannot be told."""
    modules = any(isinstance(one, ast.Import) for one in bound_in(module.tree, name))
    parents = {id(child): node for node in ast.walk(scope) for child in ast.iter_child_nodes(node)}
    found: list[int] = []
    for node in ast.walk(scope):
        if isinstance(node, ast.keyword) and node.arg == name and parameter:
            return None
        if isinstance(node, ast.Constant) and node.value == name and scope is module.tree:
            return None  # __all__, getattr: others may ask for it
        if (
            isinstance(node, Function | ast.Lambda)
            and node is not scope
            and name in (*parameter_names(node), *_own(node))
        ):
            return None
        if isinstance(node, ast.arg) and node.arg == name:
            found.append(module.span(node)[0])
        if isinstance(node, ast.Name) and node.id == name and not _is_outer(node, parents, modules):
            found.append(module.span(node)[0])
    if parameter and any(isinstance(one, ast.keyword) and one.arg == name for one in module.nodes):
        return None
    return found


def _own(node: ast.AST) -> list[str]:
    return [one.id for one in own_nodes(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)]


def _is_outer(node: ast.Name, parents: dict[int, ast.AST], modules: bool) -> bool:
    """Whether a use means the function, class or module: it is called, or handed on as one."""
    parent = parents.get(id(node))
    if not isinstance(node.ctx, ast.Load):
        return False
    if isinstance(parent, ast.Call):
        called = getattr(parent.func, "id", getattr(parent.func, "attr", ""))
        return parent.func is node or (called in _GIVEN_FUNCTIONS and node in parent.args)
    if isinstance(parent, ast.keyword):
        return parent.arg in _GIVEN_KEYWORDS
    if isinstance(parent, ast.Attribute):
        return modules
    if isinstance(parent, ast.Tuple) and isinstance(call := parents.get(id(parent)), ast.Call):
        return getattr(call.func, "id", "") in ("isinstance", "issubclass") and parent in call.args[1:]
    if isinstance(parent, ast.Compare) and isinstance(parent.left, ast.Call):
        return getattr(parent.left.func, "id", "") == "type" and node in parent.comparators
    return _in_annotation(node, parents)


def _in_annotation(node: ast.AST, parents: dict[int, ast.AST]) -> bool:
    """Whether an expression is an annotation or stands in one (`list[int]`)."""
    while isinstance(node, ast.expr):
        outer = parents.get(id(node))
        if isinstance(outer, ast.arg | ast.AnnAssign) and outer.annotation is node:
            return True
        if isinstance(outer, Function) and outer.returns is node:
            return True
        if outer is None:
            return False
        node = outer
    return False


RECIPES = (Recipe("rename-hiding", "Renames a variable that hides a function of its name.", apply),)

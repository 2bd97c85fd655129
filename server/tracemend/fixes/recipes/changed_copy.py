"""Attributes that cannot be set: `changed-copy`, `own-attribute`.

- `changed-copy`: `p.x = 2` on a frozen dataclass or named tuple gives the name a changed copy: `p = replace(p, x=2)`,
  `p = p._replace(x=2)`; `+=` likewise. In `__post_init__` the field is set by `object.__setattr__`.
  Not where others hold the object: parameters, loops' names, attributes of other objects; not sure where it was handed
  on before.
- `own-attribute`: `self.radius = radius` in a method of a class whose property `radius` gives back `self._radius`.

Sources: https://docs.python.org/3/library/dataclasses.html#dataclasses.replace,
https://docs.python.org/3/library/dataclasses.html#frozen-instances,
https://docs.python.org/3/library/collections.html#collections.somenamedtuple._replace
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted
from tracemend.fixes.toolkit.failing import Failing, failing, scope_at
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.source.scopes import decorated_with, methods, parameter_names

_SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//"}
_PLAIN = (ast.Constant, ast.Name, ast.Call, ast.Attribute, ast.Subscript)


def changed_copy(request: Request) -> Mend | None:
    """A changed copy for the object itself."""
    at, message = failing(request), request.report.first_line
    frozen = message.startswith("cannot assign to field")
    if at is None or not (frozen or message == "can't set attribute"):
        return None
    target = _target(at)
    if target is None or not isinstance(target.value, ast.Name):
        return None
    node, name = at.node, target.value.id
    method = scope_at(at.file, node)
    value = getattr(node, "value", None)
    if not isinstance(value, ast.expr):
        return None
    (start, end), (begin, stop) = at.file.span(target), at.file.span(value)
    between = at.file.source.text[end:begin]
    if "(" in between or "\n" in between or "\\" in between:
        return None
    if frozen and isinstance(method, ast.FunctionDef) and method.name == "__post_init__" and name == "self":
        if not isinstance(node, ast.Assign):
            return None
        opening = f'object.__setattr__(self, "{target.attr}", '
        return Mend((TextEdit(start, begin, opening), TextEdit(stop, stop, ")")))
    if at.file.scope_of(name, node) is not method:
        return None
    bound = at.file.bindings(name, method)
    calls = [one.value for one in bound]
    if not calls or not all(isinstance(one, ast.Call) for one in calls):
        return None  # a parameter or a loop's name: others hold the object
    if not frozen and not _is_named_tuple(at, target.value):
        return None
    imports = imports_for(at.file.source, at.statement.line_of(at.statement.node), not isinstance(method, ast.Module))
    module = imports.find_module("dataclasses")
    called_ = f"{module}.replace" if module is not None else ""
    call = f"{name}._replace(" if not frozen else f"{called_ or imports.name('dataclasses', 'replace')}({name}, "
    old = ""
    if isinstance(node, ast.AugAssign):
        sign = _SIGNS.get(type(node.op))
        if sign is None or not isinstance(value, _PLAIN):
            return None
        old = f"{name}.{target.attr} {sign} "
    edits = (TextEdit(start, begin, f"{name} = {call}{target.attr}={old}"), TextEdit(stop, stop, ")"))
    return Mend((*(imports.edits() if frozen else ()), *edits), sure=not _is_shared(at, target.value))


def _is_shared(at: Failing, node: ast.Name) -> bool:
    """Whether the object may have been put somewhere before, where it would stay the old one."""
    scope = at.file.scope_of(node.id, node)
    for use in at.file.uses(node.id, scope) if scope is not None else ():
        outer = at.file.parents.get(id(use))
        shown = isinstance(outer, ast.Call) and dotted(outer.func) in ("print", "str", "repr", "hash", "len", "sorted")
        if use.lineno < node.lineno and not isinstance(outer, ast.Attribute | ast.FormattedValue) and not shown:
            return True
    return False


def _target(at: Failing) -> ast.Attribute | None:
    node = at.node
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        return node.targets[0] if isinstance(node.targets[0], ast.Attribute) else None
    return node.target if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Attribute) else None


def _is_named_tuple(at: Failing, node: ast.Name) -> bool:
    """Whether the file shows that the name's object is a named tuple."""
    scope = at.file.scope_of(node.id, node)
    for one in at.file.bindings(node.id, scope) if scope is not None else ():
        kind = dotted(one.value.func) if isinstance(one.value, ast.Call) else None
        owner = at.file.class_named(kind or "")
        if owner is not None:
            if not any((dotted(base) or "").endswith("NamedTuple") for base in owner.bases):
                return False
            continue
        made = [
            part.value
            for part in at.file.nodes
            if isinstance(part, ast.Assign) and [dotted(target) for target in part.targets] == [kind]
        ]
        if len(made) != 1 or not isinstance(made[0], ast.Call) or called(made[0]) != "namedtuple":
            return False
    return True


def own_attribute(request: Request) -> Mend | None:
    """The attribute that the property gives back, set in the class's own method."""
    at = failing(request)
    target = _target(at) if at is not None else None
    if (
        at is None
        or target is None
        or not ("has no setter" in request.report.first_line or "can't set" in request.report.first_line)
    ):
        return None
    line = at.statement.line_of(at.statement.node)
    found = at.file.method_at(line)
    if found is None or dotted(target.value) != next(iter(parameter_names(found[1])), None):
        return None
    owners = [one for one in methods(found[0]) if one.name == target.attr and decorated_with(one, "property")]
    body = owners[0].body[-1] if len(owners) == 1 else None
    value = body.value if isinstance(body, ast.Return) else None
    if not isinstance(value, ast.Attribute) or dotted(value.value) != dotted(target.value) or value.attr == target.attr:
        return None
    end = at.file.span(target)[1]
    return Mend((TextEdit(end - len(target.attr), end, value.attr),))


RECIPES = (
    Recipe(
        "changed-copy",
        "Gives the name a changed copy of an object that cannot be changed.",
        changed_copy,
        unsure="Something else may hold the old object, which stays as it is.",
    ),
    Recipe("own-attribute", "Sets the attribute that the property gives back.", own_attribute),
)

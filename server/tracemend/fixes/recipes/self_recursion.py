"""`stored-attribute`, `base-method`: members that call themselves without an end.

- `stored-attribute`: a property's getter reads, or its setter sets, the property itself. The getter's and the setter's
  own use of it becomes the attribute that the other one stores or reads (`self._price`); without a setter so does
  what the class's other methods set. Not where the other one does more than to read or set one attribute, nor where the
  class uses the name with the underscore otherwise.
- `base-method`: `__setattr__`, `__getattribute__`, and in a class made of a dictionary or list `__getitem__`,
  `__setitem__` and `__len__`, that do the very thing which they are called for:
  `super().__setitem__(key, value)` for `self[key] = value`.

Sources: https://docs.python.org/3/library/functions.html#property,
https://docs.python.org/3/reference/datamodel.html#object.__setattr__
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted
from tracemend.source.module import Module, whole
from tracemend.source.scopes import Function, decorated_with, methods, parameter_names

_CONTAINERS = frozenset(("dict", "list", "OrderedDict", "defaultdict", "Counter", "UserDict", "UserList", "deque"))


def _at(request: Request) -> tuple[Module, ast.ClassDef, Function] | None:
    """The file, the class and the method that calls itself."""
    source, line = request.place.source, request.place.line
    file = whole(source) if source is not None and request.report.exception == "RecursionError" else None
    found = file.method_at(line) if file is not None and line is not None else None
    return (file, *found) if file is not None and found is not None else None


def stored_attribute(request: Request) -> Mend | None:
    """`self._price` for `self.price` in the property `price`."""
    at = _at(request)
    if at is None:
        return None
    file, owner, method = at
    name = method.name
    getter = next((one for one in methods(owner) if one.name == name and decorated_with(one, "property")), None)
    setter = next((one for one in methods(owner) if one.name == name and _sets(one, name)), None)
    if getter is None or method not in (getter, setter):
        return None
    read = _own(getter, name, ast.Load)
    written = _own(setter, name, ast.Store) if setter is not None else []
    if not (read if method is getter else written):
        return None
    others: list[ast.Attribute] = []
    if setter is None:
        others = [part for one in methods(owner) if one is not getter for part in _own(one, name, ast.Store)]
    stored = _read_alone(getter) if not read else _set_alone(setter, name) if setter and not written else f"_{name}"
    if stored is None or any(one.name == stored for one in methods(owner)):
        return None
    if setter is None and not others and not _is_set(owner, stored):
        return None
    nodes = [*read, *written, *others]
    ends = [file.span(node)[1] for node in nodes]
    if any(file.source.text[end - len(name) : end] != name for end in ends):
        return None
    return Mend(tuple(TextEdit(end - len(name), end, stored) for end in dict.fromkeys(ends)))


def _sets(function: Function, name: str) -> bool:
    return any(dotted(one) == f"{name}.setter" for one in function.decorator_list)


def _own(function: Function, name: str, use: type[ast.expr_context]) -> list[ast.Attribute]:
    """Where a method reads or sets `self.name`."""
    first = next(iter(parameter_names(function)), None)
    return [
        part
        for part in ast.walk(function)
        if isinstance(part, ast.Attribute)
        and part.attr == name
        and isinstance(part.ctx, use)
        and isinstance(part.value, ast.Name)
        and part.value.id == first
    ]


def _read_alone(getter: Function) -> str | None:
    """The attribute of the object that a getter gives back as it is."""
    last = getter.body[-1]
    value = last.value if isinstance(last, ast.Return) else None
    first = next(iter(parameter_names(getter)), None)
    if isinstance(value, ast.Attribute) and isinstance(value.value, ast.Name) and value.value.id == first:
        return value.attr
    return None


def _set_alone(setter: Function, name: str) -> str | None:
    """The one attribute of the object that a setter sets."""
    first = next(iter(parameter_names(setter)), None)
    found = {
        part.attr
        for part in ast.walk(setter)
        if isinstance(part, ast.Attribute)
        and isinstance(part.ctx, ast.Store)
        and isinstance(part.value, ast.Name)
        and part.value.id == first
    }
    return next(iter(found)) if len(found) == 1 and name not in found else None


def _is_set(owner: ast.ClassDef, name: str) -> bool:
    return any(_own(one, name, ast.Store) for one in methods(owner))


def base_method(request: Request) -> Mend | None:
    """`super().__setattr__(name, value)` for `setattr(self, name, value)`."""
    at = _at(request)
    if at is None:
        return None
    file, owner, method = at
    first = next(iter(parameter_names(method)), None)
    edits = [edit for node in ast.walk(method) for edit in _by_base(file, owner, method, node, first)]
    return Mend(tuple(edits)) if edits else None


def _by_base(
    file: Module, owner: ast.ClassDef, method: Function, node: ast.AST, first: str | None
) -> Iterator[TextEdit]:
    """The edits that make one use of the object a call of the base's method; none for any other node."""
    name = method.name
    container = any((dotted(base) or "").rpartition(".")[2] in _CONTAINERS for base in owner.bases)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        wanted = {"setattr": "__setattr__", "getattr": "__getattribute__", "delattr": "__delattr__"}.get(node.func.id)
        size = {"setattr": 3, "getattr": 2, "delattr": 2}.get(node.func.id)
        if wanted == name and len(node.args) == size and not node.keywords and _is(node.args[0], first):
            begin = file.span(node)[0]
            yield TextEdit(begin, file.span(node.args[1])[0], f"super().{name}(")
        length = container and name == "__len__" and node.func.id == "len" and len(node.args) == 1
        if length and _is(node.args[0], first):
            yield TextEdit(*file.span(node), "super().__len__()")
    elif isinstance(node, ast.Assign) and name == "__setitem__" and container and len(node.targets) == 1:
        target = node.targets[0]
        if isinstance(target, ast.Subscript) and _is(target.value, first):
            key, value = file.span(target.slice), file.span(node.value)
            if file.source.text[value[1] : file.span(node)[1]].strip() == "":
                yield TextEdit(file.span(node)[0], key[0], "super().__setitem__(")
                yield TextEdit(key[1], value[0], ", ")
                yield TextEdit(value[1], value[1], ")")
    elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load) and _is(node.value, first):
        key, end = file.span(node.slice), file.span(node)[1]
        if container and name == "__getitem__":
            yield TextEdit(file.span(node)[0], key[0], "super().__getitem__(")
            yield TextEdit(key[1], end, ")")


def _is(node: ast.expr, name: str | None) -> bool:
    return isinstance(node, ast.Name) and node.id == name


RECIPES = (
    Recipe("stored-attribute", "Keeps a property's value under another name.", stored_attribute),
    Recipe("base-method", "Calls the base class's method of the same name.", base_method),
)

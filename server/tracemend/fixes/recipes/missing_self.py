"""`missing-self`: the object's parameter in a method that uses `self` and has none of that name.

A first parameter that the method never uses otherwise (`this`, `slef`, `s`) is renamed to `self`; one that it uses as
the object too (`this.a = 1` beside `self.b`) is what `self` is written as; else `self` becomes the first parameter.
Does not apply to static and class methods, nor where the file calls the method on the class itself: what the object is
to be is not known then.

Source: https://docs.python.org/3/tutorial/classes.html#random-remarks
"""

from __future__ import annotations

import ast
import re

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.source.module import Module, whole
from tracemend.source.scopes import Function, decorated_with, parameter_names


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, line = request.place.source, request.place.line
    file = whole(source) if source is not None else None
    owned = file.method_at(line) if file is not None and line is not None else None
    if file is None or owned is None or request.values.get("name") != "self":
        return None
    owner, method = owned
    names = parameter_names(method)
    if "self" in names or decorated_with(method, "staticmethod", "classmethod") or _on_class(file, owner, method):
        return None
    first = [*method.args.posonlyargs, *method.args.args][:1]
    if first:
        uses = [one for one in ast.walk(method) if isinstance(one, ast.Name) and one.id == first[0].arg]
        if not uses and first[0].annotation is None:
            start, _ = file.span(first[0])
            return Mend((TextEdit(start, start + len(first[0].arg), "self"),), sure=not _is_data(owner, method))
        if _are_object(file, uses):
            return _renamed(file, method, first[0].arg)
    start, _ = file.span(method)
    head = re.compile(rf"(?:async[ \t]+)?def[ \t]+{method.name}[ \t]*\(").match(file.source.text, start)
    if head is None:
        return None
    more = names or method.args.vararg or method.args.kwarg
    return Mend((TextEdit(head.end(), head.end(), "self, " if more else "self"),))


def _on_class(file: Module, owner: ast.ClassDef, method: Function) -> bool:
    return any(
        isinstance(node, ast.Attribute)
        and node.attr == method.name
        and isinstance(node.value, ast.Name)
        and node.value.id == owner.name
        for node in file.nodes
    )


def _is_data(owner: ast.ClassDef, method: Function) -> bool:
    """Whether the other methods' first parameter has this one's name: then it is no misspelt `self` alone."""
    own = parameter_names(method)[0]
    return any(own in parameter_names(one)[1:] for one in owner.body if isinstance(one, Function) and one is not method)


def _are_object(file: Module, uses: list[ast.Name]) -> bool:
    """Whether every use of the first parameter sets or takes an attribute, and one sets it: it is the object."""
    outer = [file.parents.get(id(one)) for one in uses]
    found = [one for one in outer if isinstance(one, ast.Attribute)]
    return bool(found) and len(found) == len(uses) and any(isinstance(one.ctx, ast.Store) for one in found)


def _renamed(file: Module, method: Function, name: str) -> Mend | None:
    nodes = [one for one in ast.walk(method) if isinstance(one, ast.Name) and one.id == "self"]
    return Mend(tuple(TextEdit(*file.span(one), name) for one in nodes)) if nodes else None


RECIPES = (
    Recipe(
        "missing-self",
        "Gives a method the parameter self that it uses.",
        apply,
        unsure="The first parameter may be a value that callers give.",
    ),
)

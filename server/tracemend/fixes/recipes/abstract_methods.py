"""`abstract-name`: call a method as the abstract one that it is meant to implement.

The class lacks an abstract method, and has one of nearly the same name, with the same parameters, that nothing calls
and no class above it knows. It is renamed, in the failing file or in the workspace's file that defines the class. Not
where several methods may be meant, or where another class of the same base has the method by that name too: then it is
the base that was misspelt. Not sure where the parameters are called otherwise.

Source: https://docs.python.org/3/library/abc.html#abc.abstractmethod; CPython's `object_new` in Objects/typeobject.c.
"""

from __future__ import annotations

import ast
import difflib
import os
import re
from collections.abc import Iterator, Sequence

from tracemend import lazy
from tracemend.fixes.recipe import FileEdits, Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted
from tracemend.fixes.toolkit.workspace import imported
from tracemend.source.module import Module, whole
from tracemend.source.scopes import Function, parameter_names

_LACKS = lazy.regex(
    r"Can't instantiate abstract class (\w+) with(?:out an implementation for)? abstract methods? ([^\n]+)$"
)
_NEAR = 0.75
_DEPTH = 5
Modules = Sequence[tuple["str | None", Module]]


def apply(request: Request) -> Mend | None:
    """The recipe."""
    said = _LACKS.match(request.report.first_line)
    source, file = request.place.source, request.place.file
    module = whole(source) if source is not None else None
    if said is None or module is None:
        return None
    modules: list[tuple[str | None, Module]] = [(None, module)]
    modules += imported(module, file, request.context) if file is not None else []
    held = [(path, one, node) for path, one in modules if (node := one.class_named(said[1])) is not None]
    if len(held) != 1:
        return None
    path, where, owner = held[0]
    bases = list(_bases(modules, owner, _DEPTH))
    edits: list[TextEdit] = []
    sure = True
    for name in re.findall(r"\w+", said[2]):
        abstract = [one for base in bases for one in _methods(base) if one.name == name]
        meant = [one for one in _free(modules, owner, bases) if abstract and _is_near(one, abstract[0])]
        if len(meant) != 1 or _base_is_misspelt(modules, owner, bases, name, meant[0].name):
            return None
        start = where.source.text.index("def", where.source.offset(meant[0].lineno, 0))
        start = where.source.text.index(meant[0].name, start + 3)
        edits.append(TextEdit(start, start + len(meant[0].name), name))
        sure = sure and parameter_names(meant[0]) == parameter_names(abstract[0])
    if len({edit.start for edit in edits}) != len(edits) or not edits:
        return None
    if path is None:
        return Mend(tuple(edits), sure=sure)
    note = f"It changes {os.path.basename(path)}, where the class is." if sure else None
    return Mend((), sure=sure, note=note, others=(FileEdits(path, where.source.text, tuple(edits)),))


def _bases(modules: Modules, owner: ast.ClassDef, depth: int) -> Iterator[ast.ClassDef]:
    """The classes that a class is made from, as far as the modules define them."""
    for one in owner.bases if depth else ():
        name = (dotted(one) or "").rpartition(".")[2]
        found = [node for _, module in modules if (node := module.class_named(name)) is not None]
        if len(found) == 1 and found[0] is not owner:
            yield found[0]
            yield from _bases(modules, found[0], depth - 1)


def _methods(owner: ast.ClassDef) -> list[Function]:
    return [one for one in owner.body if isinstance(one, Function)]


def _free(modules: Modules, owner: ast.ClassDef, bases: Sequence[ast.ClassDef]) -> list[Function]:
    """The class's own methods that nothing asks for: no base has them, no code names them."""
    known = {one.name for base in bases for one in _methods(base)}
    asked = {node.attr for _, module in modules for node in module.nodes if isinstance(node, ast.Attribute)}
    return [
        one
        for one in _methods(owner)
        if one.name not in known and one.name not in asked and not one.name.startswith("__")
    ]


def _is_near(method: Function, abstract: Function) -> bool:
    """Whether a method may be meant to implement the abstract one: by its name, its parameters, its decorators."""
    if type(method) is not type(abstract) or _decorators(method) != _decorators(abstract):
        return False
    own, wanted = parameter_names(method), parameter_names(abstract)
    if len(own) != len(wanted):
        return False
    a, b = method.name.strip("_"), abstract.name.strip("_")
    if difflib.SequenceMatcher(None, a, b).ratio() >= _NEAR:
        return True
    words, others = set(_words(a)), set(_words(b))
    if words <= others or others <= words:
        return True
    same = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if same >= max(4, min(len(a), len(b)) - 1):
        return True
    return bool(words & others) and own == wanted and len(own) > 1


def _words(name: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", re.sub(r"([A-Z])", r"_\1", name).lower())


def _decorators(function: Function) -> list[str]:
    names = [(dotted(one) or "?").rpartition(".")[2] for one in function.decorator_list]
    return sorted(name for name in names if name not in ("abstractmethod", "override"))


def _base_is_misspelt(
    modules: Modules, owner: ast.ClassDef, bases: Sequence[ast.ClassDef], abstract: str, own: str
) -> bool:
    """Whether other classes of the same base have the method by the name that this one gives it, and none by the
    abstract one's."""
    names = {base.name for base in bases}
    beside = [
        node
        for _, module in modules
        for node in module.nodes
        if isinstance(node, ast.ClassDef) and node is not owner
        and names & {(dotted(one) or "").rpartition(".")[2] for one in node.bases}
    ]  # fmt: skip
    held = [{one.name for one in _methods(node)} for node in beside]
    return any(own in one for one in held) and not any(abstract in one for one in held)


RECIPES = (
    Recipe(
        "abstract-name",
        "Calls a method as the abstract one that it implements.",
        apply,
        unsure="Its parameters are called otherwise than the abstract method's.",
    ),
)

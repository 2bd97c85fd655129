"""`forward-name`: an annotation that names a class which is defined further down, or is just being defined.

The annotations that need it are put in quotes where one or two do; else the file gets `from __future__ import
annotations`. For annotations of parameters, results and variables alone: a base class, a default value or a decorator
needs the class itself (`define-first`). Does not apply where the file has that import, or nothing defines the name.
Quotes are also what stands between the members of a union, so the whole annotation is quoted.

Sources: PEP 484, "Forward references"; https://docs.python.org/3/reference/simple_stmts.html#future
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import Module, whole
from tracemend.source.scopes import Function

_MOST_QUOTED = 2


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, line, name = request.place.source, request.place.line, request.values.get("name")
    file = whole(source) if source is not None else None
    if file is None or line is None or not isinstance(name, str):
        return None
    owner = file.class_named(name)
    if owner is None or file.parents.get(id(owner)) is not file.tree:
        return None
    here = [one for one in _annotations(file) if one.lineno <= line <= (one.end_lineno or 0) and _names(one, name)]
    if not here:
        return None
    early = [one for one in _annotations(file) if _is_early(file, one)]
    if len(early) > _MOST_QUOTED:
        imports = Imports(file.source)
        if imports.find_name("__future__", "annotations") is not None:
            return None
        imports.name("__future__", "annotations", "annotations")
        return Mend(imports.edits())
    edits = [edit for one in early for edit in _quoted(file, one)]
    return Mend(tuple(edits)) if len(edits) == 2 * len(early) else None


def _annotations(file: Module) -> Iterator[ast.expr]:
    """The annotations that are worked out when their `def` or statement runs."""
    for node in file.nodes:
        if isinstance(node, ast.arg) and node.annotation is not None:
            yield node.annotation
        elif isinstance(node, Function) and node.returns is not None:
            yield node.returns
        elif isinstance(node, ast.AnnAssign) and not any(isinstance(one, Function) for one in file.around(node)):
            yield node.annotation


def _names(node: ast.expr, name: str) -> bool:
    return any(isinstance(one, ast.Name) and one.id == name for one in ast.walk(node))


def _is_early(file: Module, node: ast.expr) -> bool:
    """Whether an annotation is worked out before a class that it names is there: above the class's end, in no function
    that runs later."""
    later = [
        one.name for one in file.tree.body if isinstance(one, ast.ClassDef) and (one.end_lineno or 0) >= node.lineno
    ]
    if not any(_names(node, name) for name in later):
        return False
    inner = [one for one in file.around(node) if isinstance(one, Function)]
    return len(inner) <= (0 if isinstance(file.parents.get(id(node)), ast.AnnAssign) else 1)


def _quoted(file: Module, node: ast.expr) -> list[TextEdit]:
    start, end = file.span(node)
    text = file.source.text[start:end]
    quote = next((one for one in ('"', "'") if one not in text), None)
    if quote is None or "\n" in text or "\\" in text:
        return []
    return [TextEdit(start, start, quote), TextEdit(end, end, quote)]


RECIPES = (Recipe("forward-name", "Lets an annotation name a class that is defined later.", apply),)

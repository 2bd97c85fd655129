"""`own-default`, `own-rows`: a test fails because objects share what each should have of its own.

- `own-default`: the one function or class that the test file calls without an argument whose default is a list,
  dictionary or set, and which keeps or changes it: `mutable-default` makes it anew in each call.
- `own-rows`: `[[0] * columns] * rows` is one row several times, and the file sets items of rows: each row is made by
  itself, `[[0] * columns for _ in range(rows)]`.

They apply where it is asserted that two values are equal, and look in the failing file and in those that it
imports from the workspace; with several candidates neither applies.
Sources: https://docs.python.org/3/faq/programming.html#how-do-i-create-a-multidimensional-list,
https://docs.python.org/3/faq/programming.html#why-are-default-values-shared-between-objects
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator

from tracemend.fixes.recipe import FileEdits, Mend, Recipe, Request, TextEdit
from tracemend.fixes.recipes.mutable_default import changeable, made_anew
from tracemend.fixes.toolkit.annotating import defaults
from tracemend.fixes.toolkit.code import called, spreads
from tracemend.fixes.toolkit.failing import failing
from tracemend.fixes.toolkit.workspace import imported
from tracemend.source.module import Module
from tracemend.source.scopes import Function, methods, parameter_names

_CHANGERS = frozenset(
    ("append", "extend", "insert", "add", "update", "setdefault", "pop", "remove", "clear", "discard")
)
_File = tuple["str | None", Module]


def _files(request: Request) -> list[_File]:
    """The failing file (with None for its name) and those that it imports."""
    at = failing(request)
    if at is None or not _compares(at.node):
        return []
    own = at.file
    others = imported(own, request.place.file, request.context) if request.place.file is not None else []
    return [(None, own), *others]


def _compares(node: ast.stmt) -> bool:
    """Whether a statement asserts that two values are equal."""
    if isinstance(node, ast.Assert):
        return isinstance(node.test, ast.Compare) and all(isinstance(one, ast.Eq) for one in node.test.ops)
    call = node.value if isinstance(node, ast.Expr) else None
    return isinstance(call, ast.Call) and called(call).startswith("assert") and called(call).endswith("Equal")


def _mend(file: str | None, module: Module, mend: Mend | None) -> Mend | None:
    """A mend of one of the files."""
    if mend is None or file is None:
        return mend
    note = f"It changes {os.path.basename(file)}, which the test calls."
    return Mend((), sure=mend.sure, note=note, others=(FileEdits(file, module.source.text, mend.edits),))


def own_default(request: Request) -> Mend | None:
    """`lines=None` for `lines=[]` in what the test calls."""
    files = _files(request)
    if not files:
        return None
    calls = [one for _, module in files for one in module.nodes if isinstance(one, ast.Call)]
    found = [
        (file, module, function, arg, value)
        for file, module in files
        for name, function in _callables(module)
        for arg, value in defaults(function)
        if changeable(value) and _is_kept(module, function, arg.arg) and _left_out(calls, name, function, arg.arg)
    ]
    if len(found) != 1:
        return None
    file, module, function, arg, value = found[0]
    return _mend(file, module, made_anew(module, function, arg, value))


def _callables(module: Module) -> Iterator[tuple[str, Function]]:
    """The functions and methods of a file under the names that they are called by, `__init__` under its class's."""
    inside: set[int] = set()
    for owner in module.nodes:
        if isinstance(owner, ast.ClassDef):
            for one in methods(owner):
                inside.add(id(one))
                yield (owner.name if one.name == "__init__" else one.name), one
    for part in module.nodes:
        if isinstance(part, Function) and id(part) not in inside:
            yield part.name, part


def _left_out(calls: list[ast.Call], name: str, function: Function, argument: str) -> bool:
    """Whether a call gives no value for the parameter."""
    names = parameter_names(function)
    at = names.index(argument) - (names[:1] in (["self"], ["cls"])) if argument in names else 99
    return any(
        called(one) == name
        and not spreads(one)
        and len(one.args) <= at
        and argument not in {k.arg for k in one.keywords}
        for one in calls
    )


def _is_kept(module: Module, function: Function, name: str) -> bool:
    """Whether the function changes the object, gives it back, or keeps it in an attribute that the file changes."""
    for part in ast.walk(function):
        if isinstance(part, ast.Name) and part.id == name and isinstance(part.ctx, ast.Load):
            outer = module.parents.get(id(part))
            if _changes(module, part) or isinstance(outer, ast.Return):
                return True
            if isinstance(outer, ast.Assign | ast.AnnAssign) and outer.value is part:
                targets = outer.targets if isinstance(outer, ast.Assign) else [outer.target]
                kept = {one.attr for one in targets if isinstance(one, ast.Attribute)}
                if any(
                    isinstance(one, ast.Attribute) and one.attr in kept and _changes(module, one)
                    for one in module.nodes
                ):
                    return True
    return False


def _changes(module: Module, node: ast.expr) -> bool:
    """Whether a use changes the object itself."""
    outer = module.parents.get(id(node))
    if isinstance(outer, ast.Subscript):
        return outer.value is node and not isinstance(outer.ctx, ast.Load)
    if isinstance(outer, ast.AugAssign):
        return outer.target is node
    return isinstance(outer, ast.Attribute) and outer.value is node and outer.attr in _CHANGERS


def own_rows(request: Request) -> Mend | None:
    """`[[0] * c for _ in range(r)]` for `[[0] * c] * r`."""
    found = [
        (file, module, node)
        for file, module in _files(request)
        if _sets_items(module)
        for node in module.nodes
        if _repeated(node) is not None
    ]
    if len(found) != 1:
        return None
    file, module, node = found[0]
    rows, times = _repeated(node) or (node, node)
    (begin, end), (start, stop) = module.span(rows), module.span(times)
    if module.span(node)[0] != begin or "\n" in module.source.text[end:start]:
        return None
    close = module.span(node)[1]
    between, behind = module.source.text[end:start].strip(), module.source.text[stop:close].strip()
    if (between, behind) not in (("*", ""), ("* (", ")")):
        return None
    edits = (TextEdit(end - 1, start, " for _ in range("), TextEdit(stop, close, ")]"))
    return _mend(file, module, Mend(edits))


def _repeated(node: ast.AST) -> tuple[ast.expr, ast.expr] | None:
    """The list of one changeable item and the number in `[item] * number`."""
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Mult) or not isinstance(node.left, ast.List):
        return None
    if len(node.left.elts) != 1:
        return None
    item = node.left.elts[0]
    if isinstance(item, ast.BinOp) and isinstance(item.op, ast.Mult):
        item = item.left
    return (node.left, node.right) if changeable(item) else None


def _sets_items(module: Module) -> bool:
    """Whether the file sets an item of an item, or changes an item by a method."""
    for part in module.nodes:
        item = part.value if isinstance(part, ast.Subscript | ast.Attribute) else None
        if not isinstance(item, ast.Subscript):
            continue
        if (
            part.attr in _CHANGERS
            if isinstance(part, ast.Attribute)
            else isinstance(getattr(part, "ctx", 0), ast.Store)
        ):
            return True
    return False


RECIPES = (
    Recipe(
        "own-default",
        "Makes a default list, dictionary or set anew in each call of what the test calls.",
        own_default,
        unsure="The calls may be meant to share it.",
    ),
    Recipe("own-rows", "Makes each row of a table by itself.", own_rows),
)

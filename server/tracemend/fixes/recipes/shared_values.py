"""`own-default`, `own-rows`: a test fails because objects share what each should have of its own.

- `own-default`: the one function or class that the test file calls without an argument whose default is a list,
  dictionary or set, and which keeps or changes it: `mutable-default` makes it anew in each call.
- `own-rows`: `[[0] * columns] * rows` is one row several times, and the file sets items of rows: each row is made by
  itself, `[[0] * columns for _ in range(rows)]`.

They apply where it is asserted that two values are equal, and look in the failing file and in those that it
imports from the workspace; with several candidates neither applies. Sure where the asserted values come from what is
shared (through names, attributes, functions and methods), for `own-default` where the failing file calls at least twice
without the argument, and where values that the message shows do not speak against it: a list with more in it than is
wanted, rows that are all alike.
Sources: https://docs.python.org/3/faq/programming.html#how-do-i-create-a-multidimensional-list,
https://docs.python.org/3/faq/programming.html#why-are-default-values-shared-between-objects
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from typing import Any

from tracemend import lazy
from tracemend.fixes.recipe import FileEdits, Mend, Recipe, Request, TextEdit
from tracemend.fixes.recipes.mutable_default import changeable, made_anew
from tracemend.fixes.toolkit.annotating import defaults
from tracemend.fixes.toolkit.changers import LIST_CHANGERS
from tracemend.fixes.toolkit.code import called, spreads
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.fixes.toolkit.workspace import imported
from tracemend.source.module import Module
from tracemend.source.scopes import Function, methods, parameter_names

_CHANGERS = LIST_CHANGERS | {"add", "update", "setdefault", "popitem", "discard"}
_VALUES = lazy.regex(r"(?:assert |\w+ differ: |AssertionError: )?(.{1,2000}?) (?:==|!=) (.{1,2000})")
_File = tuple["str | None", Module]


def _files(request: Request, at: Failing | None) -> list[_File]:
    """The failing file (with None for its name) and those that it imports."""
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


def _asserted(at: Failing) -> set[str]:
    """The names, and the attributes, that the asserted values may come from in the failing file."""
    found = _words(at.node)
    made = [
        part for part in at.file.nodes if isinstance(part, ast.Assign | ast.AnnAssign | ast.For | ast.comprehension)
    ]
    for _ in range(_STEPS):
        before = len(found)
        for part in made:
            targets = part.targets if isinstance(part, ast.Assign) else [part.target]
            value = part.iter if isinstance(part, ast.For | ast.comprehension) else part.value
            if value is not None and any(_words(target) & found - {"self"} for target in targets):
                found |= _words(value)
        if len(found) == before:
            break
    return found


_STEPS = 5
"""How often a value is followed to what it was made of."""


def _words(node: ast.AST) -> set[str]:
    """The names and attributes that stand in a node."""
    parts = list(ast.walk(node))
    names = {part.id for part in parts if isinstance(part, ast.Name)}
    return names | {part.attr for part in parts if isinstance(part, ast.Attribute)}


def _readers(module: Module, function: Function | None, kept: set[str]) -> set[str]:
    """What gives an object out that a function gives back or keeps in attributes (`kept`): the function itself, these
    attributes, and the methods of the class that read them."""
    if function is None:
        return set()
    if not kept:
        return {function.name}
    owner = module.parents.get(id(function))
    around = methods(owner) if isinstance(owner, ast.ClassDef) else []
    return kept | {one.name for one in around if one is not function and _words(one) & kept}


def _shown(request: Request) -> tuple[Any, Any] | None:
    """The two values that the message compares; None where it shows none, or not whole."""
    found = _VALUES.fullmatch(request.report.first_line.strip())
    try:
        return (ast.literal_eval(found[1]), ast.literal_eval(found[2])) if found is not None else None
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None


def _has_more(values: tuple[Any, Any]) -> bool:
    """Whether one of two lists, dictionaries, sets or lengths is the other with more in it."""
    for one, other in (values, values[::-1]):
        if isinstance(one, int) and isinstance(other, int):
            return one != other
        both = [kind for kind in (dict, list, tuple, set) if isinstance(one, kind) and isinstance(other, kind)]
        if both and len(one) > len(other) and all(part in one for part in other):
            return True
    return False


def _rows_alike(values: tuple[Any, Any]) -> bool:
    """Whether one of two tables has rows that are all alike, and the other has not; True for what is no table."""
    tables = [one for one in values if isinstance(one, list) and one and all(isinstance(row, list) for row in one)]
    if len(tables) != 2:
        return True
    return len({all(row == one[0] for row in one) for one in tables}) == 2


def own_default(request: Request) -> Mend | None:
    """`lines=None` for `lines=[]` in what the test calls."""
    at = failing(request)
    files = _files(request, at)
    if at is None or not files:
        return None
    calls = [one for _, module in files for one in module.nodes if isinstance(one, ast.Call)]
    found = [
        (file, module, name, function, arg, value)
        for file, module in files
        for name, function in _callables(module)
        for arg, value in defaults(function)
        if changeable(value)
        and _kept(module, function, arg.arg) is not None
        and _left_out(calls, name, function, arg.arg)
    ]
    if len(found) != 1:
        return None
    file, module, name, function, arg, value = found[0]
    mend = made_anew(module, function, arg, value)
    if mend is None:
        return None
    own_calls = [one for one in at.file.nodes if isinstance(one, ast.Call)]
    values = _shown(request)
    sure = (
        len(_left_out(own_calls, name, function, arg.arg)) > 1
        and bool(_readers(module, function, _kept(module, function, arg.arg) or set()) & _asserted(at))
        and (values is None or _has_more(values))
    )
    return _mend(file, module, mend._replace(sure=mend.sure and sure))


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


def _left_out(calls: list[ast.Call], name: str, function: Function, argument: str) -> list[ast.Call]:
    """The calls that give no value for the parameter."""
    names = parameter_names(function)
    at = names.index(argument) - (names[:1] in (["self"], ["cls"])) if argument in names else 99
    return [
        one
        for one in calls
        if called(one) == name
        and not spreads(one)
        and len(one.args) <= at
        and argument not in {k.arg for k in one.keywords}
    ]


def _kept(module: Module, function: Function, name: str) -> set[str] | None:
    """The attributes that the function keeps the object in, where the file changes them; empty where it changes the
    object or gives it back, None where it does neither."""
    own = False
    for part in ast.walk(function):
        if isinstance(part, ast.Name) and part.id == name and isinstance(part.ctx, ast.Load):
            outer = module.parents.get(id(part))
            own = own or _changes(module, part) or isinstance(outer, ast.Return)
            if isinstance(outer, ast.Assign | ast.AnnAssign) and outer.value is part:
                targets = outer.targets if isinstance(outer, ast.Assign) else [outer.target]
                kept = {one.attr for one in targets if isinstance(one, ast.Attribute)}
                if any(
                    isinstance(one, ast.Attribute) and one.attr in kept and _changes(module, one)
                    for one in module.nodes
                ):
                    return kept
    return set() if own else None


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
    at = failing(request)
    found = [
        (file, module, node)
        for file, module in _files(request, at)
        if _sets_items(module)
        for node in module.nodes
        if _repeated(node) is not None
    ]
    if at is None or len(found) != 1:
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
    values = _shown(request)
    sure = bool(_holders(module, node) & _asserted(at)) and (values is None or _rows_alike(values))
    return _mend(file, module, Mend(edits, sure=sure))


def _holders(module: Module, node: ast.AST) -> set[str]:
    """The names, attributes, functions and methods that a table which is made in an expression comes from."""
    outer = module.statement(node).node
    targets = outer.targets if isinstance(outer, ast.Assign) else [getattr(outer, "target", None)]
    names = {one.id for one in targets if isinstance(one, ast.Name)}
    kept = {one.attr for one in targets if isinstance(one, ast.Attribute)}
    function = next((one for one in module.around(node) if isinstance(one, Function)), None)
    return names | kept | _readers(module, function, kept)


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
        unsure="The code does not show that what is asserted comes from this default.",
    ),
    Recipe(
        "own-rows",
        "Makes each row of a table by itself.",
        own_rows,
        unsure="The code does not show that what is asserted comes from this table.",
    ),
)

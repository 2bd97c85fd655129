"""Whether all that a loop does depends on the item further on: then it has nothing to do for the last one."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from tracemend.fixes.toolkit.code import called
from tracemend.fixes.toolkit.loops import offset
from tracemend.source.module import Module
from tracemend.source.scopes import names_bound

_COLLECTS = ("append", "add", "print", "write", "appendleft", "extend")


@dataclass(frozen=True, slots=True)
class Look:
    """`items[name + shift]`: `node` is the subscript, `text` the text of `items`."""

    file: Module
    node: ast.Subscript
    text: str
    name: ast.Name
    shift: int


def all_neighbours(look: Look, body: Sequence[ast.stmt | ast.expr]) -> bool:
    """Whether each statement (of a comprehension: one of its expressions) looks at the item further on, uses what was
    made of it, stands behind such a condition, or only prepares a value for those that do.

    Not where the items come in runs, whose last one no next item ends: where `x[i] != x[i + 1]` decides whether `x[i]`
    is collected, or a condition takes what the loop has counted or collected, and begins anew. Nor where an `else`
    collects `x[i]` or adds it: the last one has no next item, and would be left out of that.
    """
    statements = [one for one in body if isinstance(one, ast.stmt)]
    if not statements:
        known = _Known(set(), set())
        differs = any(_differs(look, test, ast.NotEq) for test in body[1:])
        return any(_looks(look, one, known) for one in body) and not (differs and _is_item(look, body[0], known))
    return _all(look, statements, _Known(set(), set()))


@dataclass(frozen=True, slots=True)
class _Known:
    """Names whose value was made of the item further on (`derived`), and of the item itself (`own`); both grow."""

    derived: set[str]
    own: set[str]


def _all(look: Look, body: Sequence[ast.stmt], known: _Known) -> bool:
    for one in body:
        if isinstance(one, ast.If):
            if _looks(look, one.test, known):
                if _ends_run(look, one, known):
                    return False
                known.derived.update(_bound(one))
                continue
            if not _all(look, one.body, known) or not _all(look, one.orelse, known):
                return False
        elif isinstance(one, ast.For | ast.AsyncFor | ast.While | ast.With | ast.AsyncWith | ast.Try):
            return False
        elif _looks(look, one, known):
            if isinstance(one, ast.Assign | ast.AnnAssign):
                known.derived.update(_bound(one))
        elif not isinstance(one, ast.Pass | ast.Continue | ast.Break):
            if not _prepares(look, one):
                return False
            if _is_item(look, one, known):
                known.own.update(_bound(one))
    return True


def _bound(node: ast.AST) -> set[str]:
    return {name for part in ast.walk(node) for name in names_bound(part)}


def _looks(look: Look, node: ast.AST, known: _Known) -> bool:
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load) and part.id in known.derived:
            return True
        if isinstance(part, ast.Subscript) and isinstance(part.ctx, ast.Load) and _shift(look, part) == look.shift:
            return True
    return False


def _shift(look: Look, node: ast.Subscript) -> int | None:
    name, shift = offset(node.slice)
    return shift if name is not None and name.id == look.name.id else None


def _prepares(look: Look, node: ast.stmt) -> bool:
    """Whether a statement gives names a value and does nothing else, and only the loop uses them."""
    if not isinstance(node, ast.Assign) or any(isinstance(one, ast.Await | ast.Yield) for one in ast.walk(node)):
        return False
    loop = next((one for one in look.file.around(node) if isinstance(one, ast.For | ast.AsyncFor | ast.While)), None)
    targets = [part for target in node.targets for part in ast.walk(target)]
    if loop is None or any(isinstance(one, ast.Attribute | ast.Subscript) for one in targets):
        return False
    names = {name for part in targets for name in names_bound(part)}
    if any(isinstance(part, ast.Name) and part.id in names for part in ast.walk(node.value)):
        return False
    inside = {id(part) for part in ast.walk(loop)}
    for name in names:
        scope = look.file.scope_of(name, node)
        if scope is None or any(id(use) not in inside for use in look.file.uses(name, scope)):
            return False
    return True


def _differs(look: Look, test: ast.AST, kind: type[ast.cmpop]) -> bool:
    """Whether a test holds the item further on against another by `==` or `!=`."""
    return any(
        isinstance(part, ast.Compare)
        and isinstance(part.ops[0], kind)
        and any(isinstance(one, ast.Subscript) and _shift(look, one) == look.shift for one in ast.walk(part))
        for part in ast.walk(test)
    )


def _ends_run(look: Look, node: ast.If, known: _Known) -> bool:
    """Whether the condition ends a run of items."""
    branches = [*(node.body if _differs(look, node.test, ast.NotEq) else [])]
    branches += node.orelse  # also of another test: `total -= x[i]`, else `total += x[i]`
    for part in (inner for one in branches for inner in ast.walk(one)):
        taken = part.args if isinstance(part, ast.Call) and called(part) in _COLLECTS else []
        taken = [part.value] if isinstance(part, ast.Yield | ast.AugAssign) and part.value else taken
        if any(_is_item(look, item, known) for item in taken):
            return True
    loop = next((one for one in look.file.around(node) if isinstance(one, ast.For | ast.AsyncFor | ast.While)), node)
    grown: set[str] = set()
    for part in ast.walk(loop):
        if isinstance(part, ast.AugAssign):
            grown |= _bound(part.target)
        elif isinstance(part, ast.Call) and called(part) in _COLLECTS and isinstance(part.func, ast.Attribute):
            grown |= {part.func.value.id} if isinstance(part.func.value, ast.Name) else set()
    for branch in (node.body, node.orelse):
        parts = [part for one in branch for part in ast.walk(one)]
        begun = {name for part in parts if isinstance(part, ast.Assign) for name in _bound(part)}
        read = {part.id for part in parts if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)}
        if grown & begun & read:
            return True
    return False


def _is_item(look: Look, node: ast.AST, known: _Known) -> bool:
    for part in ast.walk(node):
        if isinstance(part, ast.Subscript) and _shift(look, part) == 0:
            return True
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load) and part.id in known.own:
            return True
    return False

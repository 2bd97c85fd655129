"""`in-place`: what was assigned or used is the None of a method that changes the object itself.

- `best = scores.sort(key=f)`: `best = sorted(scores, key=f)`; `.reverse()`: `scores[::-1]`; `random.shuffle(cards)`:
  `random.sample(cards, k=len(cards))`.
- `items = items.append(x)` (any such method): the assignment goes, the call stays.
- `longer = row.append(3)` and `return row.append(3)`: the call on a line of its own, then the object.
- `items.append(1).append(2)`: two statements.

The call is followed to from where its None fails: through assignments, attributes, arguments, and what functions and
methods of the file return. Sure but for a second name of an object that is used under its first name later: a copy may
be meant, or the object in its new order.
Source: https://docs.python.org/3/faq/design.html#why-doesn-t-list-sort-return-the-sorted-list,
https://docs.python.org/3/library/random.html#random.shuffle
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, spreads
from tracemend.fixes.toolkit.failing import Failing, failing, is_alone, scope_at
from tracemend.fixes.toolkit.nones import nones, origins
from tracemend.source.module import Module
from tracemend.source.scopes import Function, own_nodes
from tracemend.source.statement import Statement

_METHODS = frozenset(
    (
        *("sort", "reverse", "append", "extend", "insert", "remove", "clear", "update", "add", "discard"),
        *("appendleft", "extendleft", "rotate", "intersection_update", "difference_update"),
    )
)
_FUNCTIONS = ("random.shuffle", "heapq.heapify", "heapq.heappush", "bisect.insort", "shuffle", "heapify", "heappush")
_DEPTH = 5
_NEW = ("sort", "reverse", "random.shuffle")
"""What has a form that gives a new object."""


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = failing(request)
    if at is None:
        return None
    found: dict[int, ast.Call] = {}
    for node in nones(at, request.report.first_line):
        for call in _calls(at, node):
            found[id(call)] = call
    if len(found) != 1:
        return None
    return _mended(at.file, next(iter(found.values())))


def _calls(at: Failing, node: ast.expr) -> list[ast.Call]:
    """The calls that gave the None: in the expression, its name's assignment, or the function that it is of."""
    name, found = dotted(node), []
    if name is not None:
        # `items = items.append(x)`, in a loop for example: the second time it is None
        scope = scope_at(at.file, node)
        for part in own_nodes(scope):
            if isinstance(part, ast.Assign) and [dotted(one) for one in part.targets] == [name]:
                changed = _changed(part.value)
                if changed is not None and dotted(changed) == name and isinstance(part.value, ast.Call):
                    found.append(part.value)
    return found or _gave(at.file, node, _DEPTH)


def _gave(file: Module, node: ast.expr, depth: int) -> list[ast.Call]:
    """The calls in place that a value comes from, through assignments, attributes, and what functions and methods of
    the file return."""
    found: list[ast.Call] = []
    for one in origins(file, node) if depth > 0 else []:
        if isinstance(one, ast.Call) and _changed(one) is not None:
            found.append(one)
        elif isinstance(one, ast.Call):
            function = _called(file, one)
            returns = [part for part in own_nodes(function) if isinstance(part, ast.Return)] if function else []
            for value in [part.value for part in returns if part.value is not None]:
                found += [value] if isinstance(value, ast.Call) and _changed(value) else _gave(file, value, depth - 1)
        elif isinstance(one, ast.Attribute):
            found += _stored(file, one.attr)
        elif isinstance(one, ast.IfExp):
            found += [part for side in (one.body, one.orelse) for part in _gave(file, side, depth - 1)]
    return found


def _called(file: Module, call: ast.Call) -> Function | None:
    """The function of the module, or the only method of that name, that is called."""
    if isinstance(call.func, ast.Name):
        return file.function(call.func.id)
    if not isinstance(call.func, ast.Attribute):
        return None
    same = [one for one in file.nodes if isinstance(one, Function) and one.name == called(call)]
    return same[0] if len(same) == 1 and isinstance(file.parents.get(id(same[0])), ast.ClassDef) else None


def _stored(file: Module, name: str) -> list[ast.Call]:
    """The calls in place whose results are kept in an attribute of that name."""
    found: list[ast.Call] = []
    for part in file.nodes:
        targets = part.targets if isinstance(part, ast.Assign) else []
        value = part.value if isinstance(part, ast.Assign) else None
        if isinstance(value, ast.Call) and _changed(value) is not None:
            found += [value for one in targets if isinstance(one, ast.Attribute) and one.attr == name]
    return found


def _changed(node: ast.expr) -> ast.expr | None:
    """The object that a call changes in place."""
    if not isinstance(node, ast.Call):
        return None
    if dotted(node.func) in _FUNCTIONS:
        return node.args[0] if node.args else None
    if isinstance(node.func, ast.Attribute) and node.func.attr in _METHODS:
        return node.func.value
    return None


def _mended(file: Module, call: ast.Call) -> Mend | None:
    changed, outer = _changed(call), file.parents.get(id(call))
    if changed is None:
        return None
    name = dotted(changed)
    if isinstance(outer, ast.Assign) and len(outer.targets) == 1 and outer.value is call:
        target = outer.targets[0]
        if name is not None and dotted(target) == name:
            return Mend((TextEdit(file.span(outer)[0], file.span(call)[0], ""),))
        new = _new(file, call, changed)
        if new:
            return Mend(tuple(new), sure=not _read_after(file, outer, changed))
        if name is None or not isinstance(target, ast.Name):
            return None
        return _two_lines(file, outer, call, f"{target.id} = {name}", not _used_later(file, outer, changed))
    if isinstance(outer, ast.Return):
        local = isinstance(changed, ast.Name) and any(
            one.value is not None for one in file.bindings(changed.id, scope_at(file, changed))
        )
        new = _new(file, call, changed) if local or name is None else []
        return Mend(tuple(new)) if new else _two_lines(file, outer, call, f"return {name}", name is not None)
    if isinstance(outer, ast.Attribute):
        return _split(file, call)
    return Mend(tuple(new)) if (new := _new(file, call, changed, outer)) else None


def _new(file: Module, call: ast.Call, changed: ast.expr, outer: ast.AST | None = None) -> list[TextEdit]:
    """The call that gives a new object; none where there is no such form."""
    text, (start, end) = file.source.text, file.span(call)
    begin, stop = file.span(changed)
    kind = dotted(call.func) if dotted(call.func) in _FUNCTIONS else getattr(call.func, "attr", "")
    if kind not in _NEW or spreads(call):
        return []
    if kind == "random.shuffle":
        if len(call.args) != 1 or dotted(changed) is None:
            return []
        middle = file.span(call.func)[1]
        return [
            TextEdit(middle - len("shuffle"), middle, "sample"),
            TextEdit(stop, stop, f", k=len({dotted(changed)})"),
        ]
    if start != begin or call.args:
        return []
    opening = text.index("(", file.span(call.func)[1])
    if kind == "reverse":
        if isinstance(outer, ast.For) and outer.iter is call:
            return [TextEdit(start, start, "reversed("), TextEdit(stop, opening + 1, "")]
        return [TextEdit(stop, end, "[::-1]")]
    if not call.keywords:
        return [TextEdit(start, start, "sorted("), TextEdit(stop, opening + 1, "")]
    comma = "," if text[opening + 1] in "\r\n" else ", "
    return [TextEdit(start, start, "sorted("), TextEdit(stop, opening + 1, comma)]


def _two_lines(file: Module, statement: ast.stmt, call: ast.Call, last: str, sure: bool) -> Mend | None:
    """The call by itself, and below it `last`."""
    if not is_alone(file, statement) or last.endswith("None"):
        return None
    start, end = file.span(statement)
    line = file.source.position(end)[0]
    at = file.source.offset(line, len(file.source.line(line)))
    indent = file.source.indent_of(file.source.position(start)[0])
    edits = (TextEdit(start, file.span(call)[0], ""), TextEdit(at, at, f"{file.source.newline}{indent}{last}"))
    return Mend(edits, sure=sure)


def _used_later(file: Module, statement: ast.stmt, changed: ast.expr) -> bool:
    """Whether the object is used under its own name after the statement, or may be by others."""
    if not isinstance(changed, ast.Name) or any(isinstance(one, ast.For | ast.While) for one in file.around(statement)):
        return True
    scope = file.scope_of(changed.id, changed)
    if scope is None or any(isinstance(one.node, ast.arg) for one in file.bindings(changed.id, scope)):
        return True
    return _read_after(file, statement, changed)


def _read_after(file: Module, statement: ast.stmt, changed: ast.expr) -> bool:
    """Whether the function goes on with the object under its first name."""
    scope = file.scope_of(changed.id, changed) if isinstance(changed, ast.Name) else None
    uses = file.uses(changed.id, scope) if isinstance(changed, ast.Name) and scope is not None else []
    return any(use.lineno > (statement.end_lineno or statement.lineno) for use in uses)


def _split(file: Module, inner: ast.Call) -> Mend | None:
    """`a.append(1).append(2)` as two statements."""
    name, statement = dotted(changed) if (changed := _changed(inner)) is not None else None, file.statement(inner).node
    if name is None or not isinstance(statement, ast.Expr) or not is_alone(file, statement):
        return None
    shown = Statement(statement, (), None, file.source, 1)
    indent = file.source.indent_of(file.source.position(shown.span(statement)[0])[0])
    edits: list[TextEdit] = []
    outer = file.parents.get(id(inner))
    while isinstance(outer, ast.Attribute):
        call = file.parents.get(id(outer))
        end, stop = file.span(outer.value)[1], file.span(outer)[1] - len(outer.attr)
        if not isinstance(call, ast.Call) or call.func is not outer or outer.attr not in _METHODS:
            return None
        if file.source.text[end:stop].strip() != "." or file.span(outer.value)[0] != file.span(statement)[0]:
            return None
        if len(file.source.text[end:stop].splitlines()) > 1:
            return None
        edits.append(TextEdit(end, stop, f"{file.source.newline}{indent}{name}."))
        outer = file.parents.get(id(call))
    return Mend(tuple(edits)) if outer is statement and edits else None


RECIPES = (
    Recipe(
        "in-place",
        "Goes on with the object that a method changed, not with the method's None.",
        apply,
        unsure="The object is used under its first name later; whether as it was or changed the code does not show.",
    ),
)

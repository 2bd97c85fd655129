"""`before-closing`, `fetch-before-closing`: read what is handed out of a block before the block closes its file.

- `before-closing`: a generator expression, `csv.reader(file)`, `map(...)`, a call of a generator of the file and the
  like read only later. What is returned, kept in an attribute, or named in the block and returned after it, becomes a
  list. Where the block goes on with the name (`next(rows)`), a line `rows = list(rows)` ends it.
- `fetch-before-closing`: the rows of a database that is closed, by `closing(...)` or `close()`: `.fetchall()`.

Does not apply where nothing of the block's file is in what is handed out, it is more than one of these, it may never
end, or more is asked of it than to go through it (`fieldnames`, `next()`).

Sources: https://docs.python.org/3/reference/expressions.html#generator-expressions,
https://docs.python.org/3/library/sqlite3.html#sqlite3.Cursor.fetchall
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted
from tracemend.fixes.toolkit.edits import insert_after, owns_its_lines
from tracemend.source.module import Module, whole
from tracemend.source.scopes import Function, own_nodes

_LAZY = ("reader", "DictReader", "map", "filter", "enumerate", "zip", "islice", "chain", "reversed", "iter")
_READER_HAS = ("fieldnames", "line_num", "dialect", "readline", "read", "seek", "tell", "close")
_QUERIES = ("execute", "executemany")


@dataclass(frozen=True, slots=True)
class _Handed:
    """Something lazy that leaves its block: by which statement, of which function or class, and how it is mended."""

    leaves: ast.stmt
    owner: str
    mend: Mend


def apply(request: Request) -> Mend | None:
    """The recipe for files."""
    source, line = request.place.source, request.place.line
    file = whole(source) if source is not None else None
    if file is None or line is None or "closed file" not in request.report.message:
        return None
    return _only(request, file, line, [one for block in _blocks(file) for one in _handed_out(file, block)])


def _only(request: Request, file: Module, line: int, every: list[_Handed]) -> Mend | None:
    """The mend of the one that the frames' lines lead to; of the only one of the file where these lead to none."""
    path = request.place.frame.path if request.place.frame is not None else None
    lines = {line, *(frame.line for frame in request.report.frames if frame.path == path)}
    names = {called(one) for one in file.nodes if isinstance(one, ast.Call) and one.lineno in lines}
    near = [one for one in every if one.leaves.lineno in lines or one.owner in names]
    near = near or every
    return near[0].mend if len(near) == 1 else None


def _blocks(file: Module) -> Iterator[ast.With]:
    return (one for one in file.nodes if isinstance(one, ast.With))


def _handed_out(file: Module, block: ast.With) -> Iterator[_Handed]:
    """What a block hands out that reads its file later."""
    files = {
        one.id for item in block.items if item.optional_vars is not None for one in ast.walk(item.optional_vars)
        if isinstance(one, ast.Name)
    }  # fmt: skip
    lazy = _lazy_names(file, block, files)
    function = next((one for one in file.around(block) if isinstance(one, Function | ast.ClassDef)), None)
    if not isinstance(function, Function) or not files:
        return
    for node in _own(block):
        if isinstance(node, ast.Return) and node.value is not None:
            own = _name(node.value)
            later = _is_lazy(file, node.value, files | set(lazy)) or own in lazy
            if later or (own in files and _is_looped(file, function)):
                yield _Handed(node, function.name, _as_list(file, node.value))
        target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else None
        if isinstance(node, ast.Assign) and isinstance(target, ast.Attribute) and dotted(target.value) == "self":
            owner = next((one.name for one in file.around(function) if isinstance(one, ast.ClassDef)), "")
            if _is_lazy(file, node.value, files | set(lazy)) and not _asked_more(file, target.attr):
                yield _Handed(node, owner, _as_list(file, node.value))
    for after in _after(file, block):
        name = _name(after.value) if isinstance(after, ast.Return) else None
        if name in lazy and lazy[name] in block.body:
            yield from _named(file, block, function, lazy[name], after)


def _named(file: Module, block: ast.With, function: Function, bound: ast.Assign, leaves: ast.stmt) -> Iterator[_Handed]:
    """What is named in a block and returned after it: a list from the first, or at the block's end."""
    name = _name(bound.targets[0])
    inside = [
        one for node in block.body for one in ast.walk(node)
        if isinstance(one, ast.Name) and one.id == name and isinstance(one.ctx, ast.Load)
    ]  # fmt: skip
    if not inside:
        yield _Handed(leaves, function.name, _as_list(file, bound.value))
    elif owns_its_lines(file.statement(block.body[-1])):
        line = f"{name} = list({name})"
        edit = insert_after(file.statement(block.body[-1]), [line])
        yield _Handed(leaves, function.name, Mend((edit,)))


def _own(block: ast.With) -> Iterator[ast.AST]:
    """The nodes of a block that run in it, functions inside left out."""
    waiting: list[ast.AST] = list(block.body)
    while waiting:
        node = waiting.pop(0)
        yield node
        if not isinstance(node, Function | ast.Lambda | ast.ClassDef):
            waiting += ast.iter_child_nodes(node)


def _after(file: Module, block: ast.With) -> list[ast.stmt]:
    """The statements that follow a block beside it."""
    outer = file.parents.get(id(block))
    for name in ("body", "orelse", "finalbody"):
        body = getattr(outer, name, None)
        if isinstance(body, list) and block in body:
            return body[body.index(block) + 1 :]
    return []


def _lazy_names(file: Module, block: ast.With, files: set[str]) -> dict[str, ast.Assign]:
    """The names that the block gives to what reads its files later, and where it does."""
    found: dict[str, ast.Assign] = {}
    for one in block.body:
        name = _name(one.targets[0]) if isinstance(one, ast.Assign) and len(one.targets) == 1 else None
        if isinstance(one, ast.Assign) and name is not None:
            if _is_lazy(file, one.value, files | set(found)):
                found[name] = one
            else:
                found.pop(name, None)
    return found


def _is_lazy(file: Module, node: ast.expr, names: set[str]) -> bool:
    """Whether an expression goes through one of these names later, and comes to an end."""
    if not names & {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}:
        return False
    if isinstance(node, ast.GeneratorExp):
        return True
    if not isinstance(node, ast.Call):
        return False
    function = file.function(node.func.id) if isinstance(node.func, ast.Name) else None
    return called(node) in _LAZY if function is None else _is_generator(function)


def _is_generator(function: Function) -> bool:
    """Whether a function yields, and does not go on for ever."""
    own = list(own_nodes(function))
    endless = any(
        isinstance(one, ast.While) and isinstance(one.test, ast.Constant) and one.test.value for one in own
    ) and not any(isinstance(one, ast.Break | ast.Return) for one in own)
    return isinstance(function, ast.FunctionDef) and not endless and any(
        isinstance(one, ast.Yield | ast.YieldFrom) for one in own
    )  # fmt: skip


def _is_looped(file: Module, function: Function) -> bool:
    """Whether a loop goes through what every call of the function gives."""
    if file.function(function.name) is not function:
        return False
    uses = file.uses(function.name, file.tree)
    outer = [file.parents.get(id(call)) for use in uses if (call := file.parents.get(id(use))) is not None]
    return bool(outer) and all(isinstance(one, ast.For | ast.comprehension) for one in outer)


def _asked_more(file: Module, attribute: str) -> bool:
    """Whether an attribute of that name is asked for more than to be gone through."""
    for one in file.nodes:
        if isinstance(one, ast.Attribute) and one.attr == attribute and isinstance(one.ctx, ast.Load):
            outer = file.parents.get(id(one))
            if isinstance(outer, ast.Attribute) or (isinstance(outer, ast.Call) and called(outer) == "next"):
                return True
    return False


def _name(node: ast.expr | None) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _as_list(file: Module, node: ast.expr) -> Mend:
    start, end = file.span(node)
    asked = any(
        (isinstance(one, ast.Attribute) and one.attr in _READER_HAS[:3])
        or (isinstance(one, ast.Call) and called(one) == "next" and not _in_block(file, one))
        for one in file.nodes
    )
    if isinstance(node, ast.GeneratorExp) and file.source.text[start] == "(":
        return Mend((TextEdit(start, start + 1, "["), TextEdit(end - 1, end, "]")), sure=not asked)
    return Mend((TextEdit(start, start, "list("), TextEdit(end, end, ")")), sure=not asked)


def _in_block(file: Module, node: ast.AST) -> bool:
    return any(isinstance(one, ast.With) for one in file.around(node))


def fetch(request: Request) -> Mend | None:
    """The recipe for rows of a database."""
    source, line = request.place.source, request.place.line
    file = whole(source) if source is not None else None
    if file is None or line is None or "closed database" not in request.report.message:
        return None
    found = []
    for function in file.nodes:
        if isinstance(function, ast.FunctionDef):
            found += list(_queries(file, function))
    return _only(request, file, line, found)


def _queries(file: Module, function: ast.FunctionDef) -> Iterator[_Handed]:
    """The queries whose rows a function returns, and whose database it closes."""
    own = list(own_nodes(function))
    closed = {
        dotted(one.func.value) for one in own
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.func.attr == "close"
    }  # fmt: skip
    for block in own:
        for item in block.items if isinstance(block, ast.With) else ():
            if isinstance(item.context_expr, ast.Call) and called(item.context_expr) == "closing":
                closed.add(_name(item.optional_vars))
    for node in own:
        if not isinstance(node, ast.Return) or node.value is None:
            continue
        value = node.value
        if isinstance(value, ast.Name):
            known = file.only_value(value.id, value)
            used = len(file.uses(value.id, function)) if known is not None else 0
            value = known[1] if known is not None and used == 1 else value
        if not (isinstance(value, ast.Call) and called(value) in _QUERIES and isinstance(value.func, ast.Attribute)):
            continue
        if dotted(value.func.value) in closed:
            end = file.span(value)[1]
            yield _Handed(node, function.name, Mend((TextEdit(end, end, ".fetchall()"),)))


RECIPES = (
    Recipe(
        "before-closing",
        "Reads the file before the block that opened it is left.",
        apply,
        unsure="More may be asked of what is handed out than a list can give.",
    ),
    Recipe("fetch-before-closing", "Fetches the rows before the database is closed.", fetch),
)

"""Statements that need a function, or an `async` one.

`async-def`: the function around an `await`, `async with` or `async for` becomes `async def`. The file's calls of it
are awaited where they stand in an `async def`, and run by `asyncio.run` at the module's level; a plain function that
calls it becomes async in turn, where the file calls that too. Sure where the file calls it, uses it in no other way,
and it has no decorator.
`asyncio-run`: an awaited call of a coroutine function of the file at the module's level is run by `asyncio.run`.
`into-function`: a `return` or `yield` right under a function's last line goes into that function; sure where it uses
a name that only that function knows.

Source: "Coroutines" in Python's language reference and asyncio's documentation of runners.
"""

from __future__ import annotations

import ast
import re

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.compiling import MAX_TEXT, proven
from tracemend.fixes.toolkit.coroutines import made_async
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.source.module import whole
from tracemend.source.statement import characters, parse_kept
from tracemend.source.text import SourceText

Function = ast.FunctionDef | ast.AsyncFunctionDef


class _Tree:
    """A file's tree with each node's parent."""

    def __init__(self, source: SourceText, tree: ast.Module) -> None:
        self.source, self.tree = source, tree
        self.parents: dict[ast.AST, ast.AST] = {}
        for node in ast.walk(tree):
            for child in ast.iter_child_nodes(node):
                self.parents.setdefault(child, node)

    def offset(self, line: int | None, column: int | None) -> int:
        """The offset of a position as `ast` counts it."""
        text = self.source.line(line or 1)
        return self.source.offset(line or 1, characters(text, column or 0))

    def around(self, node: ast.AST) -> ast.AST | None:
        """The innermost function, lambda or class around a node."""
        at = self.parents.get(node)
        while at is not None and not isinstance(at, Function | ast.Lambda | ast.ClassDef):
            at = self.parents.get(at)
        return at


def _asked(request: Request) -> tuple[_Tree, int] | None:
    source, line = request.place.source, request.place.line
    if source is None or line is None or len(source.text) > MAX_TEXT:
        return None
    tree = parse_kept(source.text)
    return None if tree is None else (_Tree(source, tree), line)


def _waits(tree: _Tree, line: int) -> list[ast.AST]:
    """What on a line may stand in an `async def` only."""
    kinds = (ast.Await, ast.AsyncWith, ast.AsyncFor)
    found: list[ast.AST] = [n for n in ast.walk(tree.tree) if isinstance(n, kinds) and n.lineno == line]
    for node in ast.walk(tree.tree):
        if isinstance(node, ast.comprehension) and node.is_async and node.target.lineno == line:
            found.append(node)
    return found


def make_async(request: Request) -> Mend | None:
    """The recipe `async-def`."""
    asked = _asked(request)
    if asked is None:
        return None
    tree, line = asked
    functions = {tree.around(node) for node in _waits(tree, line)}
    function = functions.pop() if len(functions) == 1 else None
    if not isinstance(function, ast.FunctionDef) or function.name.startswith("__"):
        return None
    file = whole(tree.source)
    same = None if file is None else next((one for one in file.nodes if _is_same(one, function)), None)
    imports = imports_for(tree.source, 1, True)
    made = made_async(file, same, imports) if file is not None and isinstance(same, ast.FunctionDef) else None
    return None if made is None else proven(tree.source, [*made[0], *imports.edits()], made[1])


def _is_same(node: ast.AST, function: ast.FunctionDef) -> bool:
    return isinstance(node, ast.FunctionDef) and (node.lineno, node.col_offset) == (
        function.lineno,
        function.col_offset,
    )


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def run_it(request: Request) -> Mend | None:
    """The recipe `asyncio-run`."""
    asked = _asked(request)
    if asked is None:
        return None
    tree, line = asked
    waits = [node for node in ast.walk(tree.tree) if isinstance(node, ast.Await) and tree.around(node) is None]
    own = {node.name for node in tree.tree.body if isinstance(node, ast.AsyncFunctionDef)}
    if not any(node.lineno == line for node in waits):
        return None
    imports = imports_for(tree.source, line, False)
    edits: list[TextEdit] = []
    for node in waits:
        if not isinstance(node.value, ast.Call) or _name(node.value.func) not in own:
            return None
        start = tree.offset(node.lineno, node.col_offset)
        begin = tree.offset(node.value.lineno, node.value.col_offset)
        end = tree.offset(node.value.end_lineno, node.value.end_col_offset)
        edits += [TextEdit(start, begin, f"{imports.module('asyncio')}.run("), TextEdit(end, end, ")")]
    return proven(tree.source, [*edits, *imports.edits()], sure=len(waits) == 1)


def into_function(request: Request) -> Mend | None:
    """The recipe `into-function`."""
    asked = _asked(request)
    if asked is None:
        return None
    tree, line = asked
    source = tree.source
    if not re.match(r"[ \t]*(?:return|yield)\b", source.line(line)):
        return None
    above = line - 1
    while above and (not source.line(above).strip() or source.line(above).lstrip().startswith("#")):
        above -= 1
    indent = source.indent_of(line)
    statement = next((n for n in ast.walk(tree.tree) if isinstance(n, ast.stmt) and n.lineno == line), None)
    function = next(
        (
            node
            for node in ast.walk(tree.tree)
            if isinstance(node, Function) and node.end_lineno == above and source.indent_of(node.lineno) == indent
        ),
        None,
    )
    if function is None or statement is None or function.body[0].lineno == function.lineno:
        return None
    if statement.end_lineno != line:
        return None
    inner = source.indent_of(function.body[0].lineno)
    used = {n.id for n in ast.walk(statement) if isinstance(n, ast.Name)}
    parameters = {node.arg for node in ast.walk(function.args) if isinstance(node, ast.arg)}
    local = parameters | _stored(function)
    outside = {n.id for n in ast.walk(tree.tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    outside -= {name for name in _stored(function) if name not in _stored_outside(tree, function)}
    at = source.offset(line, 0)
    return proven(source, [TextEdit(at, at + len(indent), inner)], sure=bool(used & (local - outside)))


def _stored(node: ast.AST) -> set[str]:
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


def _stored_outside(tree: _Tree, function: Function) -> set[str]:
    """The names that anything but the function binds."""
    inside = set(map(id, ast.walk(function)))
    every = (n for n in ast.walk(tree.tree) if id(n) not in inside)
    return {n.id for n in every if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


RECIPES = (
    Recipe(
        "async-def",
        "Makes the function around an await an async one.",
        make_async,
        needs_statement=False,
        unsure="The function waits in several places, so its callers may be meant to do so instead.",
    ),
    Recipe(
        "asyncio-run",
        "Runs an awaited call of the module's level by asyncio.run.",
        run_it,
        needs_statement=False,
        unsure="The calls would run one after the other, each in a loop of its own.",
    ),
    Recipe(
        "into-function",
        "Puts a return into the function above it.",
        into_function,
        needs_statement=False,
        unsure="Another function may have been meant, or none.",
    ),
)

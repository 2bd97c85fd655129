"""`into-block`: indent the lines that use a file, an archive, a database, a pool, or a client or answer of the web,
after its `with` or `async with` block, so that they belong to it.

From the block's end to the last statement beside it that uses the file, or what was made of it in the block (a csv
reader; an object that a session of SQLAlchemy loaded, where what it refers to is loaded later). Does not apply where
the lines do not follow the block they belong to, where several blocks could be meant, or where `close()` was called.

Source: https://docs.python.org/3/tutorial/inputoutput.html#methods-of-file-objects
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request
from tracemend.fixes.toolkit.edits import begins_its_line, indent_lines, indent_step, owns_its_lines
from tracemend.source.module import Module, whole

_MOST_LINES = 200
_CLOSED = lazy.regex(
    r"closed file|Pool not running|cannot schedule new futures after shutdown|\A(?:Session is closed|Connection closed"
    r"|Cannot send a request, as the client has been closed|Attempted to read or stream content, but the stream)"
    r"|is not bound to a Session; lazy load operation of attribute|ZIP archive that was already closed"
    r"|Cannot operate on a closed database"
)
_LOADED = "lazy load operation"


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement = request.place.statement
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None or not _CLOSED.search(request.report.message):
        return None
    node = file.same(statement, statement.node)
    names = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)} if isinstance(node, ast.stmt) else set()
    if not isinstance(node, ast.stmt):
        return None
    loaded = _LOADED in request.report.message
    body, index, block = _block(file, node, names, loaded)
    if block is None:
        return None
    made = _made(block, loaded)
    begin = body.index(block) + 1
    last = max(at for at in range(begin, len(body)) if at <= index or _uses(body[at], made))
    moved = body[begin : last + 1]
    if any(isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) for one in moved):
        return None
    if _rebinds(body[begin : index + 1], made & names):
        return None
    if not all(begins_its_line(file.statement(one)) for one in moved) or not owns_its_lines(file.statement(moved[-1])):
        return None
    first = file.source.position(file.span(moved[0])[0])[0]
    end = file.source.position(file.span(moved[-1])[1])[0]
    inner = block.body[0]
    if inner.lineno == block.lineno or end - first > _MOST_LINES:
        return None
    own, outer = file.source.indent_of(inner.lineno), file.source.indent_of(block.lineno)
    step = own[len(outer) :] if own.startswith(outer) and own != outer else indent_step(file.source)
    comment = _comments_before(file, first)
    return Mend(tuple(indent_lines(file.source, comment, end, step)))


def _block(
    file: Module, node: ast.stmt, names: set[str], loaded: bool
) -> tuple[list[ast.stmt], int, ast.With | ast.AsyncWith | None]:
    """The nearest block above the statement, or above a loop or other block that it stands in, that made one of its
    names; with the statements beside that block, and which of them failed."""
    at: ast.AST | None = node
    while isinstance(at, ast.stmt) and not isinstance(at, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        body = _body(file, at)
        index = body.index(at) if at in body else 0
        blocks = [
            one for one in body[:index] if isinstance(one, ast.With | ast.AsyncWith) and _made(one, loaded) & names
        ]
        if blocks:
            return body, index, blocks[-1]
        at = file.parents.get(id(at))
    return [], 0, None


def _body(file: Module, node: ast.stmt) -> list[ast.stmt]:
    """The statements beside `node`, itself among them."""
    outer = file.parents.get(id(node))
    for name in ("body", "orelse", "finalbody"):
        body = getattr(outer, name, None)
        if isinstance(body, list) and node in body:
            return body
    return []


def _made(block: ast.With | ast.AsyncWith, loaded: bool) -> set[str]:
    """The names of the block's files, and of what is made of them in it without being read; of a session's, all that
    was `loaded` by it."""
    names = {item.optional_vars.id for item in block.items if isinstance(item.optional_vars, ast.Name)}
    for one in block.body:
        if isinstance(one, ast.Assign) and len(one.targets) == 1 and isinstance(one.targets[0], ast.Name):
            value = one.value
            lazy = isinstance(value, ast.GeneratorExp | ast.Name) or (
                isinstance(value, ast.Call)
                and any(isinstance(arg, ast.Name) and arg.id in names for arg in value.args)
                and not (
                    isinstance(value.func, ast.Name) and value.func.id in ("list", "tuple", "set", "sorted", "len")
                )
            )
            if (lazy or loaded) and _uses(one, names):
                names.add(one.targets[0].id)
    return names


def _uses(node: ast.AST, names: set[str]) -> bool:
    return any(
        isinstance(part, ast.Name) and part.id in names and isinstance(part.ctx, ast.Load) for part in ast.walk(node)
    )


def _rebinds(nodes: list[ast.stmt], names: set[str]) -> bool:
    return any(
        isinstance(part, ast.Name) and part.id in names and isinstance(part.ctx, ast.Store)
        for node in nodes
        for part in ast.walk(node)
    )


def _comments_before(file: Module, first: int) -> int:
    """The first of the comment lines right above a line, that line where there are none."""
    indent = file.source.indent_of(first)
    while first > 1 and file.source.line(first - 1).startswith(f"{indent}#"):
        first -= 1
    return first


RECIPES = (Recipe("into-block", "Moves the lines that use the file into its with block.", apply),)

"""`import-later`: move an import that closes a circle into the functions that use what it imports.

Where every use of the imported names stands in a function's body, the import is needed only when that runs, and both
modules are whole by then. Up to two functions get the import as their first line; for more the module is imported
whole and the names are written with it. The failing file is looked at first, then the others of the circle, innermost
first. Does not apply where a name is used when the module is loaded: as a base class, a decorator, a default, in an
annotation; or where the module itself calls one of those functions while it is loaded. Not sure
where another module of the circle calls functions while it is loaded.

Source: https://docs.python.org/3/faq/programming.html#what-are-the-best-practices-for-using-import-in-a-module
"""

from __future__ import annotations

import ast
from itertools import pairwise

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.edits import insert_before, owns_its_lines
from tracemend.source.module import Module, whole
from tracemend.source.place import file_of
from tracemend.source.scopes import Function, bound_in, own_nodes
from tracemend.source.text import SourceText

_MOST = 2


def apply(request: Request) -> Mend | None:
    """The recipe."""
    if request.report.exception != "ImportError" or "circular import" not in request.report.message:
        return None
    own = request.place.file
    for frame in reversed(request.report.frames[1:]):
        path = file_of(frame, request.context)
        text = request.context.documents.read(path) if path is not None and path != own else None
        source = request.place.source if path == own else SourceText(text) if text is not None else None
        file = whole(source) if source is not None else None
        if file is None and path == own:
            return None  # it was changed since, and does not parse: where the import is needed cannot be told
        edits = _later(file, frame.line) if file is not None else None
        if edits:
            return Mend(tuple(edits), sure=not _used_at_once(request, path), file=None if path == own else path)
    return None


def _used_at_once(request: Request, but: str | None) -> bool:
    """Whether another module of the circle calls its own or imported functions while it is loaded: the import would be
    needed then."""
    for frame in request.report.frames[1:]:
        path = file_of(frame, request.context)
        text = request.context.documents.read(path) if path is not None and path != but else None
        file = whole(SourceText(text)) if text is not None else None
        if text is not None and file is None:
            return True  # it cannot be told
        for statement in file.tree.body if file is not None else ():
            if isinstance(statement, Function | ast.ClassDef | ast.Import | ast.ImportFrom | ast.If):
                continue
            calls = [one for one in ast.walk(statement) if isinstance(one, ast.Call)]
            if any(isinstance(one.func, ast.Name) and file and bound_in(file.tree, one.func.id) for one in calls):
                return True
    return False


def _later(file: Module, line: int | None) -> list[TextEdit] | None:
    node = next((one for one in file.tree.body if isinstance(one, ast.ImportFrom) and one.lineno == line), None)
    if node is None or any(one.name == "*" for one in node.names) or not owns_its_lines(file.statement(node)):
        return None
    names = {one.asname or one.name for one in node.names}
    uses = [one for one in file.nodes if isinstance(one, ast.Name) and one.id in names]
    if not uses or any(
        not isinstance(one.ctx, ast.Load) or file.scope_of(one.id, one) is not file.tree for one in uses
    ):
        return None
    users: list[ast.FunctionDef | ast.AsyncFunctionDef] = []
    for use in uses:
        function = _function(file, use)
        if function is None:
            return None
        users += [function] if function not in users else []
    if _called_on_load(file, users) or "__all__" in file.source.text:
        return None
    begin, end = file.source.offset(node.lineno, 0), file.source.offset((node.end_lineno or node.lineno) + 1, 0)
    written = file.text(node)
    if len(users) <= _MOST and "\n" not in written:
        firsts = [_first(one) for one in users]
        if any(one is None or not owns_its_lines(file.statement(one)) for one in firsts):
            return None
        edits = [insert_before(file.statement(one), [written]) for one in firsts if one is not None]
        return [_cut(file, node, begin, end), *edits]
    return _whole_module(file, node, uses)


def _cut(file: Module, node: ast.ImportFrom, begin: int, end: int) -> TextEdit:
    """The import's lines gone, with the blank lines after it where it opens the file."""
    if not file.source.text[:begin].strip():
        while end < len(file.source.text) and not file.source.line(file.source.position(end)[0]).strip():
            end = file.source.offset(file.source.position(end)[0] + 1, 0)
    return TextEdit(begin, end, "")


def _function(file: Module, use: ast.Name) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    """The outermost function whose body a use runs in; None where it runs when the module is loaded."""
    found, inner = None, None
    chain = [use, *file.around(use)]
    for inner, outer in pairwise(chain):
        if isinstance(outer, Function) and inner in outer.body:
            found = outer
        elif isinstance(inner, ast.arguments) or (isinstance(outer, Function) and inner not in outer.body):
            found = None
        elif isinstance(outer, ast.AnnAssign) and inner is outer.annotation:
            return None
    return found


def _first(function: Function) -> ast.stmt | None:
    body = list(function.body)
    if (
        isinstance(body[0], ast.Expr)
        and isinstance(body[0].value, ast.Constant)
        and isinstance(body[0].value.value, str)
    ):
        body = body[1:]
    return body[0] if body and not getattr(body[0], "decorator_list", []) else None


def _called_on_load(file: Module, users: list[ast.FunctionDef | ast.AsyncFunctionDef]) -> bool:
    """Whether the module uses one of the functions, or its class, when it is loaded (not in its main guard)."""
    names = {one.name for one in users} | {
        outer.name for one in users for outer in file.around(one) if isinstance(outer, ast.ClassDef)
    }
    for statement in file.tree.body:
        if isinstance(statement, Function | ast.ClassDef | ast.Import | ast.ImportFrom):
            continue
        if isinstance(statement, ast.If) and "__main__" in ast.unparse(statement.test):
            continue
        parts = [statement, *own_nodes(ast.Module([statement], []))]
        if any(isinstance(one, ast.Name) and one.id in names for one in parts):
            return True
    return False


def _whole_module(file: Module, node: ast.ImportFrom, uses: list[ast.Name]) -> list[TextEdit] | None:
    """`import orders` and `orders.count`."""
    module = node.module
    if node.level or module is None or any(one.asname for one in node.names):
        return None
    taken = module.partition(".")[0]
    if any(isinstance(one, ast.Name) and one.id == taken for one in file.nodes):
        return None
    start, end = file.span(node)
    edits = [TextEdit(start, end, f"import {module}")]
    for use in uses:
        begin, stop = file.span(use)
        if file.source.text[begin:stop] != use.id:
            return None
        edits.append(TextEdit(begin, begin, f"{module}."))
    return edits


RECIPES = (
    Recipe(
        "import-later",
        "Imports in a function what would close a circle of imports.",
        apply,
        unsure="Another module of the circle may need the import while it is loaded.",
    ),
)

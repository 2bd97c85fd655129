"""`expand-user`, `exist-ok`: a path as the system reads it, a folder that may be there.

- `expand-user`: a literal that begins with `~` goes through `expanduser`, which the shell does and `open` does not.
- `exist-ok`: `mkdir` and `makedirs` take a folder that is there.

Sources: https://docs.python.org/3/library/os.path.html#os.path.expanduser,
https://docs.python.org/3/library/os.html#os.makedirs
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, calls, dotted, function_around, keyword_of, text_of
from tracemend.fixes.toolkit.edits import add_keyword, replace
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.fixes.toolkit.reach import reach
from tracemend.source.module import Module, whole
from tracemend.source.statement import Statement, own_parts


def expand_user(request: Request) -> Mend | None:
    """The recipe for `~`."""
    statement, path = request.place.statement, request.values.get("path")
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None or not isinstance(path, str) or not path.startswith("~"):
        return None
    found = [one for one in _literals(file, statement) if _begins(one).startswith("~")]
    if len(found) != 1:
        return None
    return _wrapped(file, found[0])


def _begins(node: ast.expr) -> str:
    """What a text literal, an f-string or a sum of texts begins with."""
    if isinstance(node, ast.JoinedStr) and node.values:
        return text_of(node.values[0]) or ""
    if isinstance(node, ast.BinOp):
        return _begins(node.left)
    return text_of(node) or ""


def _literals(file: Module, statement: Statement) -> list[ast.expr]:
    """The literals that the statement's names and arguments come from."""
    found: dict[int, ast.expr] = {}
    for part in own_parts(statement.node):
        same = file.same(statement, part) if isinstance(part, ast.expr) else None
        if not isinstance(same, ast.Name | ast.Constant | ast.JoinedStr | ast.BinOp | ast.Call):
            continue
        for source in reach(file, same) or ():
            for one in _path_parts(source):
                if not isinstance(file.parents.get(id(one)), ast.JoinedStr | ast.BinOp):
                    found[id(one)] = one
    return list(found.values())


def _path_parts(node: ast.expr) -> list[ast.expr]:
    """A literal itself, or the first argument of what makes a path of it."""
    if isinstance(node, ast.Call) and node.args and called(node) in ("Path", "join", "open", "PurePath", "abspath"):
        return _path_parts(node.args[0])
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return _path_parts(node.left)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _path_parts(node.func.value)
    return [node] if isinstance(node, ast.Constant | ast.JoinedStr | ast.BinOp) and _begins(node) else []


def _wrapped(file: Module, node: ast.expr) -> Mend | None:
    outer = file.parents.get(id(node))
    if isinstance(outer, ast.Call) and called(outer) == "Path" and outer.args[:1] == [node] and len(outer.args) == 1:
        end = file.span(outer)[1]
        return Mend((TextEdit(end, end, ".expanduser()"),))
    where = file.statement(node)
    imports = imports_for(file.source, where.line_of(where.node), function_around(where) is not None)
    start, end = file.span(node)
    name = f"{imports.module('os')}.path.expanduser("
    return Mend((*imports.edits(), TextEdit(start, start, name), TextEdit(end, end, ")")))


def exist_ok(request: Request) -> Mend | None:
    """The recipe for a folder that is there."""
    statement = request.place.statement
    if statement is None or request.report.exception != "FileExistsError":
        return None
    made = [call for call in calls(statement) if called(call) in ("mkdir", "makedirs")]
    if (
        len(made) != 1
        or keyword_of(made[0], "exist_ok") is not None
        or any(key.arg is None for key in made[0].keywords)
    ):
        return None
    call = made[0]
    keyword = add_keyword(statement, call, "exist_ok=True")
    if dotted(call.func) == "os.mkdir":
        return Mend((replace(statement, call.func, "os.makedirs"), keyword)) if len(call.args) == 1 else None
    if called(call) == "makedirs" or (isinstance(call.func, ast.Attribute) and len(call.args) == 0):
        return Mend((keyword,))
    return None


RECIPES = (
    Recipe("expand-user", "Lets ~ stand for the user's folder, as it does in a shell.", expand_user),
    Recipe("exist-ok", "Takes the folder that is there.", exist_ok),
)

"""`user-data-folder`: write into the user's own data folder instead of a folder that may not be written.

Changes the path that the failing statement writes to: where it is a name that is assigned once, the
assignment, so that reading it elsewhere goes along. Uses `platformdirs` where the file or the project has
it, else puts a short helper under the imports. Does not apply to reading, or where the path cannot be seen; not
sure for the kernel's own files.

Sources: XDG Base Directory Specification, https://specifications.freedesktop.org/basedir-spec/latest/ ;
Apple, File System Programming Guide; Microsoft, KNOWNFOLDERID (FOLDERID_RoamingAppData).
"""

from __future__ import annotations

import ast
import os
import re
from itertools import islice

from tracemend import lazy
from tracemend.context import Context
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import (
    assigned_value,
    assignments,
    called,
    function_around,
    is_pure,
    text_of,
)
from tracemend.fixes.toolkit.imports import Imports, imports_for
from tracemend.fixes.toolkit.paths import PathUse, is_path_object, path_uses
from tracemend.source.statement import Statement

_HELPER = '''
def {name}(program):
    """The folder for this user's data of `program`, made where it is missing."""
    if {sys}.platform == "win32":
        base = {os}.environ.get("APPDATA") or {Path}.home() / "AppData" / "Roaming"
    elif {sys}.platform == "darwin":
        base = {Path}.home() / "Library" / "Application Support"
    else:
        base = {os}.environ.get("XDG_DATA_HOME") or {Path}.home() / ".local" / "share"
    folder = {Path}(base) / program
    folder.mkdir(parents=True, exist_ok=True)
    return folder
'''
_NOTE = "The program uses the file there from now on; one that is in the old folder stays where it is."
_OF_SYSTEM = lazy.regex(r"/(?:sys|proc|dev)/")
"""Files that the kernel has: to write to another says nothing to it."""
_GENERAL = ("main", "__main__", "__init__", "app", "cli", "run", "manage")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement = request.place.statement
    if statement is None:
        return None
    use = next((use for use in path_uses(statement) if use.writes), None)
    if use is None:
        return None
    target, node, sure = _target(statement, use)
    line = target.line_of(target.node)
    imports = imports_for(target.source, line, function_around(target) is not None)
    folder = _folder(imports, request)
    written = _new_path(target, node, folder, imports, use)
    if written is None:
        return None
    sure = sure and not any(_OF_SYSTEM.match(text_of(part) or "") for part in ast.walk(node))
    start, end = target.span(node)
    return Mend((*imports.edits(), TextEdit(start, end, written)), sure=sure, note=_NOTE)


def _target(statement: Statement, use: PathUse) -> tuple[Statement, ast.expr, bool]:
    """Where the path is written down: the statement, the expression, and whether all uses go along."""
    path = use.path
    if isinstance(path, ast.Call) and called(path) == "Path" and len(path.args) == 1:
        inner = path.args[0]
        return statement, path, text_of(inner) is not None and _once(statement, inner)
    if isinstance(path, ast.Name):
        found = list(islice(assignments(statement.source, path.id), 2))
        value = assigned_value(found[0]) if len(found) == 1 else None
        same = value is not None and function_around(found[0]) in (None, function_around(statement))
        if value is not None and (same or _same_function(found[0], statement)):
            return found[0], value, True
        return statement, path, False
    return statement, path, text_of(path) is not None and _once(statement, path)


def _same_function(one: Statement, other: Statement) -> bool:
    first, second = function_around(one), function_around(other)
    return (
        first is not None
        and second is not None
        and first.name == second.name
        and one.line_of(first) == other.line_of(second)
    )


def _once(statement: Statement, node: ast.expr) -> bool:
    """Whether no other line speaks of the same literal."""
    return statement.source.text.count(statement.text(node)) == 1


def _folder(imports: Imports, request: Request) -> str:
    """The expression that gives the folder."""
    program = _program(request)
    if imports.find_module("platformdirs") or _depends_on_platformdirs(request.context):
        return f'{imports.name("platformdirs", "user_data_path")}("{program}", ensure_exists=True)'
    text = _HELPER
    for key, written in {
        "{os}": imports.module("os"),
        "{sys}": imports.module("sys"),
        "{Path}": imports.name("pathlib", "Path"),
    }.items():
        text = text.replace(key, written)
    return f'{imports.helper("user_data_folder", text)}("{program}")'


def _program(request: Request) -> str:
    """The program's name: its file's, or its folder's where the file's says nothing."""
    path = (request.place.file or request.place.path).replace("\\", "/")
    folder, _, name = path.rpartition("/")
    stem = os.path.splitext(name)[0]
    if stem in _GENERAL:
        stem = folder.rpartition("/")[2] or stem
    return re.sub(r"[^\w.-]", "-", stem).strip(".-") or "program"


def _depends_on_platformdirs(context: Context) -> bool:
    for root in context.roots:
        text = context.documents.read(os.path.join(root, "pyproject.toml"))
        if text and re.search(r"""["']platformdirs\b""", text):
            return True
    return False


def _new_path(statement: Statement, node: ast.expr, folder: str, imports: Imports, use: PathUse) -> str | None:
    """The path in the new folder: the same file name, a text where it was one before."""
    is_object = is_path_object(statement, node)
    name = _last_part(statement, node)
    if name is None:
        if not is_pure(node):
            return None
        name = f"{imports.module('os')}.path.basename({statement.text(node)})"
    if is_object is False and not (node is use.path and use.kind == "open"):
        return f"{imports.module('os')}.path.join({folder}, {name})"
    if is_object is None and node is not use.path:
        return None
    return f"{folder} / {name}" if use.kind != "method" or node is not use.path else f"({folder} / {name})"


def _last_part(statement: Statement, node: ast.expr) -> str | None:
    """The file's name as the code writes it; None where it is not written down."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return _last_part(statement, node.right)
    if isinstance(node, ast.Call) and called(node) in ("Path", "join", "joinpath") and node.args:
        return _last_part(statement, node.args[-1])
    text = text_of(node)
    if text is not None:
        name = re.split(r"[\\/]", text.rstrip("\\/"))[-1]
        if not name:
            return None
        if name == text:
            return statement.text(node)
        return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(node, ast.JoinedStr):
        written = statement.text(node)
        return written if "/" not in written and "\\" not in written else None
    return None


RECIPES = (
    Recipe(
        "user-data-folder",
        "Writes into the user's own data folder, which it makes, instead of a folder that may not be written.",
        apply,
        unsure="The file is named in other places too.",
    ),
)

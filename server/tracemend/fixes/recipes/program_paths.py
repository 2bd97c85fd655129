"""`expand-user`, `exist-ok`, `beside-program`: a path as the system reads it, a folder that may be there.

- `expand-user`: a literal that begins with `~` goes through `expanduser`, which the shell does and `open` does not.
- `exist-ok`: `mkdir` and `makedirs` take a folder that is there.
- `beside-program`: a relative path begins at the folder of the module that has it (`Path(__file__).parent / "a.csv"`),
  where the file lies there and not where the program was started. The fact has looked; it does not apply to a file that
  lies elsewhere, or to a name that the module does not itself write.

Sources: https://docs.python.org/3/library/os.path.html#os.path.expanduser,
https://docs.python.org/3/library/os.html#os.makedirs, https://docs.python.org/3/reference/datamodel.html#module.__file__
"""

from __future__ import annotations

import ast
import os

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, calls, dotted, function_around, keyword_of, text_of
from tracemend.fixes.toolkit.edits import add_keyword, replace
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.fixes.toolkit.path_texts import begins, literals
from tracemend.fixes.toolkit.paths import path_use
from tracemend.source.module import Module, whole


def expand_user(request: Request) -> Mend | None:
    """The recipe for `~`."""
    statement, path = request.place.statement, request.values.get("path")
    if statement is None or not isinstance(path, str) or not path.startswith("~"):
        return None
    file = whole(statement.source)
    if file is None:
        return None
    found = [one for one in literals(file, statement) if begins(one).startswith("~")]
    if len(found) != 1:
        return None
    return _wrapped(file, found[0])


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


def beside_program(request: Request) -> Mend | None:
    """The recipe for a file that lies beside the program's module."""
    statement, own = request.place.statement, request.place.file
    path, beside = request.values.get("path"), request.values.get("beside")
    if statement is None or own is None or not isinstance(path, str) or not isinstance(beside, str):
        return None
    if os.path.normpath(os.path.join(os.path.dirname(own), path)) != beside or os.path.isabs(path):
        return None
    file = whole(statement.source)
    if file is None:
        return None
    plain = path.replace("\\", "/").removeprefix("./")
    found = [one for one in literals(file, statement) if _is_start(text_of(one), plain)]
    if not found and request.arguments.get("anywhere"):
        nodes = [one for one in file.nodes if isinstance(one, ast.Constant)]
        found = [one for one in nodes if text_of(one) == path]
    return _beside(file, found[0]) if len(found) == 1 else None


def _is_start(text: str | None, path: str) -> bool:
    """Whether a literal is the path, or the folders that it begins with."""
    start = (text or "").replace("\\", "/").removeprefix("./").rstrip("/")
    return bool(start) and (path == start or path.startswith(f"{start}/"))


def _names_file(node: ast.expr) -> bool:
    return any(isinstance(part, ast.Name) and part.id == "__file__" for part in ast.walk(node))


def _beside(file: Module, node: ast.expr) -> Mend | None:
    """As a `Path` where the literal is made one or opened at once and the file does not work with `os` alone; else
    joined as text, which all that takes the name goes on working with. None where it is beside the module already."""
    where = file.statement(node)
    if any(isinstance(outer, ast.expr) and _names_file(outer) for outer in file.around(node)):
        return None
    imports = imports_for(file.source, where.line_of(where.node), function_around(where) is not None)
    outer, (start, end) = file.parents.get(id(node)), file.span(node)
    text = file.source.text[start:end]
    if isinstance(outer, ast.Call) and called(outer) in ("Path", "PosixPath") and outer.args == [node]:
        inner, (start, end) = file.parents.get(id(outer)), file.span(outer)
        made = f"{file.source.text[start : file.span(outer.func)[1]]}(__file__).parent / {text}"
        bare = isinstance(inner, ast.Assign | ast.AnnAssign | ast.BinOp | ast.Call | ast.keyword | ast.withitem)
        return Mend((TextEdit(start, end, made if bare else f"({made})"),))
    use = path_use(outer) if isinstance(outer, ast.Call) else None
    with_os = imports.find_module("os") is not None and imports.find_name("pathlib", "Path") is None
    if use is not None and use.kind == "open" and use.path is node and not with_os:
        made = f"{imports.name('pathlib', 'Path')}(__file__).parent / {text}"
    else:
        called_os = imports.module("os")
        made = f"{called_os}.path.join({called_os}.path.dirname(__file__), {text})"
    return Mend((*imports.edits(), TextEdit(start, end, made)))


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
    Recipe(
        "beside-program",
        "Starts a path at the folder of the program's module.",
        beside_program,
        {"anywhere": "true where the path may stand in another statement than the failing one"},
    ),
    Recipe("exist-ok", "Takes the folder that is there.", exist_ok),
)

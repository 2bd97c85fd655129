"""`make-parent-folder`: make the folder that a file is to be written into, before it is written.

Puts a line before the failing statement: `path.parent.mkdir(parents=True, exist_ok=True)` for a `pathlib`
object, else `os.makedirs(...)`. `os.mkdir(x)` becomes `os.makedirs(x)`, and `path.mkdir()` gains
`parents=True`. Not sure where the program makes a folder of nearly that name. Does not apply to reading, nor to mode
"r+": a file that is not there does not come by making its folder.

Source: https://docs.python.org/3/library/os.html#os.makedirs
"""

from __future__ import annotations

import ast
import re

from tracemend.evidence.similar import slip_of
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, function_around, is_pure, keyword_of, text_of
from tracemend.fixes.toolkit.edits import add_keyword, begins_its_line, insert_before, line_above, replace
from tracemend.fixes.toolkit.imports import Imports, imports_for
from tracemend.fixes.toolkit.names import free_name
from tracemend.fixes.toolkit.paths import PathUse, is_path_object, path_uses
from tracemend.source.statement import Statement


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement = request.place.statement
    if statement is None:
        return None
    uses = [use for use in path_uses(statement) if use.writes and "r" not in (use.mode or "")]
    if not uses:
        return None
    use = uses[0]
    if use.kind == "folder":
        edit = _make_all(statement, use.call)
        return Mend((edit,)) if edit is not None else None
    if not begins_its_line(statement):
        return None
    in_function = function_around(statement) is not None
    imports = imports_for(statement.source, statement.line_of(statement.node), in_function)
    edits = _before(statement, use, imports)
    if edits is None or any(edit.text.strip() == line_above(statement) for edit in edits):
        return None
    missing = request.report.exception in ("FileNotFoundError", "OSError")
    return Mend((*imports.edits(), *edits), sure=missing and len(uses) == 1 and not _has_like(statement, use.path))


def _has_like(statement: Statement, path: ast.expr) -> bool:
    """Whether the file makes a folder whose name is a slip away from the missing one (`reports`, `report/a.txt`)."""
    literal = text_of(path)
    folder = re.match(r"(?:\./)?([^\\/]+)[\\/]", literal) if literal is not None else None
    made = re.findall(r"(?:mkdir|makedirs)\(\s*[\"']([\w.-]{2,60})[\"']", statement.source.text)
    return folder is not None and folder[1] not in made and slip_of(folder[1], made) is not None


def _make_all(statement: Statement, call: ast.Call) -> TextEdit | None:
    if dotted(call.func) == "os.mkdir":
        return replace(statement, call.func, "os.makedirs")
    if called(call) == "mkdir" and keyword_of(call, "parents") is None and len(call.args) < 2:
        return add_keyword(statement, call, "parents=True")
    return None


def _before(statement: Statement, use: PathUse, imports: Imports) -> tuple[TextEdit, ...] | None:
    path = use.path
    literal = text_of(path)
    if literal is not None:
        folder = re.match(r"(.*[^\\/])[\\/]+[^\\/]+$", literal)
        if not folder or "'" in literal or '"' in literal:
            return None
        written = statement.text(path)
        prefix = re.match(r"[A-Za-z]*", written)
        opening = written[: (prefix.end() if prefix else 0) + 1]
        end = written.rfind("/") if "/" in written else written.rfind("\\")
        name = written[:end].rstrip("\\/") + opening[-1]
        line = f"{imports.module('os')}.makedirs({name}, exist_ok=True)"
        return (insert_before(statement, [line]),)
    lines: list[str] = []
    edits: list[TextEdit] = []
    text = statement.text(path)
    if "\n" in text or not is_pure(path):
        if isinstance(path, ast.Call) and "\n" in text:
            return None
        name = free_name(statement.source, "path", "target")
        lines.append(f"{name} = {text}")
        edits.append(replace(statement, path, name))
        text = name
    elif isinstance(path, ast.BinOp):
        text = f"({text})"
    if use.kind == "method" or is_path_object(statement, path):
        lines.append(f"{text}.parent.mkdir(parents=True, exist_ok=True)")
    else:
        text = text[1:-1] if text.startswith("(") and isinstance(path, ast.BinOp) else text
        module = imports.module("os")
        lines.append(f'{module}.makedirs({module}.path.dirname({text}) or ".", exist_ok=True)')
    return insert_before(statement, lines), *edits


RECIPES = (
    Recipe(
        "make-parent-folder",
        "Makes the missing folder before the file is written.",
        apply,
        unsure="The statement writes several files, or fails for another reason than a missing folder.",
    ),
)

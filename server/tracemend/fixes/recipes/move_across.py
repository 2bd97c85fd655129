"""`move-across`: move with `shutil.move` what cannot be renamed from one file system to another.

`os.rename`, `os.replace` and `Path.rename` only change a name within one file system; `shutil.move` tries the same and
copies and removes where the system says EXDEV. Applies where the report has that number and the failing line has one
such call with two paths and nothing else (a result of `Path.rename` that is used is another path, so that it stays).

Source: https://docs.python.org/3/library/shutil.html#shutil.move
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import whole

_EXDEV, _OTHER_DRIVE = 18, 17
_FUNCTIONS = ("os.rename", "os.replace")
_METHODS = ("rename", "replace")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, line = request.place.source, request.place.line
    file = whole(source) if source is not None else None
    if file is None or source is None:
        return None
    if request.report.errno != _EXDEV and request.report.winerror != _OTHER_DRIVE:
        return None
    used = {id(one.value) for one in file.nodes if isinstance(one, ast.Expr)}
    found = [
        one
        for one in file.nodes
        if isinstance(one, ast.Call) and one.lineno == line and not one.keywords and _moves(one, id(one) not in used)
    ]
    if len(found) != 1:
        return None
    call = found[0]
    imports = Imports(source)
    written = (
        imports.name("shutil", "move") if imports.find_name("shutil", "move") else f"{imports.module('shutil')}.move"
    )
    if len(call.args) == 2:
        edit = TextEdit(*file.span(call.func), written)
    else:
        assert isinstance(call.func, ast.Attribute)
        old, new = (source.text[slice(*file.span(one))] for one in (call.func.value, call.args[0]))
        edit = TextEdit(*file.span(call), f"{written}({old}, {new})")
    return Mend((*imports.edits(), edit))


def _moves(call: ast.Call, result_used: bool) -> bool:
    if any(isinstance(one, ast.Starred) for one in call.args):
        return False
    if len(call.args) == 2:
        return dotted(call.func) in _FUNCTIONS
    return (
        len(call.args) == 1 and not result_used and isinstance(call.func, ast.Attribute) and call.func.attr in _METHODS
    )


RECIPES = (Recipe("move-across", "Moves with shutil what cannot be renamed to another file system.", apply),)

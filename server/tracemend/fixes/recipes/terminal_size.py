"""`terminal-size`: ask `shutil` for the terminal's size, which answers where there is no terminal.

`os.get_terminal_size()` fails when the output goes to a file or a pipe; `shutil.get_terminal_size()` looks at COLUMNS
and LINES and falls back to 80 by 24. Both give the same kind of tuple. Does not apply with a descriptor as argument.

Source: https://docs.python.org/3/library/shutil.html#shutil.get_terminal_size
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import whole

_NAME = "get_terminal_size"


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, line = request.place.source, request.place.line
    file = whole(source) if source is not None else None
    if file is None or source is None or request.report.exception != "OSError":
        return None
    calls = [one for one in file.nodes if isinstance(one, ast.Call) and not one.args and not one.keywords]
    direct = [one for one in calls if dotted(one.func) == f"os.{_NAME}"]
    if any(one.lineno == line for one in direct):
        imports = Imports(source)
        written = (
            imports.name("shutil", _NAME)
            if imports.find_name("shutil", _NAME)
            else f"{imports.module('shutil')}.{_NAME}"
        )
        return Mend((*imports.edits(), *(TextEdit(*file.span(one.func), written) for one in direct)))
    if not any(dotted(one.func) == _NAME and one.lineno == line for one in calls):
        return None
    for node in file.tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == "os" and [one.name for one in node.names] == [_NAME]:
            start = file.source.text.index("os", file.span(node)[0] + len("from"))
            return Mend((TextEdit(start, start + len("os"), "shutil"),))
    return None


RECIPES = (Recipe("terminal-size", "Asks shutil for the terminal's size, which needs no terminal.", apply),)

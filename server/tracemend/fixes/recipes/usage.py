"""`usage`: say how a program is started, and leave with status 2, where arguments that it reads are not given.

Puts a look at `len(sys.argv)` before the first statement that reads them; the names are those that the arguments are
assigned to. Never sure: it is the arguments that mend the run at hand. Does not apply where the length is looked at
already, or the index is no plain number.

Source: https://docs.python.org/3/library/sys.html#sys.exit (2 for errors of the command line)
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request
from tracemend.fixes.toolkit.code import called, dotted
from tracemend.fixes.toolkit.edits import begins_its_line, indent_step, insert_before
from tracemend.fixes.toolkit.failing import Failing, failing

_ARGV = "sys.argv"
_NOTE = "The program then says what it needs; this run needs its arguments."


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = failing(request)
    if at is None or "list index out of range" not in request.report.first_line or not begins_its_line(at.statement):
        return None
    if isinstance(at.node, ast.While | ast.FunctionDef | ast.ClassDef):
        return None
    indices = [number for part in at.parts(ast.Subscript) if (number := _index(part)) is not None]
    if not indices or max(indices) < 1:
        return None
    asked = [part for part in at.file.nodes if isinstance(part, ast.Call) and called(part) == "len"]
    if any(dotted(one.args[0]) == _ARGV for one in asked if one.args):
        return None
    names = _names(at)
    count = max(*names, *indices)
    words = " ".join(names.get(number, f"ARGUMENT{number}") for number in range(1, count + 1))
    step = indent_step(at.statement.source)
    lines = [
        f"if len(sys.argv) < {count + 1}:",
        f'{step}print(f"usage: {{sys.argv[0]}} {words}", file=sys.stderr)',
        f"{step}sys.exit(2)",
    ]
    return Mend((insert_before(at.statement, lines),), sure=False, note=_NOTE)


def _index(node: ast.AST) -> int | None:
    if not isinstance(node, ast.Subscript) or dotted(node.value) != _ARGV or not isinstance(node.slice, ast.Constant):
        return None
    return node.slice.value if type(node.slice.value) is int else None


def _names(at: Failing) -> dict[int, str]:
    """The arguments that the failing statement and those of its block read, with the names that they are assigned to.

    What is read in a branch may not be needed every time.
    """
    found: dict[int, str] = {}
    for part in at.file.nodes:
        number = _index(part)
        statement = at.file.statement(part).node if number is not None else None
        if number is None or number < 1 or at.file.parents.get(id(statement)) is not at.file.parents.get(id(at.node)):
            continue
        target = statement.targets[0] if isinstance(statement, ast.Assign) else None
        found.setdefault(number, target.id.upper() if isinstance(target, ast.Name) else f"ARGUMENT{number}")
    return found


RECIPES = (Recipe("usage", "Says how the program is started where arguments are missing.", apply),)

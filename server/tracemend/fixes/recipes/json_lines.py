"""`json-lines`: read a file of one JSON value on each line line by line.

`json.load(file)` becomes a list of `json.loads(line)`; `json.loads(text)` the same over the text's lines. The message
has to say that a second value begins on line 2, column 1. Sure where the file's name says that it has lines of JSON,
where the function is to return a list, or where the result is gone over or counted as a list is. A call of several
lines becomes one.

Source: https://jsonlines.org/
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, text_of
from tracemend.source.module import Module, whole
from tracemend.source.statement import own_parts

_LINES = lazy.regex(r"\.(?:jsonl|ndjson|jsonlines)$", re.IGNORECASE)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement = request.place.statement
    second = "Extra data: line 2 column 1 " in request.report.message
    file = whole(statement.source) if statement is not None and second else None
    if statement is None or file is None:
        return None
    parts = [part for part in own_parts(statement.node) if isinstance(part, ast.Call) and _is_json(part)]
    call = file.same(statement, parts[0]) if len(parts) == 1 else None
    if not isinstance(call, ast.Call) or len(call.args) != 1 or call.keywords:
        return None
    argument = call.args[0]
    name = file.text(call.func)
    if called(call) == "load":
        if not isinstance(argument, ast.Name | ast.Attribute | ast.Call) or not name.endswith("load"):
            return None
        each = file.text(argument)
    else:
        if not isinstance(argument, ast.Name | ast.Attribute | ast.Call):
            return None
        each = f"{file.text(argument)}.splitlines()"
    each = re.sub(r"\s*[\r\n]\s*", "", each) if not re.search(r"#|[\"']{3}", file.text(call)) else each
    outer = file.parents.get(id(call))
    if "\n" in each or "\r" in each or (isinstance(outer, ast.ListComp) and outer.elt is call):
        return None  # of several lines, or read line by line already
    loads = name if name.endswith("loads") else f"{name}s"
    if "." not in loads and loads != name:
        return None  # `from json import load` does not have `loads`
    start, end = file.span(call)
    text = f"[{loads}(line) for line in {each} if line.strip()]"
    return Mend((TextEdit(start, end, text),), sure=_says_lines(file) or _is_gone_over(file, call))


def _is_json(call: ast.Call) -> bool:
    return (dotted(call.func) or "").rpartition(".")[2] in ("load", "loads")


def _says_lines(file: Module) -> bool:
    return any(_LINES.search(text_of(part) or "") for part in file.nodes if isinstance(part, ast.Constant))


def _is_gone_over(file: Module, call: ast.Call) -> bool:
    """Whether every use of the result is one that a list has."""
    outer = file.parents.get(id(call))
    if isinstance(outer, ast.For | ast.comprehension):
        return outer.iter is call
    if isinstance(outer, ast.Return):
        return _returns_list(file, call)
    if not isinstance(outer, ast.Assign) or not isinstance(outer.targets[0], ast.Name):
        return False
    scope = file.scope_of(outer.targets[0].id, outer.targets[0])
    uses = file.uses(outer.targets[0].id, scope) if scope is not None else []
    returned = [use for use in uses if isinstance(file.parents.get(id(use)), ast.Return)]
    listed = all(_as_list(file, use) for use in uses if use not in returned)
    says = any(_returns_list(file, use) for use in returned)
    return bool(uses) and listed and (len(returned) < len(uses) or says)


def _returns_list(file: Module, node: ast.expr) -> bool:
    """Whether the function around is annotated to return a list."""
    for outer in file.around(node):
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef):
            written = outer.returns
            inner = written.value if isinstance(written, ast.Subscript) else written
            return (
                (dotted(inner) or "").rpartition(".")[2] in ("list", "List", "Iterable", "Sequence") if inner else False
            )
    return False


def _as_list(file: Module, use: ast.Name) -> bool:
    outer = file.parents.get(id(use))
    if isinstance(outer, ast.For | ast.comprehension):
        return outer.iter is use
    if isinstance(outer, ast.Subscript):
        return isinstance(outer.slice, ast.Slice) or isinstance(getattr(outer.slice, "value", None), int)
    return isinstance(outer, ast.Call) and called(outer) in ("len", "sorted", "enumerate")


RECIPES = (
    Recipe(
        "json-lines",
        "Reads one JSON value from each line.",
        apply,
        unsure="The code does not show that the file has one value on each line.",
    ),
)

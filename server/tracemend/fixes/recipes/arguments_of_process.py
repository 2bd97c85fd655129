"""`argument-list`, `own-python`: a process's program and arguments.

- `argument-list`: a command in one text, without a shell, becomes a list of words. Where it has a pipe, a pattern or a
  redirection only a shell can read it: a literal gets `shell=True`, anything with a value in it is left alone.
- `own-python`: `"python"` that is not found becomes `sys.executable`, the interpreter that runs the program.

Source: https://docs.python.org/3/library/subprocess.html#popen-constructor
"""

from __future__ import annotations

import ast
import re
import shlex

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, function_around, keyword_of, text_of
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.source.module import Module, whole
from tracemend.source.reach import elements, reach
from tracemend.source.statement import Statement, own_parts

_STARTERS = ("run", "Popen", "call", "check_call", "check_output")
_FOR_SHELL = lazy.regex(r"[|&;<>*?$`~#()\[\]{}\n]")
_PLAIN_FIELD = lazy.regex(r"\{[\w.\[\]'\"]+\}")


def _call(file: Module, statement: Statement) -> ast.Call | None:
    parts = [part for part in own_parts(statement.node) if isinstance(part, ast.Call) and called(part) in _STARTERS]
    same = file.same(statement, parts[0]) if len(parts) == 1 else None
    if not isinstance(same, ast.Call) or not same.args or keyword_of(same, "shell"):
        return None
    return None if any(key.arg is None for key in same.keywords) else same


def argument_list(request: Request) -> Mend | None:
    """The recipe for a command in one text."""
    statement, path = request.place.statement, request.values.get("path")
    file = whole(statement.source) if statement is not None else None
    call = _call(file, statement) if statement is not None and file is not None else None
    if file is None or call is None or not isinstance(path, str) or " " not in path:
        return None
    sources = reach(file, call.args[0])
    node = sources[0] if sources is not None and len(sources) == 1 else None
    items = elements(node) if node is not None else None
    alone = items is not None and len(items) == 1
    if alone and items is not None:
        node = items[0]
    if node is None:
        return None
    literal = text_of(node)
    if literal is not None and _FOR_SHELL.search(literal):
        if alone or not isinstance(call.args[0], ast.Constant):
            return None
        return Mend((add_keyword(file.statement(call), call, "shell=True"),))
    words = _words(file, node)
    if words is None or len(words) < 2:
        return None
    start, end = file.span(node)
    inner = ", ".join(words)
    return Mend((TextEdit(start, end, inner if alone else f"[{inner}]"),))


def _words(file: Module, node: ast.expr) -> list[str] | None:
    """The words of a literal or of an f-string of plain names, as they are written in a list."""
    written = file.text(node)
    literal = text_of(node)
    if literal is not None:
        quote = written[-1]
        try:
            words = shlex.split(literal)
        except ValueError:
            return None
        return (
            [f"{quote}{word}{quote}" for word in words]
            if not any(set(word) & {quote, "\\"} for word in words)
            else None
        )
    if not isinstance(node, ast.JoinedStr) or not re.match(r"f(['\"])(?!\1)", written):
        return None
    found: list[str] = []
    for word in written[2:-1].split():
        if _FOR_SHELL.search(_PLAIN_FIELD.sub("", word)) or "\\" in word or "'" in word or '"' in word:
            return None
        field = _PLAIN_FIELD.fullmatch(word)
        quote = written[-1]
        found.append(f"f{quote}{word}{quote}" if "{" in word else f"{quote}{word}{quote}")
        if field and re.fullmatch(r"\{[\w.]+\}", word) is None:
            return None
    return found


def own_python(request: Request) -> Mend | None:
    """The recipe for a Python that is not found."""
    statement, path = request.place.statement, request.values.get("path")
    file = whole(statement.source) if statement is not None else None
    call = _call(file, statement) if statement is not None and file is not None else None
    if file is None or call is None or path not in ("python", "python3", "python2", "py"):
        return None
    sources = reach(file, call.args[0])
    items = elements(sources[0]) if sources is not None and len(sources) == 1 else None
    if not items or text_of(items[0]) != path:
        return None
    where = file.statement(items[0])
    imports = imports_for(file.source, where.line_of(where.node), function_around(where) is not None)
    name = f"{imports.module('sys')}.executable"
    start, end = file.span(items[0])
    return Mend((*imports.edits(), TextEdit(start, end, name)))


RECIPES = (
    Recipe("argument-list", "Writes the command as a list of words.", argument_list),
    Recipe("own-python", "Starts the interpreter that runs the program.", own_python),
)

"""`log-placeholders`, `level-name`, `context-manager`: calls of logging, and generators that `with` enters.

- `log-placeholders`: `logging.info("user", name)` becomes `logging.info("user %s", name)`.
- `level-name`: a level in small letters, or with one slip, as logging has it.
- `context-manager`: a generator function that `with` enters gets `@contextmanager`; of the file, and with one `yield`.

Sources: https://docs.python.org/3/library/logging.html#logging.Logger.debug,
https://docs.python.org/3/library/contextlib.html#contextlib.contextmanager
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, spreads, text_of
from tracemend.fixes.toolkit.failing import told
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.fixes.toolkit.slips import is_slip

_NOT_ALL = lazy.regex(
    r"not all arguments converted during string formatting|Too many arguments for `?logging`? format string"
)
_LEVEL = lazy.regex(r"Unknown level: '(?P<level>[^']*)'")
_GENERATOR = lazy.regex(r"'generator' object does not support the context manager protocol|^__enter__$")
_METHODS = ("debug", "info", "warning", "error", "critical", "exception", "log")
_LEVELS = ("CRITICAL", "FATAL", "ERROR", "WARN", "WARNING", "INFO", "DEBUG", "NOTSET")
_ONE_LITERAL = lazy.regex(r"[rR]?(['\"])(?!\1)")


def log_placeholders(request: Request) -> Mend | None:
    """A `%s` for each value."""
    asked = told(request, _NOT_ALL)
    if asked is None:
        return None
    near = asked.parts(ast.Call, lambda call: called(call) in _METHODS)
    if len(near) != 1 or not isinstance(near[0].func, ast.Attribute) or spreads(near[0]):
        return None
    first = 1 if called(near[0]) == "log" else 0
    if len(near[0].args) < first + 2:
        return None
    node, values = near[0].args[first], near[0].args[first + 1 :]
    text, written = text_of(node), asked.file.text(node)
    if not text or "%" in text or "{" in text or not _ONE_LITERAL.match(written) or not written[:-1].endswith(text):
        return None
    _, end = asked.file.span(node)
    blank = "" if text.endswith((" ", "=")) else " "
    return Mend((TextEdit(end - 1, end - 1, blank + " ".join(["%s"] * len(values))),))


def level_name(request: Request) -> Mend | None:
    """The level as logging spells it."""
    asked, found = told(request, _LEVEL), _LEVEL.search(request.report.first_line)
    if asked is None or found is None:
        return None
    wrong = found["level"]
    same = [one for one in _LEVELS if one == wrong.strip().upper()]
    near = same or [one for one in _LEVELS if is_slip(wrong, one)]
    nodes = [one for one in asked.every(ast.Constant) if text_of(one) == wrong]
    if len(near) != 1 or len(nodes) != 1:
        return None
    written = asked.file.text(nodes[0])
    if not _ONE_LITERAL.match(written) or written[1:-1] != wrong:
        return None
    start, end = asked.file.span(nodes[0])
    return Mend((TextEdit(start + 1, end - 1, near[0]),))


def context_manager(request: Request) -> Mend | None:
    """`@contextmanager` above the generator function."""
    asked = told(request, _GENERATOR)
    if asked is None or not isinstance(asked.node, ast.With):
        return None
    file = asked.file
    found: dict[int, ast.FunctionDef] = {}
    for item in asked.node.items:
        call = item.context_expr
        function = (
            file.function(call.func.id) if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) else None
        )
        if isinstance(function, ast.FunctionDef) and not function.decorator_list:
            yields = sum(isinstance(part, ast.Yield) for part in ast.walk(function))
            if yields == 1 and not any(isinstance(part, ast.For | ast.While) for part in ast.walk(function)):
                found[id(function)] = function
    if len(found) != 1:
        return None
    function = next(iter(found.values()))
    imports = imports_for(file.source, function.lineno, False)
    name = imports.name("contextlib", "contextmanager")
    at = file.source.offset(function.lineno, 0)
    indent = file.source.indent_of(function.lineno)
    return Mend((*imports.edits(), TextEdit(at, at, f"{indent}@{name}{file.source.newline}")))


RECIPES = (
    Recipe("log-placeholders", "Puts a placeholder for each value into the message.", log_placeholders),
    Recipe("level-name", "Writes the level as logging has it.", level_name),
    Recipe("context-manager", "Makes a context manager of the generator.", context_manager),
)

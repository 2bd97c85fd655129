"""`except-star`: what an exception group holds is caught by `except*`.

`except ValueError as error:` around a TaskGroup, or around what raises another group, becomes
`except* ValueError as group:`; where the handler uses the error, it does so for each one of `group.exceptions`. Sure
where the failing line raises what a handler names. Does not apply where a handler returns, breaks or continues, which
`except*` may not, names the group itself, or catches everything; nor where the file is for Pythons before 3.11.

Source: https://docs.python.org/3/reference/compound_stmts.html#except-star
"""

from __future__ import annotations

import ast
import builtins
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted
from tracemend.fixes.toolkit.edits import indent_lines, indent_step, merged
from tracemend.fixes.toolkit.failing import Failing, is_alone, scope_at, told
from tracemend.fixes.toolkit.names import free_name
from tracemend.source.lines import find_line
from tracemend.source.module import Module
from tracemend.source.scopes import own_nodes

_GROUP = lazy.regex(r"\(\d+ sub-exceptions?\)$")
_JUMPS = (ast.Return, ast.Break, ast.Continue)
_CALLS = {
    "int": "ValueError",
    "float": "ValueError",
    "open": "OSError",
    "loads": "ValueError",
    "read_text": "OSError",
    "next": "StopIteration",
}
"""What some calls raise."""


def except_star(request: Request) -> Mend | None:
    """`except*` for every handler of the statement that the group came through."""
    asked = told(request, _GROUP)
    if asked is None or "Group" not in (request.report.exception or ""):
        return None
    file = asked.file
    for frame in reversed(request.report.frames):
        line = find_line(frame, file.source) if frame.path == request.place.path else None
        if line is None:
            continue
        every = [one for one in file.nodes if isinstance(one, ast.stmt) and one.lineno <= line <= (one.end_lineno or 0)]
        node = max(every, key=lambda one: one.lineno, default=None)
        around = _try_around(file, node) if node is not None else None
        if around is not None:
            return _starred(asked, around)
    return None


def _try_around(file: Module, node: ast.stmt) -> ast.Try | None:
    """The `try` of the same function in whose body a statement stands."""
    inner: ast.AST = node
    for outer in file.around(node):
        if isinstance(outer, ast.Try) and outer.handlers and inner in outer.body:
            return outer
        if outer is scope_at(file, node):
            return None
        inner = outer
    return None


def _starred(at: Failing, node: ast.Try) -> Mend | None:
    file, source = at.file, at.file.source
    edits: list[TextEdit] = []
    for handler in node.handlers:
        names = _types(handler)
        if not names or any(name.endswith("Group") or name in ("Exception", "BaseException") for name in names):
            return None
        if any(isinstance(part, _JUMPS) for one in handler.body for part in own_nodes(ast.Module([one], []))):
            return None
        start, _ = file.span(handler)
        edits.append(TextEdit(start + len("except"), start + len("except"), "*"))
        uses = [part for one in handler.body for part in ast.walk(one)
                if isinstance(part, ast.Name) and part.id == handler.name]  # fmt: skip
        if not uses:
            continue
        first = handler.body[0]
        if not is_alone(file, first) or first.lineno == handler.lineno or handler.name is None or handler.type is None:
            return None
        group, step = free_name(source, "group", "errors"), indent_step(source)
        named = re.compile(r"\s*\)?\s*as\s+").match(source.text, file.span(handler.type)[1])
        if named is None:
            return None
        edits.append(TextEdit(named.end(), named.end() + len(handler.name), group))
        begin = source.offset(first.lineno, 0)
        head = f"{source.indent_of(first.lineno)}for {handler.name} in {group}.exceptions:{source.newline}"
        last = handler.end_lineno or first.lineno
        edits += merged([TextEdit(begin, begin, head), *indent_lines(source, first.lineno, last, step)])
    caught = {name for handler in node.handlers for name in _types(handler)}
    return Mend(tuple(edits), sure=any(_is_caught(file, name, caught) for name in _raised(at)))


def _types(handler: ast.ExceptHandler) -> list[str]:
    """The names of what a handler catches; none where it is not written with names alone."""
    if handler.type is None:
        return []
    every = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = [dotted(one) for one in every]
    return [name.rpartition(".")[2] for name in names if name is not None] if None not in names else []


def _raised(at: Failing) -> list[str]:
    """What the failing statement raises, as far as it shows that."""
    found: list[str] = []
    node = at.node
    if isinstance(node, ast.Raise) and node.exc is not None:
        raised = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
        name = (dotted(raised) or "").rpartition(".")[2]
        if name.endswith("Group") and isinstance(node.exc, ast.Call) and len(node.exc.args) == 2:
            return [called(part) for part in ast.walk(node.exc.args[1]) if isinstance(part, ast.Call)]
        return [name] if name else []
    for part in ast.walk(node):
        if isinstance(part, ast.Call) and called(part) in _CALLS:
            found.append(_CALLS[called(part)])
        elif isinstance(part, ast.Subscript) and isinstance(part.ctx, ast.Load):
            found.append("LookupError")
        elif isinstance(part, ast.BinOp) and isinstance(part.op, ast.Div | ast.FloorDiv | ast.Mod):
            found.append("ZeroDivisionError")
    return found


def _is_caught(file: Module, name: str, caught: set[str]) -> bool:
    """Whether a handler for one of `caught` catches an exception of that name, or one that it is a base of."""
    if name in caught:
        return True
    kind = getattr(builtins, name, None)
    if isinstance(kind, type):
        others = [one for one in (getattr(builtins, each, None) for each in caught) if isinstance(one, type)]
        return any(issubclass(kind, one) or (name == "LookupError" and issubclass(one, kind)) for one in others)
    own = file.class_named(name)
    bases = [dotted(one) or "" for one in own.bases] if own is not None else []
    return any(_is_caught(file, one.rpartition(".")[2], caught) for one in bases if one and one != name)


RECIPES = (
    Recipe(
        "except-star",
        "Catches what an exception group holds: except* for except.",
        except_star,
        unsure="The failing line does not show that it raises what is caught there.",
    ),
)

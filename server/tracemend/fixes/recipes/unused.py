"""What is written and not used: `drop-import`, `drop-reimport`, `drop-handler-name`,
`drop-f-prefix`.

- `drop-import` takes an unused name out of an import, and the import where it was the only one. Does not apply in
  `__init__.py`, under `try` with a handler for ImportError, beside a comment, where the import is all of a block, or
  where the file uses the name after all, in `__all__` and in quoted annotations too.
- `drop-reimport` takes away an import of the module's own level that an earlier one has made already, of the same thing
  by the same name. Where anything binds the name between the two it does not apply.
- `drop-handler-name` takes `as error` off an `except` whose body does not use it.
- `drop-f-prefix` takes the `f` off a text without placeholders; its doubled braces become single ones.

All are what ruff itself calls safe: https://docs.astral.sh/ruff/rules/unused-import/ , unused-variable,
f-string-missing-placeholders.
"""

from __future__ import annotations

import ast
import os
import re

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import text_of
from tracemend.fixes.toolkit.edits import owns_its_lines
from tracemend.fixes.toolkit.findings import Spot, spot
from tracemend.fixes.toolkit.tokens import tokens_of
from tracemend.source.module import Module

Import = ast.Import | ast.ImportFrom


def drop_import(request: Request) -> Mend | None:
    """Take an unused name out of an import."""
    at, wanted = spot(request), request.values.get("name")
    if at is None or not isinstance(wanted, str) or os.path.basename(request.place.file or "") == "__init__.py":
        return None
    nodes: list[Import] = [*at.around(ast.Import), *at.around(ast.ImportFrom)]
    found = [(node, alias) for node in nodes for alias in node.names if _is_called(node, alias, wanted)]
    if len(found) != 1 or _is_used(at.module, found[0][1]) or _is_tried(at.module, found[0][0]):
        return None
    node, alias = found[0]
    return _without_statement(at.module, node) if len(node.names) == 1 else _without_alias(at.module, node, alias)


def _is_called(node: Import, alias: ast.alias, wanted: str) -> bool:
    """Whether a checker calls the imported name so: `a`, `m.a`, `a as b`, `b`, `a imported as b`."""
    module = f"{'.' * node.level}{node.module or ''}" if isinstance(node, ast.ImportFrom) else ""
    plain, _, bound = re.sub(r" imported as | as ", " as ", wanted).partition(" as ")
    if bound and bound != (alias.asname or alias.name):
        return False
    whole = f"{module}.{alias.name}".replace("..", ".") if module.strip(".") else module + alias.name
    return plain in (alias.name, whole) or (not bound and plain == alias.asname)


def _is_used(module: Module, alias: ast.alias) -> bool:
    name = alias.asname or alias.name.partition(".")[0]
    if name == "*":
        return True
    for node in module.nodes:
        if isinstance(node, ast.Name) and node.id == name:
            return True
        text = text_of(node)
        if text == name or (text is not None and _annotates(module, node) and _names(text, name)):
            return True
    return False


def _names(text: str, name: str) -> bool:
    return re.search(rf"(?<![\w.]){re.escape(name)}\b", text[:2_000]) is not None


def _annotates(module: Module, node: ast.AST) -> bool:
    """Whether a text stands in an annotation, or in square brackets or a call as `cast` and `TypeVar` have it."""
    inner = node
    for outer in module.around(node):
        if inner in (getattr(outer, "annotation", None), getattr(outer, "returns", None)):
            return True
        if isinstance(outer, ast.Call) and getattr(outer.func, "id", "") in ("cast", "TypeVar", "NewType"):
            return True
        inner = outer
    return False


def _is_tried(module: Module, node: Import) -> bool:
    """Whether the import is an attempt: under `try`, with a handler."""
    return any(isinstance(outer, ast.Try) and outer.handlers for outer in module.around(node))


def _without_statement(module: Module, node: Import) -> Mend | None:
    outer = module.parents.get(id(node))
    blocks = [getattr(outer, name, None) for name in ("body", "orelse", "finalbody")]
    block = next((one for one in blocks if isinstance(one, list) and node in one), None)
    if block is None or (len(block) == 1 and not isinstance(outer, ast.Module)):
        return None
    if not owns_its_lines(module.statement(node)):
        return None
    source = module.source
    last = node.end_lineno or node.lineno
    start, end = source.offset(node.lineno, 0), source.offset(last + 1, 0)
    return Mend((TextEdit(start, end, ""),)) if "#" not in source.text[start:end] else None


def _without_alias(module: Module, node: Import, alias: ast.alias) -> Mend | None:
    index = node.names.index(alias)
    if index + 1 < len(node.names):
        start, end = module.span(alias)[0], module.span(node.names[index + 1])[0]
    else:
        start, end = module.span(node.names[index - 1])[1], module.span(alias)[1]
    text = module.source.text
    line_end = re.compile(r"[^\r\n]*").match(text, end)
    if "#" in text[start:end] or (index + 1 == len(node.names) and line_end is not None and "#" in line_end[0]):
        return None
    if "\\" in text[start:end]:
        return None
    return Mend((TextEdit(start, end, ""),))


def drop_reimport(request: Request) -> Mend | None:
    """Take the second of two same imports away."""
    at, wanted = spot(request), request.values.get("name")
    if at is None or not isinstance(wanted, str):
        return None
    made: list[tuple[Import, ast.alias]] = [
        (node, alias)
        for node in at.module.tree.body
        if isinstance(node, Import)
        for alias in node.names
        if (alias.asname or alias.name) == wanted
    ]
    second = next((one for one in made if one[0].lineno <= at.line <= (one[0].end_lineno or 0)), None)
    first = next((one for one in made if second is not None and one[0].lineno < second[0].lineno), None)
    if first is None or second is None or _what(*first) != _what(*second):
        return None
    if len(at.module.bindings(wanted, at.module.tree)) != len(made) or len(made) != 2:
        return None
    node, alias = second
    return _without_statement(at.module, node) if len(node.names) == 1 else _without_alias(at.module, node, alias)


def _what(node: Import, alias: ast.alias) -> tuple[object, ...]:
    origin = (node.level, node.module) if isinstance(node, ast.ImportFrom) else ()
    return (type(node), origin, alias.name, alias.asname)


def drop_handler_name(request: Request) -> Mend | None:
    """`except ValueError:` for `except ValueError as error:`."""
    at, name = spot(request), request.values.get("name")
    found = [node for node in at.on_line(ast.ExceptHandler) if node.name == name and node.type] if at else []
    if at is None or len(found) != 1 or found[0].type is None:
        return None
    handler = found[0]
    if any(isinstance(node, ast.Name) and node.id == name for part in handler.body for node in ast.walk(part)):
        return None
    module = at.module
    start = module.span(found[0].type)[1]
    tail = re.compile(rf"(\)*)\s+as\s+{re.escape(str(name))}(?=\s*:)").match(module.source.text, start)
    if tail is None:
        return None
    return Mend((TextEdit(start + len(tail[1]), tail.end(), ""),))


def drop_f_prefix(request: Request) -> Mend | None:
    """`"text"` for `f"text"`."""
    at = spot(request)
    node = at.meant(_without_placeholders(at)) if at is not None else None
    if at is None or node is None:
        return None
    start, end = at.module.span(node)
    edits: list[TextEdit] = []
    for token in tokens_of(at.module.source.text[start:end]):
        if token.kind == "open":
            return None
        if token.kind != "string" or "f" not in token.prefix.lower():
            continue
        begin, stop = start + token.start, start + token.start + len(token.prefix)
        edits.append(TextEdit(begin, stop, re.sub("[fF]", "", token.prefix)))
        inner, after = token.body
        for braces in re.finditer(r"\{\{|\}\}", at.module.source.text[start + inner : start + after]):
            edits.append(TextEdit(start + inner + braces.start(), start + inner + braces.end(), braces[0][0]))
    return Mend(tuple(edits)) if edits else None


def _without_placeholders(at: Spot) -> list[ast.JoinedStr]:
    found = [
        node for node in at.around(ast.JoinedStr) if not any(isinstance(p, ast.FormattedValue) for p in node.values)
    ]
    # A format's own specification is such a node too; it stands in another text.
    return [node for node in found if not isinstance(at.module.parents.get(id(node)), ast.FormattedValue)]


RECIPES = (
    Recipe("drop-import", "Takes an unused name out of an import.", drop_import),
    Recipe("drop-reimport", "Takes the second of two same imports away.", drop_reimport),
    Recipe("drop-handler-name", "Takes the unused name off an except.", drop_handler_name, needs_statement=False),
    Recipe("drop-f-prefix", "Takes the f off a text without placeholders.", drop_f_prefix),
)

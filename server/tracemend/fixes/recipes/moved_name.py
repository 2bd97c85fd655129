"""`moved-name`: write the new name of what a library or Python has removed or moved.

`collections.Mapping` becomes `collections.abc.Mapping`, `np.float_` `np.float64`, `from flask import escape` `from
markupsafe import escape`, `xrange` `range`. The table `moved-name` has old name, new name, and the version that the old
one is gone from. All uses of the old name in the file are changed, and those of others that the
module lost with it: they would fail next. Does not apply to names that
the table does not have, nor where the file binds the new name otherwise.

Source: the table's sources.
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.edits import owns_its_lines
from tracemend.fixes.toolkit.import_names import imported_elsewhere
from tracemend.fixes.toolkit.imports import Imports
from tracemend.fixes.toolkit.names import is_bound
from tracemend.knowledge import tables
from tracemend.source.module import Module, whole
from tracemend.source.scopes import names_bound
from tracemend.source.statement import Statement


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement, source = request.place.statement, request.place.source
    owner, name = request.arguments.get("module"), request.arguments.get("name")
    module = whole(source) if source is not None else None
    if statement is None or module is None or not isinstance(owner, str) or not isinstance(name, str):
        return None
    row = tables.moved_names().get(f"{owner}.{name}")
    if row is None:
        return None
    old = name if owner == "builtins" else f"{owner}.{name}"
    if owner == "builtins":
        edits = _plain(module, name, row[1])
    elif isinstance(statement.node, ast.ImportFrom):
        edits = _in_import(module, statement, owner)
    else:
        edits = _attributes(module, owner, row[1])
    return (
        Mend(tuple(edits), note=f"{old} is gone from {row[1]}; now it is {row[0].removeprefix('builtins.')}.")
        if edits
        else None
    )


def _gone_too(owner: str, since: str) -> dict[str, str]:
    """The names of a module that are gone from the same version, each with its new full name."""
    rows = tables.moved_names().items()
    return {old.rpartition(".")[2]: row[0] for old, row in rows if old.rpartition(".")[0] == owner and row[1] == since}


def _plain(module: Module, name: str, since: str) -> list[TextEdit]:
    """Every use of the built-in names that are no longer there."""
    edits: list[TextEdit] = []
    for old, new in _gone_too("builtins", since).items():
        last = new.rpartition(".")[2]
        if not is_bound(module.source, last) and not is_bound(module.source, old):
            edits += _named(module, old, last)
        elif old == name:
            return []
    return edits


def _named(module: Module, name: str, new: str) -> list[TextEdit]:
    nodes = [node for node in module.nodes if isinstance(node, ast.Name) and node.id == name]
    spans = [module.span(node) for node in nodes if isinstance(node.ctx, ast.Load)]
    if len(spans) != len(nodes) or any(module.source.text[start:end] != name for start, end in spans):
        return []
    return [TextEdit(start, end, new) for start, end in spans]


def _attributes(module: Module, owner: str, since: str) -> list[TextEdit]:
    """Every `module.name` of the file that is gone from the same version."""
    imports, gone = Imports(module.source), _gone_too(owner, since)
    edits, written_as = [], dict[str, str]()
    for node in module.nodes:
        if not isinstance(node, ast.Attribute) or node.attr not in gone or _means(module, node.value) != owner:
            continue
        target, _, last = gone[node.attr].rpartition(".")
        start, end = module.span(node)
        if target == owner:
            start, written = end - len(node.attr), last
        elif target == "builtins":
            written = last
            if is_bound(module.source, last):
                return []
        else:
            written = written_as.setdefault(node.attr, "") or imports.name(target, last)
            written_as[node.attr] = written
            if written.startswith("_"):
                return []
        edits.append(TextEdit(start, end, written))
    return [*edits, *imports.edits()] if edits else []


def _means(module: Module, node: ast.expr) -> str | None:
    """The full name of the module that an expression is, by the file's imports."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.insert(0, node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    for one in module.nodes:
        if isinstance(one, ast.Import):
            for alias in one.names:
                if (alias.asname or alias.name.partition(".")[0]) == node.id:
                    return ".".join([alias.name if alias.asname else node.id, *parts])
        elif isinstance(one, ast.ImportFrom) and one.module and not one.level:
            for alias in one.names:
                if (alias.asname or alias.name) == node.id:
                    return ".".join([one.module, alias.name, *parts])
    return None


def _in_import(module: Module, statement: Statement, owner: str) -> list[TextEdit]:
    """`from old import a, b` with the names that are elsewhere now taken out and imported from there."""
    node = statement.node
    if not isinstance(node, ast.ImportFrom) or node.level or node.module != owner or not owns_its_lines(statement):
        return []
    moved: dict[str, list[tuple[ast.alias, str]]] = {}
    for alias in node.names:
        row = tables.moved_names().get(f"{owner}.{alias.name}")
        if row is not None:
            target, _, last = row[0].rpartition(".")
            moved.setdefault(target, []).append((alias, last))
    edits: list[TextEdit] = []
    lines: list[str] = []
    for target, names in moved.items():
        for alias, last in names:
            if alias.asname is None and last != alias.name:
                if last in (bound for one in module.nodes for bound in names_bound(one)):
                    return []
                edits += _named(module, alias.name, last)
        if target != "builtins":
            written = ", ".join(last + (f" as {alias.asname}" if alias.asname else "") for alias, last in names)
            lines.append(f"from {target} import {written}")
        elif any(alias.asname for alias, _ in names):
            return []
    gone = {id(alias) for names in moved.values() for alias, _ in names}
    changed = imported_elsewhere(statement, node, gone, lines)
    return [*edits, *changed] if changed else []


RECIPES = (
    Recipe(
        "moved-name",
        "Writes the new name of what was removed or moved.",
        apply,
        {"module": "the module that had the name (`builtins` for none)", "name": "the old name"},
    ),
)

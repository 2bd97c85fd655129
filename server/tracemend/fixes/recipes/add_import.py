"""`add-import`: import a name that the file uses, where the file's own style has it.

The argument says what is to be imported, as Python writes it. Where the file imports the module that the name is in
(`import collections` for `Counter`), the name is written with the module's. With a name of `typing` come the others of
it that are missing. Does not apply where the file has it already under that name. Not sure where the statement asks a
module of Python's own for what it does not have: then another thing of that name may be meant.
"""

from __future__ import annotations

import ast
import importlib
import importlib.util
import sys
from importlib.machinery import EXTENSION_SUFFIXES

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.imports import Imports, read_import
from tracemend.fixes.toolkit.undefined import missing
from tracemend.knowledge import tables
from tracemend.source.module import whole
from tracemend.source.statement import own_parts
from tracemend.source.text import SourceText


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, text = request.place.source, request.arguments.get("import")
    if source is None or not isinstance(text, str) or "\n" in text or "*" in text:
        return None
    imports = Imports(source)
    wanted = read_import(text, 0, 0)
    if len(wanted) != 1:
        return None
    for line in wanted:
        for name, called in line.names.items():
            alias = called if called != name else None
            written = imports.module(line.module, alias) if line.straight else imports.name(line.module, name, alias)
            if written != called:
                return (
                    _by_module(request, called, written) if written == f"{written.rpartition('.')[0]}.{name}" else None
                )
    if wanted[0].module == "typing":
        _with_others(source, imports)
    edits = imports.edits()
    return Mend(edits, sure=not _asks_for_more(request, wanted[0].module)) if edits else None


def _asks_for_more(request: Request, module: str) -> bool:
    """Whether the statement takes from a module what it does not have; said only of those that are no Python code,
    whose names can be looked at without running any."""
    spec = importlib.util.find_spec(module) if module in sys.stdlib_module_names else None
    origin = spec.origin if spec is not None else None
    if origin is None or not origin.endswith(("built-in", *EXTENSION_SUFFIXES)) or request.place.statement is None:
        return False
    members = vars(importlib.import_module(module))
    return any(
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == module
        and node.attr not in members
        for node in own_parts(request.place.statement.node)
    )


def _with_others(source: SourceText, imports: Imports) -> None:
    """Import the other names of `typing` that the file lacks too: annotations fail one after the other."""
    module = whole(source)
    for name in sorted(missing(module, module.tree)) if module is not None else ():
        if tables.imports_of_names().get(name) == f"from typing import {name}":
            imports.name("typing", name)


def _by_module(request: Request, name: str, written: str) -> Mend | None:
    """`collections.Counter` for `Counter`, wherever the file uses it: the module is imported already."""
    source, value = request.place.source, request.values.get("name")
    module = whole(source) if source is not None else None
    if module is None or value != name:
        return None
    nodes = [node for node in module.nodes if isinstance(node, ast.Name) and node.id == name]
    spans = [module.span(node) for node in nodes if isinstance(node.ctx, ast.Load)]
    if len(spans) != len(nodes) or any(module.source.text[start:end] != name for start, end in spans):
        return None
    return Mend(tuple(TextEdit(start, end, written) for start, end in spans)) if spans else None


RECIPES = (
    Recipe(
        "add-import",
        "Adds an import in the right group of the file's imports.",
        apply,
        {"import": 'what to import, as Python writes it: "import json", "from pathlib import Path"'},
        needs_statement=False,
        unsure="The module has no such attribute; another thing of the same name may be meant.",
    ),
)

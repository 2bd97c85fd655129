"""`add-import`: import a name that the file uses, where the file's own style has it.

The argument says what is to be imported, as Python writes it. Does not apply where the file has it already
under that name.
"""

from __future__ import annotations

from tracemend.fixes.recipe import Mend, Recipe, Request
from tracemend.fixes.toolkit.imports import Imports, read_import


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
                return None
    edits = imports.edits()
    return Mend(edits) if edits else None


RECIPES = (
    Recipe(
        "add-import",
        "Adds an import in the right group of the file's imports.",
        apply,
        {"import": 'what to import, as Python writes it: "import json", "from pathlib import Path"'},
        needs_statement=False,
    ),
)

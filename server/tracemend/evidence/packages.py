"""Facts about the package that a file of the workspace belongs to."""

from __future__ import annotations

import os

from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import short
from tracemend.source.statement import own_parts


def file_in_package(inquiry: Inquiry) -> Finding:
    """The file's dotted name and the folder its first package lies in: as many folders up as the import has dots, then
    as long as there is an `__init__.py`."""
    import ast

    place = inquiry.place
    if place is None or place.file is None or place.statement is None or not place.file.endswith(".py"):
        return UNKNOWN
    node = place.statement.node
    levels = [part.level for part in (node, *own_parts(node)) if isinstance(part, ast.ImportFrom)]
    folder, name = os.path.split(place.file)
    parts = [name.removesuffix(".py")]
    needed = max(levels, default=0)
    while needed > 0 or os.path.isfile(os.path.join(folder, "__init__.py")):
        above, package = os.path.split(folder)
        if not package.isidentifier() or len(parts) > 12:
            return UNKNOWN
        parts.insert(0, package)
        folder, needed = above, needed - 1
    if len(parts) < 2 or not parts[-1].isidentifier():
        return UNKNOWN
    if parts[-1] == "__main__":
        parts.pop()
    roots = inquiry.context.roots
    if roots and not any(folder == root or folder.startswith(root.rstrip(os.sep) + os.sep) for root in roots):
        return UNKNOWN  # the package would begin above the workspace
    dotted = ".".join(parts)
    seen = f"{short(os.path.basename(place.file))} is {short(dotted)}, seen from {short(folder, 120)}."
    return Finding(True, seen, {"dotted": dotted, "package-root": folder})


FACTS = (
    Fact(
        "file-in-package",
        "Does the file lie in a package, so that it can be started as a module?",
        file_in_package,
        gives=("dotted", "package-root"),
    ),
)

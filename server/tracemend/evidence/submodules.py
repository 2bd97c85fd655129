"""Modules inside a package that are spelt nearly so, and whether a module has what the program takes from it."""

from __future__ import annotations

import ast
import os
import re

from tracemend import lazy
from tracemend.evidence.definitions import folders, module_files, statements, tree_of
from tracemend.evidence.fact import Inquiry
from tracemend.evidence.limits import in_time
from tracemend.evidence.path import names_in
from tracemend.evidence.similar import closest, slip_of

_SUFFIX = lazy.regex(r"\.py$|(?:\.(?:cpython|abi3|cp)[\w-]*)?\.(?:so|pyd)$")
_TEXT = 400_000
_USES = 20


def similar_submodule(dotted: str, inquiry: Inquiry) -> str | None:
    """`os.path` for `os.pathh`: the first part of the name that is missing, replaced by a module of that package."""
    parts, where = dotted.split("."), folders(inquiry)
    for count in range(1, len(parts)):
        files = list(module_files(".".join(parts[:count]), where))
        if not files or next(module_files(".".join(parts[: count + 1]), where), None) is not None:
            continue
        names = {name for path in files for name in _within(path)}
        if parts[count] in names:
            continue
        near = slip_of(parts[count], names) or closest(parts[count], names)
        return ".".join([*parts[:count], near, *parts[count + 1 :]]) if near is not None else None
    return None


def _within(path: str) -> set[str]:
    """The modules of a package; of a module that is no package those that it has under a name (`os.path`)."""
    if os.path.basename(path) == "__init__.py":
        folder = os.path.dirname(path)
        names = set(names_in(folder))
        stems = {_SUFFIX.sub("", name) for name in names if _SUFFIX.search(name)}
        stems |= {name for name in names if os.path.isfile(os.path.join(folder, name, "__init__.py"))}
        return {name for name in stems if name.isidentifier() and not name.startswith("__")}
    tree = tree_of(path)
    found: set[str] = set()
    for node in statements(tree) if tree is not None else ():
        if isinstance(node, ast.Import):
            found.update(alias.asname for alias in node.names if alias.asname and not alias.asname.startswith("_"))
    return found


def bears_out(near: str, wrong: str, inquiry: Inquiry) -> bool:
    """Whether the module may be the one that was meant by `wrong`: false where its source is here and holds none of the
    names that the program takes from it."""
    in_time()
    place = inquiry.place
    if place is None or place.source is None:
        return True
    used = _used(place.source.text[:_TEXT], wrong.partition(".")[0])
    files = list(module_files(near, folders(inquiry)))
    if not used or not files:
        return True
    for path in files:
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                text = file.read(_TEXT)
        except OSError:
            return True
        beside = _within(path) if os.path.basename(path) == "__init__.py" else set()
        if "import *" in text or "__getattr__" in text:
            return True
        if any(name in beside or re.search(rf"\b{re.escape(name)}\b", text) for name in used):
            return True
    return False


def _used(text: str, module: str) -> set[str]:
    """What the program takes from a module, as far as lines show it."""
    found: set[str] = set()
    word = re.escape(module)
    line = re.compile(rf"^[ \t]*from[ \t]+{word}[ \t]+import[ \t]+\(?([\w, \t]+)", re.MULTILINE)
    for match in line.finditer(text):
        found.update(part.split()[0] for part in match[1].split(",") if part.split())
    alias = re.search(rf"^[ \t]*import[ \t]+{word}[ \t]+as[ \t]+(\w+)", text, re.MULTILINE)
    called = re.escape(alias[1]) if alias else word
    for count, match in enumerate(re.finditer(rf"(?<![\w.]){called}\.(\w+)", text)):
        if count >= _USES:
            break
        found.add(match[1])
    return found

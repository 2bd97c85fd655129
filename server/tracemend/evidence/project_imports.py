"""Facts about how a file of the project is to import another one, or a name of Python's own modules.

Files' names and the texts of modules beside are looked at, no more than a few; nothing of the project is imported.
"""

from __future__ import annotations

import ast
import importlib
import os
import re

from tracemend import lazy
from tracemend.evidence.definitions import folders, module_files
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import short, watched
from tracemend.evidence.path import names_in
from tracemend.evidence.syntax import dotted
from tracemend.evidence.workspace import files_below, import_root, module_name
from tracemend.knowledge import tables
from tracemend.source.module import whole
from tracemend.source.statement import own_parts

_RELATIVE = lazy.regex(r"^[ \t]*from[ \t]+\.", re.MULTILINE)
_TEXT = 200_000
_STANDARD = (
    "collections", "itertools", "functools", "pathlib", "math", "operator", "contextlib", "typing", "dataclasses",
    "enum", "datetime", "time", "random", "re", "os", "json", "shutil", "tempfile", "io", "textwrap", "string", "copy",
    "abc", "types", "collections.abc", "os.path", "urllib.parse", "subprocess", "threading", "statistics", "decimal",
    "fractions", "heapq", "bisect", "glob", "argparse", "logging", "hashlib", "base64", "struct", "uuid", "queue",
)  # fmt: skip


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read(_TEXT)
    except OSError:
        return ""


def _modules_in(folder: str) -> tuple[str, ...]:
    """The modules and packages that stand in a folder."""
    found = []
    for name in sorted(names_in(folder)):
        stem, ending = os.path.splitext(name)
        package = os.path.isfile(os.path.join(folder, name, "__init__.py"))
        if (ending == ".py" and stem.isidentifier() and not stem.startswith("__")) or package:
            found.append(name if package else stem)
    return tuple(found)


def _is_relative(own: str, text: str, folder: str, package: str) -> bool:
    """Whether the modules of a folder import one another with dots: this one, else most others, else none by name."""
    whole_name = re.compile(rf"^[ \t]*(?:from|import)[ \t]+{re.escape(package)}\b", re.MULTILINE)
    if _RELATIVE.search(text) or whole_name.search(text):
        return _RELATIVE.search(text) is not None
    texts = [
        _text(os.path.join(folder, name)) for name in watched(sorted(names_in(folder))[:30], 4) if _is_other(name, own)
    ]
    dots, names = (sum(pattern.search(one) is not None for one in texts) for pattern in (_RELATIVE, whole_name))
    return dots >= names


def _is_other(name: str, own: str) -> bool:
    return name.endswith(".py") and name != os.path.basename(own)


def module_of_project(inquiry: Inquiry) -> Finding:
    """Of a module that was not found: does it stand in the package of the file, or in one package of the project?"""
    root, place = import_root(inquiry), inquiry.place
    top = (inquiry.value or "").partition(".")[0]
    if root is None or place is None or place.file is None or place.source is None or not top.isidentifier():
        return UNKNOWN
    folder = os.path.dirname(place.file)
    beside = _modules_in(folder)
    package = module_name(root, os.path.join(folder, "__init__.py"))
    if top in beside and package and os.path.realpath(folder) != os.path.realpath(root):
        dots = _is_relative(place.file, place.source.text, folder, package)
        written = "." if dots else package
        seen = f"{short(top)} stands in the package {short(package)}, as this file does."
        return Finding(True, seen, {"package": written, "siblings": beside})
    found = {
        os.path.dirname(path)
        for path in watched(files_below(root), 8)
        if os.path.basename(path) == f"{top}.py" and os.path.isfile(os.path.join(os.path.dirname(path), "__init__.py"))
    }
    names = [module_name(root, os.path.join(one, "__init__.py")) for one in found]
    if len(found) != 1 or not names[0]:
        return UNKNOWN if found else Finding(False, f"No package of the project has a module {short(top)}.")
    return Finding(
        True, f"{short(top)} is in the package {short(names[0])}.", {"package": names[0], "siblings": (top,)}
    )


def modules_beside_script(inquiry: Inquiry) -> Finding:
    """Of a script that imports with dots: which modules stand beside it, and can they be imported without?"""
    place, context = inquiry.place, inquiry.context
    if context.origin != "here" or place is None or place.file is None or place.source is None:
        return UNKNOWN
    folder, own = os.path.split(place.file)
    beside = tuple(one for one in _modules_in(folder) if one != os.path.splitext(own)[0])
    asked = {
        one for one in beside if re.search(rf"^[ \t]*from[ \t]+\.[^\n]*\b{one}\b", place.source.text, re.MULTILINE)
    }
    if not asked:
        return Finding(False, f"What is imported does not stand in {short(folder)}.")
    dots = [one for one in sorted(asked) if _RELATIVE.search(_text(os.path.join(folder, f"{one}.py")))]
    if dots:
        return Finding(False, f"{short(dots[0])}, which it imports, imports with dots too.")
    stem = re.escape(os.path.splitext(own)[0])
    pattern = re.compile(
        rf"^[ \t]*(?:from|import)[ \t]+(?:\.|[\w.]+\.){stem}\b|^[ \t]*from[ \t]+[\w.]+[ \t]+import[^\n]*\b{stem}\b",
        re.M,
    )
    others = [path for path in watched(files_below(context.folder or folder), 8) if path != place.file]
    alone = not any(pattern.search(_text(path)) for path in others[:60])
    seen = f"{short(sorted(asked)[0])} stands beside the program, in {short(folder)}."
    return Finding(True, seen, {"beside": beside, "alone": "yes" if alone else "no"})


def standard_member(inquiry: Inquiry) -> Finding:
    """Of a name that a module has not: which well-known module of Python has it?"""
    name = (inquiry.captures.get("attribute") or inquiry.value or "").strip("'\"")
    asked = inquiry.captures.get("module", "")
    if not name.isidentifier() or name.startswith("_"):
        return UNKNOWN
    words = (tables.imports_of_names().get(name) or "").split()
    if len(words) == 4 and words[0] == "from" and words[1] != asked:
        return Finding(True, f"{short(name)} is in the module {short(words[1])}.", {"home": words[1]})
    found = []
    for module in watched(_STANDARD, 4):
        value = getattr(importlib.import_module(module), name, None)
        home = getattr(value, "__module__", None)
        if module != asked and isinstance(home, str) and home.lstrip("_").partition(".")[0] == module.partition(".")[0]:
            found.append(module)
    if len(found) != 1:
        return Finding(None if found else False, f"No well-known module of Python alone has {short(name)}.")
    return Finding(True, f"{short(name)} is in the module {short(found[0])}.", {"home": found[0]})


def submodule_of(inquiry: Inquiry) -> Finding:
    """Of `package.module.name` where the package has no such attribute: which part of it is a module to import?"""
    place = inquiry.place
    module, attribute = inquiry.captures.get("module", ""), inquiry.captures.get("attribute", "")
    file = whole(place.source) if place is not None and place.source is not None else None
    if file is None or place is None or place.statement is None or not module or not attribute:
        return UNKNOWN
    where = folders(inquiry)
    chains = {dotted(part) for part in own_parts(place.statement.node) if isinstance(part, ast.Attribute)}
    wanted = ""
    for chain in sorted(filter(None, chains)):
        parts = chain.split(".")
        if not chain.startswith(f"{module}.{attribute}"):
            continue
        for count in range(len(parts), module.count(".") + 1, -1):
            name = ".".join(parts[:count])
            if next(module_files(name, where), None) is not None:
                wanted = max(wanted, name, key=len)
                break
    if not wanted:
        return Finding(False, f"{short(module)} has no module {short(attribute)}.")
    return Finding(True, f"{short(wanted)} is a module of its own, not imported here.", {"submodule": wanted})


FACTS = (
    Fact(
        "module-of-project",
        "Does the module stand in the file's own package, or in one package of the project?",
        module_of_project,
        ("module",),
        gives=("package", "siblings"),
    ),
    Fact(
        "modules-beside-script",
        "Do the modules that a script imports with dots stand beside it?",
        modules_beside_script,
        gives=("beside", "alone"),
    ),
    Fact(
        "standard-member",
        "Has another well-known module of Python the name?",
        standard_member,
        ("attribute",),
        gives=("home",),
    ),
    Fact(
        "submodule-of",
        "Is the attribute a submodule that has to be imported?",
        submodule_of,
        ("attribute",),
        gives=("submodule",),
    ),
)

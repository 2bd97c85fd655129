"""The fact that says which module of the workspace defines a name. Only source is read, a bounded number of files."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator

from tracemend import lazy
from tracemend.evidence.definitions import defined, statements, tree_of
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import short, watched

_FILES = 300
_SKIPPED = ("site-packages", "node_modules", "build", "dist", "__pycache__", "tests", "test", "docs", "env", "venv")
_NOT_IMPORTED = lazy.regex(r"(?:test_.*|.*_test|conftest|setup|__main__)\.py")
_RUNS = (ast.For, ast.While, ast.With, ast.AsyncFor, ast.AsyncWith)


def import_root(inquiry: Inquiry) -> str | None:
    """The folder that the program's own modules are found in: the script's, for `python -m` the one it was started in,
    else the one that holds the file's outermost package."""
    context, place, frames = inquiry.context, inquiry.place, inquiry.report.frames
    if context.origin != "here" or context.folder is None or place is None or place.file is None:
        return None
    if any("runpy" in frame.path for frame in frames[:2]):
        return context.folder
    first = frames[0] if frames else None
    script = os.path.join(context.folder, first.path) if first is not None else None
    if script is not None and first is not None and first.name == "<module>" and os.path.isfile(script):
        return os.path.dirname(script) if _is_below(script, (context.folder, *context.roots)) else None
    folder = os.path.dirname(place.file)
    while os.path.isfile(os.path.join(folder, "__init__.py")) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    return folder


def _is_below(path: str, folders: tuple[str, ...]) -> bool:
    real = os.path.realpath(path)
    return any(real.startswith(os.path.realpath(folder) + os.sep) for folder in folders)


def module_name(root: str, path: str) -> str | None:
    """What a file below an import root is imported as; None where its path has no such name."""
    parts = os.path.splitext(os.path.relpath(os.path.realpath(path), os.path.realpath(root)))[0].split(os.sep)
    parts = parts[:-1] if parts[-1] == "__init__" else parts
    return ".".join(parts) if parts and all(part.isidentifier() for part in parts) else None


def files_below(root: str) -> Iterator[str]:
    """The Python files below a folder, the outer ones first, at most a few hundred."""
    waiting, count = [root], 0
    while waiting and count < _FILES:
        folder = waiting.pop(0)
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)[:_FILES]
        except OSError:
            continue
        for entry in found:
            if entry.name.startswith(".") or entry.name in _SKIPPED:
                continue
            if entry.is_dir(follow_symlinks=False):
                if entry.name.isidentifier() and not os.path.exists(os.path.join(entry.path, "pyvenv.cfg")):
                    waiting.append(entry.path)
            elif entry.name.endswith(".py") and not _NOT_IMPORTED.fullmatch(entry.name):
                count += 1
                yield entry.path


def modules_with(inquiry: Inquiry, root: str, name: str) -> list[tuple[str, str]]:
    """The modules below the root that define a name at their top level: what each is imported as, and its file."""
    word = re.compile(
        rf"^(?:(?:async[ \t]+)?def|class)[ \t]+{re.escape(name)}\b|^{re.escape(name)}[ \t]*[:=]", re.MULTILINE
    )
    own = inquiry.place.file if inquiry.place is not None else None
    found = []
    for path in watched(files_below(root), 8):
        if own is not None and os.path.realpath(path) == os.path.realpath(own):
            continue
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                text = file.read(400_000)
        except OSError:
            continue
        module = module_name(root, path)
        if module is not None and word.search(text):
            found.append((module, path))
    return found


def may_import(path: str, own: str | None, name: str) -> bool:
    """Whether a module can be imported for a name without harm: it does nothing else when it is loaded, and does not
    import the file that is to import it."""
    tree = tree_of(path)
    definition = defined(tree, name) if tree is not None else None
    if tree is None or definition is None:
        return False
    if isinstance(definition, ast.Assign) and not name.isupper():
        return False
    for node in statements(tree):
        if isinstance(node, ast.Import | ast.ImportFrom) and own is not None:
            names = [alias.name for alias in node.names] + [getattr(node, "module", None) or ""]
            if any(one.rpartition(".")[2] == own.rpartition(".")[2] for one in names if one):
                return False
    return not any(
        isinstance(node, _RUNS) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call))
        for node in tree.body
    )


def in_style(source: str, root: str, own: str, module: str) -> str:
    """The module's name as the file writes its imports: relative where it has relative ones."""
    package = (module_name(root, own) or "").rpartition(".")[0]
    if package and module.startswith(package + ".") and re.search(r"^[ \t]*from[ \t]+\.", source, re.MULTILINE):
        return module[len(package) :]
    return module


def name_in_workspace(inquiry: Inquiry) -> Finding:
    """Of a name that the file lacks, or (with `imported`) takes from a module that has none of it."""
    name = (inquiry.value or "").strip("'\"")
    root, place = import_root(inquiry), inquiry.place
    if root is None or place is None or place.file is None or place.source is None or not name.isidentifier():
        return UNKNOWN
    if name.startswith("_"):
        return UNKNOWN
    found = modules_with(inquiry, root, name)
    if not found:
        return Finding(False, f"No module of the workspace defines {short(name)}.")
    if len(found) > 1:
        return Finding(None, f"{short(found[0][0])} and {short(found[1][0])} both define {short(name)}.")
    module, path = found[0]
    if not may_import(path, module_name(root, place.file), name):
        return Finding(None, f"{short(module)} defines {short(name)}.")
    written = in_style(place.source.text, root, place.file, module)
    return Finding(
        True,
        f"{short(module)} defines {short(name)}.",
        {"import": f"from {written} import {name}", "home": written},
    )


FACTS = (
    Fact(
        "name-in-workspace",
        "Does exactly one module of the workspace define the name?",
        name_in_workspace,
        ("name", "attribute"),
        gives=("import", "home"),
    ),
)

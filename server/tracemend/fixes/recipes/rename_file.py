"""`rename-file`: give a file of the workspace that hides a module of Python or an installed one another name.

`email.py` becomes `my_email.py`; imports that mean it are changed in the whole workspace, those that mean the hidden
module stay, and so do those of a folder that has a file of that name itself. Which of the two an import means is told
by the names that are taken from it. Does not apply to packages (folders), where an import takes names of both, or where
the file or one that imports it cannot be read whole. Not sure where the program that failed was started by the name of
that very file: it has to be started by the new name then.

Source: https://docs.python.org/3/tutorial/modules.html#the-module-search-path
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator

from tracemend.context import Context
from tracemend.fixes.recipe import FileEdits, Mend, Recipe, RenamedFile, Request, TextEdit
from tracemend.fixes.toolkit.workspace import module_file, python_files, root_of, text_at
from tracemend.source.module import Module, whole
from tracemend.source.scopes import names_bound, own_nodes

_PREFIXES = ("my_", "own_")


class _Undecided(Exception):
    """An import of which it cannot be told what it means."""


def apply(request: Request) -> Mend | None:
    """The recipe."""
    context = request.context
    file = _hiding(request)
    root = root_of(file, context) if file is not None else None
    if file is None or root is None:
        return None
    folder, name = os.path.split(file)
    stem, ending = os.path.splitext(name)
    source = text_at(file, context)
    module = whole(source) if source is not None else None
    new = next((one for one in (prefix + stem for prefix in _PREFIXES) if _is_free(folder, one)), None)
    files = python_files(root)
    if ending != ".py" or stem == "__init__" or module is None or new is None or files is None:
        return None
    own = {bound for node in own_nodes(module.tree) for bound in names_bound(node)}
    changed: list[FileEdits] = []
    try:
        for path in files:
            edits = _edits(path, file, own, new, context)
            text = context.documents.read(path) if edits else None
            if text is not None:
                changed.append(FileEdits(path, text, tuple(edits)))
    except _Undecided:
        return None
    note = "The folder __pycache__ beside it may stay: Python does not look for modules there."
    started = _is_program(request, file)
    if started:
        note = f"The program is started as {new}.py from then on."
    return Mend(
        (), sure=not started, note=note, others=(*changed, RenamedFile(file, os.path.join(folder, new + ending)))
    )


def _hiding(request: Request) -> str | None:
    """The file that hides a module: what the message or a fact names, else the module's that the message names."""
    shadow, module = request.values.get("shadow"), request.values.get("module")
    if isinstance(shadow, str) and os.path.isabs(shadow):
        return shadow
    beside = request.place.file
    return (
        module_file(module.partition(".")[0], beside, request.context) if isinstance(module, str) and beside else None
    )


def _is_free(folder: str, stem: str) -> bool:
    return not any(os.path.lexists(os.path.join(folder, one)) for one in (f"{stem}.py", stem))


def _is_program(request: Request, file: str) -> bool:
    """Whether the file is the one that was started: the outermost frame's."""
    outermost = next(iter(request.report.frames), None)
    command = request.context.command or ""
    named = re.search(rf"(?<![\w.-]){re.escape(os.path.basename(file))}(?![\w.-])", command) is not None
    return named or (outermost is not None and os.path.basename(outermost.path) == os.path.basename(file))


def _edits(path: str, file: str, own: set[str], new: str, context: Context) -> list[TextEdit]:
    """The edits of one file: its imports that mean the hiding file. Raises _Undecided."""
    stem = os.path.splitext(os.path.basename(file))[0]
    source = text_at(path, context)
    if source is None or stem not in source.text:
        return []
    word = re.compile(rf"^[ \t]*(?:import|from)\b[^\n]*\b{re.escape(stem)}\b", re.MULTILINE)
    if not word.search(source.text):
        return []
    module = whole(source)
    if module is None:
        raise _Undecided
    beside = os.path.dirname(path) == os.path.dirname(file)
    found: list[TextEdit] = []
    for node in module.nodes:
        if isinstance(node, ast.ImportFrom) and node.module is not None and not node.level and _dotted(node, stem):
            found += _from_package(module, node, stem, new, path, file, context)
        elif not beside and _takes(node, stem) and _is_of_another_program(os.path.dirname(path), stem):
            continue
        elif isinstance(node, ast.ImportFrom):
            found += _from(module, node, stem, own, new, beside, path == file)
        elif isinstance(node, ast.Import) and any(one.name.endswith(f".{stem}") for one in node.names):
            if any(module_file(one.name, path, context) == file for one in node.names):
                raise _Undecided
        elif isinstance(node, ast.Import) and path != file:
            found += _import(module, node, stem, own, new)
    return found


def _takes(node: ast.AST, stem: str) -> bool:
    """Whether a statement imports a module of that name, not out of a package."""
    if isinstance(node, ast.ImportFrom):
        return not node.level and node.module == stem
    return isinstance(node, ast.Import) and any(one.name.partition(".")[0] == stem for one in node.names)


def _is_of_another_program(folder: str, stem: str) -> bool:
    """Whether a folder has a module of that name itself, which a program in it imports. Raises _Undecided for a
    package: what its modules import by that name depends on the program that is started."""
    if _is_free(folder, stem):
        return False
    if os.path.isfile(os.path.join(folder, "__init__.py")):
        raise _Undecided
    return True


def _from(
    module: Module, node: ast.ImportFrom, stem: str, own: set[str], new: str, beside: bool, itself: bool
) -> Iterator[TextEdit]:
    """`from email import greet`, `from .email import greet`, `from . import email`."""
    start, end = module.span(node)
    text = module.source.text[start:end]
    if node.level == 1 and beside and node.module is None:
        for alias in node.names:
            if alias.name == stem:
                yield TextEdit(*module.span(alias), f"{new} as {alias.asname or stem}")
        return
    if node.module != stem or node.level > 1 or (node.level == 1 and not beside) or (itself and not node.level):
        return
    names = {alias.name for alias in node.names}
    if not node.level and not names & own:
        return  # the hidden module's
    if not node.level and not names <= own:
        raise _Undecided
    written = re.match(rf"from[ \t]*\.?[ \t]*({re.escape(stem)})\b", text)
    if written is None:
        raise _Undecided
    yield TextEdit(start + written.start(1), start + written.end(1), new)


def _dotted(node: ast.ImportFrom, stem: str) -> bool:
    """Whether an import may take a module of that name out of a package: `shop.email`, or `email` of `shop`."""
    return (node.module or "").endswith(f".{stem}") or (
        node.module != stem and any(alias.name == stem for alias in node.names)
    )


def _from_package(
    module: Module, node: ast.ImportFrom, stem: str, new: str, path: str, file: str, context: Context
) -> Iterator[TextEdit]:
    """`from shop.email import greet`, `from shop import email`, where that is the file."""
    name = node.module or ""
    start, end = module.span(node)
    written = re.match(rf"from[ \t]+{re.escape(name)}\b", module.source.text[start:end])
    if name.endswith(f".{stem}") and module_file(name, path, context) == file:
        if written is None:
            raise _Undecided
        yield TextEdit(start + written.end() - len(stem), start + written.end(), new)
    elif module_file(f"{name}.{stem}", path, context) == file:
        for alias in node.names:
            if alias.name == stem:
                yield TextEdit(*module.span(alias), f"{new} as {alias.asname or stem}")


def _import(module: Module, node: ast.Import, stem: str, own: set[str], new: str) -> Iterator[TextEdit]:
    """`import email`, by what is taken of it."""
    for alias in node.names:
        if alias.name != stem:
            continue
        bound = alias.asname or stem
        scope = module.scope_of(bound, node)
        uses = module.uses(bound, scope) if scope is not None else []
        taken = [getattr(module.parents.get(id(use)), "attr", None) for use in uses]
        if not any(name in own for name in taken):
            if None in taken:
                raise _Undecided
            continue  # the hidden module's, or not used
        if not all(name in own for name in taken):
            raise _Undecided
        start, end = module.span(alias)
        yield TextEdit(start, end, f"{new} as {bound}" if alias.asname else new)
        if alias.asname is None:
            for use in uses:
                yield TextEdit(*module.span(use), new)


RECIPES = (
    Recipe(
        "rename-file",
        "Renames a file that hides a module, and changes the imports of it.",
        apply,
        needs_statement=False,
        unsure="The program is started by that name.",
    ),
)

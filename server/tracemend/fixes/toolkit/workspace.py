"""Other files of the workspace: which there are, what a dotted name means among them, what may be done with them."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator, Sequence

from tracemend.context import Context
from tracemend.fixes.recipe import FileChange, FileEdits, Mend, RenamedFile, Request, TextEdit, apply_edits
from tracemend.source.lines import read_source
from tracemend.source.listing import LEFT_OUT
from tracemend.source.module import Module, whole
from tracemend.source.text import SourceText

MAX_FILES = 2_000
"""More Python files are not looked through for one mend: then it is not offered."""
MAX_CHANGES = 50
"""A mend that touches more files than this is no mend of one error."""


def root_of(file: str, context: Context) -> str | None:
    """The innermost folder of the workspace (without one: the output's) that a file lies in; None for a file outside
    of it, or of an environment in it."""
    roots = context.roots or ((context.folder,) if context.folder else ())
    inside = [root for root in roots if file.startswith(root.rstrip("/\\") + os.sep)]
    root = max(inside, key=len, default=None)
    if root is None or LEFT_OUT.intersection(file[len(root) :].replace("\\", "/").split("/")[:-1]):
        return None
    return root


def python_files(root: str) -> Sequence[str] | None:
    """The Python files below a folder, environments and made files left out; None where there are too many."""
    found: list[str] = []
    for folder, folders, names in os.walk(root):
        if folder != root and "pyvenv.cfg" in names:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if name not in LEFT_OUT and not name.startswith("."))
        found += [os.path.join(folder, name) for name in sorted(names) if name.endswith(".py")]
        if len(found) > MAX_FILES:
            return None
    return found


def module_file(name: str, beside: str, context: Context) -> str | None:
    """The workspace's file of a module's dotted name, as a program started beside the file `beside`, or from the
    output's folder, imports it."""
    parts = name.split(".")
    if not all(part.isidentifier() for part in parts):
        return None
    for folder in _start_folders(beside, context):
        for path in (os.path.join(folder, *parts) + ".py", os.path.join(folder, *parts, "__init__.py")):
            if root_of(path, context) is not None and context.documents.read(path) is not None:
                return path
    return None


def _start_folders(beside: str, context: Context) -> Iterator[str]:
    yield from dict.fromkeys([os.path.dirname(beside), *([context.folder] if context.folder else []), *context.roots])


def class_elsewhere(module: Module, name: str, file: str, context: Context) -> tuple[str, Module] | None:
    """The workspace's file that alone defines a class, among those that `module` (the text of `file`) imports, parsed.

    A star import and what modules import from others are looked at too, two steps far.
    """
    found = {path: other for path, other in _imported(module, file, context, 2) if other.class_named(name) is not None}
    return next(iter(found.items())) if len(found) == 1 else None


def imported(module: Module, file: str, context: Context) -> list[tuple[str, Module]]:
    """The workspace's files that `module` (the text of `file`) imports, and those that they import, parsed."""
    return list({path: (path, other) for path, other in _imported(module, file, context, 2)}.values())


def _imported(module: Module, file: str, context: Context, steps: int) -> Iterator[tuple[str, Module]]:
    """The parsed files of the workspace that a module imports, some more than once."""
    names: list[tuple[str, str]] = []
    for node in module.nodes:
        if isinstance(node, ast.Import):
            names += [(alias.name, file) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            beside = file
            for _ in range(node.level - 1):
                beside = os.path.dirname(beside)
            start = f"{node.module}." if node.module else ""
            names += [(start.rstrip("."), beside)] if start else []
            names += [(start + alias.name, beside) for alias in node.names if alias.name != "*"]
    for name, beside in dict.fromkeys(names):
        path = module_file(name, beside, context)
        source = text_at(path, context) if path is not None and path != file else None
        other = whole(source) if source is not None else None
        if path is not None and other is not None:
            yield path, other
            if steps > 1:
                yield from _imported(other, path, context, steps - 1)


def text_at(file: str, context: Context) -> SourceText | None:
    """The text of a file as an editor or the disk has it."""
    return read_source(file, context)


def may_be_made(changes: Sequence[FileChange], context: Context) -> bool:
    """Whether all of it lies in the workspace, takes no other file's place, and edits fit the text they were made
    for, which is the file's."""
    if len(changes) > MAX_CHANGES:
        return False
    for change in changes:
        files = [change.file, *([change.to] if isinstance(change, RenamedFile) else [])]
        if any(root_of(file, context) is None for file in files):
            return False
        if isinstance(change, FileEdits):
            if context.documents.read(change.file) != change.before or not change.edits:
                return False
            apply_edits(change.before, change.edits)
        elif _is_there(files[-1], context) or (files[1:] and context.documents.read(change.file) is None):
            return False
    return True


def _is_there(file: str, context: Context) -> bool:
    return os.path.lexists(file) or context.documents.read(file) is not None


def with_class(request: Request, module: Module, name: str) -> tuple[Module, str | None]:
    """The module that defines a class: the one at hand, with None, or one of the workspace that it imports, with its
    file."""
    file = request.place.file
    if module.class_named(name) is not None or file is None:
        return module, None
    found = class_elsewhere(module, name, file, request.context)
    return (found[1], found[0]) if found is not None else (module, None)


def in_file(file: str | None, module: Module, edit: TextEdit) -> Mend:
    """An edit of the failing file (None) or of another one."""
    if file is None:
        return Mend((edit,))
    note = f"It changes {os.path.basename(file)}, where the class is."
    return Mend((), note=note, others=(FileEdits(file, module.source.text, (edit,)),))

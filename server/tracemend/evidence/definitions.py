"""Where a function or class is defined: in the file, in the workspace, in an installed package or in Python's library.

Only source is read and parsed; no module is imported. What a module takes from another one (`from .decoder import
JSONDecoder`) is followed a few steps.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tracemend.evidence.fact import Inquiry
from tracemend.evidence.interpreters import environment
from tracemend.evidence.limits import in_time
from tracemend.source.statement import parse

_MAX_TEXT = 600_000
_DEPTH = 6

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Assign


@dataclass(frozen=True, slots=True)
class Found:
    """A definition and where it stands: the folders to look for modules in, its module's own file (None for the
    program's text) and the module's tree."""

    node: Definition
    tree: ast.Module
    file: str | None


def folders(inquiry: Inquiry) -> tuple[str, ...]:
    """The folders that modules are found in, the program's own first: no folder is asked of a running Python. None for
    output of another machine, where other versions may be installed."""
    if inquiry.context.origin != "here":
        return ()
    found: list[str | None] = [os.path.dirname(inquiry.place.file) if inquiry.place and inquiry.place.file else None]
    found += [inquiry.context.folder, *inquiry.context.roots]
    found += [os.path.join(root, "src") for root in inquiry.context.roots]
    where = environment(inquiry.context, tuple(frame.path for frame in inquiry.report.frames))
    sites = where.sites if where is not None else ()
    found += [os.path.dirname(site) for site in sites if os.path.isfile(os.path.join(os.path.dirname(site), "os.py"))]
    found += [os.path.dirname(os.__file__), *sites]
    return tuple(dict.fromkeys(folder for folder in found if folder))


def module_files(dotted: str, where: tuple[str, ...]) -> Iterator[str]:
    """The source files that a module's name can mean, first found first."""
    parts = dotted.split(".")
    if not all(part.isidentifier() for part in parts):
        return
    for folder in where:
        base = os.path.join(folder, *parts)
        for path in (os.path.join(base, "__init__.py"), base + ".py"):
            if os.path.isfile(path):
                yield path


def tree_of(path: str) -> ast.Module | None:
    """The parsed source of a file; None for what is too large or does not parse."""
    try:
        return _parsed(path, os.stat(path).st_mtime_ns)
    except OSError:
        return None


@lru_cache(maxsize=24)
def _parsed(path: str, changed: int) -> ast.Module | None:
    in_time()
    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read(_MAX_TEXT + 1)
    return parse(text) if len(text) <= _MAX_TEXT else None


def statements(tree: ast.AST) -> Iterator[ast.stmt]:
    """The statements of a module's or class's own level, those in `if` and `try` among them."""
    for node in getattr(tree, "body", ()):
        if not isinstance(node, ast.stmt):
            continue
        yield node
        if isinstance(node, ast.If | ast.Try | ast.With):
            yield from statements(node)
            for name in ("orelse", "finalbody"):
                yield from statements(ast.Module(getattr(node, name, []), []))
            for handler in getattr(node, "handlers", ()):
                yield from statements(handler)


def defined(tree: ast.AST, name: str) -> Definition | None:
    """The last definition of a name at that level: a function, a class, or what is assigned to it."""
    found: Definition | None = None
    for node in statements(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found = node if node.name == name and not _is_overload(node) else found
        elif isinstance(node, ast.Assign):
            found = node if any(isinstance(to, ast.Name) and to.id == name for to in node.targets) else found
    return found


def _is_overload(node: Definition) -> bool:
    decorators = getattr(node, "decorator_list", ())
    return any(getattr(one, "attr", getattr(one, "id", "")) == "overload" for one in decorators)


def find(dotted: str, where: tuple[str, ...], depth: int = 0) -> Found | None:
    """The definition of `package.module.Class.method`, wherever it comes from."""
    parts = dotted.split(".")
    for count in range(len(parts) - 1, 0, -1):
        for path in module_files(".".join(parts[:count]), where):
            tree = tree_of(path)
            found = inside(tree, parts[count:], where, path, depth) if tree is not None else None
            if found is not None:
                return found
    return None


def inside(
    tree: ast.Module, names: list[str], where: tuple[str, ...], file: str | None, depth: int = 0
) -> Found | None:
    """The definition of a dotted name as a module sees it."""
    in_time()
    if depth > _DEPTH or not names:
        return None
    node: Definition | None = defined(tree, names[0])
    if node is None:
        return _taken(tree, names, where, file, depth)
    for name in names[1:]:
        if not isinstance(node, ast.ClassDef):
            return None
        inner = defined(node, name)
        if inner is None:
            return _inherited(node, tree, name, where, file, depth)
        node = inner
    return Found(node, tree, file)


def bases(found: Found, where: tuple[str, ...], depth: int = 0) -> Iterator[Found]:
    """The classes that a class is made from, as far as their source is found."""
    for base in found.node.bases if isinstance(found.node, ast.ClassDef) else ():
        names = _names(base)
        one = inside(found.tree, names, where, found.file, depth + 1) if names else None
        if one is not None and one.node is not found.node:
            yield one


def _inherited(
    node: ast.ClassDef, tree: ast.Module, name: str, where: tuple[str, ...], file: str | None, depth: int
) -> Found | None:
    if depth > _DEPTH:
        return None
    for base in bases(Found(node, tree, file), where, depth):
        if isinstance(base.node, ast.ClassDef):
            inner = defined(base.node, name)
            if inner is not None:
                return Found(inner, base.tree, base.file)
            found = _inherited(base.node, base.tree, name, where, base.file, depth + 1)
            if found is not None:
                return found
    return None


def _names(node: ast.expr) -> list[str]:
    names: list[str] = []
    at: ast.expr = node
    while isinstance(at, ast.Attribute):
        names.insert(0, at.attr)
        at = at.value
    return [at.id, *names] if isinstance(at, ast.Name) else []


def _taken(tree: ast.Module, names: list[str], where: tuple[str, ...], file: str | None, depth: int) -> Found | None:
    """The name as an import of the module brings it."""
    for node in statements(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                called = alias.asname or alias.name.partition(".")[0]
                if called == names[0] and len(names) > 1:
                    module = alias.name if alias.asname else called
                    return find(".".join([module, *names[1:]]), where, depth + 1)
        elif isinstance(node, ast.ImportFrom):
            near, module = _from(node, where, file)
            for alias in node.names:
                star = alias.name == "*"
                if star or (alias.asname or alias.name) == names[0]:
                    rest = names if star else [alias.name, *names[1:]]
                    found = find(".".join([module, *rest]), near, depth + 1) if module else None
                    if found is not None:
                        return found
    return None


def _from(node: ast.ImportFrom, where: tuple[str, ...], file: str | None) -> tuple[tuple[str, ...], str]:
    """The folders and the module that `from module import` means; a relative one is looked up from its file."""
    if not node.level:
        return where, node.module or ""
    if file is None:
        return where, ""
    folder = os.path.dirname(file)
    for _ in range(node.level - 1):
        folder = os.path.dirname(folder)
    module = os.path.basename(folder) + (f".{node.module}" if node.module else "")
    return (os.path.dirname(folder), *where), module

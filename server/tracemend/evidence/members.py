"""Facts about names that changed: what a class or module of the project calls now what the code names otherwise, and
which library that a file imports from already has a name that the file lacks.

A name of another meaning is no new name for the old one, so each answer hangs on what the code shows: the file uses the
other name already, or the verb is the same and what is handed over has the other noun. Only source is read.
"""

from __future__ import annotations

import ast
import builtins
import os
from collections.abc import Iterable

from tracemend import lazy
from tracemend.evidence.definitions import Found, bases, folders, inside, module_files, statements, tree_of
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import short
from tracemend.evidence.similar import closest
from tracemend.evidence.workspace import import_root, modules_with
from tracemend.source.module import Module, whole
from tracemend.source.scopes import members, names_bound
from tracemend.source.statement import own_parts

_WORDS = lazy.regex(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_ALIKE = (
    frozenset(("get", "fetch", "load", "read", "retrieve")),
    frozenset(("add", "append", "insert", "put")),
    frozenset(("remove", "delete", "drop", "discard")),
    frozenset(("make", "create", "build", "new")),
    frozenset(("find", "search", "lookup")),
    frozenset(("print", "show", "display")),
)
"""Verbs that say the same of the same noun."""


def words(name: str) -> list[str]:
    """The words of a name in lower case, an `s` at their ends left out."""
    return [one.lower().rstrip("s") or "s" for one in _WORDS.findall(name)]


def _file(inquiry: Inquiry) -> Module | None:
    source = inquiry.place.source if inquiry.place else None
    return whole(source) if source is not None else None


def unbound(file: Module) -> set[str]:
    """The names that a file reads and nowhere binds; empty where a star import may bind any."""
    read, bound = set(), set(dir(builtins))
    for part in ast.walk(file.tree):
        if isinstance(part, ast.ImportFrom) and any(one.name == "*" for one in part.names):
            return set()
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load):
            read.add(part.id)
        elif isinstance(part, ast.arg):
            bound.add(part.arg)
        bound.update(names_bound(part))
    return read - bound


def _defined(tree: ast.Module) -> set[str]:
    """The names that a module itself defines at its top level."""
    found: set[str] = set()
    for node in statements(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found.update(one.id for one in targets if isinstance(one, ast.Name))
    return found


def renamed_import(inquiry: Inquiry) -> Finding:
    """The file imports a name that it never uses, and uses one that it never imports, which the module has."""
    name, path, file = inquiry.value, inquiry.captures.get("file"), _file(inquiry)
    if file is None or not name or not path or inquiry.context.origin != "here" or not os.path.isabs(path):
        return UNKNOWN
    tree = tree_of(path)
    if tree is None or "site-packages" in path:
        return UNKNOWN
    used = {part.id for part in ast.walk(file.tree) if isinstance(part, ast.Name)}
    meant = unbound(file) & _defined(tree)
    if name in used or len(meant) != 1:
        return Finding(False, f"The file does not show what {short(name)} is called in {short(path)}.")
    near = meant.pop()
    seen = f"The file uses {short(near)}, which {short(path)} defines, and never {short(name)}."
    return Finding(True, seen, {"similar": near, "renamed": near})


def class_of(inquiry: Inquiry, name: str) -> Found | None:
    """The class of that name which the file defines or imports, else the only one of the project."""
    file, where = _file(inquiry), folders(inquiry)
    if file is None or not name.isidentifier():
        return None
    own = inquiry.place.file if inquiry.place else None
    found = inside(file.tree, [name], where, own)
    root = import_root(inquiry) if found is None else None
    if root is not None:
        paths = [path for _, path in modules_with(inquiry, root, name)]
        tree = tree_of(paths[0]) if len(paths) == 1 else None
        found = inside(tree, [name], where, paths[0]) if tree is not None else None
    return found if found is not None and isinstance(found.node, ast.ClassDef) else None


def members_of(found: Found, where: tuple[str, ...], depth: int = 0) -> set[str]:
    """The members of a class and of those it is made from, as far as their source is found."""
    names = members(found.node) if isinstance(found.node, ast.ClassDef) else set()
    for base in bases(found, where) if depth < 5 else ():
        names |= members_of(base, where, depth + 1)
    return names


def _asked_of(inquiry: Inquiry, name: str) -> str | None:
    """The one plain name that the failing statement asks for the attribute."""
    statement = inquiry.place.statement if inquiry.place else None
    found = {
        part.value.id
        for part in (own_parts(statement.node) if statement else ())
        if isinstance(part, ast.Attribute) and part.attr == name and isinstance(part.value, ast.Name)
    }
    return found.pop() if len(found) == 1 else None


def renamed_member(inquiry: Inquiry) -> Finding:
    name, type_name = inquiry.value, inquiry.captures.get("type") or ""
    if not name or not name.isidentifier():
        return UNKNOWN
    found = class_of(inquiry, type_name or _asked_of(inquiry, name) or "")
    if found is None or not isinstance(found.node, ast.ClassDef):
        return UNKNOWN
    known = {one for one in members_of(found, folders(inquiry)) if not one.startswith("_")}
    owner = short(found.node.name)
    if any(_is_enum(base) for base in found.node.bases):
        near = closest(name, known)
        same = near is not None and near.lower() == name.lower()
        if near is None or not same:
            return Finding(False, f"{owner} has no member that differs from {short(name)} in its case alone.")
        return Finding(
            True, f"{owner} has the member {short(near)}, not {short(name)}.", {"similar": near, "renamed": near}
        )
    near = _in_meaning(inquiry, name, known, found)
    if near is None:
        return Finding(False, f"The code does not show what {short(name)} of {owner} is called now.")
    return Finding(
        True, f"{owner} has {short(near)}, which fits here, and no {short(name)}.", {"similar": near, "renamed": near}
    )


def _is_enum(base: ast.expr) -> bool:
    last = base.attr if isinstance(base, ast.Attribute) else base.id if isinstance(base, ast.Name) else ""
    return last in ("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag")


def _in_meaning(inquiry: Inquiry, name: str, known: Iterable[str], found: Found) -> str | None:
    """The one method that does the same to the same: `add_song(Track())` is `add_track` now, `fetch_all` `get_all`."""
    call, functions = _call(inquiry, name), {}
    for node in found.node.body if isinstance(found.node, ast.ClassDef) else ():
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name in known and not node.decorator_list:
            functions[node.name] = node
    if call is None:
        return None
    own = words(name)
    fitting = {one: words(one) for one, node in functions.items() if _takes(node, call)}
    verbs = [
        one
        for one, parts in fitting.items()
        if len(own) > 1 and parts[1:] == own[1:] and any({own[0], parts[0]} <= group for group in _ALIKE)
    ]
    if len(verbs) == 1:
        return verbs[0]
    nouns = [one for one, parts in fitting.items() if len(own) == len(parts) == 2 and parts[0] == own[0]]
    if len(nouns) != 1 or verbs:
        return None
    old, new = own[1], fitting[nouns[0]][1]
    given = {word for one in (*call.args, *(key.value for key in call.keywords)) for word in _named(one)}
    others = (one for one in ast.walk(found.tree) if not (isinstance(one, ast.Attribute) and one.attr == name))
    elsewhere = {word for part in others for word in _own_words(part)}
    return nouns[0] if new in given and old not in given and old not in elsewhere else None


def _call(inquiry: Inquiry, name: str) -> ast.Call | None:
    """The failing statement's one call of the method, if nothing is spread in it."""
    statement = inquiry.place.statement if inquiry.place else None
    found = [
        part
        for part in (own_parts(statement.node) if statement else ())
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and part.func.attr == name
    ]
    if len(found) != 1 or any(isinstance(one, ast.Starred) for one in found[0].args):
        return None
    return None if any(key.arg is None for key in found[0].keywords) else found[0]


def _takes(function: ast.FunctionDef | ast.AsyncFunctionDef, call: ast.Call) -> bool:
    """Whether a method can be called with as many arguments, and these keywords."""
    every = function.args
    names = [one.arg for one in (*every.posonlyargs, *every.args)][1:]
    keys = {key.arg for key in call.keywords}
    if len(call.args) > len(names) and every.vararg is None:
        return False
    free = names[len(call.args) :]
    required = set(names[: len(names) - len(every.defaults)][len(call.args) :])
    required |= {one.arg for one, value in zip(every.kwonlyargs, every.kw_defaults, strict=True) if value is None}
    return required <= keys and (every.kwarg is not None or keys <= {*free, *(one.arg for one in every.kwonlyargs)})


def _named(node: ast.expr) -> list[str]:
    """The words of what an argument is called: a name, an attribute, a class that is called."""
    if isinstance(node, ast.Call):
        return _named(node.func)
    if isinstance(node, ast.Attribute):
        return words(node.attr)
    return words(node.id) if isinstance(node, ast.Name) else []


def _own_words(node: ast.AST) -> list[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return words(node.name)
    if isinstance(node, ast.arg):
        return words(node.arg)
    return _named(node) if isinstance(node, ast.Name | ast.Attribute) else []


def imported_module_has(inquiry: Inquiry) -> Finding:
    """Of a missing name: does the one library that the file imports from have it?"""
    name, file = inquiry.value, _file(inquiry)
    if file is None or not name or name not in unbound(file):
        return UNKNOWN
    where, found = folders(inquiry), []
    for node in file.tree.body:
        if isinstance(node, ast.ImportFrom) and not node.level and node.module and name not in _bound_in(node):
            path = next(module_files(node.module, where), None)
            tree = tree_of(path) if path is not None and _is_library(path) else None
            if tree is not None and _offers(tree, name, node.module):
                found.append(node.module)
    modules = list(dict.fromkeys(found))
    if len(modules) != 1:
        return Finding(False, f"No library that the file imports from has {short(name)}.")
    seen = f"{short(modules[0])}, from which the file imports already, has {short(name)}."
    if name.islower() and not _is_used_as_object(file, name):
        return Finding(None, seen)
    return Finding(True, seen, {"import": f"from {modules[0]} import {name}", "module": modules[0]})


def _bound_in(node: ast.ImportFrom) -> set[str]:
    return {one.asname or one.name for one in node.names}


def _is_library(path: str) -> bool:
    return "site-packages" in path or os.path.dirname(os.__file__) in path or f"{os.sep}lib{os.sep}python" in path


def _offers(tree: ast.Module, name: str, module: str) -> bool:
    """Whether a library's module has the name as one of its own, not as something it imports to use it."""
    listed: set[str] = set()
    own = _defined(tree)
    for node in statements(tree):
        if isinstance(node, ast.Assign) and any(
            isinstance(one, ast.Name) and one.id == "__all__" for one in node.targets
        ):
            listed |= {
                one.value for one in ast.walk(node.value) if isinstance(one, ast.Constant) and type(one.value) is str
            }
        elif isinstance(node, ast.ImportFrom) and (
            node.level or (node.module or "").partition(".")[0] == module.partition(".")[0]
        ):
            own |= _bound_in(node)
    return name in (listed or own)


def _is_used_as_object(file: Module, name: str) -> bool:
    """Whether each use of a small name calls it or takes something of it, as no plain variable is used."""
    uses = [part for part in ast.walk(file.tree) if isinstance(part, ast.Name) and part.id == name]
    return all(
        (isinstance(outer, ast.Attribute) and outer.value is part)
        or (isinstance(outer, ast.Call) and outer.func is part)
        for part in uses
        for outer in (file.parents.get(id(part)),)
    )


FACTS = (
    Fact(
        "renamed-import",
        "Does the file use another name of the module instead of the one that it imports?",
        renamed_import,
        ("attribute",),
        gives=("similar", "renamed"),
    ),
    Fact(
        "renamed-member",
        "Has the class the member in another case, or a method that does the same to the same under another name?",
        renamed_member,
        ("attribute",),
        gives=("similar", "renamed"),
    ),
    Fact(
        "imported-module-has",
        "Has the library that the file imports from already the name that is missing?",
        imported_module_has,
        ("name",),
        gives=("import", "module"),
    ),
)

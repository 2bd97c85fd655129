"""The files that a program reads, as far as its code shows their paths."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from glob import glob

from tracemend.evidence.limits import watched
from tracemend.evidence.syntax import dotted
from tracemend.source.module import Module, whole
from tracemend.source.reach import attribute_values, given, reach
from tracemend.source.statement import Statement
from tracemend.source.text import SourceText

_READERS = ("open", "read_text", "read_bytes", "read_csv", "read_table", "read_fwf")
_METHODS = ("read_text", "read_bytes")
_NOT_FILES = ("gzip", "zipfile", "tarfile", "bz2", "lzma", "shelve", "dbm", "os", "webbrowser")
_DEPTH = 8
_MOST = 40
"""Files of a folder that are looked at."""


def read_paths(source: SourceText | None, own: str | None, folder: str) -> Iterator[str]:
    """The paths of existing files that the program opens for reading; only those whose text the code shows whole."""
    if source is None or not any(name in source.text for name in _READERS):
        return  # most files read none: to parse a large one takes a tenth of a second and stays in memory
    file = whole(source)
    calls = [one for one in file.nodes if isinstance(one, ast.Call)] if file is not None else []
    for call in watched(calls):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if file is None or name not in _READERS or (dotted(call.func) or "").partition(".")[0] in _NOT_FILES:
            continue
        method = isinstance(call.func, ast.Attribute) and (
            name in _METHODS or (name == "open" and dotted(call.func.value) != "io")
        )
        mode = _mode(call, 0 if method else 1) if name == "open" else "r"
        if mode is None or any(letter in mode for letter in "wax"):
            continue
        node = (
            call.func.value if method and isinstance(call.func, ast.Attribute) else call.args[0] if call.args else None
        )
        for text in _texts(file, node, own, _DEPTH) if node is not None else ():
            if "\0" not in text and os.path.isfile(os.path.join(folder, text)):
                yield os.path.normpath(text)


def opened_paths(statement: Statement, call: ast.Call, own: str | None, folder: str) -> list[str]:
    """The existing files that a call of the statement may open: also those of a folder that a loop goes over, of a
    parameter, of what a thread pool hands to the function, of an attribute of `self`."""
    file = whole(statement.source)
    same = file.same(statement, call) if file is not None else None
    if file is None or not isinstance(same, ast.Call):
        return []
    name = same.func.attr if isinstance(same.func, ast.Attribute) else getattr(same.func, "id", "")
    method = isinstance(same.func, ast.Attribute) and (
        name in _METHODS or (name == "open" and dotted(same.func.value) not in ("io", "gzip", "codecs"))
    )
    owner = same.func.value if method and isinstance(same.func, ast.Attribute) else None
    node = owner if owner is not None else same.args[0] if same.args else None
    texts = _texts(file, node, own, 2 * _DEPTH, folder) if node is not None else []
    return [one for one in dict.fromkeys(map(os.path.normpath, texts)) if os.path.isfile(os.path.join(folder, one))]


def _mode(call: ast.Call, position: int) -> str | None:
    node = call.args[position] if len(call.args) > position else None
    node = next((key.value for key in call.keywords if key.arg == "mode"), node)
    if node is None:
        return "r"
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _texts(file: Module, node: ast.expr, own: str | None, depth: int, folder: str | None = None) -> list[str]:
    """The texts that a path's expression can have; none where a part of one is not known."""
    if depth <= 0:
        return []
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) and node.value else []
    if isinstance(node, ast.Name):
        if node.id == "__file__":
            return [own] if own is not None else []
        listed = _listed(file, node) if folder is not None else None
        if listed is not None and folder is not None:
            return _entries(file, listed, own, depth - 1, folder)
        sources = reach(file, node) or (given(file, node) if folder is not None else None) or ()
        return [text for one in sources if one is not node for text in _texts(file, one, own, depth - 1, folder)]
    if isinstance(node, ast.IfExp) and folder is not None:
        return [text for one in (node.body, node.orelse) for text in _texts(file, one, own, depth - 1, folder)]
    if isinstance(node, ast.Attribute) and folder is not None and node.attr != "parent":
        return [
            text for one in attribute_values(file, node) or () for text in _texts(file, one, own, depth - 1, folder)
        ]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return _joined(file, [node.left, node.right], own, depth, folder)
    if isinstance(node, ast.Attribute) and node.attr == "parent":
        return [os.path.dirname(text) for text in _texts(file, node.value, own, depth - 1, folder)]
    if not isinstance(node, ast.Call):
        return []
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name in ("Path", "join", "joinpath"):
        first = [node.func.value] if name == "joinpath" and isinstance(node.func, ast.Attribute) else []
        return _joined(file, [*first, *node.args], own, depth, folder)
    if name in ("dirname", "abspath", "realpath", "fspath", "str") and len(node.args) == 1:
        found = _texts(file, node.args[0], own, depth - 1, folder)
        return [os.path.dirname(text) for text in found] if name == "dirname" else found
    if name in ("resolve", "absolute") and isinstance(node.func, ast.Attribute) and not node.args:
        return _texts(file, node.func.value, own, depth - 1, folder)
    if name == "with_name" and isinstance(node.func, ast.Attribute) and len(node.args) == 1:
        names = _texts(file, node.args[0], own, depth - 1, folder)
        found = _texts(file, node.func.value, own, depth - 1, folder)
        return [os.path.join(os.path.dirname(text), name) for text in found for name in names]
    return []


def _listed(file: Module, name: ast.Name) -> ast.expr | None:
    """What a loop or comprehension around a name goes over, or a pool hands its function one by one."""
    for outer in file.around(name):
        pairs = [(outer.target, outer.iter)] if isinstance(outer, ast.For) else []
        if isinstance(outer, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            pairs = [(one.target, one.iter) for one in outer.generators]
        for target, over in pairs:
            if isinstance(target, ast.Name) and target.id == name.id and over is not name:
                return over
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            return _mapped(file, outer, name)
    return None


def _mapped(
    file: Module, function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, name: ast.Name
) -> ast.expr | None:
    """`files` of `pool.map(function, files)`, where `name` is the function's first parameter."""
    names = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
    if isinstance(function, ast.Lambda) or names[:1] != [name.id] or file.function(function.name) is not function:
        return None
    uses = file.uses(function.name, file.tree)
    call = file.parents.get(id(uses[0])) if len(uses) == 1 else None
    if not isinstance(call, ast.Call) or len(call.args) != 2 or call.args[0] is not uses[0]:
        return None
    called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return call.args[1] if called in ("map", "imap", "imap_unordered") else None


def _entries(file: Module, node: ast.expr, own: str | None, depth: int, folder: str) -> list[str]:
    """The files that a list has: of a folder that is listed, of a display."""
    while isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("sorted", "list", "reversed") and node.args:
        node = node.args[0]
    if depth <= 0:
        return []
    if isinstance(node, ast.Name):
        only = file.only_value(node.id, node)
        sources = [only[1]] if only is not None else given(file, node) or []
        return [text for one in sources for text in _entries(file, one, own, depth - 1, folder)]
    if isinstance(node, ast.List | ast.Tuple):
        return [text for one in node.elts for text in _texts(file, one, own, depth - 1, folder)]
    if isinstance(node, ast.ListComp | ast.GeneratorExp):
        return _texts(file, node.elt, own, depth - 1, folder)
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute | ast.Name):
        return []
    name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
    place = dotted(node.func.value) if isinstance(node.func, ast.Attribute) else ""
    if name in ("listdir", "glob", "iglob") and place in ("os", "glob", "") and node.args:
        bases = _texts(file, node.args[0], own, depth - 1, folder)
    elif name in ("glob", "rglob", "iterdir") and isinstance(node.func, ast.Attribute):
        bases = _texts(file, node.func.value, own, depth - 1, folder)
    else:
        return []
    pattern = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else "*"
    found: list[str] = []
    for base in bases[:3]:
        if name == "listdir":
            found += os.listdir(os.path.join(folder, base)) if os.path.isdir(os.path.join(folder, base)) else []
        elif place == "glob" or not isinstance(node.func, ast.Attribute):
            found += glob(base, root_dir=folder)
        else:
            found += glob(os.path.join(base, "**" if name == "rglob" else "", str(pattern)), root_dir=folder)
    return found[:_MOST]


def _joined(file: Module, nodes: list[ast.expr], own: str | None, depth: int, folder: str | None = None) -> list[str]:
    parts = [_texts(file, node, own, depth - 1, folder) for node in nodes]
    if not parts or any(not part for part in parts):
        return []
    found = parts[0]
    for part in parts[1:]:
        found = [os.path.join(left, right) for left in found for right in part][:20]
    return found

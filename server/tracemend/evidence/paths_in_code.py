"""The files that a program reads, as far as its code shows their paths."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator

from tracemend.evidence.limits import watched
from tracemend.evidence.syntax import dotted
from tracemend.source.module import Module, whole
from tracemend.source.reach import reach
from tracemend.source.text import SourceText

_READERS = ("open", "read_text", "read_bytes", "read_csv", "read_table", "read_fwf")
_METHODS = ("read_text", "read_bytes")
_NOT_FILES = ("gzip", "zipfile", "tarfile", "bz2", "lzma", "shelve", "dbm", "os", "webbrowser")
_DEPTH = 8


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


def _mode(call: ast.Call, position: int) -> str | None:
    node = call.args[position] if len(call.args) > position else None
    node = next((key.value for key in call.keywords if key.arg == "mode"), node)
    if node is None:
        return "r"
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _texts(file: Module, node: ast.expr, own: str | None, depth: int) -> list[str]:
    """The texts that a path's expression can have; none where a part of one is not known."""
    if depth <= 0:
        return []
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) and node.value else []
    if isinstance(node, ast.Name):
        if node.id == "__file__":
            return [own] if own is not None else []
        return [
            text for one in reach(file, node) or () if one is not node for text in _texts(file, one, own, depth - 1)
        ]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return _joined(file, [node.left, node.right], own, depth)
    if isinstance(node, ast.Attribute) and node.attr == "parent":
        return [os.path.dirname(text) for text in _texts(file, node.value, own, depth - 1)]
    if not isinstance(node, ast.Call):
        return []
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name in ("Path", "join", "joinpath"):
        first = [node.func.value] if name == "joinpath" and isinstance(node.func, ast.Attribute) else []
        return _joined(file, [*first, *node.args], own, depth)
    if name in ("dirname", "abspath", "realpath", "fspath", "str") and len(node.args) == 1:
        found = _texts(file, node.args[0], own, depth - 1)
        return [os.path.dirname(text) for text in found] if name == "dirname" else found
    if name in ("resolve", "absolute") and isinstance(node.func, ast.Attribute) and not node.args:
        return _texts(file, node.func.value, own, depth - 1)
    return []


def _joined(file: Module, nodes: list[ast.expr], own: str | None, depth: int) -> list[str]:
    parts = [_texts(file, node, own, depth - 1) for node in nodes]
    if not parts or any(not part for part in parts):
        return []
    found = parts[0]
    for part in parts[1:]:
        found = [os.path.join(left, right) for left in found for right in part][:20]
    return found

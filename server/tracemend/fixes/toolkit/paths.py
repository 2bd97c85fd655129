"""Which file or folder a statement opens, writes or makes, and how."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Literal

from tracemend.fixes.toolkit.code import (
    assigned_value,
    assignment_before,
    called,
    calls,
    dotted,
    keyword_of,
    spreads,
    text_of,
)
from tracemend.source.statement import Statement

_MODULES_WITH_OPEN = ("io", "gzip", "bz2", "lzma", "codecs")
_WRITERS = ("to_csv", "to_excel", "to_json", "to_parquet", "to_pickle", "to_html", "savefig")
_MAKERS = ("sqlite3.connect", "logging.FileHandler", "FileHandler", "RotatingFileHandler")
_OTHER_OPEN = ("os", "webbrowser", "zipfile", "tarfile", "wave", "Image", "shelve", "dbm", "mmap")


@dataclass(frozen=True, slots=True)
class PathUse:
    """One call that uses a path. `kind`: `open` (the built-in or a module's), `method` (of a path), `folder` (makes
    one), `other`. `mode` is the mode as text, None where it is no constant."""

    call: ast.Call
    path: ast.expr
    kind: Literal["open", "method", "folder", "other"]
    mode: str | None

    @property
    def writes(self) -> bool:
        """Whether it makes the file new, adds to it or changes it."""
        return self.mode is not None and any(letter in self.mode for letter in "wax+")


def path_use(call: ast.Call) -> PathUse | None:
    """What path a call uses; None where it uses none that this knows."""
    name, whole = called(call), dotted(call.func) or ""
    if whole == "open" or (name == "open" and whole.partition(".")[0] in _MODULES_WITH_OPEN):
        path = call.args[0] if call.args else _value(call, "file")
        return None if path is None or spreads(call) else PathUse(call, path, "open", _mode(call, 1))
    if whole in ("os.mkdir", "os.makedirs") and call.args:
        return PathUse(call, call.args[0], "folder", "w")
    if whole in _MAKERS or name in _MAKERS:
        return PathUse(call, call.args[0], "other", "w") if call.args else None
    if not isinstance(call.func, ast.Attribute):
        return None
    receiver = call.func.value
    if name in ("write_text", "write_bytes", "touch"):
        return PathUse(call, receiver, "method", "wb" if name == "write_bytes" else "w")
    if name in ("read_text", "read_bytes"):
        return PathUse(call, receiver, "method", "rb" if name == "read_bytes" else "r")
    if name == "mkdir":
        return PathUse(call, receiver, "folder", "w")
    if name == "open" and dotted(receiver) not in _OTHER_OPEN and not spreads(call):
        return PathUse(call, receiver, "method", _mode(call, 0))
    if name in _WRITERS and call.args:
        return PathUse(call, call.args[0], "other", "w")
    return None


def path_uses(statement: Statement) -> list[PathUse]:
    """The paths that the statement's own calls use, those at the carets where these name some."""
    return [use for call in calls(statement) if (use := path_use(call)) is not None]


def _value(call: ast.Call, name: str) -> ast.expr | None:
    keyword = keyword_of(call, name)
    return keyword.value if keyword is not None else None


def _mode(call: ast.Call, position: int) -> str | None:
    node = call.args[position] if len(call.args) > position else _value(call, "mode")
    return "r" if node is None else text_of(node)


def is_path_object(statement: Statement, node: ast.expr) -> bool | None:
    """Whether an expression is a `pathlib` object: true, false (a text), None where the code does not show it."""
    if isinstance(node, ast.Constant | ast.JoinedStr):
        return False
    if isinstance(node, ast.BinOp):
        if isinstance(node.op, ast.Div):
            return True
        return False if isinstance(node.op, ast.Add | ast.Mod) else None
    if isinstance(node, ast.Call):
        name = called(node)
        if name in (
            "Path",
            "PosixPath",
            "WindowsPath",
            "with_suffix",
            "with_name",
            "resolve",
            "absolute",
            "joinpath",
        ):
            return True
        return False if name in ("str", "fspath", "format") or (dotted(node.func) or "").endswith("path.join") else None
    if isinstance(node, ast.Attribute):
        return True if node.attr in ("parent",) else None
    if isinstance(node, ast.Name):
        found = assignment_before(statement, node.id)
        value = assigned_value(found) if found is not None else None
        if found is not None and value is not None and not isinstance(value, ast.Name):
            return is_path_object(found, value)
    return None

"""Which keys a dictionary has, as far as the file shows: its display, what is stored into it, JSON in a literal."""

from __future__ import annotations

import ast
import json
from typing import NamedTuple

from tracemend.fixes.toolkit.code import called, dotted, text_of
from tracemend.source.module import Module
from tracemend.source.reach import attribute_values, reach

_MOST = 500


class Key(NamedTuple):
    """One key. `node` is what gives it (None in JSON), `value` its value where `known`, `written` as the file's code
    would write it."""

    node: ast.expr | None
    known: bool
    value: object
    written: str


def keys_of(file: Module, node: ast.expr) -> list[Key]:
    """The keys of the dictionary that an expression is; empty where the file shows none of them.

    Others may be put in where the file does not show it: a key that is missing here may be there.
    """
    sources = attribute_values(file, node) if isinstance(node, ast.Attribute) else reach(file, node)
    found: list[Key] = []
    for source in sources or ():
        found += _of_display(file, source)
    name = dotted(node)
    for part in file.nodes if name is not None else ():
        if _is_stored(file, part) and isinstance(part, ast.Subscript) and dotted(part.value) == name:
            found.append(_key(file, part.slice))
    return found[:_MOST]


def _is_stored(file: Module, part: ast.AST) -> bool:
    """Whether `d[key] = ...` puts a key in: `d[key] += 1` does not."""
    if not isinstance(part, ast.Subscript) or not isinstance(part.ctx, ast.Store) or isinstance(part.slice, ast.Slice):
        return False
    return not isinstance(file.parents.get(id(part)), ast.AugAssign)


def _of_display(file: Module, node: ast.expr) -> list[Key]:
    if isinstance(node, ast.Dict):
        return [_key(file, key) for key in node.keys[:_MOST] if key is not None]
    if isinstance(node, ast.DictComp):
        return [_key(file, node.key)]
    if not isinstance(node, ast.Call):
        return []
    if called(node) == "dict" and not node.args:
        return [Key(None, True, one.arg, repr(one.arg)) for one in node.keywords if one.arg is not None]
    text = text_of(node.args[0]) if called(node) == "loads" and node.args else None
    try:
        value = json.loads(text) if text is not None else None
    except (ValueError, RecursionError):
        return []
    return [Key(None, True, one, json.dumps(one, ensure_ascii=False)) for one in value] if type(value) is dict else []


def _key(file: Module, node: ast.expr) -> Key:
    known, value = literal(node)
    return Key(node, known, value, file.text(node))


def literal(node: ast.expr) -> tuple[bool, object]:
    """Whether an expression is a literal, and its value."""
    try:
        return True, ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return False, None

"""Facts about keys of dictionaries: what is spelt nearly so. Only source is read."""

from __future__ import annotations

import ast
import re

from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import in_time, short
from tracemend.evidence.similar import closest
from tracemend.evidence.syntax import binding, call_of
from tracemend.source.place import Statement
from tracemend.source.statement import own_parts

_TEXT = 400_000
"""How many characters of a file are read for keys."""


def key_text(value: str | None) -> str | None:
    """The text of a key as a KeyError prints it (`'hots'`), or as a pattern without its quotes captured
    it."""
    if not value:
        return None
    if value[0] in "'\"":
        try:
            literal = ast.literal_eval(value)
        except (ValueError, SyntaxError):
            return None
        return literal if isinstance(literal, str) else None
    return value if not value[0].isdigit() and value[0] not in "(-bBuU[" else None


def _subscript(statement: Statement, key: str) -> ast.Subscript | None:
    """The subscript that raised: the caret's, else the one with that key, else the only one."""
    if isinstance(statement.expression, ast.Subscript):
        return statement.expression
    parts = [part for part in own_parts(statement.node) if isinstance(part, ast.Subscript)]
    same = [part for part in parts if isinstance(part.slice, ast.Constant) and part.slice.value == key]
    return same[0] if same else parts[0] if len(parts) == 1 else None


def _literal_keys(node: ast.expr | None) -> tuple[set[str], bool]:
    """The text keys of a dict display or `dict(...)`, and whether these are all that it has."""
    if isinstance(node, ast.Dict):
        keys = {key.value for key in node.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}
        return keys, all(isinstance(key, ast.Constant) for key in node.keys)
    call = call_of(node) if node is not None else None
    if call is not None and isinstance(call.func, ast.Name) and call.func.id == "dict":
        named = {one.arg for one in call.keywords if one.arg}
        return named, not call.args and len(named) == len(call.keywords)
    return set(), False


def _mapping(statement: Statement, node: ast.expr, depth: int = 0) -> ast.expr | None:
    """The expression that the object subscribed was made by, followed through names and constant keys."""
    if depth > 4:
        return None
    if isinstance(node, ast.Name):
        bound = binding(statement, node.id)
        return bound[0] if bound else None
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        outer = _mapping(statement, node.value, depth + 1)
        if isinstance(outer, ast.Dict):
            for key, value in zip(outer.keys, outer.values, strict=True):
                if isinstance(key, ast.Constant) and key.value == node.slice.value:
                    return value
    return node if isinstance(node, ast.Dict | ast.Call) else None


def similar_key(inquiry: Inquiry) -> Finding:
    statement = inquiry.place.statement if inquiry.place else None
    key = key_text(inquiry.value)
    if statement is None or key is None:
        return UNKNOWN
    subscript = _subscript(statement, key)
    if subscript is None:
        return UNKNOWN
    base = statement.text(subscript.value)
    keys, all_known = _literal_keys(_mapping(statement, subscript.value))
    in_time()
    quoted = re.compile(
        re.escape(base)
        + r"""(?:\[|\.get\(|\.setdefault\()[
        ]{0,9}(?:"([^"\\\n]{1,200})"|'([^'\\\n]{1,200})')"""
    )
    keys |= {match[1] or match[2] for match in quoted.finditer(statement.source.text, 0, _TEXT)}
    keys.discard(key)
    near = closest(key, keys)
    if near is not None:
        return Finding(True, f"{short(base)} has the key {short(near)}, not {short(key)}.", {"similar": near})
    if not all_known:
        return UNKNOWN
    return Finding(False, f"No key of {short(base)} is spelt like {short(key)}.")


FACTS = (
    Fact(
        "similar-key",
        "Has the dictionary a key of a similar spelling, as far as the file shows?",
        similar_key,
        ("key",),
        gives=("similar",),
        source_only=True,
    ),
)

"""Calls that hold a text against a regular expression which the file shows."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from tracemend import lazy
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.knowledge.hanging import quick
from tracemend.source.module import Module
from tracemend.source.reach import attribute_values, reach

_FLAGS = {name: getattr(re, name) for name in ("I", "M", "S", "X", "A", "U")} | {
    name: getattr(re, name) for name in ("IGNORECASE", "MULTILINE", "DOTALL", "VERBOSE", "ASCII", "UNICODE")
}
_FLAGS_AT = {"compile": 1, "split": 3, "sub": 4, "subn": 4}
_SPACES = lazy.regex(r"(\\.|\[\^?\]?(?:\\.|[^\]\\])*\])|\s+|#[^\n]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Matching:
    """A call of `match`, `search` or `fullmatch` with a pattern that the file shows; `text` is what it looks at."""

    call: ast.Call
    how: str
    pattern: re.Pattern[str]
    text: ast.expr


def _flags(node: ast.expr | None) -> re.RegexFlag | None:
    if node is None:
        return re.RegexFlag(0)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        left, right = _flags(node.left), _flags(node.right)
        return None if left is None or right is None else left | right
    return _FLAGS.get((dotted(node) or "").rpartition(".")[2])


def compiled(call: ast.Call) -> re.Pattern[str] | None:
    """The pattern that the first argument and the flags of a call make; None where it could take long to look for."""
    source = text_of(call.args[0]) if call.args else None
    at = _FLAGS_AT.get(called(call), 2)
    keyword = keyword_of(call, "flags")
    flags = _flags(call.args[at] if len(call.args) > at else keyword.value if keyword else None)
    if source is None or flags is None:
        return None
    plain = _SPACES.sub(lambda found: found[1] or "", source) if flags & re.VERBOSE else source
    if not quick(plain):
        return None
    try:
        return re.compile(source, flags)
    except (re.error, OverflowError, RecursionError):
        return None


def matching_of(file: Module, node: ast.expr) -> Matching | None:
    """A call, or what `:=` gets from one, as one that is held against a pattern; None where it is none, or the file
    does not show the pattern."""
    if isinstance(node, ast.NamedExpr):
        node = node.value
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return None
    if node.func.attr not in ("match", "search", "fullmatch"):
        return None
    if dotted(node.func.value) in ("re", "regex"):
        pattern = compiled(node)
        return Matching(node, node.func.attr, pattern, node.args[1]) if pattern and len(node.args) > 1 else None
    held = node.func.value
    made = attribute_values(file, held) if isinstance(held, ast.Attribute) else reach(file, held)
    source = made[0] if made and len(made) == 1 else None
    if not isinstance(source, ast.Call) or called(source) != "compile" or len(node.args) != 1:
        return None
    pattern = compiled(source)
    return Matching(node, node.func.attr, pattern, node.args[0]) if pattern else None

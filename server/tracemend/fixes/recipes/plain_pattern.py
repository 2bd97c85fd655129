"""`escape-text`: a text that is to be found as it stands, and is no regular expression.

- `re.escape(word)` for `word` where it is put into a pattern, or is all of it. Sure where the pattern's own parts are
  well without it and its name does not say that it is a pattern, or where the file shows its texts and none of them is
  written as one.
- A literal with one sign that means something to `re`, or of signs alone (`re.split("(", line)`): a backslash before
  each. Not sure for an opening bracket before letters, which may lack its partner. Not where it has a backslash.

Source: https://docs.python.org/3/library/re.html#re.escape
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted, text_of
from tracemend.fixes.toolkit.failing import failing
from tracemend.source.module import Module
from tracemend.source.reach import reach

_CALLS = ("compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")
_SPECIAL = frozenset("()[]{}*+?.|^$")
_WRITTEN = re.compile(r"\\|\.[*+]|\(\?|\[[^]]+\]|\w\|\w|\(.+\)[*+?]")
_NAMED = re.compile(r"pat|re\b|rex|regex|expr|rule|glob|mask", re.IGNORECASE)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = failing(request)
    if at is None or (request.report.exception or "").rpartition(".")[2] not in ("error", "PatternError"):
        return None
    found = [
        one
        for one in at.parts(ast.Call)
        if isinstance(one.func, ast.Attribute)
        and one.func.attr in _CALLS
        and dotted(one.func.value) == "re"
        and one.args
    ]
    if len(found) != 1:
        return None
    pattern = found[0].args[0]
    literal = text_of(pattern)
    if literal is not None:
        return _literal(at.file, pattern, literal)
    parts = list(_parts(pattern))
    dynamic = [part for part in parts if not isinstance(part, ast.Constant)]
    if len(dynamic) != 1 or not isinstance(dynamic[0], ast.Name | ast.Attribute | ast.Subscript):
        return None
    fixed = "".join("x" if part is dynamic[0] else text_of(part) or "" for part in parts)
    if not _is_well(fixed):
        return None
    node = dynamic[0]
    name = (dotted(node) or "").rpartition(".")[2]
    sources = reach(at.file, node) if isinstance(node, ast.Name) else None
    texts = [text_of(one) for one in sources or ()]
    shown = [text for text in texts if text is not None]
    if any(_WRITTEN.search(text) for text in shown):
        return None
    known = bool(shown) and len(shown) == len(texts)
    start, end = at.file.span(node)
    sure = not _NAMED.search(name) and (known or len(parts) > 1)
    return Mend((TextEdit(start, start, "re.escape("), TextEdit(end, end, ")")), sure=sure)


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    """What a pattern is put together of, in its order."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from _parts(node.left)
        yield from _parts(node.right)
    elif isinstance(node, ast.JoinedStr):
        for one in node.values:
            if isinstance(one, ast.FormattedValue) and one.conversion == -1 and one.format_spec is None:
                yield one.value
            else:
                yield one
    else:
        yield node


def _is_well(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return False
    return True


def _literal(file: Module, node: ast.expr, text: str) -> Mend | None:
    """The literal with a backslash before its signs, as a raw string."""
    signs = [letter for letter in text if letter in _SPECIAL]
    only_signs = not any(letter.isalnum() or letter.isspace() for letter in text)
    written = file.text(node)
    quoted = re.fullmatch(r"[rR]?(['\"])([^'\"\\\n]*)\1", written)
    if quoted is None or not signs or (len(signs) > 1 and not only_signs) or _is_well(text):
        return None
    escaped = "".join(f"\\{letter}" if letter in _SPECIAL else letter for letter in text)
    edit = TextEdit(*file.span(node), f"r{quoted[1]}{escaped}{quoted[1]}")
    return Mend((edit,), sure=only_signs or signs[0] not in "([{") if _is_well(escaped) else None


RECIPES = (
    Recipe(
        "escape-text",
        "Looks for a text as it stands: re.escape, or a backslash before its signs.",
        apply,
        unsure="It may be meant to be a pattern, with a mistake in it.",
    ),
)

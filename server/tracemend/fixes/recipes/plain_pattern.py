"""`escape-text`: a text that is to be found as it stands, and is no regular expression.

- `re.escape(word)` for `word` where it is put into a pattern, or is all of it. Sure where the pattern's own parts are
  well without it and its name does not say that it is a pattern, or where the file shows its texts and none of them is
  written as one.
- `map(re.escape, words)` for `words` in `"|".join(words)`, or `re.escape` in the expression that is joined for each.
  Sure where the file shows the texts and none is written as a pattern, or where they are called words, names, signs...
- A literal with one sign that means something to `re`, or of signs alone (`re.split("(", line)`): a backslash before
  each. Not sure for an opening bracket before letters, which may lack its partner. Not where it has a backslash.

Source: https://docs.python.org/3/library/re.html#re.escape
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, stands, text_of
from tracemend.fixes.toolkit.failing import failing
from tracemend.source.module import Module
from tracemend.source.reach import attribute_values, elements, reach

_CALLS = ("compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")
_SPECIAL = frozenset("()[]{}*+?.|^$")
_WRITTEN = lazy.regex(r"\\|\.[*+]|\(\?|\[[^]]+\]|\w\|\w|\(.+\)[*+?]")
_NAMED = lazy.regex(r"pat|re\b|rex|regex|expr|rule|glob|mask", re.IGNORECASE)
_PLAIN = lazy.regex(
    r"word|name|term|tag|token|emoji|emotic|smil|symbol|sep|delim|char|sign|label|title|phrase|text", re.I
)
_FOLDER = lazy.regex(r"[A-Za-z]:\\\w|\\\\\w")
_ORDERED = frozenset(("sorted", "list", "set", "tuple", "reversed", "frozenset", "fromkeys", "dict"))


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = failing(request)
    if at is None or (request.report.exception or "").rpartition(".")[2] not in ("error", "PatternError"):
        return None
    if any("template" in (frame.name or "") for frame in request.report.frames):
        return None  # what is put in is at fault
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
    if isinstance(pattern, ast.Name) and (bound := at.file.only_value(pattern.id, pattern)) is not None:
        pattern = bound[1] if any(_is_join(part) for part in _parts(bound[1])) else pattern
    parts = list(_parts(pattern))
    dynamic = [part for part in parts if not isinstance(part, ast.Constant)]
    if len(dynamic) != 1:
        return None
    joined = dynamic[0] if _is_join(dynamic[0]) else None
    if joined is None and not isinstance(dynamic[0], ast.Name | ast.Attribute | ast.Subscript):
        return None
    fixed = "".join("x" if part is dynamic[0] else text_of(part) or "" for part in parts)
    if not _is_well(fixed):
        return None
    if isinstance(joined, ast.Call):
        return _each(at.file, joined)
    node = dynamic[0]
    name = (dotted(node) or "").rpartition(".")[2]
    sources = reach(at.file, node) if isinstance(node, ast.Name) else None
    texts = [text_of(one) for one in sources or ()]
    shown = [text for text in texts if text is not None]
    if any(_WRITTEN.search(text) and not _FOLDER.match(text) for text in shown):
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


def _is_join(node: ast.expr) -> bool:
    """Whether it is `"|".join(...)`, with a text between that is well as a pattern."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or len(node.args) != 1:
        return False
    between = text_of(node.func.value)
    return node.func.attr == "join" and between is not None and not node.keywords and _is_well(f"x{between}x")


def _each(file: Module, call: ast.Call) -> Mend | None:
    """`re.escape` for each of the texts that are joined."""
    given: ast.expr = call.args[0]
    start, end = file.span(given)
    source, edits = given, (TextEdit(start, start, "map(re.escape, "), TextEdit(end, end, ")"))
    if isinstance(given, ast.GeneratorExp | ast.ListComp):
        if len(given.generators) != 1:
            return None
        one = _escaped(given)
        if one is None:
            return None
        start, end = file.span(one)
        source, edits = given.generators[0].iter, (TextEdit(start, start, "re.escape("), TextEdit(end, end, ")"))
        given = one
    elif any(isinstance(part, ast.Attribute) and part.attr == "escape" for part in ast.walk(given)):
        return None
    if not stands(file.statement(given), given):
        return None
    texts = _texts(file, source)
    if any(_WRITTEN.search(text) for text in texts or ()):
        return None
    names = [part.id if isinstance(part, ast.Name) else part.attr for part in ast.walk(source)
             if isinstance(part, ast.Name | ast.Attribute)]  # fmt: skip
    named = any(map(_NAMED.search, names))
    shown = texts is not None and not all(map(_is_well, texts))
    return Mend(edits, sure=not named and (shown or (texts is None and any(map(_PLAIN.search, names)))))


def _escaped(made: ast.GeneratorExp | ast.ListComp) -> ast.expr | None:
    """What each text is in the expression that a comprehension makes of it; None where it is not one place."""
    target = made.generators[0].target
    names = {part.id for part in ast.walk(target) if isinstance(part, ast.Name)}
    uses = [part for part in ast.walk(made.elt) if isinstance(part, ast.Name) and part.id in names]
    if len(uses) != 1 or any(isinstance(part, ast.Attribute) and part.attr == "escape" for part in ast.walk(made.elt)):
        return None
    if isinstance(made.elt, ast.Name | ast.Call | ast.Subscript):
        return made.elt
    parts = [part for part in _parts(made.elt) if not isinstance(part, ast.Constant)]
    return parts[0] if len(parts) == 1 and isinstance(made.elt, ast.JoinedStr | ast.BinOp) else None


def _texts(file: Module, node: ast.expr, depth: int = 5) -> list[str] | None:
    """The texts that an expression goes over, where the file shows all of them."""
    if depth <= 0:
        return None
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr == "keys" and not node.args:
            return _texts(file, node.func.value, depth - 1)
        if isinstance(node.func, ast.Attribute) and node.func.attr == "split" and not node.args:
            text = text_of(node.func.value)
            return text.split() if text is not None else None
        return _texts(file, node.args[0], depth - 1) if called(node) in _ORDERED and node.args else None
    items = [*node.keys] if isinstance(node, ast.Dict) else elements(node)
    if items is not None:
        found = [text_of(item) for item in items]
        return None if None in found or not found else [text for text in found if text is not None]
    sources = attribute_values(file, node) if isinstance(node, ast.Attribute) else reach(file, node)
    if sources is None or len(sources) != 1 or sources[0] is node:
        return None
    return _texts(file, sources[0], depth - 1)


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

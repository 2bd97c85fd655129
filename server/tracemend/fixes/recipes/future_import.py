"""Imports of `__future__` that the compiler refuses.

`future-first`: those that stand too late go under the file's docstring and the ones that stand there already.
Does not apply to one that shares its lines.
`future-name`: a misspelt feature gets the name of the one feature that is like it.

Source: "Future statements" in Python's language reference; CPython's future.c.
"""

from __future__ import annotations
import __future__

import ast
import difflib
import re

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.compiling import MAX_TEXT, proven
from tracemend.source.statement import parse_kept

_LIKE = 0.8


def _is_future(node: ast.AST) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__" and not node.level


def first(request: Request) -> Mend | None:
    """The recipe `future-first`."""
    source, line = request.place.source, request.place.line
    tree = parse_kept(source.text) if source is not None and len(source.text) <= MAX_TEXT else None
    if source is None or line is None or tree is None or not tree.body:
        return None
    begun = 1 if ast.get_docstring(tree, clean=False) is not None else 0
    while begun < len(tree.body) and _is_future(tree.body[begun]):
        begun += 1
    if begun >= len(tree.body):
        return None
    top = tree.body[begun]
    late = [
        node for node in ast.walk(tree) if isinstance(node, ast.stmt) and _is_future(node) and node.lineno > top.lineno
    ]
    if not any(node.lineno == line for node in late):
        return None
    begins = min([top.lineno, *(decorator.lineno for decorator in getattr(top, "decorator_list", []))])
    if begun and tree.body[begun - 1].end_lineno == begins:
        return None
    edits, moved = [], ""
    for node in late:
        last = node.end_lineno or node.lineno
        lines = [source.line(number) for number in range(node.lineno, last + 1)]
        if not re.match(r"[ \t]*from\b", lines[0]) or any(";" in text.partition("#")[0] for text in lines):
            return None
        moved += source.newline.join([lines[0].lstrip(), *lines[1:]]) + source.newline
        start, end = source.offset(node.lineno, 0), source.offset(last + 1, 0)
        edits.append(TextEdit(start, end, ""))
    at = source.offset(begins, 0)
    return proven(source, [TextEdit(at, at, moved), *edits])


def name(request: Request) -> Mend | None:
    """The recipe `future-name`."""
    source, line = request.place.source, request.place.line
    named = re.search(r"future feature (\w+) is not defined", request.report.message)
    if source is None or line is None or named is None:
        return None
    like = difflib.get_close_matches(named[1], __future__.all_feature_names, 2, _LIKE)
    begin = source.offset(line, 0)
    found = list(re.finditer(rf"(?<!\w){re.escape(named[1])}(?!\w)", source.line(line).partition("#")[0]))
    if len(like) != 1 or len(found) != 1:
        return None
    return proven(source, [TextEdit(begin + found[0].start(), begin + found[0].end(), like[0])])


RECIPES = (
    Recipe("future-first", "Moves imports of __future__ to the file's beginning.", first, needs_statement=False),
    Recipe("future-name", "Corrects the name of a feature of __future__.", name, needs_statement=False),
)

"""`constant-name`: `True`, `False` and `None` for the words that other languages have.

`true`, `false`, `null`, `nil` and `undefined` where the file gives none of them a value; all of them are changed, since
each would fail. Source: https://docs.python.org/3/library/constants.html
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.undefined import missing
from tracemend.source.module import whole

_CONSTANTS = {
    "true": "True", "TRUE": "True", "false": "False", "FALSE": "False", "null": "None", "NULL": "None", "none": "None",
    "nil": "None", "undefined": "None", "Null": "None",
}  # fmt: skip


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, name = request.place.source, request.values.get("name")
    file = whole(source) if source is not None else None
    if file is None or name not in _CONSTANTS:
        return None
    found = missing(file, file.tree)
    if name not in found:
        return None
    edits: list[TextEdit] = []
    for word, constant in _CONSTANTS.items():
        for node in found.get(word, ()):
            start, end = file.span(node)
            outer = file.parents.get(id(node))
            if file.source.text[start:end] != word or (isinstance(outer, ast.Call) and outer.func is node):
                return None
            edits.append(TextEdit(start, end, constant))
    return Mend(tuple(edits))


RECIPES = (Recipe("constant-name", "Writes Python's True, False and None.", apply),)

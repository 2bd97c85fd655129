"""`loop-element`: in a loop over a list, the item is asked where the list was: `rows.find("td")` in `for row in rows`
becomes `row.find("td")`, and `rows["name"]` becomes `row["name"]`.

Sure where it is a list, or another thing whose loop gives its items (not a dictionary, whose loop gives keys). Does not
touch what the loop itself goes over, a slice of it, or an index that is a number.

Source: https://docs.python.org/3/reference/compound_stmts.html#the-for-statement
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import expressions
from tracemend.fixes.toolkit.names import is_name

_OF_ITEMS = lazy.regex(
    r"'(?:list|tuple|set|frozenset|(?:collections\.)?deque)' object|ResultSet object|^(?:list|tuple) ind"
)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement = request.place.statement
    wrong, to = request.arguments.get("from"), request.arguments.get("to")
    if statement is None or not isinstance(wrong, str) or not isinstance(to, str) or not is_name(to):
        return None
    attribute = request.values.get("attribute")
    edits: list[TextEdit] = []
    for part in expressions(statement):
        if isinstance(part, ast.Attribute) and attribute is not None and part.attr == attribute:
            asked: ast.expr = part.value
        elif isinstance(part, ast.Subscript) and attribute is None and _is_key(part.slice):
            asked = part.value
        else:
            continue
        if isinstance(asked, ast.Name) and asked.id == wrong:
            edits.append(TextEdit(*statement.span(asked), to))
    sure = _OF_ITEMS.search(request.report.first_line) is not None
    return Mend(tuple(edits), sure=sure) if edits else None


def _is_key(index: ast.expr) -> bool:
    return isinstance(index, ast.Constant) and isinstance(index.value, str)


RECIPES = (
    Recipe(
        "loop-element",
        "Asks the item of a loop where the list that it goes over was asked.",
        apply,
        {"from": "the list's name", "to": "the item's name"},
        unsure="A loop over a dictionary gives its keys.",
    ),
)

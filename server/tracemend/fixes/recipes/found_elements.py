"""`find-one`: `find` for `find_all`, where the list of elements is used as one element.

`select` becomes `select_one`, `findAll` `find`. Not where the list is used as one elsewhere (a loop, an index, its
length), nor with `limit`, which `find` does not take; not sure where the name that it has is a plural.

Source: https://www.crummy.com/software/BeautifulSoup/bs4/doc/#find
"""

from __future__ import annotations

import ast
import re

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, keyword_of, spreads
from tracemend.fixes.toolkit.failing import failing
from tracemend.source.module import Module
from tracemend.source.reach import reach

_ONE = {
    "find_all": "find",
    "findAll": "find",
    "select": "select_one",
    "find_next_siblings": "find_next_sibling",
    "find_previous_siblings": "find_previous_sibling",
    "find_parents": "find_parent",
    "find_all_next": "find_next",
    "find_all_previous": "find_previous",
}
_LIST = re.compile(r"ResultSet object has no attribute [\"'](\w+)")
_INDEX = "list indices must be integers or slices, not str"


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at, message = failing(request), request.report.first_line
    attribute = _LIST.match(message)
    if at is None or not (attribute or message == _INDEX):
        return None
    found: dict[int, tuple[ast.Call, ast.expr]] = {}
    uses: list[ast.expr] = [part.value for part in at.parts(ast.Attribute) if attribute and part.attr == attribute[1]]
    uses += [part.value for part in at.parts(ast.Subscript) if not attribute]
    for node in uses:
        for source in reach(at.file, node) or ():
            if isinstance(source, ast.Call) and isinstance(source.func, ast.Attribute) and called(source) in _ONE:
                found[id(source)] = source, node
    if len(found) != 1:
        return None
    call, node = next(iter(found.values()))
    if keyword_of(call, "limit") or spreads(call) or len(call.args) > 2:
        return None
    if isinstance(node, ast.Name) and _used_as_list(at.file, node):
        return None
    end = at.file.span(call.func)[1]
    name = called(call)
    plural = isinstance(node, ast.Name) and node.id.endswith("s") and not node.id.endswith("ss")
    return Mend((TextEdit(end - len(name), end, _ONE[name]),), sure=not plural)


def _used_as_list(file: Module, node: ast.Name) -> bool:
    """Whether a use of the name needs a list: a loop, a number in brackets, a function that goes through it."""
    scope = file.scope_of(node.id, node)
    for use in file.uses(node.id, scope) if scope is not None else ():
        outer = file.parents.get(id(use))
        if isinstance(outer, ast.For | ast.comprehension) and outer.iter is use:
            return True
        index = outer.slice if isinstance(outer, ast.Subscript) else None
        numbered = isinstance(index, ast.Constant | ast.Slice | ast.UnaryOp)
        if numbered and not isinstance(getattr(index, "value", None), str):
            return True
        if isinstance(outer, ast.Call) and use in outer.args:
            return True
    return False


RECIPES = (
    Recipe(
        "find-one",
        "Looks for one element where a list of them is used as one.",
        apply,
        unsure="The name says that several are meant: then a loop over them is wanted.",
    ),
)

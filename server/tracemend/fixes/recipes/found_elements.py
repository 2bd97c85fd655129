"""`find-one`: `find` for `find_all`, where the list of elements is used as one element.

`select` becomes `select_one`, `findAll` `find`. Not where the list is used as one elsewhere (a loop, an index, its
length, what a function gives back), nor with `limit`, which `find` does not take; not sure where the name that it has
is a plural, another function made it, or the file does not show that it is Beautiful Soup's.

Source: https://www.crummy.com/software/BeautifulSoup/bs4/doc/#find
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, spreads
from tracemend.fixes.toolkit.failing import failing, scope_at
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
_LIST = lazy.regex(r"ResultSet object has no attribute [\"'](\w+)")
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
    index = _index(at.file, node)
    text_index = ast.unparse(index) if index is not None else None
    if any(_used_as_list(at.file, use, text_index) for use in _uses(at.file, call, node)):
        return None
    end = at.file.span(call.func)[1]
    name = called(call)
    written = (dotted(node) or "").rpartition(".")[2]
    plural = written.endswith("s") and not written.endswith("ss")
    here = scope_at(at.file, call) is scope_at(at.file, node)
    known = attribute is not None or re.search(r"\bbs4\b|BeautifulSoup", at.file.source.text) is not None
    return Mend((TextEdit(end - len(name), end, _ONE[name]),), sure=not plural and here and known)


def _uses(file: Module, call: ast.Call, node: ast.expr) -> list[ast.expr]:
    """All uses of the names and attributes that the list has where it is made and where it is used as one element."""
    outer = file.parents.get(id(call))
    targets = outer.targets if isinstance(outer, ast.Assign) else []
    found: list[ast.expr] = []
    for one in (*targets, node):
        if isinstance(one, ast.Name) and (scope := file.scope_of(one.id, one)) is not None:
            found += file.uses(one.id, scope)
        elif isinstance(one, ast.Attribute):
            found += [part for part in file.nodes if isinstance(part, ast.Attribute) and part.attr == one.attr]
    return found


def _index(file: Module, node: ast.expr) -> ast.expr | None:
    """What stands in the brackets behind an expression, if brackets do."""
    outer = file.parents.get(id(node))
    return outer.slice if isinstance(outer, ast.Subscript) and outer.value is node else None


def _used_as_list(file: Module, use: ast.expr, text_index: str | None) -> bool:
    """Whether a use needs a list: a loop, brackets with anything but a text (a literal, or the name `text_index`), a
    function that it is given to, what a function gives back."""
    outer, index = file.parents.get(id(use)), _index(file, use)
    if isinstance(outer, ast.For | ast.AsyncFor | ast.comprehension):
        return outer.iter is use
    if index is not None:
        is_text = isinstance(index, ast.Constant) and isinstance(index.value, str)
        return not is_text and ast.unparse(index) != text_index
    if isinstance(outer, ast.Call):
        return use in outer.args
    if isinstance(outer, ast.Compare):
        return use in outer.comparators and any(isinstance(one, ast.In | ast.NotIn) for one in outer.ops)
    return isinstance(outer, ast.Return | ast.Starred | ast.YieldFrom | ast.keyword)


RECIPES = (
    Recipe(
        "find-one",
        "Looks for one element where a list of them is used as one.",
        apply,
        unsure="Several may be meant: then a loop over them is wanted.",
    ),
)

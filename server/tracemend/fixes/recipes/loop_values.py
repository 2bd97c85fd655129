"""`loop-values`: a loop goes over a dictionary's keys where its values, or the list in it, are meant.

`for film in films: film["title"]` becomes `for film in films.values():` where the JSON data that the file names hold
a dictionary of dictionaries with that key; `for item in page:` becomes `for item in page["items"]:` where a display of
the file, or its data, show one list of dictionaries beside the key that the program reads of the page. Does not apply
where neither is seen, or several lists are.

Source: https://docs.python.org/3/library/stdtypes.html#dict.values
"""

from __future__ import annotations

import ast
import json

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import POSTFIXED, called, text_of
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.fixes.toolkit.outside import data_texts
from tracemend.source.module import Module
from tracemend.source.scopes import COMPREHENSIONS

_LOOPS = (ast.For, ast.AsyncFor)
_LIST_MAKERS = ("list", "sorted", "fetchall", "all")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = failing(request)
    message = request.report.first_line
    if at is None or not (
        message.startswith("string indices must be") or "'str' object does not support item" in message
    ):
        return None
    found: dict[int, tuple[ast.expr, str]] = {}
    for part in at.parts(ast.Subscript) or at.every(ast.Subscript):
        key = text_of(part.slice)
        over = _iterated(at, part.value) if isinstance(part.value, ast.Name) and key is not None else None
        if over is not None and key is not None:
            found[id(over)] = (over, key)
    if len(found) != 1:
        return None
    over, key = next(iter(found.values()))
    if not isinstance(over, POSTFIXED) or (isinstance(over, ast.Call) and called(over) in ("values", "keys", "items")):
        return None
    if isinstance(over, ast.Subscript) and text_of(over.slice) is not None:
        return None  # a part of the page is meant already; which one the loop needs is not seen
    ending = _ending(at.file, over, key, request)
    end = at.file.span(over)[1]
    return Mend((TextEdit(end, end, ending),)) if ending is not None else None


def _iterated(at: Failing, name: ast.Name) -> ast.expr | None:
    """What the loop or comprehension around goes over that gives the name its value."""
    for outer in at.file.around(name):
        if isinstance(outer, _LOOPS) and isinstance(outer.target, ast.Name) and outer.target.id == name.id:
            return outer.iter
        if isinstance(outer, COMPREHENSIONS):
            for part in outer.generators:
                if isinstance(part.target, ast.Name) and part.target.id == name.id:
                    return part.iter
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            return None
    return None


def _ending(file: Module, over: ast.expr, key: str, request: Request) -> str | None:
    """What is put behind the name of the dictionary; None where the file and its data do not show it, or show two."""
    known = _read_of(file, over)
    endings = set()
    for value in _dictionaries(file, request):
        if value and all(isinstance(one, dict) and (key in one) for one in value.values()):
            endings.add(".values()")
            continue
        if known and not known <= set(value):
            continue
        lists = [name for name, one in value.items() if one is _LIST or _is_list_with(one, key)]
        if len(lists) == 1:
            endings.add(f"[{json.dumps(lists[0], ensure_ascii=False)}]")
        elif lists:
            return None
    if not endings and _is_asked_values(file, over):
        return ".values()"
    return endings.pop() if len(endings) == 1 else None


_LIST = object()
"""Stands for a list whose items the code does not show."""


def _is_list_with(value: object, key: str) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) and key in one for one in value)


def _read_of(file: Module, over: ast.expr) -> set[str]:
    """The keys that the program reads of the same name in the same scope."""
    scope = file.scope_of(over.id, over) if isinstance(over, ast.Name) else None
    if scope is None or not isinstance(over, ast.Name):
        return set()
    around = [file.parents.get(id(use)) for use in file.uses(over.id, scope)]
    return {key for one in around if isinstance(one, ast.Subscript) and (key := text_of(one.slice)) is not None}


def _dictionaries(file: Module, request: Request) -> list[dict[str, object]]:
    """The dictionaries of the data that the file names, and those that are written out in it."""
    found: list[dict[str, object]] = []
    for text in data_texts(file, request):
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict):
            found.append(value)
    for part in file.nodes:
        if isinstance(part, ast.Dict) and len(part.keys) > 1 and all(text_of(one) is not None for one in part.keys):
            found.append({text_of(k) or "": _shown(v) for k, v in zip(part.keys, part.values, strict=True)})
    return found


def _shown(node: ast.expr) -> object:
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, MemoryError, RecursionError, SyntaxError):
        pass
    if isinstance(node, ast.ListComp | ast.List) or (
        isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice)
    ):
        return _LIST
    return _LIST if isinstance(node, ast.Call) and called(node) in _LIST_MAKERS else None


def _is_asked_values(file: Module, over: ast.expr) -> bool:
    """Whether the program goes over the values of the same variable elsewhere."""
    if not isinstance(over, ast.Name) or (scope := file.scope_of(over.id, over)) is None:
        return False
    around = [file.parents.get(id(use)) for use in file.uses(over.id, scope)]
    return any(isinstance(one, ast.Attribute) and one.attr in ("values", "items") for one in around)


RECIPES = (Recipe("loop-values", "Goes over the values of the dictionary, or the list in it.", apply),)

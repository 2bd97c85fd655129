"""`part-items`: the comma between two items that Python took for a call or an index.

`("b", 2)` above `("c", 3)` calls the first; `[1, 2]` above `[3, 4]` takes an item of the first. A comma goes behind the
first, and behind every other one of the statement that is taken so.

Applies inside a display or the arguments of a call, where the one in front is a display or a constant, or where a line
ends between the two (then it may be a name: `origin` above `(1, 2)`). Not sure for a text in the same line as the
parentheses behind it, but in `print`, where it has words: another sign may be missing; nor for several where one is a
name. Does not apply to a template (`"%s" (name)`) and a number in the same line.

Sources: CPython's Python/compile.c (`check_caller`, `check_index`), which warns of the same,
https://docs.python.org/3/reference/expressions.html#calls
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, spreads
from tracemend.fixes.toolkit.failing import Failing, told
from tracemend.source.module import Module

_TOLD = lazy.regex(
    r"'[\w.]+' object is not (?:callable|subscriptable)|(?:list|tuple|string|byte) indices must be integers"
)
_DISPLAYS = (ast.List, ast.Tuple, ast.Set, ast.Dict, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_TEMPLATE = lazy.regex(r"%[-+ 0#\d.*]*[a-zA-Z(]|\{")
_KINDS: dict[str, tuple[type[ast.AST], ...]] = {
    "list": (ast.List, ast.ListComp),
    "tuple": (ast.Tuple,),
    "set": (ast.Set, ast.SetComp),
    "dict": (ast.Dict, ast.DictComp),
}
_VALUES: dict[str, type] = {"str": str, "string": str, "int": int, "float": float, "bytes": bytes, "byte": bytes}
_NAMED = lazy.regex(r"'([\w.]+)' object|^(\w+) indices")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = told(request, _TOLD)
    if at is None:
        return None
    found = list(_joined(at))
    named = _NAMED.search(request.report.first_line)
    kind = (named[1] or named[2]) if named is not None else ""
    if not any(_is_of(front, kind) for front, _ in found):
        return None
    text, edits = at.file.source.text, {}
    for front, _ in found:
        end = at.file.span(front)[1]
        edits[end] = TextEdit(end, end, ", " if text[end : end + 1] in ("(", "[") else ",")
    named_ones = [front for front, _ in found if isinstance(front, ast.Name | ast.Attribute)]
    return Mend(tuple(edits.values()), sure=all(sure for _, sure in found) and (len(found) == 1 or not named_ones))


def _joined(at: Failing) -> Iterator[tuple[ast.expr, bool]]:
    """What is called or indexed though it is an item, and whether nothing but a comma can be meant."""
    for outer in at.every(ast.expr):
        items = outer.args if isinstance(outer, ast.Call) else getattr(outer, "elts", [])
        for item in items:
            chain: list[tuple[ast.expr, bool]] = []
            part = item
            while (front := _front(part)) is not None:
                sure = _parted(at.file, part, front, outer)
                if sure is None:
                    break
                chain.append((front, sure))
                part = front
            yield from chain


def _front(node: ast.expr) -> ast.expr | None:
    """What stands in front of the parentheses or brackets."""
    if isinstance(node, ast.Call) and not node.keywords and not spreads(node) and node.args:
        return node.func
    if isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Slice):
        return node.value
    return None


def _parted(file: Module, node: ast.expr, front: ast.expr, outer: ast.expr) -> bool | None:
    """Whether a comma must be meant between the two; None where it is none."""
    start, end = file.span(front)[1], file.span(node)[1]
    between = re.match(r"(?:\s|#[^\n]*\n)*", file.source.text[start:end])
    gap = between[0] if between is not None else ""
    if file.source.text[start + len(gap) : start + len(gap) + 1] not in ("(", "["):
        return None  # parentheses around what is in front
    if "\n" in gap:
        return True
    inner = front
    while (further := _front(inner)) is not None and not isinstance(inner, ast.Name):
        inner = further
    if isinstance(inner, _DISPLAYS):
        whole = isinstance(node, ast.Call) or isinstance(
            node.slice if isinstance(node, ast.Subscript) else None, ast.Tuple
        )
        return True if whole else None
    value = inner.value if isinstance(inner, ast.Constant) else None
    if not isinstance(value, str) or not isinstance(node, ast.Call) or _TEMPLATE.search(value):
        return None
    times = not re.search(r"\w", value) and all(isinstance(one, ast.Constant) for one in node.args)
    return isinstance(outer, ast.Call) and called(outer) == "print" and not times


def _is_of(node: ast.expr, kind: str) -> bool:
    """Whether an expression is of the type that the message names, as far as it shows it."""
    if isinstance(node, ast.Constant):
        return type(node.value) is _VALUES.get(kind)
    kinds = tuple(one for kinds in _KINDS.values() for one in kinds)
    return isinstance(node, _KINDS[kind]) if kind in _KINDS and isinstance(node, kinds) else not isinstance(node, kinds)


RECIPES = (
    Recipe(
        "part-items",
        "Puts the comma between two items that were taken for a call or an index.",
        apply,
        unsure="Another sign than a comma may be missing.",
    ),
)

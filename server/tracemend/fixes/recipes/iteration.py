"""`iterate-copy`, `loop-items`, `split-once`: what a loop or an unpacking goes over.

- `iterate-copy`: a dictionary or set that the loop's body changes is gone over as a list.
- `loop-items`: two names in a loop over a dictionary need `.items()`.
- `split-once`: two names for `line.split("=")` that gave more: `split("=", 1)`.

Sources: https://docs.python.org/3/tutorial/datastructures.html#looping-techniques,
https://docs.python.org/3/library/stdtypes.html#str.split
"""

from __future__ import annotations

import ast
import re

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.fixes.toolkit.displays import wrap
from tracemend.fixes.toolkit.reach import reach
from tracemend.source.module import whole
from tracemend.source.statement import own_parts

_CHANGED = re.compile(
    r"(?:dictionary|Set|set|OrderedDict|deque)\b.*(?:changed size|keys changed|mutated) during iteration"
)
_UNPACK = re.compile(r"(?:too many|not enough) values to unpack \(expected (\d+)|cannot unpack non-iterable")
_CHANGERS = ("pop", "popitem", "update", "setdefault", "clear", "add", "remove", "discard", "append")


def iterate_copy(request: Request) -> Mend | None:
    """The recipe for a loop that changes what it goes over."""
    statement = request.place.statement
    file = whole(statement.source) if statement is not None and _CHANGED.search(request.report.first_line) else None
    node = file.same(statement, statement.node) if statement is not None and file is not None else None
    if file is None or not isinstance(node, ast.For):
        return None
    name = node.iter
    if (
        isinstance(name, ast.Call)
        and called(name) in ("items", "keys", "values")
        and isinstance(name.func, ast.Attribute)
    ):
        name = name.func.value
    whole_name = dotted(name)
    if whole_name is None:
        return None
    return Mend(tuple(wrap(file, node.iter, "list")), sure=any(_changes(one, whole_name) for one in ast.walk(node)))


def _changes(node: ast.AST, name: str) -> bool:
    if isinstance(node, ast.Subscript):
        return not isinstance(node.ctx, ast.Load) and dotted(node.value) == name
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in _CHANGERS
        and dotted(node.func.value) == name
    )


def loop_items(request: Request) -> Mend | None:
    """The recipe for a dictionary in a loop with two names."""
    statement = request.place.statement
    file = whole(statement.source) if statement is not None and _UNPACK.search(request.report.first_line) else None
    node = file.same(statement, statement.node) if statement is not None and file is not None else None
    if file is None or not isinstance(node, ast.For) or not isinstance(node.target, ast.Tuple):
        return None
    sources = reach(file, node.iter) if isinstance(node.iter, ast.Name) else None
    if len(node.target.elts) != 2 or not sources or not all(_is_dictionary(one) for one in sources):
        return None
    end = file.span(node.iter)[1]
    return Mend((TextEdit(end, end, ".items()"),))


def _is_dictionary(node: ast.expr) -> bool:
    return isinstance(node, ast.Dict | ast.DictComp) or (
        isinstance(node, ast.Call) and called(node) in ("dict", "defaultdict", "Counter", "OrderedDict")
    )


def split_once(request: Request) -> Mend | None:
    """The recipe for a text that is split too often."""
    statement = request.place.statement
    found = re.search(r"too many values to unpack \(expected (\d+)", request.report.first_line)
    file = whole(statement.source) if statement is not None and found is not None else None
    if statement is None or file is None or found is None:
        return None
    parts = [
        part for part in own_parts(statement.node) if isinstance(part, ast.Call) and called(part) in ("split", "rsplit")
    ]
    same = file.same(statement, parts[0]) if len(parts) == 1 else None
    if (
        not isinstance(same, ast.Call)
        or len(same.args) != 1
        or keyword_of(same, "maxsplit")
        or text_of(same.args[0]) is None
    ):
        return None
    if not isinstance(file.parents.get(id(same)), ast.Assign):
        return None
    end = file.span(same.args[0])[1]
    return Mend((TextEdit(end, end, f", {int(found[1]) - 1}"),), sure=found[1] == "2" and text_of(same.args[0]) != ",")


RECIPES = (
    Recipe(
        "iterate-copy",
        "Goes over a list of what the loop changes.",
        iterate_copy,
        unsure="The loop does not change it itself; what is changed while it runs may be meant to be seen.",
    ),
    Recipe("loop-items", "Goes over keys and values of the dictionary.", loop_items),
    Recipe(
        "split-once",
        "Splits only as often as there are names.",
        split_once,
        unsure="More parts than two were expected, so the separator may stand in more than one of them.",
    ),
)

"""`iterate-copy`, `loop-items`, `loop-enumerate`, `split-once`, `split-input`: what a loop or an unpacking goes over.

- `iterate-copy`: a dictionary or set that the loop's body changes is gone over as a list.
- `loop-items`: two names in a loop over a dictionary need `.items()`.
- `loop-enumerate`: a counter and an item need `enumerate(...)`; the first name has to be a counter's.
- `split-input`: `a, b = map(int, input())` needs `.split()` where a blank was typed between.
- `split-once`: two names for `line.split("=")` that gave more: `split("=", 1)`. Sure where the second is for all that
  follows; not where a record may have a further field, or a number is made of the second.

Sources: https://docs.python.org/3/tutorial/datastructures.html#looping-techniques,
https://docs.python.org/3/library/stdtypes.html#str.split
"""

from __future__ import annotations

import ast
import itertools
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.fixes.toolkit.displays import wrap
from tracemend.fixes.toolkit.failing import failing, told
from tracemend.source.module import Module, whole
from tracemend.source.reach import attribute_values, reach
from tracemend.source.statement import own_parts

_CHANGED = lazy.regex(
    r"(?:dictionary|Set|set|OrderedDict|deque)\b.*(?:changed size|keys changed|mutated) during iteration"
)
_UNPACK = lazy.regex(
    r"(?:too many|not enough) values to unpack \(expected (\d+)|cannot unpack non-iterable"
    r"|Unpacking a dictionary in iteration"
)
_CHANGERS = ("pop", "popitem", "update", "setdefault", "clear", "add", "remove", "discard", "append")


def iterate_copy(request: Request) -> Mend | None:
    """The recipe for a loop that changes what it goes over."""
    at = told(request, _CHANGED)
    if at is None or not isinstance(at.node, ast.For):
        return None
    file, node = at.file, at.node
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
    changes = [one for one in ast.walk(node) if _changes(one, whole_name)]
    more = any(_adds(one) and _deep(file, one, node) for one in changes)
    return Mend(tuple(wrap(file, node.iter, "list")), sure=bool(changes) and not more)


def _adds(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and called(node) in ("add", "append", "update")


def _deep(file: Module, node: ast.AST, loop: ast.For) -> bool:
    """Whether a loop in the loop does it: what is found there may be meant to be gone over as well."""
    inside = list(itertools.takewhile(lambda one: one is not loop, file.around(node)))
    return any(isinstance(one, ast.For | ast.While) for one in inside)


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
    found = _pairs(request)
    if found is None:
        return None
    file, loops = found
    fitting = [over for over, _ in loops if _is_dictionary(file, over)]
    if len(fitting) != 1:
        return None
    end = file.span(fitting[0])[1]
    return Mend((TextEdit(end, end, ".items()"),))


def loop_enumerate(request: Request) -> Mend | None:
    """The recipe for a loop that counts its items."""
    found = _pairs(request)
    if found is None:
        return None
    file, loops = found
    fitting = [
        over
        for over, target in loops
        if isinstance(first := target.elts[0], ast.Name)
        and _COUNTER.fullmatch(first.id)
        and not _is_dictionary(file, over)
        and not (isinstance(over, ast.Call) and called(over) in ("enumerate", "zip", "items"))
    ]
    if len(fitting) != 1:
        return None
    start, end = file.span(fitting[0])
    if isinstance(fitting[0], ast.Tuple) and file.source.text[start] != "(":
        return Mend((TextEdit(start, start, "enumerate(("), TextEdit(end, end, "))")))
    return Mend(tuple(wrap(file, fitting[0], "enumerate")))


_COUNTER = lazy.regex(
    r"i|j|ix|idx|index|pos|position|num|number|nr|no|count|counter|line_?no|\w+_(?:index|number|idx|i|no)"
)


def _pairs(request: Request) -> tuple[Module, list[tuple[ast.expr, ast.Tuple]]] | None:
    """The file, and what the statement's loops with two names go over."""
    at = failing(request) if _UNPACK.search(request.report.first_line) else None
    if at is None:
        return None
    node, loops = at.node, []
    if isinstance(node, ast.For | ast.AsyncFor):
        loops.append((node.iter, node.target))
    for part in at.every(ast.expr):
        if isinstance(part, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            loops += [(one.iter, one.target) for one in part.generators]
    return at.file, [
        (over, target) for over, target in loops if isinstance(target, ast.Tuple) and len(target.elts) == 2
    ]


def _is_dictionary(file: Module, node: ast.expr) -> bool:
    """Whether the file shows that what is gone over is a dictionary."""
    sources = attribute_values(file, node) if isinstance(node, ast.Attribute) else reach(file, node)
    if any(_has_pairs(file, node, one) for one in sources or ()):
        return False
    return bool(sources) and all(
        isinstance(one, ast.Dict | ast.DictComp)
        or (isinstance(one, ast.Call) and called(one) in ("dict", "defaultdict", "Counter", "OrderedDict"))
        for one in sources or ()
    )


def _has_pairs(file: Module, node: ast.expr, made: ast.expr) -> bool:
    """Whether keys of a dictionary are pairs themselves, which two names may be meant for."""
    keys: list[ast.expr | None] = list(made.keys) if isinstance(made, ast.Dict) else []
    keys += [made.key] if isinstance(made, ast.DictComp) else []
    name = dotted(node)
    for one in file.nodes:
        if isinstance(one, ast.Subscript) and isinstance(one.ctx, ast.Store) and dotted(one.value) == name:
            keys.append(one.slice)
    return any(isinstance(key, ast.Tuple) for key in keys)


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
    outer = file.parents.get(id(same))
    if not isinstance(outer, ast.Assign):
        return None
    end = file.span(same.args[0])[1]
    sure = found[1] == "2" and called(same) == "split" and _has_rest(file, outer, text_of(same.args[0]) or "")
    return Mend((TextEdit(end, end, f", {int(found[1]) - 1}"),), sure=sure)


_REST = lazy.regex(
    r"(?:\w+_)?(?:rest|remainder|args|arguments?|text|message|msg|body|content|description|comment|note|title|value|val|v|"
    r"path|url|payload|answer|definition|translation|line|query|quote|line|tail|params?)",
    re.IGNORECASE,
)
"""Names of what may hold anything, the separator too."""


def _has_rest(file: Module, node: ast.Assign, separator: str) -> bool:
    """Whether the second name is for all that follows: of `key=value`, of `name: text`, or by its name where blanks
    part them. Not where the file makes a number of it, nor for separators that part the fields of a record."""
    target = node.targets[0]
    last = target.elts[-1] if isinstance(target, ast.Tuple | ast.List) and len(target.elts) == 2 else None
    if not isinstance(last, ast.Name) or separator.strip() in (",", ";", "|", ".", "/") or separator == "\t":
        return False
    scope = file.scope_of(last.id, last)
    for use in file.uses(last.id, scope) if scope is not None else ():
        outer = file.parents.get(id(use))
        if isinstance(outer, ast.Call) and called(outer) in ("int", "float", "Decimal") and use in outer.args:
            return False
    if separator.strip() in ("=", "=>", "->") or (separator.strip() == ":" and not _CLOCK.fullmatch(last.id)):
        return True
    return _REST.fullmatch(last.id) is not None


_CLOCK = lazy.regex(r"m|mm|mins?|minutes?|s|secs?|seconds?|port", re.IGNORECASE)


def split_input(request: Request) -> Mend | None:
    """The recipe for what was typed, of which each name got one character."""
    at = failing(request)
    blank = re.search(r"(?:int\(\) with base 10|to float): ' '$", request.report.first_line)
    if at is None or blank is None or not isinstance(at.node, ast.Assign):
        return None
    value = at.node.value
    if isinstance(value, ast.Call) and dotted(value.func) == "list" and len(value.args) == 1:
        value = value.args[0]
    if not isinstance(value, ast.Call) or dotted(value.func) != "map" or len(value.args) != 2:
        return None
    typed = value.args[1]
    if not isinstance(typed, ast.Call) or dotted(typed.func) != "input":
        return None
    end = at.file.span(typed)[1]
    return Mend((TextEdit(end, end, ".split()"),))


RECIPES = (
    Recipe("loop-enumerate", "Counts the items of a loop.", loop_enumerate),
    Recipe("split-input", "Splits what was typed.", split_input),
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
        unsure="The separator may part more fields than there are names, or stand in more than one of them.",
    ),
)

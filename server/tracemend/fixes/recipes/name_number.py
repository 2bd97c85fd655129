"""`singular-plural`: write the variable in sight whose name is the plural, or the singular, of the missing one, where
the use of the missing one says which of them it needs.

- `sum(delay)`, `for one in row`: what is gone over, counted, joined, indexed, appended to or handed to a parameter
  `delays` is the whole: `delays`.
- `for price in price`: what it goes over is `prices`.
- `f"{scores}"`, `scores + 1`, `scores.upper()` in a loop whose variable is `score`: one of them.

Every use of the missing name in the function is changed. Does not apply where one of these uses would need the other
number, where two variables fit, where the missing name gets a value in the file by more than loops, or, for the whole,
inside a loop over it: there one of its items may be meant, and an item may have a length too. Not sure for the whole
where the use fits a text as well (`len(name)`, `name[0]`) and nothing else in the file goes over the variable.

Source: https://docs.python.org/3/reference/executionmodel.html#resolution-of-names
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted
from tracemend.fixes.toolkit.undefined import Variable, is_defined, missing, scope_at, variables
from tracemend.source.module import Module, whole
from tracemend.source.scopes import binds, names_bound, parameter_names

_OVER = lazy.regex(
    r"sum|max|min|sorted|any|all|enumerate|zip|list|set|tuple|reversed|iter|map|filter|Counter|fsum|f?mean|median|chain|"
    r"cycle|pairwise|accumulate|join|extend|shuffle|choice|sample|writelines|executemany|deque|frozenset"
)
"""Functions and methods that go over what they are given."""
_LATER = ("map", "filter")
_OF_LISTS = lazy.regex(r"append|extend|insert|sort|reverse|items|keys|values|add|update|popitem")
_OF_TEXTS = lazy.regex(
    r"upper|lower|[rl]?strip|split|title|capitalize|startswith|endswith|replace|isdigit|isalpha|[lr]just|center|zfill|"
    r"casefold|isoformat|strftime"
)
_OF_ONE = lazy.regex(r"int|float|str|abs|round|ord|chr|bool|Decimal|Path")
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, line, name = request.place.source, request.place.line, request.values.get("name")
    file = whole(source) if source is not None else None
    if file is None or line is None or not isinstance(name, str) or not _is_word(name):
        return None
    here = next((one for one in file.nodes if _is_read(one, name) and getattr(one, "lineno", 0) == line), None)
    if isinstance(here, ast.Name) and (own := _of_own_loop(file, here)) is not None:
        return own
    if not isinstance(here, ast.Name) or is_defined(file, here) or _has_other_value(file, name):
        return None
    uses = missing(file, scope_at(file, here)).get(name, [])
    seen = _in_sight(file, here)
    wholes = [one for one in seen.values() if is_plural_of(one.name, name)]
    ones = [one for one in seen.values() if is_plural_of(name, one.name) and one.kind in ("loop", "comprehension")]
    if len(wholes) + len(ones) != 1:
        return None
    to = (wholes or ones)[0].name
    if any(all(one.name != to for one in variables(file, use)) for use in uses):
        return None
    needs = [_need(file, use) for use in uses]
    if ones:
        if any(need != "one" for need in needs) or _is_known(file, name):
            return None
        sure = True
    else:
        if any(need not in ("whole", "sequence") for need in needs):
            return None
        if any(_is_in_loop_over(file, use, to) for use in uses):
            return None
        sure = "whole" in needs or _is_gone_over(file, to)
    spans = [file.span(one) for one in uses]
    if any(file.source.text[start:end] != name for start, end in spans):
        return None
    return Mend(tuple(TextEdit(start, end, to) for start, end in spans), sure=sure)


def _in_sight(file: Module, node: ast.Name) -> dict[str, Variable]:
    return {one.name: one for one in reversed(variables(file, node)) if _is_word(one.name)}


def _of_own_loop(file: Module, node: ast.Name) -> Mend | None:
    """`for price in prices` for `for price in price`, where only loops give `price` a value."""
    loop = file.parents.get(id(node))
    if not isinstance(loop, ast.For | ast.AsyncFor) or loop.iter is not node or not binds(loop.target, node.id):
        return None
    scope = file.scope_of(node.id, node)
    bound = file.bindings(node.id, scope) if scope is not None else []
    earlier = [one for one in bound if getattr(one.node, "lineno", 0) < node.lineno]
    wholes = [one.name for one in _in_sight(file, node).values() if is_plural_of(one.name, node.id)]
    if earlier or len(wholes) != 1 or any(not isinstance(one.node, ast.For | ast.AsyncFor) for one in bound):
        return None
    return Mend((TextEdit(*file.span(node), wholes[0]),))


def is_plural_of(many: str, one: str) -> bool:
    """Whether the first name is the second's plural, or that with a word for a collection."""
    if one.endswith("y") and many == one[:-1] + "ies":
        return True
    return many in (f"{one}s", f"{one}es", f"{one}_list", f"all_{one}s")


def _is_word(name: str) -> bool:
    """Whether a name has letters enough to have a plural."""
    return bool(re.fullmatch(r"[a-z]\w{2,}", name))


def _is_read(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)


def _stores(file: Module, name: str) -> list[ast.AST]:
    """What binds the name, in whatever scope."""
    return [
        part for part in file.nodes if name in names_bound(part) or (isinstance(part, ast.arg) and part.arg == name)
    ]


def _is_known(file: Module, name: str) -> bool:
    return bool(_stores(file, name))


def _has_other_value(file: Module, name: str) -> bool:
    """Whether anything but loops and comprehensions gives the name a value."""
    for part in _stores(file, name):
        target: ast.AST = part
        outer = file.parents.get(id(part))
        while isinstance(outer, ast.Tuple):
            target, outer = outer, file.parents.get(id(outer))
        if not (isinstance(outer, ast.For | ast.AsyncFor | ast.comprehension) and outer.target is target):
            return True
    return False


def _need(file: Module, node: ast.Name) -> str | None:
    """What the use of a name needs: the `whole`, a `sequence` (a text would do as well), `one`; None where it does not
    say."""
    outer = file.parents.get(id(node))
    if isinstance(outer, ast.For | ast.AsyncFor | ast.comprehension) and outer.iter is node:
        return "whole"
    if isinstance(outer, ast.Call) and outer.func is not node:
        return _need_of_argument(file, outer, node)
    if isinstance(outer, ast.Starred):
        return "whole"
    if isinstance(outer, ast.Attribute):
        call = file.parents.get(id(outer))
        if not isinstance(call, ast.Call) or call.func is not outer:
            return None
        return "whole" if _OF_LISTS.fullmatch(outer.attr) else "one" if _OF_TEXTS.fullmatch(outer.attr) else None
    if isinstance(outer, ast.Subscript) and outer.value is node:
        return "sequence"
    if isinstance(outer, ast.Compare):
        if node in outer.comparators and all(isinstance(op, ast.In | ast.NotIn) for op in outer.ops):
            return "sequence"
        return "one" if all(isinstance(op, ast.Lt | ast.Gt | ast.LtE | ast.GtE) for op in outer.ops) else None
    if isinstance(outer, ast.BinOp | ast.AugAssign | ast.FormattedValue):
        return "one"
    return None


def _need_of_argument(file: Module, call: ast.Call, node: ast.Name) -> str | None:
    name = called(call)
    if node not in call.args:
        return None
    function = file.function(call.func.id) if isinstance(call.func, ast.Name) else None
    if function is not None:
        names = parameter_names(function)
        at = call.args.index(node)
        name = names[at] if at < len(names) and not any(isinstance(one, ast.Starred) for one in call.args) else ""
        return "whole" if is_plural_of(name, node.id) else "one" if is_plural_of(node.id, name) else None
    if name == "len":
        return "sequence"
    if _OVER.fullmatch(name):
        if name in ("max", "min") and len(call.args) != 1:
            return "one"
        return "whole" if name not in _LATER or node is not call.args[0] else None
    return "one" if _OF_ONE.fullmatch(name) else None


def _is_in_loop_over(file: Module, node: ast.Name, whole_name: str) -> bool:
    """Whether the use runs once for each item of the variable."""
    for outer in file.around(node):
        loops: list[ast.For | ast.AsyncFor | ast.comprehension] = []
        if isinstance(outer, ast.For | ast.AsyncFor):
            loops = [outer]
        elif isinstance(outer, _COMPREHENSIONS):
            loops = [*outer.generators]
        parts = [list(ast.walk(one.iter)) for one in loops]
        if parts and any(one is node for one in parts[0]):
            continue  # it is what the loop goes over
        if any(_is_read(one, whole_name) for part in parts for one in part):
            return True
    return False


def _is_gone_over(file: Module, name: str) -> bool:
    """Whether the file shows that the variable is a collection: something goes over it, or a display makes it."""
    for part in file.nodes:
        if isinstance(part, ast.Name) and part.id == name:
            if isinstance(part.ctx, ast.Load) and _need(file, part) == "whole":
                return True
            outer = file.parents.get(id(part))
            value = outer.value if isinstance(outer, ast.Assign) and part in outer.targets else None
            if isinstance(value, ast.List | ast.Tuple | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp):
                return True
            if isinstance(value, ast.Call) and dotted(value.func) in ("list", "dict", "set", "sorted", "defaultdict"):
                return True
    return False


RECIPES = (
    Recipe(
        "singular-plural",
        "Writes the plural or the singular of a missing name, where its use needs that.",
        apply,
        unsure="A text of that name may be meant, which has a length and characters as well.",
    ),
)

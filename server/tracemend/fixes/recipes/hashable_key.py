"""`hashable-key`: a list that is a key of a dictionary or an element of a set becomes a tuple, a set a frozenset.

A display is changed itself, with the lists in it; a name where it gets its value, if it is only read, else at every
place of its scope where it is the key; what a function of the file returns at its `return`, if all its uses allow a
tuple. Sure where the code shows that nothing in it is unhashable too. Does not apply
to dictionaries.

Source: https://docs.python.org/3/glossary.html#term-hashable
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.changers import LIST_CHANGERS
from tracemend.fixes.toolkit.code import called
from tracemend.fixes.toolkit.displays import as_tuple, wrap
from tracemend.source.module import Module, whole
from tracemend.source.reach import elements, reach
from tracemend.source.scopes import own_nodes
from tracemend.source.statement import Statement, own_parts

_UNHASHABLE = lazy.regex(r"unhashable type: '(\w+)'|Type \"(list|set)\[[^\n]{1,200}\" is not hashable")
"""As Python says it, and as pyright does."""


def hashable_key(request: Request) -> Mend | None:
    """A list as key or element becomes a tuple, a set a frozenset."""
    statement = request.place.statement
    found = _UNHASHABLE.search(request.report.message)
    kind = (found[1] or found[2]) if found is not None else ""
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None or kind not in ("list", "set"):
        return None
    to = "tuple" if kind == "list" else "frozenset"
    keys = [key for part in own_parts(statement.node) if (same := _same(file, statement, part)) is not None
            for key in _keys(file, same)]  # fmt: skip
    display = ast.List if to == "tuple" else ast.Set
    shown = [key for key in keys if isinstance(key, display)]
    if shown:
        edits = [edit for key in shown for edit in _frozen(file, key, to)]
        return Mend(tuple(edits))
    keys = [key for key in keys if not isinstance(key, ast.Constant | ast.Tuple | ast.JoinedStr)]
    if len({called(key) if isinstance(key, ast.Call) else "" for key in keys} - {""}) == 1 and all(
        isinstance(key, ast.Call) for key in keys
    ):
        keys = keys[:1]  # of one function
    if len(keys) > 1:
        keys = [key for key in keys if any(_makes_list(one) for one in reach(file, key) or ())]
    if len(keys) != 1:
        return _elements(file, statement, to)
    return _key(file, keys[0], to)


def _same(file: Module, statement: Statement, part: ast.AST) -> ast.AST | None:
    if not isinstance(part, ast.Dict | ast.Set | ast.Subscript | ast.Call | ast.Compare | ast.DictComp | ast.SetComp):
        return None
    return file.same(statement, part)


def _keys(file: Module, node: ast.AST) -> list[ast.expr]:
    """What is hashed by an expression."""
    if isinstance(node, ast.Dict):
        return [key for key in node.keys if key is not None]
    if isinstance(node, ast.Set):
        return list(node.elts)
    if isinstance(node, ast.DictComp):
        return [node.key]
    if isinstance(node, ast.SetComp):
        return [node.elt]
    if isinstance(node, ast.Subscript):
        return [] if isinstance(node.slice, ast.Slice) else [node.slice]
    if isinstance(node, ast.Compare):
        where = reach(file, node.comparators[0]) or [] if isinstance(node.ops[0], ast.In | ast.NotIn) else []
        hashed = any(isinstance(one, ast.Dict | ast.Set) or (isinstance(one, ast.Call) and called(one) in _HASHED)
                     for one in where)  # fmt: skip
        return [node.left] if hashed else []
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("add", "setdefault", "get", "discard"):
            return node.args[:1]
        if called(node) in ("set", "frozenset", "fromkeys", "Counter") and len(node.args) == 1:
            return elements(node.args[0]) or []
    return []


_HASHED = ("set", "dict", "frozenset", "defaultdict", "Counter", "OrderedDict")


def _frozen(file: Module, node: ast.expr, to: str) -> list[TextEdit]:
    return as_tuple(file, node) if isinstance(node, ast.List) else wrap(file, node, to)


def _key(file: Module, key: ast.expr, to: str) -> Mend | None:
    """The one key that is no display: changed at its source where it is only read, else where it stands."""
    if any(isinstance(one, ast.Call) and called(one) == to for one in (key, *(reach(file, key) or ()))):
        return None  # it is one already: something in it cannot be hashed
    if isinstance(key, ast.Call) and to == "tuple":
        made = _returned(file, key)
        if made is not None or _returns_tuples(file, key):
            return made
    if isinstance(key, ast.Name):
        bound = file.only_value(key.id, key)
        scope = file.scope_of(key.id, key)
        if bound is not None and scope is not None:
            value = bound[1]
            if _holds_unhashable(value):
                return Mend(tuple(as_tuple(file, value))) if isinstance(value, ast.List) and _shallow(value) else None
            if not any(_changes(file, use) for use in file.uses(key.id, scope)):
                return Mend(tuple(_frozen(file, value, to)))
    sources = reach(file, key)
    sure = sources is not None and not any(_holds_unhashable(one) for one in sources)
    return Mend(tuple(edit for one in _places(file, key) for edit in wrap(file, one, to)), sure=sure)


def _returned(file: Module, key: ast.Call) -> Mend | None:
    """The lists that a function of the file returns for keys, as tuples; None where a use of them wants lists."""
    name = called(key)
    every = [one for one in file.nodes if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) and one.name == name]
    if len(every) != 1 or isinstance(every[0], ast.AsyncFunctionDef):
        return None
    shown = [one.value for one in own_nodes(every[0]) if isinstance(one, ast.Return)]
    lists = [one for one in shown if isinstance(one, ast.List)]
    if not lists or len(lists) != len(shown) or any(_holds_unhashable(one) and not _shallow(one) for one in lists):
        return None
    if every[0].returns is not None or every[0].decorator_list:
        return None
    for one in file.nodes:
        is_name = (isinstance(one, ast.Name) and one.id == name) or (
            isinstance(one, ast.Attribute) and one.attr == name
        )
        call = file.parents.get(id(one)) if is_name else None
        if is_name and not (isinstance(call, ast.Call) and call.func is one and _takes_tuple(file, call)):
            return None
    return Mend(tuple(edit for one in lists for edit in as_tuple(file, one)))


def _returns_tuples(file: Module, key: ast.Call) -> bool:
    """Whether the function returns tuples already: something in them cannot be hashed."""
    for one in file.nodes:
        if isinstance(one, ast.FunctionDef) and one.name == called(key):
            shown = [part.value for part in own_nodes(one) if isinstance(part, ast.Return)]
            if shown and all(isinstance(part, ast.Tuple) for part in shown):
                return True
    return False


def _takes_tuple(file: Module, call: ast.Call) -> bool:
    """Whether what a call returns may as well be a tuple there: it is a key, unpacked, looped over, or an item."""
    outer = file.parents.get(id(call))
    if isinstance(outer, ast.Assign):
        target = outer.targets[0]
        if isinstance(target, ast.Tuple | ast.List):
            return True
        scope = file.scope_of(target.id, target) if isinstance(target, ast.Name) else None
        if scope is None or not isinstance(target, ast.Name) or len(outer.targets) != 1:
            return False
        return all(_reads(file, use) for use in file.uses(target.id, scope))
    return outer is not None and _reads(file, call)


def _reads(file: Module, use: ast.expr) -> bool:
    """Whether an expression is used as a key or only read."""
    outer = file.parents.get(id(use))
    if outer is None:
        return False
    if any(one is use for one in _keys(file, outer)) or isinstance(outer, ast.Starred | ast.FormattedValue):
        return True
    if isinstance(outer, ast.Subscript):
        return outer.value is not use or isinstance(outer.ctx, ast.Load)
    if isinstance(outer, ast.Call) and isinstance(outer.func, ast.Attribute):
        return outer.func.attr in ("add", "setdefault", "get", "discard", "pop") and outer.args[:1] == [use]
    if isinstance(outer, ast.For | ast.comprehension):
        return outer.iter is use
    return isinstance(outer, ast.Assign) and isinstance(outer.targets[0], ast.Tuple | ast.List)


def _places(file: Module, key: ast.expr) -> list[ast.expr]:
    """Every place of its scope where the name is hashed: what fails here fails there too."""
    scope = file.scope_of(key.id, key) if isinstance(key, ast.Name) else None
    if scope is None or not isinstance(key, ast.Name):
        return [key]
    found: list[ast.expr] = []
    for use in file.uses(key.id, scope):
        outer = file.parents.get(id(use))
        if use is key or (outer is not None and any(one is use for one in _keys(file, outer)) and _hashes(outer)):
            found.append(use)
    return found


def _hashes(node: ast.AST) -> bool:
    """Whether an expression is sure to hash what it takes: a list too has items and can be searched."""
    return isinstance(node, ast.Dict | ast.Set | ast.Compare | ast.Subscript)


def _holds_unhashable(node: ast.expr) -> bool:
    return any(isinstance(part, ast.List | ast.Dict | ast.Set) for part in ast.walk(node) if part is not node) and (
        elements(node) is not None
    )


def _makes_list(node: ast.expr) -> bool:
    """Whether an expression shows that it is a list or a set."""
    return isinstance(node, ast.List | ast.ListComp | ast.Set | ast.SetComp) or (
        isinstance(node, ast.Call) and called(node) in ("list", "sorted", "split", "splitlines", "set")
    )


def _shallow(node: ast.List) -> bool:
    """Whether nothing but lists of what can be hashed is in a list: all of it can be a tuple."""
    return not any(isinstance(part, ast.Dict | ast.Set | ast.ListComp) for part in ast.walk(node))


def _changes(file: Module, use: ast.Name) -> bool:
    outer = file.parents.get(id(use))
    if isinstance(outer, ast.Attribute):
        return outer.attr in (*LIST_CHANGERS, "add", "update", "discard", "copy")
    if isinstance(outer, ast.Subscript):
        return outer.value is use and not isinstance(outer.ctx, ast.Load)
    return isinstance(outer, ast.BinOp | ast.Compare) and not isinstance(
        getattr(outer, "ops", [None])[0], ast.In | ast.NotIn
    )


def _elements(file: Module, statement: Statement, to: str) -> Mend | None:
    """`set(rows)` as `set(map(tuple, rows))`: the one call that makes a set of what an expression holds."""
    found = []
    for part in own_parts(statement.node):
        if isinstance(part, ast.Call) and called(part) in ("set", "frozenset", "Counter") and len(part.args) == 1:
            same = file.same(statement, part)
            if isinstance(same, ast.Call) and elements(same.args[0]) is None:
                found.append(same.args[0])
    if len(found) != 1 or isinstance(found[0], ast.GeneratorExp):
        return None
    sources = reach(file, found[0])
    items = elements(sources[0]) if sources is not None and len(sources) == 1 else None
    sure = items is not None and all(
        isinstance(one, ast.List | ast.Set) and not _holds_unhashable(one) for one in items
    )
    start, end = file.span(found[0])
    return Mend((TextEdit(start, start, f"map({to}, "), TextEdit(end, end, ")")), sure=sure)


RECIPES = (
    Recipe(
        "hashable-key",
        "Makes a tuple of the list that is a key or an element of a set.",
        hashable_key,
        unsure="The code does not show what is in it; something that cannot be hashed may be.",
    ),
)

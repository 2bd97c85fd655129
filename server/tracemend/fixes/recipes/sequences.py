"""`list-literal`, `tuple-to-list`, `hashable-key`, `to-list`: a display of the kind that the code needs.

- `list-literal`: `list[1, 2]` is a type, not a list; it becomes `[1, 2]` (`tuple[...]` and `set[...]` likewise).
  Not in annotations, nor where an item may be a type.
- `tuple-to-list`: an item of a tuple is assigned or deleted, or `append` is called: the display that the tuple comes
  from becomes a list. Sure where the name is not also used in a way that needs a tuple.
- `hashable-key`: a list as key of a dictionary or element of a set becomes a tuple, a set a frozenset. At its source
  where the name is only read, else where it is the key.
- `to-list`: `len` or an index of a generator, `map`, `filter`, `zip` or view of a dictionary: a list is made of it.
  Not of one that never ends.

Sources: https://docs.python.org/3/library/stdtypes.html#types-genericalias,
https://docs.python.org/3/glossary.html#term-hashable, https://docs.python.org/3/glossary.html#term-generator
"""

from __future__ import annotations

import ast
import re

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, nearest_to_carets
from tracemend.fixes.toolkit.displays import as_comprehension, as_list, as_tuple, wrap
from tracemend.fixes.toolkit.reach import elements, reach
from tracemend.fixes.toolkit.scopes import File, whole
from tracemend.source.statement import Statement, own_parts

_CHANGERS = ("append", "extend", "insert", "remove", "pop", "sort", "reverse", "clear")
_READERS = ("len", "sum", "max", "min", "sorted", "print", "list", "enumerate", "any", "all", "reversed", "zip", "iter")
_ENDLESS = ("count", "cycle", "repeat")
_LAZY = ("map", "filter", "zip", "reversed", "enumerate", "keys", "values", "items")


def list_literal(request: Request) -> Mend | None:
    """`list[1, 2]` as `[1, 2]`."""
    statement = request.place.statement
    file = whole(statement) if statement is not None else None
    if statement is None or file is None:
        return None
    own = [node for part in own_parts(statement.node) if isinstance(part, ast.Subscript | ast.Name)
           if (node := file.same(statement, part)) is not None]  # fmt: skip
    found = [node for node in own if isinstance(node, ast.Subscript) and _is_literal(file, node)]
    if not found:
        reached = [one for node in own if isinstance(node, ast.Name) for one in reach(file, node) or ()]
        found = list(
            {id(one): one for one in reached if isinstance(one, ast.Subscript) and _is_literal(file, one)}.values()
        )
    if not found:
        every = [part for part in ast.walk(file.tree) if isinstance(part, ast.Subscript)]
        found = [part for part in every if _is_literal(file, part)]
    if len(found) != 1 or not isinstance(found[0], ast.Subscript):
        return None
    node = found[0]
    kind = node.value.id if isinstance(node.value, ast.Name) else ""
    start, end = file.span(node)
    opening = file.source.text.index("[", file.span(node.value)[1])
    if kind == "list":
        return Mend((TextEdit(start, opening, ""),))
    if kind == "set":
        return Mend((TextEdit(start, opening + 1, "{"), TextEdit(end - 1, end, "}")))
    comma = "" if isinstance(node.slice, ast.Tuple) else ","
    return Mend((TextEdit(start, opening + 1, "("), TextEdit(end - 1, end, f"{comma})")))


def _is_literal(file: File, node: ast.AST) -> bool:
    """Whether a subscript of a built-in type holds values, at least one of which can be no type."""
    if not isinstance(node, ast.Subscript) or not isinstance(node.value, ast.Name):
        return False
    if node.value.id not in ("list", "tuple", "set") or file.scope_of(node.value.id, node) is not None:
        return False
    items = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    if not any(isinstance(item, ast.Constant) and isinstance(item.value, int | float | str | bytes) for item in items):
        return False
    if any(isinstance(item, ast.Slice | ast.Starred) for item in items):
        return False
    inner: ast.AST = node
    for outer in file.around(node):
        if isinstance(outer, ast.AnnAssign | ast.arg) and outer.annotation is inner:
            return False
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef) and outer.returns is inner:
            return False
        inner = outer
    return True


def tuple_to_list(request: Request) -> Mend | None:
    """The display that a changed tuple comes from, as a list."""
    statement = request.place.statement
    file = whole(statement) if statement is not None else None
    if statement is None or file is None or "'tuple' object" not in request.report.message:
        return None
    changed = _changed(statement)
    node = file.same(statement, changed) if changed is not None else None
    if not isinstance(node, ast.expr):
        return None
    sources = _attribute(file, node) if isinstance(node, ast.Attribute) else _rows(file, node) or reach(file, node)
    if not sources or _is_hashed(file, node):
        return None
    edits: list[TextEdit] = []
    for one in {id(source): source for source in sources}.values():
        if isinstance(one, ast.Tuple):
            edits += as_list(file, one)
        elif isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == "tuple":
            start, end = file.span(one.func)
            edits.append(TextEdit(start, end, "list"))
        else:
            return None
    return Mend(tuple(edits), sure=_only_read(file, node))


def _changed(statement: Statement) -> ast.expr | None:
    """What the statement changes an item of."""
    node = statement.node
    targets: list[ast.expr] = []
    if isinstance(node, ast.Assign | ast.Delete):
        targets = [part for target in node.targets for part in (elements(target) or [target])]
    elif isinstance(node, ast.AugAssign):
        targets = [node.target]
    found = [target.value for target in targets if isinstance(target, ast.Subscript)]
    if not targets or not found:
        found = [
            part.value for part in own_parts(statement.node)
            if isinstance(part, ast.Attribute) and part.attr in _CHANGERS
        ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _rows(file: File, node: ast.expr) -> list[ast.expr] | None:
    """All items of the display that `node` is an item of, where all are tuples: what holds for one holds for all."""
    outer = reach(file, node.value) if isinstance(node, ast.Subscript) else None
    items = elements(outer[0]) if outer is not None and len(outer) == 1 else None
    return items if items and all(isinstance(item, ast.Tuple) for item in items) else None


def _is_hashed(file: File, node: ast.expr) -> bool:
    """Whether the name is a key or an element of a set somewhere: it cannot be a list there."""
    uses: list[ast.expr] = []
    if isinstance(node, ast.Attribute):
        uses = [part for part in ast.walk(file.tree) if isinstance(part, ast.Attribute) and part.attr == node.attr]
    elif isinstance(node, ast.Name) and (scope := file.scope_of(node.id, node)) is not None:
        uses = list(file.uses(node.id, scope))
    for use in uses:
        outer = file.parents.get(id(use))
        if isinstance(outer, ast.Subscript) and outer.slice is use:
            return True
        if isinstance(outer, ast.Dict | ast.Set) and (isinstance(outer, ast.Set) or use in outer.keys):
            return True
    return False


def _attribute(file: File, node: ast.Attribute) -> list[ast.expr] | None:
    """The one value that the class assigns to `self.name`."""
    if not (isinstance(node.value, ast.Name) and node.value.id == "self"):
        return None
    around = next((outer for outer in file.around(node) if isinstance(outer, ast.ClassDef)), None)
    found: list[ast.expr] = []
    for part in ast.walk(around) if around is not None else ():
        targets = (
            part.targets if isinstance(part, ast.Assign) else [part.target] if isinstance(part, ast.AnnAssign) else []
        )
        if any(isinstance(one, ast.Attribute) and one.attr == node.attr for one in targets):
            value = getattr(part, "value", None)
            if not isinstance(value, ast.expr):
                return None
            found.append(value)
    return found if len(found) == 1 else None


def _only_read(file: File, node: ast.expr) -> bool:
    """Whether the name at the root of `node` is used in no way that needs a tuple (a key, a format, a set)."""
    root = node
    while isinstance(root, ast.Subscript):
        root = root.value
    if not isinstance(root, ast.Name):
        return isinstance(root, ast.Attribute)
    scope = file.scope_of(root.id, root)
    return scope is not None and all(_reads(file, use) for use in file.uses(root.id, scope))


def _reads(file: File, use: ast.expr) -> bool:
    outer = file.parents.get(id(use))
    if isinstance(outer, ast.Subscript):
        return outer.value is use
    if isinstance(outer, ast.Call):
        return outer.func is not use and (
            isinstance(outer.func, ast.Name) and (outer.func.id in _READERS or file.function(outer.func.id) is not None)
        )
    if isinstance(outer, ast.Compare):
        return outer.left is not use and isinstance(outer.ops[-1], ast.In | ast.NotIn)
    if isinstance(outer, ast.Attribute | ast.Return | ast.FormattedValue | ast.Starred | ast.Assign):
        return True
    return isinstance(outer, ast.For | ast.comprehension) and outer.iter is use


def hashable_key(request: Request) -> Mend | None:
    """A list as key or element becomes a tuple, a set a frozenset."""
    statement = request.place.statement
    found = re.search(r"unhashable type: '(\w+)'", request.report.message)
    file = whole(statement) if statement is not None else None
    if statement is None or file is None or found is None or found[1] not in ("list", "set"):
        return None
    to = "tuple" if found[1] == "list" else "frozenset"
    keys = [key for part in own_parts(statement.node) if (same := _same(file, statement, part)) is not None
            for key in _keys(file, same)]  # fmt: skip
    display = ast.List if to == "tuple" else ast.Set
    shown = [key for key in keys if isinstance(key, display)]
    if shown:
        edits = [edit for key in shown for edit in _frozen(file, key, to)]
        return Mend(tuple(edits))
    keys = [key for key in keys if not isinstance(key, ast.Constant | ast.Tuple | ast.JoinedStr)]
    if len(keys) > 1:
        keys = [key for key in keys if any(_makes_list(one) for one in reach(file, key) or ())]
    if len(keys) != 1:
        return _elements(file, statement, to)
    return _key(file, keys[0], to)


def _same(file: File, statement: Statement, part: ast.AST) -> ast.AST | None:
    if not isinstance(part, ast.Dict | ast.Set | ast.Subscript | ast.Call | ast.Compare | ast.DictComp | ast.SetComp):
        return None
    return file.same(statement, part)


def _keys(file: File, node: ast.AST) -> list[ast.expr]:
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


def _frozen(file: File, node: ast.expr, to: str) -> list[TextEdit]:
    return as_tuple(file, node) if isinstance(node, ast.List) else wrap(file, node, to)


def _key(file: File, key: ast.expr, to: str) -> Mend | None:
    """The one key that is no display: changed at its source where it is only read, else where it stands."""
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


def _places(file: File, key: ast.expr) -> list[ast.expr]:
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


def _changes(file: File, use: ast.Name) -> bool:
    outer = file.parents.get(id(use))
    if isinstance(outer, ast.Attribute):
        return outer.attr in (*_CHANGERS, "add", "update", "discard", "copy")
    if isinstance(outer, ast.Subscript):
        return outer.value is use and not isinstance(outer.ctx, ast.Load)
    return isinstance(outer, ast.BinOp | ast.Compare) and not isinstance(
        getattr(outer, "ops", [None])[0], ast.In | ast.NotIn
    )


def _elements(file: File, statement: Statement, to: str) -> Mend | None:
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


def to_list(request: Request) -> Mend | None:
    """A list of what is generated, where its length or an item is asked for."""
    statement = request.place.statement
    file = whole(statement) if statement is not None else None
    if statement is None or file is None:
        return None
    asked = [value for part in own_parts(statement.node) if (value := _asked(part)) is not None]
    found: dict[int, ast.expr] = {}
    for node in nearest_to_carets(statement, asked) or asked:
        same = file.same(statement, node)
        sources = reach(file, same) if isinstance(same, ast.expr) else None
        for source in sources or ():
            if _is_lazy(file, source):
                found[id(source)] = source
    if len(found) != 1:
        return None
    source = next(iter(found.values()))
    if isinstance(source, ast.GeneratorExp):
        return Mend(tuple(as_comprehension(file, source)))
    return Mend(tuple(wrap(file, source, "list")))


def _asked(part: ast.AST) -> ast.expr | None:
    """What an expression asks a list's answer of: its length, an item, a change."""
    if isinstance(part, ast.Call):
        return part.args[0] if called(part) == "len" and len(part.args) == 1 else None
    if isinstance(part, ast.Subscript):
        return part.value if isinstance(part.ctx, ast.Load) else None
    return part.value if isinstance(part, ast.Attribute) and part.attr in _CHANGERS else None


def _is_lazy(file: File, node: ast.expr) -> bool:
    """Whether an expression gives its items one by one, and ends."""
    calls = [part for part in ast.walk(node) if isinstance(part, ast.Call)]
    if any(called(part) in _ENDLESS for part in calls):
        return False
    if isinstance(node, ast.GeneratorExp):
        return True
    if not isinstance(node, ast.Call):
        return False
    if called(node) in _LAZY:
        return isinstance(node.func, ast.Attribute) == (called(node) in ("keys", "values", "items"))
    function = file.function(node.func.id) if isinstance(node.func, ast.Name) else None
    if not isinstance(function, ast.FunctionDef):
        return False
    loops = [part for part in ast.walk(function) if isinstance(part, ast.While) and isinstance(part.test, ast.Constant)]
    yields = any(isinstance(part, ast.Yield | ast.YieldFrom) for part in ast.walk(function))
    endless = any(isinstance(part, ast.Call) and called(part) in _ENDLESS for part in ast.walk(function))
    return yields and not loops and not endless


RECIPES = (
    Recipe("list-literal", "Writes a list for a type in square brackets: [1, 2] for list[1, 2].", list_literal),
    Recipe("tuple-to-list", "Makes a list of the tuple whose items the program changes.", tuple_to_list),
    Recipe("hashable-key", "Makes a tuple of the list that is a key or an element of a set.", hashable_key),
    Recipe("to-list", "Makes a list of what is generated, so that it has a length and items.", to_list),
)

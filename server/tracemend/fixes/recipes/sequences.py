"""`list-literal`, `tuple-to-list`, `to-list`: a display of the kind that the code needs.

- `list-literal`: `list[1, 2]` is a type, not a list; it becomes `[1, 2]` (`tuple[...]` and `set[...]` likewise).
  Not in annotations, nor where an item may be a type.
- `tuple-to-list`: an item of a tuple is assigned or deleted, or `append` is called: the display that the tuple comes
  from becomes a list. Sure where the name is not also used in a way that needs a tuple.
- `to-list`: `len`, an index or a list's method (`sort`) of a generator, `map`, `filter`, `zip` or view of a dictionary:
  a list is made of it. Not of one that never ends, nor where the list would have no name (`d.keys().sort()`). Likewise
  where other processes are handed it, or it is pickled.

Sources: https://docs.python.org/3/library/stdtypes.html#types-genericalias,
https://docs.python.org/3/glossary.html#term-generator
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.changers import LIST_CHANGERS
from tracemend.fixes.toolkit.code import called, nearest_to_carets
from tracemend.fixes.toolkit.displays import as_comprehension, as_list, wrap
from tracemend.fixes.toolkit.handed import handed_parts, is_handing
from tracemend.fixes.toolkit.lazy import is_lazy
from tracemend.source.module import Module, whole
from tracemend.source.reach import attribute_values, elements, reach
from tracemend.source.statement import Statement, own_parts

_PICKLED = lazy.regex(r"cannot pickle '(?:generator|dict_keys|dict_values|dict_items)' object")
_READERS = ("len", "sum", "max", "min", "sorted", "print", "list", "enumerate", "any", "all", "reversed", "zip", "iter")
_NO_ATTRIBUTE = lazy.regex(r"'(\w+)' object has no attribute")
_LAZY_TYPES = frozenset(("dict_keys", "dict_values", "dict_items", "map", "filter", "zip", "reversed", "enumerate"))


def list_literal(request: Request) -> Mend | None:
    """`list[1, 2]` as `[1, 2]`."""
    statement = request.place.statement
    file = whole(statement.source) if statement is not None else None
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
        every = [part for part in file.nodes if isinstance(part, ast.Subscript)]
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


def _is_literal(file: Module, node: ast.AST) -> bool:
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
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None or "'tuple' object" not in request.report.message:
        return None
    changed = _changed(statement)
    node = file.same(statement, changed) if changed is not None else None
    if not isinstance(node, ast.expr):
        return None
    sources = (
        attribute_values(file, node) if isinstance(node, ast.Attribute) else _rows(file, node) or reach(file, node)
    )
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
            if isinstance(part, ast.Attribute) and part.attr in LIST_CHANGERS
        ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _rows(file: Module, node: ast.expr) -> list[ast.expr] | None:
    """All items of the display that `node` is an item of, where all are tuples: what holds for one holds for all."""
    outer = reach(file, node.value) if isinstance(node, ast.Subscript) else None
    items = elements(outer[0]) if outer is not None and len(outer) == 1 else None
    return items if items and all(isinstance(item, ast.Tuple) for item in items) else None


def _is_hashed(file: Module, node: ast.expr) -> bool:
    """Whether the name is a key or an element of a set somewhere: it cannot be a list there."""
    uses: list[ast.expr] = []
    if isinstance(node, ast.Attribute):
        uses = [part for part in file.nodes if isinstance(part, ast.Attribute) and part.attr == node.attr]
    elif isinstance(node, ast.Name) and (scope := file.scope_of(node.id, node)) is not None:
        uses = list(file.uses(node.id, scope))
    for use in uses:
        outer = file.parents.get(id(use))
        if isinstance(outer, ast.Subscript) and outer.slice is use:
            return True
        if isinstance(outer, ast.Dict | ast.Set) and (isinstance(outer, ast.Set) or use in outer.keys):
            return True
    return False


def _only_read(file: Module, node: ast.expr) -> bool:
    """Whether the name at the root of `node` is used in no way that needs a tuple (a key, a format, a set)."""
    root = node
    while isinstance(root, ast.Subscript):
        root = root.value
    if not isinstance(root, ast.Name):
        return isinstance(root, ast.Attribute)
    scope = file.scope_of(root.id, root)
    return scope is not None and all(_reads(file, use) for use in file.uses(root.id, scope))


def _reads(file: Module, use: ast.expr) -> bool:
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


def to_list(request: Request) -> Mend | None:
    """A list of what is generated, where its length or an item is asked for."""
    statement = request.place.statement
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None:
        return None
    attribute = _NO_ATTRIBUTE.match(request.report.first_line)
    if request.report.exception == "AttributeError" and (attribute is None or attribute[1] not in _LAZY_TYPES):
        return None
    if _PICKLED.search(request.report.first_line):
        return _handed_over(file, file.same(statement, statement.node))
    asked = [value for part in own_parts(statement.node) if (value := _asked(part)) is not None]
    found: dict[int, ast.expr] = {}
    for node in nearest_to_carets(statement, asked) or asked:
        same = file.same(statement, node)
        sources = reach(file, same) if isinstance(same, ast.expr) else None
        for source in sources or ():
            if attribute is not None and (source is same or isinstance(source, ast.GeneratorExp)):
                continue
            if is_lazy(file, source):
                found[id(source)] = source
    if len(found) != 1:
        return None
    source = next(iter(found.values()))
    if isinstance(source, ast.GeneratorExp):
        return Mend(tuple(as_comprehension(file, source)))
    return Mend(tuple(wrap(file, source, "list")))


def _handed_over(file: Module, node: ast.AST | None) -> Mend | None:
    """Lists of what is generated, where it is pickled: in what another process is handed, or in the value of a name
    there."""
    edits: list[TextEdit] = []
    calls = [one for one in own_parts(node) if isinstance(one, ast.Call) and is_handing(one)] \
        if isinstance(node, ast.stmt) else []  # fmt: skip
    for part in handed_parts(file, calls[0]) if len(calls) == 1 else ():
        outer = file.parents.get(id(part))
        if outer is calls[0] and called(calls[0]) not in ("dumps", "dump", "submit", "apply", "apply_async"):
            continue  # what a pool goes over itself
        if isinstance(outer, ast.Call) and outer is not calls[0]:
            continue
        if isinstance(part, ast.GeneratorExp) and is_lazy(file, part):
            edits += as_comprehension(file, part)
        elif isinstance(part, ast.Call) and called(part) in ("keys", "values", "items") and not part.args:
            edits += wrap(file, part, "list")
    return Mend(tuple(edits)) if edits else None


def _asked(part: ast.AST) -> ast.expr | None:
    """What an expression asks a list's answer of: its length, an item, a change."""
    if isinstance(part, ast.Call):
        return part.args[0] if called(part) == "len" and len(part.args) == 1 else None
    if isinstance(part, ast.Subscript):
        return part.value if isinstance(part.ctx, ast.Load) else None
    return part.value if isinstance(part, ast.Attribute) and part.attr in LIST_CHANGERS else None


RECIPES = (
    Recipe(
        "list-literal",
        "Writes a list for a type in square brackets: [1, 2] for list[1, 2].",
        list_literal,
        unsure="It is used elsewhere too.",
    ),
    Recipe(
        "tuple-to-list",
        "Makes a list of the tuple whose items the program changes.",
        tuple_to_list,
        unsure="It is used elsewhere too, where a tuple may be needed.",
    ),
    Recipe("to-list", "Makes a list of what is generated, so that it has a length and items.", to_list),
)

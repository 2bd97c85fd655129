"""`last-position`: an index that runs past the last item of a list, tuple or text.

- `x[len(x)]` becomes `x[-1]`; `for i in range(len(x) + 1)` loses the `+ 1`; `while i <= len(x)` becomes `<`.
- `x[i + 1]` in a loop over `range(len(x))`: `range(len(x) - 1)`; over `range(len(x) - k)` likewise; over
  `enumerate(x)`: `enumerate(x[:-1])`. Sure where all that the loop does depends on the item further on.
- `range(1, len(x) + 1)` and `range(len(x), 0, -1)` count from one: `x[i - 1]`.
- `grid[r][c]` with `c` over `range(len(grid))`: `range(len(grid[r]))`.
- Items deleted by their index while it counts up: `reversed(range(len(x)))`.
- `range(5)` over a display of four items: `range(len(x))`.
- `squares[i] = ...` into a list that begins empty, with `i` counting from 0: `squares.append(...)`.

The length may have a name that is bound once. Does not apply where the loop shows another list's length.
Sources: https://docs.python.org/3/tutorial/datastructures.html,
https://docs.python.org/3/library/stdtypes.html#common-sequence-operations
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, text_of
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.fixes.toolkit.loops import Counted, changes, counted, is_length, offset, without_number
from tracemend.fixes.toolkit.neighbours import Look, all_neighbours
from tracemend.source.module import Module
from tracemend.source.reach import elements, reach

_RANGES = ("index out of range", "is out of bounds for axis 0")
"""Of Python's sequences, and of NumPy's arrays."""


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at, message = failing(request), request.report.first_line
    if at is None or not any(one in message for one in _RANGES):
        return None
    if "assignment" in message:
        return _appended(at)
    found = [part for part in at.parts(ast.Subscript) if not isinstance(part.slice, ast.Slice)]
    mends = [mend for part in found if (mend := _subscript(at.file, part)) is not None]
    unlike = {mend.edits: mend for mend in mends}
    return next(iter(unlike.values())) if len(unlike) == 1 else None


def _subscript(file: Module, node: ast.Subscript) -> Mend | None:
    text = file.text(node.value)
    if is_length(file, node.slice, text):
        if isinstance(node.slice, ast.Call):
            return Mend((TextEdit(*file.span(node.slice), "-1"),))
        if isinstance(node.slice, ast.Name) and file.only_value(node.slice.id, node.slice) is not None:
            end = file.span(node.slice)[1]
            return Mend((TextEdit(end, end, " - 1"),))
    name, shift = offset(node.slice)
    if name is None:
        return None
    look = Look(file, node, text, name, shift)
    loop = counted(file, node, name.id)
    if loop is not None:
        if changes(loop.body, text):
            return _backwards(look, loop)
        return _range(look, loop)
    return _while(look)


def _range(look: Look, loop: Counted) -> Mend | None:
    file, length = look.file, None
    part, extra = without_number(loop.stop)
    if loop.step == 1 and is_length(file, part, look.text):
        if extra + look.shift <= 0:
            return None
        length = file.text(part)
        if look.shift == 0:
            if extra == 1 and loop.start == 1:
                return _one_less(look, loop, _is_used_otherwise(look, loop))
            return Mend((TextEdit(*file.span(loop.stop), length),), sure=extra == 1 and loop.start in (0, None))
        if look.shift > 0:
            edit = TextEdit(*file.span(loop.stop), f"{length} - {look.shift}")
            return Mend((edit,), sure=extra <= 0 and all_neighbours(look, loop.body))
        return None
    if (
        isinstance(getattr(loop.node, "target", None), ast.Tuple)
        and file.text(loop.stop) == look.text
        and look.shift > 0
    ):
        end = file.span(loop.stop)[1]
        return Mend((TextEdit(end, end, f"[:-{look.shift}]"),), sure=all_neighbours(look, loop.body))
    if loop.step == 1 and look.shift == 0 and loop.start == 0 and isinstance(loop.stop, ast.Constant):
        size = _size(file, look.node.value)
        known = size is not None and isinstance(loop.stop.value, int) and loop.stop.value > size > 0
        return Mend((TextEdit(*file.span(loop.stop), f"len({look.text})"),)) if known else None
    if loop.step == -1 and look.shift == 0 and loop.first is not None and is_length(file, loop.first, look.text):
        stop = loop.stop
        if isinstance(stop, ast.Constant) and stop.value == 0:
            return _one_less(look, loop, True)
        end = file.span(loop.first)[1]
        return Mend((TextEdit(end, end, " - 1"),), sure=file.text(stop) == "-1")
    stop = loop.stop
    shrinks = isinstance(stop, ast.BinOp) and isinstance(stop.op, ast.Sub) and isinstance(stop.right, ast.Name)
    if (
        shrinks
        and isinstance(stop, ast.BinOp)
        and loop.step == 1
        and look.shift > 0
        and is_length(file, stop.left, look.text)
    ):
        end = file.span(stop)[1]
        return Mend((TextEdit(end, end, f" - {look.shift}"),), sure=all_neighbours(look, loop.body))
    return _columns(look, loop)


def _size(file: Module, node: ast.expr) -> int | None:
    """How many items a sequence has that is written down and not changed."""
    found = reach(file, node) if isinstance(node, ast.Name) else None
    items = elements(found[0]) if found and len(found) == 1 else None
    text = text_of(found[0]) if found and len(found) == 1 else None
    if any(isinstance(one, ast.Attribute) and dotted(one.value) == file.text(node) for one in file.nodes):
        return None  # `names.append(...)` somewhere
    return len(items) if items is not None else len(text) if text is not None else None


def _columns(look: Look, loop: Counted) -> Mend | None:
    """A row's own length for the number of rows."""
    row, part = look.node.value, loop.stop
    if not isinstance(row, ast.Subscript) or not isinstance(part, ast.Call) or look.shift or loop.step != 1:
        return None
    if called(part) != "len" or len(part.args) != 1 or look.file.text(part.args[0]) != look.file.text(row.value):
        return None
    index = row.slice
    outer = counted(look.file, loop.node, index.id) if isinstance(index, ast.Name) else None
    if outer is None or outer.node is loop.node:
        return None
    return Mend((TextEdit(*look.file.span(part.args[0]), look.text),))


def _one_less(look: Look, loop: Counted, sure: bool) -> Mend:
    """`x[i - 1]` for every `x[i]` of the loop."""
    edits = []
    for one in loop.nodes():
        same = isinstance(one, ast.Subscript) and look.file.text(one.value) == look.text
        if same and isinstance(one, ast.Subscript) and dotted(one.slice) == look.name.id:
            end = look.file.span(one.slice)[1]
            edits.append(TextEdit(end, end, " - 1"))
    return Mend(tuple(edits), sure=sure)


def _is_used_otherwise(look: Look, loop: Counted) -> bool:
    """Whether the counter is shown or calculated with too: then it is meant to count from one."""
    uses = [one for one in loop.nodes() if isinstance(one, ast.Name) and one.id == look.name.id]
    return any(not isinstance(look.file.parents.get(id(one)), ast.Subscript) for one in uses)


def _while(look: Look) -> Mend | None:
    """The condition of a `while`, or where its counter starts."""
    file = look.file
    loop = next((one for one in file.around(look.node) if isinstance(one, ast.While | ast.FunctionDef)), None)
    if not isinstance(loop, ast.While) or changes(loop.body, look.text):
        return None
    for test in [one for one in ast.walk(loop.test) if isinstance(one, ast.Compare) and len(one.ops) == 1]:
        if not isinstance(test.left, ast.Name) or test.left.id != look.name.id:
            continue
        right, sign = test.comparators[0], test.ops[0]
        start = _start(look, loop)
        if isinstance(sign, ast.LtE) and look.shift == 0 and is_length(file, right, look.text):
            end = file.span(test.left)[1]
            at = file.source.text.index("<=", end)
            sure = isinstance(start, ast.Constant) and start.value == 0
            return Mend((TextEdit(at, at + 2, "<"),), sure=sure)
        part, extra = without_number(right)
        if isinstance(sign, ast.Lt) and look.shift == 0 and extra == 1 and is_length(file, part, look.text):
            sure = isinstance(start, ast.Constant) and start.value == 0
            return Mend((TextEdit(*file.span(right), file.text(part)),), sure=sure)
        if isinstance(sign, ast.Lt) and look.shift > 0 and is_length(file, right, look.text):
            end = file.span(right)[1]
            counts = [one for one in loop.body if not _counts(one, look.name.id)]
            return Mend((TextEdit(end, end, f" - {look.shift}"),), sure=all_neighbours(look, counts))
        down = isinstance(sign, ast.GtE) and isinstance(right, ast.Constant) and right.value == 0
        if down and look.shift == 0 and start is not None and is_length(file, start, look.text):
            end = file.span(start)[1]
            return Mend((TextEdit(end, end, " - 1"),))
    return None


def _counts(node: ast.stmt, name: str) -> bool:
    return isinstance(node, ast.AugAssign) and dotted(node.target) == name


def _start(look: Look, loop: ast.While) -> ast.expr | None:
    """What the counter is set to before the loop."""
    scope = look.file.scope_of(look.name.id, loop)
    bound = look.file.bindings(look.name.id, scope) if scope is not None else []
    before = [one for one in bound if getattr(one.node, "lineno", 0) < loop.lineno]
    return before[-1].value if before else None


def _backwards(look: Look, loop: Counted) -> Mend | None:
    """The last index first, where items are taken out."""
    if (
        look.shift
        or loop.step != 1
        or not isinstance(loop.node, ast.For)
        or not is_length(look.file, loop.stop, look.text)
    ):
        return None
    body = loop.node.body
    alone = len(body) == 1 and isinstance(body[0], ast.If) and not body[0].orelse and loop.start in (0, None)
    if not alone or any(isinstance(one, ast.Call) and called(one) in ("append", "insert") for one in ast.walk(body[0])):
        return None
    start, end = look.file.span(loop.node.iter)
    inside = len([one for one in ast.walk(body[0]) if isinstance(one, ast.stmt)])
    return Mend((TextEdit(start, start, "reversed("), TextEdit(end, end, ")")), sure=inside == 2)


def _appended(at: Failing) -> Mend | None:
    """`items.append(value)` for `items[i] = value`."""
    node = at.node
    target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else None
    if not isinstance(node, ast.Assign) or not isinstance(target, ast.Subscript):
        return None
    name, shift = offset(target.slice)
    loop = counted(at.file, target, name.id) if name is not None else None
    outer = at.file.parents.get(id(node))
    if loop is None or shift or outer is not loop.node or loop.step != 1 or loop.start not in (0, None):
        return None
    made = reach(at.file, target.value) if isinstance(target.value, ast.Name) else None
    if not made or len(made) != 1 or changes(loop.body, at.file.text(target.value), stores=1):
        return None
    empty = (isinstance(made[0], ast.List) and not made[0].elts) or (
        isinstance(made[0], ast.Call) and called(made[0]) == "list" and not made[0].args
    )
    start, (begin, stop) = at.file.span(target)[0], at.file.span(node.value)
    between = at.file.source.text[at.file.span(target)[1] : begin]
    if not empty or "(" in between or "\n" in between or _inner(at.file, made[0], loop):
        return None
    edits = (TextEdit(start, begin, f"{at.file.text(target.value)}.append("), TextEdit(stop, stop, ")"))
    return Mend(edits)


def _inner(file: Module, made: ast.expr, loop: Counted) -> bool:
    """Whether an outer loop fills the same list again and again: it would grow."""
    around = [one for one in file.around(loop.node) if isinstance(one, ast.For | ast.While)]
    return any(not any(part is made for part in ast.walk(one)) for one in around)


RECIPES = (
    Recipe(
        "last-position",
        "Lets an index end at the last item.",
        apply,
        unsure="Another bound of the loop, or another position, may be meant.",
    ),
)

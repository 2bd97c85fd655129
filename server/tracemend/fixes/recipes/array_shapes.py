"""`array-turn`, `array-keep`: the shapes of NumPy's arrays.

- `array-turn`: where the shapes in the message allow one way alone, one side of a product turned (`.T`); a value for
  each row kept beside its row: `scores.mean(axis=1, keepdims=True)`, `prices * counts[:, None]`; in an operation, a
  comparison, `scores -= ...`. For `@`, whose message has no shapes, where displays and the like show them.
- `array-keep`: `found = np.append(found, n)` for the statement `np.append(found, n)`, whose new array nobody kept,
  where the array is empty or too short afterwards. Not sure where several are dropped.

Sources: https://numpy.org/doc/stable/user/basics.broadcasting.html,
https://numpy.org/doc/stable/reference/generated/numpy.mean.html,
https://numpy.org/doc/stable/reference/generated/numpy.append.html
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, spreads
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.failing import Failing, failing, scope_at, the_failing
from tracemend.source.module import Module
from tracemend.source.reach import reach

_SHAPES = lazy.regex(
    r"operands could not be broadcast together with shapes \((?P<a>[\d,]+)\) \((?P<b>[\d,]+)\)"
    r"|shapes \((?P<c>[\d,]+)\) and \((?P<d>[\d,]+)\) not aligned"
)
_CORE = lazy.regex(r"matmul: Input operand 1 has a mismatch in its core dimension 0")
_SHORT = lazy.regex(
    r"index -?\d+ is out of bounds for axis 0 with size \d+|zero-size array to reduction operation \w+"
    r"|(?:attempt to get arg\w+ of an empty sequence)|cannot do a non-empty take from an empty axes"
)
_REDUCES = ("mean", "sum", "min", "max", "amin", "amax", "std", "var", "median", "norm", "prod", "nanmean", "nansum")
_GROWS = ("append", "insert", "delete")
_FILLED = ("zeros", "ones", "empty", "full")

Shape = tuple[int, ...]


def turn(request: Request) -> Mend | None:
    """`a.T @ b`, `a * b[:, None]`: where one way alone fits."""
    at, message = failing(request), request.report.first_line
    asked = _SHAPES.search(message)
    if at is not None and _CORE.match(message):
        return _product(at)
    if asked is None or at is None:
        return None
    left, right = (_shape(asked[one] or asked[two]) for one, two in (("a", "c"), ("b", "d")))
    if asked["c"] is not None:
        found = the_failing(request, ast.Call, lambda call: called(call) == "dot" and bool(call.args))
        sides = list(found[1].args[:2]) if found is not None else []
        if found is not None and len(sides) == 1 and isinstance(found[1].func, ast.Attribute):
            sides = [found[1].func.value, *sides]
        return _turned(at.file, sides, left, right)
    pairs = _pairs(at)
    if len(pairs) != 1 or {len(left), len(right)} != {1, 2}:
        return None
    flat, table, side = (left, right, pairs[0][0]) if len(left) == 1 else (right, left, pairs[0][1])
    if flat[0] != table[0] or flat[0] == table[1]:
        return None
    return _beside_rows(at, side)


def _shape(text: str) -> Shape:
    return tuple(int(one) for one in text.split(",") if one)


def _pairs(at: Failing) -> list[tuple[ast.expr, ast.expr]]:
    """The two sides of the operation or the comparison that the carets name."""
    if isinstance(at.node, ast.AugAssign):
        return [(at.node.target, at.node.value)] if not at.parts(ast.BinOp) else []
    pairs = [(one.left, one.right) for one in at.parts(ast.BinOp) if not isinstance(one.op, ast.MatMult)]
    if pairs:
        return pairs if len(pairs) == 1 else []
    return [(one.left, one.comparators[0]) for one in at.parts(ast.Compare) if len(one.ops) == 1]


def _beside_rows(at: Failing, side: ast.expr) -> Mend | None:
    """One value for each row, with an axis for its column."""
    if isinstance(side, ast.Call) and called(side) in _REDUCES and not spreads(side):
        if keyword_of(side, "keepdims") is not None:
            return None
        axis = keyword_of(side, "axis")
        of_module = isinstance(side.func, ast.Attribute) and (dotted(side.func.value) or "").startswith(("np", "numpy"))
        place = 1 if of_module or isinstance(side.func, ast.Name) else 0
        number = axis.value if axis is not None else side.args[place] if len(side.args) == place + 1 else None
        if number is not None and at.file.text(number) in ("1", "-1"):
            return Mend((add_keyword(at.file.statement(side), side, "keepdims=True"),))
    if not isinstance(side, ast.Name | ast.Attribute | ast.Call):
        return None
    end = at.file.span(side)[1]
    return Mend((TextEdit(end, end, "[:, None]"),))


def _turned(file: Module, sides: list[ast.expr], left: Shape, right: Shape) -> Mend | None:
    first = len(left) == len(right) == 2 and left[0] == right[0]
    second = len(left) == len(right) == 2 and left[1] == right[1]
    side = sides[0 if first else 1] if len(sides) == 2 and first != second else None
    if not isinstance(side, ast.Name | ast.Attribute) or (isinstance(side, ast.Attribute) and side.attr == "T"):
        return None
    end = file.span(side)[1]
    return Mend((TextEdit(end, end, ".T"),))


def _product(at: Failing) -> Mend | None:
    found = at.parts(ast.BinOp, lambda node: isinstance(node.op, ast.MatMult))
    if len(found) != 1:
        return None
    left, right = _known_shape(at.file, found[0].left), _known_shape(at.file, found[0].right)
    if left is None or right is None:
        return None
    sides = [found[0].left, found[0].right]
    mend = _turned(at.file, sides, left, right)
    real = all(_is_display(at.file, side) for side in sides)
    return mend if mend is None or real else mend._replace(sure=False)


def _is_display(file: Module, node: ast.expr) -> bool:
    """Whether an array is made of values that stand in the file: one of zeros or ones only holds the place of some."""
    made = [one for one in reach(file, node) or [node] if isinstance(one, ast.Call)]
    return bool(made) and all(called(one) in ("array", "asarray") for one in made)


def _known_shape(file: Module, node: ast.expr) -> Shape | None:
    """The shape of an array that a display, `zeros((3, 2))` and the like, or `.reshape(3, 2)` makes."""
    sources = reach(file, node)
    shapes = {_made_shape(file, one) for one in sources or [node]}
    return shapes.pop() if len(shapes) == 1 else None


def _made_shape(file: Module, node: ast.expr) -> Shape | None:
    if not isinstance(node, ast.Call) or not node.args:
        return None
    name, first = called(node), node.args[0]
    if name in _FILLED:
        return _numbers([first])
    if name == "reshape" and isinstance(node.func, ast.Attribute) and dotted(node.func.value) not in ("np", "numpy"):
        return _numbers(node.args)
    if name not in ("array", "asarray"):
        return None
    shape: list[int] = []
    rows = reach(file, first) or [first]
    at = rows[0] if len(rows) == 1 else None
    while isinstance(at, ast.List | ast.Tuple) and at.elts:
        if any(isinstance(one, ast.Starred) for one in at.elts):
            return None
        shape.append(len(at.elts))
        at = at.elts[0]
    return tuple(shape) or None


def _numbers(nodes: list[ast.expr]) -> Shape | None:
    if len(nodes) == 1 and isinstance(nodes[0], ast.Tuple):
        nodes = nodes[0].elts
    found = [one.value for one in nodes if isinstance(one, ast.Constant) and type(one.value) is int]
    return tuple(found) if found and len(found) == len(nodes) and min(found) >= 0 else None


def keep(request: Request) -> Mend | None:
    """`a = np.append(a, 4)` for the statement `np.append(a, 4)`."""
    at = failing(request)
    if at is None or not _SHORT.match(request.report.first_line):
        return None
    names = {dotted(one) for kind in (ast.Name, ast.Attribute) for one in at.every(kind)}
    found: list[tuple[ast.Expr, str]] = []
    for part in at.file.nodes:
        call = part.value if isinstance(part, ast.Expr) else None
        if not isinstance(part, ast.Expr) or not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        name = dotted(call.args[0]) if call.args else None
        grows = call.func.attr in _GROWS and dotted(call.func.value) in ("np", "numpy")
        if grows and name is not None and name in names and _is_same(at, name, call.args[0]):
            found.append((part, name))
    if not found:
        return None
    edits = [TextEdit(begin, begin, f"{name} = ") for part, name in found for begin in (at.file.span(part)[0],)]
    return Mend(tuple(edits), sure=len({name for _, name in found}) == 1)


def _is_same(at: Failing, name: str, node: ast.expr) -> bool:
    """Whether a name means the same variable in the failing statement and at `node`."""
    own = next((one for one in at.every(ast.Name) if one.id == name), None)
    if own is None or not isinstance(node, ast.Name):
        return own is None and not isinstance(node, ast.Name)
    scope = at.file.scope_of(name, own)
    if scope is None or at.file.scope_of(name, node) is not scope or scope_at(at.file, node) is not scope:
        return False  # an assignment would make a variable of its own
    return not any(isinstance(one.node, ast.arg) for one in at.file.bindings(name, scope))


RECIPES = (
    Recipe(
        "array-turn",
        "Turns the side of a product, where the shapes allow one way alone.",
        turn,
        unsure="The arrays of the file only hold the place of others: their shapes may be what is wrong.",
    ),
    Recipe(
        "array-keep",
        "Keeps the new array that numpy.append gives back.",
        keep,
        unsure="Several arrays are made anew and dropped.",
    ),
)

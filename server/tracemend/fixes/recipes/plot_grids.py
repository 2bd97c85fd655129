"""What `subplots` gave is used as it is, one plot, a row of them, a grid: `plot-axes`; is taken apart: `plot-names`.

`axes.flat` where a loop goes over the rows of a grid of plots, also by `zip` and `enumerate`, or counts through them
(`axes[i]`); `ax` for `ax[0]` where there is one plot. Not sure for `axes[i]` where the code
does not show that the number goes beyond the rows; nor where the rows are paired with as many things as there are rows.
`axes = axes.flat` below the grid where numbers beyond its rows
are written for its plots. `plot-names` writes `figure, (left, right) = subplots(1, 2)` for three names in a row, and
`figure, ax = subplots()` where one name got both.

Sources: https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.subplots.html,
https://numpy.org/doc/stable/reference/generated/numpy.ndarray.flat.html
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, keyword_of
from tracemend.fixes.toolkit.edits import insert_after
from tracemend.fixes.toolkit.failing import failing, the_failing
from tracemend.source.module import Module, whole
from tracemend.source.reach import elements, reach


def axes(request: Request) -> Mend | None:
    """`axes.flat`, and `ax` for `ax[0]`."""
    statement = request.place.statement
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None:
        return None
    if "object is not subscriptable" in request.report.first_line:
        found = the_failing(request, ast.Subscript, lambda one: isinstance(one.slice, ast.Constant))
        if found is None or not isinstance(found[1].slice, ast.Constant) or found[1].slice.value != 0:
            return None
        grid = _grid(file, found[1].value)
        start, end = file.span(found[1].value)[1], file.span(found[1])[1]
        return Mend((TextEdit(start, end, ""),)) if grid == (1, 1) else None
    node = file.same(statement, statement.node)
    if isinstance(node, ast.stmt) and "has no attribute" in request.report.first_line:
        return _flattened(file, node) or _each(file, node)
    return None


_UNPACKED = lazy.regex(r"not enough values to unpack \(expected \d+, got 2\)")
_OF_TUPLE = lazy.regex(r"'tuple' object has no attribute '(\w+)'")
_OF_FIGURE = frozenset(
    ("savefig", "suptitle", "tight_layout", "colorbar", "add_subplot", "subplots_adjust", "set_size_inches")
)


def names(request: Request) -> Mend | None:
    """`figure, (left, right) = subplots(1, 2)`, and `figure, ax = subplots()`."""
    at = failing(request)
    if at is None:
        return None
    if _UNPACKED.search(request.report.first_line):
        return _grouped(at.file, at.node) if isinstance(at.node, ast.Assign) else None
    found = _OF_TUPLE.search(request.report.first_line)
    if found is None:
        return None
    owners = {one.value.id: one.value for one in at.parts(ast.Attribute)
              if one.attr == found[1] and isinstance(one.value, ast.Name)}  # fmt: skip
    name = next(iter(owners.values())) if len(owners) == 1 else None
    bound = at.file.only_value(name.id, name) if name is not None else None
    if name is None or bound is None or not isinstance(bound[0], ast.Assign) or len(bound[0].targets) != 1:
        return None
    made, value = bound
    scope = at.file.scope_of(name.id, name)
    if (
        scope is None
        or not isinstance(made, ast.Assign)
        or not isinstance(value, ast.Call)
        or called(value) != "subplots"
    ):
        return None
    uses = [at.file.parents.get(id(use)) for use in at.file.uses(name.id, scope)]
    if found[1] not in _OF_FIGURE and _size(value) != (1, 1):
        return None
    if not all(isinstance(use, ast.Attribute) and (use.attr in _OF_FIGURE) == (found[1] in _OF_FIGURE) for use in uses):
        return None
    start, end = at.file.span(made.targets[0])
    if found[1] in _OF_FIGURE:
        other = "ax" if _size(value) == (1, 1) else "axes"
        return None if at.file.bindings(other, scope) else Mend((TextEdit(end, end, f", {other}"),))
    free = next((one for one in ("fig", "figure") if not at.file.bindings(one, scope) and name.id != one), "_")
    return Mend((TextEdit(start, start, f"{free}, "),))


def _grouped(file: Module, node: ast.Assign) -> Mend | None:
    """Parentheses around the plots among the names, and around each row of a grid."""
    target, call = node.targets[0], node.value
    size = _size(call) if isinstance(call, ast.Call) and called(call) == "subplots" else None
    if not isinstance(target, ast.Tuple) or size is None or len(node.targets) != 1:
        return None
    plots = target.elts[1:]
    if (
        size == (1, 1)
        or len(plots) != size[0] * size[1]
        or any(isinstance(one, ast.Starred | ast.Tuple) for one in plots)
    ):
        return None
    row = size[1] if min(size) > 1 else len(plots)
    outer = row < len(plots)
    edits: list[TextEdit] = []
    for number, plot in enumerate(plots):
        start, end = file.span(plot)
        if number % row == 0:
            edits.append(TextEdit(start, start, "((" if outer and number == 0 else "("))
        if number % row == row - 1:
            edits.append(TextEdit(end, end, "))" if outer and number == len(plots) - 1 else ")"))
    return Mend(tuple(edits))


def _flattened(file: Module, node: ast.stmt) -> Mend | None:
    """`axes = axes.flat` below the grid that the statement asks by one number, where another number of the file is
    beyond its rows."""
    for part in ast.walk(node):
        if not isinstance(part, ast.Subscript) or not _number(part.slice) or not isinstance(part.value, ast.Name):
            continue
        size, grid = _grid(file, part.value), part.value
        scope = file.scope_of(grid.id, grid)
        if size is None or min(size) < 2 or scope is None:
            continue
        uses = [file.parents.get(id(use)) for use in file.uses(grid.id, scope)]
        asked = [use.slice for use in uses if isinstance(use, ast.Subscript) and isinstance(use.slice, ast.Constant)]
        numbers = [one.value for one in asked if isinstance(one.value, int)]
        if len(numbers) == len(uses) and size[0] <= max(numbers) < size[0] * size[1]:
            made = file.bindings(grid.id, scope)[0].node
            return Mend((insert_after(file.statement(made), [f"{grid.id} = {grid.id}.flat"]),))
    return None


def _number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int)


def _each(file: Module, node: ast.stmt) -> Mend | None:
    """`.flat` behind the grid whose rows the statement takes for plots."""
    found: dict[int, tuple[TextEdit, bool]] = {}
    for part in ast.walk(node):
        owner = part.value if isinstance(part, ast.Attribute) else None
        grid: tuple[ast.expr, bool] | None = None
        if isinstance(owner, ast.Subscript):
            grid = _counted(file, owner)
        elif isinstance(owner, ast.Name):
            bound = file.only_value(owner.id, owner)
            if bound is not None and isinstance(bound[1], ast.Subscript):
                grid = _counted(file, bound[1])
            else:
                grid = _looped(file, owner)
        size = _grid(file, grid[0]) if grid is not None else None
        if grid is not None and size is not None and min(size) > 1:
            at = file.span(grid[0])[1]
            found[at] = (TextEdit(at, at, ".flat"), grid[1])
    if len(found) != 1:
        return None
    edit, sure = next(iter(found.values()))
    return Mend((edit,), sure=sure)


def _counted(file: Module, node: ast.Subscript) -> tuple[ast.expr, bool] | None:
    """The grid of `axes[i]`, and whether `i` counts further than its rows do, or is used for nothing but the grid."""
    if isinstance(node.slice, ast.Tuple | ast.Slice):
        return None
    size = _grid(file, node.value)
    if size is None:
        return None
    if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, int):
        return node.value, node.slice.value >= size[0]
    if not isinstance(node.slice, ast.Name):
        return None
    for outer in file.around(node):
        target, over = (outer.target, outer.iter) if isinstance(outer, ast.For) else (None, None)
        if isinstance(over, ast.Call) and called(over) == "enumerate" and isinstance(target, ast.Tuple):
            first = target.elts[0]
            if isinstance(first, ast.Name) and first.id == node.slice.id:
                return node.value, _is_no_grid(file, over.args[0] if over.args else over, size)
        counts = isinstance(over, ast.Call) and called(over) == "range" and len(over.args) == 1
        if counts and isinstance(over, ast.Call) and isinstance(target, ast.Name) and target.id == node.slice.id:
            end = over.args[0]
            number = end.value if isinstance(end, ast.Constant) else None
            known = isinstance(number, int) and number > size[0]
            inner = end.args[0] if isinstance(end, ast.Call) and called(end) == "len" and end.args else None
            return node.value, known or (inner is not None and _is_no_grid(file, inner, size))
    return node.value, False


def _is_no_grid(file: Module, node: ast.expr, size: tuple[int, int]) -> bool:
    """Whether what is counted is no nested list as long as the grid has rows: what it holds is one for each plot."""
    sources = reach(file, node)
    only = sources[0] if sources is not None and len(sources) == 1 else None
    if (
        isinstance(only, ast.Call)
        and called(only) in ("items", "keys", "values")
        and isinstance(only.func, ast.Attribute)
    ):
        more = reach(file, only.func.value)
        only = more[0] if more is not None and len(more) == 1 else only
    if isinstance(only, ast.List | ast.Tuple | ast.Set):
        return len(only.elts) > size[0]
    if isinstance(only, ast.Dict):
        return len(only.keys) > size[0]
    if isinstance(only, ast.DictComp | ast.ListComp) and len(only.generators) == 1:
        inner = only.generators[0].iter
        while isinstance(inner, ast.Call) and called(inner) in ("enumerate", "sorted", "list") and inner.args:
            inner = inner.args[0]
        return _is_no_grid(file, inner, size)
    return False


def _looped(file: Module, name: ast.Name) -> tuple[ast.expr, bool] | None:
    """The grid that a loop around takes the name from: itself, or as a part of `zip` and `enumerate`; and that nothing
    is there for each row alone."""
    for outer in file.around(name):
        if isinstance(outer, ast.For):
            pairs = [(outer.target, outer.iter)]
        elif isinstance(outer, ast.ListComp | ast.GeneratorExp | ast.SetComp | ast.DictComp):
            pairs = [(one.target, one.iter) for one in outer.generators]
        else:
            continue
        for target, over in pairs:
            found = _part(target, over, name.id)
            if found is not None:
                if not isinstance(found, ast.Name | ast.Attribute):
                    return None
                size = _grid(file, found)
                return found, size is not None and not any(_count(file, one) == size[0] for one in _beside(over, found))
    return None


def _beside(over: ast.expr, found: ast.expr) -> list[ast.expr]:
    """What `zip` pairs with the grid."""
    while isinstance(over, ast.Call) and called(over) == "enumerate" and over.args:
        over = over.args[0]
    return [one for one in over.args if one is not found] if isinstance(over, ast.Call) else []


def _count(file: Module, node: ast.expr) -> int | None:
    """How many things a display that an expression comes from has; None where the file does not show it."""
    sources = reach(file, node)
    only = sources[0] if sources is not None and len(sources) == 1 else None
    views = ("items", "keys", "values")
    if isinstance(only, ast.Call) and isinstance(only.func, ast.Attribute) and called(only) in views:
        return _count(file, only.func.value)
    if isinstance(only, ast.Call) and called(only) in ("enumerate", "sorted", "list", "tuple") and only.args:
        return _count(file, only.args[0])
    if isinstance(only, ast.Constant) and isinstance(only.value, str):
        return len(only.value)
    items = only.keys if isinstance(only, ast.Dict) else elements(only) if only is not None else None
    return len(items) if items is not None else None


def _part(target: ast.expr, over: ast.expr, name: str) -> ast.expr | None:
    """What gives the name its values in `for target in over`."""
    if isinstance(target, ast.Name):
        return over if target.id == name else None
    if not isinstance(target, ast.Tuple) or not isinstance(over, ast.Call):
        return None
    if called(over) == "enumerate" and len(target.elts) == 2 and over.args:
        return _part(target.elts[1], over.args[0], name)
    if called(over) == "zip" and len(target.elts) == len(over.args):
        return next((one for inner, arg in zip(target.elts, over.args, strict=True)
                     if (one := _part(inner, arg, name)) is not None), None)  # fmt: skip
    return None


def _grid(file: Module, node: ast.expr) -> tuple[int, int] | None:
    """Rows and columns of `figure, axes = subplots(...)`; None where the file does not show them."""
    call = _made(file, node)
    if not isinstance(call, ast.Call) or called(call) != "subplots" or keyword_of(call, "squeeze"):
        return None
    return _size(call)


def _size(call: ast.Call) -> tuple[int, int] | None:
    """Rows and columns of a call of `subplots`."""
    sizes: list[int] = []
    for index, name in enumerate(("nrows", "ncols")):
        keyword = keyword_of(call, name)
        given = call.args[index] if index < len(call.args) else keyword.value if keyword is not None else None
        if given is not None and not (isinstance(given, ast.Constant) and isinstance(given.value, int)):
            return None
        sizes.append(given.value if isinstance(given, ast.Constant) and isinstance(given.value, int) else 1)
    return sizes[0], sizes[1]


def _made(file: Module, node: ast.expr) -> ast.expr | None:
    """The call that a grid's name, or attribute of `self`, comes from."""
    if isinstance(node, ast.Attribute):
        text = ast.unparse(node)
        made = [
            one.value
            for one in file.nodes
            if isinstance(one, ast.Assign) and any(text == ast.unparse(part) for goal in one.targets
                                                   for part in getattr(goal, "elts", [goal]))
        ]  # fmt: skip
        return made[0] if len(made) == 1 else None
    if not isinstance(node, ast.Name):
        return None
    scope = file.scope_of(node.id, node)
    bound = file.bindings(node.id, scope) if scope is not None else []
    made_by = bound[0].node if len(bound) == 1 else None
    return made_by.value if isinstance(made_by, ast.Assign) else None


RECIPES = (
    Recipe(
        "plot-axes",
        "Goes over every plot of a grid, or takes the one there is.",
        axes,
        unsure="The code does not show that the number counts through all the plots.",
    ),
    Recipe("plot-names", "Takes the figure and its plots apart.", names),
)

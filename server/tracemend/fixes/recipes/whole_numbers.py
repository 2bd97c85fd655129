"""`whole-number`: a whole number where a float was made.

An index, a slice, an argument of `range` or a count of repetitions is a float. A division that made it becomes `//`, a
literal `3.0` becomes `3`, anything else is put into `int()`. Not for a literal with a fraction. Sure where the code
shows how the float came about; not where a quotient says how often something is done and may not come out even: the
rest may want one more.

Source: https://docs.python.org/3/library/stdtypes.html#numeric-types-int-float-complex
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, nearest_to_carets, text_of
from tracemend.fixes.toolkit.displays import wrap
from tracemend.fixes.toolkit.operators import operator_span
from tracemend.source.module import Module, whole
from tracemend.source.reach import reach
from tracemend.source.statement import Statement, own_parts

_FLOAT = lazy.regex(
    r"indices must be integers(?: or slices)?, not '?float'?$|^slice indices must be integers"
    r"|'float' object cannot be interpreted as an integer|can't multiply sequence by non-int of type 'float'"
    r"|integer argument expected, got float|^only integers, slices \(`:`\), ellipsis"
    r"|^expected a sequence of integers or a single integer, got '\d"
)
_ALL_WHOLE = (
    *("range", "chr", "bytes", "bytearray", "randint", "islice", "factorial", "comb", "hex", "bin"),
    *("rand", "randn", "reshape", "eye", "identity"),
)
"""Functions whose arguments are whole numbers all."""
_FLOATS = ("sqrt", "pow", "log", "log2", "log10", "exp", "hypot", "float", "time", "random", "uniform", "mean")


def whole_number(request: Request) -> Mend | None:
    """The recipe for floats."""
    statement = request.place.statement
    message = request.report.first_line
    file = whole(statement.source) if statement is not None and _FLOAT.search(message) else None
    if statement is None or file is None:
        return None
    nodes: list[ast.expr] = []
    for node in _places(statement, message):
        same = file.same(statement, node)
        if isinstance(same, ast.expr) and not _is_whole(file, same):
            nodes.append(same)
    if len(nodes) > 1:
        nodes = [node for node in nodes if any(_is_float(one) for one in reach(file, node) or ())] or nodes
    sure = len(nodes) == 1 or all(_shown(file, node) for node in nodes)
    edits: dict[TextEdit, None] = {}
    for node in nodes:
        mend = _whole(file, node)
        if mend is None:
            return None
        edits.update(dict.fromkeys(mend.edits))
        sure = sure and mend.sure
    return Mend(tuple(edits), sure=sure) if edits else None


def _places(statement: Statement, message: str) -> list[ast.expr]:
    """The expressions that have to be whole numbers."""
    found: list[ast.expr] = []
    parts = [part for part in own_parts(statement.node) if isinstance(part, ast.expr)]
    if message.startswith("can't multiply"):
        products = [part for part in parts if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Mult)]
        for part in nearest_to_carets(statement, products):
            sides = [part.left, part.right]
            shown = [side for side in sides if _is_sequence(side)]
            if len(shown) == 1:
                sides.remove(shown[0])
                found.append(sides[0])
        if isinstance(statement.node, ast.AugAssign) and isinstance(statement.node.op, ast.Mult):
            found.append(statement.node.value)
        return found
    if "indices" in message or "array" in message:
        subscripts = [part for part in parts if isinstance(part, ast.Subscript)]
        for node in nearest_to_carets(statement, subscripts):
            if isinstance(node.slice, ast.Slice):
                if message.startswith("slice"):
                    found += [
                        side for side in (node.slice.lower, node.slice.upper, node.slice.step) if side is not None
                    ]
            elif not message.startswith("slice"):
                found.append(node.slice)
        return found
    calls = [part for part in parts if isinstance(part, ast.Call)]
    for call in nearest_to_carets(statement, calls):
        if called(call) in ("linspace", "geomspace", "logspace"):
            found += call.args[2:3] + [one.value for one in call.keywords if one.arg == "num"]
        elif called(call) in ("zeros", "ones", "empty", "full", "resize", "thumbnail"):
            shape = call.args[:1]
            found += shape[0].elts if shape and isinstance(shape[0], ast.Tuple | ast.List) else shape
        elif called(call) == "choice":
            found += call.args[1:2] + [one.value for one in call.keywords if one.arg == "size"]
        elif called(call) in _ALL_WHOLE:
            found += call.args
        elif called(call) in ("ljust", "rjust", "center", "zfill"):
            found += call.args[:1]
        elif called(call) in ("round", "sample", "choices"):
            found += call.args[1:]
    return [node for node in found if not isinstance(node, ast.Starred)]


def _is_sequence(node: ast.expr) -> bool:
    return isinstance(node, ast.List | ast.Tuple | ast.ListComp | ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
    )


def _is_whole(file: Module, node: ast.expr) -> bool:
    """Whether an expression is seen to be a whole number already."""
    sources = reach(file, node)
    return sources is not None and all(
        (isinstance(one, ast.Constant) and isinstance(one.value, int))
        or (isinstance(one, ast.Call) and called(one) in ("int", "len", "floor", "ceil", "ord"))
        or (isinstance(one, ast.UnaryOp) and _is_whole(file, one.operand))
        or (isinstance(one, ast.BinOp) and isinstance(one.op, ast.FloorDiv) and _whole_side(file, one))
        for one in sources
    )


def _whole_side(file: Module, node: ast.BinOp) -> bool:
    """Whether both sides of a `//` are whole numbers, as far as the code shows it: a float makes a float there."""
    return all(_is_whole(file, side) for side in (node.left, node.right))


def _is_float(node: ast.expr) -> bool:
    """Whether an expression shows that it makes a float."""
    for part in ast.walk(node):
        if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Div):
            return True
        if isinstance(part, ast.Constant) and isinstance(part.value, float):
            return True
        if isinstance(part, ast.Call) and called(part) in _FLOATS:
            return True
    return False


def _shown(file: Module, node: ast.expr) -> bool:
    sources = reach(file, node)
    return sources is not None and all(_is_float(one) for one in sources)


def _whole(file: Module, node: ast.expr) -> Mend | None:
    """The one expression as a whole number: where the float is made, if it is used as nothing else, else here."""
    sources = reach(file, node)
    if sources is not None and any(_fraction(one) for one in sources):
        return None
    here = isinstance(sources, list) and len(sources) == 1 and sources[0] is node
    if sources is not None and (here or (isinstance(node, ast.Name) and not _is_shown(file, node))):
        edits = [_at_source(file, one) for one in sources]
        made = [edit for edit in edits if edit is not None]
        if len(made) == len(edits):
            return Mend(
                tuple(edit for one in made for edit in one), sure=not any(_may_round(file, one) for one in sources)
            )
    return Mend(tuple(wrap(file, node, "int")), sure=sources is not None and all(_is_float(one) for one in sources))


def _may_round(file: Module, node: ast.expr) -> bool:
    """Whether a quotient counts steps that may not come out even: the rest may want one more of them.

    A plain number divides as it says, but for the size of pieces that are cut (`rows[i * 10:...]`); an index is the
    whole part of any quotient."""
    for part in ast.walk(node):
        if not (isinstance(part, ast.BinOp) and isinstance(part.op, ast.Div)):
            continue
        if _is_even(file, part):
            continue
        if not _counts(file, node):
            continue
        if not isinstance(part.right, ast.Constant) or _times(file, part.right.value):
            return True
    return False


def _is_even(file: Module, node: ast.BinOp) -> bool:
    """Whether the file shows both numbers of a quotient, and that nothing is left over."""
    sides = [reach(file, side) or [] for side in (node.left, node.right)]
    values = [one[0].value for one in sides if len(one) == 1 and isinstance(one[0], ast.Constant)]
    whole_ones = [value for value in values if isinstance(value, int)]
    return len(whole_ones) == 2 and whole_ones[1] != 0 and whole_ones[0] % whole_ones[1] == 0


def _counts(file: Module, node: ast.expr) -> bool:
    """Whether a number says how often something is done: it is not an index or a part of one."""
    places: list[ast.AST] = [node]
    outer = file.parents.get(id(node))
    if isinstance(outer, ast.Assign) and len(outer.targets) == 1 and isinstance(outer.targets[0], ast.Name):
        name = outer.targets[0].id
        scope = file.scope_of(name, outer.targets[0])
        places = list(file.uses(name, scope)) if scope is not None else places
    return any(
        isinstance(around, ast.Call) and called(around) in ("range", "sample", "choices", "islice")
        for place in places
        for around in file.around(place)
        if isinstance(around, ast.expr)
    )


def _times(file: Module, size: object) -> bool:
    """Whether the file multiplies by a number that is more than 2: pieces of that size are cut."""
    return any(
        isinstance(one, ast.BinOp)
        and isinstance(one.op, ast.Mult)
        and any(isinstance(side, ast.Constant) and side.value == size != 2 for side in (one.left, one.right))
        for one in file.nodes
    )


def _fraction(node: ast.expr) -> bool:
    if isinstance(node, ast.Call) and called(node) == "float" and len(node.args) == 1:
        return not (text_of(node.args[0]) or "0").strip().isdecimal()
    return isinstance(node, ast.Constant) and isinstance(node.value, float) and not node.value.is_integer()


def _at_source(file: Module, node: ast.expr) -> list[TextEdit] | None:
    """`3.0` as `3`, the only division of an expression that is otherwise whole as `//`."""
    if isinstance(node, ast.UnaryOp):
        return _at_source(file, node.operand)
    if isinstance(node, ast.Constant) and isinstance(node.value, float) and node.value.is_integer():
        start, end = file.span(node)
        return [TextEdit(start, end, str(int(node.value)))]
    divisions = [part for part in ast.walk(node) if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Div)]
    floats = any(
        (isinstance(part, ast.Constant) and isinstance(part.value, float))
        or (isinstance(part, ast.Call) and called(part) in _FLOATS)
        for part in ast.walk(node)
    )
    if len(divisions) != 1 or floats or not isinstance(node, ast.BinOp):
        return None
    if not all(isinstance(outer, ast.BinOp | ast.UnaryOp) for outer in _between(file, divisions[0], node)):
        return None  # inside a call: it is the call's result that is a float
    if any(
        isinstance(outer, ast.BinOp) and isinstance(outer.op, ast.Mult | ast.Pow)
        for outer in _between(file, divisions[0], node)
    ):
        return None  # n / 2 * 3 and n // 2 * 3 differ
    span = operator_span(file, divisions[0].left, divisions[0].right, "/")
    return None if span is None else [TextEdit(*span, "//")]


def _between(file: Module, inner: ast.AST, outer: ast.AST) -> list[ast.AST]:
    """The nodes around `inner` up to `outer`, both left out of an equal pair."""
    found: list[ast.AST] = []
    if inner is outer:
        return found
    for node in file.around(inner):
        found.append(node)
        if node is outer:
            break
    return found


def _is_shown(file: Module, node: ast.Name) -> bool:
    """Whether the name's value is also printed or returned: then it is changed where it is an index alone."""
    scope = file.scope_of(node.id, node)
    for use in file.uses(node.id, scope) if scope is not None else ():
        outer = file.parents.get(id(use))
        if isinstance(outer, ast.FormattedValue | ast.Return | ast.keyword):
            return True
        if isinstance(outer, ast.Call) and use in outer.args and called(outer) != "range":
            return True
    return False


RECIPES = (
    Recipe(
        "whole-number",
        "Makes a whole number where a float cannot be used.",
        whole_number,
        unsure="The code does not show how the number came about; rounding may be meant.",
    ),
)

"""Counting and collecting in a dictionary that has no entry of the key yet: from nothing."""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, expressions, nearest_to_carets
from tracemend.source.module import Module, whole
from tracemend.source.reach import attribute_values, reach
from tracemend.source.statement import Statement

_COLLECTED = {"append": "[]", "extend": "[]", "add": "set()"}
_NUMBERS = ("int", "float", "len", "round", "abs", "sum")


def first_entry(statement: Statement) -> Mend | None:
    """The statement so that it works with the first entry of a key too; None where it counts and collects nothing.

    - `d[k] += 1` and `d[k] = d[k] + 1` become `d[k] = d.get(k, 0) + 1`;
    - `d[k].append(x)` becomes `d.setdefault(k, []).append(x)`, `d[k][j] = x` `d.setdefault(k, {})[j] = x`, where the
      dictionary begins empty and nothing else in the file stores an entry.
    """
    node = statement.node
    if isinstance(node, ast.AugAssign):
        return _counted(statement, node)
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        return _added(statement, node) or _nested(statement, node)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        return _collected(statement, node.value)
    return None


def zero_of(node: ast.expr) -> str | None:
    """The empty value of a literal's own type."""
    if isinstance(node, ast.Constant):
        for kind, zero in ((bool, "False"), (int, "0"), (float, "0.0"), (str, '""')):
            if isinstance(node.value, kind):
                return zero
    if isinstance(node, ast.JoinedStr):
        return '""'
    return "[]" if isinstance(node, ast.List) else "{}" if isinstance(node, ast.Dict) else None


def _zero(statement: Statement, node: ast.expr) -> str | None:
    """The empty value of what is added: a literal, a call that gives a number, a name that stands for these alone."""
    zero = zero_of(node)
    if zero is not None:
        return zero
    file = whole(statement.source)
    same = file.same(statement, node) if file is not None else None
    if file is None or not isinstance(same, ast.expr):
        return None
    return "0" if _is_number(file, same) else None


def _is_number(file: Module, node: ast.expr, depth: int = 3) -> bool:
    sources = reach(file, node)
    return bool(sources) and all(_makes_number(file, one, depth) for one in sources or ())


def _makes_number(file: Module, node: ast.expr, depth: int) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, int | float)
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and called(node) in _NUMBERS
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return _makes_number(file, node.operand, depth)
    if isinstance(node, ast.BinOp) and depth:
        return _is_number(file, node.left, depth - 1) and _is_number(file, node.right, depth - 1)
    return False


def _plain(node: ast.expr) -> bool:
    """Whether a key can be written twice."""
    if isinstance(node, ast.Tuple):
        return all(_plain(one) for one in node.elts)
    return isinstance(node, ast.Constant) or dotted(node) is not None


def _counted(statement: Statement, node: ast.AugAssign) -> Mend | None:
    """`d[k] += 1`."""
    target, zero = node.target, _zero(statement, node.value)
    if not isinstance(target, ast.Subscript) or not isinstance(node.op, ast.Add | ast.Sub) or zero in (None, "{}"):
        return None
    if not _plain(target.slice) or dotted(target.value) is None:
        return None
    operator = "+" if isinstance(node.op, ast.Add) else "-"
    base, key = statement.text(target.value), statement.text(target.slice)
    start, _ = statement.span(target)
    end, _ = statement.span(node.value)
    text = f"{base}[{key}] = {base}.get({_bracketed(target.slice, key)}, {zero}) {operator} "
    if isinstance(node.op, ast.Sub) and isinstance(node.value, ast.BinOp):
        stop = statement.span(node.value)[1]
        return Mend((TextEdit(start, end, text + "("), TextEdit(stop, stop, ")")))
    return Mend((TextEdit(start, end, text),))


def _bracketed(node: ast.expr, text: str) -> str:
    return f"({text})" if isinstance(node, ast.Tuple) and not text.startswith("(") else text


def _added(statement: Statement, node: ast.Assign) -> Mend | None:
    """`d[k] = d[k] + 1`, also `1 + d[k]`."""
    target, value = node.targets[0], node.value
    if not isinstance(target, ast.Subscript) or dotted(target.value) is None or not _plain(target.slice):
        return None
    if not isinstance(value, ast.BinOp) or not isinstance(value.op, ast.Add | ast.Sub):
        return None
    same = [one for one in (value.left, value.right) if _same(one, target)]
    other = value.right if same and same[0] is value.left else value.left
    zero = _zero(statement, other)
    if len(same) != 1 or zero in (None, "{}") or (isinstance(value.op, ast.Sub) and same[0] is value.right):
        return None
    base, key = statement.text(target.value), statement.text(target.slice)
    start, end = statement.span(same[0])
    return Mend((TextEdit(start, end, f"{base}.get({_bracketed(target.slice, key)}, {zero})"),))


def _same(one: ast.expr, target: ast.Subscript) -> bool:
    return (
        isinstance(one, ast.Subscript)
        and ast.dump(one.value) == ast.dump(target.value)
        and ast.dump(one.slice) == ast.dump(target.slice)
    )


def _collected(statement: Statement, call: ast.Call) -> Mend | None:
    """`d[k].append(x)`."""
    made = _COLLECTED.get(called(call))
    held = call.func.value if isinstance(call.func, ast.Attribute) else None
    return _set_first(statement, held, made) if made is not None and isinstance(held, ast.Subscript) else None


def _nested(statement: Statement, node: ast.Assign) -> Mend | None:
    """`d[k][j] = x`."""
    target = node.targets[0]
    held = target.value if isinstance(target, ast.Subscript) else None
    if (
        not isinstance(target, ast.Subscript)
        or isinstance(target.slice, ast.Slice)
        or not isinstance(held, ast.Subscript)
    ):
        return None
    read = [one for one in expressions(statement)
            if isinstance(one, ast.Subscript) and isinstance(one.ctx, ast.Load)]  # fmt: skip
    return _set_first(statement, held, "{}") if nearest_to_carets(statement, read) == [held] else None


def _set_first(statement: Statement, held: ast.Subscript, made: str) -> Mend | None:
    """`d.setdefault(k, made)` for `d[k]`."""
    file = whole(statement.source)
    same = file.same(statement, held) if file is not None else None
    if file is None or not isinstance(same, ast.Subscript) or not _begins_empty(file, same.value):
        return None
    near = [one for one in expressions(statement) if isinstance(one, ast.Subscript)]
    if held not in nearest_to_carets(statement, near):
        return None
    start, end = statement.span(held)
    base, key = statement.text(held.value), statement.text(held.slice)
    return Mend((TextEdit(start, end, f"{base}.setdefault({_bracketed(held.slice, key)}, {made})"),))


def _begins_empty(file: Module, node: ast.expr) -> bool:
    """Whether a dictionary begins empty, and nothing in the file stores an entry in it but what fails."""
    name = dotted(node)
    sources = attribute_values(file, node) if isinstance(node, ast.Attribute) else reach(file, node)
    if name is None or sources is None or len(sources) != 1 or not _is_empty(sources[0]):
        return False
    for part in file.nodes:
        if isinstance(part, ast.Subscript) and dotted(part.value) == name and isinstance(part.ctx, ast.Store | ast.Del):
            return False
        if isinstance(part, ast.Attribute) and dotted(part.value) == name and part.attr in ("update", "setdefault"):
            return False
    return True


def _is_empty(node: ast.expr) -> bool:
    if isinstance(node, ast.Dict):
        return not node.keys
    return isinstance(node, ast.Call) and called(node) == "dict" and not node.args and not node.keywords

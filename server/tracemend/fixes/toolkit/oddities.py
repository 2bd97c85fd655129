"""What nobody means, by the kind of node: weights for what fails when it runs, for what computes something that nothing
uses, and for what is seldom written so.
"""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator

from tracemend import lazy
from tracemend.fixes.toolkit.callables import written_call
from tracemend.fixes.toolkit.code import is_text

NEVER = 10
"""The weight of what fails when it runs, or computes what nothing uses."""
RARE = 3
"""The weight of what is seldom meant."""
ODD = 1
"""The weight of what is written otherwise more often."""
_NUMBER_ONLY = frozenset(["len", "ord", "abs", "float", "int", "round", "hash", "id", "sum", "chr", "range"])
"""Built-in functions whose argument is no comparison."""
_TAKES_CONDITION = frozenset(["bool", "print", "all", "any", "assertTrue", "assertFalse", "filter", "where", "int"])
_MAKES_TEXT = frozenset(["str", "repr", "input", "chr", "hex", "oct", "bin", "format"])
_OF_RESULT = {
    "type": frozenset(["__name__", "__qualname__", "__module__", "__mro__"]),
    "open": frozenset(["read", "readlines", "readline", "write", "close"]),
    "super": frozenset(["__init__"]),
}
"""Attributes that the result of a built-in function has, and its argument hardly ever."""
_FIELD = lazy.regex(r"%(?!%)(?P<name>\(\w+\))?[-+ #0]*(?P<star>\*)?[\d.]*[a-zA-Z]")


def of_operation(node: ast.BinOp) -> int:
    """`%` with another number of values than its text has fields."""
    if not isinstance(node.op, ast.Mod) or not isinstance(node.left, ast.Constant):
        return 0
    if not isinstance(node.left.value, str):
        return 0
    fields = list(_FIELD.finditer(node.left.value.replace("%%", "")))
    if any(one["name"] or one["star"] for one in fields):
        return 0
    if isinstance(node.right, ast.Tuple):
        return 0 if len(node.right.elts) == len(fields) else NEVER
    return NEVER if len(fields) > 1 and isinstance(node.right, ast.Constant | ast.Name | ast.JoinedStr) else 0


def of_arguments(call: ast.Call) -> Iterator[int]:
    """Arguments that are rather what is done with the call's result."""
    name = written_call(call.func)
    last = name.rpartition(".")[2]
    if last == "format" and isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Constant):
        fields = _auto_fields(call.func.value.value)
        if fields and not any(isinstance(one, ast.Starred) for one in call.args):
            yield 0 if fields == len(call.args) else NEVER if fields > len(call.args) else RARE
    for at, one in enumerate(call.args):
        if isinstance(one, ast.Compare | ast.BoolOp):
            compared = isinstance(one, ast.Compare)
            if name in _NUMBER_ONLY and compared and name not in ("int", "sum"):
                yield NEVER
            elif last not in _TAKES_CONDITION and compared:
                yield 2
            else:
                yield 0
        if isinstance(one, ast.BinOp) and at == 0 and len(call.args) == 1:
            texts = [part for part in (one.left, one.right) if is_text(part)]
            if name == "len" and not texts and not _holds_list(one):
                yield 2
            if name in ("str", "repr") and isinstance(one.op, ast.Add) and is_text(one.right) and not is_text(one.left):
                yield RARE
            if name in ("int", "float") and written_call(getattr(one.left, "func", one)) == "input":
                yield NEVER
        if isinstance(one, ast.GeneratorExp) and name in ("int", "float", "str", "len", "print"):
            yield NEVER
        if isinstance(one, ast.Attribute) and one.attr in _OF_RESULT.get(name, ()):
            yield RARE


def _auto_fields(text: object) -> int:
    """How many values by position `text.format()` takes; 0 where it names or numbers them."""
    try:
        names = [name for _, name, _, _ in string.Formatter().parse(str(text)) if name is not None]
    except ValueError:
        return 0
    return len(names) if all(name[:1] in ("", ".", "[") for name in names) else 0


def _holds_list(node: ast.BinOp) -> bool:
    """Whether two names or displays are joined, which has a length."""
    return isinstance(node.op, ast.Add) and not any(isinstance(part, ast.Constant) for part in (node.left, node.right))


def of_index(node: ast.Subscript, arrays: bool) -> int:
    """A number that is indexed, an index that is a condition; `arrays`: the file imports a library that takes these."""
    if isinstance(node.value, ast.Constant) and not isinstance(node.value.value, str | bytes):
        return NEVER
    inner = node.slice
    if isinstance(inner, ast.Constant | ast.Name | ast.Attribute | ast.UnaryOp):
        return 0
    if isinstance(inner, ast.List | ast.Set | ast.Dict):
        return 0 if arrays else NEVER
    if isinstance(inner, ast.Tuple):
        if any(isinstance(one, ast.Slice) for one in inner.elts):
            return 0 if arrays else NEVER
        return 0 if arrays else ODD
    if isinstance(inner, ast.Compare | ast.BoolOp | ast.IfExp):
        return 0 if arrays else RARE
    if isinstance(inner, ast.BinOp) and isinstance(inner.op, ast.BitAnd | ast.BitOr | ast.Div | ast.LShift):
        return 0 if arrays else 2
    return 0


def of_attribute(node: ast.Attribute, reads: set[tuple[str, str]]) -> int:
    """An attribute that its value has not; `reads`: those that the rest of the file reads, with the name they are read
    of."""
    value = node.value
    if isinstance(value, ast.Constant) and not isinstance(value.value, str | bytes):
        return NEVER
    if isinstance(value, ast.Tuple | ast.BinOp | ast.Compare):
        return NEVER if isinstance(value, ast.Tuple) and node.attr not in ("index", "count") else 0
    for display, kind in ((ast.List, list), (ast.Dict, dict), (ast.Set, set)):
        if isinstance(value, display):
            return 0 if hasattr(kind, node.attr) else NEVER
    if isinstance(value, ast.Constant):
        return 0 if node.attr in ("join", "format", "encode", "split", "decode") else ODD
    if isinstance(value, ast.Name):
        return -ODD if (value.id, node.attr) in reads else 0
    if isinstance(value, ast.Call):
        name = written_call(value.func)
        if name in ("print", "setattr", "delattr"):
            return NEVER
        if name in _MAKES_TEXT and not hasattr(str, node.attr):
            return NEVER
        if name in ("len", "int", "ord", "float", "abs", "bool", "round") and node.attr.islower():
            return NEVER
        if (name + "()", node.attr) in reads:
            return -ODD
        last = value.args[-1] if value.args else None
        named = isinstance(last, ast.Name) and last.id[:1].isupper() and not last.id.isupper()
        return ODD if named else 0
    return 0


def of_statement(node: ast.stmt) -> int:
    """What a statement does with its value."""
    if isinstance(node, ast.Expr):
        return 0 if isinstance(node.value, ast.Call | ast.Await | ast.Yield | ast.YieldFrom | ast.Constant) else NEVER
    if isinstance(node, ast.If | ast.While | ast.Assert):
        return NEVER if isinstance(node.test, ast.Tuple) else 0
    if isinstance(node, ast.Raise):
        return NEVER if isinstance(node.exc, ast.Tuple | ast.BinOp | ast.Compare) else 0
    if isinstance(node, ast.AugAssign | ast.AnnAssign):
        return NEVER if isinstance(node.value, ast.Tuple) and node.value.col_offset else 0
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple):
        plain = not isinstance(node.targets[0], ast.Tuple | ast.List)
        first = node.value.elts[0] if node.value.elts else None
        bare = first is not None and first.col_offset == node.value.col_offset and first.lineno == node.value.lineno
        return (4 if plain and bare else 0) + _conditions(node.value)
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
        first = node.value.elts[0] if node.value.elts else None
        bare = first is not None and first.col_offset == node.value.col_offset
        return (ODD if bare else 0) + _conditions(node.value)
    return 0


def _conditions(values: ast.Tuple) -> int:
    return 2 if any(isinstance(one, ast.Compare | ast.BoolOp) for one in values.elts) else 0

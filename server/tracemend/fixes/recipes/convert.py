"""`convert`: turn the operand, or the value that is returned, into the type that is needed there.

`"a" + 5` becomes `"a" + str(5)`. The message says which operand has which type; without it, or where it
names neither, the literals in the code must. Does not apply where both operands could be meant, to None or a
coroutine (whose text is never wanted), nor makes text of a number that is compared or calculated with.

Sure only where the code shows which of the two is wrong: a number beside words, and a text that is a number. A path
only where a sentence tells it: what is joined to one elsewhere may be a part of it (`base / "a.txt"`).
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import expressions, nearest_to_carets, parents_in, text_of
from tracemend.source.statement import Statement

_WORDY = lazy.regex(r"[^\W\d]|[:=,;%$€£]")
"""What the text of a message or a label has in it, and the text of a number has not."""
_PLAIN = frozenset(
    (
        "int",
        "float",
        "complex",
        "Decimal",
        "Fraction",
        "date",
        "datetime",
        "time",
        "timedelta",
        "UUID",
        "PosixPath",
        "WindowsPath",
    )
)
"""Types whose `str()` is what a reader expects to see."""
_PATHS = ("PosixPath", "WindowsPath")
"""What may be meant to be a path still when a text is joined to it: `base / "a.txt"`."""
_NEVER_TEXT = frozenset(
    ("NoneType", "coroutine", "function", "method", "builtin_function_or_method", "type", "generator", "bytes")
)
_TYPES = {"str": str, "int": int, "float": float}
_CONCATENATE = lazy.regex(r'can only concatenate (\w+) \(not "([\w.]+)"\) to \w+')
_OPERANDS = lazy.regex(r"unsupported operand type\(s\) for (\S+): '([\w.]+)' and '([\w.]+)'")
_COMPARED = lazy.regex(r"'(\S+)' not supported between instances of '([\w.]+)' and '([\w.]+)'")
_SIGNS: dict[str, tuple[type[ast.AST], ...]] = {
    "+": (ast.Add,),
    "-": (ast.Sub,),
    "*": (ast.Mult,),
    "/": (ast.Div,),
    "//": (ast.FloorDiv,),
    "%": (ast.Mod,),
    "<": (ast.Lt,),
    ">": (ast.Gt,),
    "<=": (ast.LtE,),
    ">=": (ast.GtE,),
}


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement, to = request.place.statement, request.arguments.get("to")
    if statement is None or to not in _TYPES:
        return None
    if isinstance(statement.node, ast.Return) and request.report.exception is None:
        return _wrap(statement, statement.node.value, to, False)
    message = request.report.first_line
    joined, other = _CONCATENATE.search(message), _OPERANDS.search(message) or _COMPARED.search(message)
    sign, types = ("+", joined.groups()) if joined else (other[1], (other[2], other[3])) if other else (None, None)
    if sign is not None and sign.endswith("=") and sign[:-1] in _SIGNS and sign not in _SIGNS:
        sign = sign[:-1]
    pairs = _pairs(statement, _SIGNS.get(sign or "", ()))
    if types is not None:
        wanted = [index for index, kind in enumerate(types) if kind != to]
        if len(wanted) != 1:
            return None
        kind = types[wanted[0]].rpartition(".")[2]
        if kind in _NEVER_TEXT if to == "str" else kind != "str":
            return None
        if to == "str" and sign != "+":
            return None
        fitting = [pair for pair in pairs if _may_be(pair, types)]
        if len(fitting) != 1:
            return None
        node = fitting[0][wanted[0]]
        sure = kind in _PLAIN and _in_words(statement, fitting[0]) if to == "str" else _is_number(node)
        sure = sure and (kind not in _PATHS or _is_told(statement, fitting[0]))
        if to == "str" and isinstance(node, ast.Constant) and isinstance(fitting[0][0], ast.BinOp):
            sure = sure and text_of(fitting[0][0].right) is not None  # "next year " + age + 1: one is added to
        return _wrap(statement, node, to, sure)
    return None


def _in_words(statement: Statement, pair: tuple[ast.expr, ast.expr]) -> bool:
    """Whether the operands stand among words, and nothing that may be no text is joined to them afterwards."""
    if not any(_has_words(part) for side in pair for part in _joined(side)):
        return False
    parents = parents_in(statement.node)
    inner: ast.AST | None = parents.get(id(pair[0]))
    while inner is not None and isinstance(outer := parents.get(id(inner)), ast.BinOp):
        if outer.left is not inner or not isinstance(outer.op, ast.Add) or not _is_text(outer.right):
            return False
        inner = outer
    return True


def _is_told(statement: Statement, pair: tuple[ast.expr, ast.expr]) -> bool:
    """Whether a path ends a sentence (`"saved to " + path`), or one goes on behind it: else `/` may be meant."""
    before, after = text_of(_joined(pair[0])[-1]), text_of(pair[1])
    if after is not None:
        return re.match(r"[\s:,;)]", after) is not None and "/" not in after
    parents = parents_in(statement.node)
    outer = parents.get(id(parents.get(id(pair[0]))))
    further = text_of(outer.right) if isinstance(outer, ast.BinOp) else " "
    told = before is not None and before.endswith((" ", ": ", "'", '"', "(", "=")) and "/" not in before
    return told and further is not None and re.match(r"[\s:,;)'\"]", further) is not None


def _joined(node: ast.expr) -> list[ast.expr]:
    """The parts of a sum, from left to right."""
    parts: list[ast.expr] = []
    while isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        parts.insert(0, node.right)
        node = node.left
    return [node, *parts]


def _is_text(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in ("str", "repr")
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _has_words(node: ast.expr) -> bool:
    if isinstance(node, ast.JoinedStr):
        return True
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(_WORDY.search(node.value))


def _pairs(statement: Statement, signs: tuple[type[ast.AST], ...]) -> list[tuple[ast.expr, ast.expr]]:
    """Left and right of the operations with that sign; those at the carets where these name some."""
    node = statement.node
    if isinstance(node, ast.AugAssign) and isinstance(node.op, signs):
        return [(node.target, node.value)]
    found = [
        part
        for part in expressions(statement)
        if (isinstance(part, ast.BinOp) and isinstance(part.op, signs))
        or (isinstance(part, ast.Compare) and len(part.ops) == 1 and isinstance(part.ops[0], signs))
    ]
    exact = [part for part in found if part is statement.expression]
    return [
        (part.left, part.right if isinstance(part, ast.BinOp) else part.comparators[0])
        for part in exact or nearest_to_carets(statement, found)
        if isinstance(part, ast.BinOp | ast.Compare)
    ]


def _may_be(pair: tuple[ast.expr, ast.expr], types: tuple[str, ...]) -> bool:
    """Whether the operands can have the types of the message: a literal shows its own."""
    for node, kind in zip(pair, types, strict=True):
        own = "str" if isinstance(node, ast.JoinedStr) else None
        if isinstance(node, ast.Constant):
            own = type(node.value).__name__
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _TYPES:
            own = node.func.id
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            own = next(
                (
                    type(side.value).__name__
                    for side in (node.left, node.right)
                    if text_of(side) is not None and isinstance(side, ast.Constant)
                ),
                None,
            )
        if own is not None and own != kind:
            return False
    return True


def _wrap(statement: Statement, node: ast.expr | None, to: str, sure: bool) -> Mend | None:
    if node is None or isinstance(getattr(node, "ctx", None), ast.Store):
        return None
    start, end = statement.span(node)
    text = statement.source.text
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")" and _own_brackets(text, start):
        return Mend((TextEdit(start - 1, start - 1, to),), sure=sure)
    return Mend((TextEdit(start, start, f"{to}("), TextEdit(end, end, ")")), sure=sure)


def _own_brackets(text: str, start: int) -> bool:
    """Whether the parenthesis before an operand is its own, not a call's."""
    before = text[: start - 1].rstrip()[-1:]
    return before in ("+", "-", "*", "/", "%", "<", ">", "=")


def _is_number(node: ast.expr) -> bool:
    literal = text_of(node)
    return literal is not None and re.fullmatch(r"-?\d{1,15}", literal.strip()) is not None


RECIPES = (
    Recipe(
        "convert",
        "Turns the operand that does not fit into the type that is needed.",
        apply,
        {"to": "`str`, `int` or `float`"},
        unsure="The text may also have been meant to be a number, or the number a text.",
    ),
)

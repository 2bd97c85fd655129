"""`number-from-text`: convert the text that holds a number, where it is read or where it is calculated with.

`age = input()` becomes `age = int(input())` where the name is used as a number alone; a part of a line, a text in
quotes, or one that is used as a text too is converted in the formula. `"..." + age + 1` becomes
`"..." + str(int(age) + 1)`. `float` where the other operand is one, where the text has a point, where a quotient is
made, or where name or prompt speak of a price or a measure; else `int`.

A field with the format of a number (`{price:.2f}`, `"%.2f" %`) has the text in it converted.

Does not apply where the code does not show that the operand is such a text.

Sources: https://docs.python.org/3/library/functions.html#input, https://docs.python.org/3/library/functions.html#int
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, nearest_to_carets, stands, text_of
from tracemend.fixes.toolkit.displays import wrap
from tracemend.fixes.toolkit.fields import number_fields
from tracemend.fixes.toolkit.operands import REPEATED, operand_pairs, operator_of
from tracemend.fixes.toolkit.outside import converted, number_of
from tracemend.fixes.toolkit.texts import NumberText, measured, number_text, used_as_text
from tracemend.source.given import given
from tracemend.source.given_kinds import Given
from tracemend.source.module import Module, whole
from tracemend.source.reach import elements, reach
from tracemend.source.statement import Statement, own_parts

_NEEDED = lazy.regex(
    r"'str' object cannot be interpreted as an integer|must be real number, not str|bad operand type for (?:unary|abs)"
)
_CODE = lazy.regex(r"Unknown format code '(\w|%)' for object of type 'str'")
_OF_TEXTS = frozenset(
    ("input", "print", "int", "float", "str", "open", "len", "ord", "repr", "list", "tuple", "set", "sorted",
     "reversed", "enumerate", "zip", "map", "filter", "isinstance", "strip", "split", "replace", "join", "startswith",
     "endswith")
)  # fmt: skip
"""Functions and methods that take texts."""
_WHOLE_CODES = "bcdoxXn"


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement, message = request.place.statement, request.report.first_line
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None:
        return None
    if _CODE.search(message) or "must be real number, not str" in message:
        made = _formatted(file, statement, request)
        if made is not None or _CODE.search(message):
            return made
    if _NEEDED.search(message):
        return _arguments(file, statement, "an integer" in message, request)
    if REPEATED.search(message) and "'str'" in message:
        return _repeated(file, statement, request) or _multiplied(file, statement, request)
    sign, types = operator_of(message)
    if sign is None:
        return _summed(file, statement, message)
    pairs = [pair for pair in operand_pairs(file, statement, sign) if _fits(file, pair, types)]
    if len(pairs) != 1:
        if pairs:
            return None
        return _summed(file, statement, message) or _handed(file, statement, request, types)
    left, right = pairs[0]
    if sign == "+" and types == ("str", "int"):
        joined = _in_words(file, left, right, request)
        if joined is not None:
            return joined
    texts = [side for side, kind in zip((left, right), types, strict=True) if kind == "str"]
    found = [(side, text) for side in texts if (text := number_text(file, side)) is not None]
    if len(found) != len(texts):
        return None
    edits: dict[TextEdit, None] = {}
    outside = [(side, text.origin) for side, text in found if text.origin is not None]
    if outside:
        return _outside(file, outside, request, types, sign) if len(outside) == len(found) else None
    to = "float" if "float" in types or sign == "/" or any(_decimal(*one) for one in found) else "int"
    for side, text in found:
        edits.update(dict.fromkeys(_converted(file, side, text, to)))
    edits.update(dict.fromkeys(_joined_later(file, left)))
    shown = len(found) == 1 or all(text.literal for _, text in found)
    # `"3" + 4` may be meant as either; a name that holds "3" is calculated with.
    return Mend(tuple(edits), sure=shown and not (sign == "+" and isinstance(left, ast.Constant)))


def _outside(
    file: Module, found: list[tuple[ast.expr, Given]], request: Request, types: tuple[str, str], sign: str
) -> Mend | None:
    """Texts from outside of the program, of which the data say what they are."""
    edits: dict[TextEdit, None] = {}
    sure = len(found) == 1 or sign != "+"
    for side, origin in found:
        number = number_of(file, origin, request, "float" in types)
        sure = sure and number.fits and (number.shown or sign not in ("+", "%")) and not _text_elsewhere(file, origin)
        edits.update(dict.fromkeys(converted(file, side, origin, number.to)))
    if sign in ("/", "%") and types == ("str", "str"):
        return None  # the parts of a path, or a text that is filled
    return Mend(tuple(edits), sure=sure)


def _text_elsewhere(file: Module, origin: Given) -> bool:
    """Whether the field or option that is converted where it is taken is needed as a text elsewhere."""
    name = origin.key if origin.kind == "option" else None
    if origin.stored is not None:
        outer = file.parents.get(id(origin.stored))
        name = outer.arg if isinstance(outer, ast.keyword) else origin.key
    if not isinstance(name, str):
        return False
    for part in file.nodes:
        if isinstance(part, ast.Attribute) and part.attr == name and part.value is not None:
            around = file.parents.get(id(part))
            if isinstance(around, ast.Attribute):
                return True
            if isinstance(around, ast.Call) and called(around) in ("len", "join", "Decimal", "open", "strptime"):
                return True
            if isinstance(around, ast.Compare) and any(text_of(one) for one in (around.left, *around.comparators)):
                return True
    return False


def _repeated(file: Module, statement: Statement, request: Request) -> Mend | None:
    """`"-" * count` where the count is a text."""
    pairs = operand_pairs(file, statement, "*")
    found = [
        (side, text)
        for pair in pairs
        for side, other in (pair, pair[::-1])
        if (text := number_text(file, side)) is not None and number_text(file, other) is None
    ]
    if len(pairs) != 1 or len(found) != 1 or found[0][1].decimal:
        return None
    side, text = found[0]
    if text.origin is not None:
        number = number_of(file, text.origin, request, False)
        made = converted(file, side, text.origin, "int")
        return Mend(tuple(made), sure=number.shown) if number.to == "int" and number.fits else None
    if isinstance(side, ast.Constant) and isinstance(side.value, str) and side.value.isdecimal():
        return Mend((TextEdit(*file.span(side), side.value.lstrip("0") or "0"),))
    return Mend(tuple(_converted(file, *found[0], "int")))


def _multiplied(file: Module, statement: Statement, request: Request) -> Mend | None:
    """`pieces * price` where both are texts from outside and their data are numbers."""
    pairs = operand_pairs(file, statement, "*")
    edits: dict[TextEdit, None] = {}
    for side in pairs[0] if len(pairs) == 1 else ():
        origin = given(file, side)
        number = number_of(file, origin, request, False) if origin is not None else None
        if origin is None or number is None or not (number.shown and number.fits) or _text_elsewhere(file, origin):
            return None
        edits.update(dict.fromkeys(converted(file, side, origin, number.to)))
    return Mend(tuple(edits)) if edits else None


def _decimal(side: ast.expr, text: NumberText) -> bool:
    return text.decimal or (text.literal is None and measured(side))


def _fits(file: Module, pair: tuple[ast.expr, ast.expr], types: tuple[str, str]) -> bool:
    """Whether the operands can have these types: each text is seen to be one, each number not to be one."""
    for side, kind in zip(pair, types, strict=True):
        if kind == "str" and number_text(file, side) is None and not _ends_in_text(file, side):
            return False
        if kind != "str" and (text_of(side) is not None or number_text(file, side) is not None):
            return False
    return True


def _ends_in_text(file: Module, side: ast.expr) -> bool:
    return isinstance(side, ast.BinOp) and isinstance(side.op, ast.Add) and number_text(file, side.right) is not None


def _in_words(file: Module, left: ast.expr, right: ast.expr, request: Request) -> Mend | None:
    """`"next year " + age + 1` as `"next year " + str(int(age) + 1)`."""
    if not isinstance(left, ast.BinOp) or not isinstance(left.op, ast.Add) or not isinstance(right, ast.Constant):
        return None
    text = number_text(file, left.right)
    if text is None or isinstance(left.right, ast.Constant):
        return None
    to, sure = "float" if _decimal(left.right, text) or isinstance(right.value, float) else "int", True
    if text.origin is not None:
        number = number_of(file, text.origin, request, isinstance(right.value, float))
        if not number.fits:
            return None  # a code with letters is a text, and so may the number be meant
        to, sure = number.to, number.shown
    start, end = file.span(left.right)
    stop = file.span(right)[1]
    if "(" in file.source.text[end : file.span(right)[0]] or ")" in file.source.text[end:stop]:
        return None
    edits = (TextEdit(start, start, f"str({to}("), TextEdit(end, end, ")"), TextEdit(stop, stop, ")"))
    return Mend(edits, sure=sure)


def _joined_later(file: Module, left: ast.expr) -> list[TextEdit]:
    """`str()` around a sum that is itself joined with a text: `"next year " + (age + 1)`."""
    total = file.parents.get(id(left))
    outer = file.parents.get(id(total)) if isinstance(total, ast.BinOp) else None
    if not isinstance(outer, ast.BinOp) or not isinstance(outer.op, ast.Add) or not isinstance(total, ast.BinOp):
        return []
    other = outer.left if outer.right is total else outer.right
    while isinstance(other, ast.BinOp):
        other = other.right if outer.right is total else other.left
    if not isinstance(other, ast.JoinedStr) and text_of(other) is None:
        return []
    return wrap(file, total, "str")


def _converted(file: Module, side: ast.expr, text: NumberText, to: str) -> list[TextEdit]:
    """The edits that convert one operand: at its source where a person types it and nothing needs the text."""
    if text.typed and isinstance(side, ast.Name) and not used_as_text(file, side):
        bound = file.only_value(side.id, side)
        if bound is not None and bound[1] is text.source:
            return wrap(file, text.source, to)
    return wrap(file, side, to)


def _arguments(file: Module, statement: Statement, integer: bool, request: Request) -> Mend | None:
    """The one argument of a call that has to be a number and is such a text."""
    found: list[tuple[ast.expr, NumberText]] = []
    for arg in _asked(statement, request):
        same = file.same(statement, arg)
        text = number_text(file, same) if isinstance(same, ast.expr) else None
        if isinstance(same, ast.expr) and text is not None:
            found.append((same, text))
    found = [one for one in found if not any(_inside(file, one[0], other[0]) for other in found if other is not one)]
    if not found or (integer and any(text.decimal for _, text in found)):
        return None
    if len(found) > 1:
        if not integer:
            return None
        return Mend(tuple(edit for side, _ in found for edit in wrap(file, side, "int")))
    side, text = found[0]
    if text.origin is not None:
        number = number_of(file, text.origin, request, not integer)
        if integer and number.to != "int":
            return None
        made = converted(file, side, text.origin, "int" if integer else "float")
        return Mend(tuple(made), sure=number.fits and not _text_elsewhere(file, text.origin))
    if isinstance(side, ast.Constant) and isinstance(side.value, str) and side.value.isdecimal():
        start, end = file.span(side)
        return Mend((TextEdit(start, end, side.value.lstrip("0") or "0"),))
    if text.typed and isinstance(side, ast.Name):
        scope = file.scope_of(side.id, side)
        uses = file.uses(side.id, scope) if scope is not None else []
        bound = file.only_value(side.id, side)
        if len(uses) == 1 and bound is not None and bound[1] is text.source:
            return Mend(tuple(wrap(file, text.source, "int" if integer else "float")))
    return Mend(tuple(wrap(file, side, "int" if integer else "float")))


def _asked(statement: Statement, request: Request) -> list[ast.expr]:
    """What has to be a number: what stands behind a sign, or the arguments of the calls."""
    if "unary" in request.report.first_line:
        signs = [part for part in own_parts(statement.node) if isinstance(part, ast.UnaryOp)]
        return [one.operand for one in nearest_to_carets(statement, signs) if not isinstance(one.op, ast.Not)]
    calls = [part for part in own_parts(statement.node) if isinstance(part, ast.Call)]
    return [arg for call in nearest_to_carets(statement, calls) if called(call) not in _OF_TEXTS for arg in call.args]


def _formatted(file: Module, statement: Statement, request: Request) -> Mend | None:
    """The texts in fields that have the format of a number."""
    edits: dict[TextEdit, None] = {}
    sure = True
    for side, code in number_fields(file, statement):
        text = number_text(file, side)
        if text is None or not stands(file.statement(side), side):
            continue
        to = "int" if code in _WHOLE_CODES else "float"
        if to == "int" and text.decimal:
            return None
        if text.origin is None:
            edits.update(dict.fromkeys(_converted(file, side, text, to)))
            continue
        number = number_of(file, text.origin, request, to == "float")
        if to == "int" and number.to != "int":
            return None
        sure = sure and number.fits and not _text_elsewhere(file, text.origin)
        edits.update(dict.fromkeys(converted(file, side, text.origin, to)))
    return Mend(tuple(edits), sure=sure) if edits else None


def _handed(file: Module, statement: Statement, request: Request, types: tuple[str, str]) -> Mend | None:
    """The one text from outside that is handed to a library, which calculates with it."""
    user, frames = request.place.frame, request.report.frames
    if user is None or not frames or frames[-1] is user or frames[-1].path == user.path:
        return None
    found = []
    for call in nearest_to_carets(statement, [one for one in own_parts(statement.node) if isinstance(one, ast.Call)]):
        for node in (*call.args, *(one.value for one in call.keywords)):
            same = file.same(statement, node)
            origin = given(file, same) if isinstance(same, ast.expr) else None
            if isinstance(same, ast.expr) and origin is not None and origin.kind in ("setting", "option", "field"):
                number = number_of(file, origin, request, "float" in types)
                if number.fits:
                    found.append((same, origin, number))
    shown = [one for one in found if one[2].shown] or found
    if len(shown) != 1:
        return None
    side, origin, number = shown[0]
    sure = number.shown and not _text_elsewhere(file, origin)
    return Mend(tuple(converted(file, side, origin, number.to)), sure=sure)


def _inside(file: Module, node: ast.expr, other: ast.expr) -> bool:
    return any(outer is other for outer in file.around(node))


def _summed(file: Module, statement: Statement, message: str) -> Mend | None:
    """`sum(texts)` as `sum(map(int, texts))`."""
    if not re.search(r"unsupported operand type\(s\) for \+: 'int' and 'str'", message):
        return None
    calls = [part for part in own_parts(statement.node) if isinstance(part, ast.Call) and called(part) == "sum"]
    same = file.same(statement, calls[0]) if len(calls) == 1 else None
    if not isinstance(same, ast.Call) or len(same.args) != 1:
        return None
    sources = reach(file, same.args[0]) or []
    items = elements(sources[0]) if len(sources) == 1 else None
    literals = [text_of(item) for item in items or ()]
    split = len(sources) == 1 and isinstance(sources[0], ast.Call) and called(sources[0]) in ("split", "findall")
    if not split and not (literals and all(re.fullmatch(r"-?\d+(\.\d+)?", one or "") for one in literals)):
        return None
    to = "float" if any("." in (one or "") for one in literals) else "int"
    start, end = file.span(same.args[0])
    return Mend((TextEdit(start, start, f"map({to}, "), TextEdit(end, end, ")")))


RECIPES = (
    Recipe(
        "number-from-text",
        "Turns the text that holds a number into one, where it is read if it can be.",
        apply,
        unsure="The code does not show that a number is meant, and not two texts one after the other.",
    ),
)

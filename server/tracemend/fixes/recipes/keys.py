"""`key-form`: ask a dictionary for the key in the form that its keys have.

- `d["(0, 0)"]`, `d["1"]` where the keys are tuples or numbers: the quotes go; `d[404]` where they are texts: they come.
- `d[choice]` where `choice` is the text of a number and the keys are numbers: `d[int(choice)]`; the other way
  `d[str(code)]`; of bytes `d[raw.decode()]`; of a text with blanks around it, or in another case than all keys,
  `d[name.strip()]`, `d[name.lower()]`.
- `d[user]` where every key is `....id`: `d[user.id]`.

The key in the right form has to be among those that the file shows (display, stored items, JSON in a literal). Does
not apply where the key as it is may be one too: keys of both types, or none that are seen.

Source: https://docs.python.org/3/library/stdtypes.html#mapping-types-dict
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import POSTFIXED, called, made_by
from tracemend.fixes.toolkit.displays import wrap
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.fixes.toolkit.mappings import Key, keys_of, literal
from tracemend.source.module import Module
from tracemend.source.statement import own_parts

_OBJECT = lazy.regex(r"<[\w.<>]+ object at 0x|[A-Z]\w*\(")
"""How objects of classes show themselves: as such, or as a dataclass or named tuple does."""


def apply(request: Request) -> Mend | None:
    """The recipe."""
    if _has_no_other_form(request):
        return None
    at = failing(request)
    frames = request.report.frames
    if at is None or (bool(frames) and frames[-1] != request.place.frame):
        return None
    message = request.report.first_line
    try:
        seen, value = True, ast.literal_eval(message)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        seen, value = False, None
    fitting = [one for one in _look_ups(at) if not literal(one[1])[0] or (seen and literal(one[1])[1] == value)]
    if len(fitting) != 1:
        return None
    base, key = fitting[0]
    keys = keys_of(at.file, base)
    if not seen:
        return _attribute(at.file, key, keys) if _OBJECT.match(message) else None
    if not keys or any(_same(one, value) for one in keys):
        return None
    if literal(key)[0]:
        return _written(at.file, key, value, keys)
    return _converted(at.file, key, value, keys)


def _has_no_other_form(request: Request) -> bool:
    """Whether the statement asks for the text in the message as it is, and that is nobody's number or tuple: seen
    without the whole file."""
    try:
        value = ast.literal_eval(request.report.first_line)
        if not isinstance(value, str):
            return False
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return False
    statement = request.place.statement
    asked = statement is not None and any(
        isinstance(part, ast.Subscript) and isinstance(part.ctx, ast.Load) and literal(part.slice) == (True, value)
        for part in own_parts(statement.node)
    )
    try:
        return asked and not isinstance(ast.literal_eval(value.strip()), int | float | tuple)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return asked


def _look_ups(at: Failing) -> list[tuple[ast.expr, ast.expr]]:
    """What is asked in the statement, and for which key."""
    stores = isinstance(at.node, ast.AugAssign)
    found: list[tuple[ast.expr, ast.expr]] = [
        (part.value, part.slice)
        for part in at.parts(ast.Subscript)
        if not isinstance(part.slice, ast.Slice) and (stores or not isinstance(part.ctx, ast.Store))
    ]
    for call in at.parts(ast.Call):
        if called(call) == "pop" and isinstance(call.func, ast.Attribute) and len(call.args) == 1:
            found.append((call.func.value, call.args[0]))
    return found


def _same(key: Key, value: object) -> bool:
    return key.known and type(key.value) is type(value) and key.value == value


def _written(file: Module, node: ast.expr, value: object, keys: list[Key]) -> Mend | None:
    """A literal key as the dictionary has it written."""
    other: object = None
    if isinstance(value, str):
        try:
            other = ast.literal_eval(value.strip())
        except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
            return None
        if not isinstance(other, int | float | tuple):
            return None
    elif isinstance(value, int | float | tuple):
        other = str(value)
    elif isinstance(value, bytes):
        other = value.decode("utf-8", "replace")
    found = {one.written for one in keys if _same(one, other)}
    if len(found) != 1:
        return None
    written = found.pop()
    if isinstance(other, tuple) and not written.startswith("("):
        written = f"({written})"
    return Mend((TextEdit(*file.span(node), written),))


def _converted(file: Module, node: ast.expr, value: object, keys: list[Key]) -> Mend | None:
    """A key that is calculated, turned into what the keys are."""
    values = [one.value for one in keys if one.known]
    if len(values) != len(keys):
        return None
    if isinstance(value, str) and all(type(one) is int for one in values):
        digits = re.fullmatch(r"\s*[-+]?\d{1,18}\s*", value)
        fits = digits and int(value) in values and not made_by(node, "int")
        return Mend(tuple(wrap(file, node, "int"))) if fits else None
    if not all(isinstance(one, str) for one in values):
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return Mend(tuple(wrap(file, node, "str"))) if str(value) in values and not made_by(node, "str") else None
    method = None
    if isinstance(value, bytes):
        method = ".decode()" if value.decode("utf-8", "replace") in values else None
    elif isinstance(value, str):
        method = _text_method(value, [str(one) for one in values])
    if method is None or made_by(node, method.rpartition(".")[2].removesuffix("()")):
        return None
    start, end = file.span(node)
    if isinstance(node, POSTFIXED):
        return Mend((TextEdit(end, end, method),))
    return Mend((TextEdit(start, start, "("), TextEdit(end, end, f"){method}")))


def _text_method(value: str, keys: list[str]) -> str | None:
    """The method that makes one of the keys of a text, and leaves each key what it is."""
    for method in (".strip()", ".lower()", ".upper()", ".strip().lower()", ".strip().upper()"):
        made, same = value, keys
        for name in method.strip(".()").split("()."):
            made, same = getattr(made, name)(), [getattr(one, name)() for one in same]
        if made in keys and same == keys:
            return method
    return None


def _attribute(file: Module, node: ast.expr, keys: list[Key]) -> Mend | None:
    """`user.id` for `user`, where all keys are an attribute of that name."""
    names = {one.node.attr if isinstance(one.node, ast.Attribute) else None for one in keys}
    name = names.pop() if len(names) == 1 else None
    if name is None or not isinstance(node, POSTFIXED) or (isinstance(node, ast.Attribute) and node.attr == name):
        return None
    end = file.span(node)[1]
    return Mend((TextEdit(end, end, f".{name}"),))


RECIPES = (Recipe("key-form", "Asks the dictionary for the key in the form that its keys have.", apply),)

"""Numbers and backslashes that no token can begin or hold.

`leading-zeros`: `007` becomes `7`, and `0644` `0o644` where it is a mode of a file. Sure for a mode, where digit and
octal reading are the same or no octal one exists, and in dates and times.
`implied-product`: `2pi` becomes `2*pi` where the file binds `pi`, and with an import from `math` where nothing does; in
parentheses behind a division or a power.
`continuation`: blanks behind a backslash at a line's end go, so does a backslash in brackets before a comment; an
escape outside of quotes (`\n`) gets them. Not sure for an escape that is no item by itself.

Source: "Integer literals" and "Explicit line joining" in Python's lexical analysis.
"""

from __future__ import annotations

import builtins
import re

from tracemend import lazy
from tracemend.evidence.syntax import is_bound
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.compiling import MAX_TEXT, proven
from tracemend.fixes.toolkit.imports import Imports
from tracemend.fixes.toolkit.names import is_name
from tracemend.fixes.toolkit.tokens import code_only
from tracemend.source.text import SourceText

_ZEROS = lazy.regex(r"(?<![\w.])0+(?P<digits>[0-9][0-9_]*)(?![\w.])")
_MODE = lazy.regex(r"(?:\b(?:chmod|umask|mkdir|makedirs|open|mkfifo|mknod|fchmod)\b|\bmode\b|\bperm)", re.IGNORECASE)
_DATE = lazy.regex(r"\b(?:date|datetime|time|timedelta)\([^()]*\Z")
_PRODUCT = lazy.regex(r"(?<![\w.])(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<name>[^\W\d]\w*)")
_CONSTANTS = ("pi", "tau")
_NUMBER = lazy.regex(r"0[xXoObB]\w*|[0-9.]+(?:[eE][0-9]*)?[jJ]?|[0-9]+[lL]")
_DIVIDED = lazy.regex(r"(?:/|%|\*\*)[ \t]*\Z")
_ESCAPE = lazy.regex(r"(?<![\w\"'\\])\\[ntr](?![\w\"'])")


def _code(request: Request) -> tuple[SourceText, int, str] | None:
    source, line = request.place.source, request.place.line
    if source is None or line is None or len(source.text) > MAX_TEXT:
        return None
    return source, line, code_only(source.text)


def zeros(request: Request) -> Mend | None:
    """The recipe `leading-zeros`."""
    asked = _code(request)
    if asked is None:
        return None
    source, line, code = asked
    edits, sure, here = [], True, False
    for found in _ZEROS.finditer(code):
        if not found["digits"].strip("0_"):
            continue  # zeros alone are allowed
        number = source.position(found.start())[0]
        before = code[source.offset(number, 0) : found.start()]
        digits = found["digits"].lstrip("0_")
        mode = _MODE.search(before) is not None and re.fullmatch(r"[0-7]{3,4}", digits)
        here = here or number == line
        edits.append(TextEdit(found.start(), found.end(), f"0o{digits}" if mode else digits))
        same = len(digits) == 1 or re.search("[89]", digits) or _DATE.search(before)
        sure = sure and bool(mode or same)
    return proven(source, edits, sure) if here else None


def product(request: Request) -> Mend | None:
    """The recipe `implied-product`."""
    asked = _code(request)
    if asked is None:
        return None
    source, line, code = asked
    edits, here = [], False
    imports = Imports(source)
    for found in _PRODUCT.finditer(code):
        name = found["name"]
        if not is_name(name) or hasattr(builtins, name) or _NUMBER.fullmatch(found[0]):
            continue
        if not is_bound(name, source):
            if name not in _CONSTANTS:
                continue
            name = imports.name("math", name)
        here = here or source.position(found.start())[0] == line
        text = f"{found['number']}*{name}"
        if _DIVIDED.search(code[max(0, found.start() - 20) : found.start()]):
            text = f"({text})"
        edits.append(TextEdit(found.start(), found.end(), text))
    return proven(source, (*edits, *imports.edits())) if here else None


def continuation(request: Request) -> Mend | None:
    """The recipe `continuation`."""
    asked = _code(request)
    if asked is None:
        return None
    source, line, code = asked
    begin = source.offset(line, 0)
    text = code[begin : source.offset(line, len(source.line(line)))]
    blanks = re.search(r"\\([ \t\f]+)\Z", text)
    original = source.line(line)
    if blanks is not None and "#" not in original[blanks.start() :]:
        return proven(source, [TextEdit(begin + blanks.start(1), begin + len(original), "")])
    if (comment := re.search(r"[ \t]*\\(?=[ \t]*#)", original)) is not None and blanks is not None:
        return proven(source, [TextEdit(begin + comment.start(), begin + comment.end(), "")])
    edits, sure = [], True
    for found in _ESCAPE.finditer(text):
        left, right = text[: found.start()].rstrip()[-1:], text[found.end() :].lstrip()[:1]
        sure = sure and left in ("(", ",", "+", "=", "[") and right in (")", ",", "+", "]", "")
        edits.append(TextEdit(begin + found.start(), begin + found.end(), f'"{found[0]}"'))
    return proven(source, edits, sure)


RECIPES = (
    Recipe("leading-zeros", "Takes a number's leading zeros away.", zeros, needs_statement=False),
    Recipe("implied-product", "Writes the sign of a product.", product, needs_statement=False),
    Recipe("continuation", "Mends a backslash that should join lines.", continuation, needs_statement=False),
)

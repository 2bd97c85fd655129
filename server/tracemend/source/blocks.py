"""The lines around a line that belong together: by indentation, without parsing."""

from __future__ import annotations

import re
from functools import lru_cache

from tracemend import lazy
from tracemend.source.text import SourceText

_FAR = 20_000
"""How many lines up are looked at for the headers around a line."""
_STEPS = 2000
"""How many lines a statement's beginning is followed up."""

_CLAUSE = lazy.regex(r"(?:elif|else|except|finally|case)\b")
_HEADER = lazy.regex(r"(?:async|class|def|for|if|match|try|while|with)\b")
_CONTINUED = lazy.regex(r"(?:[-+*/%|&^=<>,(\[{\\]|\b(?:and|or|not|in|is|if|else))[ \t]*(?:#.*)?$")
_STRING = lazy.regex(r"""[bBfFrRtTuU]{0,3}["']""")
OPEN_HEADER = lazy.regex(r":[ \t]*(?:#.*)?$")
_TOKEN = lazy.regex(r"""#[^\n]*|(\"""|''')|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?""", re.DOTALL)
_TO_DOUBLE = lazy.regex(r'\\.|"""', re.DOTALL)
_TO_SINGLE = lazy.regex(r"\\.|'''", re.DOTALL)


def openers(source: SourceText, line: int) -> list[int]:
    """`line` and the lines above it that stand further and further left, innermost first."""
    found = [line]
    width = len(source.indent_of(line))
    number = line - 1
    while width and number > max(0, line - _FAR):
        text = source.line(number)
        if text[:width].strip() and text.lstrip()[:1] not in ("#", ")", "]", "}"):
            found.append(number)
            width = len(source.indent_of(number))
        number -= 1
    return found


@lru_cache(maxsize=4)
def _long_strings(source: SourceText) -> tuple[tuple[int, int], ...]:
    """Start and end offsets of all triple-quoted strings, comments and other strings heeded."""
    found: list[tuple[int, int]] = []
    text, at = source.text, 0
    while (token := _TOKEN.search(text, at)) is not None:
        at = token.end()
        quotes = token[1]
        if quotes is None:
            continue
        for part in (_TO_DOUBLE if quotes == '"""' else _TO_SINGLE).finditer(text, at):
            if part[0] == quotes:
                at = part.end()
                break
        else:
            at = len(text)
        found.append((token.start(), at))
    return tuple(found)


def _in_string(source: SourceText, line: int) -> bool:
    """Whether `line` begins inside a triple-quoted string."""
    offset = source.offset(line, 0)
    text = source.text
    if all(text.count(quotes, 0, offset) % 2 == 0 for quotes in ('"""', "'''")):
        # Only a string of one kind that holds the other kind an odd number of times is missed.
        return False
    return any(start < offset < end for start, end in _long_strings(source))


def _code_above(source: SourceText, line: int) -> int:
    """The next line above that is neither blank nor a comment; 0 where there is none."""
    number = line - 1
    while number > 0 and source.line(number).lstrip()[:1] in ("", "#"):
        number -= 1
    return number


def continues(source: SourceText, line: int) -> bool:
    """Whether the code above `line` shows that a statement goes on there (an open bracket, an operator)."""
    above = _code_above(source, line)
    return bool(above) and _CONTINUED.search(source.line(above)) is not None


def block(source: SourceText, opener: int, line: int) -> tuple[int, int]:
    """First and last line of the statement that `opener` is the beginning of (or a later part), holding
    `line`."""
    start, width = opener, len(source.indent_of(opener))
    for _ in range(_STEPS):
        text = source.line(start).lstrip()
        above = _code_above(source, start)
        if not above or not (
            _CLAUSE.match(text)
            or text[:1] in (")", "]", "}")
            or (_STRING.match(text) and not OPEN_HEADER.search(source.line(above)))
            or source.line(above).lstrip().startswith("@")
            or _CONTINUED.search(source.line(above))
            or _in_string(source, start)
        ):
            break
        while above > 1 and len(source.indent_of(above)) > width:
            above = _code_above(source, above) or 1
        start, width = above, len(source.indent_of(above))
    end = max(start, line)
    decorated = source.line(start).lstrip().startswith("@")
    quoted = '"""' in source.text or "'''" in source.text
    while end < source.line_count:
        text = source.line(end + 1)
        code = text.lstrip()
        if (
            code
            and len(text) - len(code) <= width
            and code[0] not in "#)]}"
            and not _CLAUSE.match(code)
            and not _STRING.match(code)
            and not (quoted and _in_string(source, end + 1))
            and not _CONTINUED.search(source.line(end))
        ):
            if not decorated:
                break
            decorated = code.startswith("@")
        end += 1
    return start, end


def header_text(source: SourceText, line: int) -> str | None:
    """A compound statement's header from `line` on, to the line that ends with its colon; None where it is
    none."""
    if not _HEADER.match(source.line(line).lstrip()):
        return None
    taken: list[str] = []
    for number in range(line, min(line + 30, source.line_count + 1)):
        text = source.line(number)
        colon = OPEN_HEADER.search(text)
        if colon:
            return "\n".join([*taken, text[: colon.start() + 1]])
        taken.append(text)
    return None

"""F-strings read as Python 3.12 and later read them: quotes of the same kind may stand in their fields."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tracemend import lazy
from tracemend.fixes.toolkit.tokens import Token, tokens_from

BEGIN = lazy.regex(r"(?<![\w])(?P<prefix>[fF][rR]?|[rR][fF])(?P<quote>\"\"\"|'''|\"|')")
_STRING = lazy.regex(r"(?P<prefix>[A-Za-z]{0,2})(?P<quote>\"\"\"|'''|\"|')")
_LONG_FIELD = lazy.regex(r"(?<!\{)\{([^{}\"'\r\n]+)\}(?!\})")
_CLOSES = {")": "(", "]": "[", "}": "{"}


@dataclass(slots=True)
class Inner:
    """A plain string in a field: offsets of the whole of it."""

    start: int
    end: int
    prefix: str
    quote: str


@dataclass(slots=True)
class FString:
    """One f-string: offsets in characters. `fields` are what stands between braces (format included), `open` is the
    offset behind a brace that was not closed before the string's end, `single` that of a `}` alone."""

    start: int
    end: int
    prefix: str
    quote: str
    fields: list[tuple[int, int]] = field(default_factory=list)
    inner: list[Inner] = field(default_factory=list)
    open: int | None = None
    single: int | None = None


def read(text: str, at: int) -> FString | None:
    """The f-string that begins at an offset; None where it does not end on its line, or holds another f-string."""
    begun = BEGIN.match(text, at)
    if begun is None or len(begun["quote"]) == 3:
        return None
    quote, raw = begun["quote"], "r" in begun["prefix"].lower()
    found = FString(at, at, begun["prefix"], quote)
    place = begun.end()
    while place < len(text) and text[place] not in "\r\n":
        character = text[place]
        if character == quote:
            found.end = place + 1
            return found
        if character == "\\":
            name = text.find("}", place) if text.startswith("\\N{", place) and not raw else -1
            place = name + 1 if name > 0 else place + 2
        elif text.startswith(("{{", "}}"), place):
            place += 2
        elif character == "{":
            end = _field(text, place + 1, found)
            if end is None:
                close = text.find(quote, place)
                if close < 0 or "\n" in text[place:close]:
                    return None
                found.open, found.end = place + 1, close + 1
                return found
            found.fields.append((place + 1, end))
            place = end + 1
        else:
            if character == "}":
                found.single = place
            place += 1
    return None


def _field(text: str, at: int, found: FString) -> int | None:
    """The offset of the brace that closes a field; None where none does on this line."""
    stack: list[str] = []
    strings: list[Inner] = []
    while at < len(text) and text[at] not in "\r\n":
        character = text[at]
        string = None if text[at - 1].isalnum() else _STRING.match(text, at)
        if string is not None:
            end = _string_end(text, string.end(), string["quote"])
            if end is None or "f" in string["prefix"].lower():
                return None
            strings.append(Inner(at, end, string["prefix"], string["quote"]))
            at = end
            continue
        if character in "([{":
            stack.append(character)
        elif character == "}" and not stack:
            found.inner += strings
            return at
        elif character in ")]}":
            if not stack or stack.pop() != _CLOSES[character]:
                return None
        elif character == ":" and not stack:
            end = _format_end(text, at + 1, found.quote)
            if end is not None:
                found.inner += strings
            return end
        at += 1
    return None


def _format_end(text: str, at: int, quote: str) -> int | None:
    depth = 0
    while at < len(text) and text[at] not in "\r\n" and text[at] != quote:
        if text[at] == "{":
            depth += 1
        elif text[at] == "}":
            if not depth:
                return at
            depth -= 1
        at += 1
    return None


def _string_end(text: str, at: int, quote: str) -> int | None:
    while at < len(text) and text[at] not in "\r\n":
        if text.startswith(quote, at):
            return at + len(quote)
        at += 2 if text[at] == "\\" else 1
    return None


def expressions_in(text: str, token: Token) -> list[list[Token]]:
    """For each field of an f-string: the tokens of its expression, behind its brace; nothing for another text. Of one
    in three quotes only fields without quotes and braces of their own."""
    if not token.is_text or "f" not in token.prefix.lower():
        return []
    if len(token.quote) == 3:
        begin, end = token.body
        places = [(begin + one.start(1), begin + one.end(1)) for one in _LONG_FIELD.finditer(text[begin:end])]
    else:
        string = read(text, token.start)
        places = string.fields if string is not None else []
    return [_expression(text, start, end) for start, end in places]


def _expression(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a field up to its conversion or format."""
    found = [Token("op", "{", start - 1, start, 0, None)]
    for one in tokens_from(text[start:end], 0):
        if one.depth == 0 and one.text in (":", "!", "="):
            break
        found.append(replace(one, start=one.start + start, end=one.end + start))
    return found

"""The tokens of a text that is no valid Python, as far as they can be told."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""(?P<blank>[ \t\f]+|\\\r?\n|\\\r)
    |(?P<newline>\r\n|\n|\r)
    |(?P<comment>\#[^\r\n]*)
    |(?P<long>[A-Za-z]{0,2}(?:\"""|'''))
    |(?P<string>[A-Za-z]{0,2}(?:"(?:[^"\\\r\n]|\\\r\n|\\.)*"|'(?:[^'\\\r\n]|\\\r\n|\\.)*'))
    |(?P<open>[A-Za-z]{0,2}(?:"(?:[^"\\\r\n]|\\\r\n|\\.)*|'(?:[^'\\\r\n]|\\\r\n|\\.)*))
    |(?P<number>(?:\d|\.\d)(?:[eE][+-]?\d|[\w.])*)
    |(?P<name>[^\W\d]\w*)
    |(?P<op>\*\*=|//=|>>=|<<=|\.\.\.|[-+*/%&|^@=!<>:]=|->|\*\*|//|<<|>>|[^\s\w])
    |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_PREFIXES = frozenset(["r", "u", "b", "f", "t", "br", "rb", "fr", "rf", "tr", "rt", "ur"])
OPENERS = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `kind`: name, number, string, open (a text without its end), op, comment, newline (which ends a line,
    inside brackets too). Offsets in characters. `depth`: the brackets open before it; a closing one counts as outside
    of its pair, as its opening one does. `up`: the index of the innermost bracket open before it, None outside of
    all."""

    kind: str
    text: str
    start: int
    end: int
    depth: int
    up: int | None


def tokens_of(text: str) -> list[Token]:
    """The tokens of any text, blanks left out. Brackets that do not fit each other are taken as they come."""
    found: list[Token] = []
    stack: list[int] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:  # cannot be: the last branch takes any character
            break
        kind, at = match.lastgroup or "other", match.end()
        if kind == "blank":
            continue
        if kind in ("long", "string", "open"):
            prefix = re.match(r"[A-Za-z]*", match[0])
            if prefix is not None and prefix[0] and prefix[0].lower() not in _PREFIXES:
                kind, at = "name", match.start() + prefix.end()
        if kind == "long":
            end = re.compile(r"(?:\\.|[^\\])*?" + match[0][-3:], re.DOTALL).match(text, at)
            kind, at = ("string", end.end()) if end is not None else ("open", len(text))
        word = text[match.start() : at]
        if kind == "op" and word in (")", "]", "}") and stack:
            stack.pop()
        found.append(Token(kind, word, match.start(), at, len(stack), stack[-1] if stack else None))
        if kind == "op" and word in OPENERS:
            stack.append(len(found) - 1)
    return found

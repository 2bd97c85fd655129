"""The tokens of a text that is no valid Python, as far as they can be told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracemend import lazy

_TOKEN = lazy.regex(
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
PIECES = ("comment", "string", "open")
"""Kinds of tokens that are not code."""
_LETTERS = "bBfFrRtTuU"
OPENERS = {"(": ")", "[": "]", "{": "}"}
"""The opening brackets, each with the one that closes it."""
CLOSERS = {closing: opening for opening, closing in OPENERS.items()}


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

    @property
    def is_text(self) -> bool:
        """Whether it is a string, closed or not."""
        return self.kind in ("string", "open")

    @property
    def prefix(self) -> str:
        """The letters before a string's quote."""
        return self.text[: len(self.text) - len(self.text.lstrip(_LETTERS))]

    @property
    def quote(self) -> str:
        """The quotes that opened a string: one, or three."""
        rest = self.text[len(self.prefix) :]
        return rest[:3] if rest.startswith(('"""', "'''")) else rest[:1]

    @property
    def body(self) -> tuple[int, int]:
        """Offsets of what stands between a string's quotes, up to the text's or line's end where none closes it."""
        begin = self.start + len(self.prefix) + len(self.quote)
        return begin, self.end - len(self.quote) if self.kind == "string" else self.end


@lru_cache(maxsize=3)
def tokens_of(text: str) -> Sequence[Token]:
    """The tokens of any text, blanks left out. Brackets that do not fit each other are taken as they come. Kept, for
    every recipe that an error's causes name asks for the same text."""
    return tuple(tokens_from(text, 0))


def tokens_from(text: str, at: int) -> Iterator[Token]:
    """The tokens from `at` on, which is in code, one after the other."""
    number = 0
    stack: list[int] = []
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
        yield Token(kind, word, match.start(), at, len(stack), stack[-1] if stack else None)
        if kind == "op" and word in OPENERS:
            stack.append(number)
        number += 1


def pieces(text: str) -> Iterator[Token]:
    """The comments and strings of a text in their order; f-strings count as one string with all that is in them."""
    return (token for token in tokens_from(text, 0) if token.kind in PIECES)


def code_only(text: str) -> str:
    """The text with its strings' insides and its comments blanked, of the same length and with the same lines."""
    parts, at = [], 0
    for piece in pieces(text):
        start, end = (piece.start, piece.end) if piece.kind == "comment" else piece.body
        parts += [text[at:start], re.sub(r"[^\r\n]", " ", text[start:end])]
        at = end
    return "".join([*parts, text[at:]])

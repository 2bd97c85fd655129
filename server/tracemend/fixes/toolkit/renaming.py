"""Words of a text that does not compile which are used as one name: where, and what they may be called instead."""

from __future__ import annotations

import keyword
import re
from collections.abc import Sequence
from functools import lru_cache

from tracemend.fixes.toolkit.broken import Broken
from tracemend.fixes.toolkit.fstrings import expressions_in
from tracemend.fixes.toolkit.tokens import Token, tokens_of

AUGMENTED = frozenset(["+=", "-=", "*=", "/=", "//=", "%=", "**=", "|=", "&=", "^=", ">>=", "<<=", "@="])
_CONSTANTS = ("None", "True", "False")


def lines_of(broken: Broken) -> Sequence[list[Token]]:
    """The tokens of each logical line (of each statement between semicolons) without comments and line ends, and those
    of each field of an f-string, as a line of its own that begins with its brace."""
    return _lines_of(broken.text)


@lru_cache(maxsize=2)
def _lines_of(text: str) -> Sequence[list[Token]]:
    found: list[list[Token]] = [[]]
    for token in tokens_of(text):
        if token.depth == 0 and (token.kind == "newline" or token.text == ";"):
            found.append([])
        elif token.kind not in ("newline", "comment"):
            found[-1].append(token)
        if token.is_text and "f" in token.prefix.lower():
            found[-1:-1] = expressions_in(text, token)
    return tuple(line for line in found if line)


def ends_operand(token: Token | None) -> bool:
    """Whether an expression may end with a token; a keyword used as a name counts as none."""
    if token is None:
        return False
    if token.kind == "name":
        return not keyword.iskeyword(token.text) or token.text in _CONSTANTS
    return token.kind == "number" or token.is_text or token.text in (")", "]", "}")


def defined(broken: Broken, word: str) -> bool:
    """Whether the file defines a function or a class of that name."""
    return re.search(rf"\b(?:def|class)[ \t]+{re.escape(word)}\b", broken.text) is not None


def is_free(broken: Broken, name: str) -> bool:
    """Whether a name may be given: no keyword, and nothing in the text is called so."""
    used = re.search(rf"(?<![\w]){re.escape(name)}(?!\w)", broken.text)
    return name.isidentifier() and not keyword.iskeyword(name) and used is None


def called(line: list[Token], at: int) -> str | None:
    """The name of the function whose call (or definition) the token at an index of a line is an argument of; empty
    where it is not named; None where the token is in no call."""
    depth = line[at].depth
    for index in range(at - 1, -1, -1):
        if line[index].depth < depth:
            if line[index].text != "(" or index == 0 or not ends_operand(line[index - 1]):
                return None
            return line[index - 1].text if line[index - 1].kind == "name" else ""
    return None


def defines(line: list[Token], at: int) -> bool:
    """Whether the token at an index is between the parentheses of a function's definition, as a parameter's name."""
    start = 1 if line[0].text == "async" else 0
    if line[start].text != "def" or line[at].depth != 1:
        return False
    before, after = line[at - 1].text, line[at + 1].text if at + 1 < len(line) else ""
    return before in ("(", ",", "*", "**") and after in (",", ")", "=", ":")

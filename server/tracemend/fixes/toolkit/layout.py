"""Where a bracket that was never closed has to end, by the layout of the lines around it.

In a bracket whose items stand one to a line at one indentation, a line that opens a bracket and does not close it
before the next line of the same (or a lower) indentation lacks it on that line; a statement that begins further left
than what is open lacks it before that. Only layout is looked at: whether the text compiles is the caller's to try.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracemend.fixes.toolkit.tokens import OPENERS, Token
from tracemend.source.text import SourceText

_HEADS = frozenset(
    ["if", "elif", "else", "while", "for", "def", "class", "try", "except", "finally", "with", "async", "match", "case"]
)


@dataclass(frozen=True, slots=True)
class Lack:
    """A bracket that has to be closed on a line. `opener`: its token's index, the innermost one of those in `open`,
    which are all that the line opened and left open; `first`, `last`: the tokens of the line between which it ends;
    `alone`: the bracket ends its line, and the closing one goes on a line of its own behind `last`."""

    opener: int
    open: tuple[int, ...]
    first: int
    last: int
    alone: bool = False


@dataclass(slots=True)
class _Open:
    index: int
    line: int
    indent: int
    hanging: bool
    head: bool


def lacks(source: SourceText, tokens: Sequence[Token]) -> Iterator[Lack]:
    """The places where the layout shows that a bracket is missing, in their order. Only the first is certain: what
    follows is read as if nothing were open."""
    stack: list[_Open] = []
    line = indent = 0
    begins = -1
    for index, token in enumerate(tokens):
        if token.kind in ("newline", "comment"):
            if token.kind == "newline" and stack and _is_head(tokens, begins, index):
                own = [one for one in stack if one.line == line and not one.hanging]
                if own:
                    end = _code_before(tokens, index)
                    yield Lack(own[-1].index, tuple(one.index for one in own), own[0].index, end - 1)
                    stack.clear()
            continue
        number, column = source.position(token.start)
        if number != line:
            if _first_of_line(source, number, column):
                indent = len(source.indent_of(number).expandtabs(8))
                if stack and _may_go_on(tokens, stack, index, number, indent):
                    return  # what the line is can only be told by trying
                found = _lack(tokens, stack, indent, token, index) if stack else None
                if found is not None:
                    yield found
                    stack.clear()
                begins = index
            line = number
        if token.kind != "op":
            continue
        if token.text in OPENERS:
            follower = tokens[index + 1] if index + 1 < len(tokens) else None
            hanging = follower is None or follower.kind in ("newline", "comment")
            stack.append(_Open(index, number, indent, hanging, False))
        elif token.text in OPENERS.values() and stack:
            kind = OPENERS[tokens[stack[-1].index].text]
            if kind != token.text:
                other = len(stack) > 1 and OPENERS[tokens[stack[-2].index].text] == token.text
                if other:
                    if stack[-1].line == number:
                        yield Lack(stack[-1].index, (stack[-1].index,), stack[-1].index, index - 1)
                    stack.pop()
            stack.pop()
    if stack:
        found = _lack(tokens, stack, -1, None, len(tokens))
        if found is not None:
            yield found


def _first_of_line(source: SourceText, number: int, column: int) -> bool:
    return not source.line(number)[:column].strip()


def _is_head(tokens: Sequence[Token], begins: int, end: int) -> bool:
    """Whether a line begins as a compound statement's head and ends in its colon."""
    last = _code_before(tokens, end)
    return 0 <= begins < last and tokens[last].text == ":" and tokens[begins].text in _HEADS


def _code_before(tokens: Sequence[Token], index: int) -> int:
    index -= 1
    while index >= 0 and tokens[index].kind in ("newline", "comment"):
        index -= 1
    return index


def _lack(tokens: Sequence[Token], stack: list[_Open], indent: int, token: Token | None, index: int) -> Lack | None:
    """What a line of that indentation, which begins with `token`, shows of what is open above it."""
    top = stack[-1]
    closes = token is not None and token.text in OPENERS.values()
    last = _code_before(tokens, index)
    if top.hanging:
        if indent > top.indent or (closes and indent == top.indent):
            return None
        return Lack(top.index, (top.index,), top.index, last, alone=True)
    if indent > top.indent or (closes and indent == top.indent):
        return None
    own = [one for one in stack if one.line == top.line and not one.hanging]
    return Lack(own[-1].index, tuple(one.index for one in own), own[0].index, last)


def _may_go_on(tokens: Sequence[Token], stack: list[_Open], index: int, number: int, indent: int) -> bool:
    """Whether a line that begins no further in than the statement above may be the rest of its expression."""
    if any(one.line != stack[0].line or one.hanging for one in stack) or indent > stack[0].indent:
        return False
    before = tokens[_code_before(tokens, index)]
    return tokens[index].text in ("+", "-", "(", "[") or (tokens[index].is_text and before.is_text)

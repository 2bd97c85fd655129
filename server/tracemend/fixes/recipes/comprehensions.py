"""`comprehension`: the parts of a comprehension in Python's order: what is made, `for ... in ...`, `if ...`.

`[for n in y: n * 2]` (with or without the colon), `[if n > 1: n for n in y]`, `[n if n > 1 for n in y]` and
`[n for n in y if n > 1 else 0]` (whose condition chooses a value and so stands before the `for`) are put in order;
a comma, semicolon or colon before `for`, before `if` or at the end goes. Does not apply to more than one `for`, nor to
`[a for x in y, z in w]`: one may mean pairs or all combinations.
Source: "Displays for lists, sets and dictionaries" in Python's reference.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.broken import Broken, Change, Trials, mended
from tracemend.fixes.toolkit.renaming import ends_operand
from tracemend.fixes.toolkit.tokens import OPENERS, Token

_SEPARATORS = (",", ";", ":")
_PARTS = ("for", "if", "else", "in", "async")


@dataclass(frozen=True, slots=True)
class _Display:
    """The tokens between two brackets, without comments and line ends, and those of them that are in no inner
    bracket: their indices."""

    tokens: list[Token]
    outer: list[int]

    def find(self, *texts: str) -> list[int]:
        """The indices of the outer tokens with one of these texts."""
        return [at for at in self.outer if self.tokens[at].text in texts]

    def text(self, whole: str, start: int, end: int) -> str:
        """The text of the tokens `[start, end)`."""
        return whole[self.tokens[start].start : self.tokens[end - 1].end]


def _display(broken: Broken, opener: int) -> _Display | None:
    inner = broken.tokens[opener].depth + 1
    found: list[Token] = []
    for token in broken.tokens[opener + 1 :]:
        if token.depth < inner:
            outer = [at for at, one in enumerate(found) if one.depth == inner]
            return _Display(found, outer)
        if token.kind == "comment":
            return None
        if token.kind != "newline":
            found.append(token)
    return None


def _changes(broken: Broken, trials: Trials) -> Iterator[Change]:
    if not broken.tokens:
        return
    at = min(broken.at, len(broken.tokens) - 1)
    opener = at if broken.tokens[at].text in OPENERS else broken.tokens[at].up
    while opener is not None:
        display = _display(broken, opener)
        if display is not None and len(display.find("for")) == 1:
            change = _ordered(broken, display)
            if change is not None:
                yield change
        opener = broken.tokens[opener].up


def _ordered(broken: Broken, display: _Display) -> Change | None:
    """The parts of a display with one `for` put in order, or a sign between them taken away."""
    tokens, loop = display.tokens, display.find("for")[0]
    iterated = next((at for at in display.find("in") if at > loop), None)
    if iterated is None or iterated + 1 >= len(tokens):
        return None
    conditions, choices = display.find("if"), display.find("else")
    if loop == 0:
        return _made_last(broken, display, iterated)
    if tokens[0].text == "if" and (colons := display.find(":")):
        return _parts(broken, display, (colons[0] + 1, len(tokens)), (0, colons[0]))
    for at in display.find(*_SEPARATORS):
        if at + 1 == len(tokens) or tokens[at + 1].text in ("if", "for"):
            end = tokens[at + 1].start if at + 1 < len(tokens) else tokens[at].end
            blank = "" if broken.text[tokens[at].end : end][:1] in (" ", "") else " "
            return Change((TextEdit(tokens[at].start, tokens[at].end, blank),))
    if conditions and conditions[0] < loop and not choices:
        return _parts(broken, display, (0, conditions[0]), (loop, len(tokens)), (conditions[0], loop))
    if conditions and choices and loop < conditions[-1] < choices[0] and len(conditions) == 1:
        return _parts(broken, display, (0, loop), (conditions[0], len(tokens)), (loop, conditions[0]))
    return None


def _made_last(broken: Broken, display: _Display, iterated: int) -> Change | None:
    """What is made stands behind the `for`: behind a colon, or where an operand follows another."""
    tokens = display.tokens
    colon = next((at for at in display.find(":") if at > iterated), None)
    if colon is not None and colon + 1 < len(tokens):
        return _parts(broken, display, (colon + 1, len(tokens)), (0, colon))
    meet = [
        at
        for at in display.outer
        if at > iterated + 1 and ends_operand(tokens[at - 1]) and _begins_operand(broken, tokens[at - 1], tokens[at])
    ]
    return _parts(broken, display, (meet[0], len(tokens)), (0, meet[0])) if len(meet) == 1 else None


def _begins_operand(broken: Broken, before: Token, token: Token) -> bool:
    apart = before.end < token.start
    if token.kind == "name":
        return token.text not in (*_PARTS, "and", "or", "not", "is")
    return token.kind in ("number", "string") or (apart and token.text in ("(", "[", "{"))


def _parts(broken: Broken, display: _Display, *parts: tuple[int, int]) -> Change:
    """The display's text replaced by these parts of it, parted by blanks."""
    text = " ".join(display.text(broken.text, start, end) for start, end in parts if start < end)
    return Change((TextEdit(display.tokens[0].start, display.tokens[-1].end, text),))


def apply(request: Request) -> Mend | None:
    """The recipe."""
    return mended(request, _changes)


RECIPES = (Recipe("comprehension", "Puts a comprehension's parts in order.", apply, needs_statement=False),)

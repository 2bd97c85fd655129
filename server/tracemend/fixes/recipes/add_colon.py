"""`add-colon`: put the colon behind the head of a compound statement.

Where the parser expects one: at the end of the head, before its comment, before what stands on the same line; a
semicolon there becomes it. Does not apply where the body is missing too, or where the head is not finished: the
edited file has to compile. Not sure where a head's body follows on the same line without a word that begins a
statement.
Source: https://docs.python.org/3/reference/compound_stmts.html
"""

from __future__ import annotations

from collections.abc import Iterator

from tracemend.fixes.recipe import Mend, Recipe, Request
from tracemend.fixes.toolkit.broken import Broken, Change, Trials, inserted, mended, replaced

_HEADS = frozenset(
    ["if", "elif", "else", "while", "for", "def", "class", "try", "except", "finally", "with", "async", "match", "case"]
)
_BEGINS = frozenset(
    ["return", "raise", "break", "continue", "pass", "yield", "print", "del", "assert", "global", "import", "from"]
)


def _changes(broken: Broken, trials: Trials) -> Iterator[Change]:
    first = broken.first(min(broken.at, len(broken.tokens) - 1)) if broken.tokens else 0
    if broken.word(first) not in _HEADS:
        return
    before = broken.before(broken.at)
    if before < first or broken.tokens[before].text == ":":
        return
    token = broken.token(broken.at)
    end = broken.tokens[before].end
    if token is not None and token.depth:
        return
    if token is None or token.kind in ("newline", "comment"):
        yield inserted(end, ":")
    elif token.kind == "op" and token.text in (";", "；", "："):
        yield replaced(token, ":")
    elif token.text != "=":
        shown = "expected ':'" in broken.fault.message or token.text in _BEGINS
        yield inserted(end, ":", shown)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    return mended(request, _changes)


RECIPES = (Recipe("add-colon", "Puts the colon behind a compound statement's head.", apply, needs_statement=False),)

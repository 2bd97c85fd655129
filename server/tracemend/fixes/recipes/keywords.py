"""`keyword`: the keyword that was meant: `whlie`, `Return`, `is x:`, `else if`, `for x of y`, another language's word.

Tries the words of the failing line that are bound nowhere, each with the keywords that one slip of the fingers
makes of it (or that another language has in its stead), where the file compiles then. `else if` and `elseif` become
`elif`, so does an `else` with a condition; a `for` without `in` gets it. Sure where one keyword alone does. Does
not apply to a word that may be a name.
Source: https://docs.python.org/3/reference/lexical_analysis.html#keywords
"""

from __future__ import annotations

import keyword
from collections.abc import Iterator

from tracemend.evidence.syntax import is_bound
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit, apply_edits
from tracemend.fixes.toolkit.broken import Broken, Change, Trials, inserted, mended, replaced
from tracemend.fixes.toolkit.slips import is_slip
from tracemend.source.text import SourceText

_BEGIN = (
    "if", "elif", "else", "while", "for", "def", "class", "return", "import", "from", "try", "except", "finally",
    "with", "raise", "del", "global", "nonlocal", "assert", "async", "yield", "await", "match", "case",
)  # fmt: skip
_WITHIN = (
    "in",
    "is",
    "and",
    "or",
    "not",
    "if",
    "else",
    "for",
    "as",
    "import",
    "lambda",
    "await",
    "def",
    "from",
    "with",
)
_OTHERS = {
    "function": "def", "func": "def", "fn": "def", "fun": "def", "sub": "def", "fucntion": "def", "elseif": "elif",
    "elsif": "elif", "elsef": "elif", "catch": "except", "throw": "raise", "foreach": "for", "of": "in",
    "where": "if",
}  # fmt: skip
_SHORTER = {"is": "if", "or": "for"}
"""Keywords that begin no statement, and those that do."""
_WORDS = 40


def _changes(broken: Broken, trials: Trials) -> Iterator[Change]:
    if not broken.tokens:
        return
    at = min(broken.at, len(broken.tokens) - 1)
    first = broken.first(at)
    yield from _else(broken, first)
    found = list(_slips(broken, first, at, trials))
    if found:
        yield from ([found[0]] if len(found) == 1 else [Change(one.edits, False) for one in found])
        return
    yield from _in(broken, first, at)


def _else(broken: Broken, first: int) -> Iterator[Change]:
    """`else if` and `else` with a condition."""
    if broken.word(first) != "else" or first + 1 >= len(broken.tokens):
        return
    head, follower = broken.tokens[first], broken.tokens[first + 1]
    if broken.word(first + 1) == "if" and broken.is_op(broken.last(first), ":"):
        yield Change((TextEdit(head.start, follower.end, "elif"),))
    elif (follower.kind in ("name", "number", "string") or follower.text == "(") and broken.is_op(
        broken.last(first), ":"
    ):
        yield replaced(head, "elif")


def _slips(broken: Broken, first: int, at: int, trials: Trials) -> Iterator[Change]:
    """One word of the statement replaced by a keyword it may be a slip of."""
    last = min(broken.last(at), at + (_WORDS if "forgot a comma" in broken.fault.message else 3))
    for index in range(max(first, last - _WORDS), last + 1):
        word = broken.word(index)
        if not word or broken.is_op(index - 1, ".") or not _may_be_slip(broken, index, word, first):
            continue
        for wanted in _wanted(word, index == first):
            change = replaced(broken.tokens[index], wanted)
            if _helps(broken, change, at, trials):
                yield change


def _may_be_slip(broken: Broken, index: int, word: str, first: int) -> bool:
    if index == first:
        if word in _SHORTER:
            return True
        follower = broken.token(index + 1)
        if follower is not None and follower.text in ("=", ".", "(", "[", ",") and not word[:1].isupper():
            return follower.text in ("(", "[") and not is_bound(word, broken.source)
    if keyword.iskeyword(word) or word.endswith("_"):
        return False
    return not is_bound(word, SourceText(broken.text[: broken.tokens[index].start])) or word in ("form", "fro")


def _wanted(word: str, begins: bool) -> list[str]:
    """The keywords that a word may stand for, at a statement's beginning or further in."""
    known = _BEGIN if begins else _WITHIN
    if begins and word in _SHORTER:
        return [_SHORTER[word]]
    if word.lower() in known:
        return [word.lower()]
    found = [_OTHERS[word]] if word in _OTHERS and (_OTHERS[word] in known) else []
    return found + [wanted for wanted in known if wanted not in found and is_slip(word, wanted)]


def _helps(broken: Broken, change: Change, at: int, trials: Trials) -> bool:
    """Whether the file compiles then, or breaks on a later line only."""
    text = apply_edits(broken.text, change.edits)
    error = trials.error(text)
    return error is None or (error.lineno or 0) > broken.fault.line


def _in(broken: Broken, first: int, at: int) -> Iterator[Change]:
    """`not` and `for` without their `in`: put before what follows the names, or in the place of `=`, `:` or `:=`."""
    last = broken.last(at)
    for index in (at, at - 1):
        operand = broken.token(index - 1)
        if broken.word(index) != "not" or index <= first or operand is None:
            continue
        if operand.kind in ("string", "number", "name") and not keyword.iskeyword(operand.text):
            yield inserted(broken.tokens[index].end, " in")
            return
    for index in range(first, last + 1):
        if broken.word(index) != "for":
            continue
        end = index + 1
        while end <= last and broken.word(end) not in ("in", "for", "if"):
            end += 1
        if broken.word(end) == "in":
            continue
        change = _in_put(broken, index, min(end, last))
        if change is not None:
            yield change
            return


def _in_put(broken: Broken, start: int, last: int) -> Change | None:
    """The `in` of the `for` at an index."""
    depth = broken.tokens[start].depth
    for index in range(start + 2, last + 1):
        before, this = broken.tokens[index - 1], broken.tokens[index]
        if this.depth != depth or (before.depth != depth and before.text != ")"):
            continue
        if this.text in ("=", ":", ":="):
            return replaced(this, "in" if broken.text[this.start - 1] in " \t" else " in")
        ends = before.kind == "name" or before.text == ")"
        if not ends or before.end == this.start or keyword.iskeyword(before.text):
            continue
        if this.kind == "name":
            known = is_bound(this.text, broken.source) or broken.is_op(index + 1, "(", ".", "[")
            return inserted(before.end, " in", known)
        if this.kind == "string" or this.text in ("[", "(", "{"):
            return inserted(before.end, " in")
    return None


def apply(request: Request) -> Mend | None:
    """The recipe."""
    return mended(request, _changes)


RECIPES = (Recipe("keyword", "Writes the keyword that was meant.", apply, needs_statement=False),)

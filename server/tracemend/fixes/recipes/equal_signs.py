"""`equal-signs`: the equals sign that was meant. `swap-sides`: the name on the left of an assignment.

`equal-signs`: between a key and its value in a dictionary `:`, and a quoted name before `=` in a call loses its quotes.
In a condition (of if, elif, while, assert, a comprehension, a conditional expression) `==` for `=`; but `:=` where a
name that nothing binds gets the value of a call (`while chunk = f.read():`). A statement of its own that begins
`name := value` gets `=`.
`swap-sides`: `5 = count` becomes `count = 5`. Only for one bare name on the right, and only where it is not yet
bound: otherwise it may be a comparison, and then it is not sure. A call or a sum on the left is swapped only where
the name is bound nowhere and used below.
Source: https://docs.python.org/3/reference/expressions.html#assignment-expressions
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator

from tracemend import lazy
from tracemend.evidence.syntax import is_bound
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.broken import Broken, Change, Trials, mended, replaced
from tracemend.source.text import SourceText

_CONDITIONS = frozenset({"if", "elif", "while", "assert"})
_JOINS = frozenset({"and", "or", "not", "if", "elif", "while", "assert"})
_TRUTHS = lazy.regex(r"(?:print|bool|any|all|assert\w*|filter)\Z")


def _signs(broken: Broken, trials: Trials) -> Iterator[Change]:
    if not broken.tokens:
        return
    at = min(broken.at, len(broken.tokens) - 1)
    first, last = broken.first(at), broken.last(at)
    if broken.tokens[at].text == ":=" or "assignment expressions" in broken.fault.message:
        yield from _plain_assignment(broken, first, last)
        return
    for index in range(at, last + 1):
        token = broken.tokens[index]
        if token.kind == "op" and token.text == "=" and index > first and token.depth == broken.tokens[at].depth:
            yield from _sign(broken, first, index, last)
            return


def _plain_assignment(broken: Broken, first: int, last: int) -> Iterator[Change]:
    """`name := value`, a statement of its own."""
    for index in range(first, last + 1):
        token = broken.tokens[index]
        if token.text == ":=" and token.depth == 0:
            if all(one.kind == "name" or one.text in ".[]=,()" or one.depth for one in broken.tokens[first:index]):
                yield replaced(token, "=")
            return


def _sign(broken: Broken, first: int, index: int, last: int) -> Iterator[Change]:
    """The `=` at an index, in a statement from `first` to `last`."""
    token = broken.tokens[index]
    head = broken.word(first)
    if token.up is not None and broken.tokens[token.up].text == "{" and not _in_comprehension(broken, index):
        yield from _pair(broken, index)
        return
    named = broken.tokens[index - 1]
    if (
        token.up is not None
        and named.kind == "string"
        and broken.is_op(index - 2, "(", ",")
        and not _grouping(broken, token.up)
    ):
        name = named.text[1:-1]
        if name.isidentifier() and not keyword.iskeyword(name):
            yield replaced(named, name)
        return
    # `==` binds tighter than `and`, `not` and `if`: what is before it does not matter.
    left = broken.word(index - 1)
    begins = broken.is_op(index - 2, "(") or broken.word(index - 2) in ("if", "elif", "while")
    calls = left and begins and _is_call(broken, index + 1, last)
    above = SourceText(broken.text[: broken.tokens[first].start])
    if calls and not is_bound(left, above):
        yield replaced(token, ":=")
        return
    inside = token.up is not None and not _grouping(broken, token.up)
    if inside and not _in_comprehension(broken, index):
        callee = broken.word(token.up - 1) if token.up else ""
        yield replaced(token, "==", bool(_TRUTHS.match(callee)) and broken.tokens[index - 1].kind != "string")
        return
    condition = head in _CONDITIONS or token.up is not None or _after_if(broken, first, index)
    if not condition and head not in ("return", "yield") and "lambda" not in _words(broken, first, index):
        return  # a comparison that nothing uses
    unknown = left and not broken.is_op(index - 2, ".") and not is_bound(left, above)
    unknown = unknown and (_called(broken, index + 1) or broken.tokens[index + 1].kind == "name")
    yield replaced(token, "==", condition and not calls and not unknown)


def _pair(broken: Broken, index: int) -> Iterator[Change]:
    """A key and its value in a dictionary, with `=` between them."""
    key = broken.tokens[index - 1]
    if not broken.is_op(index - 2, "{", ",") and broken.tokens[index - 2].kind not in ("newline", "comment"):
        return
    sign = broken.tokens[index]
    start = sign.start if broken.text[sign.start - 1 : sign.start].strip() else key.end
    yield Change((TextEdit(start, sign.end, ":"),), key.kind in ("string", "number"))


def _words(broken: Broken, first: int, index: int) -> list[str]:
    return [broken.word(at) for at in range(first, index)]


def _called(broken: Broken, index: int) -> bool:
    """Whether a call of a dotted name begins there."""
    while broken.tokens[index].kind == "name" and broken.is_op(index + 1, "."):
        index += 2
    return broken.tokens[index].kind == "name" and broken.is_op(index + 1, "(")


def _is_call(broken: Broken, index: int, last: int) -> bool:
    """Whether what is from there to the end of the head or of the bracket is one call of a dotted name."""
    while broken.tokens[index].kind == "name" and broken.is_op(index + 1, "."):
        index += 2
    if broken.tokens[index].kind != "name" or not broken.is_op(index + 1, "("):
        return False
    for end in range(index + 2, last + 1):
        if broken.is_op(end, ")") and broken.tokens[end].depth == broken.tokens[index + 1].depth:
            return broken.is_op(end + 1, ":", ")")
    return False


def _grouping(broken: Broken, opener: int) -> bool:
    """Whether a bracket is a plain parenthesis, not a call's."""
    before = broken.token(opener - 1)
    return broken.tokens[opener].text == "(" and (
        before is None or before.text in _JOINS or (before.kind == "op" and before.text not in (")", "]"))
    )


def _in_comprehension(broken: Broken, index: int) -> bool:
    """Whether an `if` stands before, in the same bracket."""
    depth = broken.tokens[index].depth
    for at in range(index - 1, -1, -1):
        if broken.tokens[at].depth < depth:
            return False
        if broken.tokens[at].depth == depth and broken.word(at) == "if":
            return True
    return False


def _after_if(broken: Broken, first: int, index: int) -> bool:
    """Whether it stands in the condition of `a if b else c`, outside of brackets."""
    words = [broken.word(at) for at in range(first, index) if broken.tokens[at].depth == 0]
    return "if" in words and "else" not in words


def _sides(broken: Broken, trials: Trials) -> Iterator[Change]:
    if not broken.tokens:
        return
    at = min(broken.at, len(broken.tokens) - 1)
    first, last = broken.first(at), broken.last(at)
    signs = [index for index in range(first, last + 1) if broken.tokens[index].text in ("=", ":=")]
    signs = [index for index in signs if broken.tokens[index].depth == broken.tokens[first].depth]
    if len(signs) != 1 or broken.tokens[signs[0]].text != "=" or last != signs[0] + 1 or signs[0] == first:
        return
    name, left = broken.tokens[last], broken.tokens[first : signs[0]]
    start, end = left[0].start, left[-1].end
    if name.kind != "name" or not name.text.isidentifier() or "\n" in broken.text[start : name.end]:
        return
    constant = all(_constant(token.kind, token.text) for token in left)
    line_end = name.end
    before, below = broken.text[:start], broken.text[line_end:]
    bound = is_bound(name.text, SourceText(before))
    used = re.search(rf"(?<![\w.]){re.escape(name.text)}\b", below) is not None
    if not constant and (bound or not used):
        return
    edits = (TextEdit(start, end, name.text), TextEdit(name.start, name.end, broken.text[start:end]))
    yield Change(edits, not bound)


def _constant(kind: str, text: str) -> bool:
    return kind in ("number", "string") or text in (
        "None",
        "True",
        "False",
        "-",
        "[",
        "]",
        "{",
        "}",
        "(",
        ")",
        ",",
        ":",
    )


def apply_signs(request: Request) -> Mend | None:
    """The recipe `equal-signs`."""
    return mended(request, _signs)


def apply_sides(request: Request) -> Mend | None:
    """The recipe `swap-sides`."""
    return mended(request, _sides)


RECIPES = (
    Recipe("equal-signs", "Writes == (or :=, or =) where another sign stands.", apply_signs, needs_statement=False),
    Recipe("swap-sides", "Puts the name on the left of an assignment.", apply_sides, needs_statement=False),
)

"""Where a bracket that is closed and was never opened may have been opened."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterator

from tracemend.evidence.syntax import is_bound
from tracemend.fixes.recipe import TextEdit, apply_edits
from tracemend.fixes.toolkit.broken import Broken, Trials
from tracemend.fixes.toolkit.oddities import NEVER
from tracemend.fixes.toolkit.plausible import Weigher
from tracemend.fixes.toolkit.tokens import CLOSERS, Token, tokens_from

_MAX_TRIED = 40
_BEFORE_VALUE = frozenset(
    ["in", "return", "=", "(", "[", "{", ",", ":", "yield", "%", "+=", "if", "not", "and", "or", "except"]
)


def openings(
    broken: Broken, trials: Trials, at: int, removed: str | None = None
) -> list[tuple[int, tuple[TextEdit, ...]]]:
    """Weight and edits of each place where the bracket that the token at that index closes may be opened, the
    likeliest first: those that make the file compile, and that somebody may mean. `removed`: the text without the
    closing one; what means the same as that is left out."""
    first = broken.first(at)
    start = broken.source.offset(broken.source.position(broken.tokens[first].start)[0], 0)
    weigher = Weigher(start)
    found = []
    same = weigher.meaning(removed) if removed is not None else None
    for extra, edit in list(_places(broken, first, at))[:_MAX_TRIED]:
        text = apply_edits(broken.text, (edit,))
        if _only_groups(text, edit.start):
            continue
        weight = weigher.weight(text)
        if weight is not None and weight < NEVER and trials.error(text) is None and weigher.meaning(text) != same:
            found.append((weight + extra, (edit,)))
    return sorted(found, key=lambda one: one[0])


def _only_groups(text: str, at: int) -> bool:
    """Whether the parentheses opened at an offset would hold no more than one operand, and call nothing."""
    before = text[:at].rstrip(" ")[-1:]
    if text[at] != "(" or before.isalnum() or before in ")]_":
        word = re.search(r"\w+\Z", text[:at].rstrip())
        if text[at] != "(" or word is None or not keyword.iskeyword(word[0]):
            return False
    depth = 0
    for token in tokens_from(text, at):
        if token.depth == 0 and token.text == ")":
            return depth < 1
        depth += token.depth == 1 and (token.text in (",", "for") or token.text in _SIGNS)
    return False


_SIGNS = frozenset(["+", "-", "*", "/", "//", "%", "and", "or", "<", ">", "==", "!=", "if", "in", "is", "|", "&"])


def _places(broken: Broken, first: int, at: int) -> Iterator[tuple[int, TextEdit]]:
    """Where to try, and how much speaks against it."""
    opener = CLOSERS[broken.tokens[at].text]
    for index in range(at - 1, first - 1, -1):
        token, after = broken.tokens[index], broken.tokens[index + 1]
        if token.kind in ("newline", "comment"):
            continue
        if token.kind == "name" and not keyword.iskeyword(token.text):
            prefix = token.text[-1:].lower() in ("f", "r", "b") and after.kind == "string" and after.start == token.end
            if prefix and not _is_known(broken, token.text) and _is_known(broken, token.text[:-1]) and opener == "(":
                yield 0, TextEdit(token.end - 1, token.end - 1, opener)
                continue
            touches = after.kind in ("string", "number", "name") and not keyword.iskeyword(after.text)
            if touches and opener != "{":
                yield 0, TextEdit(token.end, after.start, opener)
            if index + 1 == at and opener == "(":
                alone = not is_glued(broken, index) and all(
                    broken.tokens[one].kind == "name" or broken.is_op(one, ".") for one in range(first, index)
                )
                defined = _count(broken, rf"\b(?:def|class|import)[ \t]+{re.escape(token.text)}\b") > 0
                if (alone and (index > first or defined)) or _count(broken, rf"(?<!\w){re.escape(token.text)}\("):
                    yield 0, TextEdit(token.end, token.end, opener)
            if opener != "{":
                yield from _inside_name(broken, token, index, opener)
        if index + 1 == at and token.text in ("=", "(", ",", "return", ":"):
            yield 0, TextEdit(after.start, after.start, opener)
        before = broken.token(index - 1)
        begins = token.kind in ("name", "string", "number") or token.text in ("(", "[", "{", "-", "*")
        if begins and before is not None and (before.text in _BEFORE_VALUE or before.text == opener):
            yield 2 if before.text == opener else 1, TextEdit(token.start, token.start, opener)


def _inside_name(broken: Broken, token: Token, index: int, opener: str) -> Iterator[tuple[int, TextEdit]]:
    """`printname)` for `print(name)`: a name that nothing binds, of two of which the file has both."""
    word = token.text
    dotted = broken.is_op(index - 1, ".")
    if (not dotted and _is_known(broken, word)) or (dotted and _count(broken, rf"\.{re.escape(word)}(?!\w)") > 1):
        return
    defines = broken.word(index - 1) in ("def", "class")
    for cut in range(len(word) - 1, 1, -1):
        head, rest = word[:cut], word[cut:]
        if not (rest.isdigit() or _is_known(broken, rest)) or (rest[0].isalnum() and head[-1] == "_" and len(rest) < 2):
            continue
        called = _count(broken, rf"(?<!\w){re.escape(head)}(?!\w)")
        begins = rest in ("self", "cls") or (broken.word(index - 1) == "class" and _is_known(broken, rest))
        if (defines and begins) or (dotted and called) or (not dotted and not defines and _is_known(broken, head)):
            yield 0, TextEdit(token.start + cut, token.start + cut, opener)


def _count(broken: Broken, pattern: str) -> int:
    return len(re.findall(pattern, broken.text))


def _is_known(broken: Broken, name: str) -> bool:
    return hasattr(builtins, name) or name in ("None", "True", "False") or is_bound(name, broken.source)


def is_glued(broken: Broken, index: int) -> bool:
    """Whether a name that the file has once, and binds nowhere, ends in one that it knows: rather two names."""
    word = broken.word(index)
    if len(word) < 4 or keyword.iskeyword(word) or _count(broken, rf"(?<!\w){re.escape(word)}(?!\w)") > 1:
        return False
    if not broken.is_op(index - 1, ".") and _is_known(broken, word) and broken.word(index - 1) not in ("def", "class"):
        return False
    return any(
        word[cut:] in ("self", "cls")
        or (
            len(word) - cut > 1
            and (word[cut:].isdigit() or _is_known(broken, word[cut:]))
            and (not broken.is_op(index - 1, ".") or _count(broken, rf"(?<!\w){re.escape(word[:cut])}(?!\w)") > 0)
        )
        for cut in range(2, len(word) - 1)
    )


def leaves_unbound(broken: Broken, first: int, at: int) -> bool:
    """Whether a name of the statement before that bracket is bound nowhere: then it is rather two names."""
    for index in range(first, at):
        token = broken.tokens[index]
        if token.kind != "name" or keyword.iskeyword(token.text):
            continue
        if is_glued(broken, index):
            return True
        if broken.is_op(index - 1, "."):
            continue
        if not broken.is_op(index + 1, "=") and not _is_known(broken, token.text):
            return True
    return False

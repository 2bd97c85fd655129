"""Words of texts, and the words that every text which a pattern matches is certain to hold.

A word is a run of letters, digits and `_`; in scripts without spaces every character is one. A pair is two
neighbouring words with what stands between them, as one text: what signatures are found by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracemend.knowledge import regex_tree

_RANGES = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u3040", "\u30ff"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)
"""Thai, Lao, Burmese, Khmer, kana and Han: no blanks between words. Korean has them."""
_ALONE = "".join(f"{low}-{high}" for low, high in _RANGES)
_WORD = re.compile(rf"[{_ALONE}]|[^\W{_ALONE}]+")
MAX_BETWEEN = 16
"""Words farther apart are no neighbours."""


def _inner(char: str) -> bool:
    """Whether a character (or none) goes on a word that has several."""
    return (char.isalnum() or char == "_") and not any(low <= char <= high for low, high in _RANGES)


def text_words(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(_WORD.findall(text))


def text_pairs(text: str) -> Iterator[str]:
    """The pairs of neighbouring words of a text."""
    start, end = -1, -1
    for found in _WORD.finditer(text):
        if start >= 0 and found.start() - end <= MAX_BETWEEN:
            yield text[start : found.end()]
        start, end = found.span()


def literal_pairs(literal: str) -> tuple[str, ...]:
    """The pairs of a signature's `literal`. The words at its edges count as whole, since `stands_in` wants them so."""
    return tuple(dict.fromkeys(text_pairs(literal)))


def stands_in(literal: str, text: str) -> bool:
    """Whether a literal stands in a text, not beginning or ending inside a word of it."""
    if not literal:
        return False
    inner_start, inner_end = _inner(literal[0]), _inner(literal[-1])
    at = text.find(literal)
    while at >= 0:
        end = at + len(literal)
        cut = (inner_start and at and _inner(text[at - 1])) or (inner_end and _inner(text[end : end + 1]))
        if not cut:
            return True
        at = text.find(literal, at + 1)
    return False


@lru_cache(maxsize=256)
def fixed_runs(pattern: str) -> tuple[str, ...]:
    """The stretches of fixed text that a text matched as a whole is certain to hold, cut down to whole words.

    Fixed text stands outside groups, classes and repeats; a plain `(?:...)` that is not repeated is no group. A word
    at a stretch's edge counts only where a character that is none of a word's, or the edge of the text, is certain to
    stand beside it. None where case is ignored, and for what is no pattern.
    """
    from tracemend.knowledge import regex_tree

    try:
        tree = regex_tree.parse(pattern)
    except regex_tree.BadPattern:
        return ()
    if tree.any_case:
        return ()
    nodes = tuple(node for node in tree.nodes if not (isinstance(node, regex_tree.At) and node.kind == "edge"))
    runs = []
    start = 0
    while start < len(nodes):
        end = start
        text = ""
        while end < len(nodes) and (literal := getattr(nodes[end], "literal", None)) is not None:
            text += literal
            end += 1
        if text:
            runs.append(_whole(text, _bounded(nodes[:start], last=True), _bounded(nodes[end:], last=False)))
        start = max(end, start + 1)
    return tuple(filter(None, runs))


def _bounded(nodes: tuple[regex_tree.Node, ...], *, last: bool) -> bool:
    """Whether no letter can stand at this end of what stands beside a stretch."""
    from tracemend.knowledge import regex_tree

    beside = nodes[-1:] if last else nodes[:1]
    if beside and isinstance(beside[0], regex_tree.At):
        return beside[0].kind == "boundary"
    chars, _ = regex_tree.edge(nodes, last=last)
    return not any(map(_inner, chars))


def _whole(text: str, left: bool, right: bool) -> str:
    """A stretch without the words at its edges that may be parts of longer ones."""
    found = list(_WORD.finditer(text))
    if found and not left and found[0].start() == 0 and _inner(text[0]):
        text, found = text[found[0].end() :], list(_WORD.finditer(text[found[0].end() :]))
    if found and not right and found[-1].end() == len(text) and _inner(text[-1]):
        text, found = text[: found[-1].start()], found[:-1]
    return text if found else ""


def fixed_words(pattern: str) -> tuple[str, ...]:
    """The whole words that every text which a pattern matches is certain to hold, in their order."""
    return tuple(word for run in fixed_runs(pattern) for word in text_words(run))


def word_pairs(pattern: str) -> tuple[str, ...]:
    """The pairs of neighbouring words that every text which a pattern matches is certain to hold."""
    return tuple(dict.fromkeys(pair for run in fixed_runs(pattern) for pair in text_pairs(run)))

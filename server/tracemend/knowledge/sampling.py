"""Texts that a regular expression matches, made from its tree: to try a pattern that has no real text of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracemend.knowledge import regex_tree
from tracemend.knowledge.regex_tree import Branch, Chars, Group, Node, Repeat

TRIES = 12
_WANTED = ("x1a", "b7 q", "Aé/", "0.5", "k_m", " Z")
"""What stands for a class, by the number of the try: the first of these characters that is in it."""
_LENGTHS = (2, 1, 3)


def texts(pattern: str) -> Iterator[str]:
    """At most TRIES different texts that a pattern matches as a whole, the shortest forms not first; none for one that
    is no pattern, or whose lookarounds none of them satisfies."""
    try:
        nodes = regex_tree.parse(pattern).nodes
        compiled = re.compile(pattern)
    except (regex_tree.BadPattern, re.error):
        return
    seen: set[str] = set()
    for number in range(TRIES):
        text = _text(nodes, number)
        if text not in seen and compiled.fullmatch(text):
            seen.add(text)
            yield text


def _text(nodes: tuple[Node, ...], number: int) -> str:
    return "".join(_one(node, number) for node in nodes)


def _one(node: Node, number: int) -> str:
    if isinstance(node, Chars):
        return node.literal if node.literal is not None else _char(node.chars, number)
    if isinstance(node, Group):
        return _text(node.body, number)
    if isinstance(node, Branch):
        return _text(node.options[number % len(node.options)], number)
    if isinstance(node, Repeat):
        if node.high == 1:
            times = max(node.low, number % 2)
        else:
            times = min(max(node.low, _LENGTHS[number % len(_LENGTHS)]), node.high)
        return _text(node.body, number) * times
    return ""


def _char(chars: frozenset[str], number: int) -> str:
    for char in _WANTED[number % len(_WANTED)]:
        if char in chars:
            return char
    return min(chars, key=lambda char: (not char.isalnum(), char), default="")

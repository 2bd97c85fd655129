"""Texts that a regular expression matches, made from its tree: to try a pattern that has no real text of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracemend.knowledge import regex_tree
from tracemend.knowledge.regex_tree import Branch, Chars, Group, Node, Repeat

TRIES = 12
_WANTED = ("x1a", "b7 q", "Aé/", "0.5", "k_m", " Z")
"""What stands for a class, by the number of the try: the first of these characters that is in it."""
_LENGTHS = (2, 1, 3, 1, 0)
_SOUP = "x: 'y' (z1) \"w\" 2.3/\u2018q\u2019, v-"
"""What an odd try puts where much of anything can be: signs that other patterns stop at."""


def texts(pattern: str) -> Iterator[str]:
    """At most TRIES different texts that a pattern matches as a whole; none for one that is no pattern, or whose
    lookarounds none of them satisfies."""
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
        elif number % 2 and len(node.body) == 1 and isinstance(node.body[0], Chars):
            chars = node.body[0].chars
            soup = "".join(char for char in _SOUP if char in chars)[: node.high].strip()
            return soup if len(soup) >= node.low else _char(chars, number) * node.low
        else:
            times = min(max(node.low, _LENGTHS[number % len(_LENGTHS)]), node.high)
        return _text(node.body, number) * times
    return ""


def _char(chars: frozenset[str], number: int) -> str:
    for char in _WANTED[number % len(_WANTED)]:
        if char in chars:
            return char
    return min(chars, key=lambda char: (not char.isalnum(), char.isupper(), char), default="")

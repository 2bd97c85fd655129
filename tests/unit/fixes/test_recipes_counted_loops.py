"""Loops with a counter and an item, dictionaries in comprehensions, and what was typed on one line."""

from __future__ import annotations

import pytest

from .conftest import Keeps

_MANY = "too many values to unpack (expected 2)"
_NUMBER = "cannot unpack non-iterable int object"
_BLANK = "invalid literal for int() with base 10: ' '"


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after"),
    [
        ("loop-enumerate", _MANY, "for i, x in names:  # é\n\tpass\n", "for i, x in enumerate(names):  # é\n\tpass\n"),
        (
            "loop-enumerate",
            _NUMBER,
            "for row_no, x in a.b():\n\tpass\n",
            "for row_no, x in enumerate(a.b()):\n\tpass\n",
        ),
        ("loop-enumerate", _NUMBER, "for i, x in 1, 2:\n\tpass\n", "for i, x in enumerate((1, 2)):\n\tpass\n"),
        (
            "loop-enumerate",
            _NUMBER,
            "for i, (x, y) in (1, 2):\n\tpass\n",
            "for i, (x, y) in enumerate((1, 2)):\n\tpass\n",
        ),
        ("loop-enumerate", _MANY, "y = {i: x for i, x in names}\n", "y = {i: x for i, x in enumerate(names)}\n"),
        (
            "loop-enumerate",
            _MANY,
            "y = [x for x in a for i, z in (\n\tx\n)]\n",
            "y = [x for x in a for i, z in (\n\tenumerate(x)\n)]\n",
        ),
        ("loop-enumerate", _MANY, "for k, x in names:\n\tpass\n", None),
        ("loop-enumerate", _MANY, "names = {1: 2}\nfor i, x in «names»:\n\tpass\n", None),
        ("loop-enumerate", _MANY, "for i, x in zip(a, b):\n\tpass\n", None),
        ("loop-enumerate", _MANY, "for i, x, y in names:\n\tpass\n", None),
        ("loop-enumerate", "invalid literal", "for i, x in names:\n\tpass\n", None),
        ("loop-items", _MANY, "d = {}\n«y = [a for a, b in d]»\n", "d = {}\ny = [a for a, b in d.items()]\n"),
        (
            "loop-items",
            _MANY,
            "d = {'x': {1: 2}}\nfor a, b in «d['x']»: pass\n",
            "d = {'x': {1: 2}}\nfor a, b in d['x'].items(): pass\n",
        ),
        ("loop-items", _MANY, "y = [a for a, b in d]\n", None),
        ("split-input", _BLANK, "a, b = map(int, input('? '))  # é\n", "a, b = map(int, input('? ').split())  # é\n"),
        ("split-input", _BLANK, "a = list(map(int, input()))\n", "a = list(map(int, input().split()))\n"),
        ("split-input", _BLANK, "a = int(input())\n", None),
        ("split-input", "invalid literal for int() with base 10: 'x'", "a, b = map(int, input())\n", None),
    ],
)
def test_loops(keeps: Keeps, recipe: str, message: str, before: str, after: str | None) -> None:
    keeps(recipe, "ValueError", message, before, after)

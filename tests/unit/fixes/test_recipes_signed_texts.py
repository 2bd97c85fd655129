"""A sign before a text that holds a number: `number-from-text`."""

from __future__ import annotations

import pytest

from .conftest import Keeps

_MINUS = "bad operand type for unary -: 'str'"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('p = "12.5"\nprint(«-p»)  # owed\n', 'p = "12.5"\nprint(-float(p))  # owed\n'),
        ("n, p = line.split()\nprint(n, «-p»)\n", "n, p = line.split()\nprint(n, -float(p))\n"),
        ("p = find()\nprint(«-p»)\n", None),
        ('p = "12.5"\nprint(not p, «-q»)\n', None),
    ],
)
def test_signed_texts(keeps: Keeps, before: str, after: str | None) -> None:
    keeps("number-from-text", "TypeError", _MINUS, before, after)

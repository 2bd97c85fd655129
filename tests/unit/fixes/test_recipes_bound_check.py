"""A check of an index that lets the length pass."""

from __future__ import annotations

import pytest

from .conftest import Outcome

_MESSAGE = "list index out of range"


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("if 0 <= r <= len(g):  # é\n    «g[r]»\n", "if 0 <= r < len(g):  # é\n    g[r]\n", True),
        ("if 0 <= r <= len(g) and a:\n\t«g[r][c]»\n", "if 0 <= r < len(g) and a:\n\tg[r][c]\n", True),
        (
            "def f(r):\n    if r < 0 or r > len(g):\n        return 1\n    return «g[r]»\n",
            "def f(r):\n    if r < 0 or r >= len(g):\n        return 1\n    return g[r]\n",
            True,
        ),
        (
            "def f(r):\n    return 0 <= r <= len(g)\ndef h(r):\n    if f(r):\n        «g[r]»\n",
            "def f(r):\n    return 0 <= r < len(g)\ndef h(r):\n    if f(r):\n        g[r]\n",
            True,
        ),
        (
            "def f(r):\n    return 0 <= r <= len(g)\ndef h(r):\n    «g[r]»\n",
            "def f(r):\n    return 0 <= r < len(g)\ndef h(r):\n    g[r]\n",
            False,
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_check_ends_before_the_length(outcome: Outcome, before: str, after: str, sure: bool, end: str) -> None:
    made = outcome("bound-check", before.replace("\n", end), "IndexError", _MESSAGE)
    assert made == (after.replace("\n", end), sure)


@pytest.mark.parametrize(
    "source",
    [
        "if 0 <= r < len(g):\n    «g[r]»\n",
        "if r <= len(g):\n    «g[r]»\n",
        "if 0 <= r <= len(h):\n    «g[r]»\n",
        "if 0 <= r <= len(g) and 0 <= c <= len(g):\n    «g[r][c]»\n",
        "if r > len(g):\n    «g[r]»\n",
    ],
)
def test_other_checks_stay(outcome: Outcome, source: str) -> None:
    assert outcome("bound-check", source, "IndexError", _MESSAGE) is None

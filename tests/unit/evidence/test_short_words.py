"""Short words that may be names of their own."""

from __future__ import annotations

import pytest
from tracemend.evidence.short_words import may_be_meant


@pytest.mark.parametrize(
    ("wrong", "to"),
    [
        ("bar", "var"),
        ("get", "set"),
        ("tax", "max"),
        ("rate", "date"),
        ("ax", "max"),
        ("side", "size"),
        ("zat", "cat"),
        ("tuke", "time"),
        ("Sun", "sum"),
        ("add", "dad"),
    ],
)
def test_may_be_a_word_of_its_own(wrong: str, to: str) -> None:
    assert may_be_meant(wrong, to) is (wrong != "tuke")


@pytest.mark.parametrize(
    ("wrong", "to"),
    [
        ("nane", "name"),
        ("lisr", "list"),
        ("psuh", "push"),
        ("lne", "line"),
        ("nmae", "name"),
        ("Name", "name"),
        ("is_x", "isx"),
        ("ballance", "balance"),
    ],
)
def test_slips_of_the_fingers(wrong: str, to: str) -> None:
    assert not may_be_meant(wrong, to)

"""A list that is asked for what its items have, in the loop over it."""

from __future__ import annotations

import pytest

from .conftest import Outcome

_LIST = "'list' object has no attribute 'split'"
_KEY = "list indices must be integers or slices, not str"
_NAMES = {"from_": "rows", "to": "row"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("for row in rows:\n    «rows.split»()  # é\n", "for row in rows:\n    row.split()  # é\n"),
        ("x = [«rows.split»() for row in rows]\n", "x = [row.split() for row in rows]\n"),
        ("for row in rows:\n\t«f(rows.split(), rows)»\n", "for row in rows:\n\tf(row.split(), rows)\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_attribute(outcome: Outcome, before: str, after: str, end: str) -> None:
    made = outcome("loop-element", before.replace("\n", end), "AttributeError", _LIST, {"attribute": "split"}, **_NAMES)
    assert made == (after.replace("\n", end), True)


def test_a_key_and_no_number(outcome: Outcome) -> None:
    made = outcome("loop-element", 'for row in rows:\n    «f(rows["a"], rows[0])»\n', "TypeError", _KEY, **_NAMES)
    assert made == ('for row in rows:\n    f(row["a"], rows[0])\n', True)


def test_a_dictionary_gives_keys(outcome: Outcome) -> None:
    message = "'dict' object has no attribute 'split'"
    source = "for row in rows:\n    «rows.split»\n"
    made = outcome("loop-element", source, "AttributeError", message, {"attribute": "split"}, **_NAMES)
    assert made == ("for row in rows:\n    row.split\n", False)


def test_another_list(outcome: Outcome) -> None:
    source = "for row in rows:\n    «others.split»()\n"
    assert outcome("loop-element", source, "AttributeError", _LIST, {"attribute": "split"}, **_NAMES) is None

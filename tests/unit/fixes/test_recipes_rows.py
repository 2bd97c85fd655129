"""Recipes for rows that are no dictionaries, and for options with a dash."""

from __future__ import annotations

import pytest

from .conftest import Apply, Makes

_ROW = "tuple indices must be integers or slices, not str"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("for r in df.iterrows():  # é\n    x = «r['a']»\n", "for _, r in df.iterrows():  # é\n    x = r['a']\n"),
        ("for r in df.itertuples():\n    x = «r['a']» + r['b']\n", "for r in df.itertuples():\n    x = r.a + r.b\n"),
        ("r = c.execute(q).first()\nx = «r['é']»\n", "r = c.execute(q).first()\nx = r._mapping['é']\n"),
        ("for r in df.itertuples():\n    x = «r['a b']»\n", None),
        ("for r in df.iterrows():\n    x = «r['a']»; y = r[1]\n", None),
        ("for r in rows:\n    x = «r['a']»\n", None),
        ("x = «f()['a']»\n", None),
    ],
)
def test_a_row_is_asked_by_name(mend: Apply, before: str, after: str | None) -> None:
    mended = mend("row-name", before, exception="TypeError", message=_ROW)
    assert (mended and mended.text) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("p.add_argument('--a-b-c')\nx = «args.a»-b-c  # é\n", "p.add_argument('--a-b-c')\nx = args.a_b_c  # é\n"),
        ("p.add_argument('--ab')\nx = «args.a»-b\n", None),
        ("p.add_argument('--a-b')\nx = «args.a» - b\n", None),
        ("p.add_argument('--a-b')\nx = «args.a»\n", None),
    ],
)
def test_an_option_is_written_with_underscores(mend: Apply, before: str, after: str | None) -> None:
    values = {"type": "Namespace", "attribute": "a"}
    mended = mend("option-name", before, exception="AttributeError", values=values)
    assert (mended and mended.text) == after


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("g = [[1], [2]]\nx = «g[0, n]»  # é\n", "g = [[1], [2]]\nx = g[0][n]  # é\n", True),
        ("g = [[0] * 3 for _ in range(3)]\n«g[i,j] = 1\n", "g = [[0] * 3 for _ in range(3)]\ng[i][j] = 1\n", True),
        ("x = «self.g[0, 1]»\n", "x = self.g[0][1]\n", False),
        ("x = «g[:, 1]»\n", None, None),
        ("x = «g[(0, 1)]»\n", None, None),
    ],
)
def test_each_place_has_its_brackets(makes: Makes, before: str, after: str | None, sure: bool | None) -> None:
    makes("row-column", "list indices must be integers or slices, not tuple", before, after, sure)

"""Blanks before the names in a file's first line."""

from __future__ import annotations

import pytest

from .conftest import Apply, Outcome

_HEAD = "import pandas as pd\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "def load(p):\n\tt = pd.read_csv(p)  # é\n\treturn t\ndef f(t):\n\t«t.groupby(w)['k']»\nf(load(p))\n",
            "def load(p):\n\tt = pd.read_csv(p, skipinitialspace=True)  # é\n\treturn t\ndef f(t):\n"
            "\tt.groupby(w)['k']\nf(load(p))\n",
        ),
        (
            "t = pd.read_csv(\n    'a.csv',\n    nrows=2,\n)\n«t['k']»\n",
            "t = pd.read_csv(\n    'a.csv',\n    nrows=2,\n    skipinitialspace=True,\n)\nt['k']\n",
        ),
    ],
)
def test_the_blanks_are_skipped_where_the_file_is_read(outcome: Outcome, before: str, after: str) -> None:
    for ending in ("\n", "\r\n"):
        source = (_HEAD + before).replace("\n", ending)
        assert outcome("table-names", source, "KeyError", "'k'", values={"key": "'k'"}, to=" k") == (
            (_HEAD + after).replace("\n", ending),
            True,
        )


@pytest.mark.parametrize(
    ("source", "to"),
    [
        ("t = pd.read_csv('a.csv', **o)\n«f()['k']»\n", " k"),
        ("t = pd.read_csv('a.csv', skipinitialspace=True)\n«g(t)['k']»\n", " k"),
        ("t = other('a.csv')\n«t['k']»\n", " k"),
        ("t = pd.read_csv('a.csv')\n«t['k']»\n", "K"),
    ],
)
def test_other_tables_stay(mend: Apply, source: str, to: str) -> None:
    assert mend("table-names", _HEAD + source, "KeyError", "'k'", values={"key": "'k'"}, to=to) is None

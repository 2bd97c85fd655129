"""Tables of characters, whose rows are texts."""

from __future__ import annotations

import pytest

from .conftest import Keeps, Makes

_STR = "'str' object does not support item assignment"
_PUT = "«g[r][c]» = 'x'  # é\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("g = t.splitlines()\n" + _PUT, "g = [list(line) for line in t.splitlines()]\n" + _PUT),
        ("g = t.split()\n" + _PUT, "g = [list(part) for part in t.split()]\n" + _PUT),
        ("g = t.split('\\n')\n" + _PUT, "g = [list(line) for line in t.split('\\n')]\n" + _PUT),
        ("g = ['...', '..#']\n" + _PUT, "g = [list('...'), list('..#')]\n" + _PUT),
        ("g = ['.' * n for _ in k]\n" + _PUT, "g = [['.'] * n for _ in k]\n" + _PUT),
        ("g = [l.strip() for l in f]\n" + _PUT, "g = [list(l.strip()) for l in f]\n" + _PUT),
        (
            "g = []\nfor l in f:\n\tg.append(l.strip())\n" + _PUT,
            "g = []\nfor l in f:\n\tg.append(list(l.strip()))\n" + _PUT,
        ),
        (
            "def load():\n\treturn open(p).read().splitlines()\ndef put(g):\n\t«g[0][1]» = 'x'\ng = load()\nput(g)\n",
            "def load():\n\treturn [list(line) for line in open(p).read().splitlines()]\n"
            "def put(g):\n\tg[0][1] = 'x'\ng = load()\nput(g)\n",
        ),
        (
            "g = t.splitlines()\nfor i, row in enumerate(g):\n\t«row[i]» = 'x'\nfor row in g:\n\tprint(*row)\n",
            "g = [list(line) for line in t.splitlines()]\nfor i, row in enumerate(g):\n\trow[i] = 'x'\n"
            "for row in g:\n\tprint(*row)\n",
        ),
    ],
)
def test_rows_become_lists(keeps: Keeps, before: str, after: str) -> None:
    keeps("text-rows", "TypeError", _STR, before, after.replace("«", "").replace("»", ""))


@pytest.mark.parametrize(
    "use",
    [
        "for row in g:\n\tprint(row)\n",
        "print(g[0].upper())\n",
        "print('\\n'.join(g))\n",
        "print(f'{g[0]}')\n",
        "if g[0] == '...':\n\tb()\n",
        "def show(rows):\n\tfor row in rows:\n\t\tprint(row)\nshow(g)\n",
        "f.write(g[0])\n",
    ],
)
def test_rows_that_are_used_as_texts(makes: Makes, use: str) -> None:
    before = "g = t.splitlines()\n" + _PUT + use
    after = "g = [list(line) for line in t.splitlines()]\n" + _PUT.replace("«", "").replace("»", "") + use
    makes("text-rows", _STR, before, after, False)


@pytest.mark.parametrize(
    "before",
    [
        "«w[0]» = 'x'\n",
        "g = load()\n" + _PUT,
        "g = ['.' * n] * m\n" + _PUT,
        "g = {'a': 'b'}\n" + _PUT,
        "g = f.readlines()\n" + _PUT,
        "g = []\ng.extend(f)\n" + _PUT,
        "g = t.splitlines()\nif a:\n\tg = other()\n" + _PUT,
        "g = t.splitlines()\n«g[r][1:2]» = 'x'\n",
    ],
)
def test_other_tables(makes: Makes, before: str) -> None:
    makes("text-rows", _STR, before, None)

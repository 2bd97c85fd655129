"""Recipes that ask what a function of the file returns: tables, lists of names, lines of JSON."""

from __future__ import annotations

import pytest

from .conftest import Apply, Outcome, TextAfter

_FRAME = "'DataFrame' object has no attribute 'append'"
_READ = "import pandas as pd\ndef read(p):\n    t = pd.read_csv(p)\n    t['a'] = 1\n    return t\n"


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("«a = a.append(read(p), sort=False)»  # é\n", "a = pd.concat([a, read(p)], sort=False)  # é\n", True),
        ("x = read(p)\n«a = a.append(x)»\n", "x = read(p)\na = pd.concat([a, x])\n", True),
        ("x = read(p).dropna()\n«a = a.append(x)»\n", "x = read(p).dropna()\na = pd.concat([a, x])\n", True),
        (
            "def f(a, x: pd.DataFrame):\n\t«return a.append(x)»\n",
            "def f(a, x: pd.DataFrame):\n\treturn pd.concat([a, x])\n",
            True,
        ),
        (
            "def row():\n    return {'a': 1}\n«a = a.append(row(), ignore_index=True)»\n",
            "def row():\n    return {'a': 1}\na = pd.concat([a, pd.DataFrame([row()])], ignore_index=True)\n",
            True,
        ),
        ("x = other(p)\n«a = a.append(x)»\n", "x = other(p)\na = pd.concat([a, x])\n", False),
        (
            "def some():\n    if a:\n        return {}\n    return read(p)\n«a = a.append(some())»\n",
            "def some():\n    if a:\n        return {}\n    return read(p)\na = pd.concat([a, some()])\n",
            False,
        ),
    ],
)
def test_what_is_appended_is_known_by_where_it_comes_from(
    outcome: Outcome, before: str, after: str, sure: bool
) -> None:
    for ending in ("\n", "\r\n"):
        assert outcome("pandas-concat", (_READ + before).replace("\n", ending), "AttributeError", _FRAME) == (
            (_READ + after).replace("\n", ending),
            sure,
        )


def test_columns_are_joined_as_they_are(outcome: Outcome) -> None:
    source = "import pandas as pd\nb = pd.Series([1])\n«c = a.append(b)»\n"
    assert outcome("pandas-concat", source, "AttributeError", "'Series' object has no attribute 'append'") == (
        "import pandas as pd\nb = pd.Series([1])\nc = pd.concat([a, b])\n",
        True,
    )


_NAMES = (
    "import os\ndef names(d):\n\tfound = []\n\tfor n in os.listdir(d):\n\t\tfound.append(n)\n\treturn sorted(found)\n"
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("for n in names('a'):\n\t«open(n)»  # é\n", "for n in names('a'):\n\topen(os.path.join('a', n))  # é\n"),
        ("x = [«open(n)» for n in names(D)]\n", "x = [open(os.path.join(D, n)) for n in names(D)]\n"),
        (
            "def read(n):\n\t«open(n)»\ndef main(d):\n\tfor i, n in enumerate(names(d)):\n\t\tread(n)\n",
            "def read(n):\n\topen(n)\ndef main(d):\n\tfor i, n in enumerate(names(d)):\n\t\tread(os.path.join(d, n))\n",
        ),
    ],
)
def test_names_that_a_function_lists(text_after: TextAfter, before: str, after: str) -> None:
    for ending in ("\n", "\r\n"):
        source = (_NAMES + before).replace("\n", ending)
        assert text_after("join-folder", source, "FileNotFoundError", values={"path": "b.txt"}) == (
            _NAMES + after
        ).replace("\n", ending)


@pytest.mark.parametrize(
    "source",
    [
        "import os\ndef names(d):\n\treturn [os.path.join(d, n) for n in os.listdir(d)]\n"
        "for n in names('a'):\n\t«open(n)»\n",
        "import os\ndef names(d):\n\td = 'x'\n\treturn os.listdir(d)\nfor n in other('a'):\n\t«open(n)»\n",
        "import os\ndef names(d):\n\tf = ['b']\n\tfor n in os.listdir(d):\n\t\tf.append(n)\n\treturn f\n"
        "for n in names('a'):\n\t«open(n)»\n",
        "import os\ndef names():\n\td = 'x'\n\treturn os.listdir(d)\nfor n in names():\n\t«open(n)»\n",
        _NAMES + "for n in names(d()):\n\t«open(n)»\n",
    ],
)
def test_names_of_elsewhere_stay(mend: Apply, source: str) -> None:
    assert mend("join-folder", source, "FileNotFoundError", values={"path": "b.txt"}) is None


_SECOND = "Extra data: line 2 column 1 (char 10)"


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        (
            "def f(s) -> list[dict]:\n\t«return json.load(s)»  # é\n",
            "def f(s) -> list[dict]:\n\treturn [json.loads(line) for line in s if line.strip()]  # é\n",
            True,
        ),
        (
            "def f(s):\n\te = «json.load(s)»\n\tfor x in e:\n\t\tx\n\treturn e\n",
            "def f(s):\n\te = [json.loads(line) for line in s if line.strip()]\n\tfor x in e:\n\t\tx\n\treturn e\n",
            True,
        ),
        (
            "x = «json.loads(\n    p.read_text(\n        'utf-8'\n    )\n)»\nfor y in x:\n    y\n",
            "x = [json.loads(line) for line in p.read_text('utf-8').splitlines() if line.strip()]\n"
            "for y in x:\n    y\n",
            True,
        ),
        (
            "def f(s) -> dict:\n\t«return json.load(s)»\n",
            "def f(s) -> dict:\n\treturn [json.loads(line) for line in s if line.strip()]\n",
            False,
        ),
    ],
)
def test_lines_of_json(outcome: Outcome, before: str, after: str, sure: bool) -> None:
    head = "import json\n"
    for ending in ("\n", "\r\n"):
        assert outcome("json-lines", (head + before).replace("\n", ending), "JSONDecodeError", _SECOND) == (
            (head + after).replace("\n", ending),
            sure,
        )

"""Comprehensions and heads of loops whose parts stand in another order than Python's."""

from __future__ import annotations

import pytest

from .broken_texts import mended_everywhere
from .conftest import Apply, TextAfter

_REPORT = {"exception": "SyntaxError", "message": "invalid syntax"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = «[for n in y: n * 2]  # é\n", "x = [n * 2 for n in y]  # é\n"),
        ("x = «[for n in range(3) n * 2]\n", "x = [n * 2 for n in range(3)]\n"),
        ("x = «[for n in y if n > 1: n]\n", "x = [n for n in y if n > 1]\n"),
        ("x = «sum(for n in y: n)\n", "x = sum(n for n in y)\n"),
        ("x = «{for k, v in y: k: v}\n", "x = {k: v for k, v in y}\n"),
        ("x = «[if n > 1: n for n in y]\n", "x = [n for n in y if n > 1]\n"),
        ("x = «[n if n > 1 for n in y]\n", "x = [n for n in y if n > 1]\n"),
        ("x = «[n for n in y if n > 1 else 0]\n", "x = [n if n > 1 else 0 for n in y]\n"),
        ("x = «{k: v for k, v in y if v else 0}\n", "x = {k: v if v else 0 for k, v in y}\n"),
        ("x = «[n for n in y; if n > 1]\n", "x = [n for n in y if n > 1]\n"),
        ("x = «[n for n in y, if n > 1]\n", "x = [n for n in y if n > 1]\n"),
        ("x = «[n, for n in y]\n", "x = [n for n in y]\n"),
        ("x = «[n for n in y:]\n", "x = [n for n in y]\n"),
        ("x = f(1, «[\n    n for n in y:\n])\n", "x = f(1, [\n    n for n in y\n])\n"),
    ],
)
def test_a_comprehension_is_put_in_order(mend: Apply, before: str, after: str) -> None:
    mended_everywhere(mend, "comprehension", before, after, **_REPORT, sure=True)


@pytest.mark.parametrize(
    "source",
    [
        "x = «[n + m for n in y, m in z]\n",
        "x = «[for n in y: for m in n: m]\n",
        "x = «[for n in y]\n",
        "x = «[n in y for n > 1]\n",
        "x = «[for n in y  # each\n    : n]\n",
        "x = «[1 2]\n",
    ],
)
def test_a_comprehension_stays_where_its_parts_are_not_told_apart(mend: Apply, source: str) -> None:
    assert mend("comprehension", source, **_REPORT) is None


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("«for (n in y):  # é\n    pass\n", "for n in y:  # é\n    pass\n", True),
        ("«for (int n in y):\n    pass\n", "for n in y:\n    pass\n", True),
        ("«for (let n of y)  # each\n    pass\n", "for n in y:  # each\n    pass\n", True),
        ("«for (i = 0; i < n; i++):\n\tf(i)\n", "for i in range(n):\n\tf(i)\n", True),
        ("«for (int i = 1; i <= n; ++i):\n    f(i)\n", "for i in range(1, n + 1):\n    f(i)\n", True),
        ("«for i = 0; i < len(a); i += 2:\n    f(i)\n", "for i in range(0, len(a), 2):\n    f(i)\n", True),
        ("«for (i = 9; i >= 0; i--):\n    f(i)\n", "for i in range(9, 0 - 1, -1):\n    f(i)\n", True),
        ("«for (i = 0; i < 9; i = i + 3):\n    f(i)\n", "for i in range(0, 9, 3):\n    f(i)\n", True),
        ("«for (i = 0; i < 9; i++):\n    i += 1\n", "for i in range(9):\n    i += 1\n", False),
        (
            "«for n in y if n > 1:  # large\n    f(n)\n",
            "for n in y:  # large\n    if not (n > 1):\n        continue\n    f(n)\n",
            True,
        ),
        ("«for n in y if n.ok:\n\tf(n)\n", "for n in y:\n\tif not n.ok:\n\t\tcontinue\n\tf(n)\n", True),
        ("«for n in y if not n:\n  f(n)\n", "for n in y:\n  if n:\n    continue\n  f(n)\n", True),
    ],
)
def test_the_head_of_a_loop(mend: Apply, before: str, after: str, sure: bool) -> None:
    mended_everywhere(mend, "loop-head", before, after, **_REPORT, sure=sure)


def test_a_loop_on_one_line(text_after: TextAfter) -> None:
    assert text_after("loop-head", "«for n in y if n: f(n)\n", **_REPORT) == "for n in y:\n    if n: f(n)\n"


@pytest.mark.parametrize(
    "source",
    [
        "«for (i = 0; i > 9; i++):\n    pass\n",
        "«for (i = 0; i != 9; i += 2):\n    pass\n",
        "«for (i = 0; j < 9; i++):\n    pass\n",
        "«for (;;):\n    pass\n",
        "«for n in y if a else b if:\n    pass\n",
        "«for n in 1..5:\n    pass\n",
        "«for n y:\n    pass\n",
    ],
)
def test_the_head_of_a_loop_stays_where_it_is_not_understood(mend: Apply, source: str) -> None:
    assert mend("loop-head", source, **_REPORT) is None


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("for «'word' in a:\n    print(word, 'word')\n", "for word in a:\n    print(word, 'word')\n", True),
        (
            "for «'word' in a:\n    print(f'é {word}', 'word')\n",
            "for word in a:\n    print(f'é {word}', 'word')\n",
            True,
        ),
        (
            'for «"w" in a:\n\tprint("w", "is")\nprint("w")\n',
            'for w in a:\n\tprint(w, "is")\nprint("w")\n',
            True,
        ),
        ("for i, «'n' in a:\n    print(i, 'n')\n", "for i, n in a:\n    print(i, n)\n", True),
        ("x = ['n' for «'n' in a]\n", "x = [n for n in a]\n", True),
        ("for «5 in range(3):\n    print('hi')\n", "for _ in range(3):\n    print('hi')\n", True),
        ("w = 1\nfor «'w' in a:\n    print(w)\n", "w = 1\nfor w in a:\n    print(w)\n", False),
    ],
)
def test_a_loop_gets_a_name(mend: Apply, before: str, after: str, sure: bool) -> None:
    mended_everywhere(mend, "loop-name", before, after, **_REPORT, sure=sure)


@pytest.mark.parametrize(
    "source",
    ["for «1 in a:\n    print(1)\n", "for «'a b' in c:\n    pass\n", "for «'if' in c:\n    pass\n", "x = «1 = 'a'\n"],
)
def test_a_loop_gets_no_name_where_none_is_evident(mend: Apply, source: str) -> None:
    assert mend("loop-name", source, **_REPORT) is None

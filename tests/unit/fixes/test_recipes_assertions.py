"""What makes an assertion fail: rounding, and what objects share."""

from __future__ import annotations

import pytest

from .conftest import Apply, Ask, Keeps, texts

_SHOWN = "assert 0.30000000000000004 == 0.3"


@pytest.mark.parametrize(
    ("message", "before", "after"),
    [
        (
            _SHOWN,
            "import pytest\n\n«assert f() == 0.3»  # é\n",
            "import pytest\n\nassert f() == pytest.approx(0.3)  # é\n",
        ),
        (_SHOWN, "import pytest as p\n\n«assert 0.3 == f()»\n", "import pytest as p\n\nassert p.approx(0.3) == f()\n"),
        (
            "assert [0.30000000000000004, 1] == [0.3, 1]",
            "from pytest import approx\n\n«assert f() == g»\n",
            "from pytest import approx\n\nassert f() == approx(g)\n",
        ),
        ("assert 0.31 == 0.3", "import pytest\n\n«assert f() == 0.3»\n", None),
        ("assert 3 == 4", "import pytest\n\n«assert f() == 4»\n", None),
        ("assert 'a' == 'b'", "import pytest\n\n«assert f() == 'b'»\n", None),
        (_SHOWN, "import pytest\n\n«assert f() == pytest.approx(0.3) == 0.3»\n", None),
    ],
)
def test_approx(mend: Apply, message: str, before: str, after: str | None) -> None:
    made = mend("nearly-equal", before, "AssertionError", message, tool="pytest")
    assert (made and made.text) == after
    assert mend("nearly-equal", before, "AssertionError", message, tool="python") is None


@pytest.mark.parametrize(
    ("message", "applies"),
    [("0.30000000000000004 != 0.3", True), ("0.3001 != 0.3", False), ("1e+20 != 100000000000000080000.0", False)],
)
def test_almost_equal(keeps: Keeps, message: str, applies: bool) -> None:
    before, after = "«self.assertEqual(a + b, 0.3)»  # é\n", "self.assertAlmostEqual(a + b, 0.3)  # é\n"
    keeps("nearly-equal", "AssertionError", message, before, after if applies else None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "b = [[0] * 3] * n\nb[0][1] = 1\n«assert b == c»\n",
            "b = [[0] * 3 for _ in range(n)]\nb[0][1] = 1\nassert b == c\n",
        ),
        (
            "b = [[]] * (n + 1)\nb[0].append(1)\n«assert b == c»\n",
            "b = [[] for _ in range((n + 1))]\nb[0].append(1)\nassert b == c\n",
        ),
        ("b = [[0] * 3] * n\n«assert b == c»\n", None),
        ("b = [0] * n\nb[0][1] = 1\n«assert b == c»\n", None),
        ("b = [[0] * 3] * n\nb[0][1] = 1\n«assert b»\n", None),
        ("b = [[0] * 3] * n\nc = [[0]] * 2\nb[0][1] = 1\n«assert b == c»\n", None),
    ],
)
def test_own_rows(keeps: Keeps, before: str, after: str | None) -> None:
    if after is not None and "(n + 1)" in after:
        after = after.replace("range((n + 1))", "range(n + 1)")
    keeps("own-rows", "AssertionError", "", before, after)


_DEFAULT = "def f(a, found={}):\n    {}found.append(a)  # é\n    return found\nf(1)\n«assert f(2) == [2]»\n"


def test_own_default(keeps: Keeps) -> None:
    after = _DEFAULT.format("None", "if found is None:\n        found = []\n    ").translate({171: None, 187: None})
    keeps("own-default", "AssertionError", "", _DEFAULT.format("[]", ""), after)
    for source in (
        _DEFAULT.format("()", ""),
        _DEFAULT.format("[]", "").replace("f(1)", "f(1, [])").replace("f(2)", "f(2, [])"),
        "def f(a, found=[]):\n    print(found)\nf(1)\n«assert f(2) == [2]»\n",
        _DEFAULT.format("[]", "").replace("assert f(2) == [2]", "assert f(2)"),
    ):
        keeps("own-default", "AssertionError", "", source, None)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_the_test_imports(ask: Ask, end: str) -> None:
    lines = (
        "# ä 😀",
        "class A:",
        "\tdef __init__(self, x=[]):",
        "\t\tself.x = x",
        "\tdef add(self, y):",
        "\t\tself.x += [y]",
    )
    other = end.join((*lines, ""))
    test = "from own import A\ndef test():\n    A().add(1)\n    assert A().x == []\n"
    made = ask("own-default", {"own.py": other, "app.py": test}, line=4)
    assert made is not None
    assert made.sure
    assert not made.edits
    assert texts(made) == {
        "own.py": other.replace("x=[]", "x=None").replace(
            "\t\tself.x = x", f"\t\tif x is None:{end}\t\t\tx = []{end}\t\tself.x = x"
        )
    }

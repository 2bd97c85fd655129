"""Names of a few letters: which slips are sure, and which may be words of their own."""

from __future__ import annotations

import pytest

from .conftest import Apply

_CLASS = "class A:\n    def __init__(self):\n        self.{} = 1\n\n\n"


@pytest.mark.parametrize(
    ("source", "wrong", "to", "sure"),
    [
        ("import numpy as np\na = np.zeros(3)\na.«bar»([1])\n", "bar", "var", False),
        ("cost = 1\nprint(«tax», cost)\n", "tax", "max", False),
        ("side = 1\nprint(side, «size»)\n", "size", "side", False),
        ("side = 1  # waits for its use\nprint(«size»)\n", "size", "side", True),
        ("name = 1\nprint(name, «nane»)\n", "nane", "name", True),
        ("name = 1\nprint(name, «nmae»)\n", "nmae", "name", True),
        (_CLASS.format("get") + "a = A()\nprint(a.get, a.«set»)\n", "set", "get", False),
        (_CLASS.format("get") + "a = A()\nprint(a.«set»)\n", "set", "get", True),
        (_CLASS.format("stop") + "a = A()\nprint(a.stop)\nprint(a.«step»())\n", "step", "stop", False),
        ("«from math import cot»\n", "cot", "cos", False),
        ("d = {'rate': 1}\nprint(d[«'late'»])\n", "late", "rate", True),
    ],
)
def test_short_names(mend: Apply, source: str, wrong: str, to: str, sure: bool) -> None:
    made = mend("spelling", source, from_=wrong, to=to)
    assert made is not None
    assert made.mend.sure is sure
    assert made.text == source.replace("«", "").replace("»", "").replace(wrong, to)


_TWO = """class Account:
    def __init__(self):
        self.balance = 1


class Wallet:
    def __init__(self):
        self.balances = {}


a = Account()
print(a.balance, a.«balances»)
"""


def test_an_attribute_of_another_class(mend: Apply) -> None:
    made = mend("spelling", _TWO, from_="balances", to="balance")
    assert made is not None
    assert not made.mend.sure


def test_of_another_class_that_has_it_too(mend: Apply) -> None:
    source = "class A:\n    weight = 1\n\n\nclass B:\n    wieght = 2\n\n\na = A()\nprint(a.weight, a.«wieght»)\n"
    made = mend("spelling", source, from_="wieght", to="weight")
    assert made is not None
    assert not made.mend.sure


_GRID = "import matplotlib.pyplot as plt\nfig, axes = plt.subplots(2, 2)\n"


@pytest.mark.parametrize(
    ("pairs", "sure"),
    [
        ("[1, 2, 3, 4]", True),
        ("'abcd'", True),
        ("names", True),
        ("[[1, 2], [3, 4]]", False),
        ("enumerate('ab')", False),
    ],
)
def test_rows_of_a_grid(mend: Apply, pairs: str, sure: bool) -> None:
    source = f"{_GRID}for ax, one in zip(axes, {pairs}):\n    «ax.bar»([1], one)  # é\n"
    message = "'numpy.ndarray' object has no attribute 'bar'. Did you mean: 'var'?"
    made = mend("plot-axes", source, "AttributeError", message)
    assert made is not None
    assert made.text == source.replace("zip(axes,", "zip(axes.flat,").replace("«", "").replace("»", "")
    assert made.mend.sure is sure

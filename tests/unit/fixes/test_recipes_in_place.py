"""`in-place`: the None of a call in place, followed through functions, methods and attributes."""

from __future__ import annotations

import pytest

from .conftest import Makes

NONE = "'NoneType' object is not subscriptable"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "def f(x):\n    y = x.copy()\n    z = y.sort(key=len)  # é\n    return z\n\n\nprint(«f(a)[0]»)\n",
            "def f(x):\n    y = x.copy()\n    z = sorted(y, key=len)  # é\n    return z\n\n\nprint(f(a)[0])\n",
        ),
        (
            "def f(x):\n    x = x.update(b)\n    return x\n\n\ndef g():\n    r = f(a)\n    return r\n\n\n«g()['k']»\n",
            "def f(x):\n    x.update(b)\n    return x\n\n\ndef g():\n    r = f(a)\n    return r\n\n\ng()['k']\n",
        ),
        (
            "class A:\n    def __init__(self, x):\n        self.x = x.reverse()\n\n"
            "    def f(self):\n        «self.x[0]»\n",
            "class A:\n    def __init__(self, x):\n        self.x = x[::-1]\n\n    def f(self):\n        self.x[0]\n",
        ),
        (
            "class A:\n    def __init__(self):\n        self.x = []\n\n    def f(self):\n"
            "        self.x = self.x.append(1)\n"
            "\n\na = A()\na.f()\n«a.x[0]»\n",
            "class A:\n    def __init__(self):\n        self.x = []\n\n    def f(self):\n        self.x.append(1)\n"
            "\n\na = A()\na.f()\na.x[0]\n",
        ),
        (
            "class A:\n    def order(self):\n        return self.x.sort()\n\n    def f(self):\n"
            "        «self.order()[0]»\n",
            "class A:\n    def order(self):\n        self.x.sort()\n        return self.x\n\n    def f(self):\n"
            "        self.order()[0]\n",
        ),
        (
            "def f(x):\n    if x:\n        return x\n    y = x.sort()\n    return y\n\n\n«f(a)[0]»\n",
            "def f(x):\n    if x:\n        return x\n    y = sorted(x)\n    return y\n\n\nf(a)[0]\n",
        ),
    ],
)
def test_followed_to_the_call(makes: Makes, before: str, after: str) -> None:
    makes("in-place", NONE, before, after, True)


@pytest.mark.parametrize(
    "before",
    [
        "def f(x):\n    return x\n\n\n«f(a)[0]»\n",
        "def f(x):\n    for y in x:\n        if y:\n            return y\n\n\n«f(a)[0]»\n",
        "class A:\n    def f(self):\n        self.x = None\n        «self.x[0]»\n",
        "def f(x):\n    y = x.sort()\n    z = x.reverse()\n    return y or z\n\n\n«f(a)[0]»\n",
        "def f(x):\n    if x:\n        return x.sort()\n    return x.reverse()\n\n\n«f(a)[0]»\n",
        "class A:\n    def order(self):\n        return self.x.sort()\n\n\nclass B:\n    def order(self):\n"
        "        return 1\n\n\n«b.order()[0]»\n",
        "def f(x):\n    return f(x)\n\n\n«f(a)[0]»\n",
    ],
)
def test_not_where_the_call_is_not_the_one(makes: Makes, before: str) -> None:
    makes("in-place", NONE, before, None)

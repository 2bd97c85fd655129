"""An argument that a call leaves out."""

from __future__ import annotations

import pytest

from .conftest import Keeps

_COST = "def cost(weight, country):\n    return weight, country  # ä\n\n\n"
_PARCEL = _COST + "class Parcel:\n    weight: float\n    country: str\n\n\n"
_MESSAGE = "cost() missing 1 required positional argument: 'country'"


@pytest.mark.parametrize(
    ("source", "call"),
    [
        (_COST + "def f(country):\n    return «cost(1)  # ä\n", "cost(1, country)"),
        (_COST + "def f(x):\n    country = x.land\n    return «cost(1)\n", "cost(1, country)"),
        (_COST + "country = 'AT'\nprint(«cost(1)»)\n", "cost(1, country)"),
        (_COST + "for country in x:\n    «cost(weight=1)\n", "cost(weight=1, country=country)"),
        (_PARCEL + "def f(p):\n    return «cost(p.weight)\n", "cost(p.weight, p.country)"),
        (_COST + "def f(p):\n    print(p.country)\n    return «cost(p.weight)\n", "cost(p.weight, p.country)"),
        (_COST + "class A:\n    def __init__(self):\n        self.country = 1\n\n    def f(self):\n"
         "        return «cost(self.w)\n", "cost(self.w, self.country)"),
        (_COST + "cost(1, 'AT')\ncost(2, 'AT')\n«cost(3)\n", "cost(3, 'AT')"),
        (_COST + "cost(1, 'AT')\n«cost(3)\n", None),
        (_COST + "cost(1, 'AT')\ncost(2, 'DE')\n«cost(3)\n", None),
        (_COST + "country = 'AT'\ndef f():\n    return «cost(1)\n", None),  # a global one may be another
        (_COST + "def f(p):\n    return «cost(p.weight)\n", None),
        (_COST + "def f(country, p):\n    return «cost(p.country)\n", None),  # the weight was left out
        (_COST + "def f(country):\n    return «cost(*country)\n", None),
        (_COST + "def f():\n    «cost(1)\n    country = 2\n", None),
        (_PARCEL + "def f(p, country):\n    return «cost(p.weight)\n", None),  # which of the two?
    ],
)  # fmt: skip
def test_the_value_is_at_hand(keeps: Keeps, source: str, call: str | None) -> None:
    begin = source.index("«")
    old = source[begin + 1 : source.index(")", begin) + 1]
    after = source[:begin] + source[begin:].replace(old, call, 1) if call else None
    after = after.replace("«", "").replace("»", "") if after else None
    keeps("missing-argument", "TypeError", _MESSAGE, source, after)


def test_the_object_itself_is_another_error(keeps: Keeps) -> None:
    message = "A.f() missing 1 required positional argument: 'self'"
    keeps("missing-argument", "TypeError", message, "class A:\n    def f(self): pass\n\nself = 1\n«A.f()\n", None)

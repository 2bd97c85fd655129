"""Texts in fields that have the format of a number."""

from __future__ import annotations

import pytest

from .conftest import Keeps, Makes

_SPLIT = "n, p = line.split()\n"
_TOLD = "Unknown format code 'f' for object of type 'str'"


@pytest.mark.parametrize(
    ("message", "before", "after"),
    [
        (_TOLD, 'print(«f"{n:<5}{p:.2f}"»)  # é\n', 'print(f"{n:<5}{float(p):.2f}")  # é\n'),
        (_TOLD, 'print(«f"{n:<5}{p:5d}"»)\n', 'print(f"{n:<5}{int(p):5d}")\n'),
        (_TOLD, 'print(«"{:<5}{:>6.1f}".format(n, p)»)\n', 'print("{:<5}{:>6.1f}".format(n, float(p)))\n'),
        (_TOLD, 'print(«"{1:.1%}{0}".format(n, p)»)\n', 'print("{1:.1%}{0}".format(n, float(p)))\n'),
        (_TOLD, 'print(«"{p:.1f}".format(p=p)»)\n', 'print("{p:.1f}".format(p=float(p)))\n'),
        (_TOLD, 'print(«format(p, ".1f")»)\n', 'print(format(float(p), ".1f"))\n'),
        (_TOLD, 'print(«f"{n:<5}{p:>9}"»)\n', None),
        (_TOLD, 'print(«f"{q:.2f}"»)\n', None),
        (_TOLD, 'print(«"{:.1f}".format(*p)»)\n', None),
        ("must be real number, not str", 'print(«"%s %.1f" % (n, p)»)\n', 'print("%s %.1f" % (n, float(p)))\n'),
        ("must be real number, not str", 'print(«"%.1f%%" % p»)\n', 'print("%.1f%%" % float(p))\n'),
        ("must be real number, not str", 'print(«"%s %s" % (n, p)»)\n', None),
    ],
)
def test_number_fields(keeps: Keeps, message: str, before: str, after: str | None) -> None:
    keeps("number-from-text", "ValueError", message, _SPLIT + before, after and _SPLIT + after)


def test_a_fraction_is_no_whole_number(keeps: Keeps) -> None:
    keeps("number-from-text", "ValueError", _TOLD, 'p = "3.5"\nprint(«f"{p:d}"»)\n', None)


def test_around(keeps_around: Makes) -> None:
    code = 'p = "3"; print(«f"{p:.2f}"»)'
    keeps_around("number-from-text", _TOLD, code, 'p = "3"; print(f"{float(p):.2f}")', "ValueError")

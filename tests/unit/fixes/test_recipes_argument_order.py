"""`swap-arguments`: two arguments in each other's place, as the parameters' types show."""

from __future__ import annotations

import pytest

from .conftest import Keeps

F = "def f(a: str, n: int, x: float = 1.0):\n    return «a.strip()» * n  # é\n\n\n"


@pytest.mark.parametrize(
    ("call", "after"),
    [
        ('f(3, "x")', 'f("x", 3)'),
        ('f(  3,\n  "x"  )', 'f(  "x",\n  3  )'),
        ("f(len(z), f'{z}')", "f(f'{z}', len(z))"),
        ("f(int(z), z.strip(), 2)", "f(z.strip(), int(z), 2)"),
        ('f("x", 3)', None),
        ('f("x", "y")', None),
        ("f(3, z)", None),
        ("f(3, 4)", None),
        ('f(3, "x", "y")', None),
        ('f(*z, 3, "x")', None),
        ('f(3, "x")\nf(4, "y")', None),
        ('f(n="x", a=3)', None),
    ],
)
def test_a_function(keeps: Keeps, call: str, after: str | None) -> None:
    text = F + "z = load()\n"
    plain = text.replace("«", "").replace("»", "")
    keeps("swap-arguments", "AttributeError", "", f"{text}{call}\n", after and f"{plain}{after}\n")


def test_names_for_one_value(keeps: Keeps) -> None:
    text = F + 'TIMES, WORD = 3, "x"\nf(TIMES, WORD)\n'
    after = text.replace("«", "").replace("»", "").replace("f(TIMES, WORD)", "f(WORD, TIMES)")
    keeps("swap-arguments", "AttributeError", "", text, after)


def test_a_class(keeps: Keeps) -> None:
    text = "class A:\n    def __init__(self, a: str, n: list[int]):\n        self.a = «a.strip()»\n\n\nA([1], 'x')\n"
    after = text.replace("«", "").replace("»", "").replace("A([1], 'x')", "A('x', [1])")
    keeps("swap-arguments", "AttributeError", "", text, after)
    keeps("swap-arguments", "AttributeError", "", text.replace("a: str", "a"), None)


def test_a_method(keeps: Keeps) -> None:
    text = "class A:\n    def go(self, a: str, n: int):\n        return «a.strip()» * n\n\n\nA().go(2, 'x')\n"
    after = text.replace("«", "").replace("»", "").replace("2, 'x'", "'x', 2")
    keeps("swap-arguments", "AttributeError", "", text, after)
    other = "class B:\n    def go(self):\n        pass\n\n\n"
    keeps("swap-arguments", "AttributeError", "", other + text, None)

"""Stars where none can be."""

from __future__ import annotations

import pytest

from .broken_texts import mended_everywhere
from .conftest import Apply, Outcome

_REPORT = {"exception": "SyntaxError", "message": "can't use starred expression here"}


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("«b = (*a)  # é\n", "b = (*a,)  # é\n", True),
        ("«b = (**a)\n", "b = {**a}\n", True),
        ("«b = **a\n", "b = {**a}\n", True),
        ("«b = *a\n", "b = [*a]\n", False),
        ("«b = *a\nb.append(1)\n", "b = [*a]\nb.append(1)\n", True),
        ("def f():\n\treturn «*a\n", "def f():\n\treturn [*a]\n", False),
        ("«*b = a\n", "*b, = a\n", True),
        ("for x in «*a:\n    pass\n", "for x in a:\n    pass\n", True),
        ("«x = [*r for r in y if r]\n", "x = [item for r in y if r for item in r]\n", True),
        ("«x = {*r.a for r in y}\n", "x = {item for r in y for item in r.a}\n", True),
        ("item = 1\n«x = max(*r for r in y)\n", "item = 1\nx = max(element for r in y for element in r)\n", True),
        ("«x = {**r for r in y}\n", "x = {key: value for r in y for key, value in r.items()}\n", True),
        ("«x = {**f(r) for r in y}\n", "x = {key: value for r in y for key, value in (f(r)).items()}\n", True),
        ("«print(f'é {**d} {e}')\n", "print(f'é {d} {e}')\n", True),
        ("«print(f'{*d}')\n", "print(f'{d}')\n", False),
        ("«x = {d**, 'b': 2}\n", "x = {**d, 'b': 2}\n", True),
        ("«f(a, b*)\n", "f(a, *b)\n", True),
        ("«x = {...d, 'b': 2}\n", "x = {**d, 'b': 2}\n", True),
        ("d = {}\n«x = {...d, ...d}\n", "d = {}\nx = {**d, **d}\n", True),
        ("«x = [1, ...a]\n", "x = [1, *a]\n", True),
        ("def f(«...a):\n    pass\n", "def f(*a):\n    pass\n", True),
        ("d = {'a': 1}\n«f(**, d)\n", "d = {'a': 1}\nf(**d)\n", True),
        ("a = [1]\n«f(x, *, a)\n", "a = [1]\nf(x, *a)\n", True),
        ("b = dict(c=1)\n«x = {**a, b}\n", "b = dict(c=1)\nx = {**a, **b}\n", True),
    ],
)
def test_a_star_goes_where_it_can_be(mend: Apply, before: str, after: str, sure: bool) -> None:
    mended_everywhere(mend, "star", before, after, **_REPORT, sure=sure)


@pytest.mark.parametrize(
    "source",
    [
        "«a, *b, *c = d\n",
        "def f(«*a, *b):\n    pass\n",
        "def f(«*):\n    pass\n",
        "«del *a\n",
        "«f(**, d)\n",
        "«x = {...d}\n",
        "«x = {**a, b}\n",
        "«x = [1, ...]\n",
        "«f(x*)*\n",
        "«x = (1, 2\n",
    ],
)
def test_a_star_stays_where_what_is_meant_is_not_shown(mend: Apply, source: str) -> None:
    if source == "«x = [1, ...]\n":
        source = "«x = [1, ...] +\n"
    assert mend("star", source, **_REPORT) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = «{**a **b}  # é\n", "x = {**a, **b}  # é\n"),
        ("x = «{'c': 1, **a **b **c}\n", "x = {'c': 1, **a, **b, **c}\n"),
        ("x = «[*a *b, 2 * 3]\n", "x = [*a, *b, 2 * 3]\n"),
        ("x = «[*a\n     *b]\n", "x = [*a,\n     *b]\n"),
        ("«f(**a **b)\n", "f(**a, **b)\n"),
    ],
)
def test_the_comma_before_a_star(outcome: Outcome, before: str, after: str) -> None:
    assert outcome("spread-comma", before, exception="TypeError") == (after, True)


@pytest.mark.parametrize("source", ["«x = a ** b\n", "«x = [a * b]\n", "«f(a ** b)\n", "x = {1: «a ** b}\n"])
def test_no_comma_in_a_calculation(mend: Apply, source: str) -> None:
    assert mend("spread-comma", source, exception="TypeError") is None

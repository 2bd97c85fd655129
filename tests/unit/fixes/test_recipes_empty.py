"""What the result is where there is nothing."""

from __future__ import annotations

import pytest

from .conftest import Keeps

_MAX = "max() iterable argument is empty"
_REDUCE = "reduce() of empty iterable with no initial value"


@pytest.mark.parametrize(
    ("exception", "message", "before", "after", "sure"),
    [
        (
            "StopIteration",
            "",
            "a = «next(x for x in y)»  # é\nif a is None: b\n",
            "a = next((x for x in y), None)  # é\nif a is None: b\n",
            True,
        ),
        ("StopIteration", "", "a = «next(it)»\nif not a: b\n", "a = next(it, None)\nif not a: b\n", True),
        ("StopIteration", "", "a = «next(it)»\nprint(a.b)\n", "a = next(it, None)\nprint(a.b)\n", False),
        (
            "StopIteration",
            "",
            "while a:\n    b()\n    a = «next(it)»\n",
            "while a:\n    b()\n    a = next(it, None)\n",
            True,
        ),
        (
            "StopIteration",
            "",
            "while a > 1:\n    b()\n    a = «next(it)»\n",
            "while a > 1:\n    b()\n    a = next(it, None)\n",
            False,
        ),
        ("StopIteration", "", "«next(it, 1)»\n", None, False),
        (
            "ValueError",
            _MAX,
            "a = «max(x)»\nif a is not None: b\n",
            "a = max(x, default=None)\nif a is not None: b\n",
            True,
        ),
        ("ValueError", _MAX, "«max(x, key=f)».y\n", "max(x, key=f, default=None).y\n", False),
        ("ValueError", _MAX, "«max(len(x) for x in y)»\n", "max((len(x) for x in y), default=0)\n", False),
        ("ValueError", _MAX, "«max(\n\tmap(len, y),\n)»\n", "max(\n\tmap(len, y),\n\tdefault=0,\n)\n", False),
        ("ValueError", _MAX, "«max(a, b)»\n", None, False),
        ("ValueError", _MAX, "«min(a)»\n", None, False),
        ("TypeError", _REDUCE, "«reduce(lambda a, b: a * b, x)»\n", "reduce(lambda a, b: a * b, x, 1)\n", True),
        ("TypeError", _REDUCE, "«reduce(operator.add, x)»\n", "reduce(operator.add, x, 0)\n", False),
        ("TypeError", _REDUCE, "«reduce(f, x)»\n", None, False),
        (
            "ZeroDivisionError",
            "division by zero",
            "m = «sum(x) / len(x)»\n",
            "m = sum(x) / len(x) if x else 0\n",
            False,
        ),
        (
            "ZeroDivisionError",
            "division by zero",
            "a = b / c if c else 0.0\nm = 1 + «a / n»\n",
            "a = b / c if c else 0.0\nm = 1 + (a / n if n else 0)\n",
            False,
        ),
        (
            "ZeroDivisionError",
            "division by zero",
            "a = b / p.n if p.n else 0.0\nm = 1 + «a / n»\n",
            "a = b / p.n if p.n else 0.0\nm = 1 + (a / n if n else 0.0)\n",
            True,
        ),
        ("ZeroDivisionError", "division by zero", "m = «1 / 0»\n", None, False),
        ("ZeroDivisionError", "division by zero", "m = «1 / f(x)»\n", None, False),
    ],
)
def test_what_nothing_gives(
    keeps: Keeps, exception: str, message: str, before: str, after: str | None, sure: bool
) -> None:
    keeps("empty-default", exception, message, before, after, sure)

"""Conditions on the next item, which the last item does not have."""

from __future__ import annotations

import pytest

from .conftest import Keeps, Makes

_STRING = "string index out of range"


def _loop(body: str, head: str = "for i in range(len(x)):") -> str:
    return f"{head}\n\t" + body.replace("\n", "\n\t") + "\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            _loop("v = V[x[i]]\nif V[«x[i + 1]»] > v:  # é\n\tt -= v\nelse:\n\tt += v"),
            _loop("v = V[x[i]]\nif i + 1 < len(x) and V[x[i + 1]] > v:  # é\n\tt -= v\nelse:\n\tt += v"),
        ),
        (
            _loop("if «x[i + 1]» == x[i]:\n\tn += 1\nelse:\n\tout.append((x[i], n))"),
            _loop("if i + 1 < len(x) and x[i + 1] == x[i]:\n\tn += 1\nelse:\n\tout.append((x[i], n))"),
        ),
        (
            _loop("n += 1\nif x[i] != «x[i + 1]»:\n\tout.append((x[i], n))\n\tn = 0"),
            _loop("n += 1\nif i + 1 == len(x) or x[i] != x[i + 1]:\n\tout.append((x[i], n))\n\tn = 0"),
        ),
        (
            _loop("print(x[i])\nif a and «x[i + 1]» == '!':\n\tprint()"),
            _loop("print(x[i])\nif a and i + 1 < len(x) and x[i + 1] == '!':\n\tprint()"),
        ),
        (
            _loop("out.append(x[i])\nif a or «x[i + 2]».isdigit():\n\tb()"),
            _loop("out.append(x[i])\nif a or (i + 2 < len(x) and x[i + 2].isdigit()):\n\tb()"),
        ),
        (
            _loop("if a:\n\tb()\nelif «x[i + 1]» == '=':\n\ti += 1\nelse:\n\tout += x[i]\ni += 1", "while i < len(x):"),
            _loop(
                "if a:\n\tb()\nelif i + 1 < len(x) and x[i + 1] == '=':\n\ti += 1\nelse:\n\tout += x[i]\ni += 1",
                "while i < len(x):",
            ),
        ),
        (
            "n = len(x)\n" + _loop("t += x[i]\nif «x[i + 1]» > 3:\n\tt += 1", "for i in range(0, n):"),
            "n = len(x)\n" + _loop("t += x[i]\nif i + 1 < len(x) and x[i + 1] > 3:\n\tt += 1", "for i in range(0, n):"),
        ),
    ],
)
def test_the_last_item_is_kept(keeps: Keeps, before: str, after: str) -> None:
    keeps("next-item", "IndexError", _STRING, before, after)


@pytest.mark.parametrize(
    "before",
    [
        _loop("if «x[i + 1]» > x[i]:\n\tup += 1\nelse:\n\tdown += 1"),  # neighbours alone
        _loop("if «x[i + 1]» < x[i]:\n\tx[i], x[i + 1] = x[i + 1], x[i]"),
        _loop("print(x[i])\nif a:\n\tprint(«x[i + 1]»)"),  # the branch, not the condition
        _loop("print(x[i], x[i + 1])\nif «x[i + 1]» > 3:\n\tb()"),
        _loop("t += x[i]\nif not «x[i + 1]»:\n\tb()"),
        _loop("t += x[i]\nif «x[i - 1]» > 3:\n\tb()"),
        _loop("t += x[i]\nif «x[i + 1]» > 3:\n\tx.pop()"),
        _loop("t += x[i]\nif «x[i + 1]» > 3:\n\tb()", "for i in range(5):"),
        _loop("t += x[i]\nif «x[i + 1]» > 3:\n\tb()", "for i in range(len(y)):"),
        _loop("t += x[i]\nif «x[i + 1]» > 3:\n\tb()", "while True:"),
        _loop("if «x[i + 1]» != x[i]:\n\tn += 1"),  # changes are counted
        "if «x[i + 1]» > 3:\n\tb(x[i])\n",
    ],
)
def test_another_loop(makes: Makes, before: str) -> None:
    makes("next-item", _STRING, before, None, exception="IndexError")

"""Which bracket is missing or wrong, and whether the code shows it."""

from __future__ import annotations

import pytest

from .broken_texts import mended_everywhere
from .conftest import Apply

_KIND = "closing parenthesis ']' does not match opening parenthesis '('"
_CLOSED = "'(' was never closed"


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("x = «(1, 2]\nprint(x)\n", "x = (1, 2)\nprint(x)\n", False),
        ("x = «[1, 2)\nprint(x)\n", "x = [1, 2]\nprint(x)\n", False),
        ("x = «{1, 2]\nprint(x)\n", "x = {1, 2}\nprint(x)\n", False),
        ("x = «(1]\nprint(x)\n", "x = (1)\nprint(x)\n", False),
        ("x = «[n for n in y)\nprint(x)\n", "x = [n for n in y]\nprint(x)\n", False),
        ("x = «(1, 2]\nx.append(3)\nprint(x)\n", "x = [1, 2]\nx.append(3)\nprint(x)\n", True),
        ("x = «[1, 2)\nx[0] = 3\n", "x = [1, 2]\nx[0] = 3\n", True),
        ("x = «[1, 2}\nx.add(3)\n", "x = {1, 2}\nx.add(3)\n", True),
        ("x = «(1, 2]\nx.append({x})\nd[x] = 1\n", "x = (1, 2)\nx.append({x})\nd[x] = 1\n", False),
        (
            "x = «[1, 2)\nprint(len(x), x[0])\nfor y in x:\n    pass\n",
            "x = [1, 2]\nprint(len(x), x[0])\nfor y in x:\n    pass\n",
            True,
        ),
        ("a, b = «(1, 2]\n", "a, b = (1, 2)\n", True),
        ("for c in «('é', 'b']:\n    pass\n", "for c in ('é', 'b'):\n    pass\n", True),
        ("x = [[1], «[2, 3), [4]]\n", "x = [[1], [2, 3], [4]]\n", True),
        ("x = [(1, 2), «[3, 4), (5, 6)]\n", "x = [(1, 2), (3, 4), (5, 6)]\n", True),
        ("d = {'a': 1, «(2, 3]: 4}\n", "d = {'a': 1, (2, 3): 4}\n", True),
        ("isinstance(x, «(int, str])\n", "isinstance(x, (int, str))\n", True),
        ("x = «{'a': 1]\n", "x = {'a': 1}\n", True),
        ("x = «['a': 1}\n", "x = {'a': 1}\n", True),
        ("x = f«(1, 2]\n", "x = f(1, 2)\n", True),
        ("x = y«[0)\n", "x = y[0]\n", True),
        ("x = «(1 + 2] * 3\n", "x = (1 + 2) * 3\n", True),
    ],
)
def test_the_kind_is_the_one_that_the_code_shows(mend: Apply, before: str, after: str, sure: bool) -> None:
    mended_everywhere(mend, "balance-brackets", before, after, exception="SyntaxError", message=_KIND, sure=sure)


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("x = «(10\n- 3\nprint(x)\n", "x = (10\n- 3)\nprint(x)\n", True),
        ("x = «(5\n+ 3  # b\n+ 4\nprint(x)\n", "x = (5\n+ 3  # b\n+ 4)\nprint(x)\n", True),
        ("x = «('a'\n'b'\nprint(x)\n", "x = ('a'\n'b')\nprint(x)\n", True),
        ("x = «(1\n(2, 3)\nprint(x)\n", "x = (1)\n(2, 3)\nprint(x)\n", False),
        ("x = «[1, 2\n[3, 4]\n", "x = [1, 2]\n[3, 4]\n", False),
        ("x = f«(1\n[print(y) for y in x]\n", "x = f(1)\n[print(y) for y in x]\n", True),
        ("x = f«(1\nx\n", "x = f(1)\nx\n", True),
        ("x = «(1 + 2 * 3\n", "x = (1 + 2 * 3)\n", False),
        ("if «(a or b and c:\n    pass\n", "if (a or b and c):\n    pass\n", False),
        ("if «(a > 3 and b < 5:\n    pass\n", "if (a > 3 and b < 5):\n    pass\n", True),
        ("x = «(1 * 2 + 3\n", "x = (1 * 2 + 3)\n", True),
        ("x = f«(1 + 2 * 3\n", "x = f(1 + 2 * 3)\n", True),
        ("print«('ü: ' + str(n + ' years')\n", "print('ü: ' + str(n) + ' years')\n", True),
        ("print«('n', len(x, 'items')\n", "print('n', len(x), 'items')\n", True),
        ("x = int«(input('n') + 1\n", "x = int(input('n')) + 1\n", True),
        ("x = str«('a' + 'b'\n", "x = str('a' + 'b')\n", True),
        ("x = len«(a + b\n", "x = len(a + b)\n", True),
        ("print«('n', a.len(x, 'items')\n", "print('n', a.len(x, 'items'))\n", False),
        ("if len«(x > 0:\n    pass\n", "if len(x) > 0:\n    pass\n", True),
    ],
)
def test_the_end_is_where_the_code_shows(mend: Apply, before: str, after: str, sure: bool) -> None:
    mended_everywhere(mend, "close-bracket", before, after, exception="SyntaxError", message=_CLOSED, sure=sure)

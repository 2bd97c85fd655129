"""Indices that run past the last item, and arguments that a program is not given."""

from __future__ import annotations

import pytest

from .conftest import Keeps

_RANGE = "list index out of range"
_STORE = "list assignment index out of range"


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("«x[len(x)]»  # é\n", "x[-1]  # é\n", True),
        ("n = len(x)\n«x[n]»\n", "n = len(x)\nx[n - 1]\n", True),
        ("for i in range(len(x) + 1):\n\t«x[i]»\n", "for i in range(len(x)):\n\tx[i]\n", True),
        ("for i in range(0, len(x) + 1): «x[i]»\n", "for i in range(0, len(x)): x[i]\n", True),
        ("n = len(x)\nfor i in range(n + 1):\n\t«x[i]»\n", "n = len(x)\nfor i in range(n):\n\tx[i]\n", True),
        ("[«x[i]» for i in range(len(x) + 1)]\n", "[x[i] for i in range(len(x))]\n", True),
        (
            "for i in range(1, len(x) + 1):\n\tprint(i, «x[i]»)\n",
            "for i in range(1, len(x) + 1):\n\tprint(i, x[i - 1])\n",
            True,
        ),
        (
            "for i in range(1, len(x) + 1):\n\tprint(«x[i]»)\n",
            "for i in range(1, len(x) + 1):\n\tprint(x[i - 1])\n",
            False,
        ),
        ("for i in range(len(x), 0, -1):\n\t«x[i]»\n", "for i in range(len(x), 0, -1):\n\tx[i - 1]\n", True),
        ("for i in range(len(x), -1, -1):\n\t«x[i]»\n", "for i in range(len(x) - 1, -1, -1):\n\tx[i]\n", True),
        (
            "for k in y:\n\tfor i in range(len(x) - k):  # é\n\t\tif x[i] > «x[i + 1]»:\n\t\t\tpass\n",
            "for k in y:\n\tfor i in range(len(x) - k - 1):  # é\n\t\tif x[i] > x[i + 1]:\n\t\t\tpass\n",
            True,
        ),
        ("for i in range(len(z) - k):\n\tif x[i] > «x[i + 1]»:\n\t\tpass\n", None, True),
        (
            "for i in range(len(x)):\n\tif x[i] > «x[i + 1]»:\n\t\tpass\n",
            "for i in range(len(x) - 1):\n\tif x[i] > x[i + 1]:\n\t\tpass\n",
            True,
        ),
        (
            "for i in range(len(x)):\n\tprint(x[i])\n\tprint(«x[i + 2]»)\n",
            "for i in range(len(x) - 2):\n\tprint(x[i])\n\tprint(x[i + 2])\n",
            False,
        ),
        ("x = 'abc'\nfor i in range(4):\n\t«x[i]»\n", "x = 'abc'\nfor i in range(len(x)):\n\tx[i]\n", True),
        ("i = 0\nwhile i <= len(x):\n\t«x[i]»\n\ti += 1\n", "i = 0\nwhile i < len(x):\n\tx[i]\n\ti += 1\n", True),
        (
            "i = 0\nwhile y and i < len(x) + 1:\n\t«x[i]»\n\ti += 1\n",
            "i = 0\nwhile y and i < len(x):\n\tx[i]\n\ti += 1\n",
            True,
        ),
        (
            "i = 0\nwhile i < len(x):\n\ty(«x[i + 1]»)\n\ti += 1\n",
            "i = 0\nwhile i < len(x) - 1:\n\ty(x[i + 1])\n\ti += 1\n",
            True,
        ),
        ("i = len(x)\nwhile i >= 0:\n\t«x[i]»\n\ti -= 1\n", "i = len(x) - 1\nwhile i >= 0:\n\tx[i]\n\ti -= 1\n", True),
        (
            "for r in range(len(g)):\n\tfor c in range(len(g)):\n\t\t«g[r][c]»\n",
            "for r in range(len(g)):\n\tfor c in range(len(g[r])):\n\t\tg[r][c]\n",
            True,
        ),
        (
            "for i in range(len(x)):\n\tif «x[i]»:\n\t\tdel x[i]\n",
            "for i in reversed(range(len(x))):\n\tif x[i]:\n\t\tdel x[i]\n",
            True,
        ),
        (
            "for i in range(len(x)):\n\tif «x[i]»:\n\t\tx.pop(i)\n\t\tprint(i)\n",
            "for i in reversed(range(len(x))):\n\tif x[i]:\n\t\tx.pop(i)\n\t\tprint(i)\n",
            False,
        ),
        # refused: another list, an index within its bounds, a list that changes, another counter, a slice
        ("for i in range(len(y) + 1):\n\t«x[i]»\n", None, True),
        ("for i in range(len(x)):\n\t«x[i]»\n", None, True),
        ("for i in range(len(x) - 1):\n\t«x[i + 1]»\n", None, True),
        ("for i in range(len(x) + 1):\n\tx.pop(i)\n\t«x[i]»\n", None, True),
        ("for i in y:\n\t«x[i]»\n", None, True),
        ("x = [1]\nx.append(2)\nfor i in range(4):\n\t«x[i]»\n", None, True),
        ("«x[0]»\n", None, True),
        ("x[len(x):]\n", None, True),
        ("while i < len(x):\n\t«x[i]»\n", None, True),
    ],
)
def test_the_index_ends_at_the_last_item(keeps: Keeps, before: str, after: str | None, sure: bool) -> None:
    keeps("last-position", "IndexError", _RANGE, before, after, sure)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = []\nfor i in range(3):\n\t«x[i]» = i  # é\n", "x = []\nfor i in range(3):\n\tx.append(i)  # é\n"),
        (
            "x = list()\nfor i, y in enumerate(z):\n\t«x[i]» = f(y)\n",
            "x = list()\nfor i, y in enumerate(z):\n\tx.append(f(y))\n",
        ),
        ("x = [0]\nfor i in range(3):\n\t«x[i]» = i\n", None),
        ("x = []\nfor i in range(1, 3):\n\t«x[i]» = i\n", None),
        ("x = []\nfor i in range(3):\n\tif i:\n\t\t«x[i]» = i\n", None),
        ("x = []\nfor j in y:\n\tfor i in range(3):\n\t\t«x[i]» = i\n", None),
        ("x = []\nfor i in range(3):\n\tx[i] = 1\n\t«x[i]» = i\n", None),
        ("x = []\n«x[0]» = 1\n", None),
        ("x = []\nfor i in range(3):\n\t«x[i]» = (i)\n", None),
    ],
)
def test_a_list_grows_by_append(keeps: Keeps, before: str, after: str | None) -> None:
    keeps("last-position", "IndexError", _STORE, before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "import sys\na, b = «sys.argv[1]», sys.argv[2]  # é\n",
            "import sys\nif len(sys.argv) < 3:\n"
            '    print(f"usage: {sys.argv[0]} ARGUMENT1 ARGUMENT2", file=sys.stderr)\n'
            "    sys.exit(2)\na, b = sys.argv[1], sys.argv[2]  # é\n",
        ),
        (
            "import sys\ndef main():\n\tname = «sys.argv[1]»\n\tif name:\n\t\tx = sys.argv[2]\n",
            "import sys\ndef main():\n\tif len(sys.argv) < 2:\n\t\t"
            'print(f"usage: {sys.argv[0]} NAME", file=sys.stderr)\n\t\tsys.exit(2)\n'
            "\tname = sys.argv[1]\n\tif name:\n\t\tx = sys.argv[2]\n",
        ),
        ("import sys\nif len(sys.argv) > 5: pass\na = «sys.argv[1]»\n", None),
        ("import sys\na = «sys.argv[i]»\n", None),
        ("import sys\nif x: a = «sys.argv[1]»\n", None),
        ("import sys\na = «argv[1]»\n", None),
    ],
)
def test_a_program_says_how_it_is_started(keeps: Keeps, before: str, after: str | None) -> None:
    keeps("usage", "IndexError", _RANGE, before, after, sure=False)

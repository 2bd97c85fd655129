"""Numbers and backslashes that no token can begin or hold."""

from __future__ import annotations

import pytest

from .broken_texts import mended_everywhere
from .conftest import Apply, Mends

_SYNTAX = {"exception": "SyntaxError", "message": "invalid decimal literal"}


@pytest.mark.parametrize(
    ("recipe", "before", "after", "sure"),
    [
        ("leading-zeros", "x = [«007, 00, 0123.5, '01']  # 01\n", "x = [7, 00, 0123.5, '01']  # 01\n", True),
        ("leading-zeros", "x = «010\n", "x = 10\n", False),
        ("leading-zeros", "f.chmod(«0755)\n", "f.chmod(0o755)\n", True),
        ("leading-zeros", "t = time(«010, 05)\n", "t = time(10, 5)\n", True),
        ("leading-zeros", "x = «019\n", "x = 19\n", True),
        (
            "implied-product",
            "from math import pi\nx = «2pi + y**2pi  # 2pi\n",
            "from math import pi\nx = 2*pi + y**(2*pi)  # 2pi\n",
            True,
        ),
        ("implied-product", "def f(x, é):\n    return «3x + 1.5é\n", "def f(x, é):\n    return 3*x + 1.5*é\n", True),
        ("continuation", "x = 1 + «\\ \t\n  2\n", "x = 1 + \\\n  2\n", True),
        ("continuation", "x = (1 + «\\  # é\n  2)\n", "x = (1 +  # é\n  2)\n", True),
        ("continuation", "print(«a, \\t, b)\n", 'print(a, "\\t", b)\n', True),
        ("continuation", "print(«'a' \\n)\n", "print('a' \"\\n\")\n", False),
    ],
)
def test_a_token_is_written_as_it_is_meant(mend: Apply, recipe: str, before: str, after: str, sure: bool) -> None:
    mended_everywhere(mend, recipe, before, after, **_SYNTAX, sure=sure)


@pytest.mark.parametrize(
    ("recipe", "source"),
    [
        ("leading-zeros", "«x = 0 + 00 + 0.5 + 1e05\n"),
        ("leading-zeros", "x = 01\n«y = 2\n"),
        ("implied-product", "«x = 42java\n"),
        ("implied-product", "«1st = 3\n"),
        ("implied-product", "j = 1\n«x = 2j\n"),
        ("implied-product", "«x = 2print\n"),
        ("continuation", "x = 1 + «\\  # é\n  2\n"),
        ("continuation", "x = «5 \\ 2\n"),
        ("continuation", "x = «'\\n'\n"),
    ],
)
def test_other_tokens_stay(mend: Apply, recipe: str, source: str) -> None:
    mended_everywhere(mend, recipe, source, None, **_SYNTAX)


@pytest.mark.parametrize(
    ("source", "after"),
    [
        ("«tau = 2pi\n", "from math import pi\n\ntau = 2*pi\n"),
        ("import math\n«c = 2pi * r\n", "import math\nc = 2*math.pi * r\n"),
    ],
)
def test_a_constant_of_mathematics_is_imported(mends: Mends, source: str, after: str) -> None:
    mended = mends("implied-product", source, exception="SyntaxError", message="invalid decimal literal")
    assert (mended.text, mended.mend.sure) == (after, True)

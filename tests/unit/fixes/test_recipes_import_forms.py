"""Imports whose parts stand in another order, or end in a comma."""

from __future__ import annotations

import pytest

from .conftest import Keeps

_ORDER = "Did you mean to use 'from ... import ...' instead?"
_COMMA = "trailing comma not allowed without surrounding parentheses"


@pytest.mark.parametrize(
    ("recipe", "before", "after"),
    [
        ("import-order", "«import path from os\n", "from os import path\n"),
        (
            "import-order",
            "if 1:\n    «import a as b, c from .d.e  # why\n",
            "if 1:\n    from .d.e import a as b, c  # why\n",
        ),
        ("import-order", "«import * from math\n", "from math import *\n"),
        ("import-order", "«import path from 'os'\n", None),
        ("import-order", "«from os import path\n", None),
        ("import-comma", "«from os import path, sep ,  # both\nx = 1\n", "from os import path, sep  # both\nx = 1\n"),
        ("import-comma", "«from os import path,\nsep\n", None),
        ("import-comma", "«from os import path,\n    sep\n", None),
        ("import-comma", "«from os import (path,\n", None),
    ],
)
def test_an_import_is_written_as_python_has_it(keeps: Keeps, recipe: str, before: str, after: str | None) -> None:
    keeps(recipe, "SyntaxError", _ORDER if recipe == "import-order" else _COMMA, before, after)

"""Imports of `__future__`."""

from __future__ import annotations

import pytest

from .conftest import Apply, Outcome

_LATE = {"exception": "SyntaxError", "message": "from __future__ imports must occur at the beginning of the file"}
_NAME = {"exception": "SyntaxError", "message": "future feature divison is not defined"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "# é\nimport os\n«from __future__ import annotations  # why\nx = '\t'\n",
            "# é\nfrom __future__ import annotations  # why\nimport os\nx = '\t'\n",
        ),
        (
            "'Doc.'\nfrom __future__ import division\n\n@d\ndef f(): 1\n«from __future__ import (\n  annotations,\n)\n",
            "'Doc.'\nfrom __future__ import division\n\nfrom __future__ import (\n  annotations,\n)\n@d\ndef f(): 1\n",
        ),
    ],
)
def test_a_late_import_goes_to_the_beginning(mend: Apply, outcome: Outcome, before: str, after: str) -> None:
    for newline in ("\n", "\r\n"):
        assert outcome("future-first", before.replace("\n", newline), **_LATE) == (after.replace("\n", newline), True)
    assert mend("future-first", "«" + after, **_LATE) is None


@pytest.mark.parametrize(
    "source",
    [
        "import os; «from __future__ import division\n",
        "def f():\n    «from __future__ import division\n",
        "«import os\n",
    ],
)
def test_other_imports_stay(mend: Apply, source: str) -> None:
    assert mend("future-first", source, **_LATE) is None


def test_a_misspelt_feature_is_corrected(mend: Apply, outcome: Outcome) -> None:
    assert outcome("future-name", "«from __future__ import divison, annotations  # divison\n", **_NAME) == (
        "from __future__ import division, annotations  # divison\n",
        True,
    )
    report = {**_NAME, "message": "future feature printing is not defined"}
    assert mend("future-name", "«from __future__ import printing\n", **report) is None

"""Lines of a notebook in a program."""

from __future__ import annotations

import pytest

from .broken_texts import mended_everywhere
from .conftest import Apply

_REPORT = {"exception": "SyntaxError", "message": "invalid syntax"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("«%matplotlib inline\nx = 1  # é\n", "# %matplotlib inline\nx = 1  # é\n"),
        ("«%load_ext autoreload\n%autoreload 2\n", "# %load_ext autoreload\n# %autoreload 2\n"),
        ("«%%time\nx = 1\n", "# %%time\nx = 1\n"),
        ("«!pip install -q a b\n", "# In a terminal: pip install -q a b\n"),
        ("«%pip install a\n", "# In a terminal: pip install a\n"),
        ("«! python -m pip install a\n", "# In a terminal: python -m pip install a\n"),
        ("«%time f(1)  # slow\n", "f(1)  # slow\n"),
        ("«a.b?\n", "help(a.b)\n"),
        ("«??a\n", "help(a)\n"),
        ("if x:\n    y = 1\n    «%config A.b = 2\n", "if x:\n    y = 1\n    # %config A.b = 2\n"),
    ],
)
def test_what_sets_a_notebook_up_becomes_a_comment(mend: Apply, before: str, after: str) -> None:
    mended_everywhere(mend, "notebook-lines", before, after, **_REPORT, sure=True)


@pytest.mark.parametrize(
    "source",
    [
        "«!ls\n",
        "«%cd data\n",
        "«%run other.py\n",
        "«%matplotlib inline\n!wget http://localhost/a.csv\n",
        "«files = !ls\n",
        "if x:\n    «%matplotlib inline\ny = 1\n",
        "x = (1\n    «% 2 3)\n",
        "«x = = 1\n",
    ],
)
def test_what_the_program_needs_stays(mend: Apply, source: str) -> None:
    mended_everywhere(mend, "notebook-lines", source, None, **_REPORT)

"""Declarations of global and nonlocal names."""

from __future__ import annotations

import pytest

from .broken_texts import mended_everywhere
from .conftest import Apply

_LATE = {"exception": "SyntaxError", "message": "name 'n' is assigned to before global declaration"}
_NOTE = {"exception": "SyntaxError", "message": "annotated name 'n' can't be global"}
_NOWHERE = {"exception": "SyntaxError", "message": "no binding for nonlocal 'n' found"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("def f():\n    n = 1\n    «global n\nf()\n", "def f():\n    global n\n    n = 1\nf()\n"),
        (
            "def f():\n\t'D.'\n\n\tif n:\n\t\tn = 1\n\t\t«global n, é  # why\n\tn = 2\n",
            "def f():\n\t'D.'\n\n\tglobal n, é  # why\n\tif n:\n\t\tn = 1\n\tn = 2\n",
        ),
        (
            "def f():\n    n = 1\n    def g():\n        print(n)\n        «nonlocal n\n        n = 2\n    return g\n",
            "def f():\n    n = 1\n    def g():\n        nonlocal n\n        print(n)\n        n = 2\n    return g\n",
        ),
        (
            "def f():\n    @d\n    def n(): pass\n    «global n\n    n = 1\n",
            "def f():\n    global n\n    @d\n    def n(): pass\n    n = 1\n",
        ),
    ],
)
def test_a_declaration_goes_to_the_top(mend: Apply, before: str, after: str) -> None:
    mended = mended_everywhere(mend, "declaration-first", before, after, **_LATE)
    assert mended is not None
    assert mended.mend.sure
    assert (
        mend("declaration-first", mended.text.replace("global", "«global").replace("nonlocal", "«nonlocal"), **_LATE)
        is None
    )


@pytest.mark.parametrize(
    "source",
    [
        "n = 1\n«global n\n",
        "def f():\n    n = 1; «global n\n",
        "def f(): n = 1; «global n\n",
        "def f():\n    x = (\n«n\n",
    ],
)
def test_other_declarations_stay(mend: Apply, source: str) -> None:
    mended_everywhere(mend, "declaration-first", source, None, **_LATE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "def f():\n    global n\n    «n: int = 1  # é: x\n    m: int = 2\n",
            "def f():\n    global n\n    n = 1  # é: x\n    m: int = 2\n",
        ),
        ("def f():\n    n : 'a:b'=1\n    «global n\n", None),
        ("def f():\n    global n\n    «n: int\n", None),
        ("def f():\n    global n\n    «n: dict[str,\n      int] = {}\n", "def f():\n    global n\n    n = {}\n"),
    ],
)
def test_an_annotation_goes(mend: Apply, before: str, after: str | None) -> None:
    mended_everywhere(mend, "drop-annotation", before, after, **_NOTE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("n = 0\ndef f():\n    «nonlocal n\n    n = 1\n", "n = 0\ndef f():\n    global n\n    n = 1\n"),
        ("def f():\n    «nonlocal n\n    n = 1\n", None),
        ("n = 0\ndef f():\n    «nonlocal n, m\n    n = 1\n", None),
        ("n = 0\nif n:\n    «nonlocal n\n", None),
    ],
)
def test_global_is_written_for_the_modules_names(mend: Apply, before: str, after: str | None) -> None:
    mended_everywhere(mend, "global-instead", before, after, **_NOWHERE)

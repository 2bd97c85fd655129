"""Texts of black 22.12, 24.10 and 26.10, isort 5.11 and 9.0, ruff 0.4 and 0.17, compileall of CPython 3.10 to 3.13."""

from __future__ import annotations

import pytest
from tracemend.reading.findings.checkers import DIALECT
from tracemend.reading.report import ErrorReport, Hints
from tracemend.reading.scanner import read_text

from .asking import only, read


def place(report: ErrorReport) -> tuple[str, int | None, int | None]:
    assert report.user_frame is not None
    return report.user_frame.path, report.user_frame.line, report.user_frame.column


def scanned(text: str, hints: Hints | None = None) -> list[ErrorReport]:
    return [report for block in read_text(text, hints) for report in block]


BLACK_22 = """\
would reformat shop/iso.py
error: cannot format shop/latin.py: invalid or missing encoding declaration
error: cannot format shop/syn.py: Cannot parse: 1:8: def f(x)
would reformat shop/a.py

Oh no! 💥 💔 💥
2 files would be reformatted, 2 files would fail to reformat.
"""
BLACK_26 = """\
error: cannot format /home/dev/shop/latin.py: invalid or missing encoding declaration
error: cannot parse: /home/dev/shop/tab.py:2:6
    \tif x:
         ^
TokenError: Failed to parse: InconsistentUseOfTabsAndSpaces
would reformat /home/dev/shop/a.py

Oh no! 💥 💔 💥
1 file would be reformatted, 2 files would fail to reformat.
"""


def test_black() -> None:
    would, latin, syntax, _ = scanned(BLACK_22)
    assert (would.tool, would.severity, place(would)) == ("black", "warning", ("shop/iso.py", None, None))
    assert (latin.severity, latin.message) == ("error", "invalid or missing encoding declaration")
    assert (syntax.message, place(syntax)) == ("Cannot parse: 1:8: def f(x)", ("shop/syn.py", 1, 9))
    assert syntax.user_frame is not None
    assert syntax.user_frame.source == "def f(x)"
    latin, tabs, _ = scanned(BLACK_26)
    assert place(latin) == ("/home/dev/shop/latin.py", None, None)
    assert (tabs.message, place(tabs)) == (
        "Failed to parse: InconsistentUseOfTabsAndSpaces",
        ("/home/dev/shop/tab.py", 2, 6),
    )
    assert (tabs.span.start, tabs.span.end) == (2, 5)


def test_black_showing_the_difference_has_done_well() -> None:
    assert [report.severity for report in scanned(BLACK_22, Hints("black --diff shop", 0))] == ["error", "error"]
    assert scanned("would reformat shop/iso.py\n", Hints("black --diff shop", 0)) == []


def test_isort() -> None:
    text = "ERROR: /home/dev/shop/iso.py Imports are incorrectly sorted and/or formatted.\n"
    (report,) = scanned(text)
    assert (report.tool, report.severity) == ("isort", "error")
    assert report.message == "Imports are incorrectly sorted and/or formatted."
    assert place(report) == ("/home/dev/shop/iso.py", None, None)


def test_ruff_format() -> None:
    text = """\
error: Failed to read /home/dev/shop/latin.py: stream did not contain valid UTF-8
error: Failed to parse /home/dev/shop/syn.py:1:9: Expected ':', found newline
Would reformat: /home/dev/shop/a.py
1 file would be reformatted
"""
    latin, syntax, would = scanned(text)
    assert [(one.tool, one.code, one.severity) for one in (latin, syntax, would)] == [
        ("ruff", "io", "error"),
        ("ruff", "invalid-syntax", "error"),
        ("ruff", "unformatted", "warning"),
    ]
    assert place(syntax) == ("/home/dev/shop/syn.py", 1, 9)


def test_ruff_format_of_0_17() -> None:
    text = """\
unformatted: File would be reformatted
 --> shop/iso.py:3:1
  |
2 | from a import c, b
  - def f( x ):
  -   print( x)
3 +
4 +
5 + def f(x):
6 +     print(x)
  |

io: stream did not contain valid UTF-8
--> shop/latin.py:1:1

invalid-syntax: Expected `:`, found newline
 --> shop/syn.py:1:9
  |
1 | def f(x)
  |         ^
2 |     return x
  |

2 files would be reformatted
"""
    would, latin, syntax = scanned(text)
    assert (would.code, place(would), would.span.end) == ("unformatted", ("shop/iso.py", 3, 1), 11)
    assert (latin.code, latin.severity, place(latin)) == ("io", "error", ("shop/latin.py", 1, 1))
    assert (syntax.code, place(syntax)) == ("invalid-syntax", ("shop/syn.py", 1, 9))


def test_compileall() -> None:
    text = """\
Listing 'shop'...
Compiling 'shop/a.py'...
Compiling 'shop/syn.py'...
***   File "shop/syn.py", line 1
    def f(x)
            ^
SyntaxError: expected ':'

Compiling 'shop/tab.py'...
*** Sorry: TabError: inconsistent use of tabs and spaces in indentation (tab.py, line 3)
"""
    syntax, tabs = scanned(text)
    assert (syntax.tool, syntax.exception, syntax.message) == ("python", "SyntaxError", "expected ':'")
    assert place(syntax)[:2] == ("shop/syn.py", 1)
    assert (syntax.span.start, syntax.span.end) == (4, 7)
    assert (tabs.tool, tabs.exception) == ("python", "TabError")
    assert tabs.message == "inconsistent use of tabs and spaces in indentation"
    assert place(tabs) == ("tab.py", 3, None)


def test_py_compile() -> None:
    line = "Sorry: TabError: inconsistent use of tabs and spaces in indentation (tab.py, line 3)"
    assert only(DIALECT, line).exception == "TabError"


def test_pydocstyle() -> None:
    """pydocstyle 6.3.0."""
    text = "shop/a.py:2 in public function `f`:\n        D103: Missing docstring in public function\n"
    (report,) = scanned(text)
    assert (report.tool, report.code) == ("pydocstyle", "D103")
    assert report.message == "Missing docstring in public function"
    assert (place(report), report.span.end) == (("shop/a.py", 2, None), 2)


@pytest.mark.parametrize(
    "text",
    [
        "reformatted shop/a.py\n\nAll done! ✨ 🍰 ✨\n1 file reformatted.",
        "All done! ✨ 🍰 ✨\n3 files would be left unchanged.",
        "2 files would be reformatted",
        "Listing 'shop'...\nCompiling 'shop/a.py'...",
        "*** File names are listed below ***",
        "Sorry: we are closed",
        "Fixing /home/dev/shop/iso.py",
        "Skipped 2 files",
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []
    assert scanned(text + "\n") == []

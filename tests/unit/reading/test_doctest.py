"""Texts of doctest of CPython 3.12.1, and of pytest 9.0.1 with --doctest-modules --doctest-continue-on-failure."""

from __future__ import annotations

import pytest
from tracemend.reading.report import ErrorReport, Hints
from tracemend.reading.runners.doctest import DIALECT
from tracemend.reading.scanner import read_text

from .asking import only, read


def scanned(text: str, command: str | None = None) -> list[ErrorReport]:
    """The reports of a text through the cheap pass and all dialects."""
    return [report for block in read_text(text, Hints(command=command)) for report in block]


def place(report: ErrorReport) -> tuple[str, int | None] | None:
    """Where the report is shown."""
    return (report.user_frame.path, report.user_frame.line) if report.user_frame else None


DT = """
**********************************************************************
File "/home/dev/u/cart.py", line 14, in cart.half
Failed example:
    for n in range(2):
        print(n)
Expected:
    0
    2
Got:
    0
    1
**********************************************************************
File "/home/dev/u/cart.py", line 20, in cart.half
Failed example:
    half("x")
Expected:
    Traceback (most recent call last):
    ValueError: no
Got:
    Traceback (most recent call last):
      File "/usr/lib/python3.12/doctest.py", line 1359, in __run
        exec(compile(example.source, filename, "single",
      File "<doctest cart.half[2]>", line 1, in <module>
        half("x")
      File "/home/dev/u/cart.py", line 24, in half
        return n / 2
               ~~^~~
    TypeError: unsupported operand type(s) for /: 'str' and 'int'
**********************************************************************
File "/home/dev/u/cart.py", line 4, in cart.total
Failed example:
    total([1, 2])
Expected:
    4
Got:
    3
**********************************************************************
File "/home/dev/u/cart.py", line 6, in cart.total
Failed example:
    total(["a"])
Exception raised:
    Traceback (most recent call last):
      File "/usr/lib/python3.12/doctest.py", line 1359, in __run
        exec(compile(example.source, filename, "single",
      File "<doctest cart.total[1]>", line 1, in <module>
        total(["a"])
      File "/home/dev/u/cart.py", line 9, in total
        return sum(items)
               ^^^^^^^^^^
    TypeError: unsupported operand type(s) for +: 'int' and 'str'
**********************************************************************
2 items had failures:
   2 of   3 in cart.half
   2 of   2 in cart.total
***Test Failed*** 4 failures.
"""

DOCTEST = """
_____________________________ [doctest] cart.total _____________________________
002 Sum.
003 
004     >>> total([1, 2])
Expected:
    4
Got:
    3

/home/dev/u/cart.py:4: DocTestFailure
002 Sum.
003 
004     >>> total([1, 2])
005     4
006     >>> total(["a"])
UNEXPECTED EXCEPTION: TypeError("unsupported operand type(s) for +: 'int' and 'str'")
Traceback (most recent call last):
  File "/usr/lib/python3.12/doctest.py", line 1359, in __run
    exec(compile(example.source, filename, "single",
  File "<doctest cart.total[1]>", line 1, in <module>
  File "/home/dev/u/cart.py", line 9, in total
    return sum(items)
           ^^^^^^^^^^
TypeError: unsupported operand type(s) for +: 'int' and 'str'
/home/dev/u/cart.py:6: UnexpectedException
=========================== short test summary info ============================
"""  # noqa: W291


def test_examples() -> None:
    differs, wrong, total, raised = read(DIALECT, DT)
    assert (differs.tool, differs.exception) == ("doctest", None)
    assert differs.message == "Expected:\n    0\n    2\nGot:\n    0\n    1"
    assert (place(differs), differs.user_frame and differs.user_frame.source) == (
        ("/home/dev/u/cart.py", 14),
        "for n in range(2):",
    )
    assert (differs.span.start, differs.span.end) == (2, 11)
    assert wrong.message.startswith("Expected:\n    Traceback (most recent call last):\n    ValueError: no\nGot:\n")
    assert (place(wrong), place(total)) == (("/home/dev/u/cart.py", 20), ("/home/dev/u/cart.py", 4))
    assert (raised.exception, raised.message) == ("TypeError", "unsupported operand type(s) for +: 'int' and 'str'")
    assert place(raised) == ("/home/dev/u/cart.py", 9)
    assert len(scanned(DT)) == 4


def test_an_example_that_raises_outside_the_users_files() -> None:
    report = only(
        DIALECT,
        """
        File "cart.py", line 3, in cart
        Failed example:
            1 / 0
        Exception raised:
            Traceback (most recent call last):
              File "/usr/lib/python3.12/doctest.py", line 1359, in __run
                exec(compile(example.source, filename, "single",
              File "<doctest cart[0]>", line 1, in <module>
                1 / 0
                ~~^~~
            ZeroDivisionError: division by zero
        **********************************************************************
        """,
    )
    assert (report.exception, place(report)) == ("ZeroDivisionError", ("cart.py", 3))


def test_differences_and_nothing() -> None:
    differs, nothing = read(
        DIALECT,
        """
        File "cart.py", line 4, in cart.total
        Failed example:
            total([1, 2])
        Differences (ndiff with -expected +actual):
            - 4
            + 3
        **********************************************************************
        File "cart.py", line 5, in cart.total
        Failed example:
            total([1, 2])
        Expected nothing
        Got:
            3
        **********************************************************************
        """,
    )
    assert differs.message == "Differences (ndiff with -expected +actual):\n    - 4\n    + 3"
    assert nothing.message == "Expected nothing\nGot:\n    3"


def test_pytest_runs_the_examples() -> None:
    differs, raised = scanned(DOCTEST)
    assert (differs.tool, differs.message) == ("doctest", "Expected:\n    4\nGot:\n    3")
    assert (place(differs), differs.user_frame and differs.user_frame.source) == (
        ("/home/dev/u/cart.py", 4),
        "total([1, 2])",
    )
    assert (raised.exception, place(raised)) == ("TypeError", ("/home/dev/u/cart.py", 9))
    assert (differs.span.start, raised.span.end) == (2, 26)


@pytest.mark.parametrize(
    "text",
    [
        'File "a.py", line 1, in f\nsomething else',
        'File "a.py", line 1, in f',
        "Failed example:\n    f()\nExpected:\n    1\nGot:\n    2",
        'File "a.py", line 1, in f\nFailed example:\n    f()\nand no more',
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []


def test_hostile_lines_take_no_time() -> None:
    for line in ('File "' + "a" * 100_000, 'File "a", line 1, in f\nFailed example:\n' + "    x\n" * 3000):
        read(DIALECT, line) if line.count("\n") < 3 else scanned(line)

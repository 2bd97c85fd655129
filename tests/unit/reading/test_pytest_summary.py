"""Texts of pytest 8.4.2 and 9.0.1 (Python 3.12)."""

from __future__ import annotations

import pytest
from tracemend.reading.report import ErrorReport, Hints
from tracemend.reading.runners.pytest import DIALECT
from tracemend.reading.scanner import read_text

from .asking import counted, read


def scanned(text: str, command: str | None = None) -> list[ErrorReport]:
    """The reports of a text through the cheap pass and all dialects."""
    return [report for block in read_text(text, Hints(command=command)) for report in block]


def place(report: ErrorReport) -> tuple[str, int | None] | None:
    """Where the report is shown."""
    return (report.user_frame.path, report.user_frame.line) if report.user_frame else None


LINE_9 = """
=================================== FAILURES ===================================
E   AssertionError: assert 3 == 4
     +  where 3 = <function total at 0x7f336b265760>([{'price': 1}, {'price': 2}])
     +    where <function total at 0x7f336b265760> = cart.total
/home/dev/shop/tests/test_cart.py:33: AssertionError: assert 3 == 4
E   KeyError: 'price'

The above exception was the direct cause of the following exception:
E   RuntimeError: cannot check out anna
/home/dev/shop/cart.py:14: RuntimeError: cannot check out anna
E   FileNotFoundError: [Errno 2] No such file or directory: '/nonexistent/prices.csv'
----------------------------- Captured stdout call -----------------------------
about to open
----------------------------- Captured stderr call -----------------------------
to stderr
/home/dev/shop/cart.py:6: FileNotFoundError: [Errno 2] No such file or directory: '/nonexistent/prices.csv'
=========================== short test summary info ============================
"""

LINE_8 = """
=================================== FAILURES ===================================
/home/dev/shop/tests/test_cart.py:33: AssertionError: assert 3 == 4
/home/dev/shop/tests/test_cart.py:37: AssertionError: an empty cart costs one
/home/dev/shop/cart.py:14: RuntimeError: cannot check out anna
/home/dev/shop/cart.py:6: FileNotFoundError: [Errno 2] No such file or directory: '/nonexistent/prices.csv'
[XPASS(strict)] known bug 12
=========================== short test summary info ============================
"""

WARNINGS = """
tests/test_cart.py FFFFFFFFEEE.EFEFFFFxsFFFFF.FFFFFFFFF                  [100%]

=============================== warnings summary ===============================
tests/test_cart.py::test_warns
  /home/dev/shop/tests/test_cart.py:129: DeprecationWarning: use total2
    warnings.warn("use total2", DeprecationWarning)

-- Docs: https://docs.pytest.org/en/stable/how-to/capture-warnings.html
=========================== short test summary info ============================
FAILED tests/test_cart.py::test_total - AssertionError: assert 3 == 4
FAILED tests/test_cart.py::test_total_message - AssertionError: an empty cart...
FAILED tests/test_cart.py::test_open - FileNotFoundError: [Errno 2] No such f...
ERROR tests/test_cart.py::test_fixture_missing
ERROR tests/test_cart.py::test_teardown_error - OSError: teardown went wrong
=== 27 failed, 2 passed, 1 skipped, 1 xfailed, 1 warning, 5 errors in 0.09s ====
"""

SUMMARY = """
.FuuF                                                                  [100%]
=========================== short test summary info ============================
SUBFAILED[number] (n=3) test_sub.py::TestSub::test_even - AssertionError: 1 != 0
FAILED test_sub.py::TestSub::test_lists - AssertionError: Lists differ: [1, 2...
SUBFAILED[odd] (n=3) test_sub.py::test_subtests - assert (3 % 2) == 0
FAILED test_sub.py::test_subtests - contains 1 failed subtest
4 failed, 1 passed, 3 deselected, 2 subtests passed in 0.01s
"""


def test_a_line_for_each_failure_with_pytest_9() -> None:
    failed, cause, last, lost = read(DIALECT, LINE_9)
    assert failed.message.startswith("assert 3 == 4\n")
    assert place(failed) == ("/home/dev/shop/tests/test_cart.py", 33)
    assert (cause.exception, cause.chain and cause.chain.how) == ("KeyError", "cause")
    assert (last.exception, place(last)) == ("RuntimeError", ("/home/dev/shop/cart.py", 14))
    assert (lost.exception, lost.errno, place(lost)) == ("FileNotFoundError", 2, ("/home/dev/shop/cart.py", 6))
    assert len(scanned(LINE_9)) == 4


def test_a_line_for_each_failure_up_to_pytest_8() -> None:
    failed, message, error, lost, strict = read(DIALECT, LINE_8)
    assert (failed.exception, failed.message, place(failed)) == (
        "AssertionError",
        "assert 3 == 4",
        ("/home/dev/shop/tests/test_cart.py", 33),
    )
    assert (message.message, error.exception, lost.errno) == ("an empty cart costs one", "RuntimeError", 2)
    assert strict.message == "[XPASS(strict)] known bug 12"
    assert len(scanned(LINE_8)) == 5


def test_the_summary_where_no_section_stands_above() -> None:
    even, lists, odd = scanned(SUMMARY)
    assert (even.exception, even.message, place(even)) == ("AssertionError", "1 != 0", ("test_sub.py", None))
    assert (lists.message, odd.message) == ("Lists differ: [1, 2...", "assert (3 % 2) == 0")


def test_the_summary_below_warnings_only() -> None:
    reports = scanned(WARNINGS)
    assert [(one.severity, one.exception) for one in reports] == [
        ("warning", "DeprecationWarning"),
        ("error", "AssertionError"),
        ("error", "AssertionError"),
        ("error", "FileNotFoundError"),
        ("error", None),
        ("error", "OSError"),
    ]
    assert reports[4].message == "ERROR tests/test_cart.py::test_fixture_missing"
    assert place(reports[4]) == ("tests/test_cart.py", None)


def test_what_a_filter_left_over() -> None:
    text = "FAILED test_cart.py::test_open - FileNotFoundError: [Errno 2] No such file or...\n1 failed in 0.03s"
    (report,) = scanned(text, command="pytest -q test_cart.py | tail -2")
    assert (report.exception, report.errno, report.summary) == ("FileNotFoundError", 2, True)
    assert scanned(text) == [report]
    assert scanned("ERROR notes - FileNotFoundError: seen and mended") == []


def test_a_failure_whose_section_was_read_is_read_once() -> None:
    text = """
    F                                                                        [100%]
    =================================== FAILURES ===================================
    ____________________________________ test_a ____________________________________

    >   def test_a(): assert 0
                      ^^^^^^^^
    E   assert 0

    t/test_a.py:1: AssertionError
    =========================== short test summary info ============================
    FAILED t/test_a.py::test_a - assert 0
    1 failed in 0.05s
    """
    assert [one.summary for one in read(DIALECT, text)] == [False, True]
    lines = [line[4:] for line in text.split("\n")[1:-1]]
    assert len(counted(scanned("\n".join(lines) + "\n"))) == 1
    dated = [f"2026-11-24T10:12:13.1234567Z {line}" for line in lines]
    assert len(counted(scanned("\n".join(dated) + "\n"))) == 1


def test_tests_that_did_what_was_expected() -> None:
    text = """
    =================================== XFAILURES ==================================
    _________________________________ test_xfails __________________________________
    test_cart.py:98: in test_xfails
        raise ValueError("expected to fail")
    E   ValueError: expected to fail
    =========================== short test summary info ============================
    XFAIL test_cart.py::test_xfails
    """
    assert read(DIALECT, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "=== FAILURES ===\nnone today\n=== end ===",
        "FAILED (failures=1)",
        "FAILED to start",
        "=========== short test summary info ===========\nSKIPPED [1] test_a.py:3: not now\n1 skipped in 0.01s",
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []


def test_hostile_lines_take_no_time() -> None:
    for line in ("FAILED " + "a" * 100_000, "=" * 300 + " a" * 30_000, "=== FAILURES ===\n" + "a:1: " * 30_000):
        read(DIALECT, f"{line}\n{line}", command="pytest | tail")

"""Texts of unittest of CPython 3.13.0 and 3.10.13."""

from __future__ import annotations

import pytest
from tracemend.reading.report import ErrorReport, Hints
from tracemend.reading.runners.unittest import DIALECT
from tracemend.reading.scanner import read_text

from .asking import only, read


def scanned(text: str, command: str | None = None) -> list[ErrorReport]:
    """The reports of a text through the cheap pass and all dialects."""
    return [report for block in read_text(text, Hints(command=command)) for report in block]


def place(report: ErrorReport) -> tuple[str, int | None] | None:
    """Where the report is shown."""
    return (report.user_frame.path, report.user_frame.line) if report.user_frame else None


FAILED = """
======================================================================
FAIL: test_lists (test_cart.CartTest.test_lists)
----------------------------------------------------------------------
Traceback (most recent call last):
  File "/home/dev/u/test_cart.py", line 12, in test_lists
    self.assertEqual({"a": [1, 2]}, {"a": [1, 3]}, "not the same")
    ~~~~~~~~~~~~~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
AssertionError: {'a': [1, 2]} != {'a': [1, 3]}
- {'a': [1, 2]}
?           ^

+ {'a': [1, 3]}
?           ^
 : not the same

======================================================================
FAIL: test_sub (test_cart.CartTest.test_sub) [is even] (n=3)
----------------------------------------------------------------------
Traceback (most recent call last):
  File "/home/dev/u/test_cart.py", line 20, in test_sub
    self.assertEqual(n % 2, 0)
    ~~~~~~~~~~~~~~~~^^^^^^^^^^
AssertionError: 1 != 0

======================================================================
FAIL: test_total (test_cart.CartTest.test_total)
The total of a cart.
----------------------------------------------------------------------
Traceback (most recent call last):
  File "/home/dev/u/test_cart.py", line 9, in test_total
    self.assertEqual(total([1, 2]), 4)
    ~~~~~~~~~~~~~~~~^^^^^^^^^^^^^^^^^^
AssertionError: 3 != 4

"""

ERRORS = """
======================================================================
ERROR: setUpClass (test_cart.Broken)
----------------------------------------------------------------------
Traceback (most recent call last):
  File "/home/dev/u/test_cart.py", line 51, in setUpClass
    raise ConnectionError("no database")
ConnectionError: no database

======================================================================
ERROR: test_chained (test_cart.CartTest.test_chained)
----------------------------------------------------------------------
Traceback (most recent call last):
  File "/home/dev/u/test_cart.py", line 24, in test_chained
    {}["a"]
    ~~^^^^^
KeyError: 'a'

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/home/dev/u/test_cart.py", line 26, in test_chained
    raise RuntimeError("chained") from error
RuntimeError: chained

======================================================================
ERROR: test_import (unittest.loader._FailedTest.test_import)
----------------------------------------------------------------------
ImportError: Failed to import test module: test_import
Traceback (most recent call last):
  File "/usr/lib/python3.13/unittest/loader.py", line 396, in _find_test_path
    module = self._get_module_from_name(name)
  File "/usr/lib/python3.13/unittest/loader.py", line 339, in _get_module_from_name
    __import__(name)
    ~~~~~~~~~~^^^^^^
  File "/home/dev/u/test_import.py", line 1, in <module>
    import nosuchmodule
ModuleNotFoundError: No module named 'nosuchmodule'


"""

DOC = """
======================================================================
FAIL: half (cart)
Doctest: cart.half
----------------------------------------------------------------------
Traceback (most recent call last):
  File "/usr/lib/python3.13/doctest.py", line 2327, in runTest
    raise self.failureException(self.format_failure(new.getvalue()))
AssertionError: Failed doctest test for cart.half
  File "/home/dev/u/cart.py", line 12, in half

----------------------------------------------------------------------
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
----------------------------------------------------------------------
File "/home/dev/u/cart.py", line 20, in cart.half
Failed example:
    half("x")
Expected:
    Traceback (most recent call last):
    ValueError: no
Got:
    Traceback (most recent call last):
      File "/usr/lib/python3.13/doctest.py", line 1395, in __run
        exec(compile(example.source, filename, "single",
        ~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                     compileflags, True), test.globs)
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      File "<doctest cart.half[2]>", line 1, in <module>
        half("x")
        ~~~~^^^^^
      File "/home/dev/u/cart.py", line 24, in half
        return n / 2
               ~~^~~
    TypeError: unsupported operand type(s) for /: 'str' and 'int'


"""

NOT_FOUND = """

======================================================================
ERROR: test_z (unittest.loader._FailedTest)
----------------------------------------------------------------------
AttributeError: type object 'A' has no attribute 'test_z'

----------------------------------------------------------------------
Ran 2 tests in 0.000s

FAILED (errors=3)

"""


def test_failures() -> None:
    lists, sub, total = read(DIALECT, FAILED)
    assert (lists.tool, lists.exception, place(lists)) == (
        "unittest",
        "AssertionError",
        ("/home/dev/u/test_cart.py", 12),
    )
    assert lists.message.endswith("\n\n+ {'a': [1, 3]}\n?           ^\n : not the same")
    assert lists.notes == ("test_lists (test_cart.CartTest.test_lists)",)
    assert (lists.span.start, lists.span.end) == (1, 14)
    assert sub.notes == ("test_sub (test_cart.CartTest.test_sub) [is even] (n=3)",)
    assert (total.message, total.notes) == ("3 != 4", ("test_total (test_cart.CartTest.test_total)",))
    assert [one.message for one in scanned(FAILED)] == [lists.message, sub.message, total.message]


def test_errors() -> None:
    broken, cause, chained, missing = read(DIALECT, ERRORS)
    assert (broken.exception, place(broken)) == ("ConnectionError", ("/home/dev/u/test_cart.py", 51))
    assert (cause.exception, cause.chain and cause.chain.how) == ("KeyError", "cause")
    assert (chained.exception, place(chained)) == ("RuntimeError", ("/home/dev/u/test_cart.py", 26))
    assert (missing.exception, missing.message) == ("ModuleNotFoundError", "No module named 'nosuchmodule'")
    assert place(missing) == ("/home/dev/u/test_import.py", 1)
    assert missing.python == "3.13"
    assert len(scanned(ERRORS)) == 4


def test_a_test_that_is_not_found() -> None:
    report = only(DIALECT, NOT_FOUND)
    assert (report.exception, report.message) == ("AttributeError", "type object 'A' has no attribute 'test_z'")
    assert report.notes == ("test_z (unittest.loader._FailedTest)",)


def test_examples_of_documentation_are_left_to_their_reader() -> None:
    assert read(DIALECT, DOC) == []
    differs, raised = scanned(DOC)
    assert (differs.tool, differs.message) == ("doctest", "Expected:\n    0\n    2\nGot:\n    0\n    1")
    assert place(raised) == ("/home/dev/u/cart.py", 20)


def test_an_unexpected_success() -> None:
    report = only(
        DIALECT, "=" * 70 + "\nUNEXPECTED SUCCESS: test_unexpected (test_cart.CartTest.test_unexpected)\n" + "-" * 70
    )
    assert report.message == "UNEXPECTED SUCCESS: test_unexpected (test_cart.CartTest.test_unexpected)"


@pytest.mark.parametrize(
    "text",
    [
        "=" * 70 + "\nERROR: count of lines\n\n" + "-" * 70 + "\nnothing went wrong\n",
        "=" * 70 + "\nA heading\n" + "=" * 70,
        "test_a (test_cart.Async.test_a) ... ERROR\ntest_b (test_cart.B.test_b) ... ok",
        "-" * 70 + "\nRan 2 tests in 0.000s\n\nFAILED (errors=3)",
        "=" * 70,
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []


def test_a_long_log_takes_no_time() -> None:
    text = ("=" * 70 + "\nERROR: a (b.c)\n" + "-" * 70 + "\n") * 2000
    assert scanned(text) == []

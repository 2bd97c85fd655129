"""Texts of pytest 9."""

from __future__ import annotations

import pytest
from tracemend.reading.runners.pytest import DIALECT
from tracemend.reading.scanner import read_text

from .asking import counted, only, read

FIXTURE = """
==================================== ERRORS ====================================
_________________________ ERROR at setup of test_user __________________________
file /home/me/shop/test_fix.py, line 4
  def test_user(db, tmp_path):
E       fixture 'db' not found
>       available fixtures: cache, capfd, one, tmp_path
>       use 'pytest --fixtures [testpath]' for help on them.

/home/me/shop/test_fix.py:4
__________________________ ERROR at setup of test_one __________________________
file /home/me/shop/test_fix.py, line 13
  def test_one(one):
file /home/me/shop/test_fix.py, line 8
  @pytest.fixture
  def one(nothere):
E       fixture 'nothere' not found
>       available fixtures: cache, capfd, one, tmp_path
>       use 'pytest --fixtures [testpath]' for help on them.

/home/me/shop/test_fix.py:8
=========================== short test summary info ============================
ERROR test_fix.py::test_user
"""

LONG = """
=================================== FAILURES ===================================
_________________________________ TestX.test_k _________________________________

self = <test_fix.TestX object at 0x7f6828d5ed50>

    def test_k(self):
        d = {"a": 1}
>       helper(d)

test_fix.py:20: 
_ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ 

d = {'a': 1}

    def helper(d):
>       return d["zz"]
               ^^^^^^^
E       KeyError: 'zz'

test_fix.py:24: KeyError
__________________________________ test_chain __________________________________

    def test_chain():
        try:
>           {}["a"]
E           KeyError: 'a'

test_fix.py:38: KeyError

The above exception was the direct cause of the following exception:

    def test_chain():
        try:
            {}["a"]
        except KeyError as e:
>           raise RuntimeError("bad") from e
E           RuntimeError: bad

test_fix.py:40: RuntimeError
----------------------------- Captured stdout call -----------------------------
some output
=========================== short test summary info ============================
FAILED test_fix.py::TestX::test_k - KeyError: 'zz'
"""  # noqa: W291

SHORT = """
_________________________________ TestX.test_k _________________________________
test_fix.py:20: in test_k
    helper(d)
test_fix.py:24: in helper
    return d["zz"]
           ^^^^^^^
E   KeyError: 'zz'
__________________________________ test_plain __________________________________
test_fix.py:29: in test_plain
    assert sum(x) == 4, "sum is wrong"
E   AssertionError: sum is wrong
E   assert 3 == 4
E    +  where 3 = sum([1, 2])
=========================== short test summary info ============================
"""

COLLECTING = """
________________________ ERROR collecting test_coll.py _________________________
ImportError while importing test module '/home/me/shop/test_coll.py'.
Hint: make sure your test modules/packages have valid Python names.
Traceback:
/usr/lib/python3.12/importlib/__init__.py:90: in import_module
    return _bootstrap._gcd_import(name[level:], package, level)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
test_coll.py:1: in <module>
    import nosuchmod_zz
E   ModuleNotFoundError: No module named 'nosuchmod_zz'
_________________________ ERROR collecting test_syn.py _________________________
/usr/lib/python3.12/ast.py:52: in parse
    return compile(source, filename, mode, flags,
E     File "/home/me/shop/test_syn.py", line 1
E       def f(:
E             ^
E   SyntaxError: invalid syntax
=========================== short test summary info ============================
"""


def test_a_fixture_that_is_not_found() -> None:
    first, second = counted(read(DIALECT, FIXTURE))
    assert (first.tool, first.exception, first.message) == ("pytest", None, "fixture 'db' not found")
    assert first.notes[0] == "available fixtures: cache, capfd, one, tmp_path"
    assert first.user_frame is not None
    assert (first.user_frame.path, first.user_frame.line) == ("/home/me/shop/test_fix.py", 4)
    assert first.user_frame.source == "def test_user(db, tmp_path):"
    assert (first.span.start, first.span.end) == (2, 9)
    assert second.message == "fixture 'nothere' not found"
    assert [(frame.line, frame.source) for frame in second.frames] == [
        (13, "def test_one(one):"),
        (8, "def one(nothere):"),
    ]
    assert second.user_frame == second.frames[-1]


def test_a_fixture_block_whose_header_is_cut_off() -> None:
    report = only(DIALECT, "\n".join([*FIXTURE.split("\n")[3:10], "other output", "and more"]))
    assert report.message == "fixture 'db' not found"
    assert (report.span.start, report.span.end) == (1, 7)


def test_failures_in_the_long_style() -> None:
    lookup, cause, last = counted(read(DIALECT, LONG))
    assert (lookup.tool, lookup.exception, lookup.message) == ("pytest", "KeyError", "'zz'")
    assert [(frame.line, frame.source) for frame in lookup.frames] == [(20, "helper(d)"), (24, 'return d["zz"]')]
    assert lookup.user_frame == lookup.frames[-1]
    assert (cause.exception, cause.user_frame and cause.user_frame.line) == ("KeyError", 38)
    assert cause.chain is not None
    assert (cause.chain.of, cause.chain.how) == (1, "cause")
    assert (last.exception, last.message, last.user_frame and last.user_frame.line) == ("RuntimeError", "bad", 40)
    assert last.chain is None


def test_failures_in_the_short_style() -> None:
    lookup, plain = read(DIALECT, SHORT)
    assert (lookup.exception, lookup.message) == ("KeyError", "'zz'")
    assert [(frame.name, frame.source) for frame in lookup.frames] == [
        ("test_k", "helper(d)"),
        ("helper", 'return d["zz"]'),
    ]
    assert (plain.exception, plain.message) == (
        "AssertionError",
        "sum is wrong\nassert 3 == 4\n +  where 3 = sum([1, 2])",
    )


def test_an_assertion_without_a_type() -> None:
    report = only(
        DIALECT,
        "____ test_a ____\n\n    def test_a():\n"
        ">       assert 1 == 2\nE       assert 1 == 2\n\ntest_a.py:3: AssertionError",
    )
    assert (report.exception, report.message, report.user_frame and report.user_frame.line) == (
        "AssertionError",
        "assert 1 == 2",
        3,
    )


def test_modules_that_cannot_be_collected() -> None:
    missing, syntax = read(DIALECT, COLLECTING)
    assert (missing.exception, missing.message) == ("ModuleNotFoundError", "No module named 'nosuchmod_zz'")
    assert missing.user_frame is not None
    assert (missing.user_frame.path, missing.user_frame.line) == ("test_coll.py", 1)
    assert (syntax.exception, syntax.message) == ("SyntaxError", "invalid syntax")
    assert syntax.user_frame is not None
    assert (syntax.user_frame.path, syntax.user_frame.line, syntax.user_frame.column) == (
        "/home/me/shop/test_syn.py",
        1,
        7,
    )
    assert syntax.user_frame.source == "def f(:"


def test_what_pytest_itself_says_of_a_module() -> None:
    report = only(
        DIALECT,
        """
        ________________________ ERROR collecting test_calc.py _________________________
        'slow' not found in `markers` configuration option
        =========================== short test summary info ============================
        """,
    )
    assert (report.exception, report.message) == (None, "'slow' not found in `markers` configuration option")
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("test_calc.py", None)


def test_failures_in_the_line_style() -> None:
    first, second = read(
        DIALECT,
        """
        =================================== FAILURES ===================================
        E   KeyError: 'zz'
        /home/me/shop/test_fix.py:24: KeyError: 'zz'
        E   ValueError: line one
            line two
        /home/me/shop/test_fix.py:33: ValueError: line one
        """,
    )
    assert (first.exception, first.user_frame and first.user_frame.line) == ("KeyError", 24)
    assert (second.message, second.user_frame and second.user_frame.line) == ("line one\nline two", 33)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ERROR: file or directory not found: nope.py", "file or directory not found: nope.py"),
        (
            "ERROR: usage: pytest [options] [file_or_dir] [file_or_dir] [...]\n"
            "pytest: error: unrecognized arguments: --covx\n  inifile: None",
            "unrecognized arguments: --covx",
        ),
        (
            "ERROR: not found: /home/me/test_a.py::test_nope\n(no match in any of [<Module test_a.py>])",
            "not found: /home/me/test_a.py::test_nope\n(no match in any of [<Module test_a.py>])",
        ),
    ],
)
def test_wrong_arguments(text: str, message: str) -> None:
    assert only(DIALECT, text).message == message


@pytest.mark.parametrize(
    "text",
    [
        "tests/test_load.py::test_no_file_is_an_os_error\ntests/test_load.py::test_a[ValueError]",
        "=== 5 passed, 1 skipped, 1 xfailed in 0.92s ===",
        "____ test_n ____\nTraceback (most recent call last):\n  File \"a.py\", line 1, in <module>\nKeyError: 'a'",
        "____ test_ok ____\n----------------------------- Captured stdout call -----------------------------\nE   x",
        "__init__.py\n__pycache__",
        "ERROR: failed to solve",
        "E   something",
        "E   a: b",
        "________ _____ ________\n  figlet",
        "____ Chapter one _______\n\nIt was dark.",
        "file a.txt, line of text",
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []


def test_lines_of_e_alone() -> None:
    report = only(DIALECT, "E   KeyError: 'x'\nE   more")
    assert (report.exception, report.message, report.span.end) == ("KeyError", "'x'\nmore", 2)
    assert only(DIALECT, "E   assert 1 == 2", selected=True).exception == "AssertionError"


def test_the_short_style_whose_header_is_cut_off() -> None:
    report = only(DIALECT, "\n".join(SHORT.strip().split("\n")[1:7]))
    assert (report.exception, report.user_frame and report.user_frame.line) == ("KeyError", 24)
    assert len(report.frames) == 2


def test_hostile_lines_take_no_time() -> None:
    for line in ("_" * 100_000, "___ " + "x _" * 50_000, "E   " + "a" * 100_000, "file " + ", line 1" * 30_000):
        read(DIALECT, f"{line}\n{line}")


def test_a_missing_fixture_copied_without_its_marks() -> None:
    """pytest 9's text as it is copied out of a quotation: `E` and `>` in front of the lines are gone."""
    text = """
file /home/me/shop/test_a.py, line 1
  def test_a(clinet):
        fixture 'clinet' not found
        available fixtures: cache, capfd, client
        use 'pytest --fixtures [testpath]' for help on them.
"""
    report = only(DIALECT, text)
    assert (report.message, report.notes[0]) == (
        "fixture 'clinet' not found",
        "available fixtures: cache, capfd, client",
    )
    assert report.user_frame is not None
    assert report.user_frame.line == 1


def test_the_progress_of_a_quiet_run_says_nothing() -> None:
    text = """
E                                                                        [100%]
==================================== ERRORS ====================================
___________________________ ERROR at setup of test_a ___________________________
file /home/me/shop/test_a.py, line 6
  def test_a(event_loop):
E       fixture 'event_loop' not found
>       available fixtures: cache, capfd

/home/me/shop/test_a.py:6
"""
    assert [report.message for report in read(DIALECT, text)] == ["fixture 'event_loop' not found"]


WRAPPED = """
__________________________________ test_read ___________________________________

>                   warnings.warn(pytest.PytestUnraisableExceptionWarning(msg))
E                   pytest.PytestUnraisableExceptionWarning: Exception ignored in: <_io.FileIO [closed]>
E
E                   Traceback (most recent call last):
E                     File "/home/dev/project/test_read.py", line 3, in test_read
E                       open("a.txt")
E                   ResourceWarning: unclosed file <_io.TextIOWrapper name='a.txt' mode='r' encoding='UTF-8'>

.venv/lib/python3.12/site-packages/_pytest/unraisableexception.py:85: PytestUnraisableExceptionWarning
=========================== short test summary info ============================
"""


def test_what_an_unraisable_exception_wraps_is_read_too() -> None:
    inner, outer = [one for block in read_text(WRAPPED) for one in block if not one.summary]
    assert (inner.exception, inner.chain and inner.chain.how) == ("ResourceWarning", "cause")
    assert inner.user_frame is not None
    assert (inner.user_frame.path, inner.user_frame.line) == ("/home/dev/project/test_read.py", 3)
    assert outer.exception == "pytest.PytestUnraisableExceptionWarning"

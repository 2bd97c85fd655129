"""Texts of pytest 9.0.1 and 7.4.4 (Python 3.12), pytest-xdist 3.8, pytest-timeout 2.4, pytest-cov 7."""

from __future__ import annotations

import pytest
from tracemend.reading.report import ErrorReport, Hints
from tracemend.reading.runners.pytest import DIALECT
from tracemend.reading.scanner import read_text

from .asking import only, read


def scanned(text: str, command: str | None = None) -> list[ErrorReport]:
    """The reports of a text through the cheap pass and all dialects."""
    return [report for block in read_text(text, Hints(command=command)) for report in block]


def place(report: ErrorReport) -> tuple[str, int | None] | None:
    """Where the report is shown."""
    return (report.user_frame.path, report.user_frame.line) if report.user_frame else None


CONFTEST = """
ImportError while loading conftest '/home/dev/more/conf/conftest.py'.
conftest.py:1: in <module>
    import nosuchplugin
E   ModuleNotFoundError: No module named 'nosuchplugin'
"""

INTERNAL = """
INTERNALERROR> Traceback (most recent call last):
INTERNALERROR>   File "/home/dev/venv/lib/python3.12/site-packages/_pytest/main.py", line 318, in wrap_session
INTERNALERROR>     session.exitstatus = doit(config, session) or 0
INTERNALERROR>                          ^^^^^^^^^^^^^^^^^^^^^
INTERNALERROR>   File "/home/dev/more/internal/conftest.py", line 2, in pytest_collection_modifyitems
INTERNALERROR>     items[0].nothing.here
INTERNALERROR>     ^^^^^^^^^^^^^^^^
INTERNALERROR> AttributeError: 'Function' object has no attribute 'nothing'

============================ no tests ran in 0.01s =============================
"""

CRASHED = """
[gw0] node down: Not properly terminated
F
replacing crashed worker gw0
F                                                                        [100%]
=================================== FAILURES ===================================
________________________________ test_crash.py _________________________________
[gw0] linux -- Python 3.12.1 /home/dev/venv/bin/python
worker 'gw0' crashed while running 'test_crash.py::test_crash'
__________________________________ test_other __________________________________
[gw1] linux -- Python 3.12.1 /home/dev/venv/bin/python

    def test_other():
>       assert 0
E       assert 0

test_crash.py:5: AssertionError
=========================== short test summary info ============================
"""

TIMEOUT = """
test_sub.py +++++++++++++++++++++++++++++++++++ Timeout ++++++++++++++++++++++++++++++++++++
~~~~~~~~~~~~~~~ Stack of Thread-1 (run_server) (140423462340288) ~~~~~~~~~~~~~~~
  File "/usr/lib/python3.12/threading.py", line 1030, in _bootstrap
    self._bootstrap_inner()
  File "/usr/lib/python3.12/threading.py", line 1073, in _bootstrap_inner
  File "/usr/lib/python3.12/socket.py", line 295, in accept
    fd, addr = self._accept()
~~~~~~~~~~~~~~~~~~~~ Stack of MainThread (140423500147584) ~~~~~~~~~~~~~~~~~~~~~
  File "/home/dev/venv/bin/pytest", line 8, in <module>
    sys.exit(console_main())
  File "/home/dev/more/a/test_sub.py", line 17, in test_slow
    time.sleep(3)
+++++++++++++++++++++++++++++++++++ Timeout ++++++++++++++++++++++++++++++++++++
"""

SUGAR = """
―――――――――――――――――――――――――――――――――― test_total ――――――――――――――――――――――――――――――――――

    def test_total():
>       assert cart.total([{"price": 1}, {"price": 2}]) == 4
E       AssertionError: assert 3 == 4
E        +  where 3 = <function total at 0x7fcb32b32fc0>([{'price': 1}, {'price': 2}])
E        +    where <function total at 0x7fcb32b32fc0> = cart.total

tests/test_cart.py:33: AssertionError


 tests/test_cart.py ⨯                                             20% ██        

―――――――――――――――――――――――――――――― test_total_message ――――――――――――――――――――――――――――――

    def test_total_message():
>       assert cart.total([]) == 1, "an empty cart costs one"
E       AssertionError: an empty cart costs one
E       assert 0 == 1
E        +  where 0 = <function total at 0x7fcb32b32fc0>([])
E        +    where <function total at 0x7fcb32b32fc0> = cart.total

tests/test_cart.py:37: AssertionError


"""  # noqa: W291


FILTER = """
ERROR: while parsing the following warning configuration:

  error::NoSuch

This error occurred:

Traceback (most recent call last):
  File "/home/dev/venv/lib/python3.12/site-packages/_pytest/config/__init__.py", line 2138, in _resolve_warning_category
    cat = getattr(m, klass)
          ^^^^^^^^^^^^^^^^^
AttributeError: module 'builtins' has no attribute 'NoSuch'
"""


def test_a_conftest_that_cannot_be_imported() -> None:
    report = only(DIALECT, CONFTEST)
    assert (report.exception, report.message) == ("ModuleNotFoundError", "No module named 'nosuchplugin'")
    assert place(report) == ("conftest.py", 1)
    assert (report.span.start, report.span.end) == (1, 4)
    assert scanned(CONFTEST)[-1].message == report.message


def test_an_internal_error() -> None:
    report = only(DIALECT, INTERNAL)
    assert (report.tool, report.exception) == ("pytest", "AttributeError")
    assert report.message == "'Function' object has no attribute 'nothing'"
    assert place(report) == ("/home/dev/more/internal/conftest.py", 2)
    assert (report.span.start, report.span.end) == (1, 8)
    assert [one.exception for one in scanned(INTERNAL)] == ["AttributeError"]


def test_a_worker_that_crashed() -> None:
    crashed, other = scanned(CRASHED)
    assert crashed.message == "worker 'gw0' crashed while running 'test_crash.py::test_crash'"
    assert (place(crashed), crashed.python) == (("test_crash.py", None), "3.12")
    assert (other.exception, place(other), other.python) == ("AssertionError", ("test_crash.py", 5), "3.12")


def test_a_time_that_ran_out_in_a_thread() -> None:
    (report,) = scanned(TIMEOUT)
    assert (report.tool, report.message, place(report)) == ("pytest", "Timeout", ("/home/dev/more/a/test_sub.py", 17))
    assert report.user_frame is not None
    assert report.user_frame.source == "time.sleep(3)"


def test_pytest_sugar() -> None:
    first, second = scanned(SUGAR)
    assert (place(first), first.span.end) == (("tests/test_cart.py", 33), 10)
    assert place(second) == ("tests/test_cart.py", 37)


@pytest.mark.parametrize(
    ("text", "message", "where"),
    [
        (
            "ERROR: /home/dev/us/p2.ini:2: unexpected line: 'bad line here'",
            "unexpected line: 'bad line here'",
            ("/home/dev/us/p2.ini", 2),
        ),
        (
            "ERROR: /home/dev/us/pyproject.toml: Expected ']' at the end of a table declaration (at line 1, column 25)",
            "Expected ']' at the end of a table declaration (at line 1, column 25)",
            ("/home/dev/us/pyproject.toml", 1),
        ),
        ("ERROR: Missing required plugins: pytest-nosuch", "Missing required plugins: pytest-nosuch", None),
        ("ERROR: Unknown config option: nosuch", "Unknown config option: nosuch", None),
        (
            "ERROR: module or package not found: nosuch.pkg (missing __init__.py?)",
            "module or package not found: nosuch.pkg (missing __init__.py?)",
            None,
        ),
        (
            "ERROR: Wrong expression passed to '-k': a b: at column 3: expected end of input; got identifier",
            "Wrong expression passed to '-k': a b: at column 3: expected end of input; got identifier",
            None,
        ),
        (
            FILTER,
            "while parsing the following warning configuration: error::NoSuch\n"
            "AttributeError: module 'builtins' has no attribute 'NoSuch'",
            None,
        ),
        (
            "ERROR: Coverage failure: total of 0 is less than fail-under=90\n"
            "FAIL Required test coverage of 90% not reached. Total coverage: 0.00%",
            "Required test coverage of 90% not reached. Total coverage: 0.00%",
            None,
        ),
        ("!!!!!!!!!!!!!!!!!!!!!!! _pytest.outcomes.Exit: stop here !!!!!!!!!!!!!!!!!!!!!!!", "stop here", None),
    ],
)
def test_settings_arguments_and_exits(text: str, message: str, where: tuple[str, int] | None) -> None:
    report = only(DIALECT, text)
    assert (report.message, place(report)) == (message, where)
    assert [one.message for one in scanned(text)] == [message]


def test_what_a_test_says_without_a_place() -> None:
    failed, asynchronous = read(
        DIALECT,
        """
        ______________________________ test_fail_no_trace ______________________________
        plain reason
        __________________________________ test_async __________________________________
        async def functions are not natively supported.
        You need to install a suitable plugin for your async framework, for example:
          - anyio
        ________________________________ test_subtests _________________________________
        contains 1 failed subtest
        =========================== short test summary info ============================
        """,
    )
    assert (failed.exception, failed.message, failed.notes) == (None, "plain reason", ("test_fail_no_trace",))
    assert asynchronous.message.startswith("async def functions are not natively supported.\nYou need")


@pytest.mark.parametrize(
    "text",
    [
        "!!!!!!!!!!!!!!!!!!! Interrupted: 3 errors during collection !!!!!!!!!!!!!!!!!!!!",
        "!!!!!!!!!!!!!!!!!!!!!!!!!! stopping after 1 failures !!!!!!!!!!!!!!!!!!!!!!!!!!!",
        "============================== 2 failed in 1.42s ===============================",
        "[gw0] node down: Not properly terminated",
        "~~~ Stack of cards ~~~",
        "src/a.py:3: in summer",
        "ERROR: nothing of pytest's",
        "INTERNALERROR> ",
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []


def test_hostile_lines_take_no_time() -> None:
    lines = ("INTERNALERROR> " + "a" * 100_000, "~" * 100_000, "ERROR: " + "a.ini: " * 20_000, "=" * 100_000 + " a")
    for line in lines:
        read(DIALECT, f"{line}\n{line}")


def test_an_internal_error_without_its_traceback() -> None:
    (report,) = scanned(
        "INTERNALERROR> AssertionError: ('test_a.py::test_2', <WorkerController gw0>)\nINTERNALERROR> x\n"
    )
    assert (report.tool, report.exception) == ("pytest", "AssertionError")


def test_a_worker_that_went_down() -> None:
    text = "[gw5] node down: Not properly terminated"
    (report,) = [one for block in read_text(text, Hints(selected=True)) for one in block]
    assert (report.tool, report.message) == ("pytest", "[gw5] node down: Not properly terminated")

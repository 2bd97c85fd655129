from __future__ import annotations

import pytest
from tracemend.reading.tracebacks.warning import DIALECT

from .asking import only, read

NEVER_AWAITED = """
    /home/me/shop/nw.py:4: RuntimeWarning: coroutine 'fetch' was never awaited
      fetch()
    RuntimeWarning: Enable tracemalloc to get the object allocation traceback
    """


def test_never_awaited() -> None:
    report = only(DIALECT, NEVER_AWAITED)
    assert (report.tool, report.severity, report.exception) == ("python", "warning", "RuntimeWarning")
    assert report.message == "coroutine 'fetch' was never awaited"
    assert (report.span.start, report.span.end) == (1, 3)
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line, report.user_frame.source) == (
        "/home/me/shop/nw.py",
        4,
        "fetch()",
    )


@pytest.mark.parametrize("place", ["sys:1", "<sys>:0", "<string>:2"])
def test_never_awaited_without_a_file(place: str) -> None:
    report = only(DIALECT, f"{place}: RuntimeWarning: coroutine 'fetch' was never awaited")
    assert report.message == "coroutine 'fetch' was never awaited"
    assert report.user_frame is None


def test_where_tracemalloc_saw_the_allocation() -> None:
    report = only(
        DIALECT,
        """
        sys:1: RuntimeWarning: coroutine 'fetch' was never awaited
        Object allocated at (most recent call last):
          File "/usr/lib/python3.12/asyncio/events.py", lineno 84
            self._context.run(self._callback, *self._args)
          File "/home/me/shop/nw.py", lineno 4
            fetch()
        done
        """,
    )
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("/home/me/shop/nw.py", 4)
    assert report.user_frame.source == "fetch()"
    assert report.span.end == 6


def test_a_message_of_several_lines() -> None:
    report = only(
        DIALECT,
        """
        /home/me/w3.py:3: UserWarning: one
        two
        three
          warnings.warn("one\\ntwo\\nthree")
        """,
    )
    assert report.message == "one\ntwo\nthree"
    assert report.user_frame is not None
    assert report.user_frame.source == 'warnings.warn("one\\ntwo\\nthree")'


def test_one_after_the_other() -> None:
    reports = read(
        DIALECT,
        """
        /home/me/w3.py:7: SyntaxWarning: invalid escape sequence '\\d'
          p = re.compile("\\d")
        /home/me/w3.py:6: MyDeprecation: mine
          warnings.warn("mine", MyDeprecation)
        True
        """,
    )
    assert [(report.exception, report.span.end) for report in reports] == [("SyntaxWarning", 2), ("MyDeprecation", 4)]


def test_windows_paths_and_the_logging_module() -> None:
    assert only(DIALECT, r"C:\shop\app.py:9: UserWarning: odd").user_frame is not None
    assert only(DIALECT, "WARNING:py.warnings:/home/me/a.py:1: UserWarning: odd\n  f()").message == "odd"


def test_of_the_run_though_raised_in_a_package() -> None:
    report = only(
        DIALECT,
        "/opt/v/lib/python3.12/site-packages/numpy/lib/f.py:3: RuntimeWarning: Mean of empty slice\n  return f()",
    )
    assert report.user_frame is None


@pytest.mark.parametrize(
    "text",
    [
        "<string>:1: ResourceWarning: unclosed file <_io.TextIOWrapper name='a' mode='r' encoding='UTF-8'>",
        "<string>:1: UserWarning: x",
        ":0: UserWarning: The test results are likely unreliable.",
        "/opt/v/lib/python3.12/site-packages/old/x.py:3: DeprecationWarning: pkg_resources is deprecated\n  import pkg",
        "w.c:1:22: warning: unused variable",
        "/home/me/test_a.py:24: KeyError: 'zz'",
        "app.py:3: TODO: later",
        "2026-11-23 18:35:18 Warning: nothing",
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []


def test_silence_when_a_command_shows_text() -> None:
    assert read(DIALECT, NEVER_AWAITED, command="cat old.log") == []
    assert len(read(DIALECT, "<string>:1: UserWarning: x", selected=True)) == 1


def test_hostile_lines_take_no_time() -> None:
    for line in (":" * 200_000 + ".py: Warning: ", "a.py:1: " * 50_000 + "Warning: ", " " * 200_000 + "Warning: "):
        assert read(DIALECT, line) == []


def test_module_run_twice_is_warned_of_by_the_frozen_runpy() -> None:
    report = only(
        DIALECT,
        "<frozen runpy>:128: RuntimeWarning: 'shop.run' found in sys.modules after import of package 'shop', "
        "but prior to execution of 'shop.run'; this may result in unpredictable behaviour\n",
    )
    assert (report.tool, report.severity, report.exception) == ("python", "warning", "RuntimeWarning")

"""Crashes of the interpreter: what CPython 3.8.18, 3.11.7 and 3.13.0 printed on Linux, but where a text says
otherwise."""

from __future__ import annotations

import pytest
from tracemend.reading.report import Link, Span
from tracemend.reading.scanner import read_text
from tracemend.reading.tracebacks.fatal import DIALECT

from .asking import only, read

THREADS = """\
Fatal Python error: Segmentation fault

Thread 0x00007f751a8eb6c0 (most recent call first):
  File "/home/dev/.pyenv/versions/3.13.0/lib/python3.13/threading.py", line 992 in run
  File "/home/dev/.pyenv/versions/3.13.0/lib/python3.13/threading.py", line 1041 in _bootstrap_inner
  File "/home/dev/.pyenv/versions/3.13.0/lib/python3.13/threading.py", line 1012 in _bootstrap

Current thread 0x00007f751b48bb80 (most recent call first):
  File "/home/dev/.pyenv/versions/3.13.0/lib/python3.13/ctypes/__init__.py", line 538 in string_at
  File "/home/dev/shop/fh.py", line 5 in crash
  File "/home/dev/shop/fh.py", line 7 in outer
  File "/home/dev/shop/fh.py", line 11 in <module>
"""

MODULES = """\
Fatal Python error: Segmentation fault

Current thread 0x00007f97586a1b80 (most recent call first):
  File "/home/dev/.pyenv/versions/3.11.7/lib/python3.11/ctypes/__init__.py", line 519 in string_at
  File "/home/dev/shop/fh.py", line 5 in crash
  File "/home/dev/shop/fh.py", line 7 in outer
  File "/home/dev/shop/fh.py", line 23 in <module>

Extension modules: markupsafe._speedups (total: 1)
"""

TIMEOUT = """\
Timeout (0:00:00.300000)!
Thread 0x00007f64b646fb80 (most recent call first):
  File "/home/dev/shop/fh.py", line 17 in wait
  File "/home/dev/shop/fh.py", line 18 in <module>
"""

BOOM = """\
Fatal Python error: boom
Python runtime state: initialized

Current thread 0x00007fcee6658b80 (most recent call first):
  File "/home/dev/shop/fh.py", line 32 in <module>
"""

DUMP = """\
Current thread 0x00007feb873e6b80 (most recent call first):
  File "/home/dev/shop/fh.py", line 20 in <module>
on
"""

NO_ENCODINGS = """\
Fatal Python error: init_fs_encoding: failed to get the Python codec of the filesystem encoding
Python runtime state: core initialized
ModuleNotFoundError: No module named 'encodings'

Current thread 0x00007fa514b84b80 (most recent call first):
<no Python frame>
"""

SHADOWED = """\
Fatal Python error: init_sys_streams: can't initialize sys standard streams
Python runtime state: core initialized
Traceback (most recent call last):
  File "/home/dev/.pyenv/versions/3.8.18/lib/python3.8/io.py", line 72, in <module>
AttributeError: module 'abc' has no attribute 'ABCMeta'
"""

NAMED = """\
Fatal Python error: Segmentation fault

Thread 0x00007f6b8fff6700 [reader] (most recent call first):
  File "/home/dev/shop/reader.py", line 4 in run

Current thread 0x00007f6b9a7d1740 [python] (most recent call first):
  Garbage-collecting
  File "/home/dev/shop/app.py", line 9 in load
  File "/home/dev/shop/app.py", line 12 in <module>

Current thread's C stack trace (most recent call first):
  Binary file "/usr/bin/python3.14", at _Py_DumpStack+0x48 [0x5f5a60]
  <truncated rest of calls>
"""
"""Not printed by anything: 3.14 could not dump here, nor its source be read. It shows what the reader lets pass."""

WINDOWS = """\
Windows fatal exception: access violation

Current thread 0x00001f3c (most recent call first):
  File "C:\\shop\\app.py", line 9 in load
  File "C:\\shop\\app.py", line 12 in <module>
"""
"""The first line as `faulthandler_exc_handler` of `Modules/faulthandler.c` writes it; not run on Windows."""


def test_the_thread_that_crashed() -> None:
    """Frames are turned round, so that the innermost is the last as everywhere."""
    report = only(DIALECT, THREADS)
    assert (report.tool, report.exception, report.message) == ("python", None, "Fatal Python error: Segmentation fault")
    assert [(frame.line, frame.name) for frame in report.frames] == [
        (11, "<module>"),
        (7, "outer"),
        (5, "crash"),
        (538, "string_at"),
    ]
    assert (report.user_frame, report.python, report.span) == (report.frames[2], "3.13", Span(1, 12))


def test_extension_modules_belong_to_it() -> None:
    assert only(DIALECT, MODULES).span == Span(1, 9)


def test_a_time_that_ran_out() -> None:
    ((report,),) = read_text(TIMEOUT)
    assert report.message == "Timeout (0:00:00.300000)!"
    assert report.user_frame is not None
    assert report.user_frame.name == "wait"


def test_a_programs_own_words() -> None:
    report = only(DIALECT, BOOM)
    assert report.message == "Fatal Python error: boom"
    assert report.user_frame is not None
    assert report.user_frame.line == 32


def test_the_start_failed() -> None:
    """PYTHONHOME=/nonexistent, 3.8.18: what stopped it is the cause, though no frame is printed."""
    first, last = read(DIALECT, NO_ENCODINGS)
    assert (first.exception, first.message, first.chain) == (
        "ModuleNotFoundError",
        "No module named 'encodings'",
        Link(1, "cause"),
    )
    assert last.message.startswith("Fatal Python error: init_fs_encoding: failed to get the Python codec")
    assert last.span == Span(1, 6)


def test_a_file_that_hides_a_module_stops_the_start() -> None:
    """PYTHONPATH with an abc.py, 3.8.18."""
    first, last = read(DIALECT, SHADOWED)
    assert (first.exception, first.chain) == ("AttributeError", Link(1, "cause"))
    assert last.message == "Fatal Python error: init_sys_streams: can't initialize sys standard streams"


def test_names_of_threads_and_a_stack_of_c() -> None:
    report = only(DIALECT, NAMED)
    assert [(frame.line, frame.name) for frame in report.frames] == [(12, "<module>"), (9, "load")]
    assert report.span.end == 13


def test_windows() -> None:
    ((report,),) = read_text(WINDOWS)
    assert report.message == "Windows fatal exception: access violation"
    assert report.user_frame == report.frames[-1]


def test_after_a_programs_output() -> None:
    ((report,),) = read_text("tests/test_shop.py ..." + THREADS)
    assert report.message == "Fatal Python error: Segmentation fault"


def test_the_line_alone() -> None:
    assert only(DIALECT, "Fatal Python error: (pygame parachute) Segmentation Fault").frames == ()


@pytest.mark.parametrize(
    "text",
    [
        DUMP,
        "INFO: a Fatal Python error: Segmentation fault means a bug in C code\n",
        "Timeout (0:00:05)!\nall done\n",
        "Waiting: Timeout (5 s)\n",
    ],
)
def test_no_report(text: str) -> None:
    assert read_text(text) == []


def test_shown_or_survived() -> None:
    assert read(DIALECT, THREADS, command="grep -r Fatal .") == []
    assert read(DIALECT, "Fatal Python error: boom", exit_code=0) == []

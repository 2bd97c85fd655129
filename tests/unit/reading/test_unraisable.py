"""Ignored exceptions as Python 2 prints them, in one line: threads gvalkov/python-evdev#19, llvmpy/llvmpy#14,
arachnys/cabot#42 and googlearchive/PyDrive#52."""

from __future__ import annotations

import pytest
from tracemend.reading.scanner import read_text
from tracemend.reading.tracebacks.traceback import DIALECT

from .asking import only, read


@pytest.mark.parametrize(
    ("line", "exception", "message"),
    [
        (
            "Exception OSError: (19, 'No such device') in <bound method InputDevice.__del__ of "
            "InputDevice(u'/dev/input/event3')> ignored",
            "OSError",
            "[Errno 19] No such device",
        ),
        (
            "Exception OSError: OSError(9, 'Bad file descriptor') in <bound method InputDevice.__del__ of "
            "InputDevice('/dev/input/event3')> ignored",
            "OSError",
            "[Errno 9] Bad file descriptor",
        ),
        (
            "Exception TypeError: \"'NoneType' object is not callable\" in <bound method ExecutionEngine.__del__ of "
            "<llvm.ee.ExecutionEngine object at 0x7fd912e3be10>> ignored",
            "TypeError",
            "'NoneType' object is not callable",
        ),
        (
            "Exception AttributeError: AttributeError(\"'_DummyThread' object has no attribute '_Thread__block'\",)\n"
            "in <module 'threading' from '/usr/lib/python2.7/threading.pyc'> ignored",
            "AttributeError",
            "'_DummyThread' object has no attribute '_Thread__block'",
        ),
    ],
)
def test_python_2(line: str, exception: str, message: str) -> None:
    report = only(DIALECT, line)
    assert (report.exception, report.message) == (exception, message)
    assert [one.exception for block in read_text(line + "\n") for one in block] == [exception]


@pytest.mark.parametrize(
    "line",
    [
        "Exception handling: what is raised in <b>__del__</b> is ignored",
        "Exception handling: see chapter 4 in <docs>, the rest may be ignored",
        "Exception ignored: nothing follows",
    ],
)
def test_sentences_are_none(line: str) -> None:
    assert read(DIALECT, line) == []
    assert read_text(line + "\n") == []


def test_a_task_that_was_destroyed() -> None:
    """Python 3.10 to 3.13: where the task waits, or where its coroutine function stands if it has not begun."""
    for where, number in (("done, defined", 4), ("running", 5)):
        text = (
            "Task was destroyed but it is pending!\n"
            f"task: <Task pending name='Task-1' coro=<work() {where} at /home/dev/project/td.py:{number}> "
            "wait_for=<Future pending cb=[Task.task_wakeup()]>>\n"
        )
        (report,) = [report for block in read_text(text) for report in block]
        assert (report.tool, report.severity, report.survived) == ("python", "warning", True)
        assert report.user_frame is not None
        assert (report.user_frame.path, report.user_frame.line) == ("/home/dev/project/td.py", number)
    assert read(DIALECT, "Task was destroyed but it is pending!\nThis is what asyncio says.\n") == []


def test_a_session_that_was_never_closed() -> None:
    """aiohttp tells of the session and of its connections."""
    text = (
        "Unclosed client session\nclient_session: <aiohttp.client.ClientSession object at 0x7f533b2d1310>\n"
        "Unclosed connector\nconnections: ['deque([(<aiohttp.client_proto.ResponseHandler object>, 73268.08)])']\n"
        "connector: <aiohttp.connector.TCPConnector object at 0x7f533b2e8810>\n"
        "Done.\n"
    )
    (report,) = [report for block in read_text(text) for report in block]
    assert (report.severity, report.message, report.survived) == ("warning", "Unclosed client session", True)
    assert (report.span.start, report.span.end) == (1, 5)
    assert read(DIALECT, "Unclosed client session\nThis is what aiohttp says.\n") == []
    assert read(DIALECT, "Unclosed captions are marked.\nnote: see below\n") == []

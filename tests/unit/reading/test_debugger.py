"""What VS Code's debugger shows of an exception; the forms of threads YouTube-Viewer#123 and microsoft/debugpy#939."""

from __future__ import annotations

import pytest
from tracemend.reading.scanner import read_text
from tracemend.reading.tracebacks.debugger import DIALECT

from .asking import only, read

TEXT = """\
Exception has occurred: JSONDecodeError{note}
Expecting value: line 1 column 1 (char 0)
  File "/home/dev/project/app.py", line 5, in load
    return json.loads(text)
  File "/home/dev/project/app.py", line 9, in <module>
    load("")
{again}"""
AGAIN = "json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)\n"


@pytest.mark.parametrize("note", ["", "       (note: full exception trace is shown but execution is paused at: load)"])
@pytest.mark.parametrize("again", ["", AGAIN.partition("decoder.")[2]])
def test_class_message_and_frames(note: str, again: str) -> None:
    text = TEXT.format(note=note, again=again)
    report = only(DIALECT, text.rstrip())
    assert (report.exception, report.message) == ("JSONDecodeError", "Expecting value: line 1 column 1 (char 0)")
    assert [frame.line for frame in report.frames] == [9, 5]
    assert report.user_frame is not None
    assert report.user_frame.source == "return json.loads(text)"
    assert read_text(text) == [(report,)]


def test_no_message() -> None:
    text = 'Exception has occurred: KeyboardInterrupt\n\n  File "/a/b.py", line 3, in <module>\n    f()'
    report = only(DIALECT, text)
    assert (report.exception, report.message) == ("KeyboardInterrupt", "")


@pytest.mark.parametrize("text", ["Exception has occurred: it is late", "Exception has occurred: ValueError\n"])
def test_others(text: str) -> None:
    assert read(DIALECT, text) == []

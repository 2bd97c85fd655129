"""What VS Code's debugger shows where a program stops at an exception: its class, the message, then the frames.

    Exception has occurred: ModuleNotFoundError
    No module named 'bs4'
      File "/home/dev/project/app.py", line 5, in <module>
        from bs4 import BeautifulSoup
    ModuleNotFoundError: No module named 'bs4'

Source: VS Code's exception widget (`Exception has occurred: {0}`) and the answer `exceptionInfo` of debugpy, which
names the class without its module and lists the innermost frame first; later versions end with the exception's own
line. Threads YouTube-Viewer#123 and microsoft/debugpy#939.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.cursor import Cursor, OutOfLines
from tracemend.reading.report import MORE, Block, ErrorReport, Hints, NeedMore, Span
from tracemend.reading.tracebacks.exception_line import read_exception
from tracemend.reading.tracebacks.frames import python_version, user_frame
from tracemend.reading.tracebacks.stack import FRAME, read_frames

_HEADING = lazy.regex(
    r"\s{0,8}Exception has occurred: (?P<type>[^\W\d][\w.]{0,150})(?: {1,20}\(note: .{1,200}\)| {1,4}×)?\s*$"
)
_MESSAGE_LINES = 40


class _Debugger:
    """Reads the heading, the message and the frames."""

    name = "debugger"

    opens = staticmethod(openings.debugger)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        found = _HEADING.match(lines[at])
        if not found:
            return None
        try:
            return _read(Cursor(lines, at + 1, final), found["type"])
        except OutOfLines:
            return MORE


def _read(cursor: Cursor, name: str) -> Block | None:
    begin = cursor.at - 1
    message: list[str] = []
    while (line := cursor.peek()) is not None and not FRAME.match(line):
        if len(message) == _MESSAGE_LINES or (not line.strip() and message and not _goes_on(cursor)):
            break
        message.append(line.rstrip())
        cursor.skip()
    frames = read_frames(cursor, headed=True) or []
    if not frames and not any(message):
        return None
    if len(frames) > 1 and frames[-1].name == "<module>" and frames[0].name != "<module>":
        frames = frames[::-1]
    following = cursor.peek() if frames else None
    if following is not None and following.startswith(f"{name}:"):
        read_exception(cursor, True, False, True)
    text = "\n".join(message).strip("\n")
    report = ErrorReport(
        tool="python",
        severity="error",
        exception=name,
        message=text,
        span=Span(begin + 1, cursor.at),
        frames=tuple(frames),
        user_frame=user_frame(frames),
        python=python_version(frames),
    )
    return Block((report,), cursor.at)


def _goes_on(cursor: Cursor) -> bool:
    """Whether a blank line in the message is followed by a frame or an indented line."""
    following = cursor.peek(1)
    return following is not None and following[:1] in (" ", "\t")


DIALECT = _Debugger()

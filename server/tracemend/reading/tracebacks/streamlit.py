"""What Streamlit shows in the browser of an exception, and people copy from there: the exception stands first.

    ModuleNotFoundError: No module named 'bs4'
    Traceback:
    File "/app/streamlit_app.py", line 568, in <module>
        from bs4 import BeautifulSoup

Source: frontend's `ExceptionElement` (type, message, then `Traceback:` with the frames, whose first indentation the
page takes away); threads dalle_flow_streamlit#15 and hermione#49. In the terminal an ordinary traceback is printed.
The raw view of Sentry and the view of a log in Airflow 3 have no heading: read where a person chose it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.cursor import Cursor, OutOfLines
from tracemend.reading.report import MORE, Block, ErrorReport, Hints, NeedMore, Span
from tracemend.reading.tracebacks.exception_line import named
from tracemend.reading.tracebacks.frames import python_version, user_frame
from tracemend.reading.tracebacks.stack import read_frames

_HEADING = "Traceback:"
_FRAME = lazy.regex(r'\s{0,8}File "[^"]{1,1000}", line \d{1,9},? in ')
_MESSAGE_LINES = 6


class _Streamlit:
    """Reads the exception and its frames."""

    name = "streamlit"

    opens = staticmethod(openings.streamlit)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        first = named(lines[at], headed=False)
        if first is None:
            return None
        try:
            return _read(Cursor(lines, at + 1, final), *first, hints.selected)
        except OutOfLines:
            return MORE


def _read(cursor: Cursor, name: str, first: str, bare: bool) -> Block | None:
    begin = cursor.at - 1
    message = [first]
    while (line := cursor.peek()) is not None and line.rstrip() != _HEADING:
        if bare and _FRAME.match(line):
            break
        if len(message) == _MESSAGE_LINES or not line.strip() or named(line, headed=False):
            return None
        message.append(line.rstrip())
        cursor.skip()
    if line is None:
        return None
    headed = line.rstrip() == _HEADING
    cursor.skip(headed)
    frames = read_frames(cursor, headed=True)
    if not frames or (not headed and named(cursor.peek() or "", headed=False)):
        return None  # of two tracebacks the end and the rest
    report = ErrorReport(
        tool="python",
        severity="error",
        exception=name,
        message="\n".join(message),
        span=Span(begin + 1, cursor.at),
        frames=tuple(frames),
        user_frame=user_frame(frames),
        python=python_version(frames),
    )
    return Block((report,), cursor.at)


DIALECT = _Streamlit()

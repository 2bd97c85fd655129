"""Errors that a program survives: in threads, callbacks, `__del__`, at exit, while a record is logged.

Wording: `PyErr_WriteUnraisable` ("Exception ignored in: ...", since 3.14 "Exception ignored while ..."),
`threading.excepthook`, asyncio's default exception handler, `atexit`, tkinter. Python 2.7 and 3.0 to 3.3 print an
ignored exception on one line (`PyErr_WriteUnraisable`, their Python/errors.c), its value as repr() gives it:

    Exception TypeError: "'NoneType' object is not callable" in <bound method Engine.__del__ of <Engine object>> ignored
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace

from tracemend import lazy
from tracemend.reading.cursor import Cursor
from tracemend.reading.report import Block, ErrorReport, Frame, Span
from tracemend.reading.tracebacks.chain import HEADER, Printed, read_chain, reports
from tracemend.reading.tracebacks.frames import user_frame
from tracemend.reading.tracebacks.stack import read_frames

_ANNOUNCED = (
    "Exception ignored ",
    "Exception in ",
    "Unhandled exception in ",
    "Task exception was never retrieved",
    "Future exception was never retrieved",
    "unhandled exception during asyncio.run() shutdown",
    "Task was destroyed but it is pending!",
    "Error in atexit._run_exitfuncs:",
    "Unclosed c",
    "Unclosed response",
)
_DETAIL = lazy.regex(r"[a-z_]{1,40}: ")
"""asyncio's handler prints its context below the message: `future: <Task ...>`, `handle: <Handle ...>`."""
_MAX_DETAILS = 8
_NEVER_RETRIEVED = " exception was never retrieved"
_FUTURE = lazy.regex(
    r"^ {1,3}future: <.{1,2000} exception=(?P<type>[^\W\d][\w.]{0,200})(?P<arguments>\(.{0,2000}\))>"
    r"(?: created at .{1,300})?$"
)
_DESTROYED = "Task was destroyed but it is pending!"
_DEFINED = lazy.regex(r"task: <Task .{1,400}? (?:running|defined) at (?P<path>[^<>\n]{1,400}?):(?P<line>\d{1,9})>")
"""The place that a task waits at, or, where it has not begun, the one of its coroutine function."""
_UNCLOSED = lazy.regex(r"Unclosed (?:client session|connector|connection|response)\s*$")
"""What aiohttp hands to asyncio's handler when such an object goes away open (its `__del__` methods)."""
_IGNORED = lazy.regex(
    r"Exception (?P<type>[^\W\d][\w.]{0,200})(?:: (?P<value>.{1,2000}))? in (?P<where><.{1,1000}>) ignored\s*$"
)
_ARGUMENTS = lazy.regex(r"[^\W\d]\w{0,200}(?P<tuple>\(.{0,2000}\))$")
CALL_STACK = "Call stack:"
_LOGGING = "--- Logging error ---"
_BEGINNINGS = (("threading.py", "_bootstrap_inner"), ("process.py", "_bootstrap"))
"""Where the code of a thread, of a child process begins. The lines that announce their errors may stand elsewhere, as
several threads write at a time."""


def announces(line: str) -> bool:
    """Whether the line says that an exception follows which nobody caught."""
    return line.startswith(_ANNOUNCED)


def is_survived(above: str, frames: Sequence[Frame]) -> bool:
    """Whether a traceback with these frames, below that line, ended a thread, a child process or the writing of a
    record alone."""
    first = frames[0] if frames else None
    begins = first is not None and any(
        first.name == function and first.path.endswith(name) for name, function in _BEGINNINGS
    )
    return begins or above.rstrip() == _LOGGING


def read_announced(lines: Sequence[str], at: int, final: bool) -> Block | None:
    """Read the announcement in `lines[at]` and the report below it; None where none follows.

    Raises `OutOfLines` where the lines end before that is known.
    """
    cursor = Cursor(lines, at + 1, final)
    if lines[at].startswith(_DESTROYED):
        return _destroyed(cursor, at)
    if _UNCLOSED.match(lines[at]):
        return _unclosed(cursor, at)
    for _ in range(_MAX_DETAILS):
        line = cursor.peek()
        if line is None or not _DETAIL.match(line) or HEADER in line:
            break
        cursor.skip()
    line = cursor.peek()
    if line is None or not (line.endswith(HEADER) or lines[at].startswith("Exception ignored ")):
        return _of_future(cursor, at) if lines[at].rstrip().endswith(_NEVER_RETRIEVED) else None
    chain = read_chain(cursor, goes_on=True)
    if chain is None:
        return None
    chain[0].start = at
    return Block(tuple(replace(report, survived=True) for report in reports(chain)), cursor.at)


def _destroyed(cursor: Cursor, at: int) -> Block | None:
    """A task that was thrown away before it came to its end: asyncio only says so, and shows the task below.

    Raises `OutOfLines` where the lines end before that is known.
    """
    line = cursor.peek()
    if line is None or not line.startswith("task: <"):
        return None
    found = _DEFINED.match(line)
    cursor.skip()
    frames = (Frame(found["path"], int(found["line"])),) if found else ()
    span = Span(at + 1, cursor.at)
    report = ErrorReport("python", "warning", None, _DESTROYED, span, frames, user_frame(frames), survived=True)
    return Block((report,), cursor.at)


def _unclosed(cursor: Cursor, at: int) -> Block | None:
    """A session of aiohttp that was never closed, and its connections, which are told of one after the other.

    Raises `OutOfLines` where the lines end before that is known.
    """
    line = cursor.peek()
    if line is None or not _DETAIL.match(line):
        return None
    while line is not None and (_DETAIL.match(line) or _UNCLOSED.match(line)):
        cursor.skip()
        line = cursor.peek()
    span = Span(at + 1, cursor.at)
    return Block((ErrorReport("python", "warning", None, cursor.lines[at].strip(), span, survived=True),), cursor.at)


def _of_future(cursor: Cursor, at: int) -> Block | None:
    """The exception of a task or future of which the first lines were copied, without the traceback below them.

    Raises `OutOfLines` where the lines end before that is known.
    """
    cursor.at = at + 1
    shown = ""
    for _ in range(_MAX_DETAILS):
        line = cursor.peek()
        if line is None:
            break
        cursor.skip()
        shown += " " + line.strip()
        found = _FUTURE.search(shown)
        if found:
            message = _value(f"{found['type'].rpartition('.')[2]}{found['arguments']}")
            report = ErrorReport("python", "error", found["type"], message, Span(at + 1, cursor.at), survived=True)
            return Block((report,), cursor.at)
    return None


def read_ignored(lines: Sequence[str], at: int, final: bool) -> Block | None:
    """Read an ignored exception as Python 2 prints it, which a narrow terminal may have cut in two; None where none is.

    Raises `OutOfLines` where the lines end before that is known.
    """
    line = lines[at]
    if not line.startswith("Exception ") or line.startswith(("Exception ignored ", "Exception in ")):
        return None
    end = at + 1
    found = _IGNORED.match(line)
    if found is None and ": " in line[:220]:
        following = Cursor(lines, end, final).peek()
        if following is not None and following.rstrip().endswith(" ignored"):
            found, end = _IGNORED.match(f"{line.rstrip()} {following}"), end + 1
    if found is None:
        return None
    value = _value(found["value"] or "")
    report = ErrorReport("python", "error", found["type"], value, Span(at + 1, end), survived=True)
    return Block((report,), end)


def _value(shown: str) -> str:
    """The message of an exception of which repr() was printed: of it, of its arguments or of its text."""
    arguments = _ARGUMENTS.match(shown)
    if arguments:
        shown = arguments["tuple"]
    try:
        value = ast.literal_eval(shown)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return shown[1:-1] if arguments else shown
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], int):
        return f"[Errno {value[0]}] {value[1]}"
    return str(value[0]) if isinstance(value, tuple) and value else str(value)


def read_call_stack(cursor: Cursor, printed: Printed) -> None:
    """Read what `logging.Handler.handleError` prints below a traceback, and put its frames before the traceback's.

    The traceback begins inside the logging package; who called it stands under "Call stack:" only.
    """
    line = cursor.peek()
    if line is None or line.rstrip() != CALL_STACK:
        return
    cursor.skip()
    printed.frames[:0] = read_frames(cursor, headed=False)
    for start in ("Message: ", "Arguments: "):
        line = cursor.peek()
        if line is not None and line.startswith(start):
            cursor.skip()
    printed.end = cursor.at

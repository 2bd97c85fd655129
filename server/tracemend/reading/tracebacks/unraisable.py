"""Errors that a program survives: in threads, callbacks, `__del__`, at exit, while a record is logged.

Wording: `PyErr_WriteUnraisable` ("Exception ignored in: ...", since 3.14 "Exception ignored while ..."),
`threading.excepthook`, asyncio's default exception handler, `atexit`, tkinter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend.reading.cursor import Cursor
from tracemend.reading.report import Block
from tracemend.reading.tracebacks.chain import HEADER, Printed, read_chain, reports
from tracemend.reading.tracebacks.stack import read_frames

_ANNOUNCED = (
    "Exception ignored ",
    "Exception in ",
    "Unhandled exception in ",
    "Task exception was never retrieved",
    "Future exception was never retrieved",
    "unhandled exception during asyncio.run() shutdown",
    "Error in atexit._run_exitfuncs:",
)
_DETAIL = re.compile(r"[a-z_]{1,40}: ")
"""asyncio's handler prints its context below the message: `future: <Task ...>`, `handle: <Handle ...>`."""
_MAX_DETAILS = 8
CALL_STACK = "Call stack:"


def announces(line: str) -> bool:
    """Whether the line says that an exception follows which nobody caught."""
    return line.startswith(_ANNOUNCED)


def read_announced(lines: Sequence[str], at: int, final: bool) -> Block | None:
    """Read the announcement in `lines[at]` and the report below it; None where none follows.

    Raises `OutOfLines` where the lines end before that is known.
    """
    cursor = Cursor(lines, at + 1, final)
    for _ in range(_MAX_DETAILS):
        line = cursor.peek()
        if line is None or not _DETAIL.match(line) or HEADER in line:
            break
        cursor.skip()
    line = cursor.peek()
    if line is None or not (line.endswith(HEADER) or lines[at].startswith("Exception ignored ")):
        return None
    chain = read_chain(cursor, goes_on=True)
    if chain is None:
        return None
    chain[0].start = at
    return Block(tuple(reports(chain)), cursor.at)


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

"""What AWS Lambda's runtime for Python makes of an exception: a record in the log, and an object as the answer.

    [ERROR] KeyError: 'items'                                   {
    Traceback (most recent call last):                            "errorMessage": "'items'",
      File "/var/task/app.py", line 9, in handler                 "errorType": "KeyError",
        return total(event)                                       "stackTrace": ["  File \\"/var/task/app.py\\", ...
                                                                }

The exception stands above the frames, which are indented by no-break spaces; of a module that could not be imported
there are none. Source: `log_error` and `make_error` of awslambdaric/bootstrap.py (4.2), which older runtimes' messages
agree with. An object with a `trace` is the runtime's for Node.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.cursor import Cursor, OutOfLines
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, Hints, NeedMore, Span
from tracemend.reading.surroundings import is_exception_name, showing_program
from tracemend.reading.tracebacks.chain import HEADER
from tracemend.reading.tracebacks.exception_line import named
from tracemend.reading.tracebacks.frames import python_version, user_frame
from tracemend.reading.tracebacks.stack import frame_of, read_frames

_RECORD = lazy.regex(r"\[ERROR\] (?P<type>[^\W\d][\w.]{0,200})(?:: (?P<message>.{0,4000}))?$")
_KEYS = ('"errorMessage"', '"errorType"', '"requestId"', '"stackTrace"', '"timestamp"', '"level"')
_MESSAGE_LINES = 40
_FRAME_LINES = 400
_OBJECT_LINES = 400
_MAX_CHARACTERS = 512 * 1024
_NO_BREAK = "\u00a0"


class _AwsLambda:
    """Reads one exception that the runtime reports."""

    name = "aws_lambda"

    opens = staticmethod(openings.aws_lambda)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        if not hints.selected and showing_program(hints.command):
            return None
        try:
            record = _RECORD.match(lines[at])
            return _record(lines, at, final, record) if record else _object(lines, at, final)
        except OutOfLines:
            return MORE


def _record(lines: Sequence[str], at: int, final: bool, record: re.Match[str]) -> Block | None:
    """The type and the message, then the header, then the frames; None where an ordinary traceback follows."""
    name, message = record["type"], [record["message"] or ""]
    cursor = Cursor(lines, at + 1, final)
    while (line := cursor.peek()) is not None and line.rstrip().rstrip(":") != HEADER[:-1]:
        if len(message) > _MESSAGE_LINES or line.startswith("["):
            return None
        message.append(line)
        cursor.skip()
    if line is None:
        return None
    cursor.skip()
    begin = cursor.at
    while cursor.at < begin + _FRAME_LINES and (cursor.peek() or "").startswith((_NO_BREAK, "  ")):
        cursor.skip()
    frames = read_frames(Cursor([one.replace(_NO_BREAK, " ") for one in lines[begin : cursor.at]], 0, True), True)
    if not (frames or name.startswith("Runtime.")) or named(cursor.peek() or "", headed=False):
        return None
    return _block(name, "\n".join(message).rstrip(), frames, at, cursor.at)


def _object(lines: Sequence[str], at: int, final: bool) -> Block | None:
    """An object on one line, behind whatever a log puts in front, or over several lines."""
    line = lines[at]
    begin = line.find("{")
    if begin < 0 or len(line) > _MAX_CHARACTERS:
        return None
    if line.strip() != "{":
        return _answer(line[begin:], at, at + 1) if '"errorType"' in line else None
    cursor = Cursor(lines, at + 1, final)
    text = ["{"]
    begun = False
    while (row := cursor.peek()) is not None and len(text) < _OBJECT_LINES:
        if row.strip() and not begun:
            begun = True
            if not row.lstrip().startswith(_KEYS):
                return None
        cursor.skip()
        if row.rstrip() == line[:begin] + "}":
            return _answer("\n".join([*text, "}"]), at, cursor.at)
        text.append(row)
    return None


def _answer(text: str, at: int, end: int) -> Block | None:
    try:
        value: Any = json.loads(text) if len(text) <= _MAX_CHARACTERS else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or "trace" in value:
        return None
    name, message, stack = value.get("errorType"), value.get("errorMessage"), value.get("stackTrace", [])
    if not isinstance(name, str) or not isinstance(message, str) or not isinstance(stack, list):
        return None
    frames = [frame for one in stack[:_FRAME_LINES] if (frame := _frame(one)) is not None]
    if not frames and not (not stack and (name.startswith("Runtime.") or is_exception_name(name))):
        return None
    return _block(name, message, frames, at, end)


def _frame(value: Any) -> Frame | None:
    """A frame as the runtime lists it: as a traceback prints it, before Python 3.7 as `[path, line, name, source]`."""
    if isinstance(value, str):
        rows = value.split("\n")
        frame = frame_of(rows[0], False)
        source = rows[1].strip() if len(rows) > 1 else ""
        return Frame(frame.path, frame.line, frame.name, source=source or None) if frame else None
    if isinstance(value, list) and len(value) == 4 and isinstance(value[0], str) and isinstance(value[1], int):
        return Frame(value[0], value[1], str(value[2]), source=str(value[3]).strip() or None)
    return None


def _block(name: str, message: str, frames: list[Frame], at: int, end: int) -> Block:
    report = ErrorReport(
        tool="python",
        severity="error",
        exception=name,
        message=message,
        span=Span(at + 1, end),
        frames=tuple(frames),
        user_frame=user_frame(frames),
        python=python_version(frames),
    )
    return Block((report,), end)


DIALECT = _AwsLambda()

"""What the interpreter says when it cannot go on: `Fatal Python error`, faulthandler's dumps, a time that ran out.

    Fatal Python error: Segmentation fault

    Current thread 0x00007f432ccb8b80 (most recent call first):
      File "/home/dev/shop/app.py", line 5 in crash
      File "/home/dev/shop/app.py", line 8 in <module>

    Extension modules: numpy.core._multiarray_umath (total: 1)

The format is that of CPython's `fatal_error` (`Python/pylifecycle.c`), `faulthandler_fatal_error`,
`faulthandler_exc_handler` ("Windows fatal exception: ") and `faulthandler_thread` ("Timeout (0:00:05)!") of
`Modules/faulthandler.c`, and `dump_traceback`, `_Py_DumpTracebackThreads` of `Python/traceback.c`: a stack for each
thread, innermost frame first; since 3.14 with threads' names and a stack of C functions. An exception that stopped the
interpreter's start stands between the first line and the dump. The message is the whole first line, whose beginning
says whose it is. It may follow on a program's own output, because it is written past `sys.stderr`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.cursor import Cursor, OutOfLines
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, Hints, Link, NeedMore, Span
from tracemend.reading.surroundings import showing_program
from tracemend.reading.tracebacks.chain import read_chain, reports
from tracemend.reading.tracebacks.frames import python_version, user_frame

_FIRST = lazy.regex(
    r"(?P<message>Fatal Python error: \S.{0,2000}|Windows fatal exception: \S.{0,200}"
    r"|Timeout \(\d{1,6}:\d\d:\d\d(?:\.\d{1,6})?\)!)$"
)
_STACK = lazy.regex(
    r"(?:(?P<current>Current thread|Stack)|Thread)(?:'s C stack trace)?(?: 0x[\da-f]{1,16})?(?: \[.{0,100}\])? "
    r"\(most recent call first\):\s*$"
)
_FRAME = lazy.regex(r'  File "(?P<path>[^"]{1,2000})", line (?P<line>\d{1,9}|\?\?\?) in (?P<name>.*)$')
_IN_STACK = lazy.regex(
    r"  (?:Binary file |\.\.\.$|Garbage-collecting$|<|File )|<(?:no Python frame|no Python|truncated|timeout)"
)
_STATE = "Python runtime state: "
_MODULES = "Extension modules: "
_BARE_EXCEPTION = lazy.regex(r"[A-Z]\w{0,80}(?:Error|Exception): ")
_MAX_THREADS = 400
_MAX_FRAMES = 2_000


class _Fatal:
    """Reads the first line and the dump below it as one report, on the innermost frame of the user's that ran."""

    name = "fatal"

    opens = staticmethod(openings.fatal)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        found = _FIRST.search(lines[at].rstrip()[-4000:])
        if not found or (not hints.selected and showing_program(hints.command)):
            return None
        message = found["message"]
        try:
            return _read(Cursor(lines, at + 1, final), message, lines[at].startswith(message), hints)
        except OutOfLines:
            return MORE


def _read(cursor: Cursor, message: str, alone: bool, hints: Hints) -> Block | None:
    """Read on below the first line; `alone`: nothing stands in front of the message."""
    first = cursor.at - 1
    dumped = False
    line = cursor.peek() or ""
    if line.startswith(_STATE):
        cursor.skip()
        dumped = True
    before = _stopping(cursor)
    frames, stacks = _stacks(cursor)
    dumped = dumped or stacks
    timeout = message.startswith("Timeout")
    if not dumped and (timeout or not alone or (hints.exit_code == 0 and not hints.selected)):
        return None
    shown = user_frame(frames) or next((one.user_frame for one in reversed(before) if one.user_frame), None)
    report = ErrorReport(
        tool="python",
        severity="error",
        exception=None,
        message=message,
        span=Span(first + 1, cursor.at),
        frames=tuple(frames),
        user_frame=shown,
        python=python_version([*frames, *(frame for one in before for frame in one.frames)]),
    )
    if before:
        before[-1] = replace(before[-1], chain=Link(len(before), "cause"))
    return Block((*before, report), cursor.at)


def _stopping(cursor: Cursor) -> list[ErrorReport]:
    """The exception that stopped the interpreter's start, if one is printed here."""
    line = cursor.peek() or ""
    if not (line.startswith("Traceback (most recent call last):") or _BARE_EXCEPTION.match(line)):
        return []
    chain = read_chain(cursor)
    return reports(chain) if chain else []


def _stacks(cursor: Cursor) -> tuple[list[Frame], bool]:
    """The frames, outermost first, of the thread that ran or else of the last one; whether there is any stack."""
    chosen: list[Frame] = []
    decided = any_stack = False
    for _ in range(_MAX_THREADS):
        ahead = 0 if (cursor.peek() or "").strip() else 1
        line = cursor.peek(ahead)
        heading = _STACK.match(line) if line is not None else None
        if line is None or not (heading or (any_stack and line.startswith(_MODULES))):
            break
        cursor.skip(ahead + 1)
        if heading is None:
            break
        any_stack = True
        frames = _frames(cursor)
        if heading["current"] and not decided and (frames or "C stack" not in line):
            chosen, decided = frames, True
        elif not decided and frames:
            chosen = frames
    return chosen, any_stack


def _frames(cursor: Cursor) -> list[Frame]:
    """The frames of one thread, outermost first."""
    frames: list[Frame] = []
    for _ in range(_MAX_FRAMES):
        line = cursor.peek()
        if line is None or not _IN_STACK.match(line):
            break
        found = _FRAME.match(line)
        if found:
            number = int(found["line"]) if found["line"].isdigit() else None
            frames.append(Frame(found["path"], number, found["name"]))
        cursor.skip()
    frames.reverse()
    return frames


DIALECT = _Fatal()

"""Chained exceptions and exception groups: the shape of a traceback around its frames.

Source: `traceback.TracebackException.format` and `_ExceptionPrintContext` of CPython 3.11 to 3.14 (3.6 to 3.10 print
the same without groups), and the `exceptiongroup` backport.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tracemend import lazy
from tracemend.reading.cursor import Cursor
from tracemend.reading.report import ErrorReport, Frame, How, Link, Span
from tracemend.reading.tracebacks.exception_line import read_exception, reads_as_exception
from tracemend.reading.tracebacks.frames import ChainFrame, python_version
from tracemend.reading.tracebacks.stack import frame_of, read_frames, width_of

HEADER = "Traceback (most recent call last):"
_HEADERS = (HEADER, "Exception Group " + HEADER)
_GROUP_HEADER = "+ Exception Group " + HEADER
_BARE_CAUSE = "The above exception was the direct cause of the following exception:".replace(" ", "")
_BARE_CONTEXT = "During handling of the above exception, another exception occurred:".replace(" ", "")
_TITLE = lazy.regex(r"( *)(\+-)?\+-{16} (\d{1,6}|\.\.\.) -{16}\s*$")
_CLOSING = lazy.regex(r" *\+-{36}\s*$")
_QUOTES = ('"""', "'''")
_MAX_DEPTH = 40
"""Nested groups are read so deep; CPython prints ten levels."""
_MAX_BLANK = 3
_MAX_SENTENCE = 6


@dataclass
class Printed:
    """One exception as it stands in the text; `start` and `end` are indices of lines, the end exclusive."""

    start: int
    end: int
    exception: str
    message: str
    frames: list[Frame]
    how: How | None = None
    """How it led to the next one of its chain."""
    members: list[list[Printed]] = field(default_factory=list)
    notes: tuple[str, ...] = ()
    """Notes where they can be told from the message."""


def read_chain(cursor: Cursor, goes_on: bool = False, headed: bool = False) -> list[Printed] | None:
    """Read exceptions that led to each other; the cursor then stands after the last one. None where there is none.

    `headed`: the cursor's line ends in the header of the first one's traceback, whatever stands before it.
    """
    chain: list[Printed] = []
    while True:
        start = cursor.at
        printed = _read_body(cursor, start, True, goes_on) if headed and not chain else _read_one(cursor, goes_on)
        if printed is None:
            if not chain:
                return None
            chain[-1].how = None
            cursor.at = chain[-1].end
            return chain
        chain.append(printed)
        after = cursor.at
        printed.how = _read_separator(cursor)
        if printed.how is None:
            cursor.at = after
            return chain


def linked(cursor: Cursor, read_one: Callable[[], Printed | None]) -> list[Printed]:
    """Exceptions that led to each other, each read by `read_one`; the cursor then stands after the last one."""
    chain: list[Printed] = []
    while (printed := read_one()) is not None:
        chain.append(printed)
        found = separates(cursor)
        if found is None:
            return chain
        printed.how, count = found
        cursor.skip(count)
    if chain:  # what a sentence announces does not follow
        chain[-1].how = None
        cursor.at = chain[-1].end
    return chain


def reports(chain: list[Printed]) -> list[ErrorReport]:
    """The exceptions of a chain as reports, a group after its members, the one that ended the program last."""
    found: list[ErrorReport] = []
    _flatten(chain, found)
    version = python_version([frame for report in found for frame in report.frames])
    return [replace(report, python=version) for report in found]


def _flatten(chain: list[Printed], found: list[ErrorReport]) -> int:
    """Add a chain's reports to `found`; the index of the last one."""
    shown = ChainFrame()
    last = -1
    for number, printed in enumerate(chain):
        members = [_flatten(member, found) for member in printed.members]
        index = len(found)
        frame = shown.after(printed.frames)
        if members and (len(members) == 1 or frame is None):
            # The one thing that failed inside a group (a task group wraps it) is where the error is.
            frame = next((found[m].user_frame for m in members if found[m].user_frame), frame)
        found.append(
            ErrorReport(
                tool="python",
                severity="error",
                exception=printed.exception,
                message=printed.message,
                span=Span(printed.start + 1, printed.end),
                frames=tuple(printed.frames),
                user_frame=frame,
                notes=printed.notes,
            )
        )
        for member in members:
            found[member] = replace(found[member], chain=Link(index, "member"))
        if last >= 0:
            how = chain[number - 1].how
            found[last] = replace(found[last], chain=Link(index, how or "context"))
        last = index
    return last


def _read_one(cursor: Cursor, goes_on: bool) -> Printed | None:
    """Read one exception with its frames and, if it is a group, its members."""
    start = cursor.at
    line = cursor.peek()
    if line is None:
        return None
    line = line.rstrip()
    if cursor.depth == 0 and (line == "  " + _GROUP_HEADER or _opens_group(cursor, line)):
        cursor.depth = 1
        try:
            return _read_body(cursor, start, True, goes_on)
        finally:
            cursor.depth = 0
    return _read_body(cursor, start, line in _HEADERS, goes_on)


def _opens_group(cursor: Cursor, line: str) -> bool:
    """Whether a group begins whose first line lost its indentation, as the first line of a copied text often does."""
    return line.lstrip(" ") == _GROUP_HEADER and (cursor.peek(1) or "").startswith("  | ")


def _read_body(cursor: Cursor, start: int, header: bool, goes_on: bool) -> Printed | None:
    if header:
        cursor.skip()
    frames = read_frames(cursor, header)
    if not frames and not cursor.depth:
        # Without frames only a name that looks like an exception's counts: it was never raised, or its frames are
        # not printed.
        line = cursor.peek()
        if line is None or not reads_as_exception(line.partition(":")[0].rstrip()):
            return None
    width = None if cursor.depth else width_of(cursor.lines[start : cursor.at], cursor.base)
    read = read_exception(cursor, bool(header or frames or cursor.depth), goes_on, bool(frames or header), width)
    if read is not None and not (header or cursor.depth or _is_exception(read[0], frames)):
        return None
    if read is None and header and frames:
        from tracemend.reading.tracebacks.error_page import read_page

        read, frames = read_page(cursor, frames)
    if read is None:
        return None
    placed = _endpoint(cursor) if read[0].startswith("fastapi.exceptions.") else None
    if placed:
        frames.append(placed)
    printed = Printed(start, cursor.at, *read, frames)
    if cursor.depth:
        _read_members(cursor, printed)
        printed.end = cursor.at
    return printed


def _is_exception(name: str, frames: list[Frame]) -> bool:
    """Whether `name: text` below frames that have no header is an exception: it reads as one, or was raised there."""
    raised = bool(frames) and (frames[-1].source or "").startswith(f"raise {name}(")
    return "." in name or raised or reads_as_exception(name)


def _endpoint(cursor: Cursor) -> Frame | None:
    """The function whose answer or request was not valid, which FastAPI names at the end of the message.

    Source: `ValidationException.__str__` and `_format_endpoint_context` in fastapi/exceptions.py.
    """
    if cursor.peek() != "":
        return None
    frame = frame_of(cursor.peek(1) or "", False)
    if frame is None:
        return None
    cursor.skip(2)
    if (cursor.peek() or "").startswith("    "):
        cursor.skip()
    return frame


def _read_members(cursor: Cursor, group: Printed) -> None:
    """Read what stands in the numbered boxes below a group's message."""
    depth = cursor.depth
    while depth < _MAX_DEPTH:
        raw = cursor.raw()
        title = _TITLE.match(raw) if raw is not None else None
        if not title or len(title[1]) + len(title[2] or "") != 2 * (depth + 1):
            break
        cursor.skip()
        cursor.depth = depth + 1
        try:
            if title[3] != "...":
                member = read_chain(cursor)
                if member:
                    group.members.append(member)
            while cursor.peek() is not None:  # "and 3 more exceptions", "... (max_group_depth is 10)"
                cursor.skip()
        finally:
            cursor.depth = depth
    raw = cursor.raw() if group.members else None
    if raw is not None and _CLOSING.match(raw) and raw.index("+") >= 2 * (depth + 1):
        cursor.skip()


def separates(cursor: Cursor) -> tuple[How, int] | None:
    """How the exception above the cursor led to the one below, and how many lines the sentence that says so takes.

    The sentence may be wrapped or cut in two in a narrow terminal: blanks do not count.
    """
    start = _blank_lines(cursor, 0)
    said = ""
    for count in range(start, start + _MAX_SENTENCE):
        said += (cursor.peek(count) or "").replace(" ", "")
        how: How | None = "cause" if said == _BARE_CAUSE else "context" if said == _BARE_CONTEXT else None
        if how:
            return how, _blank_lines(cursor, count + 1)
        if not said or not (_BARE_CAUSE.startswith(said) or _BARE_CONTEXT.startswith(said)):
            return None
    return None


def _read_separator(cursor: Cursor) -> How | None:
    """Read the sentence between two exceptions and the blank lines around it."""
    text = cursor.peek()
    if text is not None and text.rstrip() in _QUOTES:
        cursor.skip()  # the end of what another process printed, as `multiprocessing` hands it on
    found = separates(cursor)
    if found is None:
        return None
    cursor.skip(found[1])
    return found[0]


def _blank_lines(cursor: Cursor, ahead: int) -> int:
    """How many lines ahead the first one stands that is not blank; at most _MAX_BLANK blank ones are passed."""
    for _ in range(_MAX_BLANK):
        text = cursor.peek(ahead)
        if text is None or text.strip():
            break
        ahead += 1
    return ahead

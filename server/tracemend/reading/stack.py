"""The frames of a traceback, with their source lines and caret lines, as CPython 3.6 to 3.14 print them.

Source: `traceback.StackSummary.format` and `TracebackException._format_syntax_error` of those versions.
"""

from __future__ import annotations

import re
import unicodedata

from tracemend.reading.cursor import Cursor
from tracemend.reading.report import Frame

FRAME = re.compile(r'  File "(.+)", line (\d{1,9})(?:, in (.*))?$')
# What IPython's and Spyder's plain mode print under the same header: `  File ~\proj\main.py:77 in main`.
_SHORT_FRAME = re.compile(r"  File (\S[^\"\n]*?):(\d{1,9})(?: in (.*))?$")
_CARETS = re.compile(r"\s*[~^]+\s*$")
_MARKED = re.compile(r"[~^]+")

_MAX_SOURCE_LINES = 500
_MAX_FOREIGN_LINES = 3
"""Lines between frames that are neither frame nor source (`  ......` where somebody shortened a traceback)."""


def read_frames(cursor: Cursor, headed: bool) -> list[Frame]:
    """Read frames from the cursor's line on; it then stands on the first line after them.

    `headed`: a "Traceback" line stands above, so that a shortened or spaced out list is still read. A last frame
    without a name is where a SyntaxError points to.
    """
    frames: list[Frame] = []
    foreign = 0
    while True:
        line = cursor.peek()
        if line is None:
            return frames
        found = FRAME.match(line) or (_SHORT_FRAME.match(line) if headed else None)
        if found:
            foreign = 0
            cursor.skip()
            frames.append(_with_source(cursor, found[1], int(found[2]), found[3]))
        elif line.startswith("  [Previous line repeated "):
            cursor.skip()
        elif line.startswith("  ") and line.strip():
            foreign += 1
            if foreign > _MAX_FOREIGN_LINES or not (headed or frames):
                return frames
            cursor.skip()
        elif not line.strip() and headed and _goes_on(cursor):
            cursor.skip()
        else:
            return frames


def _goes_on(cursor: Cursor) -> bool:
    """Whether frames, or the end of a spaced out traceback, follow on the blank line here."""
    following = cursor.peek(1)
    return following is not None and (following.startswith("  File ") or bool(_ENDING.match(following)))


_ENDING = re.compile(r"[A-Za-z_][\w.]*(?:Error|Exception|Interrupt|Exit|Warning|Iteration)(?:: |$)")


def _with_source(cursor: Cursor, path: str, line: int, name: str | None) -> Frame:
    """The frame whose first line was just read, with the source and carets that follow it."""
    source: str | None = None
    carets: tuple[int, int] | None = None
    indent = 0
    count = 0
    while count < _MAX_SOURCE_LINES:
        text = cursor.peek()
        if text is None:
            break
        if not text.strip():
            # Python prints an empty source line where the line itself is blank or holds a null byte.
            following = cursor.peek(1) if count == 0 else None
            if count or following is None or not (following.startswith("    ") or _ENDING.match(following)):
                break
            cursor.skip()
            count += 1
            continue
        if not text.startswith("    "):
            break
        if source is None:
            source = text.strip()
            indent = len(text) - len(text.lstrip())
        elif count == 1 and _CARETS.match(text):
            carets = _columns(text, indent, source)
        cursor.skip()
        count += 1
    return Frame(path=path, line=line, name=name, source=source, carets=carets)


def _columns(marks: str, indent: int, source: str) -> tuple[int, int] | None:
    """The columns of `source` that a caret line marks, 0-based, the end exclusive.

    None where characters before the end are wider than one cell: some versions count cells, others characters.
    """
    found = _MARKED.search(marks)
    if not found or found.start() < indent:
        return None
    start, end = found.start() - indent, found.end() - indent
    before = source[:end]
    if not before.isascii() and any(unicodedata.east_asian_width(char) in "WF" for char in before):
        return None
    return start, end

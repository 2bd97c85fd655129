"""The frames of a traceback, with their source lines and caret lines, as CPython 3.6 to 3.14 print them.

Source: `traceback.StackSummary.format` and `TracebackException._format_syntax_error` of those versions. loguru
(`loguru/_better_exceptions.py`) marks the frame that caught the exception (`> File`), spaces frames out with blank
lines and writes values below the source; IPython's plain mode names cells and files in its own words. Forums make
curly quotes of straight ones.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading.cursor import Cursor
from tracemend.reading.report import Frame
from tracemend.reading.tracebacks.exception_line import reads_as_exception

FRAME = lazy.regex(r'[ >] File ["“](.+)["”], line (\d{1,9})(?:,? in (.*))?$')
_FLAT_FRAME = lazy.regex(r' ?File ["“](.+)["”], line (\d{1,9})(?:,? in(?: (.*))?)?$')
"""A frame in a text that lost its indentation, as many a form or web page takes it away (and `<module>` with it)."""
# What IPython's and Spyder's plain mode print under the same header: `  File ~\proj\main.py:77 in main`,
# `  Cell In[3], line 2`, `  Input In [3] in <module>` (IPython 8.0 to 8.4, which do not say the line).
_SHORT_FRAME = lazy.regex(r"  File (\S[^\"\n]*?):(\d{1,9})(?:,? in (.*))?$")
_CELL_FRAME = lazy.regex(r"  ((?:Cell|Input) In ?\[\d{1,9}\])(?:, line (\d{1,9}))?(?:,? in (.*))?$")
# Ray hands on what a task raised in one traceback, its frames below those that waited for it (`RayTaskError.__str__`).
_REMOTE = lazy.regex(r"(?:ray\.exceptions\.RayTaskError\([\w.]{1,200}\): )?ray::[\w.<>]{1,300}\(\) \(pid=")
_FRAME_BEGINNING = '  File "'
_REST = lazy.regex(r"\d{0,9}(?:, in [\w<>]{1,200}| in [\w<>]{1,200}|[\w<>]{1,200})$|(?:, )?(?:in )?[\w<>]{1,200}$")
"""What a frame's line can end in that was cut behind its path."""
_MAX_PIECES = 8
_LEAST_WIDTH = 20
_CARETS = lazy.regex(r"\s*[~^]+\s*$")
_MARKED = lazy.regex(r"[~^]+")

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
    spaced = flat = False
    while True:
        line = cursor.peek()
        if line is None:
            return frames
        frame, taken = _frame_at(cursor, line, headed)
        if frame:
            foreign = 0
            cursor.skip(taken)
            frames.append(with_source(cursor, frame))
        elif headed and (flat or not frames) and (frame := _flat_frame(line)):
            flat = True
            cursor.skip()
            frames.append(_flat_source(cursor, frame))
        elif line.startswith("  [Previous line repeated "):
            cursor.skip()
        elif _REMOTE.match(line):
            headed, foreign = True, 0
            cursor.skip()
        elif line.startswith("  ") and line.strip():
            foreign += 1
            if foreign > _MAX_FOREIGN_LINES or not (headed or frames):
                return frames
            cursor.skip()
        elif not line.strip() and headed and _goes_on(cursor, spaced and bool(frames)):
            spaced = True
            cursor.skip()
        else:
            return frames


def frame_of(line: str, short: bool) -> Frame | None:
    """The frame that a line names. `short`: also in the words of IPython's and Spyder's plain mode."""
    found = FRAME.match(line) or ((_SHORT_FRAME.match(line) or _CELL_FRAME.match(line)) if short else None)
    return Frame(found[1], int(found[2] or 0) or None, found[3]) if found else None


def _flat_frame(line: str) -> Frame | None:
    found = _FLAT_FRAME.match(line)
    return Frame(found[1], int(found[2]) or None, found[3]) if found else None


def _flat_source(cursor: Cursor, frame: Frame) -> Frame:
    """A frame without indentation, with the source that follows: a line that is no frame and names no exception."""
    line = cursor.peek()
    if line is None or not line.strip() or _FLAT_FRAME.match(line):
        return frame
    following = cursor.peek(1) or ""
    if _names_exception(line) and not _FLAT_FRAME.match(following):
        return frame
    cursor.skip()
    if following.strip() and _CARETS.match(following):
        cursor.skip()
    return Frame(frame.path, frame.line, frame.name, source=line.strip())


def _names_exception(line: str) -> bool:
    """Whether a line at the margin is rather an exception with its message than a line of source."""
    name, colon, rest = line.rstrip().partition(":")
    if reads_as_exception(name):
        return rest[:1] in ("", " ")
    return bool(colon and rest[:1] == " " and _EXCEPTION.match(line) and name.rpartition(".")[2][:1].isupper())


def _frame_at(cursor: Cursor, line: str, short: bool) -> tuple[Frame | None, int]:
    """The frame that `line` begins at the cursor, and how many lines its line was cut into."""
    frame = frame_of(line, short)
    if frame is None:
        if not line.startswith(_FRAME_BEGINNING):
            return None, 0
        joined = line
        for count in range(1, _MAX_PIECES):
            piece = cursor.peek(count)
            if piece is None or (piece.startswith(("  ", "\t")) and '"' not in joined[len(_FRAME_BEGINNING) :]):
                break
            if joined.endswith(", in") and piece.startswith("    "):
                break  # the source
            joined += piece
            frame = FRAME.match(joined) and frame_of(joined, False)
            if frame:
                return frame, count + 1
        frame = _flat_frame(line.lstrip())  # `<module>` taken away
        return (frame, 1) if frame else (None, 0)
    if len(line) < _LEAST_WIDTH or not line.startswith(_FRAME_BEGINNING):
        return frame, 1
    piece = cursor.peek(1)
    if piece is None or not _REST.match(piece):
        return frame, 1
    whole = frame_of(line + piece, False)
    if whole is None or not whole.name or _ENDING.match(piece):
        return frame, 1
    unfinished = frame.name is None or (frame.name.startswith("<") and not frame.name.endswith(">"))
    proven = unfinished or (cursor.peek(2) or "").startswith("    ")
    return (whole, 2) if proven else (frame, 1)


def width_of(lines: Sequence[str], base: str) -> int | None:
    """The width at which lines were cut; `lines`: those of a header and frames that were read.

    What stands at the margin among them is the rest of the line above.
    """
    if any(_FLAT_FRAME.match(line[len(base) :]) for line in lines[1:2]):
        return None
    for at in range(1, len(lines)):
        if _at_margin(lines[at][len(base) :]) and not lines[at].startswith((base + "> File ", base + "Traceback ")):
            return len(lines[at - 1]) - len(base)
    return None


def _at_margin(text: str) -> bool:
    """Whether a line stands at the margin, as none of a stack does; a blank there may be one that was cut before."""
    return bool(text.strip()) and not text.startswith("  ")


def _goes_on(cursor: Cursor, spaced: bool) -> bool:
    """Whether frames, or the end of a spaced out traceback, follow on the blank line here.

    `spaced`: blank lines stood between its frames, so that any exception's name may end it.
    """
    following = cursor.peek(1)
    if following is None:
        return False
    return following.startswith(_FRAME_STARTS) or bool((_NAMED if spaced else _ENDING).match(following))


_FRAME_STARTS = ("  File ", "> File ", "  Cell In", "  Input In [")
_NAMED = lazy.regex(r"[A-Za-z_][\w.]{0,200}(?:: |$)")
_EXCEPTION = lazy.regex(r"[A-Za-z_][\w.]{0,200}(?:\(\w{1,200}\))?:(?: |$)")
_ENDING = lazy.regex(r"[A-Za-z_][\w.]*(?:Error|Exception|Interrupt|Exit|Warning|Iteration)(?:: |$)")


def with_source(cursor: Cursor, frame: Frame) -> Frame:
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
        cursor.skip()
        count += 1
        if source is None:
            pieces = _cut_source(cursor, text)
            indent = len(text) - len(text.lstrip())
            source = "".join(pieces).strip()
            if len(pieces) > 1:
                carets = _cut_carets(cursor, len(text), indent, source)
        elif count == 2 and _CARETS.match(text):
            carets = _columns(text, indent, source)
    return Frame(frame.path, frame.line, frame.name, source=source, carets=carets)


def _cut_source(cursor: Cursor, first: str) -> list[str]:
    """The pieces of a source line whose first one was just read; the cursor then stands after the last."""
    count = _rest_of_source(cursor, cursor.peek() or "")
    pieces = [first, *((cursor.peek(ahead) or "") for ahead in range(count))]
    cursor.skip(count)
    return pieces


def _cut_carets(cursor: Cursor, width: int, indent: int, source: str) -> tuple[int, int] | None:
    """The columns that carets mark under a source line that was cut at `width`; their lines may be cut as well."""
    marks = ""
    for count in range(1, _MAX_PIECES):
        text = cursor.peek() or ""
        blank = not text.strip()
        if not _CARETS.match(text) and not (blank and not marks.strip() and _CARETS.match(cursor.peek(1) or "")):
            break
        marks = (marks + text).ljust(count * width)
        cursor.skip()
    return _columns(marks, indent, source) if marks else None


def _rest_of_source(cursor: Cursor, text: str) -> int:
    """How many lines from the cursor on, the first of which is `text`, are the rest of the source line above."""
    count = 0
    while _at_margin(text) and count < _MAX_PIECES:
        if _EXCEPTION.match(text) or _ENDING.match(text) or text.startswith(("Traceback ", "> File ")):
            return 0
        count += 1
        following = cursor.peek(count)
        if following is None:
            return 0
        marked = following if following.strip() else (cursor.peek(count + 1) or "")
        if following.startswith(_FRAME_BEGINNING) or _ENDING.match(following) or _CARETS.match(marked):
            return count
        text = following
    return 0


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

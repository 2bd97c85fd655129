"""The place a report speaks of: the file of the workspace, the line as it stands now, the statement around
it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache

from tracemend.context import Context
from tracemend.reading.report import ErrorReport, Frame
from tracemend.source.statement import Statement, statement_at
from tracemend.source.text import SourceText

__all__ = ["Place", "Statement", "file_of", "locate", "resolve_path", "stands_on", "statement_at"]

_NEARBY = 50
"""Where a printed line stands on several lines now, only one this near to the printed number is taken for
it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report happened. `path` as printed; `file` absolute where it is here; lines 1-based as of now.

    `line` is the printed one where there is no file. It is None where the file is here and the line that was
    printed no longer is.
    """

    path: str
    file: str | None
    line: int | None
    column: int | None
    """1-based, in characters; None where nothing names one."""
    end_column: int | None
    """1-based, exclusive, on the same line; None where nothing names one."""
    source: SourceText | None
    statement: Statement | None
    frame: Frame | None


def is_absolute(path: str) -> bool:
    """Whether a printed path is an absolute one of this system. Network shares are not: a look would go
    out."""
    return os.path.isabs(path) and not path.startswith(("\\\\", "//"))


def resolve_path(path: str, context: Context) -> str | None:
    """The absolute path of the existing file that a printed path means here; None where it is none.

    Absolute paths and `~` as they are; others from the folder the command ran in, then from the workspace's
    folders in their order. `<stdin>`, `<string>` and the like are no files.
    """
    if not path or path.startswith(("<", "\\\\", "//")) or "\0" in path or len(path) > 4096:
        return None
    if path.startswith("~"):
        path = os.path.expanduser(path)
    folders = ("",) if is_absolute(path) else (context.folder, *context.roots)
    for folder in folders:
        if folder is None:
            continue
        candidate = os.path.normpath(os.path.join(folder, path))
        try:
            if os.path.isfile(candidate):
                return candidate
        except (OSError, ValueError):
            continue
    return None


@lru_cache(maxsize=4)
def _source_text(text: str) -> SourceText:
    """One `SourceText` for the same text: its table of lines is made once for many reports of one file."""
    return SourceText(text)


def _read(file: str | None, context: Context) -> SourceText | None:
    text = context.documents.read(file) if file is not None else None
    return None if text is None else _source_text(text)


def _printed(frame: Frame) -> str:
    return (frame.source or "").partition("\n")[0].strip()


def stands_on(frame: Frame, source: SourceText) -> bool:
    """Whether the source line that was printed stands on the line that was printed (false where either is
    missing)."""
    printed = _printed(frame)
    return bool(printed) and frame.line is not None and source.line(frame.line).strip() == printed


def file_of(frame: Frame, context: Context) -> str | None:
    """The absolute path of a frame's file, where it is here.

    For output of another machine only where the file's text bears it out: the line that was printed stands on
    it.
    """
    file = resolve_path(frame.path, context)
    if file is None or context.origin != "elsewhere":
        return file
    source = _read(file, context)
    return file if source is not None and stands_on(frame, source) else None


def find_line(frame: Frame, source: SourceText) -> int | None:
    """The line (1-based) of the text that a frame means, as the text is now; None where it is gone or not
    one."""
    if frame.line is None:
        return None
    printed = _printed(frame)
    if not printed:
        return frame.line if 1 <= frame.line <= len(source.lines) else None
    if stands_on(frame, source):
        return frame.line
    if printed not in source.text:
        return None
    found = [number for number, line in enumerate(source.lines, 1) if line.strip() == printed]
    if len(found) > 1:
        found = [number for number in found if abs(number - frame.line) <= _NEARBY]
    return found[0] if len(found) == 1 else None


def _columns(frame: Frame, source: SourceText, line: int) -> tuple[int, int] | None:
    """The columns of the line that the frame names: 0-based, in characters, the end exclusive."""
    text = source.line(line)
    if frame.carets is not None:
        indent = len(text) - len(text.lstrip())
        start, end = frame.carets
        start, end = indent + start, indent + max(start, end)
    elif frame.column is not None:
        start = frame.column - 1
        end = start
        if frame.end_line is not None and frame.line is not None and frame.end_line > frame.line:
            end = len(text)
        elif frame.end_column is not None:
            end = frame.end_column - 1
    else:
        return None
    if not 0 <= start <= len(text) or not text[:end].strip():
        return None  # mypy names the first column for an import, however far it is indented
    return start, max(start, min(end, len(text)))


def locate(report: ErrorReport, context: Context) -> Place | None:
    """The place of a report's user frame; None where it names no place at all.

    For output of another machine (`context.origin` "elsewhere") a file is taken only where its text has the
    line that was printed, on that line.
    """
    frame = report.user_frame
    if frame is None:
        return None
    file = file_of(frame, context)
    source = _read(file, context)
    if source is None:
        return Place(frame.path, file, frame.line, frame.column, frame.end_column, None, None, frame)
    line = find_line(frame, source)
    if line is None:
        return Place(frame.path, file, None, None, None, source, None, frame)
    columns = _columns(frame, source, line)
    statement = statement_at(source, line, columns)
    if columns is None:
        return Place(frame.path, file, line, None, None, source, statement, frame)
    end_column = columns[1] + 1 if columns[1] > columns[0] else None
    return Place(frame.path, file, line, columns[0] + 1, end_column, source, statement, frame)

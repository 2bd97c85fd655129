"""The place a report speaks of: the file of the workspace, the line as it stands now, the statement around
it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from tracemend.context import Context
from tracemend.reading.report import ErrorReport, Frame
from tracemend.source import paths
from tracemend.source.cells import cell_of
from tracemend.source.fit import fitting_file
from tracemend.source.lines import bears_out, find_line, printed_from, printed_line, read_source, stands_on
from tracemend.source.mentions import mentioned_line
from tracemend.source.starters import starting_frame
from tracemend.source.statement import Statement, statement_at
from tracemend.source.text import SourceText

__all__ = ["Place", "Statement", "file_of", "find_line", "locate", "resolve_path", "stands_on", "statement_at"]


class Place(NamedTuple):
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
    cell: str | None = None
    """The URI of the open notebook's cell that it is in, which is no file."""


def is_absolute(path: str, context: Context) -> bool:
    """Whether a printed path is an absolute one of this system. Network shares are not: a look would go
    out."""
    return paths.is_absolute(path, context.system, _distro())


def resolve_path(path: str, context: Context, folder: str | None = None) -> str | None:
    """The absolute path of the existing file that a printed path means here; None where it is none.

    Absolute paths and `~` as they are, in any spelling that this system has for them; others from `folder` (the one
    that the output itself names), the one the command ran in, then the workspace's folders in their order.
    `<stdin>`, `<string>` and the like are no files.
    """
    return next(_existing(path, context, folder), None)


def file_of(frame: Frame, context: Context, folder: str | None = None) -> str | None:
    """The absolute path of a frame's file, where it is here; `folder` as for `resolve_path`.

    Where a relative path names several files, the first on which the printed line stands. For output of another
    machine a file counts only where its text bears it out: the line that was printed stands on it. Without a printed
    line, a path of two parts or more has to be a file of the workspace, with the line and the function that were
    printed: checkers in CI print no source, and their paths are relative to the project. What does not exist as
    printed may fit a file of the workspace by its end (`source.fit`).
    """
    found = list(_existing(frame.path, context, folder))
    if len(found) > 1 or (found and context.origin == "elsewhere"):
        for file in found:
            source = read_source(file, context)
            if source is not None and stands_on(frame, source):
                return file
    if found and context.origin != "elsewhere":
        return found[0]
    if len(found) == 1 and _stands_to_reason(frame, found[0], context):
        return found[0]
    return fitting_file(frame, context, folder)


def _stands_to_reason(frame: Frame, file: str, context: Context) -> bool:
    """Whether a file that exists as printed may be taken for one of another machine, without a printed line."""
    if printed_line(frame) or len(paths.parts_of(frame.path).names) < 2 or paths.is_installed(frame.path):
        return False
    if not any(_inside(file, root) for root in context.roots):
        return False
    source = read_source(file, context)
    return source is not None and bears_out(frame, source)


def _existing(path: str, context: Context, folder: str | None) -> Iterator[str]:
    """The files that a printed path may mean, likeliest first, each once and named as the workspace names them."""
    seen: set[str] = set()
    bases = _bases(context, folder)
    for spelling in paths.spellings(path, context.system, _distro()):
        if spelling.startswith("~"):
            spelling = os.path.expanduser(spelling)
        for base in ("",) if os.path.isabs(spelling) else bases:
            candidate = os.path.normpath(os.path.join(base, spelling))
            if candidate in seen:
                continue
            seen.add(candidate)
            try:
                if os.path.isfile(candidate):
                    yield _as_workspace_has_it(candidate, context)
            except (OSError, ValueError):
                continue


def _bases(context: Context, named: str | None) -> list[str]:
    """The absolute folders that relative paths may start from, likeliest first."""
    own = [folder for folder in (context.folder, *context.roots) if folder is not None]
    spelled = paths.spellings(named, context.system, _distro()) if named is not None else ()
    if not spelled:
        return own
    if os.path.isabs(spelled[0]):
        return [spelled[0], *own]
    return [*(os.path.join(folder, spelled[0]) for folder in own), *own]


def _inside(path: str, folder: str) -> bool:
    path, folder = os.path.normcase(path), os.path.normcase(folder)
    return path.startswith(folder if folder.endswith(os.sep) else folder + os.sep)


def _as_workspace_has_it(file: str, context: Context) -> str:
    """A file that lies in a folder of the workspace under another name of that folder (a link on the way to it, macOS'
    `/private/var` for `/var`), under the name that the workspace has."""
    if not context.roots or any(_inside(file, root) for root in context.roots):
        return file
    real = os.path.realpath(file)
    for root in context.roots:
        own = os.path.realpath(root)
        if _inside(real, own):
            return os.path.join(root, os.path.relpath(real, own))
    return file


def _distro() -> str | None:
    """The name of the WSL system that this is; None on others."""
    return os.environ.get("WSL_DISTRO_NAME") or None


def _columns(frame: Frame, source: SourceText, line: int) -> tuple[int, int] | None:
    """The columns of the line that the frame names: 0-based, in characters, the end exclusive."""
    text = source.line(line)
    if frame.carets is not None:
        begin = printed_from(frame, text)
        start, end = frame.carets
        start, end = begin + start, begin + max(start, end)
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
    """The place of a report's user frame, or of the call that made the thread which failed; None where it names no
    place at all.

    For output of another machine (`context.origin` "elsewhere") a file is taken only where its text bears the report
    out (`file_of`).
    """
    frame = report.user_frame or starting_frame(report, context)
    if frame is None:
        return None
    if frame.line is None and report.exception == "SyntaxError":
        frame = frame._replace(line=1)  # printed as line 0: the coding comment's codec is not known
    if (known := cell_of(frame, context)) is not None:
        cell, source = known
        return _place(frame, None, source, cell.uri)
    file = file_of(frame, context, report.folder)
    text = read_source(file, context)
    if text is None:
        return Place(frame.path, file, frame.line, frame.column, frame.end_column, None, None, frame)
    if frame.line is None:
        frame = frame._replace(line=mentioned_line(report, text))
    return _place(frame, file, text, None)


def _place(frame: Frame, file: str | None, source: SourceText, cell: str | None) -> Place:
    line = find_line(frame, source)
    if line is None:
        return Place(frame.path, file, None, None, None, source, None, frame, cell)
    columns = _columns(frame, source, line)
    statement = statement_at(source, line, columns)
    if columns is None:
        return Place(frame.path, file, line, None, None, source, statement, frame, cell)
    end_column = columns[1] + 1 if columns[1] > columns[0] else None
    return Place(frame.path, file, line, columns[0] + 1, end_column, source, statement, frame, cell)

"""Paths of a container, a CI runner or a colleague's machine to files of the workspace, by what they end with.

`/app/shop/jobs.py`, `/builds/group/shop/src/a.py` and `D:/a/shop/shop/a.py` name files that have another folder before
them here. A file of the workspace is taken for one where it shares the longest end of the path, no other file does as
much, and something besides its name speaks for it:

- a source line was printed: it stands on that line. For output of this machine, whose files may have been edited
  since, it is enough that it is found in the file, if two parts of the path fit;
- none was printed (checkers, `faulthandler`): at least two parts fit, and either the printed path is relative and fits
  as a whole, or the file's whole path below its root fits; a function that was printed is the one around the line.
  Half a path alone, `tests/conftest.py` of `/x/tests/conftest.py` against `app/tests/conftest.py`, is in every second
  project, and an error shown in the wrong one is worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tracemend.context import Context, WorkspaceFile
from tracemend.reading.report import Frame
from tracemend.reading.tracebacks.frames import is_interactive
from tracemend.source.lines import bears_out, find_line, printed_line, read_source, stands_on
from tracemend.source.paths import Parts, is_installed, parts_of

_READ = 20
"""Of so many files at most the text is read to see which one has the line: of `__init__.py` there may be thousands."""

_SAME_NAME = 3_000
"""A name that more files have says nothing, and comparing takes about a microsecond a file."""


class _Fit(NamedTuple):
    file: WorkspaceFile
    length: int
    """How many parts of the printed path it ends with; the name of its root counts too."""


def fitting_file(frame: Frame, context: Context, folder: str | None = None) -> str | None:
    """The absolute path of the workspace's file that a frame's path fits; None where it fits none, or several.

    `folder`: the one that the output says its relative paths start from.
    """
    if context.listing is None or not context.roots or frame.line is None:
        return None
    if is_installed(frame.path) or is_interactive(frame.path):
        return None
    parts = parts_of(frame.path)
    if parts.whole and folder is not None:
        outer = parts_of(folder)
        parts = Parts((*outer.names, *parts.names), outer.whole, parts.caseless or outer.caseless)
    if not parts.names:
        return None
    caseless = parts.caseless or context.system != "linux"
    listed = context.listing.named(parts.names[-1], context.roots)
    best = _longest(listed, parts, caseless) if len(listed) <= _SAME_NAME else []
    if not best or len(best) > _READ:
        return None
    if printed_line(frame):
        return _with_line(frame, best, context)
    return _without_line(frame, best, parts, context) if len(best) == 1 else None


def _longest(listed: Sequence[WorkspaceFile], parts: Parts, caseless: bool) -> list[_Fit]:
    """The files that share the longest end with the printed path."""
    names = [name.casefold() for name in parts.names] if caseless else list(parts.names)
    best: list[_Fit] = []
    for file in listed:
        length = 0
        root = file.root.replace("\\", "/").rstrip("/").rpartition("/")[2]
        for own, printed in zip(reversed((root, *file.parts)), reversed(names), strict=False):
            if (own.casefold() if caseless else own) != printed:
                break
            length += 1
        if length and (not best or length >= best[0].length):
            if best and length > best[0].length:
                best.clear()
            best.append(_Fit(file, length))
    return best


def _with_line(frame: Frame, best: list[_Fit], context: Context) -> str | None:
    """The only one that the printed source line stands in."""
    standing, found = [], []
    for fit in best:
        source = read_source(fit.file.path, context)
        if source is None:
            continue
        if stands_on(frame, source):
            standing.append(fit.file.path)
        elif context.origin != "elsewhere" and fit.length > 1 and find_line(frame, source) is not None:
            found.append(fit.file.path)
    if standing or len(best) > 1:
        return standing[0] if len(standing) == 1 else None
    return found[0] if found else None


def _without_line(frame: Frame, best: list[_Fit], parts: Parts, context: Context) -> str | None:
    """The only one that fits, where it fits as a whole."""
    (fit,) = best
    whole = (parts.whole and fit.length == len(parts.names)) or fit.length >= len(fit.file.parts)
    if fit.length < 2 or not whole:
        return None
    source = read_source(fit.file.path, context)
    return fit.file.path if source is not None and bears_out(frame, source) else None

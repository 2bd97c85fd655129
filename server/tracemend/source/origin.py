"""Whether an output is of this machine."""

from __future__ import annotations

from collections.abc import Iterable

from tracemend.context import Context, Origin
from tracemend.reading.report import ErrorReport
from tracemend.source.lines import read_source, stands_on
from tracemend.source.paths import is_installed
from tracemend.source.place import is_absolute, resolve_path

_LOOKS = 40
"""How many frames are looked at: a hostile text may name thousands of files."""


def settle_origin(reports: Iterable[ErrorReport], context: Context) -> Origin:
    """The origin of one block's reports: `context.origin`, unless the block itself tells more.

    Output of this machine that carries a container's or a CI runner's prefix is from elsewhere. Other output
    is of this machine where a frame names an absolute path that exists here and the source line printed under
    it stands on that line. Files of an installed Python or of a package say nothing: they are the same
    everywhere.
    """
    reports = tuple(reports)
    if any(report.prefix in ("container", "ci") for report in reports):
        return "elsewhere"
    if context.origin == "here":
        return "here"
    looked: set[tuple[str, int | None, str]] = set()
    for report in reports:
        for frame in report.frames:
            if not frame.source or is_installed(frame.path) or not is_absolute(frame.path, context):
                continue
            key = (frame.path, frame.line, frame.source)
            if key in looked:
                continue
            if len(looked) >= _LOOKS:
                return context.origin
            looked.add(key)
            file = resolve_path(frame.path, context)
            source = read_source(file, context)
            if source is not None and stands_on(frame, source):
                return "here"
    return context.origin

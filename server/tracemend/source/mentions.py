"""The line that an error of a whole file is about, where the tool names the file alone."""

from __future__ import annotations

import re

from tracemend import lazy
from tracemend.reading.report import ErrorReport
from tracemend.source.text import SourceText

_QUOTED = lazy.regex(r"'([^\W\d]\w{0,99})'")


def mentioned_line(report: ErrorReport, source: SourceText) -> int | None:
    """The first line, from 1, with the name that the message quotes (of pytest: `'slow' not found in markers`, an
    unknown mark or fixture); None where it quotes none, or the file has it nowhere outside of comments."""
    quoted = _QUOTED.search(report.message) if report.tool == "pytest" else None
    if quoted is None:
        return None
    name = re.compile(rf"(?<!\w){quoted[1]}(?!\w)")
    lines = (number for number, text in enumerate(source.lines, 1) if name.search(text.partition("#")[0]))
    return next(lines, None)

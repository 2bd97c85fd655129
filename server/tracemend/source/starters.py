"""Where a thread or a child process was made whose traceback shows the library's lines alone: its target could not be
called, so that no line of the program is in it.

The program is the file that the command names; the call is the only one in it that makes a thread, or the only one that
hands over the function which the message names.
"""

from __future__ import annotations

import os
import re

from tracemend import lazy
from tracemend.context import Context
from tracemend.reading.report import ErrorReport, Frame
from tracemend.source.lines import read_source
from tracemend.source.text import SourceText

_MAKES = lazy.regex(r"(?<!class )\b(?:Thread|Timer|Process)\(")
_NAMED = lazy.regex(r"(?:__main__\.)?(?:\w+\.)*(?P<name>\w+)\(\) |(?:__main__\.)?(?P<other>\w+)\(\)$")
_SCRIPT = lazy.regex(r"[^\s'\"|;&<>]{1,300}\.py\b")


def starting_frame(report: ErrorReport, context: Context) -> Frame | None:
    """The line that makes the thread, as a frame of the program's file; None where it cannot be told."""
    if not report.survived or report.exception != "TypeError" or context.folder is None or context.origin != "here":
        return None
    words = _SCRIPT.findall(context.command or "")
    if len(words) != 1:
        return None
    file = os.path.normpath(os.path.join(context.folder, words[0]))
    source = read_source(file, context)
    line = None if source is None else _line(source, report.message)
    return None if source is None or line is None else Frame(file, line, None, source.line(line).strip())


def _line(source: SourceText, message: str) -> int | None:
    found = [source.position(one.start())[0] for one in _MAKES.finditer(source.text)]
    found = [number for number in found if not source.line(number).lstrip().startswith(("#", "class ", "def "))]
    named = _NAMED.match(message)
    if len(found) > 1 and named is not None:
        name = re.compile(rf"\b{re.escape(named['name'] or named['other'])}\b")
        found = [number for number in found if name.search(source.line(number))]
    return found[0] if len(found) == 1 else None

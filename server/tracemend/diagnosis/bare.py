"""Messages that were pasted without the name of their error: which part of which line may be one."""

from __future__ import annotations

from collections.abc import Iterator

from tracemend import lazy
from tracemend.matching.question import NAMELESS
from tracemend.reading.report import ErrorReport, Span

MAX_LINES = 40
"""So many lines of a text that no reader knew are asked about."""
MAX_LINE = 2_000
MAX_PARTS = 3
"""So many colons may stand before the message: a program's name, a log's level, a verb."""
_DOTTED = lazy.regex(r"[^\W\d]\w*(?:\.[^\W\d]\w*)+")
_QUOTES = ("`", '"', "'", "\u201c\u201d", "\u2018\u2019", "*")


def bare_messages(text: str) -> Iterator[tuple[ErrorReport, ...]]:
    """For each line that is not blank: reports of what may be its message, the whole line first, then less of it.

    A line that is a dotted name may be an exception's that says nothing further.

    The further lines are the message's own, as far as it shows: some entries know what stands there.
    """
    lines = text.split("\n")
    asked = [number for number, line in enumerate(lines) if line.strip()][:MAX_LINES]
    for number in asked:
        below = "\n".join(lines[number + 1 : number + MAX_LINES])[:MAX_LINE]
        line, span = lines[number].strip()[:MAX_LINE], Span(number + 1, number + 1)
        if _DOTTED.fullmatch(line):
            yield (ErrorReport("python", "error", line, "", span),)
            continue
        yield tuple(ErrorReport(NAMELESS, "error", None, f"{part}\n{below}".rstrip(), span) for part in _parts(line))


def _parts(line: str) -> Iterator[str]:
    """The line, and what stands behind its first colons; and what quotation marks around one of these hold."""
    for _ in range(MAX_PARTS + 1):
        if line:
            yield line
        if (inner := _unquoted(line)) != line:
            yield inner
        _, colon, line = line.partition(": ")
        if not colon:
            return
        line = line.strip()


def _unquoted(line: str) -> str:
    for marks in _QUOTES:
        if len(line) > 2 and line[0] == marks[0] and line[-1] == marks[-1] and marks[-1] not in line[1:-1]:
            return line[1:-1].strip()
    return line

"""Reading what is indented as a whole: a piece of a build's output, as pip prints it inside its own messages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tracemend.reading.report import Block, NeedMore, Span

_WIDEST = 12
_LINES = 100

Read = Callable[[Sequence[str], int, bool], Block | NeedMore | None]


def read_indented(lines: Sequence[str], at: int, final: bool, read: Read) -> Block | NeedMore | None:
    """What `read` makes of the lines from `at` on that share its indentation, without it; at most 100 lines.

    None where the line is not indented, or by more than an output inside another can be.
    """
    line = lines[at]
    width = len(line) - len(line.lstrip(" "))
    if not 0 < width <= _WIDEST:
        return None
    text: list[str] = []
    for line in lines[at : at + _LINES]:
        if line[:width].strip():
            final = True
            break
        text.append(line[width:])
    answer = read(text, 0, final or len(text) == _LINES)
    if not isinstance(answer, Block):
        return answer
    reports = (replace(one, span=Span(one.span.start + at, one.span.end + at)) for one in answer.reports)
    return Block(tuple(reports), answer.end + at)

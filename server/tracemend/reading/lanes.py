"""One program's lines out of an output in which several programs' lines alternate, each line with a prefix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracemend.reading.prefix import Prefix, might_be_prefixed
from tracemend.reading.report import Block, Dialect, Hints, NeedMore, Span

_FIRST_SIZE = 16
_GROWTH = 8
_MOST_STRANGERS = 200
"""So many lines of others in a row end a program's block: it does not go on in a moment."""


def read_lane(
    dialect: Dialect, prefix: Prefix, lines: Sequence[str], at: int, final: bool, hints: Hints
) -> tuple[Block | NeedMore | None, tuple[int, ...]]:
    """What a dialect reads of the lines that have the prefix of `lines[at]`, and the indices of those lines.

    The answer is as `Dialect.read` gives it, counted in `lines`, each report with the prefix's kind. Where a prefix is
    not certain, it takes two lines.
    """
    size = _FIRST_SIZE
    while True:
        lane, numbers, over = _lane(prefix, lines, at, size)
        whole = over or (at + size >= len(lines) and final)
        if whole and len(lane) < 2 and not prefix.certain:
            return None, ()
        answer = dialect.read(lane, 0, whole, hints)
        if not isinstance(answer, NeedMore) or at + size >= len(lines):
            break
        size *= _GROWTH
    if not isinstance(answer, Block):
        return answer, ()
    reports = tuple(
        replace(one, prefix=prefix.kind, span=Span(numbers[one.span.start - 1] + 1, numbers[one.span.end - 1] + 1))
        for one in answer.reports
    )
    last = min(answer.end, len(numbers))
    return Block(reports, numbers[last - 1] + 1), tuple(numbers[:last])


def _lane(prefix: Prefix, lines: Sequence[str], at: int, size: int) -> tuple[list[str], list[int], bool]:
    """The lines of the prefix's program among `size` lines, their indices, and whether its lines end there."""
    lane, numbers = [prefix.rest], [at]
    strangers = 0
    for number in range(at + 1, min(at + size, len(lines))):
        line = lines[number]
        rest = prefix.unwrap(line)
        if rest is None:
            strangers += 1
            if strangers > _MOST_STRANGERS or (line.strip() and not might_be_prefixed(line, prefix.certain)):
                return lane, numbers, True
            continue
        strangers = 0
        lane.append(rest)
        numbers.append(number)
    return lane, numbers, False

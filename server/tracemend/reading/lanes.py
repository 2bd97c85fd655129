"""One program's lines out of an output in which several programs' lines alternate, each line with a prefix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracemend.reading.prefix import Prefix, might_be_prefixed
from tracemend.reading.report import Block, Dialect, Hints, NeedMore, Span

_FIRST_SIZE = 16
_GROWTH = 2
_MOST_STRANGERS = 200
"""So many lines of others in a row end a program's block: it does not go on in a moment."""


def read_lane(
    dialect: Dialect, prefix: Prefix, lines: Sequence[str], at: int, final: bool, hints: Hints
) -> tuple[Block | NeedMore | None, tuple[int, ...]]:
    """What a dialect reads of the lines that have the prefix of `lines[at]`, and the indices of those lines.

    The answer is as `Dialect.read` gives it, counted in `lines`, each report with the prefix's kind. Where a prefix is
    not certain, it takes two lines.
    """
    lane, size = _Lane(prefix, lines, at), _FIRST_SIZE
    while True:
        lane.go_on(at + size)
        whole = lane.over or (lane.looked == len(lines) and final)
        if whole and len(lane.texts) < 2 and not prefix.certain:
            return None, ()
        answer = dialect.read(lane.texts, 0, whole, hints)
        if not isinstance(answer, NeedMore) or lane.looked == len(lines):
            break
        size *= _GROWTH
    numbers = lane.numbers
    if not isinstance(answer, Block):
        return answer, ()
    reports = tuple(
        replace(one, prefix=prefix.kind, span=Span(numbers[one.span.start - 1] + 1, numbers[one.span.end - 1] + 1))
        for one in answer.reports
    )
    last = min(answer.end, len(numbers))
    return Block(reports, numbers[last - 1] + 1), tuple(numbers[:last])


class _Lane:
    """The lines of the prefix's program from `lines[at]` on, and their indices, as far as was looked."""

    def __init__(self, prefix: Prefix, lines: Sequence[str], at: int) -> None:
        self._prefix, self._lines = prefix, lines
        self._strangers = 0  # lines of others in a row
        self.texts, self.numbers = [prefix.rest], [at]
        self.looked = at + 1
        self.over = False
        """Whether the program's lines end before `looked`."""

    def go_on(self, until: int) -> None:
        """Look on, up to the index `until`."""
        prefix = self._prefix
        for number in range(self.looked, min(until, len(self._lines))):
            if self.over:
                return
            line = self._lines[number]
            self.looked = number + 1
            rest = prefix.unwrap(line)
            if rest is not None:
                self._strangers = 0
                self.texts.append(rest)
                self.numbers.append(number)
                continue
            self._strangers += 1
            self.over = self._strangers > _MOST_STRANGERS or (
                bool(line.strip()) and not might_be_prefixed(line, prefix.certain)
            )

"""What an edit does to the lines of a document: which it touches, and by how much it moves those below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class LineEdit(NamedTuple):
    """The lines `first` to `last` (1-based, inclusive) were changed or taken out, those after `last` moved by `delta`.

    `last` is `first - 1` where lines were only put in, before `first`.
    """

    first: int
    last: int
    delta: int

    def move(self, start: int, end: int) -> int | None:
        """By how much the lines `start` to `end` (inclusive) move; None where the edit is inside them."""
        if end < self.first:
            return 0
        return self.delta if start > self.last else None


def line_edit(old: Sequence[str], new: Sequence[str], first: int = 1, *, from_below: bool = False) -> LineEdit | None:
    """The smallest edit between two versions of some lines (without their ends); None where they are the same.

    `first` is the number of the first of them in the document. Where it may be seen in several ways (a line put in
    before or after its like) it is the last of them, with `from_below` the first.
    """
    limit = min(len(old), len(new))
    if from_below:
        end = _alike(old[::-1], new[::-1], limit)
        start = _alike(old, new, limit - end)
    else:
        start = _alike(old, new, limit)
        end = _alike(old[::-1], new[::-1], limit - start)
    delta = len(new) - len(old)
    if start + end == len(old) and not delta:
        return None
    return LineEdit(first + start, first + len(old) - end - 1, delta)


def _alike(old: Sequence[str], new: Sequence[str], limit: int) -> int:
    """How many lines are the same from the begin on, at most `limit`."""
    at = 0
    while at < limit and old[at] == new[at]:
        at += 1
    return at

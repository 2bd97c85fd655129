"""What an edit does to the lines of a document: which it touches, and by how much it moves those below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineEdit:
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


def line_edit(old: Sequence[str], new: Sequence[str], first: int = 1) -> LineEdit | None:
    """The smallest edit between two versions of some lines (without their ends); None where they are the same.

    `first` is the number of the first of them in the document.
    """
    start, limit = 0, min(len(old), len(new))
    while start < limit and old[start] == new[start]:
        start += 1
    end = 0
    while end < limit - start and old[-1 - end] == new[-1 - end]:
        end += 1
    delta = len(new) - len(old)
    if start + end == len(old) and not delta:
        return None
    return LineEdit(first + start, first + len(old) - end - 1, delta)

"""Reading lines one after the other, inside a margin, without knowing whether there are more to come."""

from __future__ import annotations

from collections.abc import Sequence


class OutOfLines(Exception):
    """The lines end where the next one is needed to go on, and there may be more of them."""


class Cursor:
    """A position in lines that share a margin.

    `base` is what every line begins with (the indentation of a traceback inside a log, `> ` in a quotation), `depth`
    the nesting of exception groups: depth 1 has the margin `  | `, depth 2 `    | `, depth 0 none. Because a line is
    only ever looked at when it is there, what is read does not change when more lines come.
    """

    def __init__(self, lines: Sequence[str], at: int, final: bool, base: str = "") -> None:
        self.lines = lines
        self.at = at
        self.final = final
        self.base = base
        self.depth = 0
        self._bare = base.rstrip()

    def raw(self, ahead: int = 0) -> str | None:
        """The line `ahead` lines from here without the base; None past the end or outside the base."""
        at = self.at + ahead
        if at >= len(self.lines):
            if self.final:
                return None
            raise OutOfLines
        line = self.lines[at]
        if not self.base:
            return line
        if line.startswith(self.base):
            return line[len(self.base) :]
        return "" if line.rstrip() == self._bare else None

    def peek(self, ahead: int = 0) -> str | None:
        """The line `ahead` lines from here without base and margin; None past the end or outside the margin."""
        line = self.raw(ahead)
        if line is None or not self.depth:
            return line
        margin = "  " * self.depth + "|"
        if not line.startswith(margin):
            return None
        rest = line[len(margin) :]
        return rest[1:] if rest.startswith(" ") else rest

    def skip(self, count: int = 1) -> None:
        """Go on by `count` lines."""
        self.at += count

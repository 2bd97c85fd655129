"""One row of a screen: cells that are written, erased, pushed aside.

A wide character (CJK, emoji) takes two cells, the second of which is empty text; what has no width (accents, joiners)
belongs to the cell before it. Half of a wide character that is overwritten leaves a blank, as in xterm.
Widths: Unicode's East Asian Width, as wcwidth(3) has them: an ambiguous character is one cell.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_MOST_JOINED = 16
"""Characters in one cell."""


@lru_cache(1)
def unusual() -> re.Pattern[str]:
    """What may be wide or without width; blocks, boxes and braille, of which bars are made, are not among it.

    Made when first asked for: so many characters take 3 ms to compile, and most outputs need none of it.
    """
    return re.compile(
        "[\u0300-\u036f\u0483-\u1fff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u2300-\u23ff\u25fd\u25fe"
        "\u2600-\u27bf\u2900-\U0010ffff]"
    )


class Row:
    """Cells, of which those before the first that was written are not known where `pad` is NUL.

    `blank`: so many cells at its beginning were erased and not written since. Erasing them again does nothing.
    """

    __slots__ = ("_wide", "blank", "cells", "most", "pad")

    def __init__(self, most: int, pad: str) -> None:
        self.cells: list[str] = []
        self.most, self.pad, self.blank = most, pad, 0
        self._wide = False

    def text(self) -> str:
        text = "".join(self.cells)
        return text.lstrip("\0").replace("\0", " ") if self.pad == "\0" else text

    def put(self, column: int, run: str) -> int:
        """Write over what stands at the column; the column behind it."""
        parts: Sequence[str] = run
        if not run.isascii() and unusual().search(run):
            parts = self._parts(run, column)
            self._wide = True
        end = column + len(parts)
        if column >= self.most:
            return end
        if end > self.most:
            parts = parts[: self.most - column]
        cells = self.cells
        if column > len(cells):
            cells.extend(self.pad * (column - len(cells)))
        if self._wide:
            self._cut(column)
            self._cut(column + len(parts))
        cells[column : column + len(parts)] = parts
        self.blank = min(self.blank, column)
        return end

    def erase(self, column: int, how: int) -> None:
        """EL: to the end, from the beginning, or the whole row."""
        if how == 0:
            self._cut(column)
            del self.cells[column:]
            self.blank = min(self.blank, column)
        elif how == 1:
            self._cut(column + 1)
            width = min(column + 1, len(self.cells))
            if width > self.blank:
                self.cells[self.blank : width] = " " * (width - self.blank)
                self.blank = width
        elif how == 2:
            self.cells.clear()
            self.pad, self.blank = " ", 0

    def insert(self, column: int, count: int) -> None:
        """ICH: push what stands at the column to the right."""
        if column < len(self.cells):
            self._cut(column)
            self.cells[column:column] = " " * min(count, self.most - column)
            del self.cells[self.most :]
            self.blank = min(self.blank, column)

    def delete(self, column: int, count: int) -> None:
        """DCH: what stands behind comes up."""
        self._cut(column)
        self._cut(column + count)
        del self.cells[column : column + count]
        self.blank = min(self.blank, column)

    def overwrite(self, column: int, count: int) -> None:
        """ECH: erase characters, moving none."""
        width = min(count, len(self.cells) - column)
        if width > 0:
            self._cut(column)
            self._cut(column + width)
            self.cells[column : column + width] = " " * width

    def _cut(self, column: int) -> None:
        """Part a wide character whose halves lie on both sides of the column."""
        if self._wide and 0 < column < len(self.cells) and not self.cells[column]:
            self.cells[column - 1 : column + 1] = "  "

    def _parts(self, run: str, column: int) -> list[str]:
        """The cells of a text; what has no width and stands at its beginning goes to the cell before."""
        parts: list[str] = []
        for char in run:
            width = _width(char)
            if width:
                parts += (char, "") if width == 2 else char
                continue
            cells, at = (parts, len(parts)) if parts else (self.cells, min(column, len(self.cells)))
            at -= 1 if at and cells[at - 1] else 2
            if at >= 0 and len(cells[at]) < _MOST_JOINED:
                cells[at] += char
        return parts


@lru_cache(4096)
def _width(char: str) -> int:
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    return 0 if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff" else 1

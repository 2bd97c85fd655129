"""A source file's text with its lines, its offsets and its habits (line ends, indentation)."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from tracemend import lazy

_LINE = lazy.regex(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class SourceText:
    """Text of a file, split where LSP splits it (LF, CRLF, CR alone) and nowhere else.

    `str.splitlines` also splits at form feeds and Unicode separators; editors and CPython do not.
    Offsets and columns are in characters (code points), 0-based; lines are 1-based.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def lines(self) -> list[str]:
        """The lines with their ends."""
        return _LINE.findall(self.text)

    def walk(self) -> Iterator[str]:
        """The lines with their ends, one after the other: nothing is kept of a text that is looked through once."""
        return (found[0] for found in _LINE.finditer(self.text))

    @cached_property
    def _starts(self) -> array[int]:
        """Where each line begins, and the text's end: small, since every question about a place needs it."""
        starts = array("Q", [0])
        starts.extend(found.end() for found in _LINE.finditer(self.text))
        return starts

    @property
    def line_count(self) -> int:
        """How many lines there are; a line end at the text's end begins none."""
        return len(self._starts) - 1

    @cached_property
    def newline(self) -> str:
        """The line end that the file uses most (a line feed where it has none)."""
        crlf = self.text.count("\r\n")
        return "\r\n" if crlf * 2 > self.text.count("\n") else "\n"

    @cached_property
    def indent(self) -> str:
        """One step of indentation, as the file has it (four blanks where nothing is indented)."""
        for line in self.lines:
            if line.startswith("\t") and line.strip():
                return "\t"
            width = len(line) - len(line.lstrip(" "))
            if width and line.strip() and not line.lstrip().startswith("#"):
                return " " * min(width, 8)
        return "    "

    def line(self, number: int) -> str:
        """Line `number` (1-based) without its end; empty past the end."""
        if not 1 <= number <= self.line_count:
            return ""
        return self.text[self._starts[number - 1] : self._starts[number]].rstrip("\r\n")

    def indent_of(self, number: int) -> str:
        """The white space that line `number` begins with."""
        line = self.line(number)
        return line[: len(line) - len(line.lstrip(" \t\f"))]

    def offset(self, line: int, column: int) -> int:
        """Offset of 0-based `column` (characters) in 1-based `line`; clamped to the line's text."""
        if line < 1:
            return 0
        if line > self.line_count:
            return len(self.text)
        return self._starts[line - 1] + min(max(column, 0), len(self.line(line)))

    def position(self, offset: int) -> tuple[int, int]:
        """(1-based line, 0-based column in characters) of an offset."""
        offset = min(max(offset, 0), len(self.text))
        number = max(bisect_right(self._starts, offset), 1)
        if number > self.line_count:
            if self.text.endswith(("\n", "\r")) or not self.text:
                return self.line_count + 1, 0
            number = self.line_count
        return number, offset - self._starts[number - 1]

"""Columns in characters to and from the units that client and server agreed on (UTF-8, UTF-16 or UTF-32)."""

from __future__ import annotations

from lsprotocol import types

from tracemend.source.text import SourceText


class Units:
    """Converts columns of one line's text. Lines are 0-based at the protocol's side and 1-based at SourceText's."""

    def __init__(self, encoding: str = "utf-16") -> None:
        self.encoding = str(getattr(encoding, "value", encoding))

    def count(self, text: str) -> int:
        """How many units a text is long."""
        if self.encoding == "utf-32" or text.isascii():
            return len(text)
        if self.encoding == "utf-8":
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text) + sum(char > "\uffff" for char in text)

    def characters(self, line: str, units: int) -> int:
        """The column in characters of a column in units; clamped to the line, inside a character to its begin."""
        if self.encoding == "utf-32" or line.isascii():
            return min(max(units, 0), len(line))
        at = 0
        for index, char in enumerate(line):
            at += self.count(char)
            if at > units:
                return index
        return len(line)

    def offset(self, source: SourceText, position: types.Position) -> int:
        """The offset in characters of a position; past the end of a line it is the line's end, as LSP has it."""
        number = position.line + 1
        return source.offset(number, self.characters(source.line(number), position.character))

    def position(self, source: SourceText, offset: int) -> types.Position:
        """The position of an offset in characters."""
        line, column = source.position(offset)
        return self.at(source, line, column)

    def at(self, source: SourceText, line: int, column: int) -> types.Position:
        """The position of a 0-based column in characters on a 1-based line."""
        return types.Position(max(line - 1, 0), self.count(source.line(line)[: max(column, 0)]))

    def range(self, source: SourceText, start: tuple[int, int], end: tuple[int, int]) -> types.Range:
        """The range between two (1-based line, 0-based column in characters)."""
        return types.Range(self.at(source, *start), self.at(source, *end))


def overlaps(one: types.Range, other: types.Range) -> bool:
    """Whether two ranges have a position in common; touching counts, so that a cursor at the end is on it."""
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def covers(range: types.Range, position: types.Position) -> bool:
    """Whether a position lies in a range or at its end."""
    return _key(range.start) <= _key(position) <= _key(range.end)


def whole_line(source: SourceText, line: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """From the first character that is no blank to the end of a 1-based line, as (line, 0-based column) twice."""
    text = source.line(line)
    return (line, len(text) - len(text.lstrip())), (line, len(text.rstrip()) or len(text))


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character

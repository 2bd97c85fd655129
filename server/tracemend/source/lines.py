"""The line that a frame speaks of, in the text as it is now."""

from __future__ import annotations

from functools import lru_cache

from tracemend import lazy
from tracemend.context import Context
from tracemend.reading.report import Frame
from tracemend.source.blocks import openers
from tracemend.source.text import SourceText
from tracemend.terminal.clean import clean_line

_NEARBY = 50
"""Where a printed line stands on several lines now, only one this near to the printed number is taken for it."""
_MOST = 100
"""A line that stands more often than this (`pass`) is looked at only near the printed number."""

_DEFINITION = lazy.regex(r"[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)")
_NAME = lazy.regex(r"(?:[\w.]{1,200}\.)?([^\W\d]\w{0,200})(?:\(.{0,80}\))?")


@lru_cache(maxsize=4)
def _source_text(text: str) -> SourceText:
    """One `SourceText` for the same text: its table of lines is made once for many reports of one file."""
    return SourceText(text)


def read_source(file: str | None, context: Context) -> SourceText | None:
    """The text of a file as an editor or the disk has it; None where there is none."""
    text = context.documents.read(file) if file is not None else None
    return None if text is None else _source_text(text)


_CONTROL = lazy.regex("[\x00-\x1f\x7f-\x9f]")
_FSTRING = lazy.regex(r"(?<!\w)(?:[fF][rR]?|[rR][fF])[\"']")


def printed_line(frame: Frame) -> str:
    """The first source line that was printed with a frame, without its indentation; empty where none was."""
    return (frame.source or "").partition("\n")[0].strip()


def stands_on(frame: Frame, source: SourceText) -> bool:
    """Whether the source line that was printed stands on the line that was printed (false where either is
    missing)."""
    printed = printed_line(frame)
    return bool(printed) and frame.line is not None and _says(source.line(frame.line), printed, source)


def _says(line: str, printed: str, source: SourceText) -> bool:
    """Whether a line of the text is what was printed of it: as it is, as a terminal shows it (without control
    characters, with blanks for tabs), or the field of an f-string in parentheses, which is what Python 3.10 and 3.11
    print for an error in one."""
    own = line.strip()
    if own == printed:
        return True
    if _CONTROL.search(own):
        # Python 3.13 prints a line up to its form feed.
        return _shown(printed) in (_shown(own), _shown(own.partition("\f")[0]))
    return _field_at(line, printed) is not None and _FSTRING.search(source.text) is not None


def _shown(line: str) -> str:
    return " ".join(clean_line(line).split())


def _field_at(line: str, printed: str) -> int | None:
    """Where the brace of the field stands that was printed in parentheses; None where none is on the line."""
    if len(printed) < 3 or printed[0] != "(" or printed[-1] != ")":
        return None
    at = line.find("{" + printed[1:-1])
    return at if at >= 0 else None


def printed_from(frame: Frame, line: str) -> int:
    """The column (0-based) of the line that the printed one, without its indentation, begins at."""
    printed = printed_line(frame)
    field = _field_at(line, printed) if line.strip() != printed else None
    return field if field is not None else len(line) - len(line.lstrip())


def scope_at(source: SourceText, line: int) -> str | None:
    """The name of the function or class that the code of a line runs in; None for the module's own.

    Found by indentation: the file need not parse. A `def` line itself runs in what is around it.
    """
    for number in openers(source, line)[1:]:
        found = _DEFINITION.match(source.line(number))
        if found:
            return found[1]
    return None


def in_scope(frame: Frame, source: SourceText, line: int) -> bool | None:
    """Whether a line is in the function that the frame names; None where the name says nothing (`<lambda>`)."""
    if frame.name == "<module>":
        return scope_at(source, line) is None
    found = _NAME.fullmatch(frame.name or "")
    return None if found is None else scope_at(source, line) == found[1]


def bears_out(frame: Frame, source: SourceText) -> bool:
    """Whether nothing of a text speaks against a frame that printed no source line: it has the line, in the function
    that was printed."""
    line = frame.line
    return line is not None and 1 <= line <= source.line_count and in_scope(frame, source, line) is not False


def find_line(frame: Frame, source: SourceText) -> int | None:
    """The line (1-based) of the text that a frame means, as the text is now; None where it is gone or not one.

    Where the text has changed since, and the printed line stands elsewhere: the only one that says the same; of
    several, the nearest in the function that the frame names; where no such function holds one, a single one nearby.
    """
    if frame.line is None:
        return None
    printed = printed_line(frame)
    if not printed:
        if frame.line == source.line_count + 1 > 1:
            return source.line_count  # where a checker sees the end of the file
        return frame.line if 1 <= frame.line <= source.line_count else None
    if stands_on(frame, source):
        return frame.line
    found = []
    if printed in source.text:
        found = [number for number, line in enumerate(source.walk(), 1) if line.strip() == printed]
    if not found:
        found = [number for number, line in enumerate(source.walk(), 1) if _says(line, printed, source)]
    if len(found) > 1:
        found = _followed(found, frame, source)
    if len(found) <= 1:
        return found[0] if found else None
    near = [number for number in found if abs(number - frame.line) <= _NEARBY]
    inside = [number for number in (found if len(found) <= _MOST else near) if in_scope(frame, source, number)]
    if not inside:
        return near[0] if len(near) == 1 else None
    inside.sort(key=lambda number: abs(number - (frame.line or 0)))
    distances = [abs(number - frame.line) for number in inside[:2]]
    if len(inside) > 1 and (distances[0] == distances[1] or distances[0] > _NEARBY):
        return None
    return inside[0]


def _followed(found: list[int], frame: Frame, source: SourceText) -> list[int]:
    """Those of the lines that the further printed source lines follow; all of them where none was printed."""
    further = [line.strip() for line in (frame.source or "").split("\n")[1:]]
    if not further:
        return found
    kept = [
        number
        for number in found
        if all(source.line(number + ahead).strip() == line for ahead, line in enumerate(further, 1))
    ]
    return kept or found

"""Raw terminal text, in pieces cut anywhere, to error reports: finds where a report may begin, and reads only there.

Text on whose lines nothing can begin is neither cleaned nor split into lines: a few searches go over it, and its lines
are counted. Only where a piece holds something that can change what a line says (an escape sequence, an overwriting
carriage return), its lines are cleaned before they are searched.
"""

from __future__ import annotations

from tracemend.reading.marks import marked_lines
from tracemend.reading.reader import Reader, Reports
from tracemend.reading.report import Hints
from tracemend.terminal.clean import CHANGING, MAX_LINE, LineCleaner, clean_line

_FIRST_BATCH = 1024
_LAST_BATCH = 128 * 1024
_GROWTH = 4


class Scanner:
    """Takes pieces of raw text, gives the blocks of reports that are complete; spans count the text's lines.

    The reports do not depend on where the text was cut. Held are one line, and the block that is not over yet.
    """

    def __init__(self, hints: Hints | None = None) -> None:
        hints = hints or Hints()
        self._reader = Reader(hints)
        self._everywhere = hints.selected
        self._cleaner = LineCleaner()  # of lines that hold what changes them
        self._parts: list[str] = []  # the raw line that is not over
        self._size = 0
        self._batch = _FIRST_BATCH

    def feed(self, data: str) -> list[Reports]:
        """The blocks that `data` completes."""
        found: list[Reports] = []
        if self._cleaner.holds:  # the beginning of a line that is longer than any that is kept
            end = data.find("\n") + 1
            lines = self._cleaner.feed(data[:end] if end else data)
            if not end:
                return found
            found += self._scan(_text(lines))
            data = data[end:]
        end = data.rfind("\n") + 1
        if end:
            self._parts.append(data[:end])
            raw = "".join(self._parts)
            self._parts.clear()
            self._size = 0
            data = data[end:]
            if "\r" in raw:
                raw = raw.replace("\r\n", "\n")
            if self._cleaner.inside or _changes(raw):
                raw = _text(self._changed(raw))
            found += self._scan(raw)
        if data:
            self._parts.append(data)
            self._size += len(data)
            if self._size >= MAX_LINE:
                self._cleaner.feed("".join(self._parts))
                self._parts.clear()
                self._size = 0
        return found

    def flush(self) -> list[Reports]:
        """Nothing came for a while: the blocks that are complete as far as can be seen."""
        return self._reader.flush()

    def close(self) -> list[Reports]:
        """The blocks of the rest: nothing more comes."""
        lines = self._cleaner.feed("".join(self._parts)) + self._cleaner.close()
        self._parts.clear()
        self._size = 0
        return self._scan(_text(lines)) + self._reader.close()

    def _changed(self, raw: str) -> list[str]:
        """The lines of a raw text of whole lines, those cleaned that hold what changes them."""
        lines = raw.split("\n")
        lines.pop()
        feed = self._cleaner.feed
        return [feed(line + "\n")[0] if self._cleaner.inside or _changes(line) else line for line in lines]

    def _scan(self, text: str) -> list[Reports]:
        """Read the places of whole lines where something may begin, and what belongs to a block before them."""
        found: list[Reports] = []
        reader, at, end = self._reader, 0, len(text)
        places = marked_lines(text, 0, end) if not self._everywhere else iter(())
        place = next(places, end)
        while at < end:
            if place > at and not (reader.waits or self._everywhere):
                last = text[text.rfind("\n", at, place - 1) + 1 or at : place - 1]
                reader.skip(text.count("\n", at, place), clean_line(last))
                at = place
                continue
            stop = text.rfind("\n", at, at + self._batch) + 1 or text.find("\n", at) + 1
            lines = text[at:stop].split("\n")
            lines.pop()
            marks = []
            for line in lines:
                marks.append(at == place)
                at += len(line) + 1
                if place < at:
                    place = next(places, end)
            found += reader.feed(map(clean_line, lines), marks)
            self._batch = min(self._batch * _GROWTH, _LAST_BATCH) if reader.waits else _FIRST_BATCH
        return found


def read_text(text: str, hints: Hints | None = None) -> list[Reports]:
    """Read a whole raw text, escape sequences and all; as `Scanner` reads it."""
    scanner = Scanner(hints)
    return scanner.feed(text) + scanner.close()


def _changes(text: str) -> bool:
    return any(sign in text for sign in CHANGING)


def _text(lines: list[str]) -> str:
    return "\n".join([*lines, ""]) if lines else ""

"""Raw terminal text, in pieces cut anywhere, to error reports: finds where a report may begin, and reads only there.

Text on whose lines nothing can begin is neither cleaned nor split into lines: a few searches go over it, and its lines
are counted. Only where a piece holds something that can change what a line says (an escape sequence, an overwriting
carriage return), its lines are cleaned before they are searched.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from tracemend.reading.habits import HEAD, LEARNT, RECORDS, Habits, records_in
from tracemend.reading.marks import marked_lines
from tracemend.reading.prefix import certain_prefixes
from tracemend.reading.reader import MAX_BLOCK_LINES, Reader, Reports
from tracemend.reading.report import Hints, Span
from tracemend.terminal.clean import CHANGING, MAX_LINE, NOTHING, LineCleaner, clean_line, uncoloured
from tracemend.terminal.screen import ROW

_FIRST_BATCH = 1024
_LAST_BATCH = 128 * 1024
_GROWTH = 4
_BLOCK = 8 * 1024
_SHORT = 4096
"""Characters of an output that may have last words."""


class Scanner:
    """Takes pieces of raw text, gives the blocks of reports that are complete; spans count the text's lines.

    The reports do not depend on where the text was cut. Held are one line, and the block that is not over yet.
    """

    def __init__(self, hints: Hints | None = None) -> None:
        hints = hints or Hints()
        self._reader = Reader(hints)
        self._hints = hints
        self._short: str | None = ""  # all lines, as long as they are few
        self._found = False
        self._everywhere = hints.selected
        self._cleaner = LineCleaner()  # of lines that hold what changes them
        self._parts: list[str] = []  # the raw line that is not over
        self._size = 0
        self._batch = _FIRST_BATCH
        self._head = HEAD  # lines that are still to be looked at for a prefix
        self._habits = Habits(frozenset(RECORDS), False)
        self._learning = LEARNT  # characters in which records are still looked for
        self._records: set[str] = set()
        self._extra: list[int] = []  # the reader's lines that are further rows of the raw line before them
        self._missing: list[int] = []  # the reader's lines before which a raw line is left out, once for each
        self._shift = 0  # lines left out less further rows, as far as these are no longer kept

    @property
    def habits(self) -> Habits | None:
        """How the stream's lines begin, once that is known: then its text may be searched ahead for marked lines."""
        return None if self._learning or self._head or self._everywhere else self._habits

    @property
    def idle(self) -> bool:
        """Whether the text so far ends with a line, and nothing is open that the next could belong to."""
        return not (self._parts or self._reader.waits or self._cleaner.holds or self._cleaner.inside)

    def skip(self, count: int, last: str) -> None:
        """Pass over `count` lines on which nothing begins; `last` is the last of them, clean. Only while idle."""
        self._short = None
        self._reader.skip(count, last)

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
                raw = "".join(map(self._cleaned, _blocks(raw)))
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
        found = self._numbered(self._reader.flush())
        self._found = self._found or bool(found)
        return found

    def close(self, exit_code: int | None = None) -> list[Reports]:
        """The blocks of the rest: nothing more comes.

        `exit_code`: the command's exit status, where it was not known before. Of a command that failed, and in whose
        few lines nothing was read, its last words are a report.
        """
        lines = self._cleaner.feed("".join(self._parts)) + self._cleaner.close()
        self._parts.clear()
        self._size = 0
        found = self._scan(_text(lines)) + self._numbered(self._reader.close())
        hints = self._hints if exit_code is None else self._hints._replace(exit_code=exit_code)
        if self._found or found or not self._short or not hints.exit_code:
            return found
        from tracemend.reading.programs.lastwords import last_words

        said = last_words([clean_line(line) for line in self._short.split("\n")[:-1]], 0, hints)
        return self._numbered([(replace(said, guessed=True),)]) if said else []

    def _cleaned(self, raw: str) -> str:
        """The text of whole lines, those cleaned that hold what changes them."""
        inside = self._cleaner.inside
        if not inside and not _changes(raw):
            return raw
        if not inside and (plain := uncoloured(raw)) is not None:
            return plain
        lines = raw.split("\n")
        lines.pop()
        feed = self._cleaner.feed
        found: list[str] = []
        for line in lines:
            found += feed(line + "\n") if self._cleaner.inside or _changes(line) else (line,)
        return _text(found)

    def _scan(self, text: str) -> list[Reports]:
        """Read whole lines; the beginning of a stream tells which records it has."""
        if self._short is not None:
            self._short = self._short + text if len(self._short) + len(text) <= _SHORT else None
        if ROW in text or NOTHING in text:
            text = self._split(text)
        if not self._learning:
            return self._lines(text)
        end = text.find("\n", self._learning - 1) + 1 or len(text)
        self._records |= records_in(text[:end])
        found = self._lines(text[:end])
        self._learning = max(0, self._learning - end)
        if not self._learning:
            self._habits = self._habits._replace(records=frozenset(self._records))
        return found + self._lines(text[end:]) if end < len(text) else found

    def _lines(self, text: str) -> list[Reports]:
        """Read whole lines: the stream's first ones apart, which tell whether lines have prefixes."""
        if not self._head:
            return self._read(text)
        end, first = 0, []
        while self._head and end < len(text):
            start, end = end, text.find("\n", end) + 1
            self._head -= 1
            first.append(clean_line(text[start : end - 1]))
            if not self._habits.prefixed and certain_prefixes(first[-1]):
                self._habits = self._habits._replace(prefixed=True)
        found = self._reader.feed(first)
        self._found = self._found or bool(found)
        found = self._numbered(found)
        return found + self._read(text[end:]) if end < len(text) else found

    def _read(self, text: str) -> list[Reports]:
        """Read the places of whole lines where something may begin, and what belongs to a block before them."""
        found: list[Reports] = []
        reader, at, end = self._reader, 0, len(text)
        places = marked_lines(text, 0, end, self._habits) if not self._everywhere else iter(())
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
            self._found = self._found or bool(found)
            self._batch = min(self._batch * _GROWTH, _LAST_BATCH) if reader.waits else _FIRST_BATCH
        return self._numbered(found)

    def _split(self, text: str) -> str:
        """Whole lines with each row that a raw line has painted on a line of its own, and none where it shows nothing
        new; both noted."""
        known = self._reader.count - MAX_BLOCK_LINES
        rows, missing = bisect_right(self._extra, known), bisect_right(self._missing, known)
        self._shift += missing - rows
        del self._extra[:rows]
        del self._missing[:missing]
        number = self._reader.count
        lines: list[str] = []
        for line in text[:-1].split("\n"):
            if line == NOTHING:
                self._missing.append(number + 1)
                continue
            rows = line.count(ROW)
            self._extra += range(number + 2, number + 2 + rows)
            number += 1 + rows
            lines.append(line)
        return _text(lines).replace(ROW, "\n")

    def _numbered(self, blocks: list[Reports]) -> list[Reports]:
        """The blocks with the numbers of raw lines instead of the reader's."""
        if not (self._extra or self._missing or self._shift):
            return blocks
        return [tuple(replace(report, span=self._raw(report.span)) for report in block) for block in blocks]

    def _raw(self, span: Span) -> Span:
        extra, missing, shift = self._extra, self._missing, self._shift
        start, end = (n + shift + bisect_right(missing, n) - bisect_right(extra, n) for n in (span.start, span.end))
        return Span(start, end)


def read_text(text: str, hints: Hints | None = None) -> list[Reports]:
    """Read a whole raw text, escape sequences and all; as `Scanner` reads it.

    Of what a person has selected also what a page, a word processor or a log has made of it, if that was an output.
    """
    if hints is None or not hints.selected:
        return _read(text, hints)
    from tracemend.reading.selections import behind_heads, mended, unfolded

    for form in mended(text):
        if found := _read(form, hints):
            return found
    lines = text.split("\n")
    folded = [(Span(at + 1, at + 1), block) for at, whole in unfolded(lines) for block in _read(whole, hints)]
    if folded:
        return [tuple(replace(one, span=here) for one in block) for here, block in folded]
    first: list[Reports] = []
    for at, rest in behind_heads(lines):
        here = Span(at + 1, at + 1)
        found = [
            tuple(replace(one, span=here) for one in block) for block in map(_certain, _read(rest, hints)) if block
        ]
        if any(one.exception for block in found for one in block):
            return found
        first = first or found
    return first


def _read(text: str, hints: Hints | None) -> list[Reports]:
    scanner = Scanner(hints)
    return scanner.feed(text) + scanner.close()


def _certain(block: Reports) -> Reports:
    """The reports of a block that name what they are: any text behind a colon reads as some program's."""
    return tuple(report for report in block if report.exception or report.code or report.tool not in _ANY)


_ANY = frozenset(("program", "shell", "system"))


def _blocks(text: str) -> Iterator[str]:
    """Whole lines in blocks: those in which nothing changes a line are not looked at line by line."""
    at = 0
    while at < len(text):
        end = text.find("\n", at + _BLOCK) + 1 or len(text)
        yield text[at:end]
        at = end


def _changes(text: str) -> bool:
    return any(sign in text for sign in CHANGING)


def _text(lines: list[str]) -> str:
    return "\n".join([*lines, ""]) if lines else ""

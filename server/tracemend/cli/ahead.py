"""One large file read by several processes: further ones look ahead for lines on which a report may begin.

What they find are places alone: this process reads there, in the file's order, and passes over all the rest. The
reports are those of reading from the first byte to the last.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from itertools import accumulate, count, islice
from typing import TYPE_CHECKING, BinaryIO

from tracemend.reading.habits import Habits
from tracemend.reading.marks import marked_lines, pattern
from tracemend.terminal.clean import CHANGING, clean_line, uncoloured
from tracemend.terminal.decoding import TextDecoder

if TYPE_CHECKING:
    from tracemend.context import Context
    from tracemend.diagnosis import Diagnoser, Diagnosis, Stream

_PIECE = 2 * 1024 * 1024
_CHUNK = 64 * 1024
_BATCH = 1 * 1024
_STEP = 4 * 1024
_MAX_LINE = 1024 * 1024
"""Bytes within which a line has to end; a file of longer ones is read by one process."""
_MANY = 4_000
"""With more marked lines in a piece it is as fast to read the piece."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A line on which a report may begin: its byte offset in the file, and how many lines of the piece stand before it,
    and the last of these."""

    start: int
    lines: int
    before: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Whole lines of a file, from one byte offset to another. `marks`: the lines on which a report may begin, the
    piece's end as the last of them; None where the whole piece has to be read."""

    start: int
    end: int
    marks: tuple[Mark, ...] | None


def diagnosed(
    file: BinaryIO, name: str, diagnoser: Diagnoser, context: Context, pool: Executor, workers: int
) -> Iterator[Diagnosis]:
    """The errors of a file, each as soon as it is complete; `file` is open at its beginning."""
    stream = diagnoser.stream(context, name, look=True)
    decoder = TextDecoder()
    while stream.habits is None and (data := file.read(_CHUNK)):
        yield from stream.feed(decoder.decode(data))
    at = file.tell()
    start = _line_start(file, at) if stream.habits is not None and decoder.encoding == "utf-8" else None
    if start is not None and start >= at and stream.habits is not None:
        file.seek(at)
        yield from stream.feed(decoder.decode(file.read(start - at)))
        at = start
        pattern(stream.habits)  # compiled once, before processes are forked
        for piece in _pieces(pool, 2 * workers, name, at, stream.habits):
            if piece is None or piece.start != at:
                break
            yield from _read(file, piece, stream, decoder)
            at = piece.end
    file.seek(at)
    while data := file.read(_CHUNK):
        yield from stream.feed(decoder.decode(data))
    yield from stream.feed(decoder.decode(b"", final=True))
    yield from stream.end(context.exit_code)


def _pieces(pool: Executor, most: int, name: str, start: int, habits: Habits) -> Iterator[Piece | None]:
    """The pieces of a file from a line's beginning on; at most so many are worked at or wait to be taken."""
    waiting: deque[Future[Piece | None]] = deque()
    for number in count():
        waiting.append(pool.submit(look_ahead, name, start + number * _PIECE, start + (number + 1) * _PIECE, habits))
        if len(waiting) == most:
            piece = waiting.popleft().result()
            if piece is None or piece.start == piece.end:
                break
            yield piece
    for future in waiting:
        future.cancel()


def _read(file: BinaryIO, piece: Piece, stream: Stream, decoder: TextDecoder) -> Iterator[Diagnosis]:
    """Read a piece where something may begin, and as long as something is open; pass over the rest."""
    at, line, size = piece.start, 0, _BATCH
    marks = iter(piece.marks or ())
    while at < piece.end:
        if piece.marks is not None and stream.idle:
            mark = next(mark for mark in marks if mark.start >= at)
            if mark.start > at:
                stream.skip(mark.lines - line, mark.before)
                at, line, size = mark.start, mark.lines, _BATCH
            if at == piece.end:
                return
        file.seek(at)
        data = file.read(min(size, piece.end - at))
        if not data:  # somebody has made the file shorter
            return
        data = data[: data.rfind(b"\n") + 1]
        at += len(data)
        line += data.count(b"\n")
        size *= 2
        yield from stream.feed(decoder.decode(data))


def look_ahead(name: str, start: int, end: int, habits: Habits) -> Piece | None:
    """The lines of a file that begin between two byte offsets; in a process of its own.

    The last one of a file counts if it has a line feed. None where a line is too long, or the file cannot be read.
    """
    try:
        with open(name, "rb", buffering=0) as file:
            first, last = _line_start(file, start), _line_start(file, end)
            if first is None or last is None:
                return None
            file.seek(first)
            data = file.read(last - first)
    except OSError:
        return None
    return Piece(first, first + len(data), _marks(data, first, habits))


def _line_start(file: BinaryIO, at: int) -> int | None:
    """The byte offset at which a line begins, at `at` or next after it; else the file's last. None: it is too far."""
    file.seek(at - 1)
    passed = 0
    while data := file.read(_STEP):
        found = data.find(b"\n")
        if found >= 0:
            return at + passed + found
        passed += len(data)
        if passed >= _MAX_LINE:
            return None
    end = file.seek(0, 2)
    file.seek(max(0, end - _MAX_LINE))
    rest = file.read(_MAX_LINE).rfind(b"\n") + 1
    return max(0, end - _MAX_LINE) + rest if rest else None


def _marks(data: bytes, start: int, habits: Habits) -> tuple[Mark, ...] | None:
    """The marks of whole lines that begin at a byte offset; None where it is simpler to read them."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    plain = text.replace("\r\n", "\n") if "\r" in text else text
    if any(sign in plain for sign in CHANGING):
        colourless = uncoloured(plain)
        if colourless is None:
            return None
        plain = colourless
    found: list[tuple[int, int, str]] = []
    at = line = 0
    for place in (*islice(marked_lines(plain, 0, len(plain), habits), _MANY), len(plain)):
        line += plain.count("\n", at, place)
        found.append((place, line, clean_line(plain[plain.rfind("\n", 0, max(0, place - 1)) + 1 : max(0, place - 1)])))
        at = place
    if len(found) > _MANY:
        return None
    if plain is text and text.isascii():
        return tuple(Mark(start + place, line, before) for place, line, before in found)
    ends = [0, *accumulate(len(line) + 1 for line in data.split(b"\n"))]
    return tuple(Mark(start + ends[line], line, before) for _, line, before in found)

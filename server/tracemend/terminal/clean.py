"""Raw terminal text, in pieces cut anywhere, to clean lines.

What stays is what the terminal shows of each line: escape sequences are taken out, carriage return, backspace,
erasing and moving inside the line are carried out. A line feed always ends a line, whatever it stands in, so that
line numbers are those of the raw text. Moves to another line are dropped. A character is one cell: where wide
characters are overwritten the result may be off by a cell.

Sources: ECMA-48 (control functions), xterm's ctlseqs (OSC ended by BEL or ST; ESC, CAN and SUB end a string early).
"""

from __future__ import annotations

import re

MAX_LINE = 64 * 1024
"""Longest line, in characters; the rest of a longer one is dropped."""
MAX_STRING = 64 * 1024
"""A device control string that is not ended after so many characters was none: what follows is text again."""
CHANGING = ("\x1b", "\r", "\x08")
"""A line without these, outside a control string, says what its printed characters say."""
_MAX_SEQUENCE = 8 * 1024

# Everything but printable characters and tabs: what sends a line the slow way. Lone halves of surrogate pairs come
# from JSON whose text was cut inside a pair.
_SPECIAL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_STRING = r"[^\x07\x18\x1a\x1b]*(?:\x07|\x1b\\|(?=[\x18\x1a\x1b]))"
_TOKEN = re.compile(
    r"\x1b\[([0-?]*)[ -/]*([@-~])"  # CSI: parameters, final
    rf"|\x1b\]{_STRING}"  # OSC: titles, links, shell integration's marks
    r"|\x1b[PX^_][^\x18\x1a\x1b]*(?:\x1b\\|(?=[\x18\x1a\x1b]))"  # DCS, SOS, PM, APC
    r"|\x1b[ -/]*[0-~]"  # character sets, save and restore, keypad ...
    r"|[\x00-\x08\x0b-\x1f\x7f]"
)
# What makes the order of writing matter: without it, a line is its characters in a row.
_MOVES = re.compile(r"[\r\x08]|\x1b\[(?:[0-9;]*[@CDGPX`a]|[12]K)")
_OPEN_STRING = re.compile(r"\x1b(?:([\]PX^_])[^\x07\x18\x1a\x1b]*)")
_OPEN_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[ -/]*)")
_STRING_END = re.compile(r"\x1b\\|[\x18\x1a]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")


class LineCleaner:
    """Takes pieces of raw text, gives clean lines: as many as there were line feeds, and the rest on `close`.

    The lines do not depend on where the text was cut. Memory is bounded: about MAX_LINE characters are held.
    """

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._parts: list[str] = []
        self._size = 0
        self._row: _Row | None = None
        self._string = 0  # characters that an unfinished control string may still swallow
        self._osc = False  # inside an OSC longer than a piece: swallow up to its end or the line's

    @property
    def holds(self) -> bool:
        """Whether a line has begun that is not over."""
        return bool(self._size or self._row)

    @property
    def inside(self) -> bool:
        """Whether a control string has begun that is not over."""
        return bool(self._string or self._osc)

    def feed(self, data: str) -> list[str]:
        """The lines that `data` completes, without their ends."""
        if not data:
            return []
        lines = data.replace("\r\n", "\n").split("\n")
        rest = lines.pop()
        if lines:
            if self._size:
                self._parts.append(lines[0])
                lines[0] = "".join(self._parts)
                self._parts.clear()
                self._size = 0
            if (
                self._row
                or self._string
                or self._osc
                or max(len(data), len(lines[0])) >= MAX_LINE
                or _SPECIAL.search(lines[0])
                or _SPECIAL.search(data)
            ):
                lines = [self._end_line(line) for line in lines]
        if rest:
            self._hold(rest)
        return lines

    def close(self) -> list[str]:
        """What came after the last line feed, as a line; nothing if nothing did. The cleaner is as new after it."""
        lines = [self._end_line("".join(self._parts))] if self._size or self._row else []
        self._begin()
        return lines

    def _hold(self, text: str) -> None:
        """Keep text of a line that is not over, written into a row whenever there is too much of it."""
        self._parts.append(text)
        self._size += len(text)
        if self._size < MAX_LINE:
            return
        raw = "".join(self._parts)
        at = 0
        while len(raw) - at >= MAX_LINE:  # at fixed lengths, so that the result does not depend on the pieces
            row = self._row = self._row or _Row()
            piece = self._swallow(raw[at : at + MAX_LINE])
            at += MAX_LINE
            kept = _unfinished(piece)
            row.write(piece[: len(piece) - kept])
            if kept > _MAX_SEQUENCE:
                self._osc = True
            else:
                at -= kept
        self._parts = [raw[at:]]
        self._size = len(raw) - at

    def _end_line(self, raw: str) -> str:
        """The clean text of a whole line (or of the rest of one whose beginning is in the row already)."""
        if len(raw) >= MAX_LINE:
            self._hold(raw)
            raw = "".join(self._parts)
            self._parts.clear()
            self._size = 0
        if self._string or self._osc:
            raw = self._swallow(raw)
            self._osc = False
            if self._string:
                self._string = max(0, self._string - 1)
        row, self._row = self._row, None
        if row is None and not _SPECIAL.search(raw):
            return raw
        raw = raw.rstrip("\r")
        kept = _unfinished(raw)
        if kept:
            if raw[len(raw) - kept + 1 : len(raw) - kept + 2] in ("P", "X", "^", "_"):
                self._string = MAX_STRING
            raw = raw[: len(raw) - kept]
        if row is None and not _MOVES.search(raw):
            return _whole(_TOKEN.sub("", raw))[:MAX_LINE]
        row = row or _Row()
        row.write(raw)
        return row.text()

    def _swallow(self, raw: str) -> str:
        """What is left of `raw` after the control string that is open."""
        if self._osc:
            found = re.search(r"\x07|\x1b\\|(?=[\x18\x1a\x1b])", raw)
            if not found:
                return ""
            self._osc = False
            return raw[found.end() :]
        if self._string:
            found = _STRING_END.search(raw, 0, self._string)
            if found:
                self._string = 0
                return raw[found.end() :]
            taken = min(len(raw), self._string)
            self._string -= taken
            return raw[taken:]
        return raw


def clean_line(raw: str) -> str:
    """The clean text of one whole line outside a control string."""
    if len(raw) < MAX_LINE and not _SPECIAL.search(raw):
        return raw
    return LineCleaner().feed(raw + "\n")[0]


def clean_text(text: str) -> list[str]:
    """The clean lines of a whole text; the last one too where it has no line feed."""
    cleaner = LineCleaner()
    return cleaner.feed(text) + cleaner.close()


def _unfinished(raw: str) -> int:
    """How many characters at the end of `raw` begin an escape sequence (or a surrogate pair) that it does not end."""
    if raw and "\ud800" <= raw[-1] <= "\udbff":
        return 1
    at = raw.rfind("\x1b")
    if at < 0:
        return 0
    if at == len(raw) - 1:  # perhaps the first half of a string's end
        before = raw.rfind("\x1b", 0, at)
        if before >= 0:
            found = _OPEN_STRING.match(raw, before)
            if found and found.end() == at:
                return len(raw) - before
        return 1
    found = _OPEN_STRING.match(raw, at) or _OPEN_SEQUENCE.match(raw, at)
    return len(raw) - at if found and found.end() == len(raw) else 0


def _whole(text: str) -> str:
    """Surrogate pairs as the characters that they mean, lone halves as U+FFFD."""
    if not _LONE.search(text):
        return text
    text = _PAIR.sub(lambda pair: pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text)
    return _LONE.sub("\ufffd", text)


class _Row:
    """One line of a screen: its cells and where the cursor stands."""

    def __init__(self) -> None:
        self.cells: list[str] = []
        self.column = 0

    def text(self) -> str:
        return "".join(self.cells)

    def write(self, raw: str) -> None:
        """Carry out raw text whose escape sequences are all complete."""
        raw = _whole(raw)
        at = 0
        for token in _TOKEN.finditer(raw):
            if token.start() > at:
                self._put(raw[at : token.start()])
            at = token.end()
            if token[2]:
                self._control(token[1], token[2])
            elif token[0] == "\r":
                self.column = 0
            elif token[0] == "\x08":
                self.column = max(0, self.column - 1)
        self._put(raw[at:])

    def _put(self, run: str) -> None:
        if self.column >= MAX_LINE:
            return
        run = run[: MAX_LINE - self.column]
        self._reach(self.column)
        self.cells[self.column : self.column + len(run)] = run
        self.column += len(run)

    def _reach(self, column: int) -> None:
        if column > len(self.cells):
            self.cells.extend(" " * (column - len(self.cells)))

    def _control(self, parameters: str, final: str) -> None:
        """A control function that works inside the line; others change nothing here."""
        if not (parameters == "" or parameters.isdecimal()):
            return
        number = min(int(parameters[:6] or 0), MAX_LINE)
        count = max(number, 1)
        cells, column = self.cells, self.column
        if final == "K":
            if number == 0:
                del cells[column:]
            elif number == 1:
                width = min(column + 1, len(cells))
                cells[:width] = " " * width
            elif number == 2:
                cells.clear()
        elif final in "Ca":
            self.column = min(column + count, MAX_LINE)
        elif final == "D":
            self.column = max(0, column - count)
        elif final in "G`":
            self.column = count - 1
        elif final == "P":
            del cells[column : column + count]
        elif final == "X":
            width = min(count, len(cells) - column)
            if width > 0:
                cells[column : column + width] = " " * width
        elif final == "@" and column < len(cells):
            cells[column:column] = " " * min(count, MAX_LINE - column)
            del cells[MAX_LINE:]

"""Raw terminal text, in pieces cut anywhere, to clean lines.

What stays is what the terminal shows of each line: escape sequences are taken out, and what they and carriage return
and backspace do to the line is carried out (`terminal.screen` says how far). A line feed always ends a line, whatever
it stands in, so that line numbers are those of the raw text. What is drawn on the alternate screen (vim, less, htop) is
no text: lines that end there are empty. Drawings that a program repeats over line feeds are there once: a raw line that
shows nothing new is NOTHING (`terminal.display`). Form feeds, NUL and other controls without meaning for the text are
taken out.

Of the 8-bit controls (C1), only the introducer of a control sequence is one here, where parameters follow: as the other
ones are looked at, UTF-8 that was once taken for Latin-1 ("â\x80\x9d", a quotation mark) would swallow its line.

Where a terminal was too narrow, nothing tells a reader so: a terminal wraps by itself, and the stream has no sign of
it. ConPTY prints a row that it knows to be wrapped without a line feed, so that the line is whole again, but one that
a program has broken or repainted row by row comes as rows: joining these is for those who read the lines.

Sources: ECMA-48 (control functions), xterm's ctlseqs (OSC ended by BEL or ST; ESC, CAN and SUB end a string early),
microsoft/terminal src/renderer/vt/XtermEngine.cpp `_MoveCursor` (what ConPTY prints, and when it prints no CR LF).
"""

from __future__ import annotations

import re

from tracemend import lazy
from tracemend.terminal.display import NOTHING as NOTHING
from tracemend.terminal.display import Display
from tracemend.terminal.screen import LEAVE, MOVES, TOKEN, Screen
from tracemend.terminal.screen import MAX_LINE as MAX_LINE

MAX_STRING = 64 * 1024
"""A device control string that is not ended after so many characters was none: what follows is text again."""
CHANGING = ("\x1b", "\r", "\x08", "\x9b")
"""A line without these, outside a control string, says what its printed characters say."""
_MAX_SEQUENCE = 8 * 1024

# Everything but printable characters and tabs: what sends a line the slow way. Lone halves of surrogate pairs come
# from JSON whose text was cut inside a pair.
_SPECIAL = lazy.regex("[\x00-\x08\x0b-\x1f\x7f\x9b\ud800-\udfff]")
_8_BIT = lazy.regex(r"\x9b(?=[0-9?])")
# What most lines have that have any: colours, and erasing up to the end, where nothing stands.
_COLOURS = lazy.regex(r"\x1b\[(?:[0-9;:]*m|0?K)")
_OPEN_STRING = lazy.regex(r"\x1b(?:([\]PX^_])[^\x07\x18\x1a\x1b]*)")
_OPEN_SEQUENCE = lazy.regex(r"\x1b(?:\[[0-?]*[ -/]*|[ -/]*)")
_STRING_END = lazy.regex(r"\x1b\\|[\x18\x1a]")
_PAIR = lazy.regex("[\ud800-\udbff][\udc00-\udfff]")
_LONE = lazy.regex("[\ud800-\udfff]")


class LineCleaner:
    """Takes pieces of raw text, gives clean lines: one for each line feed, and the rest on `close`.

    Where a raw line painted several rows of the screen, ROW stands between them in its clean line. A line that may
    repeat a drawing comes with one of the next lines: with the drawing's end, or what is new in it.
    The lines do not depend on where the text was cut. Memory is bounded: about MAX_LINE characters are held.
    """

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._parts: list[str] = []
        self._size = 0
        self._screen: Screen | None = None  # of a line of which a part is carried out already
        self._alternate = False
        self._display: Display | None = None  # from where the cursor was hidden or went up over a line feed
        self._string = 0  # characters that an unfinished control string may still swallow
        self._osc = False  # inside an OSC longer than a piece: swallow up to its end or the line's

    @property
    def holds(self) -> bool:
        """Whether a line has begun that is not over."""
        return bool(self._size or self._screen)

    @property
    def inside(self) -> bool:
        """Whether a control string, the alternate screen or a display is not over: every line has to be fed."""
        return bool(self._string or self._osc or self._alternate or self._display)

    def feed(self, data: str) -> list[str]:
        """The lines that `data` completes, without their ends."""
        if not data:
            return []
        if self._size and "\n" in data:
            data = "".join([*self._parts, data])
            self._parts.clear()
            self._size = 0
        head, ended, rest = data.replace("\r\n", "\n").rpartition("\n")
        lines: list[str] = []
        if ended:
            plain = None if self._screen or self.inside else uncoloured(head)
            lines = (head if plain is None else plain).split("\n")
            if plain is None:
                lines = [clean for line in lines for clean in self._end_line(line)]
            elif len(plain) > MAX_LINE:
                lines = [line[:MAX_LINE] for line in lines]
        if rest:
            self._hold(rest)
        return lines

    def close(self) -> list[str]:
        """What came after the last line feed, as a line; nothing if nothing did. The cleaner is as new after it."""
        lines = self._end_line("".join(self._parts)) if self._size or self._screen else []
        if self._display:
            lines += self._display.end()
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
            screen = self._screen = self._screen or Screen(self._alternate)
            piece = self._swallow(raw[at : at + MAX_LINE])
            at += MAX_LINE
            kept = _unfinished(piece)
            screen.write(_whole(piece[: len(piece) - kept]))
            if kept > _MAX_SEQUENCE:
                self._osc = True
            else:
                at -= kept
        self._parts = [raw[at:]]
        self._size = len(raw) - at

    def _end_line(self, raw: str) -> list[str]:
        """The clean lines that are known with the end of this one."""
        clean = self._painted(raw)
        display = self._display
        if isinstance(clean, str):
            if not display:
                return [clean]
            lines = display.take([(0, clean)] if clean else [])
        else:
            if not display:
                if clean.alternate or not (clean.top < 0 or clean.hides or clean.anew):
                    return [clean.text()]
                display = self._display = Display()
            lines = display.take_screen(clean)
        if display.over:
            lines += display.end()
            self._display = None
        return lines

    def _painted(self, raw: str) -> str | Screen:
        """What a whole line (or the rest of one whose beginning is in the row already) says or, if it moves, paints."""
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
        screen, self._screen = self._screen, None
        if screen is None:
            if self._alternate:
                if not LEAVE.search(raw):
                    return ""
                screen = Screen(alternate=True)
            elif (plain := uncoloured(raw)) is not None:
                return plain[:MAX_LINE]
        raw = raw.rstrip("\r")
        if "\x9b" in raw:
            raw = _8_BIT.sub("\x1b[", raw)
        kept = _unfinished(raw)
        if kept:
            if raw[len(raw) - kept + 1 : len(raw) - kept + 2] in ("P", "X", "^", "_"):
                self._string = MAX_STRING
            raw = raw[: len(raw) - kept]
        if screen is None and not MOVES.search(raw):
            return _whole(TOKEN.sub("", raw))[:MAX_LINE]
        screen = screen or Screen()
        screen.write(_whole(raw))
        self._alternate = screen.alternate
        return screen

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


def uncoloured(text: str) -> str | None:
    """The clean text of whole lines outside a control string whose only sequences are colours; None for others."""
    if "\x1b" in text:
        text = _COLOURS.sub("", text)
    return None if _SPECIAL.search(text) else text


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

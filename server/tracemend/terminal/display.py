"""Drawings that a program repeats over line feeds (bars, panels, spinners): told from text that is new.

A display (of rich's Live, nested bars of tqdm, BuildKit, listr) goes up over line feeds and draws its rows again, and
what is printed meanwhile is printed in its place, with the display drawn anew below: a traceback that comes line by
line has the display between its lines. So, once a program has hidden the cursor or gone up over a line feed, what its
rows show is kept here, and rows that are drawn again, changed in numbers and bars only, are left out of the text.

Text is never held back, nor taken out for having been overwritten: a stream is read in the order in which it was
printed. A drawing in which anything below a repeated row is new is given whole, for its rows may belong together. Only
rows that repeat wait, until the drawing is over or the next new row comes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tracemend.terminal.screen import ROW, Screen

NOTHING = "\x0c"
"""The clean line of a raw line that shows nothing new. No other text has it: it is taken out as a control."""
_LASTS = 1000
"""After so many raw lines in which nothing goes up over a line feed, there is no display any more."""
_MAX_ROWS = 256
"""Rows of the screen that are known, from the lowest up."""
_WIDTH = 512
"""Characters of a row that count."""

# What changes from drawing to drawing: numbers (rich has -:--:-- and tqdm ? for one that is not known yet), and what
# bars, boxes and spinners are made of. Blanks do not count.
_NUMBER = re.compile(r"[0-9?][0-9.,:?]*|-:[-:]+")
_DRAWN = re.compile(r"[\s#=>*._~+\\/\u2010-\u2bff-]+")
_LETTER = re.compile(r"[^\W\d_]")
_RUN = re.compile(r"(.)\1+")


class Display:
    """What stands on the screen, by position, and which rows of the drawing before have not been drawn again yet."""

    def __init__(self) -> None:
        self._rows: dict[int, str] = {}  # what known rows show; "" for empty ones
        self._base = 0  # the position of the row in which the next raw line begins
        self._left = _LASTS
        self._words: Counter[str] = Counter()  # rows of the drawing before, with words, that this one has not
        self._frames: Counter[str] = Counter()  # its rows without words: empty ones, lines of boxes
        self._steady: set[str] = set()  # rows with words that have been drawn again and again
        self._waiting: list[str] = []  # the lines of this drawing from the first on that repeats a row
        self._waits = False  # whether a row with words is among these
        self._whole = False  # something below a repeated row is new

    @property
    def over(self) -> bool:
        """Whether nothing has been drawn for long."""
        return self._left <= 0

    def end(self) -> list[str]:
        """The lines that wait: the drawing is over, and had nothing new below its first rows."""
        lines = [NOTHING] * len(self._waiting)
        self._waiting, self._waits = [], False
        return lines

    def take_screen(self, screen: Screen) -> list[str]:
        """`take` of a raw line that moves the cursor."""
        if screen.alternate:
            return [*self.end(), screen.text()]
        lines: list[str] = []
        first = ""
        up = screen.top < 0
        if up or screen.anew:
            if up and screen.vanished:  # the last row of the drawing before, which no line feed has ended
                shows = _shows(screen.vanished)
                first = screen.vanished if self._rows and not self._repeats(shows) else ""
                self._rows[self._base] = shows
            lines = self.end()
            self._begin(min(self._rows, default=0) if screen.anew else self._base + screen.top)
        if up or screen.anew or screen.hides:
            self._left = _LASTS
        for index in screen.erased:
            self._rows.pop(self._base + index, None)
        if screen.below is not None:
            for place in [one for one in self._rows if one >= self._base + screen.below]:
                del self._rows[place]
        return lines + self.take(screen.painted(), screen.index, up, first)

    def take(self, rows: Sequence[tuple[int, str]], last: int = 0, up: bool = False, first: str = "") -> list[str]:
        """The clean lines that are known with this raw line, in the order of the raw lines.

        `rows`: what it painted, by index, counted from the row in which it began; `last`: the row in which it ended;
        `up`: whether it went up over a line feed, which parts two drawings; `first`: what it had painted before that.
        """
        self._left -= 1
        waiting, left = self._waiting, bool(self._words)
        given: list[str] = []
        again: list[str] = []
        fresh = words = False
        if not rows and not self._rows.get(self._base):
            rows = ((0, ""),)
        for index, text in rows:
            place, shows = self._base + index, _shows(text)
            covered, self._rows[place] = self._rows.get(place), shows
            if covered and not shows:
                continue  # blanks painted over a row take it away
            repeats, worded = self._repeats(shows), _worded(shows)
            if not repeats or not up:
                given.append(text)
            if repeats and (not up or index == last):
                again.append(text)
                words = words or worded
            fresh = fresh or (not repeats and bool(shows))
        self._move(last + 1)

        lines: list[str] = []
        if fresh:
            self._whole = self._whole or self._waits or (words and not up)
            text = ROW.join(given).lstrip(ROW if up else "")
            lines = [*waiting, f"{first}{ROW}{text}" if first else text]
            self._waiting, self._waits = [], False
        elif first:
            lines.append(first)
        elif again and self._whole:
            lines.append(ROW.join(again))
        elif again and (words or left):
            waiting.append(ROW.join(again))
            self._waits = self._waits or words
        else:
            (waiting or lines).append("" if given and not again else NOTHING)
        return lines + self.end() if left and not self._words else lines

    def _begin(self, first: int) -> None:
        """A drawing begins over what stands from the position `first` on."""
        known = {place: shows for place, shows in self._rows.items() if place >= first}
        self._words = Counter(filter(_worded, known.values()))
        self._frames = Counter(shows for shows in known.values() if not _worded(shows))
        self._whole = False

    def _repeats(self, shows: str) -> bool:
        """Whether the drawing before had such a row that this one has not drawn yet; then it has now."""
        if not _worded(shows):
            # A box may stand in a text as well: as long as the drawing's words are not there, it may be another one.
            if self._frames[shows] <= 0:
                return False
            self._frames[shows] -= not self._words
            return True
        if shows not in self._words:
            return shows in self._steady
        self._words[shows] -= 1
        if not self._words[shows]:
            del self._words[shows]
        if len(self._steady) < _MAX_ROWS:
            self._steady.add(shows)
        return True

    def _move(self, rows: int) -> None:
        """The next raw line begins so many rows further down."""
        self._base += rows
        if len(self._rows) > 2 * _MAX_ROWS:
            for place in sorted(self._rows)[:-_MAX_ROWS]:
                del self._rows[place]


def _shows(text: str) -> str:
    """What a row says apart from numbers and bars; of one without letters, all of it if it is ASCII."""
    text = text.strip()[:_WIDTH]
    numbered = _NUMBER.sub("0", text)
    kept = _DRAWN.sub("", numbered)
    if _worded(kept):
        return kept
    return text if text.isascii() else _RUN.sub(r"\1", "".join(numbered.split()))


def _worded(shows: str) -> bool:
    return bool(_LETTER.search(shows))

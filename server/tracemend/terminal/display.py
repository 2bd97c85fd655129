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

from collections import Counter
from collections.abc import Sequence

from tracemend import lazy
from tracemend.terminal.screen import ROW, Screen

NOTHING = "\x0c"
"""The clean line of a raw line that shows nothing new. No other text has it: it is taken out as a control."""
_LASTS = 1000
"""After so many raw lines in which nothing goes up over a line feed, there is no display any more."""
_MAX_ROWS = 128
"""At least so many rows of the screen are known, from the lowest up: as many as a display may have."""
_WIDTH = 512
"""Characters of a row that count."""
_FRAME = "\0"
"""What a row without words shows begins with."""

# What changes from drawing to drawing: numbers (rich has -:--:-- and tqdm ? for one that is not known yet), and what
# bars, boxes and spinners are made of. Blanks do not count.
_NUMBER = lazy.regex(r"[0-9?][0-9.,:?]*|-:[-:]+")
_DRAWN = lazy.regex(r"[\s#=>*._~+\\/\u2010-\u2bff-]+")
_LETTER = lazy.regex(r"[^\W\d_]")
_RUN = lazy.regex(r"(.)\1+")


class Display:
    """What stands on the screen, by position, and which rows of the drawing before have not been drawn again yet."""

    def __init__(self) -> None:
        self._rows: dict[int, str] = {}  # what known rows show; "" for empty ones
        self._base = 0  # the position of the row in which the next raw line begins
        self._deepest = 0  # the lowest position that was painted
        self._left = _LASTS
        self._words: Counter[str] = Counter()  # rows of the drawing before, with words, that this one has not
        self._frames: Counter[str] = Counter()  # its rows without words: empty ones, lines of boxes
        self._drawn: dict[str, None] = {}  # rows that have been gone over, the last ones last
        self._complete = False  # whether the drawing before had rows with words
        self._foreign: set[str] = set()  # what has once been printed below a drawing that was complete
        self._bottom = ""  # the drawing's last row, where no line feed ended it
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
        painted = screen.painted()
        up = screen.top < 0 or bool(screen.anew)
        if up:
            gone = screen.vanished if self._rows and screen.top < 0 and all(index for index, _ in painted) else ""
            if gone:  # the last row of the drawing before, which no line feed has ended
                shows = _shows(gone)
                first = "" if self._repeats(shows) else gone
                self._note(self._base, shows)
                self._bottom = gone[:_WIDTH]
            lines = self.end()
            self._begin(self._base + min(screen.top, -screen.anew))
        if up or screen.hides:
            self._left = _LASTS
        for index in screen.erased:
            self._rows.pop(self._base + index, None)
        if screen.below is not None:
            for place in self._places(self._base + screen.below):
                del self._rows[place]
        return lines + self.take(painted, screen.index, up, first)

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
        ended: list[str] = []
        if not rows and not self._rows.get(self._base):
            rows = ((0, ""),)
        elif rows and not up and (rest := self._behind_bottom(rows[0][1])):
            rows = [(rows[0][0], rest), *rows[1:]]
            ended = self.end() if not self._words else []
            waiting = self._waiting
        for index, text in rows:
            place, shows = self._base + index, _shows(text)
            covered = self._rows.get(place)
            self._note(place, shows)
            if covered and not shows:
                continue  # blanks painted over a row take it away
            repeats, worded = self._repeats(shows), _worded(shows)
            if not repeats or not up:
                given.append(text)
            if repeats and (not up or index == last):
                again.append(text)
                words = words or worded
            if not repeats and shows:
                fresh = True
                if self._complete and not left and shows not in self._foreign:
                    # Not of the display, as another process prints below it; one that it has grown by comes again.
                    del self._rows[place]
                    self._foreign.add(shows)
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
        return ended + lines + (self.end() if left and not self._words else [])

    def _begin(self, first: int) -> None:
        """A drawing begins over what stands from the position `first` on."""
        known = [self._rows[place] for place in self._places(first)]
        self._words = Counter(shows for shows in known if _worded(shows))
        self._frames = Counter(shows for shows in known if not _worded(shows))
        self._complete = bool(self._words)
        self._whole = False
        for shows in known:
            self._drawn.pop(shows, None)
            self._drawn[shows] = None
        while len(self._drawn) > 2 * _MAX_ROWS:
            del self._drawn[next(iter(self._drawn))]
        if len(self._foreign) > _MAX_ROWS:
            self._foreign.clear()

    def _repeats(self, shows: str) -> bool:
        """Whether the drawing before had such a row that this one has not drawn yet; then it has now."""
        if not _worded(shows):
            # A box may stand in a text as well: as long as the drawing's words are not there, it may be another one.
            if self._frames[shows] <= 0:
                return bool(shows) and shows in self._drawn
            self._frames[shows] -= not self._words
        elif shows not in self._words:
            return shows in self._drawn
        else:
            self._words[shows] -= 1
            if not self._words[shows]:
                del self._words[shows]
        return True

    def _behind_bottom(self, text: str) -> str:
        """What another process has printed behind the drawing's last row; empty where nothing."""
        rest = text[len(self._bottom) :]
        shows = _shows(self._bottom)
        if not shows or not rest.strip() or _shows(text[: len(self._bottom)]) != shows or _shows(text) == shows:
            return ""
        return rest if self._repeats(shows) else ""

    def _places(self, first: int) -> list[int]:
        """The positions of known rows from `first` on."""
        first = max(first, self._deepest - 2 * _MAX_ROWS)
        return [place for place in range(first, self._deepest + 1) if place in self._rows]

    def _note(self, place: int, shows: str) -> None:
        self._rows[place] = shows
        self._deepest = max(self._deepest, place)

    def _move(self, rows: int) -> None:
        """The next raw line begins so many rows further down."""
        self._base += rows
        if len(self._rows) > 2 * _MAX_ROWS:
            for place in sorted(self._rows)[:-_MAX_ROWS]:
                del self._rows[place]


def _shows(text: str) -> str:
    """What a row says apart from numbers and bars, "" of an empty one; of one without letters, FRAME and its signs."""
    text = text.strip()[:_WIDTH]
    if not text:
        return ""
    numbered = _NUMBER.sub("0", text)
    kept = _DRAWN.sub("", numbered)
    if _LETTER.search(kept):
        return kept
    return _FRAME + (text if text.isascii() else _RUN.sub(r"\1", "".join(numbered.split())))


def _worded(shows: str) -> bool:
    return bool(shows) and shows[0] != _FRAME

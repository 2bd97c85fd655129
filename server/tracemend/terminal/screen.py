"""What one raw line paints: one row of a screen, or several where it moves the cursor to other rows.

A stream is read in the order in which it was printed, not as a screen: its size is not known, and a program that goes
up to draw its bars again and then fails (nested bars of tqdm) prints its traceback over what stands there. So a row is
begun anew wherever the cursor comes to another one, and what was there before the raw line is taken as not known.

Carried out: carriage return, backspace, columns, erasing, inserting and deleting of characters; moves to other rows,
and back to those that the same raw line has painted, which is how a bar of many rows that prints no line feed (docker
pull) leaves its last state; insertion and deletion of rows among these; saving and restoring of the cursor;
the alternate screen, in which nothing is kept.
Not carried out: what reaches over a line feed. Rows that an earlier raw line has painted are given out already, and
stay as they were; of a display that is drawn again with line feeds (rich's Live), `terminal.display` leaves out what it
repeats. Scroll regions and the screen's edges are not known either.

An absolute position (`CSI row;column H`) tells how far the cursor goes only from the second one on in a raw line. The
first one goes to a row below. That is what Windows' ConPTY does: it prints what follows line by line with CR LF, skips
empty rows by an absolute position, and after scrolling goes up to the rows that its line feeds have made.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from tracemend import lazy
from tracemend.terminal.rows import Row, unusual

MAX_LINE = 64 * 1024
"""Longest row, in characters; the rest of a longer one is dropped."""
ROW = "\x0b"
"""Stands between the rows of a raw line that painted several. No other text has it: it is taken out as a control."""
_MAX_ROWS = 256
"""Of more rows of one raw line, those that were begun first are dropped."""
_MAX_WIDTH = 4 * 1024
"""Longest row, in characters, besides the one in which a raw line begins: no terminal is wider."""
_MAX_COLUMN = 1024
"""How far to the right a control function takes the cursor: else a few characters would make a long row each time."""
_FAR = 1 << 20
_TAB = 8

STRING = r"[^\x07\x18\x1a\x1b]*(?:\x07|\x1b\\|(?=[\x18\x1a\x1b]))"
TOKEN = lazy.regex(
    r"\x1b\[([0-?]*)[ -/]*([@-~])"  # CSI: parameters, final
    rf"|\x1b\]{STRING}"  # OSC: titles, links, shell integration's marks
    r"|\x1b[PX^_][^\x18\x1a\x1b]*(?:\x1b\\|(?=[\x18\x1a\x1b]))"  # DCS, SOS, PM, APC
    r"|\x1b[ -/]*[0-~]"  # character sets, save and restore, keypad ...
    r"|[\x00-\x08\x0b-\x1f\x7f]"
)
_MODE = r"\?(?:[0-9]{1,9};){0,16}(?:47|1047|1049)(?:;[0-9;]{0,99})?"
# What makes the order of writing matter: without it, a line is its characters in a row.
MOVES = lazy.regex(
    rf"[\r\x08]|\x1b\[(?:[0-9;]*[@A-ILMPSTXZ`abdefsu]|[12]K|[12]J|8;[0-9;]*t|\?25l|{_MODE}h)|\x1b[78DEMc]"
)
_ENTER = lazy.regex(_MODE)
# The alternate screen ends where it is left, with a reset, and where a shell asks for a command or says that one has
# ended (marks of FinalTerm, which VS Code has as 633): then the program that wanted it is gone.
LEAVE = lazy.regex(rf"\x1b\[{_MODE}l|\x1bc|\x1b\](?:133|633);[AD]")


class Screen:
    """The rows that a raw line paints, and where the cursor is: `index` counts rows from the one it begins in."""

    def __init__(self, alternate: bool = False) -> None:
        self.alternate = alternate
        """Whether what is written goes to the alternate screen, and is dropped."""
        self._rows: dict[int, Row] = {}
        self._index = self._column = 0
        self._pad = " "  # what stands left of where the next row is begun
        self._absolute: int | None = None  # the cursor's row on the screen, once the raw line has told it
        self._saved: tuple[int, int, int | None] | None = None
        self._last = ""  # the character that REP repeats
        self.top = 0
        """The highest row that the cursor was in."""
        self.erased: set[int] = set()
        """Rows that were erased, at least once."""
        self.vanished = ""
        """What the raw line had painted in the row in which it began when that was erased."""
        self.below: int | None = None
        """The row from which on everything was erased."""
        self.hides = False
        """Whether the cursor was hidden, as programs do that are going to draw."""
        self.anew = 0
        """How many rows the screen has, where it has got another size: ConPTY draws all of it again."""

    @property
    def index(self) -> int:
        """The cursor's row."""
        return self._index

    def text(self) -> str:
        """The rows that were painted, ROW between them."""
        return ROW.join(text for _, text in self.painted())

    def painted(self) -> list[tuple[int, str]]:
        """The rows that were painted, from top to bottom; one empty row for any number of them.

        The cursor's row comes last: what follows the line feed goes on below it, over the rows that stand there.
        """
        found: list[tuple[int, str]] = []
        before: int | None = None
        for index in sorted(self._rows, key=lambda index: (index == self._index, index)):
            row = self._rows[index].text()
            if not row and len(self._rows) > 1:
                continue
            if before is not None and index - before > (2 if before < self._index < index else 1):
                found.append((index - 1, ""))
            found.append((index, row))
            before = index
        return found

    def write(self, raw: str) -> None:
        """Carry out raw text whose escape sequences are all complete."""
        at = 0
        while at < len(raw):
            if self.alternate:
                left = LEAVE.search(raw, at)
                if not left:
                    return
                self.alternate = False
                at = left.start()
            at = self._paint(raw, at) if at or "\x1b" in raw or _other().search(raw) else self._overwrite(raw)

    def _overwrite(self, raw: str) -> int:
        """Carry out a text that holds no control but carriage returns; its length."""
        first, *runs = raw.split("\r")
        if first:
            self._put(first)
        if runs:
            shown = runs[-1]
            for run in reversed(runs):
                if len(run) > len(shown):
                    shown += run[len(shown) :]
            self._column = 0
            if shown:
                self._put(shown)
            self._column = min(len(runs[-1]), MAX_LINE)
        return len(raw)

    def _paint(self, raw: str, at: int) -> int:
        """Carry out a text from `at` to its end, or to where the alternate screen is entered; where that is."""
        for token in TOKEN.finditer(raw, at):
            if token.start() > at:
                self._put(raw[at : token.start()])
            at = token.end()
            parameters, final = token.groups()
            if final:
                if final in _CONTROLS:
                    self._control(parameters, final)
                elif final == "h" and _ENTER.fullmatch(parameters):
                    self.alternate = True
                    return at
                elif final == "l" and parameters == "?25":
                    self.hides = True
                elif final == "t" and parameters.startswith("8;"):
                    self.anew = _number(parameters.split(";")[1])
            elif token[0] == "\r":
                self._column = 0
            elif token[0] == "\x08":
                self._column = max(0, self._column - 1)
            elif token[0][0] == "\x1b" and len(token[0]) == 2:
                self._escape(token[0][1])
        if at < len(raw):
            self._put(raw[at:])
        return len(raw)

    def _put(self, run: str) -> None:
        """Write a text, in which tabs move the cursor."""
        row = self._rows.get(self._index) or self._begin()
        first, *others = run.split("\t") if "\t" in run else (run,)
        column = row.put(self._column, first)
        for other in others:
            column = row.put(column - column % _TAB + _TAB, other)
        self._column = min(column, MAX_LINE)
        self._last = run[-1:]

    def _begin(self) -> Row:
        """The row of the cursor, in which nothing has been written yet."""
        rows = self._rows
        if len(rows) >= _MAX_ROWS:
            del rows[next(iter(rows))]
        row = rows[self._index] = Row(_MAX_WIDTH if self._index else MAX_LINE, self._pad)
        return row

    def _escape(self, final: str) -> None:
        """Two-character sequences that move the cursor."""
        if final == "7":
            self._save()
        elif final == "8":
            self._restore()
        elif final == "D":
            self._move(1)
        elif final == "E":
            self._move(1)
            self._column = 0
        elif final == "M":
            self._move(-1)
        elif final == "c":
            self._rows.clear()
            self._column, self._pad = 0, " "

    def _control(self, parameters: str, final: str) -> None:
        """A control function that moves the cursor or changes what is written."""
        if final in _PLACES:
            if _NUMBERS.fullmatch(parameters):
                row, _, column = parameters.partition(";")
                self._place(_number(row), _number(column.partition(";")[0]) if final != "d" else self._column + 1)
            return
        if parameters and not parameters.isdecimal():
            return
        number = min(int(parameters[:6] or 0), _MAX_WIDTH)
        count = max(number, 1)
        if final in _ROW_CONTROLS:
            painted = self._rows.get(self._index)
            if final == "K" and (number == 2 or (number == 0 and self._column == 0)):
                self._note_erased(self._index)
            if final == "@":
                count = min(count, _MAX_WIDTH)
            if painted is not None:
                _ROW_CONTROLS[final](painted, self._column, number if final == "K" else count)
                if not painted.cells:
                    self._column = min(self._column, _MAX_COLUMN)
            elif final == "K" and (number == 2 or (number == 0 and self._column == 0)):
                self._pad = " "
        elif final in "Ca":
            self._column = max(self._column, min(self._column + count, _MAX_COLUMN))
        elif final == "D":
            self._column = max(0, self._column - count)
        elif final in "G`":
            self._column = min(count, _MAX_COLUMN) - 1
        elif final == "I":
            self._column = min(self._column - self._column % _TAB + _TAB * count, _MAX_COLUMN)
        elif final == "Z":
            self._column = max(0, (self._column - 1) // _TAB + 1 - count) * _TAB
        elif final == "b":
            self._put(self._last * min(count, _MAX_WIDTH))
        elif final in "AF":
            self._move(-count)
        elif final in "BeE":
            self._move(count)
        elif final == "J":
            self._erase(number)
        elif final == "L":
            self._shift(self._index, count)
        elif final == "M":
            self._shift(self._index, -count)
        elif final == "S":
            self._scroll(count)
        elif final == "T":
            self._scroll(-count)
        elif final == "s" and not parameters:
            self._save()
        elif final == "u" and not parameters:
            self._restore()
        if final in "EFLM":
            self._column = 0

    def _move(self, rows: int) -> None:
        """Down, or up where negative."""
        self._index = _near(self._index + rows)
        self._column = min(self._column, _MAX_COLUMN)
        self.top = min(self.top, self._index)
        self._pad = " " if rows > 0 else "\0"
        if self._absolute is not None:
            self._absolute = max(1, self._absolute + rows)

    def _place(self, row: int, column: int) -> None:
        """To a row and a column of the screen, both from 1."""
        if self._absolute is not None:
            self._index = _near(self._index + row - self._absolute)
            self.top = min(self.top, self._index)
        elif self._rows:
            # ConPTY goes to the beginning of the next row by CR LF: further down, there is an empty row between.
            self._index = max(self._rows) + (2 if column == 1 else 1)
        self._absolute, self._column, self._pad = row, min(column, _MAX_COLUMN) - 1, " "

    def _save(self) -> None:
        self._saved = (self._index, min(self._column, _MAX_COLUMN), self._absolute)

    def _restore(self) -> None:
        """Back to where the cursor was saved; if that was before this raw line, to a row that is not known."""
        if self._saved is not None:
            self._index, self._column, self._absolute = self._saved
        elif self._rows:
            self._index, self._column, self._absolute = max(self._rows) + 1, 0, None
        self._pad = "\0"

    def _erase(self, how: int) -> None:
        """ED: from the cursor on, up to the cursor, or everything."""
        if how == 2:
            self._rows.clear()
            self._pad = " "
            self._column = min(self._column, _MAX_COLUMN)
        elif how < 2:
            row = self._rows.get(self._index)
            if how == 0 and self._column == 0:
                self._note_erased(self._index)
            if row is not None:
                row.erase(self._column, how)
            for index in [one for one in self._rows if (one > self._index if how == 0 else one < self._index)]:
                self._note_erased(index)
                del self._rows[index]
            if how == 0:
                below = self._index + (self._column > 0)
                self.below = below if self.below is None else min(self.below, below)

    def _note_erased(self, index: int) -> None:
        if len(self.erased) < _MAX_ROWS:
            self.erased.add(index)
        if not index and (row := self._rows.get(0)) is not None and row.cells:
            self.vanished = row.text()

    def _scroll(self, rows: int) -> None:
        """Move all rows up, or down where negative, under the cursor: it goes the other way among them."""
        self._index = _near(self._index + rows)
        self.top = min(self.top, self._index)
        if self._saved is not None:
            self._saved = (_near(self._saved[0] + rows), *self._saved[1:])

    def _shift(self, first: int, count: int) -> None:
        """Move the rows from `first` on down by `count`; up where negative: then so many of them are gone."""
        gone = range(first, first - count)
        self._rows = {
            (index + count if index >= first else index): row for index, row in self._rows.items() if index not in gone
        }


_ROW_CONTROLS: dict[str, Callable[[Row, int, int], None]] = {
    "K": Row.erase,
    "P": Row.delete,
    "X": Row.overwrite,
    "@": Row.insert,
}
_PLACES = "Hfd"
_CONTROLS = frozenset("@ABCDEFGHIJKLMPSTXZabdefsu`")
_NUMBERS = lazy.regex(r"[0-9]{0,9}(?:;[0-9]{0,9}){0,16}")


@lru_cache(1)
def _other() -> re.Pattern[str]:
    """What is not written into a row character by character: controls, and what is wide or without width."""
    return re.compile(f"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]|{unusual().pattern}")


def _near(index: int) -> int:
    return max(-_FAR, min(index, _FAR))


def _number(digits: str) -> int:
    """A parameter that counts from 1."""
    return max(1, min(int(digits or 0), MAX_LINE))

"""Tracebacks as rich draws them, in a box: `rich.traceback.install()`, typer, textual, RichHandler, structlog.

    ╭─────────────────── Traceback (most recent call last) ────────────────────╮
    │ /home/dev/shop/app.py:11 in load                                         │
    │                                                                          │
    │   10 │   try:                                                            │
    │ ❱ 11 │   │   return read("{'a': 1}")                                     │
    ╰──────────────────────────────────────────────────────────────────────────╯
    ValueError: wrong

The format is that of `rich/traceback.py`, `Traceback.__rich_console__` and `_render_stack`: one box a stack, in it for
each frame a line `path:line in name` (`in name:line` where there is no such file), source lines with the failing one
pointed at, and the variables in boxes of their own; below it type (without its module) and message, then notes
(`[NOTE] `), members of a group in boxes `Sub-exception #1`, and the sentence between two exceptions. A SyntaxError
has a second box, without a title. Where the output cannot hold them, ASCII or `?` stands for the lines of the boxes,
and `>` for the pointer. Long lines are wrapped: inside a box at its width, below it at the console's, which is seldom
another one.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.cursor import Cursor, OutOfLines
from tracemend.reading.report import MORE, Block, Frame, Hints, NeedMore
from tracemend.reading.surroundings import showing_program
from tracemend.reading.tracebacks.chain import Printed, linked, reports
from tracemend.reading.tracebacks.exception_line import read_exception

TITLE = " Traceback (most recent call last) "
_CUT_TITLE = " Traceback (most recent call "
"""As much of it as a box has at least that is too narrow for it (RichHandler, at 80 columns)."""
_MEMBER = lazy.regex(r" Sub-exception #\d{1,5} ")
_WALLS = frozenset("│┃║|")
_SIDES = _WALLS | frozenset("?\ufffd")
_RULE = lazy.regex(r"[^\w\s]([^\w\s])\1{0,1000}[^\w\s]?$")
_POINTED = lazy.regex(r"(?:[❱>?\ufffd]|\\u2771) {1,8}(?P<line>\d{1,9})(?: (?P<code>.*))?$")
_CONTINUED = lazy.regex(r" {3,12}(?=\S)(?!\d{1,9}(?: |$))")
"""The rest of a source line that was wrapped (typer, RichHandler): no number stands before it."""
_GUIDES = lazy.regex(r"(?:[│|?\ufffd] {3}){0,100}")
_PLACED = lazy.regex(r"(?P<path>.{1,2000}?):(?P<line>\d{1,9}) in (?P<name>\S.*)$")
_UNPLACED = lazy.regex(r"in (?P<name>\S.{0,300}):(?P<line>\d{1,9})$")
_SYNTAX_PLACE = lazy.regex(r" (?P<path>\S.{0,2000}):(?P<line>\d{1,9})$")
_CARET = lazy.regex(r" *[▲?^\ufffd]$|(?: *)\\u25b2$")
NO_FILE = "<unknown>"
"""The path of a frame of which rich prints none, because there is no such file."""

_CODE_WIDTH = 88
"""Source lines are cut at this width unless the caller sets another."""
_MAX_HEADER_ROWS = 24
_MAX_DEPTH = 10
_NOTE = "[NOTE] "


class _Rich:
    """Reads the box and what stands below it, for every exception of a chain."""

    name = "rich"

    opens = staticmethod(openings.rich)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        if not hints.selected and showing_program(hints.command) in _QUOTING:
            return None
        if not _is_title(lines[at]):
            return None
        if at + 1 >= len(lines):
            return None if final else MORE
        base = _margin(lines[at + 1])
        if base is None:
            return None
        cursor = Cursor(lines, at, final, " " * base)
        try:
            chain = _read_chain(cursor, 0)
        except OutOfLines:
            return MORE
        return Block(tuple(reports(chain)), cursor.at) if chain else None


_QUOTING = frozenset({"ag", "git", "glow", "grep", "egrep", "fgrep", "man", "pydoc", "rg", "tldr"})


def _is_title(line: str) -> bool:
    """Whether the line is the upper edge of a traceback's box."""
    at = line.find(_CUT_TITLE)
    if line.lstrip()[:1] in _WALLS:
        return False  # inside another box
    rule = line[at - 1 : at]
    same = next(
        (number for number, char in enumerate(TITLE) if line[at + number : at + number + 1] != char), len(TITLE)
    )
    after = line[at + same :].rstrip()
    return at > 0 and not rule.isalnum() and not rule.isspace() and after[:-1].strip(rule) == "" and after != ""


def _margin(line: str) -> int | None:
    """How far a box's line is indented; None where it is none."""
    text = line.strip()
    if len(text) < 4 or text[0] not in _SIDES or text[-1] != text[0]:
        return None
    return len(line) - len(line.lstrip())


def _read_chain(cursor: Cursor, depth: int) -> list[Printed]:
    """Read exceptions that led to each other, of a group's members at a depth."""
    return linked(cursor, lambda: _read_one(cursor, depth))


def _read_one(cursor: Cursor, depth: int) -> Printed | None:
    """Read one exception: its boxes, the line that names it, and its members."""
    start = cursor.at
    frames: list[Frame] = []
    width = 0
    line = cursor.peek() or ""
    if start < len(cursor.lines) and _CUT_TITLE in cursor.lines[start]:
        cursor.skip()
        rows, width = _rows(cursor)
        frames = _frames(rows, width)
        line = cursor.peek() or ""
    if _RULE.match(line.strip()):
        cursor.skip()
        rows, width = _rows(cursor)
        placed = _syntax_frame(rows)
        if placed:
            frames.append(placed)
    below = cursor.at
    read = read_exception(cursor, True, False, True)
    if read is None:
        return None
    name, message, notes = _unwrapped(read[0], cursor, below, width)
    printed = Printed(start, cursor.at, name, message, frames, notes=notes)
    while depth < _MAX_DEPTH and _MEMBER.search(cursor.peek(1) or "") and not (cursor.peek() or "").strip():
        cursor.skip(2)
        first = cursor.at
        rows, _ = _rows(cursor)
        member = _read_chain(Cursor(rows, 0, True), depth + 1)
        _move(member, first)
        if member:
            printed.members.append(member)
        printed.end = cursor.at
    return printed


def _rows(cursor: Cursor) -> tuple[list[str], int]:
    """What stands inside a box from the cursor's line on, without its sides, and how wide that is."""
    rows: list[str] = []
    width = 0
    while True:
        line = (cursor.peek() or "").rstrip()
        if line and not rows and line[0] in _SIDES:
            width = len(line) - 4
        if len(line) < 4 or line[0] not in _SIDES or line[-1] != line[0] or _ends(line):
            if _RULE.match(line):
                cursor.skip()
            return rows, width
        rows.append(line[2:-2])
        cursor.skip()


def _ends(line: str) -> bool:
    """Whether a line that looks like a box's inside is an edge or another box's title: where `?` is all of them."""
    return line[0] not in _WALLS and (_CUT_TITLE in line or bool(_RULE.match(line)))


def _frames(rows: list[str], width: int) -> list[Frame]:
    """The frames of a box."""
    frames: list[Frame] = []
    header = ""
    count = 0
    for at, row in enumerate(rows):
        text = row.rstrip()
        pointed = _POINTED.match(text)
        if pointed:
            header = ""
            if frames and frames[-1].line == int(pointed["line"]):
                cut = len(text) >= width or bool(_CONTINUED.match(rows[at + 1] if at + 1 < len(rows) else ""))
                frames[-1] = _with_source(frames[-1], pointed["code"] or "", cut)
            continue
        if not text or text[0] in " ╭╰┌└+" or (text[0] in _SIDES and text[-1] == text[0]):
            header = ""
            continue
        found = None
        for joined in (header + text, header + " " + text) if header else (text,):
            found = _PLACED.match(joined) or _UNPLACED.match(joined)
            if found:
                break
        if found:
            path = found.groupdict().get("path", NO_FILE)
            frames.append(Frame(path, int(found["line"]), found["name"]))
            header, count = "", 0
        else:
            # A row that is full was broken off inside a path, another one between two words.
            count = count + 1 if header else 1
            full = len(text) >= width
            header = (header + text + ("" if full else " ")) if count < _MAX_HEADER_ROWS else ""
    return frames


def _with_source(frame: Frame, code: str, cut: bool) -> Frame:
    """The frame with its source line, unless that is cut off or wrapped at the box's edge."""
    found = _GUIDES.match(code)
    source = code[found.end() if found else 0 :].strip()
    if cut or len(code) >= _CODE_WIDTH or not source:
        return frame
    return Frame(frame.path, frame.line, frame.name, source=source)


def _syntax_frame(rows: list[str]) -> Frame | None:
    """Where a SyntaxError is: the place, the source line and the mark below it."""
    if not rows or not _CARET.match(rows[-1].rstrip()):
        return None
    source = rows[-2].rstrip() if len(rows) > 1 else ""
    column = len(rows[-1].rstrip()) - len(rows[-1].strip())
    found = _SYNTAX_PLACE.match("".join(row.rstrip() for row in rows[:-2]))
    path, line = (found["path"], int(found["line"])) if found else (NO_FILE, None)
    indent = len(source) - len(source.lstrip())
    carets = (column - indent, column - indent + 1) if column >= indent else None
    return Frame(path, line, None, source=source.strip() or None, carets=carets)


def _unwrapped(name: str, cursor: Cursor, first: int, width: int) -> tuple[str, str, tuple[str, ...]]:
    """Name, message and notes of the lines from `first` to the cursor, those joined that rich has wrapped.

    It breaks between words, where the line keeps its blank, and inside a word only where that is longer than a line.
    """
    width += 4
    lines: list[str] = []
    joins = False
    for at in range(first, cursor.at):
        line = cursor.lines[at][len(cursor.base) :]
        if joins and not line.startswith(_NOTE):
            lines[-1] += line.rstrip()
        else:
            lines.append(line.rstrip())
        text = line.rstrip()
        following = cursor.lines[at + 1][len(cursor.base) :] if at + 1 < cursor.at else ""
        word = following.split(" ", 1)[0]
        folded = len(text) == width and " " not in text
        full = len(text) == width or (line != text and len(text) + 1 + len(word) > width)
        joins = bool(word) and width > 4 and full
        if joins and not folded:
            lines[-1] += " "
    text = "\n".join(lines)
    text, *notes = text.split("\n" + _NOTE)
    return name, text[len(name) + 1 :].strip(), tuple(note.rstrip() for note in notes)


def _move(chain: list[Printed], by: int) -> None:
    """Count the lines of a chain that was read inside a box from the text's beginning."""
    for printed in chain:
        printed.start += by
        printed.end += by
        for member in printed.members:
            _move(member, by)


DIALECT = _Rich()

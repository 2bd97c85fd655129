"""Tracebacks as IPython and Jupyter print them: modes context, verbose and plain of IPython 5 to 9, Colab, VS Code.

    ---------------------------------------------------------------------------
    KeyError                                  Traceback (most recent call last)
    Cell In[3], line 2
          1 prices = {'tea': 3}
    ----> 2 prices['x']

    KeyError: 'x'

The format is that of `IPython/core/ultratb.py`: `VerboseTB.prepare_header` and `format_record`;
a SyntaxError of a cell stands alone, without a heading (`SyntaxTB`). How a frame is named depends on the version:

    Cell In[3], line 2, in f(a)        8.5 and later; `Cell In [3]` up to 8.6
    File ~/app.py:12, in f(a)          8.0 and later
    Input In [3], in <cell line: 2>()  8.0 to 8.4
    <ipython-input-3-d44150e40ee5> in f(a)     up to 7, as is `~/app.py in f(a)`; the arrow says the line

Colab makes a link of the path, `[/a.py](https://localhost:8080/#) in f(a)`, and so does VS Code in what is copied from
it, `File [/a.py:12](https://...), in f(a)` (vscode-jupyter#14868); older versions of its extension named
`a.ipynb Cell 3 line 2`, `a.ipynb Cell 3 in <cell line: 1>()`, and made links of the lines' numbers, as many notebooks
keep them. nbconvert indents the whole by four blanks in Markdown, which is read where a person selects it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.cursor import Cursor, OutOfLines
from tracemend.reading.report import MORE, Block, Frame, Hints, NeedMore
from tracemend.reading.surroundings import showing_program
from tracemend.reading.tracebacks.chain import Printed, linked, reports
from tracemend.reading.tracebacks.exception_line import named, read_exception, reads_as_exception
from tracemend.reading.tracebacks.stack import frame_of, with_source

_PROMPT = lazy.regex(r"(?:In \[\d{1,9}\]: ?| {0,8}\.{3}: ?){0,200}")
_HEADING = lazy.regex(r"(?P<name>[^\W\d][\w.]{0,200}?) *Traceback \(most recent call last\)\s*$")
_LINK = r"\]\((?:https?|vscode[\w-]*|file):[^\s)]{0,2000}\)"
_FRAMES = (
    lazy.regex(r"(?P<path>(?:Cell|Input) In ?\[\d{1,9}\])(?:, line (?P<line>\d{1,9}))?(?:, in (?P<name>.*))?$"),
    lazy.regex(rf"File \[(?P<path>[^\]]{{1,2000}}?):(?P<line>\d{{1,9}}){_LINK}(?:, in (?P<name>.*))?$"),
    lazy.regex(r"File (?P<path>\S.{0,2000}?):(?P<line>\d{1,9})(?:, in (?P<name>.*))?$"),
    lazy.regex(
        rf"\[?(?P<path>[^\s\[\]][^\[\]]{{0,2000}}?(?:\.(?:py[xwd]?|pxi|so)|>))(?:{_LINK})? in "
        r"(?P<name>(?:<[^<>]{1,80}>|[\w.<>]{1,300})(?:\(.*)?)$"
    ),
    lazy.regex(r"(?P<path>\S.{0,2000}?\.ipynb Cell \d{1,9})'?(?: in (?P<name>.*)| line (?P<line>\d{1,9}))$"),
)
_ARROW = lazy.regex(
    r"-{0,6}> ?(?:<a href='vscode-notebook-cell:[^']{0,2000}'>)?(?P<line>\d{1,9})(?:</a>)?(?: (?P<source>.*))?$"
)
_NO_SOURCE = "'Could not get source, "
_SYNTAX = frozenset({"SyntaxError", "IndentationError", "TabError", "_IncompleteInputError"})
_QUOTING = frozenset({"ag", "git", "glow", "grep", "egrep", "fgrep", "man", "pydoc", "rg", "tldr"})
_MAX_FOREIGN = 60
"""Lines in a row below a frame that are neither source nor indented: values of variables that have several lines."""
_MAX_FRAME_LINES = 2_000


class _IPython:
    """Reads a heading with its frames and exception, and those it led to; or a cell's SyntaxError."""

    name = "ipython"

    opens = staticmethod(openings.ipython)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        if not hints.selected and showing_program(hints.command) in _QUOTING:
            return None
        prompt = _PROMPT.match(lines[at])
        line = lines[at][prompt.end() if prompt else 0 :]
        base = line[: len(line) - len(line.lstrip())] if hints.selected and _HEADING.match(line.lstrip()) else ""
        line = line[len(base) :]
        cursor = Cursor(lines, at, final, base)
        try:
            if _HEADING.match(line):
                chain = linked(cursor, lambda: _read_one(cursor, line if cursor.at == at else cursor.peek() or ""))
            else:
                printed = _read_syntax_error(cursor, line)
                chain = [printed] if printed else []
        except OutOfLines:
            return MORE
        return Block(tuple(reports(chain)), cursor.at) if chain else None


def _read_one(cursor: Cursor, line: str) -> Printed | None:
    """Read one exception whose first line is `line`; without a heading only one that was never raised."""
    start = cursor.at
    frames: list[Frame] = []
    heading = _HEADING.match(line)
    if heading:
        cursor.skip()
        if not _read_frames(cursor, heading["name"], frames):
            return None
    elif not reads_as_exception(line.partition(":")[0].rstrip()):
        return None
    first = cursor.peek() or ""
    read = read_exception(cursor, True, False, True)
    if read is None:
        return None
    name, message = read
    again = f"\n{first.rstrip()}"
    if (message + "\n").find(again + "\n") > 0:  # nbclient before 0.6.1 repeats the exception below the traceback
        message = message[: (message + "\n").find(again + "\n")]
    return Printed(start, cursor.at, name, message, frames)


def _read_frames(cursor: Cursor, name: str, frames: list[Frame]) -> bool:
    """Read frames until the line that names the exception; False where it does not come."""
    foreign = count = 0
    while True:
        line = cursor.peek()
        if line is None or _HEADING.match(line) or count > _MAX_FRAME_LINES:
            return False
        line = line.rstrip()
        ending = named(line) if line.startswith(name) else None
        if ending and ending[0] == name:
            return True
        frame = _frame(line)
        arrow = None if frame else _ARROW.match(line)
        count += 1
        if frame:
            frames.append(frame)
            foreign = count = 0
        elif arrow and frames:
            frames[-1] = _pointed(frames[-1], arrow)
            foreign = 0
        elif line[:1] == " " or not line:
            foreign = foreign if line else foreign + 1
        else:
            foreign += 1
        if foreign > _MAX_FOREIGN:
            return False
        cursor.skip()


def _frame(line: str) -> Frame | None:
    """The frame that a line at the margin names."""
    if line[:1] in ("", "-", " "):
        return None
    for pattern in _FRAMES:
        found = pattern.match(line)
        if found:
            groups = found.groupdict()
            number = groups.get("line")
            name = groups.get("name")
            return Frame(found["path"], int(number) if number else None, name.partition("(")[0] if name else None)
    return None


def _pointed(frame: Frame, arrow: re.Match[str]) -> Frame:
    """The frame with the source line that an arrow points at, and its number where the heading does not say it."""
    line = int(arrow["line"])
    source = (arrow["source"] or "").strip()
    if frame.line not in (None, line) or frame.source is not None or source.startswith(_NO_SOURCE):
        return frame
    return Frame(frame.path, line, frame.name, source=source or None)


def _read_syntax_error(cursor: Cursor, line: str) -> Printed | None:
    """Read what a cell that cannot be parsed brings: its place, the source, carets and the SyntaxError."""
    start = cursor.at
    frame = frame_of(line.rstrip(), True)
    if frame is None or frame.name is not None:
        return None
    cursor.skip()
    frame = with_source(cursor, frame)
    if frame.source is None:
        return None
    read = read_exception(cursor, True, False, True)
    if read is None or read[0] not in _SYNTAX:
        return None
    return Printed(start, cursor.at, *read, [frame])


DIALECT = _IPython()

"""The cheap pass: on which lines a report may begin, found without looking at the lines.

A report begins on a line that holds one of LITERALS, or whose beginning is one of STARTS: a dialect is asked of these
lines only. They follow from how the dialects' reports begin, never from the entries, so that their number does not
grow with the knowledge. The runtime's own search looks for each literal in a whole piece of text at once; each costs
about half a nanosecond a character, longer ones less, so that a new literal has to be worth it. What stands at the
beginning of a line is free: one pattern, tried once a line.

What a person has selected is read without this: there every line counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

LITERALS = (
    "Traceback (most recent call ",
    "rror",  # `error:`, `Error`, names of exceptions
    "[Errno ",
)

_MOMENT = r"\d\d\d-\d\d-\d\dT\d\d:\d\d:\S{2,24} "
_DATED = (
    rf"\d{_MOMENT}(?:\S{{1,80}}\[\S{{1,60}}\]: |[\da-f][\da-f][OE][+ ])?",
    rf"\ufeff\d{_MOMENT}",
)
_NAMED = (
    r"[A-Z][a-z][a-z] [ \d]\d \d\d:\d\d:\S{2,9} [\w.-]{1,100} [^\s:]{1,100}: ",
    rf"[A-Za-z][\w.-]{{0,80}} {{1,40}}\| (?:\d{_MOMENT})?",
    rf"\[(?:pod/|rank|default|\d)[^\]\s]{{1,320}}\](?:<\w{{6}}>)?:? ?(?:\d{_MOMENT})?",
    r"\([^()]{0,90}pid=\d{1,10}[^()]{0,60}\) ",
    r"#\d{1,4} \d{1,6}\.\d{1,3} ",
)
"""What `reading.prefix` takes off, roughly: STARTS count behind these too."""

STARTS = (
    # `name: ...` of a shell, a program or an exception, `path:12: ...` of a checker, pytest or zsh; no record's level.
    r"[^\s:\d][^\s:]{0,300}:(?: |\d)(?<!INFO: )(?<!DEBUG: )(?<!TRACE: )(?<!info: )(?<!debug: )",
    r"[A-Za-z]:[\\/][^:\n]{0,300}:\d",  # paths with blanks in them
    r"/[^:\n]{0,300}:\d",
    r"[ \t][ \t]*(?:[Ee]rror: |ERROR: |File \"|(?:/|[A-Za-z]:[\\/])[^:\n]{0,300}:\d)",  # also frames without a header
    r'File "',
    r"(?:Unhandled e|Task e|Future e|E)xception ",
    r"[A-Za-z.&][^\s:]{0,300} : ",  # PowerShell's `name : what`
    r"'[^'\n]{1,300}' is not ",  # cmd
    r"The system cannot find the ",
    r"__",  # pytest's section
    r"E  ",
    r"file \S",  # pytest's fixture
    r"  × No solution found",  # uv
    r"[A-Z][A-Z]{0,6}\d{3,4} ",  # ruff
    r"warning\[",
    r"[/~.A-Za-z-]\S{0,299} \(line \d",  # fish
    r"```|[ \t>]{1,20}```",  # no report: what stands between two of these is not read
)
"""Each begins with a character or a set of them, none of which is a digit: most lines are passed over at a glance."""


@lru_cache(maxsize=1)
def _starts() -> re.Pattern[str]:
    starts, named, dated = "|".join(STARTS), "|".join(_NAMED), "|".join(_DATED)
    return re.compile(rf"\n(?:(?!\d|\ufeff)(?:{named})?(?:{starts})|(?:{dated})(?:{starts}))")


def marked(line: str) -> bool:
    """Whether a report may begin on the line."""
    for literal in LITERALS:
        if literal in line:
            return True
    return bool(_starts().match("\n" + line))


def marked_lines(text: str, start: int, end: int) -> Iterator[int]:
    """The offsets of the marked lines of `text[start:end]`, ascending, each once.

    `start` is a line's beginning and `end` one, or the text's end. Nothing is looked for beyond what is asked of the
    iterator but the next place of each mark.
    """
    finds = [_Find(text, literal, start, end) for literal in LITERALS]
    pattern = _starts()
    first = text.find("\n", start, end)
    if pattern.match("\n" + text[start : end if first < 0 else first]):
        next_start = start
    else:
        next_start = _next_start(pattern, text, start, end)
    while True:
        line = min(next_start, *(find.line for find in finds))
        if line >= end:
            return
        yield line
        at = text.find("\n", line, end) + 1
        if not at:
            return
        for find in finds:
            find.go_on(at)
        if next_start < at:
            next_start = _next_start(pattern, text, at - 1, end)


def _next_start(pattern: re.Pattern[str], text: str, at: int, end: int) -> int:
    """The offset of the next line after the line feed at or after `at` whose beginning is marked; `end` if none is."""
    found = pattern.search(text, at, end)
    return found.start() + 1 if found else end


class _Find:
    """The next line of a text that holds a literal; `end` where there is none."""

    def __init__(self, text: str, literal: str, start: int, end: int) -> None:
        self._text, self._literal, self._end = text, literal, end
        self.line = start
        self._look(start)

    def go_on(self, at: int) -> None:
        """From now on only lines from `at` on count."""
        if self.line < at:
            self._look(at)

    def _look(self, at: int) -> None:
        found = self._text.find(self._literal, at, self._end)
        self.line = self._end if found < 0 else self._text.rfind("\n", at, found) + 1 or at

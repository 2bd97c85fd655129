"""What unittest prints of tests that fail; Django's runner and others that build on it print the same.

    ======================================================================
    FAIL: test_total (test_cart.CartTest.test_total)
    The total of a cart.
    ----------------------------------------------------------------------
    Traceback (most recent call last):
    ...
    AssertionError: 3 != 4

Source: `Lib/unittest/runner.py` of CPython 3.10 to 3.13 (TextTestResult.printErrorList), `case.py`, `loader.py`. The
traceback inside is the report, the test's name its note. Since the section's end is known, a message may hold blank
lines, as the comparisons of long texts do. What a module that cannot be imported says is its own error.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.report import MORE, Block, ErrorReport, Hints, NeedMore, Span
from tracemend.reading.surroundings import is_exception_name
from tracemend.reading.tracebacks import traceback
from tracemend.reading.tracebacks.frames import user_frame

_LINES = 5000
_HEAD_LINES = 12
"""Lines between the rules of a head: the test's name and what its docstring says first."""
_MESSAGE_LINES = 400

_RULE = "=" * 70
_THIN = "-" * 70
_HEAD = lazy.regex(r"(?P<kind>ERROR|FAIL): (?P<test>\S.{0,1000})$")
_SUCCESS = lazy.regex(r"UNEXPECTED SUCCESS: (?P<test>\S.{0,1000})$")
_RAN = lazy.regex(r"Ran \d{1,9} tests? in ")
_TRACEBACK = ("Traceback (most recent call last):", "  + Exception Group Traceback (most recent call last):")
_NAMED = lazy.regex(r"(?P<name>[A-Za-z_][\w.]{0,200})(?:: ?(?P<message>.*))?$")
_BUFFERED = ("Stdout:", "Stderr:")
"""What follows a traceback with --buffer: the test's own output."""


class _Unittest:
    """Reads the section of one test."""

    name = "unittest"

    opens = staticmethod(openings.unittest)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        if lines[at] != _RULE:
            return None
        if at + 1 >= len(lines):
            return None if final else MORE
        success = _SUCCESS.match(lines[at + 1])
        if success:
            return Block((_plain(None, lines[at + 1], Span(at + 1, at + 2), success["test"]),), at + 2)
        head = _HEAD.match(lines[at + 1])
        if not head:
            return None
        start = at + 2
        while start < min(len(lines), at + _HEAD_LINES) and lines[start] != _THIN:
            start += 1
        if start == len(lines):
            return None if final else MORE
        if lines[start] != _THIN:
            return None
        start += 1
        end = start
        limit = min(len(lines), start + _LINES)
        while end < limit and not _ends(lines, end):
            end += 1
        if end >= len(lines) - 1 and not final:
            return MORE
        while end > start and not lines[end - 1].strip():
            end -= 1
        return _section(lines, at, start, end, head["test"])


def _ends(lines: Sequence[str], index: int) -> bool:
    """Whether the line begins the next section or the summary; a doctest's section holds thin rules too."""
    line = lines[index]
    return line == _RULE or (line == _THIN and index + 1 < len(lines) and bool(_RAN.match(lines[index + 1])))


def _section(lines: Sequence[str], at: int, start: int, end: int, test: str) -> Block | None:
    """The section whose text is `lines[start:end]`."""
    first = next((index for index in range(start, end) if lines[index] in _TRACEBACK), None)
    if first is None:
        named = _NAMED.match(lines[start]) if start < end else None
        if not named or not is_exception_name(named["name"]):
            return None
        message = "\n".join([named["message"] or "", *lines[start + 1 : end]]).rstrip()
        return Block((_plain(named["name"], message, Span(at + 1, end), test),), end)
    block = traceback.DIALECT.read(lines[:end], first, True, Hints(selected=True))
    if not isinstance(block, Block) or not block.reports:
        return None
    last = block.reports[-1]
    if last.message.startswith("Failed doctest test for "):
        examples = next((index for index in range(first, end) if lines[index].startswith('File "')), None)
        return Block((), examples) if examples is not None else None
    rest = _message_rest(lines, block.end, end)
    reports = [replace(one, tool="unittest") for one in block.reports]
    reports[0] = replace(reports[0], span=Span(at + 1, reports[0].span.end))
    last = reports[-1]
    reports[-1] = replace(
        last,
        message="\n".join([last.message, *rest]).rstrip(),
        span=Span(last.span.start, max(last.span.end, block.end + len(rest))),
        notes=(*last.notes, test),
    )
    return Block(tuple(reports), block.end + len(rest))


def _message_rest(lines: Sequence[str], start: int, end: int) -> list[str]:
    """The lines of the message that the traceback's reader left because a blank one stands above them."""
    rest = []
    for index in range(start, min(end, start + _MESSAGE_LINES)):
        if lines[index] in _BUFFERED or lines[index] in _TRACEBACK:
            break
        rest.append(lines[index])
    while rest and not rest[-1].strip():
        rest.pop()
    return rest


def _plain(name: str | None, message: str, span: Span, test: str) -> ErrorReport:
    return ErrorReport(
        tool="unittest",
        severity="error",
        exception=name,
        message=message,
        span=span,
        user_frame=user_frame(()),
        notes=(test,),
    )


DIALECT = _Unittest()

"""Rules of pytest's last page: failures of a line each, tests that failed as expected, the short summary.

The short summary names again what the sections above it have shown, and is all that there is with --tb=no or behind a
filter (`| tail`): its reports are a `summary`.
Source: `_pytest/terminal.py` of pytest 7 to 9 (pytest_terminal_summary, short_test_summary).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracemend import lazy
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, Hints, NeedMore, Span
from tracemend.reading.runners.pytest_failures import COUNT_OF_PARTS, LINE_STYLE, exception, report

_EXPECTED_LINES = 5000
_SUMMARY_LINES = 5000

_TITLE = lazy.regex(r"={3,400} (?P<title>\S.{0,400}?) ={1,400}$")
_RULE = lazy.regex(r"(?:={3,400}|!{3,400}) .{1,400} (?:={1,400}|!{1,400})$")
_EXIT = lazy.regex(r"!{3,400} (?P<type>_pytest\.outcomes\.Exit): (?P<message>.{1,1000}?) !{1,400}$")
_ENTRY = lazy.regex(
    r"(?P<kind>FAILED|ERROR|SUBFAIL(?:ED)?\S{0,400}(?: \([^()]{0,400}\))?) "
    r"(?P<path>[^\s:]{1,400}\.\w{1,10}|[\w./\\-]{1,400})"
    r"(?P<test>::.{1,1000}?)?(?: - (?P<said>.{1,4000}))?$"
)
_OTHER_ENTRY = lazy.regex(r"(?:SKIPPED|XFAIL|XPASS|PASSED|RERUN|SUBPASS\S{0,400}|SUBSKIP\S{0,400}|FAILED|ERROR) ")
_FILTERED = lazy.regex(r"--tb[= ]no\b|\| {0,10}(?:tail|grep|egrep|rg|Select-String)\b")
_STRICT = "[XPASS(strict)]"


def read_rule(lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
    """What begins at a rule of `=` or `!` with a title."""
    found = _TITLE.match(lines[at])
    if not found:
        end = _EXIT.match(lines[at])
        return Block((report(end["type"], end["message"], (), Span(at + 1, at + 1)),), at + 1) if end else None
    title = found["title"]
    if title == "FAILURES":
        return _line_style(lines, at, final)
    if title in ("XFAILURES", "XPASSES", "PASSES"):
        return _expected(lines, at, final)
    if title == "short test summary info":
        return read_summary(lines, at, at + 1, final, hints)
    return None


def _expected(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """Pass over sections of tests that did what was expected of them."""
    limit = min(len(lines), at + _EXPECTED_LINES)
    for index in range(at + 1, limit):
        if lines[index].startswith(("===", "!!!")) and _RULE.match(lines[index]):
            return Block((), index)
    return MORE if limit == len(lines) and not final else Block((), limit)


def _line_style(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """Failures of a line each, as --tb=line prints them up to pytest 8: `/home/me/test_a.py:3: assert 1 == 2`."""
    reports: list[ErrorReport] = []
    index = at + 1
    while index < len(lines):
        line = lines[index]
        place = LINE_STYLE.match(line)
        if place:
            name, message, _ = exception([place["what"]])
            frames = (Frame(place["path"], int(place["line"])),)
            reports.append(report(name, message, frames, Span(index + 1, index + 1)))
        elif line.startswith(_STRICT):
            reports.append(report(None, line.rstrip(), (), Span(index + 1, index + 1)))
        else:
            return Block(tuple(reports), index) if reports and _RULE.match(line) else None
        index += 1
    return Block(tuple(reports), index) if final and reports else None if final else MORE


def read_summary(lines: Sequence[str], at: int, start: int, final: bool, hints: Hints) -> Block | NeedMore | None:
    """The short summary whose rule stands at `at`, its entries from `start` on; none without a rule is at its top.

    Without a rule an entry counts that begins the output, if it names a test, or the command leaves lines out.
    """
    if start == at:
        entry = _ENTRY.match(lines[at]) if at == 0 else None
        if not entry or not (entry["test"] or _FILTERED.search(hints.command or "")):
            return None
    return _entries(lines, start, final)


def _entries(lines: Sequence[str], start: int, final: bool) -> Block | NeedMore:
    """One report for each test that failed; the block ends with the last line of the summary."""
    reports: list[ErrorReport] = []
    index = start
    limit = min(len(lines), start + _SUMMARY_LINES)
    while index < limit:
        line = lines[index]
        found = _ENTRY.match(line)
        if found:
            if not COUNT_OF_PARTS.match(found["said"] or ""):
                reports.append(_entry(found, line, index))
        elif not _OTHER_ENTRY.match(line):
            return Block(tuple(reports), index)
        index += 1
    return MORE if index == len(lines) and not final else Block(tuple(reports), index)


def _entry(found: re.Match[str], line: str, index: int) -> ErrorReport:
    """A test that failed, with what the line has room for of its exception; only the file is named, no line in it."""
    said = found["said"]
    frame = Frame(found["path"], name=found["test"][2:].rpartition("::")[2] if found["test"] else None)
    span = Span(index + 1, index + 1)
    if said is None or said.startswith(_STRICT):
        one = report(None, said or line.rstrip(), (frame,), span)
    else:
        name, message, _ = exception([said])
        if name != "AssertionError" or said.startswith(("AssertionError", "assert ")):
            one = report(name, message, (frame,), span)
        else:  # what pytest or a plugin says: a worker that crashed
            one = report(None, said, (frame,), span)
    return replace(one, user_frame=one.user_frame or frame, summary=True)

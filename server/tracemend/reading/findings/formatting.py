"""What formatters and compilers of whole files say: black, isort, ruff format, compileall and py_compile, pydocstyle.

    error: cannot format a.py: Cannot parse: 1:8: def f(x)                    black before 26
    error: cannot parse: a.py:1:8                                             black
    would reformat a.py                                                       black --check
    error: Failed to parse a.py:1:9: Expected ':', found newline              ruff
    Would reformat: a.py                                                      ruff format --check
    ERROR: /p/a.py Imports are incorrectly sorted and/or formatted.           isort --check
    ***   File "a.py", line 1                                                 compileall
    Sorry: TabError: inconsistent use of tabs and spaces ... (a.py, line 3)   py_compile, compileall
    a.py:12 in public method `f`:                                             pydocstyle

A file that would be formatted differently is a warning, and none where the command ended well (`--diff`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracemend import lazy
from tracemend.reading.findings.finding import PATH, Answer, block
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, Hints, Span
from tracemend.reading.tracebacks import traceback

_BLACK = lazy.regex(r"error: cannot format (?P<path>.{1,1000}?\.(?:pyi?|ipynb)|-): (?P<message>.+)")
_BLACK_PLACE = lazy.regex(r"Cannot parse(?: for target version [^:]{1,40})?: (?P<line>\d{1,9}):(?P<column>\d{1,9}): ?")
_BLACK_PARSE = lazy.regex(r"error: cannot parse: (?P<path>.{1,1000}?):(?P<line>\d{1,9}):(?P<column>\d{1,9})$")
_BLACK_REASON = lazy.regex(r"(?:ParseError|TokenError): (?P<message>.+)")
_RUFF = lazy.regex(
    r"error: Failed to (?P<what>parse|read|format|lint) (?P<path>.{1,1000}?\.(?:pyi?|ipynb))"
    r"(?::(?P<line>\d{1,9}):(?P<column>\d{1,9}))?: (?P<message>.+)"
)
_WOULD = lazy.regex(r"(?:w(?P<black>ould reformat )|Would reformat: )(?P<path>\S.{0,1000}\.(?:pyi?|ipynb))$")
_ISORT = lazy.regex(
    r"ERROR: (?P<path>\S.{0,1000}\.(?:pyi?|pyx)) (?P<message>Imports are incorrectly sorted and/or formatted\.)$"
)
_STARS = lazy.regex(r"\*\*\* {1,5}(?=File|Sorry)")
_SORRY = lazy.regex(
    r"Sorry: (?P<type>[A-Z]\w{1,60}Error): (?P<message>.{1,2000}) \((?P<path>[^()]{1,500}), line (?P<line>\d{1,9})\)$"
)
_PYDOCSTYLE = lazy.regex(PATH + r":(?P<line>\d{1,9}) (?:at|in) [a-z][a-z -]{2,60}(?: `[^`]{1,200}`)?:$")
_PYDOCSTYLE_RULE = lazy.regex(r" {8}(?P<code>D\d{3}): (?P<message>.+)")


def read(lines: Sequence[str], at: int, final: bool, hints: Hints) -> Answer:
    """What begins on `lines[at]`, None where it is none of these."""
    line = lines[at]
    first = line[:1]
    if first == "*":
        stars = _STARS.match(line)
        if not stars:
            return None
        return _sorry(line[stars.end() :], at) or _compileall(lines, at, final, stars.end(), hints)
    if first == "S":
        return _sorry(line, at)
    if first in "wW":
        return _would(line, at, hints)
    if first == "E":
        found = _ISORT.match(line)
        frame = Frame(found["path"]) if found else None
        return block("isort", "error", found["message"], None, frame, Span(at + 1, at + 1)) if found else None
    if line.startswith("error: "):
        return _black(lines, at, final) or _ruff(line, at)
    found = _PYDOCSTYLE.match(line)
    return _pydocstyle(lines, at, final, found) if found else None


def _black(lines: Sequence[str], at: int, final: bool) -> Answer:
    line = lines[at]
    found = _BLACK.match(line)
    if found:
        place = _BLACK_PLACE.match(found["message"])
        frame = Frame(found["path"])
        if place:
            source = found["message"][place.end() :].strip() or None
            # black counts this column from 0
            frame = Frame(found["path"], int(place["line"]), source=source, column=int(place["column"]) + 1)
        return block("black", "error", found["message"], None, frame, Span(at + 1, at + 1))
    found = _BLACK_PARSE.match(line)
    if not found:
        return None
    if at + 3 >= len(lines) and not final:
        return MORE
    message, end, source = "cannot parse", at + 1, None
    if at + 2 < len(lines) and lines[at + 2].strip() == "^":
        source, end = lines[at + 1].strip() or None, at + 3
        if end < len(lines) and (reason := _BLACK_REASON.match(lines[end])):
            message, end = reason["message"], end + 1
    frame = Frame(found["path"], int(found["line"]), source=source, column=int(found["column"]))
    return block("black", "error", message, "cannot-parse", frame, Span(at + 1, end))


def _ruff(line: str, at: int) -> Answer:
    found = _RUFF.match(line)
    if not found:
        return None
    placed = found["line"] is not None
    frame = Frame(
        found["path"],
        int(found["line"]) if placed else None,
        column=int(found["column"]) if placed else None,
    )
    code = {"parse": "invalid-syntax", "read": "io"}.get(found["what"])
    return block("ruff", "error", found["message"], code, frame, Span(at + 1, at + 1))


def _would(line: str, at: int, hints: Hints) -> Answer:
    found = _WOULD.match(line)
    if not found or hints.exit_code == 0:
        return None
    tool, code = ("black", None) if found["black"] else ("ruff", "unformatted")
    message = "would reformat" if tool == "black" else "Would reformat"
    return block(tool, "warning", message, code, Frame(found["path"]), Span(at + 1, at + 1))


def _sorry(line: str, at: int) -> Answer:
    found = _SORRY.match(line)
    if not found:
        return None
    frame = Frame(found["path"], int(found["line"]))
    report = ErrorReport("python", "error", found["type"], found["message"], Span(at + 1, at + 1), (frame,), frame)
    return Block((report,), at + 1)


def _compileall(lines: Sequence[str], at: int, final: bool, width: int, hints: Hints) -> Answer:
    """A SyntaxError as Python prints it, with stars in place of the first line's indentation."""
    first = "  " + lines[at][width:]
    if not traceback.DIALECT.opens(first, hints):
        return None
    window = [first, *lines[at + 1 : at + 12]]
    answer = traceback.DIALECT.read(window, 0, final or len(lines) > at + 12, hints)
    if not isinstance(answer, Block):
        return answer
    reports = tuple(
        replace(report, span=Span(report.span.start + at, report.span.end + at)) for report in answer.reports
    )
    return Block(reports, answer.end + at)


def _pydocstyle(lines: Sequence[str], at: int, final: bool, found: re.Match[str]) -> Answer:
    if at + 1 >= len(lines):
        return None if final else MORE
    rule = _PYDOCSTYLE_RULE.match(lines[at + 1])
    if not rule:
        return None
    frame = Frame(found["path"], int(found["line"]))
    return block("pydocstyle", "error", rule["message"], rule["code"], frame, Span(at + 1, at + 2))

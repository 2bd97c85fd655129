"""Findings of checkers as they print them for people, each tool's read in its own module.

`pyright`, `mypy`, `snippet` (findings with their source under them: ruff, ty, pyrefly), `concise` (findings of one
line: ruff, flake8, pylint and others), `bandit`, `formatting` (black, isort, compileall), `ci_command` (what is said to
a CI service). JSON is read by `checker_json`. Summaries and what is only information are no reports, nor is what a
command prints that only shows text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.findings import bandit, ci_command, concise, formatting, mypy, pyright, snippet
from tracemend.reading.findings.finding import Answer
from tracemend.reading.findings.ruff_names import code_of_rule
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, Hints, NeedMore, Span
from tracemend.reading.surroundings import showing_program

_WINDOW = 210
"""Lines that one finding behind a service's mark may take."""

_HEADING = lazy.regex(r"(?P<path>[^\s:][^:]{0,1000}\.(?:py|pyi|pyw|ipynb)):$")
_GROUPED = lazy.regex(
    r" {1,9}(?:cell \d{1,6}:)?(?:(?P<line>\d{1,9}):(?P<column>\d{1,9}) {1,9})?"
    r"(?P<code>[A-Z]{1,7}\d{3,4} |(?:invalid-syntax|unformatted|io|SyntaxError): |[a-z][a-z0-9-]{2,80}:? )"
    r"(?P<message>.+)"
)
_UNNAMED = ("invalid-syntax: ", "unformatted: ", "io: ")
_BELOW = lazy.regex(r" {2,12}(?:\d{0,9} {0,9}\||= |$)")
_GROUP = 5_000


class _Checkers:
    """Reads one finding, with its notes or its snippet; all of a file where it is named above them."""

    name = "checkers"

    opens = staticmethod(openings.checkers)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        if showing_program(hints.command) and not hints.selected:
            return None
        line = lines[at]
        if line.startswith(("::", "##vso[", "  ::")):
            return ci_command.read(line, at, hints)
        shown = ci_command.SHOWN.match(line)
        if shown:
            window = [line[shown.end() :], *lines[at + 1 : at + _WINDOW]]
            answer = _read(window, 0, final or len(lines) > at + _WINDOW, hints)
            return _shifted(answer, at) if isinstance(answer, Block) else answer
        return _read(lines, at, final, hints)


def _read(lines: Sequence[str], at: int, final: bool, hints: Hints) -> Answer:
    line = lines[at]
    if line.startswith(">> Issue: ["):
        return bandit.read(lines, at, final)
    if line[:1] in "*SwWE" or line.startswith("error: "):
        answer = formatting.read(lines, at, final, hints)
        if answer is not None:
            return answer
    if ":" not in line:
        return snippet.read(lines, at, final)
    return (
        pyright.read(lines, at, final)
        or mypy.read(lines, at, final)
        or concise.read(lines, at, final, hints)
        or snippet.read(lines, at, final)
        or _group(lines, at, final)
        or formatting.read(lines, at, final, hints)
    )


def _group(lines: Sequence[str], at: int, final: bool) -> Answer:
    """ruff's `grouped`: a file's name, and its findings indented under it."""
    heading = _HEADING.match(lines[at])
    if not heading:
        return None
    reports: list[ErrorReport] = []
    end = at + 1
    limit = min(len(lines), at + 1 + _GROUP)
    while end < limit:
        found = _GROUPED.match(lines[end])
        if found and (
            found["code"] in _UNNAMED or found["code"][0].isupper() or code_of_rule(found["code"].rstrip(": "))
        ):
            reports.append(_grouped(heading["path"], found, Span(end + 1, end + 1)))
        elif reports and _BELOW.match(lines[end]):  # ruff before 0.1 with --show-source
            reports[-1] = replace(reports[-1], span=Span(reports[-1].span.start, end + 1))
        else:
            break
        end += 1
    if end == len(lines) and not final and end < at + 1 + _GROUP:
        return MORE
    return Block(tuple(reports), end) if reports else None


def _grouped(path: str, found: re.Match[str], span: Span) -> ErrorReport:
    placed = found["line"] is not None
    line, column = (int(found["line"]), int(found["column"])) if placed else (None, None)
    code = found["code"].rstrip(": ").replace("SyntaxError", "invalid-syntax")
    return snippet.ruff(code, found["message"], Frame(path, line, column=column), span).reports[0]


def _shifted(block: Block, by: int) -> Block:
    reports = tuple(replace(one, span=Span(one.span.start + by, one.span.end + by)) for one in block.reports)
    return Block(reports, block.end + by)


DIALECT = _Checkers()

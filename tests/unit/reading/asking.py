"""Reads a text with one dialect, as the reader does, in one piece and cut at every line."""

from __future__ import annotations

from textwrap import dedent

from tracemend.diagnosis.summaries import Summaries
from tracemend.reading.report import Block, Dialect, ErrorReport, Hints, NeedMore


def read(
    dialect: Dialect, text: str, command: str | None = None, exit_code: int | None = None, selected: bool = False
) -> list[ErrorReport]:
    """The reports of a text, which may be indented as the test is if it begins with an empty line.

    Checks that a dialect which has seen only the beginning of a block asks for more or gives the same answer.
    """
    hints = Hints(command, exit_code, selected)
    lines = (dedent(text).strip("\n") if text.startswith("\n") else text).split("\n")
    reports: list[ErrorReport] = []
    at = 0
    while at < len(lines):
        answer = dialect.read(lines, at, True, hints) if dialect.opens(lines[at], hints) else None
        assert not isinstance(answer, NeedMore), f"asks for more at the end: {lines[at]!r}"
        if dialect.opens(lines[at], hints):
            for cut in range(at + 1, len(lines) + 1):
                early = dialect.read(lines[:cut], at, False, hints)
                assert isinstance(early, NeedMore) or early == answer, f"differs when cut before line {cut + 1}"
        if isinstance(answer, Block):
            assert answer.end > at
            assert all(at < report.span.start <= report.span.end <= answer.end for report in answer.reports)
            reports += answer.reports
            at = answer.end
        else:
            at += 1
    return reports


def only(
    dialect: Dialect, text: str, command: str | None = None, exit_code: int | None = None, selected: bool = False
) -> ErrorReport:
    """The one report of a text."""
    reports = read(dialect, text, command, exit_code, selected)
    assert len(reports) == 1, reports
    return reports[0]


def counted(reports: list[ErrorReport]) -> list[ErrorReport]:
    """The reports of an output without the summaries that say nothing new, as they become diagnoses."""
    return [report for block in Summaries().left_out((report,) for report in reports) for report in block]

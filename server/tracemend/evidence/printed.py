"""Facts about what was printed: the reported line, and the words of the message. Nothing else is looked at, so they
hold for a pasted text as well. They rule nothing out: the same mistake may be written, or told, otherwise."""

from __future__ import annotations

import re

from tracemend.evidence.fact import NOT_PRINTED, UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import short

_MOST = 1_000
"""Characters of a line or message that a pattern sees."""


def printed_line(inquiry: Inquiry) -> Finding:
    line, pattern = _line(inquiry), inquiry.arguments.get("pattern")
    if line is None or not isinstance(pattern, str):
        return UNKNOWN
    if not re.search(pattern, line):
        return NOT_PRINTED
    return Finding(True, f"The reported line is {short(line)}")


def printed_message(inquiry: Inquiry) -> Finding:
    pattern = inquiry.arguments.get("pattern")
    if not isinstance(pattern, str):
        return UNKNOWN
    return Finding(True) if re.search(pattern, inquiry.report.message[:_MOST]) else NOT_PRINTED


def _line(inquiry: Inquiry) -> str | None:
    """The line that the report shows, without its indentation; the file's, where the output shows none."""
    report, place = inquiry.report, inquiry.place
    frame = report.user_frame or (report.frames[-1] if report.frames else None)
    if frame is not None and frame.source:
        return frame.source[:_MOST]
    if place is None or place.source is None or place.line is None:
        return None
    return place.source.line(place.line).strip()[:_MOST]


FACTS = (
    Fact(
        "printed-line",
        "Does the reported line read like this?",
        printed_line,
        arguments={"pattern": "a regular expression that is searched for in the line, without its indentation"},
        report_only=True,
    ),
    Fact(
        "printed-message",
        "Does the message, numbers included, read like this?",
        printed_message,
        arguments={"pattern": "a regular expression that is searched for in the message"},
        report_only=True,
    ),
)

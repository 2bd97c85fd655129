"""Facts about what was printed: the reported line, and the words of the message. Nothing else is looked at, so they
hold for a pasted text as well. They rule nothing out, since the same mistake may be written, or told, otherwise;
`message-says` does, for messages that name their cause."""

from __future__ import annotations

import re

from tracemend.evidence.fact import UNKNOWN, UNSEEN, Fact, Finding, Inquiry
from tracemend.evidence.limits import short
from tracemend.reading.report import Frame

_MOST = 1_000
"""Characters of a line or message that a pattern sees."""


def printed_line(inquiry: Inquiry) -> Finding:
    line, pattern = _line(inquiry), inquiry.arguments.get("pattern")
    if line is None or not isinstance(pattern, str):
        return UNKNOWN
    if not re.search(pattern, line):
        return UNSEEN
    return Finding(True, f"The reported line is {short(line)}")


def printed_message(inquiry: Inquiry) -> Finding:
    pattern = inquiry.arguments.get("pattern")
    if not isinstance(pattern, str):
        return UNKNOWN
    return Finding(True) if re.search(pattern, inquiry.report.message[:_MOST]) else UNSEEN


def message_says(inquiry: Inquiry) -> Finding:
    found = printed_message(inquiry)
    return Finding(False) if found == UNSEEN else found


def _line(inquiry: Inquiry) -> str | None:
    """The line that the report shows, without its indentation; the file's, where the output shows none."""
    place, line = inquiry.place, printed(inquiry)
    if line:
        return line
    if place is None or place.source is None or place.line is None:
        return None
    return place.source.line(place.line).strip()[:_MOST]


def printed(inquiry: Inquiry) -> str | None:
    """The line that the report itself shows."""
    frame = _frame(inquiry)
    return frame.source[:_MOST] if frame is not None and frame.source else None


def printed_at(inquiry: Inquiry) -> int | None:
    """Its number."""
    frame = _frame(inquiry)
    return frame.line if frame is not None else None


def _frame(inquiry: Inquiry) -> Frame | None:
    report = inquiry.report
    return report.user_frame or (report.frames[-1] if report.frames else None)


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
    Fact(
        "message-says",
        "Does the message say so, where it names its cause: a cause that it does not name is ruled out?",
        message_says,
        arguments={"pattern": "a regular expression that is searched for in the message"},
        report_only=True,
    ),
)

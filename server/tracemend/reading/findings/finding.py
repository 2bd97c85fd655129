"""What the readers of checkers' findings share: how a place is printed, and the report that a finding becomes."""

from __future__ import annotations

from tracemend.reading.report import Block, ErrorReport, Frame, NeedMore, Severity, Span

Answer = Block | NeedMore | None

PATH = r"(?P<path>(?:[A-Za-z]:(?=[\\/]))?(?![-+>|]\s)[^\s:][^:]{0,1000}?\.(?:py|pyi|pyw|ipynb)(?::cell \d{1,6})?)"
"""A Python file as checkers print it, with the cell of a notebook; other files are not theirs.

What begins with a sign and a blank is a line of a diff, a quotation or a margin, and no path."""

MORE_LINES = 60
"""Lines that one finding may take: explanations, notes, a wrapped message."""


def finding(
    tool: str,
    severity: Severity,
    message: str,
    code: str | None,
    frame: Frame | None,
    span: Span,
    notes: tuple[str, ...] = (),
) -> ErrorReport:
    """A checker's finding as a report."""
    return ErrorReport(
        tool=tool,
        severity=severity,
        exception=None,
        message=message,
        span=span,
        frames=(frame,) if frame else (),
        user_frame=frame,
        notes=notes,
        code=code,
    )


def block(
    tool: str,
    severity: Severity,
    message: str,
    code: str | None,
    frame: Frame | None,
    span: Span,
    notes: tuple[str, ...] = (),
) -> Block:
    """A block of one finding, which ends where its span ends."""
    return Block((finding(tool, severity, message, code, frame, span, notes),), span.end)

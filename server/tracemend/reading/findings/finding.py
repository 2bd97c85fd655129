"""What the readers of checkers' findings share: how a place is printed, and the report that a finding becomes."""

from __future__ import annotations

from tracemend.reading.findings.ruff_names import code_of_rule
from tracemend.reading.report import Block, ErrorReport, Frame, NeedMore, Severity, Span

Answer = Block | NeedMore | None

PATH = r"(?P<path>(?:[A-Za-z]:(?=[\\/]))?(?![-+>|]\s)[^\s:][^:]{0,1000}?\.(?:py|pyi|pyw|ipynb)(?::cell \d{1,6})?)"
"""A Python file as checkers print it, with the cell of a notebook; other files are not theirs.

What begins with a sign and a blank is a line of a diff, a quotation or a margin, and no path."""

MORE_LINES = 60
"""Lines that one finding may take: explanations, notes, a wrapped message."""


SYNTAX = "syntax"
"""The code of pyright's errors that have no rule of their own: what the language does not allow. mypy calls it so."""


def code_of(tool: str, severity: Severity, code: str | None) -> str | None:
    """The code by which entries find a finding: its own, a rule's for the name that ruff shows with `preview`, or
    `syntax` for an error of pyright's that has none."""
    if tool == "ruff" and code:
        return code_of_rule(code) or code
    return SYNTAX if code is None and tool == "pyright" and severity == "error" else code


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
        code=code_of(tool, severity, code),
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

"""The line of an error that names its file alone."""

from __future__ import annotations

import pytest
from tracemend.reading.report import ErrorReport, Span
from tracemend.source.mentions import mentioned_line
from tracemend.source.text import SourceText

_TEXT = "import pytest  # slow\n\nslowly = 1\n\n@pytest.mark.slow\ndef test_x():\n    pass\n"


@pytest.mark.parametrize(
    ("tool", "message", "line"),
    [
        ("pytest", "'slow' not found in `markers` configuration option", 5),
        ("pytest", "'fast' not found in `markers` configuration option", None),
        ("pytest", "no tests ran", None),
        ("mypy", "Cannot find 'slow'", None),
    ],
)
def test_the_line_with_the_quoted_name(tool: str, message: str, line: int | None) -> None:
    report = ErrorReport(tool, "error", None, message, Span(1, 1))
    assert mentioned_line(report, SourceText(_TEXT)) == line

"""Facts about what was printed, which need neither file nor machine."""

from __future__ import annotations

import pytest
from tracemend.evidence.fact import NOT_PRINTED, UNKNOWN
from tracemend.evidence.registry import facts
from tracemend.reading.report import Frame

from .conftest import look


@pytest.mark.parametrize(
    ("line", "pattern", "holds"),
    [
        ("if x === 3:", "===", True),
        ("if x == 3:", "===", None),  # the same mistake may be written otherwise
        ("elif x:", "^elif", True),
        (None, "^elif", None),
    ],
)
def test_the_printed_line(line: str | None, pattern: str, holds: bool | None) -> None:
    found = look("printed-line", frames=(Frame("/nowhere/app.py", 3, source=line),), pattern=pattern)
    assert found.holds is holds
    assert found.seen == (f"The reported line is {line}" if holds else None)


def test_the_line_of_the_file_where_none_is_printed(tmp_path) -> None:
    file = tmp_path / "app.py"
    file.write_text("a = 1\n    class = 3\n", encoding="utf-8")
    assert look("printed-line", source=file, line=2, pattern="^class =").holds


def test_the_printed_message() -> None:
    assert look("printed-message", message="[Errno 2] gone", pattern=r"\[Errno 2\]").holds is True
    assert look("printed-message", message="[Errno 2] gone", pattern="here") is NOT_PRINTED
    assert look("printed-message", message="gone") is UNKNOWN


def test_they_and_what_tables_answer_need_no_more_than_the_report() -> None:
    tables = {"method-of-another-language", "moved-name", "removed-name", "number-meaning"}
    printed = {"printed-line", "printed-message"}
    assert {name for name, fact in facts().items() if fact.report_only} == tables | printed

"""Facts about the numbers of systems: what one means that is seldom met."""

from __future__ import annotations

from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.knowledge import tables


def number_meaning(inquiry: Inquiry) -> Finding:
    """Of Windows' number, else of `errno`'s, unless the words behind it are those of another number."""
    report = inquiry.report
    if report.winerror is not None:
        key = f"winerror.{report.winerror}"
    elif report.errno is not None and not _of_another_system(report.errno, report.first_line):
        key = f"errno.{report.errno}"
    else:
        return UNKNOWN
    row = tables.system_numbers().get(key)
    if row is None:
        return Finding(False, "The table of seldom numbers does not have it.")
    return Finding(True, f"{key.rpartition('.')[2]} is {row[0]}: {row[1]}.", {"number-name": row[0]})


def _of_another_system(number: int, words: str) -> bool:
    """macOS has other numbers than Linux above 34; an English text tells which is meant."""
    from tracemend.reading.system_words import number_of

    meant = number_of(words) or number_of(words.partition(": ")[0])
    return meant is not None and meant != number


FACTS = (
    Fact(
        "number-meaning",
        "Does the table of seldom numbers say what this one means?",
        number_meaning,
        gives=("number-name",),
        report_only=True,
    ),
)

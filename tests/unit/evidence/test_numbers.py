"""What a seldom number means: Linux's, unless the words are those of another system's number, and Windows'."""

from __future__ import annotations

import pytest

from .conftest import look


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("[Errno 61] No data available: 'report.csv'", "ENODATA"),
        ("[Errno 61] Keine Daten verf\u00fcgbar", "ENODATA"),
        ("[WinError 10106] Der Anbieter", "WSAEPROVIDERFAILEDINIT"),
        ("[WinError 35] it happened", "35"),
    ],
)
def test_a_number_that_the_table_has(message: str, name: str) -> None:
    found = look("number-meaning", message=message)
    assert found.values == {"number-name": name}
    assert found.seen is not None
    assert name in found.seen


def test_a_number_of_another_system_or_none() -> None:
    assert look("number-meaning", message="[Errno 61] Connection refused").holds is None
    assert look("number-meaning", message="[Errno 60] Operation timed out: 'a'").holds is None
    assert look("number-meaning", message="no number").holds is None
    assert look("number-meaning", message="[Errno 2] No such file or directory").holds is False

"""What an entry needs as time goes by: told, but no reason to refuse it, unless it cannot be true."""

from __future__ import annotations

from datetime import date

import pytest
from tracemend.knowledge import upkeep
from tracemend.knowledge.fault import Fault, maker
from tracemend.knowledge.model import Edit, Entry, Fix

TODAY = date(2026, 11, 26)
STEPS = Fix("tell", "Tell", steps=("Do it.",))
EDIT = Fix("mend", "Mend", edit=Edit("retry"))


def check(entry: Entry, today: date = TODAY) -> list[Fault]:
    return list(upkeep.check(entry, maker("a.yaml", {"reviewed": 4, "fixes": 9}), today))


@pytest.mark.parametrize("reviewed", ["2026-11-27", "2026-11-26", "2025-11-26", "no date", ""])
def test_a_review_of_this_year(reviewed: str) -> None:
    assert check(Entry("shell.a", reviewed=reviewed)) == []


def test_a_review_of_long_ago_is_a_warning() -> None:
    (found,) = check(Entry("shell.a", reviewed="2025-11-25"))
    assert (found.warning, found.key, found.line) == (True, "reviewed", 4)
    assert str(found).startswith("a.yaml:4: warning: reviewed: it was not reviewed for 366 days. Read it")
    assert check(Entry("shell.a", reviewed="2025-11-25"), date(2026, 11, 25)) == []


def test_a_review_still_to_come_is_a_fault() -> None:
    (found,) = check(Entry("shell.a", reviewed="2026-11-28"))
    assert (found.warning, found.key) == (False, "reviewed")
    assert "still to come" in found.message


@pytest.mark.parametrize(
    "entry",
    [
        Entry("python.a", fixes=(STEPS, EDIT)),
        Entry("python.a", fixes=(STEPS,), no_edit="The server is not there."),
        Entry("python.a", fixes=(STEPS,), general=True),
        Entry("shell.a", fixes=(STEPS,)),
        Entry("python.a", disabled=True),
    ],
)
def test_an_edit_or_why_there_is_none(entry: Entry) -> None:
    assert check(entry) == []


@pytest.mark.parametrize("warns", [True, False])
def test_neither_an_edit_nor_why_there_is_none(warns: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "NO_EDIT_WARNS", warns)
    (found,) = check(Entry("typing.a", fixes=(STEPS,)))
    assert (found.warning, found.key, found.line) == (warns, "fixes", 9)
    assert "`no_edit`" in found.advice

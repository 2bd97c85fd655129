"""Facts that the error's words and the tables answer: what was removed from Python, what is written in its place."""

from __future__ import annotations

import pytest
from tracemend.context import Context
from tracemend.diagnosis import Diagnoser
from tracemend.knowledge import packs
from tracemend.matching.library import Library

from .conftest import look


@pytest.mark.parametrize(
    ("captures", "instead"),
    [
        ({"module": "telnetlib"}, "Install telnetlib3"),
        ({"module": "tkinter.tix"}, "Use tkinter.ttk"),
        ({"module": "locale", "attribute": "resetlocale"}, "Call locale.setlocale"),
        ({"type": "_asyncio.Task", "attribute": "all_tasks"}, "Call asyncio.all_tasks()"),
        ({"type": "TestPrices", "attribute": "assertDictContainsSubset"}, "Write self.assertEqual"),
    ],
)
def test_what_is_written_for_a_removed_name(captures: dict[str, str], instead: str) -> None:
    found = look("removed-name", captures=captures)
    assert found.holds is True
    assert str(found.values["instead"]).startswith(instead)


@pytest.mark.parametrize(
    "captures",
    [{"module": "math", "attribute": "squareroot"}, {"type": "Prices", "attribute": "all_tasks"}, {"module": "cv2"}],
)
def test_a_name_that_was_never_there(captures: dict[str, str]) -> None:
    assert look("removed-name", captures=captures).holds is False
    assert look("removed-name").holds is None


@pytest.fixture(scope="module")
def diagnoser() -> Diagnoser:
    return Diagnoser(Library.open([packs.builtin_pack()]))


def test_tables_answer_for_output_of_any_machine(diagnoser: Diagnoser) -> None:
    (found,) = diagnoser.diagnose("AttributeError: module 'ssl' has no attribute 'wrap_socket'", Context("elsewhere"))
    assert (found.causes[0].id, found.causes[0].verdict) == ("removed", "confirmed")
    fix = next(fix for fix in found.fixes if fix.id == "instead")
    assert fix.text is not None
    assert "ssl.create_default_context()" in fix.text


def test_a_table_without_the_name_rules_nothing_out(diagnoser: Diagnoser) -> None:
    """Nor does it confirm a cause by not having it, and steps that would tell the new name are left out."""
    for text in (
        "AttributeError: module 'math' has no attribute 'squareroot'",
        "AttributeError: 'Price' object has no attribute 'amuont'",
    ):
        (found,) = diagnoser.diagnose(text, Context("elsewhere"))
        assert {cause.verdict for cause in found.causes} == {"possible"}
        assert "instead" not in [fix.id for fix in found.fixes]

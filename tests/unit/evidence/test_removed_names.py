"""Facts that the error's words and the tables answer: what was removed from Python and what is written in its place,
what a later one added."""

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


@pytest.mark.parametrize(
    ("captures", "seen"),
    [
        ({"module": "tomllib"}, "tomllib came with Python 3.11."),
        ({"module": "typing", "attribute": "Self"}, "typing.Self came with Python 3.11."),
        ({"type": "str", "attribute": "removeprefix"}, "str.removeprefix came with Python 3.9."),
        ({"type": "PosixPath", "attribute": "walk"}, "PosixPath.walk came with Python 3.12."),
        ({"type": "datetime.date", "attribute": "strptime"}, "datetime.date.strptime came with Python 3.14."),
    ],
)
def test_a_name_that_a_later_python_added(captures: dict[str, str], seen: str) -> None:
    found = look("newer-member", captures=captures)
    assert (found.holds, found.seen) == (True, seen)
    assert seen.endswith(f" {found.values['since']}.")


def test_of_which_python_a_name_is_missing() -> None:
    missing = {"module": "typing", "attribute": "override"}
    assert look("newer-member", captures=missing, python="3.11").holds is True
    assert look("newer-member", captures=missing, python="3.12").holds is False
    own = {"type": "Queue", "attribute": "shutdown"}  # the program's own class, or the library's
    assert look("newer-member", captures=own).holds is None
    assert look("newer-member", captures=own, python="3.11").holds is True
    assert look("newer-member", captures={"module": "shop", "attribute": "Self"}).holds is False
    assert look("newer-member").holds is None


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

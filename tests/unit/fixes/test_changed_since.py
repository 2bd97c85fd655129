"""A file that was edited since its program ran: the line is found again and mended there, or nothing is offered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tracemend.diagnosis import Diagnosis
from tracemend.fixes.recipe import apply_edits

from .seeds import Known, Seed, diagnoser, known_proofs, seed_of
from .variations import error_of

ABOVE = "# written since: größer\n\n\n"
BELOW = "\n\n# written since\nlater = ['ü']\n"


def _serves() -> list[Known]:
    """The first proof of every recipe whose programs compile: what does not has another error when it is edited."""
    found: dict[str, Known] = {}
    for known in known_proofs():
        assert known.fix.edit is not None
        text = known.proof.file.read_text("utf-8")
        alone = known.proof.run == "python {file}" and known.proof.folder is None
        if alone and error_of(text) is None and error_of(known.proof.file.read_bytes()) is None:
            found.setdefault(known.fix.edit.recipe, known)
    return list(found.values())


SERVES = _serves()


def _mended(seed: Seed, text: str) -> str | None:
    """The text with the proof's fix made, by the report of the run before the file was changed; None where the fix is
    not offered."""
    diagnosis = seed.diagnosis(seed.report, text)
    if not any(fix.id == seed.known.fix.id for fix in diagnosis.fixes):
        return None
    mend = diagnoser().resolve(diagnosis, seed.known.fix.id)
    return apply_edits(text, mend.edits) if mend is not None else None


def _line(diagnosis: Diagnosis) -> int:
    assert diagnosis.place is not None
    assert diagnosis.place.line is not None
    return diagnosis.place.line


@pytest.fixture(params=SERVES, ids=[known.name for known in SERVES])
def seed(request: pytest.FixtureRequest) -> Seed:
    found = seed_of(request.param)
    if isinstance(found, str):
        pytest.skip(found)
    return found


def test_there_are_more_than_a_dozen() -> None:
    assert len(SERVES) > 40


@pytest.mark.parametrize(("above", "below"), [(ABOVE, ""), ("", BELOW), (ABOVE * 9, BELOW)])
def test_lines_above_and_below_move_the_mend(seed: Seed, above: str, below: str) -> None:
    mended = _mended(seed, seed.text)
    assert mended is not None
    found = _mended(seed, above + seed.text + below)
    assert found is not None, "it is not offered any more"
    if not mended.endswith(seed.text[seed.text.rindex("\n", 0, -1) :]) and below:
        return  # what it writes at the end comes after what is new there
    assert found.replace(above, "", 1).replace(below, "") == mended


Change = Callable[[list[str], int], list[str]]
CHANGES: dict[str, Change] = {
    "edited": lambda lines, at: [*lines[:at], lines[at].replace(lines[at].strip(), "pass"), *lines[at + 1 :]],
    "taken out": lambda lines, at: lines[:at] + lines[at + 1 :],
    "all": lambda lines, at: ["new = 1\n"],
    "none": lambda lines, at: [],
}


@pytest.mark.parametrize("change", list(CHANGES))
def test_nothing_is_offered_where_the_line_is_gone(seed: Seed, change: str) -> None:
    at = _line(seed.diagnosis(seed.report, seed.text)) - 1
    lines = seed.text.splitlines(keepends=True)
    text = "".join(CHANGES[change](lines, at))
    if lines[at].strip() in text.splitlines():
        pytest.skip("the program has the line twice")
    assert _mended(seed, text) is None


def test_nothing_is_offered_where_it_may_be_either_of_two(seed: Seed) -> None:
    at = _line(seed.diagnosis(seed.report, seed.text)) - 1
    lines = seed.text.splitlines(keepends=True)
    frame = seed.report.user_frame
    assert frame is not None
    if frame.name != "<module>" or frame.line is None or frame.source is None or "\n" in frame.source:
        pytest.skip("the function tells which is meant")
    # The same line on both sides of where it was, as far from it, and another one there.
    new = [*lines[: at - 1], lines[at], "since = 1\n", lines[at], *lines[at + 1 :]]
    assert _mended(seed, "".join(new)) is None

"""What a hover says: short, and nothing that contradicts itself."""

from __future__ import annotations

from tracemend.context import Context
from tracemend.diagnosis import CauseFound, Diagnoser
from tracemend.knowledge.packs import builtin_pack
from tracemend.matching.library import Library
from tracemend.render.markdown import HOVER_LINES, _hover_causes, card, hover

TEXT = """\
Traceback (most recent call last):
  File "app.py", line 3, in <module>
    with open("report.csv", "w") as f:
PermissionError: [Errno 13] Permission denied: 'report.csv'
"""


def _cause(id: str, verdict: str, seen: str | None) -> CauseFound:
    return CauseFound(id=id, text=f"The cause {id}.", verdict=verdict, seen=seen, fixes=())  # type: ignore[arg-type]  # any verdict


def test_what_confirms_one_cause_is_not_said_against_another() -> None:
    same = "m is the result of re.match (line 3)."
    lines = _hover_causes(
        [
            _cause("match", "confirmed", same),
            _cause("look-up", "ruled-out", same),
            _cause("case", "ruled-out", "No key of d is spelt so."),
        ]
    )
    assert lines == [
        f"✔ Most likely: The cause match. *Seen: {same}*",
        "✘ Not the cause: No key of d is spelt so.",
    ]


def test_a_hover_is_short() -> None:
    (found,) = Diagnoser(Library.open([builtin_pack()])).diagnose(TEXT, Context(origin="elsewhere"))
    shown = hover(found)
    assert len(shown.split("\n")) <= HOVER_LINES
    assert "Not the cause" not in shown
    assert "not known to be of this machine" in shown


def _hover_of(*fixes: tuple[str, bool, str | None]) -> str:
    """The hover of an error with fixes of these titles, preferred or not, with these notes."""
    (found,) = Diagnoser(Library.open([builtin_pack()])).diagnose(TEXT, Context(origin="elsewhere"))
    first = found.fixes[0]
    ready = [first._replace(title=title, preferred=preferred, note=note) for title, preferred, note in fixes]
    return hover(found._replace(fixes=tuple(ready)))


def test_a_hover_says_why_a_fix_is_not_preferred() -> None:
    note = "Its hours may be meant."
    shown = _hover_of(("Take the date", False, note)).split("\n")
    assert shown[-1] == f"*{note}*"
    assert len(shown) <= HOVER_LINES


def test_with_several_fixes_it_names_the_first_that_is_not_preferred() -> None:
    shown = _hover_of(("Close it", True, "It is seen."), ("Ask", False, "It may be * meant."), ("Wait", False, "Slow."))
    assert shown.split("\n")[-1] == "*Ask: It may be \\* meant.*"


def test_a_hover_gives_no_reason_where_there_is_none_to_give() -> None:
    without = _hover_of(("Ask", False, None))
    assert "Ask" in without.split("\n")[-1]
    assert "*Close" not in _hover_of(("Close it", True, "It is seen."))
    (found,) = Diagnoser(Library.open([builtin_pack()])).diagnose(TEXT, Context(origin="elsewhere"))
    cause = _cause("same", "possible", "It is seen.")
    fix = found.fixes[0]._replace(preferred=False, note=cause.seen)
    assert hover(found._replace(causes=(cause,), fixes=(fix,))).count("It is seen.") == 1


def test_a_card_says_why_there_is_no_edit() -> None:
    (found,) = Diagnoser(Library.open([builtin_pack()])).diagnose(TEXT, Context(origin="elsewhere"))
    assert found.entry is not None
    told = found._replace(entry=found.entry._replace(no_edit="Nothing in the code is wrong."))
    assert "Why there is no quick fix: Nothing in the code is wrong." in card(told)
    assert "Why there is no quick fix" not in card(found)

"""What a hover says: short, and nothing that contradicts itself."""

from __future__ import annotations

from tracemend.context import Context
from tracemend.diagnosis import CauseFound, Diagnoser
from tracemend.knowledge.packs import builtin_pack
from tracemend.matching.library import Library
from tracemend.render.markdown import HOVER_LINES, _hover_causes, hover

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

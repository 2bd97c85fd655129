"""What entries have, counted by area."""

from __future__ import annotations

from tracemend.knowledge.coverage import counted, table
from tracemend.knowledge.model import Cause, Clause, Edit, Entry, Example, Fix, Source, When

EDIT = Fix("mend", "Mend it", edit=Edit("retry"))
STEPS = Fix("tell", "Tell", steps=("Do it.",))
CAUSE = Cause("c", "It is.")
ENTRIES = (
    Entry("python.a", fixes=(EDIT,), examples=(Example("x"),), causes=(Cause("c", "It is.", evidence=(Clause("f"),)),)),
    Entry("python.b", fixes=(STEPS,), examples=(Example("x", observed=False),), no_edit="Nothing to mend."),
    Entry("python.c", fixes=(STEPS,), sources=(Source("S", "https://s.example"),)),
    Entry("python.d", general=True, fixes=(STEPS,)),
    Entry("shell.e", fixes=(STEPS,), causes=(CAUSE, CAUSE, CAUSE)),
    Entry("shell.f", fixes=(STEPS,), causes=(CAUSE, CAUSE, Cause("c", "It is.", when=When(os=("linux",))))),
    Entry("shell.g", fixes=(STEPS,), causes=(CAUSE, CAUSE)),
)


def test_counts() -> None:
    counts = counted(ENTRIES)
    assert list(counts) == ["python", "shell", "all"]
    python = counts["python"]
    assert (python.entries, python.observed, python.evidence, python.sources) == (4, 1, 1, 1)
    assert (python.specific, python.edit, python.reason, python.neither) == (3, 1, 1, ["python.c"])
    assert (counts["shell"].specific, counts["all"].entries) == (0, 7)
    assert (python.alike, counts["shell"].alike, counts["all"].alike) == (0, 1, 1)


def test_table_names_what_is_missing() -> None:
    lines = list(table(counted(ENTRIES)))
    assert lines[1].split() == ["python", "4", "25%", "25%", "25%", "0", "3", "33%", "1"]
    assert lines[2].split() == ["shell", "3", "0%", "0%", "0%", "1", "0", "-", "0"]
    assert lines[-2:] == ["neither an edit nor a reason why none is honest: 1", "  python.c"]

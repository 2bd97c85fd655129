"""Facts about packages of stubs: which one holds a module's types."""

from __future__ import annotations

from tracemend import lazy
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import short
from tracemend.knowledge import tables

_HINT = lazy.regex(r"Hint: \"python3? -m pip install ([A-Za-z0-9][A-Za-z0-9._-]{0,80})\"")


def stubs_known(inquiry: Inquiry) -> Finding:
    for note in inquiry.report.notes:
        hint = _HINT.search(note)
        if hint:
            return Finding(True, f"The checker names {short(hint[1])}.", {"stubs": hint[1]})
    name = inquiry.value or ""
    parts = name.split(".")
    rows = tables.stub_distributions()
    for count in range(len(parts), 0, -1):
        stubs = rows.get(".".join(parts[:count]))
        if stubs is not None:
            return Finding(True, f"{short(stubs)} holds the types of {short(name)}.", {"stubs": stubs})
    return UNKNOWN


FACTS = (
    Fact(
        "stubs-known",
        "Is it known which package of stubs holds the module's types?",
        stubs_known,
        ("module",),
        gives=("stubs",),
    ),
)

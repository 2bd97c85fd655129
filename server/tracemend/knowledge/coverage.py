"""What the entries have, counted by area: `tracemend knowledge list --stats`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tracemend.knowledge.model import Entry

OF_CODE = ("library", "python", "testing", "typing")
"""The areas whose errors are about code: a specific entry has an edit, or says why none is honest."""


@dataclass
class Count:
    """How many entries of an area there are, and how many of them have what is asked."""

    entries: int = 0
    observed: int = 0
    evidence: int = 0
    sources: int = 0
    specific: int = 0
    """Those about code that are not general: what the next two are shares of."""
    edit: int = 0
    reason: int = 0
    neither: list[str] = field(default_factory=list)

    def add(self, entry: Entry) -> None:
        """Count an entry. An edit fix always has a proof, which the check demands."""
        self.entries += 1
        self.observed += any(example.observed for example in entry.examples)
        self.evidence += any(cause.evidence for cause in entry.causes) or any(fix.evidence for fix in entry.fixes)
        self.sources += bool(entry.sources)
        if entry.general or area_of(entry.id) not in OF_CODE:
            return
        self.specific += 1
        if any(fix.edit is not None for fix in entry.fixes):
            self.edit += 1
        elif entry.no_edit:
            self.reason += 1
        else:
            self.neither.append(entry.id)


def area_of(id: str) -> str:
    """The first part of an entry's id."""
    return id.partition(".")[0]


def counted(entries: Iterable[Entry]) -> dict[str, Count]:
    """A count for each area by name, and one named `all` for them together."""
    counts: dict[str, Count] = {}
    total = Count()
    for entry in entries:
        counts.setdefault(area_of(entry.id), Count()).add(entry)
        total.add(entry)
    return {**dict(sorted(counts.items())), "all": total}


def table(counts: dict[str, Count]) -> Iterator[str]:
    """The counts as lines for a terminal."""
    told = f"{'area':12} {'entries':>8} {'observed':>9} {'evidence':>9} {'sources':>8} {'of code':>8}"
    yield f"{told} {'edit':>10} {'no_edit':>8}"
    for area, count in counts.items():
        of_code = [f"{count.specific:8}", f"{_share(count.edit, count.specific):>10}", f"{count.reason:8}"]
        shares = [
            f"{_share(part, count.entries):>{width}}"
            for part, width in ((count.observed, 9), (count.evidence, 9), (count.sources, 8))
        ]
        yield " ".join([f"{area:12} {count.entries:8}", *shares, *of_code])
    neither = counts["all"].neither
    if neither:
        yield f"neither an edit nor a reason why none is honest: {len(neither)}"
        yield from (f"  {id}" for id in sorted(neither))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%" if whole else "-"

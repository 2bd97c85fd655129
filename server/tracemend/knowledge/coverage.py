"""What the entries have, counted by area: `tracemend knowledge list --stats`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tracemend.knowledge.model import Entry

OF_CODE = ("library", "python", "testing", "typing")
"""The areas whose errors are about code: a specific entry has an edit, or says why none is honest."""

MANY_CAUSES = 3


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
    alike: int = 0
    """Those with MANY_CAUSES or more of which nothing can tell the one that is true: no evidence, no `when`."""

    def add(self, entry: Entry) -> None:
        """Count an entry. An edit fix always has a proof, which the check demands."""
        self.entries += 1
        self.observed += any(example.observed for example in entry.examples)
        self.evidence += any(cause.evidence for cause in entry.causes) or any(fix.evidence for fix in entry.fixes)
        self.sources += bool(entry.sources)
        signs = any(cause.evidence or cause.when is not None for cause in entry.causes)
        self.alike += len(entry.causes) >= MANY_CAUSES and not signs
        if not _of_code(entry):
            return
        self.specific += 1
        if any(fix.edit is not None for fix in entry.fixes):
            self.edit += 1
        elif says_nothing_of_code(entry):
            self.neither.append(entry.id)
        else:
            self.reason += 1


def area_of(id: str) -> str:
    """The first part of an entry's id."""
    return id.partition(".")[0]


def _of_code(entry: Entry) -> bool:
    return not entry.general and area_of(entry.id) in OF_CODE


def says_nothing_of_code(entry: Entry) -> bool:
    """Whether it is a specific entry about code and has neither an edit nor a reason why none is honest."""
    return _of_code(entry) and not entry.no_edit and all(fix.edit is None for fix in entry.fixes)


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
    told = f"{'area':12} {'entries':>8} {'observed':>9} {'evidence':>9} {'sources':>8} {'alike':>6} {'of code':>8}"
    yield f"{told} {'edit':>10} {'no_edit':>8}"
    for area, count in counts.items():
        of_code = [f"{count.specific:8}", f"{_share(count.edit, count.specific):>10}", f"{count.reason:8}"]
        shares = [
            f"{_share(part, count.entries):>{width}}"
            for part, width in ((count.observed, 9), (count.evidence, 9), (count.sources, 8))
        ]
        yield " ".join([f"{area:12} {count.entries:8}", *shares, f"{count.alike:6}", *of_code])
    yield f"alike: {MANY_CAUSES} causes or more, and neither evidence nor `when` tells them apart"
    neither = counts["all"].neither
    if neither:
        yield f"neither an edit nor a reason why none is honest: {len(neither)}"
        yield from (f"  {id}" for id in sorted(neither))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%" if whole else "-"

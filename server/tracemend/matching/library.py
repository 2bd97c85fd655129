"""All knowledge of a server: packs, their compiled index, entries read on demand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from tracemend.knowledge.model import Entry
from tracemend.knowledge.packs import Fault, Pack
from tracemend.matching import cache as caches
from tracemend.matching.index import Index, Patterns, rank
from tracemend.matching.match import CodeFact, Match
from tracemend.matching.question import Question
from tracemend.matching.record import SPECIFICITIES, Record
from tracemend.matching.store import Unreadable
from tracemend.reading.report import ErrorReport, Hints

Order = tuple[bool, int, bool, int, int, int, int, int, str, int]
"""A rank, then the later pack first, the nearer type of exception, the message with more fixed characters, the id, the
item."""
_ARBITRARY = -2
"""Where the parts of an order begin that say nothing of the report: the id and the item."""
MAX_ENTRIES = 64
"""So many bodies are kept."""


def tied(one: Order, other: Order) -> bool:
    """Whether nothing but the names of the entries decides between two."""
    return one[:_ARBITRARY] == other[:_ARBITRARY]


class Library:
    """Answers which entries explain a report. Opening it parses no YAML unless a pack has changed.

    Safe to use from several threads.
    """

    def __init__(self, indexes: Sequence[Index], disabled: Iterable[str] = ()) -> None:
        """The packs' indexes, later ones winning by id; `disabled`: ids that are not to be used."""
        self._indexes = tuple(indexes)
        self._disabled = frozenset(disabled)
        self._bases: Mapping[str, tuple[str, ...]] = {}
        for index in self._indexes:
            self._bases = {**self._bases, **index.bases} if self._bases else index.bases
        self._bodies: dict[str, Entry] = {}
        self._faults = tuple(fault for index in self._indexes for fault in index.faults)

    @classmethod
    def open(cls, packs: Sequence[Pack], cache: Path | None = None, disabled: Iterable[str] = ()) -> Library:
        """The packs, later ones winning by id. `cache` is the folder of compiled indexes (None: the user's)."""
        indexes = [Index(pack, caches.stored(pack, cache), Patterns(checked=pack.builtin)) for pack in packs]
        return cls(indexes, disabled)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What was skipped while the packs were read."""
        return self._faults

    def match(self, report: ErrorReport, hints: Hints, code: CodeFact | None = None) -> list[Match]:
        """The entries that explain a report, best first; ties settled by rule."""
        return [match for _, match in self.ordered(report, hints, code)]

    def ordered(self, report: ErrorReport, hints: Hints, code: CodeFact | None = None) -> list[tuple[Order, Match]]:
        """The same, each with what it was sorted by."""
        question = Question(report, hints, self._bases)
        found: dict[str, tuple[Order, int, Record, dict[str, str]]] = {}
        for at, index in enumerate(self._indexes):
            for record in _readable(index.candidates(question)):
                id = index.ids[record.entry]
                if not self._is_used(at, id):
                    continue
                general, specificity, contradicted, conditions, fixed = rank(record, report.python)
                order: Order = (
                    general,
                    specificity,
                    contradicted or question.is_unlikely(record),
                    conditions,
                    fixed,
                    -at,
                    question.distance(record.exceptions),
                    -record.characters,
                    id,
                    record.item,
                )
                if id in found and found[id][0] <= order:
                    continue
                captures = index.holds(record, question, code)
                if captures is not None:
                    found[id] = (order, at, record, captures)
        best = sorted(found.items(), key=lambda one: one[1][0])
        return [(order, self._match(id, at, record, captures, question)) for id, (order, at, record, captures) in best]

    def _match(self, id: str, at: int, record: Record, captures: Mapping[str, str], question: Question) -> Match:
        specificity = "pattern" if question.nameless else SPECIFICITIES[record.specificity]
        return Match(id, self._shown_pack(at), captures, specificity, record.general, record.item)

    def nearest(self, report: ErrorReport, count: int = 3) -> tuple[str, ...]:
        """Ids of the entries whose words are most like the report's; empty where none is like it at all.

        A message in another language is asked in English first, then as it was printed: words of the other language
        would only weigh against entries in one.
        """
        from tracemend.matching.nearest import nearest

        question = Question(report, Hints(), {})
        packs = [_Words(self, at) for at in range(len(self._indexes))]
        found: dict[tuple[int, int], None] = {}
        try:
            for message in question.messages:
                text = " ".join((report.exception or "", report.code or "", message, question.notes))
                found.update(dict.fromkeys(nearest(packs, text, count)))
        except Unreadable:
            return ()
        return tuple(self._indexes[at].ids[number] for at, number in list(found)[:count])

    def uses(self, at: int, number: int) -> bool:
        """Whether an entry of the pack at `at` is in use: neither disabled nor replaced by a later pack's."""
        return self._is_used(at, self._indexes[at].ids[number])

    def _is_used(self, at: int, id: str) -> bool:
        later = self._indexes[at + 1 :]
        return id not in self._disabled and all(
            id not in index.disabled and index.ids.number(id) is None for index in later
        )

    def _where(self, id: str) -> tuple[int, int] | None:
        """The pack that an entry in use is of, and its number there."""
        for at in range(len(self._indexes) - 1, -1, -1):
            number = self._indexes[at].ids.number(id)
            if number is not None:
                return (at, number) if id not in self._disabled else None
            if id in self._indexes[at].disabled:
                return None
        return None

    def entry(self, id: str) -> Entry | None:
        """An entry's body, read on demand."""
        kept = self._bodies.get(id)
        where = self._where(id)
        if kept is not None or where is None:
            return kept
        from tracemend.knowledge.plain import entry_from_data

        at, number = where
        try:
            found = entry_from_data(self._indexes[at].body(number))
        except Unreadable:
            return None
        if len(self._bodies) >= MAX_ENTRIES:
            self._bodies.clear()
        self._bodies[id] = found
        return found

    def pack_of(self, id: str) -> str | None:
        """The name of the pack that an entry is of; None for the built-in one."""
        where = self._where(id)
        return self._shown_pack(where[0]) if where is not None else None

    def _shown_pack(self, at: int) -> str | None:
        pack = self._indexes[at].pack
        return None if pack.builtin else pack.name

    def ids(self) -> tuple[str, ...]:
        """The ids of all entries in use, sorted."""
        return tuple(sorted(id for at, index in enumerate(self._indexes) for id in index.ids if self._is_used(at, id)))


def _readable(records: Iterator[Record]) -> Iterator[Record]:
    """The records until one cannot be read: the file of a pack may have been damaged since it was opened."""
    with suppress(Unreadable):
        yield from records


class _Words:
    """The words of a library's pack, for `nearest`."""

    def __init__(self, library: Library, at: int) -> None:
        self._library, self._at = library, at
        self._stored = library._indexes[at].stored
        self.lengths: Sequence[int] = self._stored.head["lengths"]

    def posting(self, word: str) -> Sequence[int]:
        found: Sequence[int] = self._stored.word(word) or ()
        return found

    def uses(self, number: int) -> bool:
        return self._library.uses(self._at, number)

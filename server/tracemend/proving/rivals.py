"""Signatures that cannot win, and entries whose order nothing but their ids decides.

Who explains a report is settled by the matcher; so the matcher is asked, about every example and about reports made up
from each signature, and its answers are held against what the entries say of each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from tracemend.knowledge.fault import Fault, MakeFault
from tracemend.knowledge.model import Entry, Signature
from tracemend.knowledge.sampling import texts
from tracemend.knowledge.words import stands_in
from tracemend.matching.library import Library, Order, tied
from tracemend.matching.match import CodeFact, Match
from tracemend.matching.types import is_warning
from tracemend.reading.report import ErrorReport, Frame, Hints, Severity, Span

T = TypeVar("T")

SHOWN = 100
"""So many characters of a text are told."""
_ANY_TOOL = ("python", "pytest")
"""Two that print exceptions: other items may ask for one of them."""
FORMS = 4
"""So many reports are made up from a signature at least: with and without its optional parts, of several alternatives.
Of each of its numbers and codes there is one."""
Item = tuple[str, int]
"""An entry's id and which item of its `match`."""


class Listening(Library):
    """A library that keeps what it answered since it was last emptied: each report's first line, and who matched it."""

    heard: list[tuple[str, list[tuple[Order, Match]]]]

    def match(self, report: ErrorReport, hints: Hints, code: CodeFact | None = None) -> list[Match]:
        """As a library does."""
        found = self.ordered(report, hints, code)
        self.heard.append((_told(report), found))
        return [match for _, match in found]


class Contest:
    """Who won which reports, over all entries of a pack."""

    def __init__(self, library: Listening, entries: Sequence[Entry]) -> None:
        self._library = library
        self._entries = {entry.id: entry for entry in entries}
        self._won: set[Item] = set()
        self._tried: dict[Item, list[tuple[str, Item, frozenset[str]]]] = {}
        """What came of the reports made up from an item: the text, who won it, which entries matched it, its own among
        them."""
        self._ties: dict[tuple[str, str], tuple[str, Item, Item]] = {}
        """Pairs of entries, the winner first: a text that both match, and their items."""
        self.exemplified: set[Item] = set()
        """Items that an example of their own entry is matched by."""
        library.heard = []

    def listen(self, entry: Entry) -> None:
        """Take what the library answered about an entry's examples."""
        for text, found in self._library.heard:
            self._take(text, found)
            self.exemplified.update((entry.id, match.item) for _, match in found if match.entry == entry.id)
        self._library.heard.clear()

    def try_out(self, entry: Entry) -> None:
        """Make reports up from each of an entry's items, FORMS of them, and more until it wins one."""
        for item, signature in enumerate(entry.match):
            own = (entry.id, item)
            codes = signature.diagnostic.code if signature.diagnostic is not None else ()
            least = max(FORMS, len(signature.errno) + len(signature.winerror), len(codes))
            for number, (report, hints, code) in enumerate(reports(signature)):
                if number >= least and own in self._won:
                    break
                found = self._library.ordered(report, hints, code)
                ids = frozenset(match.entry for _, match in found)
                if entry.id in ids:
                    self._take(_told(report), found)
                    first = (found[0][1].entry, found[0][1].item)
                    self._tried.setdefault(own, []).append((_told(report), first, ids))

    def _take(self, text: str, found: list[tuple[Order, Match]]) -> None:
        for order, match in found:
            best, first = found[0]
            if match is first:
                self._won.add((match.entry, match.item))
            elif tied(order, best):
                tie = (text, (first.entry, first.item), (match.entry, match.item))
                self._ties.setdefault((first.entry, match.entry), tie)

    def check(self, entry: Entry, fault: MakeFault) -> Iterator[Fault]:
        """What is wrong with an entry's signatures, after all entries were listened to and tried out."""
        items = range(len(entry.match))
        for item in items:
            if (entry.id, item) not in self._tried and (entry.id, item) not in self.exemplified:
                advice = "Mend it; if it is right, add an example that it matches."
                yield fault(f"match[{item}]", "no text could be made up that it matches.", advice)
        lost = {item: self._tried[entry.id, item][0][:2] for item in items if self._is_lost(entry.id, item)}
        if lost and len(lost) == len(entry.match):
            others = ", ".join(sorted({other for _, (other, _) in lost.values()} - {entry.id}))
            advice = "Make a signature more specific, or move what the entry says into the other."
            yield fault("match", f"the entry explains nothing: {others} always comes first.", advice)
            return
        for item, (text, (other, number)) in lost.items():
            key, shown = f"match[{item}]", f"«{text}»"
            if other == entry.id:
                message = f"match[{number}] always comes first, as for {shown}."
                yield fault(key, message, "Leave it out, or put what it adds into the other.")
            else:
                message = f"{other} (match[{number}]) always comes first, as for {shown}."
                advice = "Make it more specific, leave it out, or add an example that it wins."
                yield fault(key, message, advice)
        for item in items:
            wider = self._wider(entry.id, item) if item not in lost else None
            if wider is not None and not self._settled(entry.id, wider[1][0]):
                text, (other, number) = wider
                message = f"{other} (match[{number}]) comes first for «{text}», though it says less of what it matches."
                advice = "Write the form with the optional part, or the alternative, as an item of its own."
                yield fault(f"match[{item}]", message, advice)
        for (first, second), (text, (_, winner), (_, loser)) in self._ties.items():
            # That an item is lost is told by itself, and what is settled is right.
            if entry.id != first or self._settled(first, second) or self._is_lost(second, loser):
                continue
            message = f"it and {second} (match[{loser}]) match «{text}», and only the order of their ids decides."
            advice = f"Make one of them more specific, or give {second} a `not_examples` item with `entry: {first}`."
            yield fault(f"match[{winner}]", message, advice)

    def _is_lost(self, id: str, item: int) -> bool:
        return (id, item) in self._tried and (id, item) not in self._won

    def _wider(self, id: str, item: int) -> tuple[str, Item] | None:
        """A text that another entry wins, though it matches all that this item does and more; None for none."""
        tried = self._tried.get((id, item), [])
        for text, first, _ in tried:
            others = self._tried.get(first, []) if first[0] != id else []
            if others and all(first[0] in ids for _, _, ids in tried) and not all(id in ids for _, _, ids in others):
                return text, first
        return None

    def _settled(self, first: str, second: str) -> bool:
        """Whether one of two entries names the other as the one that explains what it does not."""
        return any(
            counter.entry == other
            for one, other in ((first, second), (second, first))
            for counter in self._entries[one].not_examples
        )


def _told(report: ErrorReport) -> str:
    """A report in short: its type or code, and its first line."""
    line = report.message.partition("\n")[0]
    return ": ".join(filter(None, (report.exception or report.code, line)))[:SHOWN]


def reports(signature: Signature) -> Iterator[tuple[ErrorReport, Hints, CodeFact]]:
    """Reports that a signature is meant to match, each of its values in one of them at least."""
    messages = list(texts(signature.message)) if signature.message is not None else [""]
    numbers = [f"[Errno {number}] " for number in signature.errno]
    numbers += [f"[WinError {number}] " for number in signature.winerror]
    diagnostic = signature.diagnostic
    tools = (diagnostic.tool,) if diagnostic is not None else signature.tool or (signature.exception and _ANY_TOOL)
    codes = diagnostic.code if diagnostic is not None else ()
    values = (signature.exception, numbers, tools, codes, signature.literal, signature.raised_in, signature.exit)
    for number in range(max(map(len, (messages, *values))) if messages else 0):
        exception = _at(signature.exception, number)
        literal, module = _at(signature.literal, number), _at(signature.raised_in, number)
        if exception is not None:
            exception = f"lib.{exception[2:]}" if exception.startswith("*.") else exception.replace("*", "Own")
        text = (_at(numbers, number) or "") + messages[number % len(messages)]
        if literal is not None and not stands_in(literal, text):
            text += f"\n{literal}"
        severity: Severity = signature.severity or ("warning" if exception and is_warning(exception) else "error")
        frames = (Frame(f"/usr/lib/python3/site-packages/{module}/inner.py", 1),) if module else ()
        tool, code = _at(tools, number) or "", _at(codes, number)
        report = ErrorReport(tool, severity, exception, text, Span(1, 1), frames, code=code)
        yield report, Hints(exit_code=_at(signature.exit, number)), lambda clause, _: clause in signature.code


def _at(values: Sequence[T], number: int) -> T | None:
    """The values in turn; None where there are none."""
    return values[number % len(values)] if values else None

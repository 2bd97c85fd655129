"""What became of proofs: as a line of text, as it goes on, as JUnit XML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO
from xml.etree import ElementTree

from tracemend import lazy
from tracemend.proving.proof import Proof

_NOT_XML = lazy.regex("[^\\t\\n\\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a proof: passed, failed (with what went wrong) or not run (with the reason), in how many
    seconds."""

    proof: Proof
    state: str
    reason: str = ""
    seconds: float = 0.0
    change: str = ""
    """The lines that its edit changed, as a unified diff has them; empty where it is a command or they are too many."""

    def __str__(self) -> str:
        simulated = " (by simulation)" if self.proof.simulates and self.state == "passed" else ""
        told = f": {self.reason}" if self.reason else ""
        return f"{self.state}{simulated} {self.proof.entry} {self.proof.fix} ({self.proof.name}){told}"


class Progress:
    """How many proofs have been run, in one line that is written again and again; nothing where it is no terminal."""

    def __init__(self, total: int, to: TextIO) -> None:
        self._total, self._to = total, to
        self._counts: Counter[str] = Counter()
        self._shows = to.isatty()

    def done(self, outcome: Outcome) -> None:
        """One more has been run."""
        self._counts[outcome.state] += 1
        if self._shows:
            failed = f", {self._counts['failed']} failed" if self._counts["failed"] else ""
            self._write(f"{self._counts.total()} of {self._total}{failed}: {outcome.proof.entry}")

    def clear(self) -> None:
        """Take the line away."""
        if self._shows:
            self._write("")

    def _write(self, text: str) -> None:
        self._to.write(f"\r\x1b[K{text[:78]}")
        self._to.flush()


def as_junit(outcomes: Sequence[Outcome]) -> str:
    """The outcomes as JUnit XML has them: a test case for each proof, in a class of its entry."""
    counts = Counter(outcome.state for outcome in outcomes)
    totals = {
        "tests": str(len(outcomes)),
        "failures": str(counts["failed"]),
        "errors": "0",
        "skipped": str(counts["not run"]),
        "time": f"{sum(outcome.seconds for outcome in outcomes):.3f}",
    }
    root = ElementTree.Element("testsuites", totals)
    suite = ElementTree.SubElement(root, "testsuite", {"name": "tracemend knowledge prove", **totals})
    for outcome in outcomes:
        proof = outcome.proof
        names = {"classname": proof.entry, "name": proof.name, "time": f"{outcome.seconds:.3f}"}
        case = ElementTree.SubElement(suite, "testcase", {**names, "file": str(proof.file)})
        reason = _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", outcome.reason)
        if outcome.state == "failed":
            failure = ElementTree.SubElement(case, "failure", {"message": reason.partition("\n")[0]})
            failure.text = reason
        elif outcome.state == "not run":
            ElementTree.SubElement(case, "skipped", {"message": reason})
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=False) + "\n"

"""What other tools say of documents, kept with the lines it speaks of as these move."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lsprotocol import types

from tracemend.lsp.edits import LineEdit
from tracemend.lsp.positions import Units, covers
from tracemend.lsp.uris import inside
from tracemend.source.text import SourceText

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis
    from tracemend.reading.report import ErrorReport

SOURCE = "tracemend"
_PER_DOCUMENT = 5_000


@dataclass(slots=True, eq=False)
class Finding:
    """A diagnostic of another tool. `diagnosis` is made when it is first asked for."""

    diagnostic: types.Diagnostic
    diagnosis: Diagnosis | None = None
    looked: float = 0.0


class Foreign:
    """The findings of other tools by document key."""

    def __init__(self) -> None:
        self._findings: dict[str, list[Finding]] = {}

    def replace(self, key: str, diagnostics: Iterable[types.Diagnostic], edits: Iterable[LineEdit] | None) -> None:
        """What is said of a document now. `edits` are those since the version it is said of; None: too old."""
        known = [Finding(one) for one in diagnostics if one.source != SOURCE][:_PER_DOCUMENT]
        self._findings.pop(key, None)
        if known and edits is not None:
            self._findings[key] = known
            self.edited(key, edits)

    def edited(self, key: str, edits: Iterable[LineEdit]) -> None:
        """Move findings with the lines they speak of; one whose lines were edited is stale and dropped."""
        findings = self._findings.get(key)
        for edit in edits if findings else ():
            kept = []
            for one in findings or ():
                where = one.diagnostic.range
                delta = edit.move(where.start.line + 1, where.end.line + 1)
                if delta is not None:
                    if delta:
                        one.diagnosis = None
                        where.start.line += delta
                        where.end.line += delta
                    kept.append(one)
            findings = self._findings[key] = kept

    def reconsider(self) -> None:
        """All are to be explained anew when they are asked for."""
        for one in (finding for findings in self._findings.values() for finding in findings):
            one.diagnosis, one.looked = None, 0.0

    def at(self, key: str, position: types.Position) -> list[Finding]:
        """The findings whose range has the position."""
        return [one for one in self._findings.get(key, ()) if covers(one.diagnostic.range, position)]

    def like(self, key: str, diagnostic: types.Diagnostic) -> Finding:
        """The finding that is this diagnostic, as a client passes it on; a new one where it was not sent before."""
        for one in self._findings.get(key, ()):
            known = one.diagnostic
            if (known.range, known.message, known.code) == (diagnostic.range, diagnostic.message, diagnostic.code):
                return one
        return Finding(diagnostic)


def report_of(finding: types.Diagnostic, path: str, source: SourceText, units: Units) -> ErrorReport:
    """A diagnostic as a report: lines and columns 1-based, in characters."""
    from tracemend.reading.findings.diagnostic import from_diagnostic

    start, end = finding.range.start, finding.range.end
    return from_diagnostic(
        path=path,
        source=finding.source or "",
        code=finding.code,
        message=finding.message,
        severity=int(finding.severity) if finding.severity is not None else None,
        start=(start.line + 1, units.characters(source.line(start.line + 1), start.character) + 1),
        end=(end.line + 1, units.characters(source.line(end.line + 1), end.character) + 1),
    )


def folder_of(path: str, roots: Iterable[str]) -> str:
    """The folder that a checker of this file ran in, as far as can be known: its workspace folder, else its own."""
    return next((root for root in roots if inside(path, root)), os.path.dirname(path))

"""Errors that stand in documents themselves: logs, notes, pasted output. Read once for each version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracemend.lsp.documents import OpenDocument
from tracemend.lsp.engine import Engine, in_thread
from tracemend.source.text import SourceText

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis

MOST = 2 * 1024 * 1024
"""Longer documents are read to here: what a person opens to read is shorter."""
_ERRORS = 500


@dataclass(slots=True, eq=False)
class Reading:
    """An error that a document's text holds. Lines are 1-based, those of the document."""

    diagnosis: Diagnosis
    first: int
    last: int
    line: int
    """The line to show it on."""
    looked: float = 0.0


class Readings:
    """The errors in open documents' texts, by key; made anew when the version is another."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[str, tuple[int, list[Reading]]] = {}
        self._dismissed: dict[str, set[str]] = {}

    async def of(self, document: OpenDocument) -> list[Reading]:
        """The errors in a document, in the order of the text."""
        version = document.version
        known = self._known.get(document.key)
        if known is None or known[0] != version:
            diagnoser = await self._engine.diagnoser()
            source = document.source
            text = source.text[:MOST]
            context = self._engine.context("elsewhere")
            found = await in_thread(
                lambda: diagnoser.diagnose(text, context, look=False, input=document.path or document.uri), len(text)
            )
            readings = [_placed(self._engine.remember(one), source) for one in found[-_ERRORS:]]
            known = self._known[document.key] = (version, readings)
        gone = self._dismissed.get(document.key, ())
        return [one for one in known[1] if one.diagnosis.id not in gone]

    def dismiss(self, id: str) -> set[str]:
        """Leave an error out while its document is open; the keys of the documents that have it."""
        keys = {key for key, (_, all) in self._known.items() if any(one.diagnosis.id == id for one in all)}
        for key in keys:
            self._dismissed.setdefault(key, set()).add(id)
        return keys

    def reconsider(self) -> None:
        """All documents are to be read anew when they are asked for."""
        self._known.clear()

    def forget(self, key: str) -> None:
        """The document was closed."""
        self._known.pop(key, None)
        self._dismissed.pop(key, None)


def _placed(diagnosis: Diagnosis, source: SourceText) -> Reading:
    report, span = diagnosis.report, diagnosis.span
    first, last = _line(source, span.start), _line(source, span.end)
    line = first
    name = report.exception or ""
    for number in range(last, first - 1, -1):
        if name and name in source.line(number):
            line = number
            if source.line(number).lstrip().startswith(name):
                break
    return Reading(diagnosis, first, last, line)


def _line(source: SourceText, number: int) -> int:
    """A line counted by line feeds as one counted as LSP does (a lone carriage return ends one too): the last of it."""
    text = source.text
    if "\r" not in text.replace("\r\n", ""):
        return number
    at = -1
    for _ in range(number):
        found = text.find("\n", at + 1)
        if found < 0:
            return source.line_count
        at = found
    return source.position(max(at - 1, 0))[0]

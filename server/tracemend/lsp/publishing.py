"""Published diagnostics: what is shown of a document, sent when it is another than what was sent before."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from lsprotocol import types

from tracemend.lsp.documents import OpenDocuments
from tracemend.lsp.foreign import SOURCE
from tracemend.lsp.positions import whole_line
from tracemend.lsp.uris import from_path, inside, path_key

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis
    from tracemend.lsp.lifetime import Lifetime, Shown
    from tracemend.lsp.readings import Reading

RELATED = 10
_ERROR, _WARNING = types.DiagnosticSeverity.Error, types.DiagnosticSeverity.Warning


class Publisher:
    """Sends diagnostics. `logs` are the errors that stand in the text of open logs, by key."""

    def __init__(
        self,
        documents: OpenDocuments,
        send: Callable[[types.PublishDiagnosticsParams], None],
    ) -> None:
        self._documents, self._send = documents, send
        self.lifetime: Lifetime | None = None
        self.logs: dict[str, list[Reading]] = {}
        self.with_related = False
        self._sent: dict[str, tuple[str, list[types.Diagnostic]]] = {}
        self._spelling: dict[str, str] = {}

    def publish(self, keys: Iterable[str], *, again: bool = False) -> None:
        """Send what has changed of these documents; `again`: also what has not, which a client may forget."""
        for key in keys:
            document = self._documents.by_key(key)
            shown = self.lifetime.on(key) if self.lifetime else []
            if document is not None:
                self._spelling[key] = document.uri
            known = self._sent.get(key)
            uri = self._spelling.get(key) or (known[0] if known else None)
            if uri is None:
                if not shown:
                    continue
                uri = from_path(shown[0][0].path)
            diagnostics = self._diagnostics(key, shown)
            if known is not None and known[0] != uri and known[1]:
                self._send(types.PublishDiagnosticsParams(uri=known[0], diagnostics=[]))
                known = None
            if (known[1] if known else []) == diagnostics and not (again and diagnostics):
                continue
            self._sent[key] = (uri, diagnostics)
            if not diagnostics:
                del self._sent[key]
            version = document.version if document is not None else None
            self._send(types.PublishDiagnosticsParams(uri=uri, diagnostics=diagnostics, version=version))

    def range_of(self, one: Shown) -> types.Range:
        """Where an error is shown."""
        place = one.diagnosis.place
        if place is not None and place.source is not None:
            self._documents.share(one.key, place.source)
        source = self._documents.source(one.path)
        if source is None:
            return types.Range(types.Position(one.start[0] - 1, 0), types.Position(one.end[0] - 1, 0))
        return self._documents.units.range(source, one.start, one.end)

    def sent(self, key: str) -> list[types.Diagnostic]:
        """What is published on a document."""
        return self._sent.get(key, ("", []))[1]

    def _diagnostics(self, key: str, shown: list[tuple[Shown, int]]) -> list[types.Diagnostic]:
        found = []
        for one, count in shown:
            found.append(self._diagnostic(one, count))
        document = self._documents.by_key(key)
        for reading in self.logs.get(key, ()) if document else ():
            assert document is not None
            where = self._documents.units.range(document.source, *whole_line(document.source, reading.line))
            found.append(_made(reading.diagnosis, where, types.DiagnosticSeverity.Information, 1))
        return found

    def _diagnostic(self, one: Shown, count: int) -> types.Diagnostic:
        where = self.range_of(one)
        severity = _ERROR if one.diagnosis.report.severity == "error" else _WARNING
        made = _made(one.diagnosis, where, severity, count)
        if self.with_related:
            made.related_information = self._related(one.diagnosis) or None
        return made

    def _related(self, diagnosis: Diagnosis) -> list[types.DiagnosticRelatedInformation]:
        """The other frames whose files are here: those of the workspace first to be kept, in the order printed."""
        from tracemend.source.place import file_of, find_line

        context, place = diagnosis.context, diagnosis.place
        own = (path_key(place.file), place.line) if place and place.file else None
        found: dict[tuple[str, int], tuple[bool, int, str, str]] = {}
        for number, frame in enumerate(diagnosis.report.frames):
            known = frame.line is not None and len(found) < 4 * RELATED
            file = file_of(frame, context, diagnosis.report.folder) if known else None
            if file is None or frame.line is None:
                continue
            key = (path_key(file), frame.line)
            if key != own and (frame.path, frame.line) != _printed(diagnosis):
                away = not any(inside(file, root) for root in context.roots)
                found[key] = (away, number, file, frame.name or "")
        kept = sorted(sorted(found.items(), key=lambda item: item[1][:2])[:RELATED], key=lambda item: item[1][1])
        related = []
        for (_, line), (_, number, file, name) in kept:
            source = self._documents.source(file)
            now = find_line(diagnosis.report.frames[number], source) if source else None
            if source is None or now is None:
                continue
            document = self._documents.by_key(path_key(file))
            where = self._documents.units.range(source, *whole_line(source, now))
            uri = document.uri if document else from_path(file)
            text = f"in {name}" if name else f"line {line}"
            related.append(types.DiagnosticRelatedInformation(types.Location(uri, where), text))
        return related


def _printed(diagnosis: Diagnosis) -> tuple[str, int | None] | None:
    frame = diagnosis.place.frame if diagnosis.place else None
    return (frame.path, frame.line) if frame else None


def _made(diagnosis: Diagnosis, where: types.Range, severity: types.DiagnosticSeverity, count: int) -> types.Diagnostic:
    from tracemend.render.escape import one_line
    from tracemend.render.words import whose_pack

    message = one_line(diagnosis.title) or "error"
    whose = whose_pack(diagnosis)
    if whose is not None:
        message = f"{message} ({whose})"
    entry, base = diagnosis.entry, diagnosis.context.settings.docs_base_url
    made = types.Diagnostic(
        range=where,
        message=f"{message} ({count} times)" if count > 1 else message,
        severity=severity,
        source=SOURCE,
        data={"id": diagnosis.id},
    )
    if entry is not None:
        made.code = entry.id
        if base:
            made.code_description = types.CodeDescription(href=f"{base.rstrip('/')}/{entry.id}")
    return made

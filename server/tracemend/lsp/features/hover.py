"""Hover: what is known of the errors under the cursor, our own and those of other tools."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from lsprotocol import types

from tracemend.lsp.links import links
from tracemend.lsp.looker import HOVER_WAIT
from tracemend.lsp.mending import operations_of
from tracemend.lsp.positions import covers
from tracemend.lsp.subjects import Subject, diagnose_finding, refresh
from tracemend.lsp.uris import uri_key

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis
    from tracemend.lsp.documents import OpenDocument
    from tracemend.lsp.language_server import TracemendServer
    from tracemend.lsp.readings import Reading

_MOST = 3
_LEAST_WAIT = 0.01
"""Seconds that evidence gets to be looked at, however long the output took that was waited for before."""
_SEARCHED = 512 * 1024
"""A larger text is not searched for errors because of a hover."""


def register(server: TracemendServer) -> None:
    """Add the feature to the server."""
    server.feature(types.TEXT_DOCUMENT_HOVER)(hover)


async def hover(ls: TracemendServer, params: types.HoverParams) -> types.Hover | None:
    """What the errors at a position mean; None where there is none."""
    key, position = uri_key(params.text_document.uri), params.position
    start = time.monotonic()
    await ls.terminals.settled()
    shown = [one for one, _ in ls.lifetime.on(key) if covers(ls.publisher.range_of(one), position)][:_MOST]
    findings = ls.foreign.at(key, position)[:_MOST]
    readings = await _readings(ls, ls.documents.by_key(key), position)
    for finding in findings:
        await diagnose_finding(ls, params.text_document.uri, finding)
    subjects: list[Subject] = [*shown, *findings, *readings]
    wait = max(_LEAST_WAIT, start + HOVER_WAIT - time.monotonic())
    await asyncio.gather(*(refresh(ls, one, wait) for one in subjects))
    # What a checker says and no entry explains is said by the checker already.
    found = {
        one.diagnosis.id: one.diagnosis
        for one in subjects
        if one.diagnosis is not None and (one not in findings or one.diagnosis.entry is not None)
    }
    if not found:
        return None
    where = ls.publisher.range_of(shown[0]) if shown else findings[0].diagnostic.range if findings else None
    return types.Hover(contents=_contents(ls, [*found.values()][:_MOST]), range=where)


async def _readings(ls: TracemendServer, document: OpenDocument | None, position: types.Position) -> list[Reading]:
    """The error that the text itself holds at a line: in logs and other text, not in Python."""
    if document is None or document.is_python or len(document.source.text) > _SEARCHED:
        return []
    line = position.line + 1
    if not document.source.line(line).strip():
        return []
    return [one for one in await ls.readings.of(document) if one.first <= line <= one.last][-1:]


def _contents(ls: TracemendServer, diagnoses: list[Diagnosis]) -> types.MarkupContent:
    document = ls.client_capabilities.text_document
    formats = document.hover.content_format if document and document.hover else None
    if formats is not None and types.MarkupKind.Markdown not in formats:
        from tracemend.lsp.plain import hover_text

        return types.MarkupContent(types.MarkupKind.PlainText, "\n\n".join(map(hover_text, diagnoses)))
    from tracemend.render.markdown import hover as render

    known = links(ls.engine.options, ls.terminal_of, operations_of(ls))
    return types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(render(one, known) for one in diagnoses))

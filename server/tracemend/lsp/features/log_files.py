"""Logs that are open: diagnostics of severity information on their own lines, read again when they grow."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracemend.lsp.documents import OpenDocument
    from tracemend.lsp.language_server import TracemendServer

PAUSE = 0.3
"""Seconds without an edit before a log is read again."""


def changed(ls: TracemendServer, document: OpenDocument, *, at_once: bool = False) -> None:
    """A document was opened or edited: read it, if it is a log."""
    if document.is_log:
        ls.start(_read(ls, document, document.version, 0 if at_once else PAUSE))


async def _read(ls: TracemendServer, document: OpenDocument, version: int, pause: float) -> None:
    await asyncio.sleep(pause)
    if document.version != version or ls.documents.by_key(document.key) is not document:
        return
    readings = await ls.readings.of(document)
    if document.version == version and ls.documents.by_key(document.key) is document:
        ls.publisher.logs[document.key] = readings
        ls.publisher.publish([document.key])

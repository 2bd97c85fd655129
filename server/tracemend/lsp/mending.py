"""Fixes as the protocol has them: workspace edits made for the documents as they are now."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types

from tracemend.fixes.recipe import apply_edits
from tracemend.lsp.uris import from_path, uri_key

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis
    from tracemend.fixes.recipe import Mend
    from tracemend.lsp.language_server import TracemendServer

_TRIES = 2


async def workspace_edit(ls: TracemendServer, diagnosis: Diagnosis, fix: str) -> types.WorkspaceEdit | None:
    """The edit of a fix; None where it does not apply any more, or the document changes all the time."""
    diagnoser = await ls.engine.diagnoser()
    for _ in range(_TRIES):
        before = {document.key: document.version for document in ls.documents}
        mend = await asyncio.to_thread(diagnoser.resolve, diagnosis, fix)
        place = diagnosis.place
        own = (place.file or (uri_key(place.cell) if place.cell else None)) if place else None
        file = (mend.file or own) if mend else None
        if mend is None or file is None:
            return None
        document = ls.documents.by_key(file) or ls.documents.at_path(file)
        if document is None or before.get(document.key) == document.version:
            return _edit(ls, mend, file, diagnosis.id)
    return None


def _edit(ls: TracemendServer, mend: Mend, file: str, id: str) -> types.WorkspaceEdit | None:
    source = ls.documents.source(file)
    if source is None:
        return None
    document = ls.documents.by_key(file) or ls.documents.at_path(file)
    if document is not None:
        ls.applied.expect(document.key, apply_edits(source.text, mend.edits), id)
    uri = document.uri if document else from_path(file)
    edits = [
        types.TextEdit(types.Range(ls.units.position(source, one.start), ls.units.position(source, one.end)), one.text)
        for one in sorted(mend.edits, key=lambda one: (one.start, one.end))
    ]
    workspace = ls.client_capabilities.workspace
    if workspace is not None and workspace.workspace_edit is not None and workspace.workspace_edit.document_changes:
        version = document.version if document else None
        identifier = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(text_document=identifier, edits=edits)])
    return types.WorkspaceEdit(changes={uri: edits})

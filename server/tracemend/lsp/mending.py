"""Fixes as the protocol has them: workspace edits made for the documents as they are now."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types

from tracemend.fixes.recipe import FileChange, FileEdits, NewFile, RenamedFile, apply_edits
from tracemend.lsp.uris import from_path, uri_key
from tracemend.source.text import SourceText

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis
    from tracemend.fixes.recipe import FileOperation, Mend
    from tracemend.lsp.documents import OpenDocument
    from tracemend.lsp.language_server import TracemendServer

_TRIES = 2


async def workspace_edit(ls: TracemendServer, diagnosis: Diagnosis, fix: str) -> types.WorkspaceEdit | None:
    """The edit of a fix; None where it does not apply any more, the client cannot make it, or a document changes all
    the time."""
    diagnoser = await ls.engine.diagnoser()
    for _ in range(_TRIES):
        before = {document.key: document.version for document in ls.documents}
        mend = await asyncio.to_thread(diagnoser.resolve, diagnosis, fix)
        place = diagnosis.place
        own = (place.file or (uri_key(place.cell) if place.cell else None)) if place else None
        file = (mend.file or own) if mend else None
        if mend is None or file is None or not mend.operations <= operations_of(ls):
            return None
        document = _document(ls, file)
        unchanged = document is None or before.get(document.key) == document.version
        if unchanged and all(_as_before(ls, one) for one in mend.others):
            return _edit(ls, mend, file, diagnosis.id)
    return None


def operations_of(ls: TracemendServer) -> frozenset[FileOperation]:
    """What this client does with files as part of an edit; nothing where it takes no `documentChanges`."""
    support = _support(ls)
    if support is None or not support.document_changes:
        return frozenset()
    asked = {str(getattr(one, "value", one)) for one in support.resource_operations or ()}
    return frozenset(name for name in ("create", "rename") if name in asked)


def _support(ls: TracemendServer) -> types.WorkspaceEditClientCapabilities | None:
    workspace = ls.client_capabilities.workspace
    return workspace.workspace_edit if workspace is not None else None


def _document(ls: TracemendServer, file: str) -> OpenDocument | None:
    return ls.documents.by_key(file) or ls.documents.at_path(file)


def _as_before(ls: TracemendServer, change: FileChange) -> bool:
    """Whether a further file is as it was when its change was worked out."""
    if isinstance(change, FileEdits):
        return ls.documents.read(change.file) == change.before
    return ls.documents.read(change.to if isinstance(change, RenamedFile) else change.file) is None


def _edit(ls: TracemendServer, mend: Mend, file: str, id: str) -> types.WorkspaceEdit | None:
    source = ls.documents.source(file)
    if source is None:
        return None
    texts = [FileEdits(file, source.text, mend.edits)] if mend.edits else []
    texts += [change for change in mend.others if isinstance(change, FileEdits)]
    for number, change in enumerate(texts):
        document = _document(ls, change.file)
        if document is not None and (number == 0 or change.file == file):
            ls.applied.expect(document.key, apply_edits(change.before, change.edits), id)
    support = _support(ls)
    if support is not None and support.document_changes:
        made: list[types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile] = []
        made += [_text_edit(ls, change) for change in texts]
        for other in mend.others:
            made += _operation(other)
        return types.WorkspaceEdit(document_changes=made)
    return types.WorkspaceEdit(changes={_uri(ls, change.file): _edits(ls, change) for change in texts})


def _uri(ls: TracemendServer, file: str) -> str:
    document = _document(ls, file)
    return document.uri if document else from_path(file)


def _edits(ls: TracemendServer, change: FileEdits) -> list[types.TextEdit]:
    source = SourceText(change.before)
    return [
        types.TextEdit(types.Range(ls.units.position(source, one.start), ls.units.position(source, one.end)), one.text)
        for one in sorted(change.edits, key=lambda one: (one.start, one.end))
    ]


def _text_edit(ls: TracemendServer, change: FileEdits) -> types.TextDocumentEdit:
    document = _document(ls, change.file)
    identifier = types.OptionalVersionedTextDocumentIdentifier(
        uri=_uri(ls, change.file), version=document.version if document else None
    )
    return types.TextDocumentEdit(text_document=identifier, edits=[*_edits(ls, change)])


def _operation(change: FileChange) -> list[types.TextDocumentEdit | types.CreateFile | types.RenameFile]:
    """A file made, with its text as an edit behind it, or renamed; never over one that is there."""
    if isinstance(change, NewFile):
        uri = from_path(change.file)
        identifier = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=None)
        start = types.Position(0, 0)
        return [
            types.CreateFile(uri=uri, options=types.CreateFileOptions(overwrite=False, ignore_if_exists=False)),
            types.TextDocumentEdit(identifier, [types.TextEdit(types.Range(start, start), change.text)]),
        ]
    if isinstance(change, RenamedFile):
        options = types.RenameFileOptions(overwrite=False, ignore_if_exists=False)
        return [types.RenameFile(old_uri=from_path(change.file), new_uri=from_path(change.to), options=options)]
    return []

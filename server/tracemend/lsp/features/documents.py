"""Documents that are opened, edited, saved and closed; errors and findings move with the edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from tracemend.lsp.features import log_files
from tracemend.lsp.uris import uri_key

if TYPE_CHECKING:
    from tracemend.lsp.language_server import TracemendServer


def register(server: TracemendServer) -> None:
    """Add the features to the server."""
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(did_open)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(did_change)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(did_save)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(did_close)


def did_open(ls: TracemendServer, params: types.DidOpenTextDocumentParams) -> None:
    """Keep its text; publish under the client's spelling of its URI; read it if it is a log.

    Some clients close and open a document that is read anew from the disk, and forget its diagnostics meanwhile.
    """
    document = ls.documents.open(params.text_document)
    ls.publisher.publish([document.key], again=True)
    for one, _ in ls.lifetime.on(document.key):
        ls.start(ls.look(one))
    log_files.changed(ls, document, at_once=True)


def did_change(ls: TracemendServer, params: types.DidChangeTextDocumentParams) -> None:
    """Make the edits, and move what stands on the lines."""
    done = ls.documents.change(params)
    if done is None:
        return
    document, edits = done
    ls.foreign.edited(document.key, edits)
    ls.lifetime.edited(document.key, edits)
    for id in ls.applied.seen(document.key, document.source.text):
        ls.lifetime.dismiss(id)
    log_files.changed(ls, document)


def did_save(ls: TracemendServer, params: types.DidSaveTextDocumentParams) -> None:
    """Other programs see the text now: look at the evidence of its errors again."""
    for one, _ in ls.lifetime.on(uri_key(params.text_document.uri)):
        ls.start(ls.look(one))


def did_close(ls: TracemendServer, params: types.DidCloseTextDocumentParams) -> None:
    """From here on the file counts again; what a log's text held is taken away."""
    key = uri_key(params.text_document.uri)
    ls.publisher.logs.pop(key, None)
    ls.publisher.publish([key])
    closed = ls.documents.close(params.text_document.uri)
    if closed is not None and closed.path is None:
        ls.lifetime.closed(key)
    ls.readings.forget(key)

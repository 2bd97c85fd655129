"""`initialize`, `initialized`, and settings that change later."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from lsprotocol import types

from tracemend.lsp import options
from tracemend.lsp.features import log_files
from tracemend.lsp.uris import to_path, uri_key

if TYPE_CHECKING:
    from tracemend.lsp.language_server import TracemendServer


_TRIES = 3


def register(server: TracemendServer) -> None:
    """Add the features to the server."""
    server.feature(types.INITIALIZE)(initialize)
    server.feature(types.INITIALIZED)(initialized)
    server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(did_change_configuration)
    server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(did_change_folders)


def initialize(ls: TracemendServer, params: types.InitializeParams) -> None:
    """Take over what the client says of itself."""
    encoding = ls.protocol.workspace.position_encoding or types.PositionEncodingKind.Utf16
    ls.units.encoding = str(getattr(encoding, "value", encoding))
    uris = [folder.uri for folder in params.workspace_folders or ()]
    if not uris and (root := ls.protocol.workspace.root_uri):
        uris = [root]
    ls.engine.roots = tuple(path for uri in uris if (path := to_path(uri)) is not None)
    ls.engine.options, faults = options.from_initialization(params.initialization_options)
    ls.initial_faults = faults
    document = ls.protocol.client_capabilities.text_document
    published = document.publish_diagnostics if document else None
    ls.publisher.with_related = bool(published and published.related_information)


def initialized(ls: TracemendServer, params: types.InitializedParams) -> None:
    """Open the knowledge, watch the spool, say what was wrong in the options."""
    ls.engine.open()
    ls.spooled.watch()
    _tell(ls, ls.initial_faults)


def did_change_configuration(ls: TracemendServer, params: types.DidChangeConfigurationParams) -> None:
    """The user changed settings: what is shown and what is asked from now on follows them."""
    before = ls.engine.options
    ls.engine.options, faults = options.changed(before, params.settings)
    _tell(ls, faults)
    now = ls.engine.options
    if (before.trusted, before.settings.disabled) != (now.trusted, now.settings.disabled):
        ls.engine.reopen()
    if before != now:
        ls.start(_reconsider(ls))


async def _reconsider(ls: TracemendServer) -> None:
    """Explain anew what is shown."""
    ls.foreign.reconsider()
    ls.readings.reconsider()
    diagnoser = await ls.engine.diagnoser()
    shown = ls.lifetime.all()
    for one in shown:
        for _ in range(_TRIES):
            before = one.diagnosis
            found = await asyncio.to_thread(diagnoser.again, before, ls.engine.renewed(before.context))
            if one.diagnosis is before:  # else an edit or a look has changed it meanwhile
                break
        if ls.lifetime.looked_at(one, ls.engine.remember(found)) is not None:
            one.looked = 0.0
            ls.start(ls.look(one))
    ls.publisher.publish({one.key for one in shown})
    for document in ls.documents:
        log_files.changed(ls, document, at_once=True)


def did_change_folders(ls: TracemendServer, params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Folders came to the workspace or left it."""
    gone = {uri_key(folder.uri) for folder in params.event.removed}
    new = [path for folder in params.event.added if (path := to_path(folder.uri)) is not None]
    kept = [root for root in ls.engine.roots if os.path.normcase(root) not in gone]
    ls.engine.roots = tuple(dict.fromkeys([*kept, *new]))
    if ls.engine.options.trusted:
        ls.engine.reopen()


def _tell(ls: TracemendServer, faults: list[str]) -> None:
    if faults:
        message = f"Tracemend uses defaults for some settings: {'; '.join(faults)}."
        ls.window_log_message(types.LogMessageParams(type=types.MessageType.Warning, message=message))

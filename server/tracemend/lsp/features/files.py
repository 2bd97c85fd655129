"""Files that are deleted, renamed or changed outside the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from tracemend.lsp.uris import path_key, to_path

if TYPE_CHECKING:
    from tracemend.lsp.language_server import TracemendServer

_FILTERS = types.FileOperationRegistrationOptions(
    filters=[types.FileOperationFilter(scheme="file", pattern=types.FileOperationPattern(glob="**/*"))]
)


def register(server: TracemendServer) -> None:
    """Add the features to the server."""
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(did_change_watched)
    server.feature(types.WORKSPACE_DID_DELETE_FILES, _FILTERS)(did_delete)
    server.feature(types.WORKSPACE_DID_RENAME_FILES, _FILTERS)(did_rename)


def did_change_watched(ls: TracemendServer, params: types.DidChangeWatchedFilesParams) -> None:
    """Errors of a deleted file are taken away; in a changed one their lines are found again."""
    for change in params.changes:
        path = to_path(change.uri)
        if path is None or ls.documents.get(change.uri) is not None:
            continue
        if change.type == types.FileChangeType.Deleted:
            ls.lifetime.deleted(path)
        else:
            for one, _ in ls.lifetime.on(path_key(path)):
                ls.start(ls.look(one))


def did_delete(ls: TracemendServer, params: types.DeleteFilesParams) -> None:
    """Errors of deleted files and of those in deleted folders are taken away."""
    for file in params.files:
        _gone(ls, file.uri)


def did_rename(ls: TracemendServer, params: types.RenameFilesParams) -> None:
    """The old name is gone."""
    for file in params.files:
        _gone(ls, file.old_uri)


def _gone(ls: TracemendServer, uri: str) -> None:
    path = to_path(uri)
    if path is not None:
        ls.lifetime.deleted(path)

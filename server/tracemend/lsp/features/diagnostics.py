"""`tracemend/diagnostics`: what other tools say of a document, passed on by the client."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tracemend.lsp.converter import diagnostics_from
from tracemend.lsp.uris import uri_key

if TYPE_CHECKING:
    from tracemend.lsp.language_server import TracemendServer

METHOD = "tracemend/diagnostics"

_log = logging.getLogger(__name__)


def register(server: TracemendServer) -> None:
    """Add the feature to the server."""
    server.feature(METHOD)(diagnostics)


def diagnostics(ls: TracemendServer, params: Any) -> None:
    """Keep what other tools say; one of an older version is moved with the edits since, or dropped."""
    uri = params.get("uri") if isinstance(params, Mapping) else None
    if not isinstance(uri, str):
        _log.warning("%s without a uri", METHOD)
        return
    document, version = ls.documents.get(uri), params.get("version")
    known = isinstance(version, int) and not isinstance(version, bool)
    edits = document.since(version) if document is not None and known else []
    found = diagnostics_from(params.get("diagnostics"), ls.protocol.structured)
    ls.foreign.replace(uri_key(uri), found, edits)

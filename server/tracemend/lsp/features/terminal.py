"""`tracemend/terminalOutput`: what a terminal prints, in pieces."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from tracemend.lsp.terminals import piece_from

if TYPE_CHECKING:
    from tracemend.lsp.language_server import TracemendServer

METHOD = "tracemend/terminalOutput"

_log = logging.getLogger(__name__)


def register(server: TracemendServer) -> None:
    """Add the feature to the server."""
    server.feature(METHOD)(terminal_output)


def terminal_output(ls: TracemendServer, params: Any) -> None:
    """Hand the piece on; it is read after those before it."""
    piece = piece_from(params)
    if piece is None:
        _log.warning("%s of an odd shape", METHOD)
        return
    ls.terminals.output(piece)

"""Starts the language server: over standard input and output, TCP or WebSocket.

Nothing heavy is imported before it is known that a server is wanted. The collector rests until the knowledge is open:
what is imported and built by then lives as long as the process.
"""

from __future__ import annotations

import gc
import logging
import sys
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from tracemend.lsp.language_server import TracemendServer

_IDLE = 2.0
"""Seconds after the knowledge has been opened."""
_CONTENT_LENGTH = b"content-length"


def set_up_logging(file: str | None = None, verbose: int = 0) -> None:
    """Log to a file or to standard error: warnings, with `verbose` 1 what happens, with 2 details.

    pygls logs every message with the user's text in it at `info`, so it stays at `warning` unless `verbose` is 3.
    """
    level = (logging.WARNING, logging.INFO, logging.DEBUG)[min(max(verbose, 0), 2)]
    handler: logging.Handler = logging.StreamHandler(sys.stderr)
    if file is not None:
        handler = logging.FileHandler(file, encoding="utf-8", errors="backslashreplace")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    quiet = logging.DEBUG if verbose > 2 else logging.WARNING
    logging.getLogger("pygls").setLevel(quiet)
    logging.getLogger("asyncio").setLevel(logging.WARNING)


_TURN = 0.001
"""Seconds after which a thread that reads or looks hands over to the loop, which answers; Python's own are 0.005, and
an answer needs several turns."""


def create_server() -> TracemendServer:
    """A server with all features, not started yet."""
    gc.disable()
    sys.setswitchinterval(_TURN)
    from tracemend.lsp.language_server import TracemendServer

    return TracemendServer(opened=_collect_from_now_on)


def _collect_from_now_on() -> None:
    """The knowledge is open: a moment later, when nobody waits, what imports left over is cleared away.

    The rest stays as long as the process, and is looked at no more.
    """
    import asyncio

    def clear() -> None:
        gc.collect()
        gc.freeze()
        gc.enable()

    asyncio.get_running_loop().call_later(_IDLE, clear)


def serve_stdio() -> None:
    """Serve one client until it ends. What is printed goes to standard error: standard output is the protocol's."""
    out, sys.stdout = sys.stdout.buffer, sys.stderr
    server = create_server()
    server.start_io(cast(BinaryIO, _Headers(sys.stdin.buffer)), out)
    if server.protocol.ended_early:
        raise SystemExit(1)


def serve_tcp(host: str, port: int) -> None:
    """Listen on a TCP port for one client."""
    sys.stdout = sys.stderr
    create_server().start_tcp(host, port)


def serve_ws(host: str, port: int) -> None:
    """Listen on a WebSocket for one client. Needs the extra `ws`."""
    sys.stdout = sys.stderr
    create_server().start_ws(host, port)


class _Headers:
    """Standard input, the one header that matters spelled as pygls reads it: their names have no case."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readline(self) -> bytes:
        line = self._stream.readline()
        if line[:14].lower() == _CONTENT_LENGTH:
            return b"Content-Length: " + line[14:].strip(b": \t\r\n") + b"\r\n"
        return line

    def read(self, size: int) -> bytes:
        return self._stream.read(size)

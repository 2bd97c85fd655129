"""`tracemend serve`: the language server, over standard input and output, TCP or WebSocket."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tracemend.cli.errors import UsageError

if TYPE_CHECKING:
    import argparse


def add_parser(commands: Any) -> None:
    """Add this command to the command line."""
    _options(commands.add_parser("serve", help="run the language server", description=__doc__))


def _options(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--stdio", action="store_true", help="standard input and output (the default)")
    where.add_argument("--tcp", metavar="HOST:PORT", help="listen for one client on a TCP port")
    where.add_argument("--ws", metavar="HOST:PORT", help="listen for one client on a WebSocket (needs the extra `ws`)")
    parser.add_argument("--log-file", metavar="FILE", help="write the log there instead of standard error")
    parser.add_argument("-v", "--verbose", action="count", default=0, help="log more; twice: much more")
    parser.set_defaults(handler=_handle)
    return parser


def serve(arguments: Sequence[str]) -> int:
    """The command on its own, without the rest of the command line (it starts faster so)."""
    if not arguments or list(arguments) == ["--stdio"]:
        return _start(None, None, None, 0)
    import argparse

    parsed = _options(argparse.ArgumentParser(prog="tracemend serve", description=__doc__)).parse_args(arguments)
    try:
        return _handle(parsed)
    except UsageError as error:
        import sys

        print(f"tracemend: {error}", file=sys.stderr)
        return 2


def _handle(options: argparse.Namespace) -> int:
    return _start(options.tcp, options.ws, options.log_file, options.verbose)


def _start(tcp: str | None, ws: str | None, log_file: str | None, verbose: int) -> int:
    from tracemend.lsp import server

    server.set_up_logging(log_file, verbose)
    if tcp:
        server.serve_tcp(*_address(tcp))
    elif ws:
        import importlib.util

        if importlib.util.find_spec("websockets") is None:
            raise UsageError("--ws needs the extra `ws`: pip install 'tracemend[ws]'")
        server.serve_ws(*_address(ws))
    else:
        server.serve_stdio()
    return 0


def _address(text: str) -> tuple[str, int]:
    """HOST:PORT (an IPv6 host in square brackets). Raises UsageError for anything else."""
    host, colon, port = text.rpartition(":")
    if not colon or not host or not port.isdecimal() or not 0 <= int(port) <= 65535:
        raise UsageError(f"{text} is no address. Give HOST:PORT, for example 127.0.0.1:4390.")
    return host.strip("[]"), int(port)

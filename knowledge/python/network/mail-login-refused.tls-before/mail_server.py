"""An SMTP server on this machine that offers its log-in only over an encrypted connection."""

import socket
import ssl

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from aiosmtpd.smtp import AuthResult


def start() -> int:
    """Start it in a thread; the port that it listens on."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("localhost").configure_cert(context)
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    server = Controller(
        Sink(),
        hostname="localhost",
        port=port,
        tls_context=context,
        authenticator=lambda *_: AuthResult(success=True),
    )
    server.start()
    return port

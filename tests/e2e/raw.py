"""A client that sends whatever it is told to over real stdio: well-formed or not, early, late, out of order."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

LIMIT = 20.0

CAPABILITIES: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "publishDiagnostics": {"relatedInformation": True, "dataSupport": True, "versionSupport": True},
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source"]}},
            "isPreferredSupport": True,
            "dataSupport": True,
            "resolveSupport": {"properties": ["edit"]},
        },
    },
    "workspace": {"workspaceEdit": {"documentChanges": True}},
    "window": {"showDocument": {"support": True}},
}


class RawClient:
    """A server's process and the messages that it has sent."""

    def __init__(self, arguments: tuple[str, ...] = (), env: dict[str, str] | None = None) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tracemend", "serve", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **(env or {})},
        )
        self.messages: list[dict[str, Any]] = []
        self.errors = b""
        self._arrived: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._ids = iter(range(1_000_000, 2_000_000))
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._read_errors, daemon=True).start()

    def send_bytes(self, body: bytes, header: bytes = b"Content-Length: %d\r\n\r\n") -> None:
        """Send a body as it is."""
        assert self.process.stdin is not None
        self.process.stdin.write(header % len(body) + body)
        self.process.stdin.flush()

    def send(self, message: Any) -> None:
        """Send a message."""
        self.send_bytes(json.dumps(message).encode())

    def notify(self, method: str, params: Any) -> None:
        """Send a notification."""
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, params: Any) -> int:
        """Send a request; its id."""
        id = next(self._ids)
        self.send({"jsonrpc": "2.0", "id": id, "method": method, "params": params})
        return id

    def request(self, method: str, params: Any) -> Any:
        """Send a request and wait for the whole answer."""
        return self.answer(self.ask(method, params))

    def answer(self, id: Any) -> dict[str, Any]:
        """The answer to a request, as soon as it is there."""
        return self.wait(lambda message: message.get("id") == id and "method" not in message)

    def wait(self, wanted: Any, limit: float = LIMIT) -> dict[str, Any]:
        """The first message that is `wanted`, of those that have come or will within the time."""
        at, end = 0, time.monotonic() + limit
        while True:
            for message in self.messages[at:]:
                at += 1
                if wanted(message):
                    return message
            try:
                message = self._arrived.get(timeout=max(end - time.monotonic(), 0.001))
            except queue.Empty:
                raise TimeoutError(self.errors.decode(errors="replace")[-2000:]) from None
            if message is None:
                raise EOFError(self.errors.decode(errors="replace")[-2000:])
            self.messages.append(message)

    def diagnostics(self, uri: str, *, wanted: Any = bool, limit: float = LIMIT) -> list[dict[str, Any]]:
        """The latest diagnostics on a document, as soon as they are `wanted` (by default: as there are any)."""
        seen = sum(message.get("method") == "textDocument/publishDiagnostics" for message in self.messages)
        end = time.monotonic() + limit
        while True:
            published = [m["params"] for m in self.messages if m.get("method") == "textDocument/publishDiagnostics"]
            latest = next((one["diagnostics"] for one in reversed(published) if one["uri"] == uri), [])
            if wanted(latest):
                return list(latest)
            seen = len(published)
            self.wait(
                lambda _, seen=seen: (
                    sum(m.get("method") == "textDocument/publishDiagnostics" for m in self.messages) > seen
                ),
                max(end - time.monotonic(), 0.001),
            )

    def initialize(self, root: Path, options: Any = None, capabilities: dict[str, Any] | None = None) -> dict[str, Any]:
        """The handshake."""
        answer = self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root.as_uri(),
                "workspaceFolders": [{"uri": root.as_uri(), "name": root.name}],
                "capabilities": CAPABILITIES if capabilities is None else capabilities,
                "initializationOptions": {"tracemend": {"trusted": True} if options is None else options},
            },
        )
        self.notify("initialized", {})
        return answer

    def open(self, uri: str, text: str, language: str = "python", version: int = 1) -> None:
        """Open a document."""
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, version: int, *changes: dict[str, Any]) -> None:
        """Edit a document."""
        self.notify(
            "textDocument/didChange",
            {"textDocument": {"uri": uri, "version": version}, "contentChanges": list(changes)},
        )

    def printed(self, folder: Path, text: str, *, execution: str = "1", status: int | None = 1, **more: Any) -> None:
        """A whole run in a terminal."""
        self.notify(
            "tracemend/terminalOutput",
            {
                "terminal": "t",
                "execution": execution,
                "command": "python app.py",
                "cwd": str(folder),
                "data": text,
                "exitCode": status,
                "done": True,
                **more,
            },
        )

    def stop(self) -> int:
        """End the server as the protocol has it; its exit status."""
        try:
            self.request("shutdown", None)
            self.notify("exit", None)
            return self.process.wait(LIMIT)
        finally:
            self.kill()

    def kill(self) -> None:
        """End it in any case."""
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    pass

    def _read(self) -> None:
        out = self.process.stdout
        assert out is not None
        try:
            while True:
                length = 0
                while (line := out.readline()) not in (b"\r\n", b""):
                    if line.lower().startswith(b"content-length:"):
                        length = int(line[15:])
                if not line:
                    break
                self._arrived.put(json.loads(out.read(length)))
        except ValueError:
            pass
        self._arrived.put(None)

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        try:
            for line in self.process.stderr:
                self.errors += line
        except ValueError:
            pass

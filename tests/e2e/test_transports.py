"""`serve --tcp` and `serve --ws`: the same server on a socket."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

TEXT = "PermissionError: [Errno 13] Permission denied: 'report.csv'"


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def served(request: pytest.FixtureRequest) -> Iterator[int]:
    """A server on a free port; the parameter is the option that names its transport."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "tracemend", "serve", request.param, f"127.0.0.1:{port}"], stderr=subprocess.DEVNULL
    )
    until = time.monotonic() + 30
    while time.monotonic() < until and not _listens(port):
        time.sleep(0.05)  # the process says nothing when it listens, so the port is asked again
    yield port
    process.terminate()
    process.wait(10)


def _listens(port: int) -> bool:
    """Whether the port is taken, without connecting: the server serves one client only."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


async def explained(client: Any) -> dict[str, Any]:
    """Initialize and have a text diagnosed."""
    await client.initialize_async(types.InitializeParams(capabilities=types.ClientCapabilities()))
    client.initialized(types.InitializedParams())
    answer = await client.workspace_execute_command_async(
        types.ExecuteCommandParams(command="tracemend.diagnoseText", arguments=[{"text": TEXT}])
    )
    await client.shutdown_async(None)
    client.exit(None)
    return json.loads(json.dumps(answer, default=lambda value: getattr(value, "_asdict", vars)(value)))


@pytest.mark.parametrize("served", ["--tcp"], indirect=True)
def test_tcp(served: int) -> None:
    async def talk() -> dict[str, Any]:
        client = LanguageClient("test", "1")
        await client.start_tcp("127.0.0.1", served)
        return await explained(client)

    answer = asyncio.run(asyncio.wait_for(talk(), 60))
    assert "report.csv" in str(answer)
    assert "python.os.permission-denied" in str(answer)


@pytest.mark.parametrize("served", ["--ws"], indirect=True)
def test_websocket(served: int) -> None:
    async def talk() -> dict[str, Any]:
        client = LanguageClient("test", "1")
        await client.start_ws("127.0.0.1", served)
        return await explained(client)

    answer = asyncio.run(asyncio.wait_for(talk(), 60))
    assert "python.os.permission-denied" in str(answer)


@pytest.mark.parametrize("address", ["nonsense", "127.0.0.1:notaport", "127.0.0.1:99999", ":80"])
def test_an_address_that_is_none(address: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tracemend", "serve", "--tcp", address], capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 2
    assert "Give HOST:PORT" in done.stderr

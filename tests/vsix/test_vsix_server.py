"""The bundled server does its main job from an unpacked VSIX: no network, no pip, no package of the machine."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from interpreters import Python
from unpacked import Server, set_traps, useless_environment, without_network

PROGRAM = """\
from pathlib import Path

target = Path("reports") / "november" / "sales.csv"
with open(target, "w") as file:
    file.write("apples,60.00")
print("written:", target)
"""
LINE = 3  # 0-based, as the protocol counts


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A folder with a program that fails."""
    folder = tmp_path.resolve() / "work"
    folder.mkdir()
    (folder / "sales.py").write_text(PROGRAM, encoding="utf-8")
    return folder


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Variables of no use, whose modules are traps."""
    trap = set_traps(tmp_path / "trap", tmp_path / "imported")
    return useless_environment(tmp_path / "home", trap)


@pytest.fixture
def servers() -> Iterator[list[Server]]:
    """Servers put here are ended with the test."""
    started: list[Server] = []
    yield started
    for server in started:
        server.process.kill()


def run(python: Python, program: Path) -> subprocess.CompletedProcess[str]:
    """Run the user's program, as a terminal would."""
    return subprocess.run([python.path, program.name], cwd=program.parent, capture_output=True, text=True, timeout=60)


def test_a_failing_program_is_explained_and_mended(
    python: Python, start: Path, workspace: Path, environment: dict[str, str], tmp_path: Path, servers: list[Server]
) -> None:
    program = workspace / "sales.py"
    failed = run(python, program)
    assert failed.returncode == 1

    command = [str(python.path), "-I", "-S", str(start), "serve"]
    server = Server(command, workspace, environment, tmp_path / "log")
    servers.append(server)
    server.initialize(workspace, {"tracemend": {"trusted": True, "interpreter": str(python.path)}})
    server.open(program)
    server.notify("tracemend/terminalOutput", output(workspace, failed))
    diagnostic = published(server, program.as_uri())
    assert diagnostic["source"] == "tracemend"
    assert diagnostic["range"]["start"]["line"] == LINE
    assert diagnostic["code"]

    at = {"textDocument": {"uri": program.as_uri()}, "position": diagnostic["range"]["start"]}
    hover = server.request("textDocument/hover", at)
    assert "sales.csv" in hover["contents"]["value"]

    asked = {**at, "range": diagnostic["range"], "context": {"diagnostics": [diagnostic]}}
    actions = server.request("textDocument/codeAction", asked)
    preferred = next(action for action in actions if action.get("isPreferred"))
    resolved = server.request("codeAction/resolve", preferred)
    program.write_text(applied(PROGRAM, resolved["edit"], program.as_uri()), encoding="utf-8")
    server.stop()

    assert server.process.returncode == 0
    assert server.errors() == ""
    assert not (tmp_path / "imported").exists()
    mended = run(python, program)
    assert mended.returncode == 0, mended.stderr
    assert (workspace / "reports/november/sales.csv").read_text() == "apples,60.00"


def test_byte_code_is_kept_where_the_folder_is_writable(
    python: Python, extension: Path, workspace: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    own = tmp_path / "extension"
    shutil.copytree(extension, own, ignore=shutil.ignore_patterns("__pycache__"))
    handshake([], python, own, workspace, environment, tmp_path)
    tag = f"cpython-{python.version[0]}{python.version[1]}"
    assert list(own.glob(f"bundled/libs/lsprotocol/__pycache__/types.{tag}.pyc"))


def test_a_folder_that_is_read_only_is_no_matter(
    python: Python, extension: Path, workspace: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    own = tmp_path / "extension"
    shutil.copytree(extension, own, ignore=shutil.ignore_patterns("__pycache__"))
    words = read_only(own)
    try:
        handshake(words, python, own, workspace, environment, tmp_path)
        assert not list(own.rglob("__pycache__"))
    finally:
        for folder in (own, *(path for path in own.rglob("*") if path.is_dir())):
            folder.chmod(0o755)


def handshake(
    words: list[str], python: Python, extension: Path, workspace: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    """Start and end a server; it must have nothing to complain of."""
    script = extension / "bundled" / "start.py"
    server = Server(
        [*words, str(python.path), "-I", "-S", str(script), "serve"], workspace, environment, tmp_path / "log"
    )
    server.initialize(workspace)
    server.stop()
    assert server.errors() == ""
    assert server.process.returncode == 0


def read_only(folder: Path) -> list[str]:
    """Make a folder read-only; the answer is the words before a command that is to see it so."""
    for path in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
        path.chmod(0o555)
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return []
    # Modes do not bind root; a read-only mount does.
    mount = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" "$0" && exec "$@"'
    words = [shutil.which("unshare") or "unshare", "-m", shutil.which("sh") or "sh", "-c", mount, str(folder)]
    env = {"PATH": os.environ["PATH"]}
    try:
        done = subprocess.run([*words, "sh", "-c", f"! touch '{folder}/x'"], capture_output=True, env=env)
    except OSError:
        pytest.skip("root is bound by no mode, and there is no unshare here")
    if done.returncode != 0:
        pytest.skip("root is bound by no mode, and may not mount here")
    return [shutil.which("env") or "env", f"PATH={os.environ['PATH']}", *words]


def output(folder: Path, failed: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """A whole run in a terminal, as the client tells of it."""
    return {
        "terminal": "1",
        "execution": "1",
        "command": "python sales.py",
        "cwd": str(folder),
        "data": failed.stdout + failed.stderr,
        "exitCode": failed.returncode,
        "done": True,
    }


def published(server: Server, uri: str) -> dict[str, Any]:
    """The first diagnostic that the server publishes on a document."""
    while True:
        params = server.wait_for("textDocument/publishDiagnostics")
        if params["uri"] == uri and params["diagnostics"]:
            return dict(params["diagnostics"][0])


def applied(text: str, edit: dict[str, Any], uri: str) -> str:
    """The text after a workspace edit (all of it is ASCII, so units of UTF-16 are characters)."""
    changes = edit.get("changes") or {one["textDocument"]["uri"]: one["edits"] for one in edit["documentChanges"]}
    assert list(changes) == [uri]
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def offset(position: dict[str, int]) -> int:
        return starts[position["line"]] + position["character"]

    for one in sorted(changes[uri], key=lambda one: offset(one["range"]["start"]), reverse=True):
        text = text[: offset(one["range"]["start"])] + one["newText"] + text[offset(one["range"]["end"]) :]
    return text


def test_the_network_is_really_away(python: Python, tmp_path: Path) -> None:
    if not without_network():
        pytest.skip("this machine does not permit `unshare -n`")
    code = "import socket; print([name for _, name in socket.if_nameindex()])"
    done = subprocess.run([*without_network(), python.path, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() in ("['lo']", "[]")

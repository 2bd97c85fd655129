"""`tracemend run` in a shell beside an editor: its errors come to every server that has the folder open."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import LINE, PROGRAM
from raw import LIMIT, RawClient
from tracemend.terminal import spool

MENDED = PROGRAM.replace("hots", "host")
APP = (sys.executable, "app.py")
AT_ONCE = 1.0
"""Seconds from the end of a run to its diagnostic."""
Client = Callable[..., RawClient]


def empty(diagnostics: list[Any]) -> bool:
    return not diagnostics


def run_in(folder: Path, *words: str, options: tuple[str, ...] = ()) -> int:
    """`tracemend run` in a shell of its own; the exit status."""
    command = [sys.executable, "-m", "tracemend", "run", *options, "--", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, timeout=60).returncode


def scan_in(folder: Path, text: str, *options: str) -> int:
    """`tracemend scan` of what was piped into it."""
    command = [sys.executable, "-m", "tracemend", "scan", *options]
    return subprocess.run(command, cwd=folder, input=text.encode(), capture_output=True, timeout=60).returncode


@pytest.fixture(autouse=True)
def folder() -> Iterator[Path]:
    """The spool in the tests' own cache, not there yet."""
    where = spool.spool_folder()
    yield where
    if where.is_symlink() or where.is_file():
        where.unlink()
    shutil.rmtree(where, ignore_errors=True)
    shutil.rmtree(where.with_name("elsewhere"), ignore_errors=True)


@pytest.fixture
def connect(workspace: Path) -> Iterator[Client]:
    """Starts servers, as many as are wanted, each with a folder open."""
    clients: list[RawClient] = []

    def start(root: Path | None = workspace, *open: Path) -> RawClient:
        client = RawClient()
        clients.append(client)
        if root is not None:
            client.initialize(root)
        else:
            client.request("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
            client.notify("initialized", {})
        for path in open:
            client.open(path.as_uri(), path.read_text(encoding="utf-8"))
        client.request("none", {})  # an answer: what was sent before is read
        return client

    yield start
    for client in clients:
        client.kill()


@pytest.fixture
def uri(workspace: Path) -> str:
    return (workspace / "app.py").as_uri()


def silent(client: RawClient, uri: str, seconds: float = 1.0) -> bool:
    """Whether nothing is shown on the document for a while."""
    try:
        client.diagnostics(uri, limit=seconds)
    except TimeoutError:
        return True
    return False


def test_a_run_is_shown_at_once_and_gone_when_it_is_mended(connect: Client, workspace: Path, uri: str) -> None:
    client = connect(workspace, workspace / "app.py")
    waited = []
    for _ in range(3):  # the machine may be busy with something else
        (workspace / "app.py").write_text(PROGRAM, encoding="utf-8")
        assert run_in(workspace, *APP) == 1
        over = time.monotonic()
        (diagnostic,) = client.diagnostics(uri)
        waited.append(time.monotonic() - over)
        assert diagnostic["range"]["start"]["line"] == LINE
        assert diagnostic["code"] == "lookup.key"
        (workspace / "app.py").write_text(MENDED, encoding="utf-8")
        assert run_in(workspace, *APP) == 0
        assert client.diagnostics(uri, wanted=empty) == []
    assert min(waited) < AT_ONCE
    assert client.errors == b""


def test_nobody_else_can_read_it_and_a_run_takes_the_place_of_the_one_before(workspace: Path, folder: Path) -> None:
    run_in(workspace, *APP)
    run_in(workspace, *APP)
    (record,) = folder.iterdir()
    if os.name == "posix":
        assert (folder.stat().st_mode & 0o777, record.stat().st_mode & 0o777) == (0o700, 0o600)
    assert run_in(workspace, sys.executable, "-c", "print('a secret')") == 0
    assert len(list(folder.iterdir())) == 2
    assert all("a secret" not in json.loads(one.read_bytes())["text"] for one in folder.iterdir())


def test_a_run_of_another_folder_shows_nothing(connect: Client, workspace: Path, uri: str, tmp_path: Path) -> None:
    client = connect()
    other = tmp_path / "other"
    other.mkdir()
    (other / "app.py").write_text(PROGRAM, encoding="utf-8")
    run_in(other, *APP)
    assert silent(client, (other / "app.py").as_uri())
    run_in(workspace, *APP)
    assert client.diagnostics(uri)
    assert not client.diagnostics((other / "app.py").as_uri(), wanted=empty)


@pytest.mark.parametrize("below", [True, False])
def test_a_shell_in_a_folder_below_or_above(connect: Client, workspace: Path, uri: str, below: bool) -> None:
    client = connect()
    (workspace / "sub").mkdir()
    (workspace.parent / "neighbour.py").write_text(PROGRAM, encoding="utf-8")
    # A relative path is meant from the run's folder, wherever the workspace is.
    text = "Traceback (most recent call last):\n  File \"{}\", line 5, in broken\nKeyError: 'hots'\n"
    if below:
        scan_in(workspace / "sub", text.format("../app.py"), "--here")
    else:
        scan_in(workspace.parent, text.format("neighbour.py") + text.format("work/app.py"), "--here")
    assert client.diagnostics(uri)[0]["range"]["start"]["line"] == LINE
    assert client.diagnostics((workspace.parent / "neighbour.py").as_uri(), wanted=empty) == []


def test_a_record_that_is_there_already(connect: Client, workspace: Path, uri: str, folder: Path) -> None:
    run_in(workspace, *APP)
    assert connect().diagnostics(uri)
    (name,) = (file.name for file in folder.iterdir())
    record = json.loads((folder / name).read_bytes())
    record["time"] -= 2 * 3600
    (folder / name).write_text(json.dumps(record), encoding="utf-8")
    assert silent(connect(), uri)


def test_two_servers_show_it(connect: Client, workspace: Path, uri: str) -> None:
    one, other = connect(), connect()
    run_in(workspace, *APP)
    assert one.diagnostics(uri)
    assert other.diagnostics(uri)


def test_without_a_folder_those_of_open_documents_count(
    connect: Client, workspace: Path, uri: str, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere" / "other.py"
    elsewhere.parent.mkdir()
    elsewhere.write_text("", encoding="utf-8")
    client = connect(None, elsewhere)
    run_in(workspace, *APP)
    assert silent(client, uri)
    client.open(uri, PROGRAM)
    assert client.diagnostics(uri)


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a privilege")
def test_a_folder_that_is_opened_through_a_link(connect: Client, workspace: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(workspace)
    client = connect(link, link / "app.py")
    run_in(workspace, *APP)
    (diagnostic,) = client.diagnostics((link / "app.py").as_uri())
    time.sleep(0.5)  # evidence is looked at meanwhile; where it changes nothing, nothing is sent to wait for
    assert client.diagnostics((link / "app.py").as_uri(), wanted=lambda _: True)[0]["range"] == diagnostic["range"]
    action = {"textDocument": {"uri": (link / "app.py").as_uri()}, "range": diagnostic["range"]}
    found = client.request("textDocument/codeAction", {**action, "context": {"diagnostics": [diagnostic]}})["result"]
    resolved = client.request("codeAction/resolve", found[0])["result"]
    (change,) = resolved["edit"]["documentChanges"]
    assert change["textDocument"]["uri"] == (link / "app.py").as_uri()


SERVER = """\
import sys, threading, time, traceback

alone = threading.Lock()
settings = {"host": "a"}


def first():
    return settings["hots"]


def second():
    return settings["prot"]


for handle in (first, second):
    with alone:
        print("request", file=sys.stderr)
    try:
        handle()
    except KeyError:
        with alone:
            traceback.print_exc()
    if not sys.stdin.readline():
        break
"""


@pytest.mark.parametrize("noise", ["", "noise"])
def test_a_command_that_goes_on(connect: Client, workspace: Path, noise: str) -> None:
    program = workspace / "serve.py"
    text = SERVER
    if noise:  # one that prints all the time is never at a pause
        talk = (
            "def talk():\n    for _ in range(900):\n        with alone:\n"
            "            print('INFO: on it', file=sys.stderr)\n        time.sleep(0.05)\n\n\n"
            "threading.Thread(target=talk, daemon=True).start()\n"
        )
        text = SERVER.replace("settings =", f"{talk}settings =", 1)
    program.write_text(text, encoding="utf-8")
    lines = [number for number, line in enumerate(text.splitlines()) if "return settings" in line]
    client = connect(workspace, program)
    command = [sys.executable, "-m", "tracemend", "run", "--", sys.executable, "serve.py"]
    process = subprocess.Popen(
        command, cwd=workspace, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    assert process.stdin is not None
    try:
        (diagnostic,) = client.diagnostics(program.as_uri())
        assert diagnostic["range"]["start"]["line"] == lines[0]
        client.request(
            "workspace/executeCommand",
            {"command": "tracemend.dismiss", "arguments": [{"id": diagnostic["data"]["id"]}]},
        )
        assert client.diagnostics(program.as_uri(), wanted=empty) == []
        process.stdin.write(b"next\n")
        process.stdin.flush()
        # What was dismissed does not come again with the record that holds both.
        (diagnostic,) = client.diagnostics(program.as_uri())
        assert diagnostic["range"]["start"]["line"] == lines[1]
    finally:
        process.stdin.close()  # the program ends
        process.wait(LIMIT)
    assert process.returncode == 0
    assert client.diagnostics(program.as_uri(), wanted=empty) == []


def test_scan_here_hands_over_and_scan_does_not(
    connect: Client, workspace: Path, printed: str, uri: str, folder: Path
) -> None:
    scan_in(workspace, printed)
    scan_in(workspace, printed, "--here", "--no-spool")
    assert not folder.exists()
    client = connect()
    scan_in(workspace, printed, "--here", "--command", "python app.py", "--exit", "1")
    assert client.diagnostics(uri)
    scan_in(workspace, "fine\n", "--here", "--command", "python app.py", "--exit", "0")
    assert client.diagnostics(uri, wanted=empty) == []


@pytest.mark.parametrize("command", ["tracemend run -- python app.py", "cd sub && ../bin/tracemend run python app.py"])
def test_a_terminal_does_not_show_it_a_second_time(
    connect: Client, workspace: Path, printed: str, uri: str, command: str
) -> None:
    client = connect()
    client.printed(workspace, printed, command=command)
    run_in(workspace, *APP)
    (diagnostic,) = client.diagnostics(uri)
    assert "times" not in diagnostic["message"]
    (workspace / "app.py").write_text(MENDED, encoding="utf-8")
    run_in(workspace, *APP)
    assert client.diagnostics(uri, wanted=empty) == []


def test_a_terminal_is_read_where_nothing_is_handed_over(
    connect: Client, workspace: Path, printed: str, uri: str
) -> None:
    client = connect()
    client.printed(workspace, printed, command="tracemend run --no-spool -- python app.py")
    assert client.diagnostics(uri)
    run_in(workspace, *APP, options=("--no-spool",))
    assert len(client.diagnostics(uri)) == 1


def test_a_spool_that_goes_away(connect: Client, workspace: Path, uri: str, folder: Path) -> None:
    client = connect()
    run_in(workspace, *APP)
    assert client.diagnostics(uri)
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    time.sleep(0.6)  # no event: the server has looked, and found no folder, more than once
    (workspace / "app.py").write_text(MENDED, encoding="utf-8")
    run_in(workspace, *APP)
    assert client.diagnostics(uri, wanted=empty) == []


def test_a_spool_that_cannot_be_written_changes_nothing(workspace: Path, folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file is in its place", encoding="utf-8")
    command = [sys.executable, "-m", "tracemend", "run", "--", sys.executable, "-c", "import sys; sys.exit(7)"]
    done = subprocess.run(command, cwd=workspace, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (7, "", "")


def test_hostile_records_are_passed_over(connect: Client, workspace: Path, uri: str, folder: Path) -> None:
    client = connect()
    run_in(workspace, *APP)
    assert client.diagnostics(uri)
    (record,) = folder.iterdir()
    good = json.loads(record.read_bytes())
    odd: list[Any] = [b"no JSON", b"[]", b"{}", b"\xff\xfe", b"[" * 100_000, b'"text"']
    odd += [{**good, key: value} for key in good for value in (None, [], {"a": 1}, True, 1e999, "x" * 2_000_000)]
    odd += [{**good, "schema": 2}, {**good, "folder": "relative"}, {**good, "folder": "/a\0b"}, {**good, "skipped": -1}]
    for number, content in enumerate(odd):
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        (folder / f"{number:032x}.json").write_bytes(data)
    with (folder / f"{'a' * 32}.json").open("wb") as huge:
        huge.truncate(100 * 1024 * 1024)
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / f"{'b' * 32}.json")
        (workspace / "record").write_text(json.dumps({**good, "text": "x"}), encoding="utf-8")
        (folder / f"{'c' * 32}.json").symlink_to(workspace / "record")
    (folder / f"{'d' * 32}.json").mkdir()
    (folder / "name.json").write_text(json.dumps(good), encoding="utf-8")
    (workspace / "app.py").write_text(MENDED, encoding="utf-8")
    run_in(workspace, *APP)
    # A few of them are records after all, of the same run: they are shown like any.
    assert client.diagnostics(uri, wanted=empty) == []
    names = ["a" * 32, *(["b" * 32, "c" * 32] if hasattr(os, "mkfifo") else [])]
    end = time.monotonic() + LIMIT
    while not all(name in client.errors.decode() for name in names) and time.monotonic() < end:
        time.sleep(0.1)  # a log of another process is read again
    time.sleep(1.0)  # some looks more, of which no event tells: each name is to be logged once
    log = client.errors.decode()
    assert [log.count(name) for name in names] == [1] * len(names)
    assert "Traceback" not in log
    (workspace / "app.py").write_text(PROGRAM, encoding="utf-8")
    run_in(workspace, *APP)
    assert client.diagnostics(uri)


@pytest.mark.skipif(os.name != "posix", reason="owners and modes are POSIX")
@pytest.mark.parametrize("how", ["mode", "link", "owner"])
def test_a_spool_that_others_may_write_to_is_not_used(
    connect: Client, workspace: Path, uri: str, folder: Path, how: str, printed: str
) -> None:
    run_in(workspace, *APP)
    if how == "mode":
        folder.chmod(0o777)
    elif how == "link":
        folder.rename(folder.with_name("elsewhere"))
        folder.symlink_to(folder.with_name("elsewhere"))
    elif os.geteuid() == 0:
        os.chown(folder, 12345, 12345)
    else:
        pytest.skip("only root can give a folder away")
    before = [(file.name, file.stat().st_mtime_ns) for file in folder.iterdir()]
    client = connect()
    assert run_in(workspace, *APP) == 1
    assert silent(client, uri)
    assert [(file.name, file.stat().st_mtime_ns) for file in folder.iterdir()] == before
    # Then the terminal is the one that is read.
    client.printed(workspace, printed, command="tracemend run -- python app.py")
    assert client.diagnostics(uri)

"""Errors that stand in texts: logs, notes, selections; the commands that explain them; settings."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from conftest import LINE, PROGRAM
from raw import CAPABILITIES, LIMIT, RawClient

LOG = """\
2026-11-20 10:00:01 INFO started
Traceback (most recent call last):
  File "/srv/app/main.py", line 3, in <module>
    print(config["hots"])
          ~~~~~~^^^^^^^^
KeyError: 'hots'
2026-11-20 10:00:02 INFO stopped
"""


def hover(client: RawClient, uri: str, line: int, character: int = 2) -> str:
    params = {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}
    answer = client.request("textDocument/hover", params)["result"]
    return answer["contents"]["value"] if answer else ""


def seen(client: RawClient, uri: str, line: int, character: int) -> bool:
    """Whether a hover tells what was looked at, at once or, as a hover waits for it no longer than 30 ms, later on."""
    until = time.monotonic() + LIMIT
    while "Seen:" not in hover(client, uri, line, character):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def command(client: RawClient, name: str, **argument: Any) -> dict[str, Any]:
    answer = client.request("workspace/executeCommand", {"command": f"tracemend.{name}", "arguments": [argument]})
    return dict(answer["result"])


@pytest.mark.parametrize(
    ("uri", "language"), [("file:///logs/app.log", "plaintext"), ("untitled:a", "log"), ("file:///a.out", "")]
)
def test_a_log_has_information_on_its_own_lines(client: RawClient, uri: str, language: str) -> None:
    client.open(uri, LOG, language)
    (diagnostic,) = client.diagnostics(uri)
    assert diagnostic["severity"] == 3
    assert diagnostic["range"] == {"start": {"line": 5, "character": 0}, "end": {"line": 5, "character": 16}}
    assert diagnostic["code"] == "lookup.key"
    assert "KeyError" in hover(client, uri, 2)
    assert hover(client, uri, 0) == ""
    params = {"textDocument": {"uri": uri}, "range": diagnostic["range"], "context": {"diagnostics": [diagnostic]}}
    titles = [action["title"] for action in client.request("textDocument/codeAction", params)["result"]]
    assert {"Explain", "Dismiss"} <= set(titles)
    start = {"line": 0, "character": 0}
    client.change(uri, 2, {"range": {"start": start, "end": start}, "text": "INFO before\n"})
    moved = client.diagnostics(uri, wanted=lambda all: all and all[0]["range"]["start"]["line"] == 6)
    command(client, "dismiss", id=moved[0]["data"]["id"])
    assert client.diagnostics(uri, wanted=lambda all: not all) == []


def test_a_log_that_is_closed_has_none(client: RawClient) -> None:
    client.open("file:///a.log", LOG, "log")
    client.diagnostics("file:///a.log")
    client.notify("textDocument/didClose", {"textDocument": {"uri": "file:///a.log"}})
    assert client.diagnostics("file:///a.log", wanted=lambda all: not all) == []


def test_progress_bars_in_a_log_do_not_shift_lines(client: RawClient) -> None:
    client.open("file:///a.log", "10%\r20%\r30%\n" + LOG.replace("\n", "\r\n"), "log")
    (diagnostic,) = client.diagnostics("file:///a.log")
    assert diagnostic["range"]["start"]["line"] == 8  # a lone carriage return ends a line for LSP


def test_other_text_has_hovers_and_never_diagnostics(client: RawClient) -> None:
    client.open("untitled:notes", LOG, "markdown")
    assert "KeyError" in hover(client, "untitled:notes", 5)
    assert hover(client, "untitled:notes", 6) == ""
    assert client.diagnostics("untitled:notes", wanted=lambda all: not all) == []


def test_the_text_of_python_source_is_not_searched(client: RawClient) -> None:
    client.open("untitled:code", f'"""{LOG}"""\n', "python")
    assert hover(client, "untitled:code", 5) == ""


def test_plain_text_for_clients_without_markdown(raw: RawClient, workspace: Path, printed: str) -> None:
    text = {**CAPABILITIES["textDocument"], "hover": {"contentFormat": ["plaintext"]}}
    raw.initialize(workspace, capabilities={**CAPABILITIES, "textDocument": text})
    uri = (workspace / "app.py").as_uri()
    raw.printed(workspace, printed)
    shown = hover(raw, uri, LINE, 12)
    assert shown.startswith("KeyError: no 'hots' here")
    assert not set(shown) & set("*`\\")


def test_evidence_is_seen_only_where_the_client_trusts_the_workspace(
    raw: RawClient, workspace: Path, printed: str
) -> None:
    raw.initialize(workspace, {"trusted": False})
    uri = (workspace / "app.py").as_uri()
    raw.printed(workspace, printed)
    assert raw.diagnostics(uri)[0].get("code") != "lookup.key"  # the workspace's pack is not read either
    assert "Seen:" not in hover(raw, uri, LINE, 12)


def test_settings_that_change(client: RawClient, workspace: Path, printed: str) -> None:
    uri = (workspace / "app.py").as_uri()
    client.printed(workspace, printed)
    assert seen(client, uri, LINE, 12)
    settings = {"evidence": False, "disabled": ["lookup.key"]}
    client.notify("workspace/didChangeConfiguration", {"settings": {"tracemend": settings}})
    client.printed(workspace, printed, execution="2")
    found = client.diagnostics(uri, wanted=lambda all: all and all[0].get("code") != "lookup.key")
    assert len(found) == 1
    assert "Seen:" not in hover(client, uri, LINE, 12)


def test_settings_that_change_hold_for_what_is_shown_already(client: RawClient, workspace: Path, printed: str) -> None:
    uri = (workspace / "app.py").as_uri()
    client.printed(workspace, printed)
    assert seen(client, uri, LINE, 12)

    def change(**settings: Any) -> None:
        client.notify("workspace/didChangeConfiguration", {"settings": {"tracemend": {"settings": settings}}})

    change(docsBaseUrl="https://docs.example.org/errors")
    (linked,) = client.diagnostics(uri, wanted=lambda all: all and "codeDescription" in all[0])
    assert linked["codeDescription"]["href"] == "https://docs.example.org/errors/lookup.key"
    change(evidence=False, docsBaseUrl="https://docs.example.org/other")
    client.diagnostics(uri, wanted=lambda all: all and "other" in all[0].get("codeDescription", {}).get("href", ""))
    assert "Seen:" not in hover(client, uri, LINE, 12)
    change(disabled=["lookup.key"])
    client.diagnostics(uri, wanted=lambda all: all and all[0]["code"] != "lookup.key")
    change()
    client.diagnostics(uri, wanted=lambda all: all and all[0]["code"] == "lookup.key")
    assert seen(client, uri, LINE, 12)


def test_what_a_terminal_here_printed_is_of_this_machine(client: RawClient, workspace: Path, printed: str) -> None:
    relative = printed.replace(f"{workspace}/", "")
    for ran, origin in (("python app.py", "here"), ("", "here"), ("docker run app", "elsewhere"), (None, "elsewhere")):
        more = {} if ran is None else {"command": ran}
        answer = command(client, "diagnoseText", text=relative, cwd=str(workspace), **more)
        assert [one["origin"] for one in answer["diagnoses"]] == [origin]
        assert ("not known to be of this machine" in answer["markdown"]) == (origin == "elsewhere")


def test_diagnose_text(client: RawClient, workspace: Path, printed: str) -> None:
    answer = command(client, "diagnoseText", text=LOG, cwd=str(workspace))
    (diagnosis,) = answer["diagnoses"]
    assert (diagnosis["schema"], diagnosis["entry"], diagnosis["origin"]) == (1, "lookup.key", "elsewhere")
    assert "# KeyError" in answer["markdown"]
    message = command(client, "diagnoseText", text="they say: dictionary changed size during iteration")
    assert [one["entry"] for one in message["diagnoses"]] == ["python.values.changed-while-iterating"]
    assert "# RuntimeError: the `dictionary` was changed" in message["markdown"]
    nothing = command(client, "diagnoseText", text="all is well")
    assert nothing["diagnoses"] == []
    assert nothing["markdown"]
    assert not [message for message in client.messages if message.get("method", "").startswith("window/show")]


def test_diagnose_selection_opens_a_card_for_a_plain_client(client: RawClient) -> None:
    client.open("untitled:notes", LOG, "plaintext")
    selected = {"start": {"line": 1, "character": 0}, "end": {"line": 6, "character": 0}}
    answer = command(client, "diagnoseSelection", uri="untitled:notes", range=selected)
    opened = client.wait(lambda message: message.get("method") == "window/showDocument")
    file = Path(opened["params"]["uri"].removeprefix("file://"))
    assert file.read_text(encoding="utf-8") == answer["markdown"]
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0
    client.send({"jsonrpc": "2.0", "id": opened["id"], "result": {"success": True}})
    given = command(client, "diagnoseSelection", uri="untitled:none", range=selected, text=LOG)
    assert given["diagnoses"][0]["entry"] == "lookup.key"
    assert client.stop() == 0


def test_a_card_for_an_error_and_for_an_entry(raw: RawClient, workspace: Path, printed: str) -> None:
    raw.initialize(workspace, {"trusted": True, "commands": ["tracemend.client.showCard"]})
    raw.printed(workspace, printed)
    (diagnostic,) = raw.diagnostics((workspace / "app.py").as_uri())
    assert "Seen:" in command(raw, "card", id=diagnostic["data"]["id"])["markdown"]
    by_entry = command(raw, "card", entry="lookup.key")
    assert by_entry["diagnoses"][0]["entry"] == "lookup.key"
    assert not [message for message in raw.messages if message.get("method", "").startswith("window/show")]


def test_what_is_printed_inside_goes_to_standard_error(workspace: Path) -> None:
    code = (
        "import sys; from tracemend.lsp import server; server.set_up_logging(); "
        "import threading; threading.Timer(0.2, lambda: print('stray')).start(); server.serve_stdio()"
    )
    process = subprocess.run([sys.executable, "-c", code], input=b"", capture_output=True, timeout=20)
    assert process.stdout == b""
    assert b"stray" in process.stderr


def test_no_text_of_the_user_in_the_log_at_info(workspace: Path, printed: str, tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    client = RawClient(("--log-file", str(log), "-v"))
    try:
        client.initialize(workspace)
        client.open((workspace / "app.py").as_uri(), PROGRAM)
        client.printed(workspace, printed)
        client.diagnostics((workspace / "app.py").as_uri())
        command(client, "diagnoseText", text=LOG)
        assert client.stop() == 0
    finally:
        client.kill()
    assert "hots" not in log.read_text(encoding="utf-8")

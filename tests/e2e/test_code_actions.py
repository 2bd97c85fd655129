"""Code actions: what is offered, in which order, and what becomes of it when the document changes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from conftest import LINE, PROGRAM
from raw import CAPABILITIES, RawClient


def position(line: int, character: int) -> dict[str, int]:
    return {"line": line, "character": character}


def ask(client: RawClient, uri: str, *, only: Any = None, given: Any = None, at: Any = None) -> list[dict[str, Any]]:
    """The code actions at the error, or at a range."""
    context: dict[str, Any] = {"diagnostics": given if given is not None else []}
    if only is not None:
        context["only"] = only
    where = at or {"start": position(LINE, 12), "end": position(LINE, 12)}
    params = {"textDocument": {"uri": uri}, "range": where, "context": context}
    return list(client.request("textDocument/codeAction", params)["result"])


def titles(actions: list[dict[str, Any]]) -> list[str]:
    return [action["title"] for action in actions]


@pytest.fixture
def uri(workspace: Path) -> str:
    return (workspace / "app.py").as_uri()


@pytest.fixture
def shown(client: RawClient, workspace: Path, printed: str, uri: str) -> RawClient:
    client.printed(workspace, printed)
    client.diagnostics(uri)
    return client


def test_kinds_that_are_asked_for(shown: RawClient, uri: str) -> None:
    assert "Explain" in titles(ask(shown, uri, only=["quickfix"]))
    assert "Explain" in titles(ask(shown, uri, only=["", "refactor"]))
    for other in (["refactor"], ["quick"], ["source"], ["quickfix.more"]):
        assert ask(shown, uri, only=other) == []


def test_only_for_the_diagnostics_that_the_client_names(shown: RawClient, uri: str) -> None:
    own = shown.diagnostics(uri)
    without_data = [{key: value for key, value in own[0].items() if key != "data"}]
    assert "Use host" in titles(ask(shown, uri, given=own))
    assert "Use host" in titles(ask(shown, uri, given=without_data))
    other = {"range": own[0]["range"], "message": "x", "source": "Other"}
    assert ask(shown, uri, given=[other]) == []
    assert ask(shown, uri, at={"start": position(0, 0), "end": position(0, 0)}) == []


def test_the_clients_commands_are_used_only_where_it_has_them(
    raw: RawClient, workspace: Path, printed: str, uri: str
) -> None:
    commands = [f"tracemend.client.{name}" for name in ("runInTerminal", "showCard", "applyFix")]
    options = {"trusted": True, "commands": commands, "commandLinks": True, "settings": {"allowedPacks": ["work"]}}
    raw.initialize(workspace, options)
    raw.open(uri, PROGRAM)
    raw.printed(workspace, printed)
    raw.diagnostics(uri)
    by_title = {action["title"]: action for action in ask(raw, uri)}
    run = by_title["Put `printf %s host` into the terminal"]["command"]
    assert run["command"] == "tracemend.client.runInTerminal"
    assert (run["arguments"][0]["text"], run["arguments"][0]["terminal"]) == ("printf %s host", "t")
    assert by_title["Explain"]["command"]["command"] == "tracemend.client.showCard"
    hover = raw.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": position(LINE, 12)})
    shown = hover["result"]["contents"]["value"]
    assert "(command:tracemend.client.runInTerminal?" in shown
    assert "(command:tracemend.client.showCard?" in shown
    found = re.search(r"\[Use host\]\(command:tracemend\.client\.applyFix\?([^)]+)\)", shown)
    assert found is not None
    (argument,) = json.loads(unquote(found[1]))
    # What the client's command does with it:
    resolved = raw.request("codeAction/resolve", {"title": "", "kind": "quickfix", "data": argument})["result"]
    assert "host" in json.dumps(resolved["edit"])


def test_a_packs_command_is_only_shown_until_the_pack_is_allowed(
    raw: RawClient, workspace: Path, printed: str, uri: str
) -> None:
    raw.initialize(workspace, {"trusted": True, "commands": ["tracemend.client.runInTerminal"]})
    raw.printed(workspace, printed)
    raw.diagnostics(uri)
    action = next(action for action in ask(raw, uri) if action["title"].startswith("Print the key"))
    assert action["command"]["command"] == "tracemend.showCommand"
    answer = raw.request("workspace/executeCommand", action["command"])
    assert "printf %s host" in answer["result"]["markdown"]
    opened = raw.wait(lambda message: message.get("method") == "window/showDocument")
    assert opened["params"]["uri"].endswith(".md")
    raw.send({"jsonrpc": "2.0", "id": opened["id"], "result": {"success": False}})
    told = raw.wait(lambda message: message.get("method") == "window/showMessage")
    assert "printf %s host" in told["params"]["message"]


def test_a_message_comes_before_the_answer(raw: RawClient, workspace: Path, printed: str, uri: str) -> None:
    """Emacs before 30 leaves a message unread that comes in one piece with an answer, but after it."""
    raw.initialize(workspace, capabilities={name: what for name, what in CAPABILITIES.items() if name != "window"})
    raw.printed(workspace, printed)
    raw.diagnostics(uri)
    for title in ("Print the key: show the command", "Explain"):
        (action,) = [one for one in ask(raw, uri) if one["title"] == title]
        known = len(raw.messages)
        raw.request("workspace/executeCommand", action["command"])
        assert "window/showMessage" in [message.get("method") for message in raw.messages[known:-1]]


def test_a_command_that_may_not_be_run_can_be_copied(raw: RawClient, workspace: Path, printed: str, uri: str) -> None:
    raw.initialize(
        workspace, {"trusted": True, "commands": ["tracemend.client.runInTerminal", "tracemend.client.copy"]}
    )
    raw.printed(workspace, printed)
    raw.diagnostics(uri)
    action = next(action for action in ask(raw, uri) if action["title"] == "Copy `printf %s host`")
    assert action["command"]["command"] == "tracemend.client.copy"
    assert action["command"]["arguments"][0]["text"] == "printf %s host"


def test_an_edit_is_made_for_the_document_as_it_is_when_resolved(shown: RawClient, uri: str) -> None:
    action = ask(shown, uri)[0]
    shown.change(uri, 2, {"range": {"start": position(0, 0), "end": position(0, 0)}, "text": "# 🐍\n\n"})
    resolved = shown.request("codeAction/resolve", action)["result"]
    (change,) = resolved["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": 2}
    assert change["edits"][0]["range"]["start"]["line"] == LINE + 2


def test_a_fix_that_does_not_apply_any_more_is_no_error(shown: RawClient, uri: str) -> None:
    action = ask(shown, uri)[0]
    shown.change(uri, 2, {"text": "\n"})
    answer = shown.request("codeAction/resolve", action)
    assert "edit" not in answer["result"]
    assert answer["result"]["title"] == "Use host"
    assert not [message for message in shown.messages if message.get("method") == "window/showMessage"]


def test_a_file_that_is_not_open_is_edited_without_a_version(
    raw: RawClient, workspace: Path, printed: str, uri: str
) -> None:
    raw.initialize(workspace)
    raw.printed(workspace, printed)
    raw.diagnostics(uri)
    resolved = raw.request("codeAction/resolve", ask(raw, uri)[0])["result"]
    (change,) = resolved["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": None}


def test_explain_selection_in_any_document(client: RawClient, workspace: Path, printed: str) -> None:
    uri = "untitled:Notes"
    client.open(uri, f"see:\n{printed}\nthanks\n", "plaintext")
    lines = printed.count("\n")
    whole = {"start": position(1, 0), "end": position(1 + lines, 0)}
    for only in (None, ["source"], ["source.tracemend"]):
        (action,) = ask(client, uri, at=whole, only=only)
        assert (action["title"], action["kind"]) == ("Explain selection", "source.tracemend")
    answer = client.request("workspace/executeCommand", action["command"])
    assert answer["result"]["diagnoses"][-1]["entry"] == "lookup.key"
    assert "# KeyError" in answer["result"]["markdown"]
    assert ask(client, uri, at={"start": position(0, 0), "end": position(0, 4)}) == []
    assert ask(client, uri, at={"start": position(2, 0), "end": position(2, 0)}) == []


def test_a_client_that_resolves_nothing_gets_edits_at_once(
    raw: RawClient, workspace: Path, printed: str, uri: str
) -> None:
    text = {
        **CAPABILITIES["textDocument"],
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}},
    }
    raw.initialize(workspace, capabilities={"textDocument": text})
    raw.printed(workspace, printed)
    raw.diagnostics(uri)
    action = ask(raw, uri)[0]
    assert [*action["edit"]["changes"]] == [uri]

"""Whatever a client sends, every request is answered exactly once, and the server lives."""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from raw import CAPABILITIES, RawClient

NOT_INITIALIZED, INVALID_REQUEST, NO_METHOD, INVALID_PARAMS, CANCELLED, PARSE = (
    -32002,
    -32600,
    -32601,
    -32602,
    -32800,
    -32700,
)


def code(answer: dict[str, Any]) -> int:
    return int(answer["error"]["code"])


def hover(uri: str, line: Any = 0, character: Any = 0) -> dict[str, Any]:
    return {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}


def actions(uri: str, *diagnostics: Any) -> dict[str, Any]:
    start = {"line": 4, "character": 12}
    return {
        "textDocument": {"uri": uri},
        "range": {"start": start, "end": start},
        "context": {"diagnostics": list(diagnostics)},
    }


def test_requests_before_initialize_are_refused(raw: RawClient) -> None:
    assert code(raw.request("textDocument/hover", hover("file:///a.py"))) == NOT_INITIALIZED
    assert code(raw.request("shutdown", None)) == NOT_INITIALIZED


def test_requests_after_shutdown_are_refused_and_exit_ends_it(client: RawClient, workspace: Path) -> None:
    assert client.request("shutdown", None)["result"] is None
    assert code(client.request("textDocument/hover", hover("file:///a.py"))) == INVALID_REQUEST
    client.notify("exit", None)
    assert client.process.wait(10) == 0


def test_exit_does_not_wait_until_the_knowledge_is_compiled(workspace: Path, tmp_path: Path) -> None:
    client = RawClient(env={"XDG_CACHE_HOME": str(tmp_path)})
    try:
        client.initialize(workspace)
        client.request("shutdown", None)
        client.notify("exit", None)
        assert client.process.wait(5) == 0  # compiling takes longer
        assert client.errors == b""
    finally:
        client.process.kill()


def test_exit_without_shutdown_is_an_exit_status_of_1(client: RawClient) -> None:
    client.notify("exit", None)
    assert client.process.wait(10) == 1


def test_the_end_of_input_ends_the_server(client: RawClient) -> None:
    assert client.process.stdin is not None
    client.process.stdin.close()
    assert client.process.wait(10) == 0


def test_unknown_request(client: RawClient) -> None:
    assert code(client.request("textDocument/nothing", {})) == NO_METHOD


def test_a_second_initialize_is_refused(client: RawClient) -> None:
    assert code(client.request("initialize", {"capabilities": {}})) == INVALID_REQUEST


@pytest.mark.parametrize(
    "params",
    [None, [], 7, {}, {"textDocument": None}, hover("file:///a.py", None), hover("file:///a.py", -1), {"position": 3}],
)
def test_malformed_params_are_answered(client: RawClient, params: Any) -> None:
    assert code(client.request("textDocument/hover", params)) == INVALID_PARAMS


def test_what_is_no_json_is_answered_and_survived(client: RawClient) -> None:
    client.send_bytes(b'{"jsonrpc": "2.0", "id": 5, "method"')
    assert code(client.wait(lambda message: message.get("id", 0) is None)) == PARSE
    client.send_bytes(b"\xff\xfe")
    client.send([1, 2])
    assert "error" not in client.request("textDocument/hover", hover("file:///a.py"))


def test_a_header_in_small_letters(client: RawClient) -> None:
    body = {"jsonrpc": "2.0", "id": "small", "method": "textDocument/hover", "params": hover("file:///a.py")}
    client.send_bytes(json.dumps(body).encode(), b"content-length: %d\r\n\r\n")
    assert client.answer("small")["result"] is None


def test_a_nested_object_with_the_protocols_key(client: RawClient, workspace: Path) -> None:
    argument = {"text": "KeyError: 'a'", "more": {"jsonrpc": "2.0", "id": 9, "method": "shutdown"}}
    answer = client.request("workspace/executeCommand", {"command": "tracemend.diagnoseText", "arguments": [argument]})
    assert answer["result"]["diagnoses"]
    assert not [message for message in client.messages if message.get("id") == 9]


@pytest.mark.parametrize(
    "odd",
    [
        {"severity": 7},
        {"tags": [99]},
        {"range": {"start": {"line": None, "character": 0}, "end": {"line": 0, "character": 0}}},
        {"message": None},
        {"code": {"value": "F821", "target": "x"}},
        {"relatedInformation": [{"location": 3}], "codeDescription": 5},
    ],
)
def test_an_odd_diagnostic_of_another_tool_is_no_reason_not_to_answer(
    client: RawClient, workspace: Path, printed: str, odd: dict[str, Any]
) -> None:
    uri = (workspace / "app.py").as_uri()
    client.printed(workspace, printed)
    own = client.diagnostics(uri)
    other = {"range": own[0]["range"], "message": "m", "source": "Other", "code": "x", **odd}
    answer = client.request("textDocument/codeAction", actions(uri, other, *own, "nonsense", None))
    assert "Explain" in [action["title"].partition(":")[0] for action in answer["result"]]


def test_odd_capabilities_do_not_spoil_the_others(raw: RawClient, workspace: Path, printed: str) -> None:
    text = {**CAPABILITIES["textDocument"], "completion": {"completionItemKind": {"valueSet": [999]}}, "hover": 3}
    answer = raw.initialize(workspace, capabilities={**CAPABILITIES, "textDocument": text, "workspace": []})
    assert answer["result"]["capabilities"]["hoverProvider"]
    raw.printed(workspace, printed)
    assert raw.diagnostics((workspace / "app.py").as_uri())[0]["relatedInformation"]


def test_odd_options_are_defaults_and_one_message(raw: RawClient, workspace: Path) -> None:
    raw.initialize(workspace, {"commands": 5, "trusted": "yes", "settings": {"evidence": "no", "disabled": [1]}})
    logged = raw.wait(lambda message: message.get("method") == "window/logMessage")
    for name in ("commands", "trusted", "evidence", "disabled"):
        assert name in logged["params"]["message"]
    assert "error" not in raw.request("textDocument/hover", hover("file:///a.py"))


def test_notifications_of_odd_shape_are_passed_over(client: RawClient, workspace: Path) -> None:
    uri = (workspace / "app.py").as_uri()
    for params in (None, [], {}, {"terminal": 1}, {"terminal": "t", "execution": "1", "data": 5}, {"uri": 3}):
        client.notify("tracemend/terminalOutput", params)
        client.notify("tracemend/diagnostics", params)
    client.notify("tracemend/diagnostics", {"uri": uri, "diagnostics": [{"range": 1}, 4]})
    client.notify(
        "textDocument/didChange",
        {"textDocument": {"uri": "file:///never", "version": 1}, "contentChanges": [{"text": ""}]},
    )
    client.notify("textDocument/didClose", {"textDocument": {"uri": "file:///never"}})
    client.notify("workspace/didChangeConfiguration", {"settings": {"tracemend": 3}})
    client.notify("nothing/known", {})
    assert "error" not in client.request("textDocument/hover", hover(uri))


def test_files_that_are_not_here_are_answered(client: RawClient) -> None:
    for uri in (
        "file:///gone.py",
        "untitled:Untitled-1",
        "git:/app.py?x",
        "no uri",
        "file://host/share/a.py",
        "file:///a%00b",
    ):
        assert client.request("textDocument/hover", hover(uri, 3, 3))["result"] is None
        assert client.request("textDocument/codeAction", actions(uri))["result"] == []


def test_a_cancelled_request_is_answered_as_cancelled(raw: RawClient, workspace: Path) -> None:
    raw.initialize(workspace)
    # The first use opens the knowledge in a thread: the request waits, and is cancelled while it does.
    for _ in range(20):
        id = raw.ask(
            "workspace/executeCommand", {"command": "tracemend.diagnoseText", "arguments": [{"text": "x" * 300_000}]}
        )
        raw.notify("$/cancelRequest", {"id": id})
        answer = raw.answer(id)
        assert "result" in answer or code(answer) == CANCELLED
    assert any("error" in message for message in raw.messages)
    raw.notify("$/cancelRequest", {"id": 987654})
    assert "error" not in raw.request("textDocument/hover", hover("file:///a.py"))


def test_shutdown_while_requests_are_under_way(client: RawClient) -> None:
    params = {"command": "tracemend.diagnoseText", "arguments": [{"text": "Traceback\n" * 30_000}]}
    asked = [client.ask("workspace/executeCommand", params) for _ in range(5)]
    assert client.request("shutdown", None)["result"] is None
    for id in asked:
        answer = client.answer(id)
        assert "result" in answer or code(answer) == CANCELLED


def test_commands_say_what_is_wrong_with_their_arguments(client: RawClient) -> None:
    for command, argument in (
        ("tracemend.card", {}),
        ("tracemend.card", {"entry": "no.such.entry"}),
        ("tracemend.card", {"id": "0"}),
        ("tracemend.dismiss", {"id": 3}),
        ("tracemend.diagnoseText", {"text": None}),
        ("tracemend.diagnoseSelection", {"uri": "file:///gone", "range": 3}),
        ("tracemend.diagnoseSelection", {"uri": "file:///gone.txt", "range": _range()}),
        ("tracemend.showCommand", {"id": "0", "fix": "x"}),
    ):
        answer = client.request("workspace/executeCommand", {"command": command, "arguments": [argument]})
        assert code(answer) == INVALID_PARAMS, answer
        assert len(answer["error"]["message"]) > 20
        assert "data" not in answer["error"]
    for arguments in (None, [], [1], [{}, {}]):
        answer = client.request("workspace/executeCommand", {"command": "tracemend.card", "arguments": arguments})
        assert code(answer) == INVALID_PARAMS
    assert code(client.request("workspace/executeCommand", {"command": "other.command"})) == NO_METHOD


def _range() -> dict[str, Any]:
    return {"start": {"line": 0, "character": 0}, "end": {"line": 1, "character": 0}}


def test_a_stream_of_2000_requests_is_answered_whole(raw: RawClient, workspace: Path, printed: str) -> None:
    chance = random.Random(2)
    uri = (workspace / "app.py").as_uri()
    early = [raw.ask("textDocument/hover", hover(uri)) for _ in range(20)]
    raw.initialize(workspace)
    raw.open(uri, (workspace / "app.py").read_text())
    version = 1
    asked: list[Any] = []
    for number in range(2_000):
        kind = chance.randrange(12)
        id: Any = f"s{number}" if number % 2 else number
        method, params = "textDocument/hover", hover(uri, 4, 12)
        if kind == 0:
            method, params = "textDocument/codeAction", actions(uri, {"severity": 7, "range": None})
        elif kind == 1:
            params = hover(uri, chance.choice([None, -3, "x", 1.5, 2**40]))
        elif kind == 2:
            method, params = "no/such", {"a": [None]}
        elif kind == 3:
            method = "workspace/executeCommand"
            params = {"command": "tracemend.diagnoseText", "arguments": [{"text": printed}]}
        elif kind == 4:
            method, params = "codeAction/resolve", {"title": "t", "data": {"id": "x", "fix": "y"}}
        elif kind == 5:
            method, params = "workspace/executeCommand", {"command": "tracemend.card", "arguments": [{"id": 3}]}
        elif kind == 6:
            raw.printed(workspace, printed, execution=str(number), status=chance.choice([0, 1, None]))
        elif kind == 7:
            version += 1
            raw.change(uri, version, {"range": _range(), "text": f"# {number}\n" + "x" * 3})
        elif kind == 8:
            raw.notify("$/cancelRequest", {"id": chance.choice(asked) if asked else 0})
        elif kind == 9:
            raw.send({"jsonrpc": "2.0", "id": "never-asked", "result": None})
        elif kind == 10:
            method, params = "initialize", {"capabilities": {}}
        raw.send({"jsonrpc": chance.choice(["2.0"] * 20 + ["1.0"]), "id": id, "method": method, "params": params})
        asked.append(id)
        if kind == 8:
            raw.notify("$/cancelRequest", {"id": id})
    last = raw.request("shutdown", None)
    assert last["result"] is None
    late = [raw.ask("textDocument/hover", hover(uri)) for _ in range(20)]
    for id in [*early, *asked, *late]:
        raw.answer(id)
    answers = Counter(message["id"] for message in raw.messages if "method" not in message)
    assert {answers[id] for id in [*early, *asked, *late]} == {1}
    assert all(code(raw.answer(id)) == NOT_INITIALIZED for id in early)
    assert all(code(raw.answer(id)) == INVALID_REQUEST for id in late)
    raw.notify("exit", None)
    assert raw.process.wait(10) == 0
    assert b"Traceback" not in raw.errors, raw.errors[-3000:]

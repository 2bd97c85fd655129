"""Findings of other tools: explained where an entry knows them, moved with edits, never claimed as our own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from raw import CAPABILITIES, RawClient

SOURCE = """\
import re


def year(text):
    found = re.match("(?P<year>[0-9]+)", text)
    return found.group("year")
"""
LINE = 5


def finding(line: int = LINE, **more: Any) -> dict[str, Any]:
    return {
        "range": {"start": {"line": line, "character": 17}, "end": {"line": line, "character": 22}},
        "severity": 1,
        "source": "Pylance",
        "code": {"value": "reportOptionalMemberAccess", "target": "https://docs.example"},
        "message": '"group" is not a known attribute of "None"',
        **more,
    }


def hover(client: RawClient, uri: str, line: int = LINE) -> str:
    params = {"textDocument": {"uri": uri}, "position": {"line": line, "character": 19}}
    answer = client.request("textDocument/hover", params)["result"]
    return answer["contents"]["value"] if answer else ""


def actions(client: RawClient, uri: str, *given: dict[str, Any]) -> list[dict[str, Any]]:
    params = {
        "textDocument": {"uri": uri},
        "range": finding()["range"],
        "context": {"diagnostics": list(given)},
    }
    return list(client.request("textDocument/codeAction", params)["result"])


@pytest.fixture
def uri(client: RawClient, workspace: Path) -> str:
    path = workspace / "years.py"
    path.write_text(SOURCE, encoding="utf-8")
    client.open(path.as_uri(), SOURCE)
    return path.as_uri()


def tell(client: RawClient, uri: str, *findings: dict[str, Any], version: int | None = 1) -> None:
    client.notify("tracemend/diagnostics", {"uri": uri, "version": version, "diagnostics": list(findings)})


def test_hover_and_fix_on_a_finding(client: RawClient, uri: str) -> None:
    tell(client, uri, finding())
    assert "may be None" in hover(client, uri)
    found = actions(client, uri, finding(code="reportOptionalMemberAccess"))
    assert [action["title"] for action in found] == ["Return early when it is None", "Explain"]
    assert found[0]["diagnostics"][0]["source"] == "Pylance"
    resolved = client.request("codeAction/resolve", found[0])["result"]
    (change,) = resolved["edit"]["documentChanges"]
    assert "is None" in change["edits"][0]["newText"]


def test_a_finding_that_only_the_code_action_request_names(client: RawClient, uri: str) -> None:
    assert "Return early when it is None" in [action["title"] for action in actions(client, uri, finding())]


def test_a_finding_that_no_entry_explains_is_left_alone(client: RawClient, uri: str) -> None:
    other = finding(code="reportSomethingElse", message="odd")
    tell(client, uri, other)
    assert hover(client, uri) == ""
    assert actions(client, uri, other) == []


def test_our_own_are_not_taken_for_others(client: RawClient, uri: str) -> None:
    tell(client, uri, finding(source="tracemend"))
    assert hover(client, uri) == ""


def test_findings_move_with_edits_and_go_when_their_line_is_edited(client: RawClient, uri: str) -> None:
    tell(client, uri, finding())
    top = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
    client.change(uri, 2, {"range": top, "text": "# one\n# two\n"})
    assert hover(client, uri, LINE) == ""
    assert "may be None" in hover(client, uri, LINE + 2)
    inside = {"start": {"line": LINE + 2, "character": 4}, "end": {"line": LINE + 2, "character": 4}}
    client.change(uri, 3, {"range": inside, "text": " "})
    assert hover(client, uri, LINE + 2) == ""


def test_findings_of_an_older_version_are_moved_by_the_edits_since(client: RawClient, uri: str) -> None:
    top = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
    client.change(uri, 2, {"range": top, "text": "# one\n"})
    tell(client, uri, finding(), version=1)
    assert "may be None" in hover(client, uri, LINE + 1)
    tell(client, uri, finding(LINE + 1), version=2)
    assert "may be None" in hover(client, uri, LINE + 1)
    tell(client, uri, finding(), version=-5)
    client.change(uri, 3, {"range": top, "text": "\n"})
    tell(client, uri)
    assert hover(client, uri, LINE + 2) == ""


@pytest.mark.parametrize(("encoding", "width"), [("utf-8", 4), ("utf-16", 2), ("utf-32", 1)])
def test_columns_of_findings_are_in_the_negotiated_units(
    raw: RawClient, workspace: Path, encoding: str, width: int
) -> None:
    text = SOURCE.replace("    return found", "    '🐍'; return found")
    path = workspace / "years.py"
    path.write_text(text, encoding="utf-8")
    raw.initialize(workspace, capabilities={**CAPABILITIES, "general": {"positionEncodings": [encoding]}})
    raw.open(path.as_uri(), text)
    shift = 4 + width
    where = {
        "start": {"line": LINE, "character": 17 + shift},
        "end": {"line": LINE, "character": 22 + shift},
    }
    answer = raw.request(
        "textDocument/codeAction",
        {
            "textDocument": {"uri": path.as_uri()},
            "range": where,
            "context": {"diagnostics": [finding(range=where)]},
        },
    )
    id = answer["result"][-1]["command"]["arguments"][0]["id"]
    card = raw.request("workspace/executeCommand", {"command": "tracemend.card", "arguments": [{"id": id}]})
    (diagnosis,) = card["result"]["diagnoses"]
    assert (diagnosis["location"]["line"], diagnosis["location"]["column"]) == (LINE + 1, 17 + 5 + 1)

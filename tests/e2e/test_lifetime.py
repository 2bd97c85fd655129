"""Published diagnostics: where they stand, what they say, and when they come and go."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import LINE, PROGRAM, run
from raw import CAPABILITIES, RawClient

Diagnostics = list[dict[str, Any]]


def empty(diagnostics: Diagnostics) -> bool:
    return not diagnostics


def on_line(line: int) -> Any:
    return lambda diagnostics: bool(diagnostics) and diagnostics[0]["range"]["start"]["line"] == line


def span(line: int, start: int, end: int, last: int | None = None) -> dict[str, Any]:
    return {
        "start": {"line": line, "character": start},
        "end": {"line": line if last is None else last, "character": end},
    }


@pytest.fixture
def uri(workspace: Path) -> str:
    return (workspace / "app.py").as_uri()


@pytest.fixture
def shown(client: RawClient, workspace: Path, printed: str, uri: str) -> RawClient:
    """A client with the error shown."""
    client.printed(workspace, printed)
    client.diagnostics(uri)
    return client


def test_an_error_is_published_on_the_line_that_failed(shown: RawClient, uri: str) -> None:
    (diagnostic,) = shown.diagnostics(uri)
    if sys.version_info >= (3, 11):  # carets
        assert diagnostic["range"] == span(LINE, 11, 27)
    assert diagnostic["source"] == "tracemend"
    assert diagnostic["code"] == "lookup.key"
    assert diagnostic["severity"] == 1
    assert diagnostic["message"] == "KeyError: no 'hots' here (from pack “work”)"
    assert diagnostic["data"]["id"]
    (related,) = diagnostic["relatedInformation"]
    assert related["location"] == {"uri": uri, "range": span(7, 0, 8)}
    assert "codeDescription" not in diagnostic


def test_a_client_without_related_information_gets_none(
    raw: RawClient, workspace: Path, printed: str, uri: str
) -> None:
    raw.initialize(workspace, {"settings": {"docsBaseUrl": "https://docs.example/"}, "trusted": True}, {})
    raw.printed(workspace, printed)
    (diagnostic,) = raw.diagnostics(uri)
    assert "relatedInformation" not in diagnostic
    assert diagnostic["codeDescription"] == {"href": "https://docs.example/lookup.key"}


def test_output_in_pieces_cut_anywhere(client: RawClient, workspace: Path, printed: str, uri: str) -> None:
    data = "\x1b[31m" + printed.replace("\n", "\x1b[0m\r\n") + "\U0001f40d"
    for at in range(0, len(data), 7):
        client.printed(workspace, data[at : at + 7], done=False, exitCode=None)
    client.notify(
        "tracemend/terminalOutput",
        {"terminal": "t", "execution": "1", "data": "", "exitCode": 1, "done": True},
    )
    assert len(client.diagnostics(uri)) == 1


def test_what_stands_on_both_sides_of_a_gap_is_not_joined(
    client: RawClient, workspace: Path, printed: str, uri: str
) -> None:
    begin, end = printed.split('  File "', 1)[0], printed.rsplit("\n", 2)[1] + "\n"
    client.printed(workspace, begin + '  File "app.py", line 1, in f\n    settings\n', done=False)
    client.printed(workspace, end, skipped=5000, done=False)
    client.printed(workspace, printed)
    found = client.diagnostics(uri)
    assert [one["range"]["start"]["line"] for one in found] == [LINE]


def test_a_run_that_goes_on_is_read_when_it_is_quiet(
    client: RawClient, workspace: Path, printed: str, uri: str
) -> None:
    client.printed(workspace, printed, done=False)
    assert client.diagnostics(uri)[0]["code"] == "lookup.key"


def test_status_0_takes_them_away(shown: RawClient, workspace: Path, uri: str) -> None:
    shown.printed(workspace, "fine\n", execution="2", status=0)
    assert shown.diagnostics(uri, wanted=empty) == []


def test_another_command_leaves_them(shown: RawClient, workspace: Path, uri: str) -> None:
    shown.printed(workspace, "", execution="2", status=0, command="ls")
    shown.printed(workspace, "", execution="3", status=0, terminal="other")
    shown.printed(workspace, "", execution="4", status=0, command="python app.py | tee log")
    shown.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}})
    assert shown.diagnostics(uri)


def test_a_new_run_replaces_the_one_before(shown: RawClient, workspace: Path, uri: str) -> None:
    (workspace / "app.py").write_text(PROGRAM.replace("hots", "prot"), encoding="utf-8")
    shown.change(uri, 2, {"range": span(LINE, 21, 25), "text": "prot"})
    assert shown.diagnostics(uri, wanted=empty) == []  # an edit inside its lines
    shown.printed(workspace, run(workspace / "app.py"), execution="2", status=None)
    (diagnostic,) = shown.diagnostics(uri)
    assert "prot" in diagnostic["message"]


def test_a_run_that_never_was_done_ends_with_the_next(
    client: RawClient, workspace: Path, printed: str, uri: str
) -> None:
    client.printed(workspace, printed, done=False)
    client.diagnostics(uri)
    client.printed(workspace, "", execution="2", status=0)
    assert client.diagnostics(uri, wanted=empty) == []


def test_the_same_error_in_the_same_place_is_one_with_a_count(
    client: RawClient, workspace: Path, printed: str, uri: str
) -> None:
    client.printed(workspace, printed * 3)
    assert client.diagnostics(uri, wanted=lambda all: all and "(3 times)" in all[0]["message"])
    client.printed(workspace, printed, execution="2")
    assert client.diagnostics(uri, wanted=lambda all: all and "times" not in all[0]["message"])


def test_edits_above_move_them_and_below_do_not(shown: RawClient, uri: str) -> None:
    shown.change(uri, 2, {"range": span(0, 0, 0), "text": "import os\n\n"})
    assert shown.diagnostics(uri, wanted=on_line(LINE + 2))
    shown.change(uri, 3, {"range": span(0, 0, 0, 1), "text": ""})
    assert shown.diagnostics(uri, wanted=on_line(LINE + 1))
    shown.change(uri, 4, {"range": span(LINE + 2, 0, 0), "text": "\n\n"})
    shown.change(uri, 5, {"range": span(LINE + 1, 0, 0), "text": "    pass\n"})
    assert shown.diagnostics(uri, wanted=on_line(LINE + 2))
    answer = shown.request(
        "textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": LINE + 2, "character": 12}}
    )
    assert "hots" in answer["result"]["contents"]["value"]


@pytest.mark.parametrize(
    "change",
    [
        {"range": span(LINE, 11, 11), "text": " "},
        {"range": span(LINE, 20, 20), "text": "\n        "},
        {"range": span(LINE - 1, 13, 0, LINE), "text": ""},
        {"text": PROGRAM.replace("hots", "host")},
    ],
    ids=["on its line", "splits it", "joins it", "whole text"],
)
def test_an_edit_inside_takes_them_away(shown: RawClient, uri: str, change: dict[str, Any]) -> None:
    shown.change(uri, 2, change)
    assert shown.diagnostics(uri, wanted=empty) == []


def test_the_whole_text_sent_again_moves_them(shown: RawClient, uri: str) -> None:
    shown.change(uri, 2, {"text": "# one more\n" + PROGRAM})
    assert shown.diagnostics(uri, wanted=on_line(LINE + 1))


def test_dismiss(shown: RawClient, uri: str) -> None:
    id = shown.diagnostics(uri)[0]["data"]["id"]
    answer = shown.request("workspace/executeCommand", {"command": "tracemend.dismiss", "arguments": [{"id": id}]})
    assert answer["result"] == {"diagnoses": [], "markdown": ""}
    assert shown.diagnostics(uri, wanted=empty) == []


@pytest.mark.parametrize("deleted", ["app.py", ""], ids=["file", "folder"])
def test_deleted_files(shown: RawClient, workspace: Path, uri: str, deleted: str) -> None:
    gone = (workspace / deleted).as_uri() if deleted else workspace.as_uri()
    shown.notify("workspace/didDeleteFiles", {"files": [{"uri": gone}]})
    assert shown.diagnostics(uri, wanted=empty) == []


def test_a_file_that_is_not_open_and_changes_on_the_disk(
    raw: RawClient, workspace: Path, printed: str, uri: str
) -> None:
    raw.initialize(workspace)
    raw.printed(workspace, printed)
    raw.diagnostics(uri)
    (workspace / "app.py").write_text("import os\n" + PROGRAM, encoding="utf-8")
    raw.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": uri, "type": 2}]})
    assert raw.diagnostics(uri, wanted=on_line(LINE + 1))
    raw.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": uri, "type": 3}]})
    assert raw.diagnostics(uri, wanted=empty) == []


def test_a_file_that_another_program_deletes_or_changes(
    raw: RawClient, workspace: Path, printed: str, uri: str
) -> None:
    raw.initialize(workspace)
    raw.printed(workspace, printed)
    raw.diagnostics(uri)
    raw.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}})
    (workspace / "app.py").write_text("import os\n" + PROGRAM, encoding="utf-8")
    assert raw.diagnostics(uri, wanted=on_line(LINE + 1))
    (workspace / "app.py").unlink()
    assert raw.diagnostics(uri, wanted=empty) == []


def test_a_run_keeps_the_last_fifty(client: RawClient, workspace: Path) -> None:
    lines = [f"d['k{number}']" for number in range(60)]
    program = workspace / "many.py"
    program.write_text("d = {}\n" + "\n".join(lines) + "\n", encoding="utf-8")
    text = "".join(
        f'Traceback (most recent call last):\n  File "many.py", line {number + 2}, in <module>\n    {line}\n'
        f"KeyError: 'k{number}'\n"
        for number, line in enumerate(lines)
    )
    client.printed(workspace, text)
    found = client.diagnostics(
        program.as_uri(), wanted=lambda all: bool(all) and all[-1]["range"]["start"]["line"] == 60
    )
    assert [one["range"]["start"]["line"] for one in found] == list(range(11, 61))


def test_an_open_document_keeps_the_clients_spelling(raw: RawClient, workspace: Path, printed: str) -> None:
    folder = workspace / "with blank"
    folder.mkdir()
    program = folder / "app.py"
    program.write_text(PROGRAM, encoding="utf-8")
    spelled = program.as_uri().replace("%20", " ").replace("app.py", "%61pp.py")
    raw.initialize(workspace)
    raw.printed(folder, run(program))
    raw.diagnostics(program.as_uri())
    raw.open(spelled, PROGRAM)
    assert raw.diagnostics(spelled)
    assert raw.diagnostics(program.as_uri(), wanted=empty) == []
    raw.change(spelled, 2, {"range": span(0, 0, 0), "text": "\n"})
    assert raw.diagnostics(spelled, wanted=on_line(LINE + 1))


def test_only_files_of_the_workspace_or_the_runs_folder(client: RawClient, workspace: Path, tmp_path: Path) -> None:
    other = tmp_path.resolve() / "other"
    other.mkdir()
    program = other / "app.py"
    program.write_text(PROGRAM, encoding="utf-8")
    printed = run(program).replace('"app.py"', f'"{program}"')
    client.printed(workspace, printed)
    client.printed(other, printed, execution="2", terminal="second", command="x")
    assert client.diagnostics(program.as_uri())
    published = [m for m in client.messages if m.get("method") == "textDocument/publishDiagnostics"]
    assert len([m for m in published if m["params"]["uri"] == program.as_uri() and m["params"]["diagnostics"]]) == 1


def test_output_of_another_machine_is_not_placed_by_names_alone(client: RawClient, workspace: Path, uri: str) -> None:
    text = "Traceback (most recent call last):\n  File \"app.py\", line 2, in f\n    other()\nKeyError: 'a'\n"
    client.printed(workspace, text, command="docker run app")
    client.printed(workspace, run(workspace / "app.py"), execution="2", command="python app.py")
    assert [one["range"]["start"]["line"] for one in client.diagnostics(uri)] == [LINE]


@pytest.mark.skipif(sys.version_info < (3, 11), reason="no carets")
@pytest.mark.parametrize("letter", ["\N{MATHEMATICAL SCRIPT CAPITAL X}", "\N{SNAKE}"])
@pytest.mark.parametrize(("encoding", "width"), [("utf-8", 4), ("utf-16", 2), ("utf-32", 1)])
def test_columns_in_the_negotiated_units(
    raw: RawClient, workspace: Path, encoding: str, width: int, letter: str
) -> None:
    program = workspace / "snake.py"
    program.write_text(f'd = {{"a": 1}}\nx = ("{letter}", d["b"])\n', encoding="utf-8")
    answer = raw.initialize(workspace, capabilities={**CAPABILITIES, "general": {"positionEncodings": [encoding]}})
    assert answer["result"]["capabilities"]["positionEncoding"] == encoding
    raw.printed(workspace, run(program))
    (diagnostic,) = raw.diagnostics(program.as_uri())
    start = 9 + width  # x = ("?", and a blank
    # Behind characters that are two cells wide carets tell nothing for sure: the whole line is shown.
    expected = span(1, 0, start + 7) if letter == "\N{SNAKE}" else span(1, start, start + 6)
    assert diagnostic["range"] == expected

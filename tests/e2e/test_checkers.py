"""Real findings of pyright, mypy and ruff: explained on hover, mended, and gone when the tool looks again."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from raw_client import Client

BIN = Path(sys.executable).parent
SAMPLE = Path(__file__).parent / "sample" / "shop.py"
Finding = dict[str, Any]


def pyright(file: Path) -> list[Finding]:
    """Pyright's findings as an editor has them."""
    done = subprocess.run([BIN / "pyright", "--outputjson", file], cwd=file.parent, capture_output=True, text=True)
    return [
        {
            "source": "Pyright",
            "code": found["rule"],
            "message": found["message"],
            "severity": 1 if found["severity"] == "error" else 2,
            "range": found["range"],
        }
        for found in json.loads(done.stdout)["generalDiagnostics"]
        if "rule" in found
    ]


def mypy(file: Path) -> list[Finding]:
    """Mypy's findings, their columns as an editor's extension makes them from its text output."""
    done = subprocess.run(
        [
            BIN / "mypy",
            "--strict",
            "--show-column-numbers",
            "--show-error-end",
            "--no-error-summary",
            "--cache-dir",
            os.devnull,
            file.name,
        ],
        cwd=file.parent,
        capture_output=True,
        text=True,
    )
    found = re.findall(r"^[^:\n]+:(\d+):(\d+):(\d+):(\d+): error: (.*?)  \[([\w-]+)\]$", done.stdout, re.MULTILINE)
    return [
        {
            "source": "Mypy",
            "code": code,
            "message": message,
            "severity": 1,
            "range": {
                "start": {"line": int(line) - 1, "character": int(column) - 1},
                "end": {"line": int(end) - 1, "character": int(end_column)},
            },
        }
        for line, column, end, end_column, message, code in found
    ]


def ruff(file: Path) -> list[Finding]:
    """Ruff's findings, from its JSON output."""
    done = subprocess.run(
        [BIN / "ruff", "check", "--isolated", "--output-format", "json", file], capture_output=True, text=True
    )
    return [
        {
            "source": "Ruff",
            "code": found["code"],
            "message": found["message"],
            "severity": 1,
            "range": {
                side: {"line": found[key]["row"] - 1, "character": found[key]["column"] - 1}
                for side, key in (("start", "location"), ("end", "end_location"))
            },
        }
        for found in json.loads(done.stdout)
    ]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """The sample in a project of its own."""
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'shop'\nversion = '1'\n")
    shutil.copy(SAMPLE.with_name("shop_tools.py"), tmp_path)
    return Path(shutil.copy(SAMPLE, tmp_path))


@pytest.fixture
def client(shop: Path) -> Iterator[Client]:
    """The real server, with the sample open."""
    client = Client([sys.executable, "-m", "tracemend", "serve"])
    client.initialize(shop.parent, {"tracemend": {"trusted": True, "interpreter": sys.executable}})
    client.open(shop)
    yield client
    client.stop()


def explained(client: Client, file: Path, findings: list[Finding], finding: Finding) -> tuple[str, list[Any]]:
    """What a hover on a finding says, and the quick fixes offered on it."""
    uri = file.as_uri()
    client.notify("tracemend/diagnostics", {"uri": uri, "version": 1, "diagnostics": findings})
    document = {"uri": uri}
    hover = client.request("textDocument/hover", {"textDocument": document, "position": finding["range"]["start"]})
    actions = client.request(
        "textDocument/codeAction",
        {"textDocument": document, "range": finding["range"], "context": {"diagnostics": [finding]}},
    )
    return (hover["contents"]["value"] if hover else ""), actions or []


def apply(client: Client, file: Path, action: Any) -> None:
    """Apply an action's edit to the file (ASCII: columns are the same in every encoding)."""
    edit = action.get("edit") or client.request("codeAction/resolve", action)["edit"]
    changes = edit.get("changes") or {
        change["textDocument"]["uri"]: change["edits"] for change in edit["documentChanges"]
    }
    (edits,) = (made for uri, made in changes.items() if uri == file.as_uri())
    lines = file.read_text().split("\n")

    def offset(position: dict[str, int]) -> int:
        return sum(len(line) + 1 for line in lines[: position["line"]]) + position["character"]

    text = "\n".join(lines)
    for one in sorted(edits, key=lambda one: offset(one["range"]["start"]), reverse=True):
        text = text[: offset(one["range"]["start"])] + one["newText"] + text[offset(one["range"]["end"]) :]
    file.write_text(text)


@pytest.mark.parametrize(
    ("tool", "code", "line", "fix"),
    [
        (pyright, "reportOptionalMemberAccess", 9, "guard"),
        (pyright, "reportUndefinedVariable", 16, "add-import"),
        (pyright, "reportUnusedCoroutine", 25, "await"),
        (pyright, "reportReturnType", 13, None),
        (pyright, "reportOptionalSubscript", 31, "guard"),
        (pyright, "reportAttributeAccessIssue", 35, "use-similar"),
        (pyright, "reportMissingImports", 39, "use-similar-module"),
        (mypy, "union-attr", 9, "guard"),
        (mypy, "name-defined", 16, "add-import"),
        (mypy, "unused-coroutine", 25, "await"),
        (mypy, "return-value", 13, None),
        (mypy, "index", 31, "guard"),
        (mypy, "attr-defined", 35, "use-similar"),
        (mypy, "import-not-found", 39, "use-similar-module"),
        (ruff, "F821", 16, "add-import"),
    ],
)
def test_a_finding_is_explained_and_mended(
    client: Client, shop: Path, tool: Callable[[Path], list[Finding]], code: str, line: int, fix: str | None
) -> None:
    findings = tool(shop)
    same = [found for found in findings if found["code"] == code and found["range"]["start"]["line"] == line - 1]
    assert same, f"{tool.__name__} does not report {code} at line {line}: {findings}"
    hover, actions = explained(client, shop, findings, same[0])
    assert hover, "the hover says nothing"
    if fix is None:
        preferred = [action for action in actions if action.get("isPreferred")]
        if not preferred:
            assert any(action["title"].startswith("Explain") for action in actions)
            return
    else:
        preferred = [action for action in actions if (action.get("data") or {}).get("fix") == fix]
        assert preferred, f"{fix} is not offered: {[action['title'] for action in actions]}"
    apply(client, shop, preferred[0])
    left = [found for found in tool(shop) if found["code"] == code]
    assert len(left) < len([found for found in findings if found["code"] == code]), shop.read_text()
    assert not [found for found in tool(shop) if found["code"] not in {known["code"] for known in findings}]

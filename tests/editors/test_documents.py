"""The set-up that the documents give for editors that are not here: it can be read, and starts the server."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import plain
import pytest
from raw_client import Client


def command_of(editor: str) -> list[str]:
    """The command line in the block of an editor's document."""
    text = plain.block(f"{editor}.md", editor)
    if editor == "helix":
        tomllib = pytest.importorskip("tomllib", reason="Python 3.11 reads TOML")
        data: Any = tomllib.loads(text)
        python = next(language for language in data["language"] if language["name"] == "python")
        (name,) = set(python["language-servers"]) & set(data["language-server"])
        server = data["language-server"][name]
        return [server["command"], *server["args"]]
    data = json.loads(text)
    if editor == "kate":
        return list(data["servers"]["python"]["command"])
    (name,) = set(data["languages"]["Python"]["language_servers"]) & set(data["lsp"])
    binary = data["lsp"][name]["binary"]
    return [Path(binary["path"]).name, *binary["arguments"]]


@pytest.mark.parametrize("editor", ["helix", "kate", "zed"])
def test_the_block_starts_the_server(editor: str, tmp_path: Path) -> None:
    program, *arguments = command_of(editor)
    found = shutil.which(program, path=str(Path(sys.executable).parent))
    assert found
    client = Client([found, *arguments])
    try:
        answer = client.request("initialize", {"processId": None, "rootUri": tmp_path.as_uri(), "capabilities": {}})
        assert answer["serverInfo"]["name"] == "tracemend"
        assert answer["capabilities"]["hoverProvider"]
    finally:
        client.process.kill()
        client.process.wait()


@pytest.mark.parametrize("document", sorted(plain.DOCUMENTS.glob("*.md")), ids=lambda path: path.stem)
def test_every_document_says_how_errors_are_handed_over(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert "tracemend run -- python app.py" in text
    assert "<!-- test: " in text

"""A workspace that nobody trusts: nothing of it is run, nothing is looked up; trusted, it works without reloading."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from processes import until
from programs import DEMO
from workbench import OpenEditor, Workbench

HOSTILE = '#!/bin/sh\ntouch {marker}\nexec {python} "$@"\n'


@pytest.fixture(scope="module")
def marker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that is there once the workspace's interpreter was run."""
    return tmp_path_factory.mktemp("marker") / "ran"


@pytest.fixture(scope="module")
def window(open_editor: OpenEditor, python: Path, marker: Path) -> Workbench:
    """A folder that brings an interpreter and a setting that names it, and the log of a run in it."""
    hostile = HOSTILE.format(marker=marker, python=python / "python3")
    files = {"report.py": DEMO, ".venv/bin/python": hostile}
    window = open_editor(files, {"security.workspace.trust.startupPrompt": "never"}, trust=True)
    interpreter = window.folder / ".venv" / "bin" / "python"
    interpreter.chmod(0o755)
    done = subprocess.run([python / "python3", "report.py"], cwd=window.folder, capture_output=True, text=True)
    window.write("build.log", done.stderr)
    window.write(".vscode/settings.json", json.dumps({"tracemend.interpreter": str(interpreter)}))
    return window


def test_untrusted(window: Workbench, marker: Path) -> None:
    """The log is explained from the knowledge alone, and says so; the workspace's interpreter was not run."""
    editor = window.open_file("build.log")
    text = editor.hover_text(editor.first_squiggle(), "This workspace is not trusted, so nothing was looked up here.")
    assert "FileNotFoundError: reports/november/sales.csv" in text
    assert "Seen:" not in text
    editor.leave_hover()
    assert window.server.processes("start.py serve")
    assert not marker.exists()


def test_trust_is_granted(window: Workbench, marker: Path) -> None:
    """The next hover says what was seen; the setting of the workspace counts now."""
    window.command("Workspaces: Manage Workspace Trust")
    window.page.keyboard.press("Control+Enter")
    until("the workspace's interpreter", marker.exists)
    editor = window.open_file("build.log")
    text = editor.hover_text(editor.first_squiggle(), "Seen: The folder")
    assert "not trusted" not in text
    assert window.notifications() == []

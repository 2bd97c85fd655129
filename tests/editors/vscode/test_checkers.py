"""What another tool reports in the editor: explained under its own sentence, mended, and gone when it looks again."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from editor import plain
from needs import require
from processes import until
from workbench import OpenEditor, Workbench

VERSIONS = '''\
"""Read versions."""

import re


def version(text: str) -> str:
    found = re.match(r"v(\\d+)", text)
    return found.group(1)


print(version("v12"))
'''
LINE, COLUMN = 8, 18
PYRIGHT = Path(sys.executable).with_name("pyright")
GUARD = "Leave early when it is None"


@pytest.fixture(scope="module")
def window(open_editor: OpenEditor, tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    """A window with an extension that runs the real pyright."""
    require("VS Code with pyright", PYRIGHT.is_file(), "no pyright in this environment")
    # The first run of all may have to fetch pyright itself.
    sample = tmp_path_factory.mktemp("pyright") / "sample.py"
    sample.write_text("")
    subprocess.run([PYRIGHT, sample], check=True, capture_output=True, timeout=300)
    environment = {name: os.environ[name] for name in ("HOME", "PATH", "XDG_CACHE_HOME") if name in os.environ}
    window = open_editor(
        {"versions.py": VERSIONS, "broken.py": VERSIONS.replace("v12", "12")},
        {"pyrightForTests.command": [str(PYRIGHT)], "pyrightForTests.environment": environment},
    )
    window.terminal.new()
    window.clear_notifications()
    return window


def test_pyright(window: Workbench) -> None:
    """Scene 6: our explanation stands under pyright's sentence; the guard is offered, made, and pyright is content."""
    editor = window.open_file("versions.py")
    underline = editor.squiggle(LINE, 60)
    text = editor.hover_text(underline, "well documented")
    theirs = text.index('"group" is not a known attribute of "None"')
    assert theirs < text.index("group of something that may be None")
    assert "re.match, re.search and re.fullmatch return None when nothing matches." in text
    lines = plain(editor.part_of_hover("exact match").inner_text()).splitlines()
    assert len(lines) <= 12
    window.pictures("6-pyright")
    editor.leave_hover()
    editor.goto(LINE, COLUMN)
    titles = editor.actions()
    assert titles[:2] == [GUARD, "Explain"]
    assert "Dismiss" not in titles
    assert editor.chosen_action() == GUARD
    window.pictures("6-pyright-fix")
    window.page.keyboard.press("Enter")
    until("the guard", lambda: "    if found is None:" in editor.lines())
    editor.save()
    editor.no_squiggle(seconds=60)
    assert "assert" not in (window.folder / "versions.py").read_text()
    assert window.terminal.run("python3 versions.py").split() == ["12", "$"]


def test_own_diagnostics_are_not_forwarded(window: Workbench) -> None:
    """On a line that fails and that pyright complains of too, the server is told of pyright's finding alone."""
    editor = window.open_file("broken.py")
    editor.squiggle(LINE, 60)
    window.server.set({"tracemend.trace.server": "verbose"})
    window.terminal.run("python3 broken.py")
    until("our underline too", lambda: len(window.problems()) == 4)
    sent = until("a notification", lambda: notifications(window, "broken.py"))
    assert all("reportOptionalMemberAccess" in one for one in sent)
    assert not any('"source": "tracemend"' in one for one in sent)
    assert editor.hover_text(editor.squiggle(LINE), "Most likely").count("exact match") == 1
    window.server.set({"tracemend.trace.server": None})


def notifications(window: Workbench, name: str) -> list[str]:
    """What the client told the server of other tools' findings of a file, by the trace in its log."""
    pieces = window.server.logs("Tracemend").split("Sending notification 'tracemend/diagnostics'")[1:]
    texts = [piece.partition("[Trace")[0] for piece in pieces]
    return [text for text in texts if name in text]

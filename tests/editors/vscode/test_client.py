"""The client itself: dismissing, the status item, the log, restarting, settings, and its cost at start."""

from __future__ import annotations

import re
import sys

import pytest
from editor import Editor
from processes import until
from programs import DEMO, DEMO_LINE, SETTINGS
from terminal import Terminal
from workbench import OpenEditor, Workbench

FILES = {"report.py": DEMO, "settings.py": SETTINGS, "notes.txt": "Nothing to see.\n"}
MOST_ACTIVATION = 50
"""Milliseconds that the editor may wait for the extension."""


@pytest.fixture(scope="module")
def window(open_editor: OpenEditor) -> Workbench:
    """A window in which nothing was opened yet."""
    return open_editor(FILES)


def test_sleeps_until_needed(window: Workbench) -> None:
    """A window with a text file alone has nothing of ours running; a Python file wakes it, in a blink."""
    window.open_file("notes.txt")
    assert "Emmet" in " ".join(window.running_extensions())
    assert not any(row.startswith("Tracemend") for row in window.running_extensions())
    assert not window.server.processes("start.py")
    window.close_editors()
    window.open_file("settings.py")
    until("the server", lambda: window.server.processes("start.py serve"))
    # The figure is the editor's own: what "Show Running Extensions" says of the extension.
    row = until(
        "its row", lambda: next((row for row in window.running_extensions() if row.startswith("Tracemend")), "")
    )
    took = re.search(r"Activation: (\d+)ms", row)
    assert took, row
    assert int(took[1]) < MOST_ACTIVATION
    window.close_editors()


@pytest.fixture(scope="module")
def shell(window: Workbench) -> Terminal:
    """The window's terminal. (The first test is to have none: one would wake the extension.)"""
    window.terminal.new()
    window.clear_notifications()
    return window.terminal


@pytest.fixture
def failing(window: Workbench, shell: Terminal) -> Editor:
    """report.py with its underline."""
    window.close_editors()
    shell.ready()
    editor = window.open_file("report.py")
    window.terminal.run("python3 report.py")
    editor.squiggle(DEMO_LINE)
    return editor


def test_dismiss(window: Workbench, failing: Editor) -> None:
    """An error that is dismissed goes, from Problems too, and comes again with the next run."""
    failing.goto(DEMO_LINE, 12)
    failing.actions()
    failing.choose("Dismiss")
    failing.no_squiggle()
    assert not [text for text in window.problems() if "report.py" in text]
    window.terminal.run("python3 report.py")
    failing.squiggle(DEMO_LINE)


def test_status(window: Workbench, failing: Editor) -> None:
    """The language's status says that the server runs and on which Python, and leads to the log."""
    failing.focus()
    status = window.language_status()
    version = ".".join(map(str, sys.version_info[:3]))
    assert f"Tracemend\nruns on Python {version}" in status.inner_text()
    status.locator("a", has_text="Show Log").click()
    until("the log", lambda: "server: running" in window.output())


def test_show_log(window: Workbench, failing: Editor) -> None:
    """The palette's command shows the same."""
    window.command("Tracemend: Show Log")
    assert "server: running" in until("the log", lambda: window.output())


def test_restart(window: Workbench, failing: Editor) -> None:
    """Another process, and the underline is there again without a run."""
    (before,) = window.server.processes("start.py serve")
    window.command("Tracemend: Restart Server")
    until("another server", lambda: [one for one in window.server.processes("start.py serve") if one.pid != before.pid])
    until("the old one is gone", lambda: not before.running)
    failing.squiggle(DEMO_LINE)
    assert failing.hover_text(failing.squiggle(DEMO_LINE), "Most likely")
    failing.leave_hover()
    assert len(window.server.processes("start.py serve")) == 1
    assert window.notifications() == []


def test_settings_apply_at_once(window: Workbench, failing: Editor) -> None:
    """A setting that is typed into settings.json changes the next hover; the server is the same process."""
    (before,) = window.server.processes("start.py serve")
    text = failing.hover_text(failing.squiggle(DEMO_LINE), "Most likely")
    assert "Seen:" in text
    failing.leave_hover()
    window.edit_settings({"tracemend.evidence": False})
    window.open_file("report.py")
    text = failing.hover_text(failing.squiggle(DEMO_LINE), "Looking at evidence is switched off.")
    assert "Seen:" not in text
    failing.leave_hover()
    window.edit_settings({"tracemend.evidence": True, "tracemend.disabled": ["python.os.file-not-found"]})
    window.open_file("report.py")
    window.terminal.run("python3 report.py")
    text = failing.hover_text(failing.squiggle(DEMO_LINE), "general: no entry knows this message")
    failing.leave_hover()
    window.edit_settings({"tracemend.evidence": True, "tracemend.disabled": []})
    window.open_file("report.py")
    window.terminal.run("python3 report.py")
    failing.hover_text(failing.squiggle(DEMO_LINE), "Seen: The folder")
    assert window.server.processes("start.py serve") == [before]

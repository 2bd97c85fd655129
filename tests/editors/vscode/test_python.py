"""Without a usable Python there is one clear message with a way out, and a right setting mends it at once."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from processes import until
from programs import SETTINGS, SETTINGS_LINE
from workbench import OpenEditor, Workbench

SERVER = "start.py serve"
TOOLS = (
    "basename bash cat cut dirname env grep head id ls mkdir node ps readlink realpath rm sed sh sleep tail tr uname"
)
"""What stands on a PATH without Python."""


def old_python() -> str | None:
    """A Python before 3.10: one of pyenv's, else on PATH."""
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = sorted(str(path) for path in root.glob("3.[6789].*/bin/python3"))
    return found[-1] if found else shutil.which("python3.9") or shutil.which("python3.8")


@pytest.fixture(scope="module")
def window(open_editor: OpenEditor) -> Workbench:
    """A window whose setting names a Python that is not there."""
    window = open_editor({"settings.py": SETTINGS}, {"tracemend.interpreter": "/nowhere/bin/python3"})
    window.open_file("settings.py")
    return window


def the_message(window: Workbench) -> str:
    """The one notification."""
    found = until("a message", window.notifications)
    assert len(found) == 1
    return found[0]


def test_path_of_the_setting_is_not_there(window: Workbench) -> None:
    """The message names the setting and what it says; a button leads there; nothing is tried again and again."""
    message = the_message(window)
    assert "Tracemend does not run. It needs Python 3.10 or newer: `/nowhere/bin/python3`" in message
    assert "(setting `tracemend.interpreter`) is not there." in message
    assert window.server.processes(SERVER) == []
    window.notification_button("Open Settings").click()
    settings = window.page.locator(".settings-editor .setting-item-contents")
    settings.filter(has_text="The Python (3.10 or newer)").first.wait_for()
    assert window.notifications() == []


def test_python_of_the_setting_is_too_old(window: Workbench) -> None:
    """The message says how old it is."""
    python = old_python()
    if python is None:
        pytest.skip("there is no Python before 3.10 here")
    window.server.set({"tracemend.interpreter": python})
    assert f"`{python}` (setting `tracemend.interpreter`) is Python 3." in the_message(window)
    assert window.server.processes(SERVER) == []
    window.clear_notifications()


def test_right_setting_mends_it(window: Workbench, python: Path) -> None:
    """Without a restart of the window."""
    window.server.set({"tracemend.interpreter": str(python / "python3")})
    until("the server", lambda: window.server.processes(SERVER))
    window.terminal.new()
    window.terminal.run("python3 settings.py")
    assert window.open_file("settings.py").squiggle(SETTINGS_LINE)
    assert window.notifications() == [] or "keybindings" in window.notifications()[0]


def test_no_python_at_all(open_editor: OpenEditor, tmp_path: Path, python: Path) -> None:
    """The names that were looked for are named; once there is one, "Restart Server" finds it."""
    for name in TOOLS.split():
        if found := shutil.which(name):
            (tmp_path / name).symlink_to(found)
    window = open_editor({"settings.py": SETTINGS}, path=str(tmp_path))
    window.open_file("settings.py")
    message = the_message(window)
    assert "It needs Python 3.10 or newer: `python3` is not there, `python` is not there." in message
    (tmp_path / "python3").symlink_to(python / "python3")
    window.clear_notifications()
    window.command("Tracemend: Restart Server")
    until("the server", lambda: window.server.processes(SERVER))
    assert window.notifications() == []

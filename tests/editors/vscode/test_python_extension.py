"""The Python extension's interpreter: it runs the server, and installing goes into it; another one counts at once."""

from __future__ import annotations

import os
import venv
from pathlib import Path

import pytest
from code_server import CodeServer
from processes import until
from programs import FETCH, FETCH_LINE
from vsix import packed
from workbench import Workbench

OLD = """#!/bin/sh
echo '{"version": [3, 8, 18], "executable": "python3.8", "prefix": "/usr"}'
"""
"""What an old Python answers when it is asked for its version."""


@pytest.fixture(scope="module")
def extensions(executable: Path, vsix: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our extension, and one that stands for the Python extension."""
    folder = tmp_path_factory.mktemp("extensions")
    installer = CodeServer(executable, tmp_path_factory.mktemp("installer"), folder, {"PATH": os.defpath})
    installer.install([vsix, packed(Path(__file__).parent / "python-extension", installer.run)])
    return folder


@pytest.fixture(scope="module")
def environments(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two environments, `one` and `two`, and a Python that is too old, `old`."""
    folder = tmp_path_factory.mktemp("environments")
    for name in ("one", "two"):
        venv.create(folder / name, symlinks=True)
    old = folder / "old" / "bin" / "python"
    old.parent.mkdir(parents=True)
    old.write_text(OLD)
    old.chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def window(open_editor, environments: Path) -> Workbench:
    window = open_editor({"fetch.py": FETCH}, {"pythonForTests.interpreter": f"{environments}/one/bin/python"})
    window.open_file("fetch.py")
    window.terminal.new()
    window.clear_notifications()
    return window


def server_of(window: Workbench) -> str:
    """The command line of the server that runs."""
    return until("a server", lambda: window.server.processes("start.py serve"))[0].command


def installs_into(window: Workbench, interpreter: str) -> bool:
    """Whether a package that is missing is installed for this interpreter, whose environment has no pip."""
    editor = window.open_file("fetch.py")
    editor.goto(FETCH_LINE, 9)
    titles = editor.actions()
    window.page.keyboard.press("Escape")
    return any(title.startswith(f"Put `uv pip install --python {interpreter} requests`") for title in titles)


def test_its_interpreter_runs_the_server_and_is_the_one_to_install_into(window: Workbench, environments: Path) -> None:
    one, two = (f"{environments}/{name}/bin/python" for name in ("one", "two"))
    assert server_of(window).startswith(f"{one} -I -S ")
    window.terminal.run("python3 fetch.py")
    window.editor.squiggle(FETCH_LINE)
    until("one is installed into", lambda: installs_into(window, one), every=0.5)
    before = window.server.processes("start.py serve")
    window.server.set({"pythonForTests.interpreter": two})
    until("two is installed into", lambda: installs_into(window, two), every=0.5)
    assert window.server.processes("start.py serve") == before


def test_one_that_is_too_old_is_passed_over(window: Workbench, environments: Path) -> None:
    old = f"{environments}/old/bin/python"
    window.server.set({"pythonForTests.interpreter": old})
    until("the change is seen", lambda: f"interpreter is {old}" in window.server.logs("Tracemend"))
    started = window.server.logs("Tracemend").count("server: running")
    window.command("Tracemend: Restart Server")
    until("the one on the PATH", lambda: server_of(window).startswith("python3 -I -S "))
    # What a terminal prints before the server can listen is not told to it.
    until("it listens", lambda: window.server.logs("Tracemend").count("server: running") > started)
    assert window.notifications() == []
    window.terminal.run("python3 fetch.py")
    window.editor.squiggle(FETCH_LINE)

"""Nothing that lies about is imported: no module of the workspace, of PYTHONPATH or of the interpreter's packages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from interpreters import Python
from unpacked import Server, set_traps, useless_environment

PROGRAM = """\
class ParcelLost(Exception):
    pass


raise ParcelLost("parcel 12 is lost")
"""
PRINTED = """\
Traceback (most recent call last):
  File "{}", line 5, in <module>
    raise ParcelLost("parcel 12 is lost")
ParcelLost: parcel 12 is lost
"""
ENTRY = """\
id: parcel
title: Parcel {number} is lost
summary: The parcel went to number {number}.
documented: new
reviewed: "2026-11-23"
match:
  - exception: ParcelLost
    message: 'parcel (?P<number>\\d+) is lost'
meaning: Nobody knows where it is.
causes:
  - {id: moved, text: It was moved., fixes: [look]}
fixes:
  - {id: look, title: Look for it, steps: [Look on every shelf.]}
sources: [{title: Exceptions, url: "https://docs.python.org/3/library/exceptions.html"}]
"""


@pytest.fixture
def trapped(python: Python, tmp_path: Path) -> Path:
    """A virtual environment whose packages are traps; the answer is its Python."""
    folder = tmp_path / "venv"
    subprocess.run([python.path, "-m", "venv", "--without-pip", folder], check=True)
    packages = next(folder.glob("[Ll]ib/**/site-packages"))
    set_traps(packages, tmp_path / "imported")
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def test_no_trap_is_sprung(trapped: Path, start: Path, tmp_path: Path) -> None:
    marker = tmp_path / "imported"
    workspace = set_traps(tmp_path / "work", marker)
    (workspace / "app.py").write_text(PROGRAM, encoding="utf-8")
    # An entry of the workspace's own: only for such a one is YAML read.
    (workspace / ".tracemend").mkdir()
    (workspace / ".tracemend" / "parcel.yaml").write_text(ENTRY, encoding="utf-8")
    environment = useless_environment(tmp_path / "home", set_traps(tmp_path / "path", marker))

    server = Server([str(trapped), "-I", "-S", str(start), "serve"], workspace, environment, tmp_path / "log")
    try:
        server.initialize(workspace, {"tracemend": {"trusted": True, "interpreter": str(trapped)}})
        server.open(workspace / "app.py")
        run = {"terminal": "1", "execution": "1", "command": "python app.py", "cwd": str(workspace), "exitCode": 1}
        server.notify("tracemend/terminalOutput", {**run, "data": PRINTED.format(workspace / "app.py"), "done": True})
        diagnostics = server.wait_for("textDocument/publishDiagnostics")["diagnostics"]
        assert [one["code"] for one in diagnostics] == ["parcel"]
        at = {"textDocument": {"uri": (workspace / "app.py").as_uri()}, "position": diagnostics[0]["range"]["start"]}
        assert "The parcel went to number" in server.request("textDocument/hover", at)["contents"]["value"]
        server.stop()
    finally:
        server.process.kill()
    assert server.errors() == ""
    assert not marker.exists(), marker.read_text()


@pytest.mark.parametrize("where", ["site", "cwd", "path"])
def test_the_traps_would_be_sprung(trapped: Path, tmp_path: Path, where: str) -> None:
    marker = tmp_path / "imported"
    other = tmp_path / "other"
    other.mkdir()
    trap = set_traps(tmp_path / "trap", marker)
    command = {
        "site": [str(trapped), "-c", "import yaml"],
        "cwd": [str(trapped), "-S", "-c", "import yaml"],
        "path": [str(trapped), "-S", "-c", "import yaml"],
    }[where]
    cwd, env = (trap, {}) if where == "cwd" else (other, {"PYTHONPATH": str(trap)} if where == "path" else {})
    subprocess.run(command, cwd=cwd, env=env, capture_output=True)
    assert "yaml" in marker.read_text().split()


def test_the_probe_is_right_and_isolated(python: Python, trapped: Path, start: Path, tmp_path: Path) -> None:
    marker = tmp_path / "imported"
    environment = useless_environment(tmp_path / "home", set_traps(tmp_path / "path", marker))
    command = [str(trapped), "-I", "-S", str(start), "--probe"]
    done = subprocess.run(command, cwd=tmp_path / "path", env=environment, capture_output=True, text=True, check=True)
    probe = json.loads(done.stdout)
    assert probe["version"] == list(python.version)
    assert Path(probe["executable"]) == trapped
    assert Path(probe["prefix"]) == tmp_path / "venv"
    assert done.stderr == ""
    assert not marker.exists()


def test_a_damaged_installation_says_so(python: Python, start: Path, tmp_path: Path) -> None:
    alone = tmp_path / "start.py"
    alone.write_bytes(start.read_bytes())
    done = subprocess.run(
        [python.path, "-I", "-S", alone, "serve"], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 78
    assert (
        done.stderr
        == f"{tmp_path / 'libs'} holds no Tracemend: install the extension again, or run `make vsix` first.\n"
    )

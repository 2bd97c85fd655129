"""Commands for the terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tracemend.context import Context, Settings, Shell, System
from tracemend.evidence import interpreters
from tracemend.fixes import commands
from tracemend.fixes.commands import install
from tracemend.knowledge.model import Command


def _build(command: Command, values: dict[str, Any], system: System = "linux", shell: Shell = "bash") -> str | None:
    return commands.build(command, values, Context(origin="here", system=system, shell=shell))


_CHMOD = Command(posix=(("chmod", "u+w", "--", "{path}"),), windows=(("attrib", "-R", "{path}"),))
_VENV = Command(
    posix=(("python3", "-m", "venv", ".venv"), (".venv/bin/python", "-m", "pip", "install", "{packages...}")),
    windows=(("py", "-m", "venv", ".venv"), (".venv\\Scripts\\python", "-m", "pip", "install", "{packages...}")),
)


@pytest.mark.parametrize(
    ("command", "values", "system", "shell", "text"),
    [
        (_CHMOD, {"path": "a b.txt"}, "linux", "bash", "chmod u+w -- 'a b.txt'"),
        (_CHMOD, {"path": "it's"}, "linux", "fish", "chmod u+w -- 'it\\'s'"),
        (_CHMOD, {"path": "$(rm -r ~)"}, "linux", "zsh", "chmod u+w -- '$(rm -r ~)'"),
        (_CHMOD, {"path": "-rf"}, "linux", "bash", "chmod u+w -- -rf"),
        (_CHMOD, {"path": "C:\\a b"}, "windows", "powershell", "attrib -R 'C:\\a b'"),
        (_CHMOD, {"path": "C:\\a & b"}, "windows", "cmd", 'attrib -R "C:\\a & b"'),
        (_CHMOD, {"path": "-S"}, "windows", "cmd", None),
        (_CHMOD, {"path": "%TEMP%"}, "windows", "cmd", None),
        (_CHMOD, {"path": "a\nrm -rf ~"}, "linux", "bash", None),
        (_CHMOD, {"path": "\x1b[A"}, "linux", "bash", None),
        (_CHMOD, {}, "linux", "bash", None),
        (
            _VENV,
            {"packages": "requests 'rich>=13'"},
            "linux",
            "bash",
            "python3 -m venv .venv && .venv/bin/python -m pip install requests 'rich>=13'",
        ),
        (
            _VENV,
            {"packages": ("requests", "rich")},
            "windows",
            "powershell",
            "py -m venv .venv; if ($?) { .venv\\Scripts\\python -m pip install requests rich }",
        ),
        (_VENV, {"packages": "requests --index-url=http://x"}, "linux", "bash", None),
        (_VENV, {"packages": "a; rm -rf ~"}, "linux", "bash", None),
        (Command(posix=(("x", "--to={a}"),)), {"a": "-1 $b"}, "linux", "sh", "x '--to=-1 $b'"),
        (Command(posix=(("x",),)), {}, "windows", "cmd", None),
        (Command(recipe="no-such"), {}, "linux", "bash", None),
        (Command(recipe="install", arguments={"distribution": "{distribution}"}), {}, "linux", "bash", None),
    ],
)
def test_words_are_filled_and_quoted(
    command: Command, values: dict[str, Any], system: System, shell: Shell, text: str | None
) -> None:
    assert _build(command, values, system, shell) == text


@pytest.mark.skipif(sys.platform == "win32", reason="whoami prints a domain on Windows")
def test_the_users_name_is_known() -> None:
    done = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True)
    take = Command(posix=(("sudo", "chown", "{user}", "--", "{path}"),))
    assert _build(take, {"path": "a"}) == f"sudo chown {done.stdout.strip()} -- a"


def _install(folder: Path, name: str = "rich", **context: Any) -> str | None:
    command = Command(recipe="install", arguments={"distribution": "{distribution}"})
    system = context.pop("system", "linux")
    here = Context(origin="here", folder=str(folder), roots=(str(folder),), system=system, **context)
    return commands.build(command, {"distribution": name}, here)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("uv.lock", "uv add rich"),
        ("poetry.lock", "poetry add rich"),
        ("pdm.lock", "pdm add rich"),
        ("Pipfile", "pipenv install rich"),
    ],
)
def test_the_projects_own_manager_installs(tmp_path: Path, file: str, text: str) -> None:
    (tmp_path / file).write_text("")
    assert _install(tmp_path) == text
    below = tmp_path / "src"
    below.mkdir()
    context = Context(origin="here", folder=str(below), roots=(str(tmp_path),), system="linux")
    command = Command(recipe="install", arguments={"distribution": "rich"})
    assert commands.build(command, {}, context) == text


def test_pip_of_the_workspaces_environment_installs(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / ".venv")], check=True, timeout=120)
    python = os.path.join(".venv", "Scripts" if os.name == "nt" else "bin", "python")
    assert _install(tmp_path) == f"uv pip install --python {python} rich"
    environment = interpreters.virtual_environment(str(tmp_path / ".venv"))
    assert environment is not None
    (Path(environment.sites[0]) / "pip").mkdir()
    assert _install(tmp_path) == f"{python} -m pip install rich"
    assert _install(tmp_path, "opencv-python[extra]>=4.1") == f"{python} -m pip install 'opencv-python[extra]>=4.1'"
    interpreter = str(tmp_path / python)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert _install(elsewhere, interpreter=interpreter) == f"{interpreter} -m pip install rich"


def test_without_evidence_nothing_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "uv.lock").write_text("")
    assert _install(tmp_path, trusted=False) == "python3 -m pip install rich"
    assert _install(tmp_path, settings=Settings(evidence=False)) == "python3 -m pip install rich"
    assert _install(tmp_path, trusted=False, system="windows", shell="powershell") == "py -m pip install rich"


def test_the_systems_own_python_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "_is_managed_by_system", lambda: True)
    assert _install(tmp_path) == "python3 -m venv .venv && .venv/bin/python -m pip install rich"
    monkeypatch.setattr(install, "_is_managed_by_system", lambda: False)
    assert _install(tmp_path) == "python3 -m pip install rich"


@pytest.mark.parametrize("name", ["a b", "-r", "--x", "git+https://x", "./x", "a;b", "", "a\n", "x" * 300, "http://a"])
def test_only_a_distributions_name_is_installed(tmp_path: Path, name: str) -> None:
    assert _install(tmp_path, name) is None


def test_an_environment_is_made_and_used(tmp_path: Path) -> None:
    command = Command(recipe="make-venv")
    context = Context(origin="here", folder=str(tmp_path), system="linux")
    text = commands.build(command, {}, context)
    assert text == "python3 -m venv .venv"
    named = Command(recipe="make-venv", arguments={"distribution": "rich"})
    windows = Context(origin="here", folder=str(tmp_path), system="windows", shell="cmd")
    assert commands.build(named, {}, windows) == "py -m venv .venv && .venv\\Scripts\\python -m pip install rich"


def test_the_recipes_are_listed() -> None:
    assert set(commands.command_recipes()) == {
        "install", "make-venv", "activate-venv", "run-module", "python-module", "system-package",
    }  # fmt: skip

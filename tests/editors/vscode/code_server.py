"""A real VS Code for a test: code-server with everything of its own, started fresh and ended for sure."""

from __future__ import annotations

import ctypes
import json
import os
import shlex
import signal
import socket
import subprocess
import urllib.error
import urllib.request
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from processes import Process, marked, until

VERSION = "4.100.3"
NOT_AT_ONCE = 'python3() { command sleep 0.3; command python3 "$@"; }'
"""VS Code 1.100 hands extensions what arrives after it has drawn the sign that a command began: in a window that is
busy for longer than Python needs to start, as on a slow machine, that is nothing of a quick program's output."""
MARK = "TRACEMEND_TEST_EDITOR"
"""A variable that every process of an editor has in its environment: by it all of them are found and ended."""
SETTINGS: dict[str, Any] = {
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
    "workbench.colorTheme": "Default Light Modern",
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "telemetry.telemetryLevel": "off",
    "extensions.autoUpdate": False,
    "extensions.autoCheckUpdates": False,
    "extensions.ignoreRecommendations": True,
    "chat.disableAIFeatures": True,
    "git.enabled": False,
    "editor.hover.delay": 150,
    "editor.minimap.enabled": False,
    "files.autoSave": "off",
    "terminal.integrated.defaultProfile.linux": "bash",
    "terminal.integrated.gpuAcceleration": "off",
    "terminal.integrated.enablePersistentSessions": False,
}
"""Quiet, and readable: without the GPU a terminal's text stands in the page."""


def launcher() -> Path | None:
    """The code-server to use: TRACEMEND_CODE_SERVER, else the one that the project's own script installs."""
    named = os.environ.get("TRACEMEND_CODE_SERVER")
    if named:
        return Path(named) if Path(named).is_file() else None
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    editors = Path(os.environ.get("TRACEMEND_EDITORS") or cache / "tracemend" / "editors")
    folder = editors / f"code-server-{VERSION}"
    return next((path for path in (folder / "code-server", folder / "bin" / "code-server") if path.is_file()), None)


class CodeServer:
    """One code-server. `run` is its own folder (HOME, user data, logs), `extensions` where extensions are installed.

    `environment` is all that its processes get besides HOME and what is needed to run; `trust`: folders are opened in
    restricted mode until a person trusts them.
    """

    def __init__(
        self,
        executable: Path,
        run: Path,
        extensions: Path,
        environment: Mapping[str, str],
        settings: Mapping[str, Any] | None = None,
        trust: bool = False,
    ) -> None:
        self.executable, self.run, self.extensions = executable, run, extensions
        self.trust = trust
        self.url = ""
        self.home = run / "home"
        self.settings = run / "data" / "User" / "settings.json"
        self._mark = uuid.uuid4().hex
        self._environment = {
            "LANG": "C.UTF-8",
            "SHELL": "/bin/bash",
            **environment,
            "HOME": str(self.home),
            MARK: self._mark,
        }
        self._changed: dict[str, Any] = {}
        self._process: subprocess.Popen[bytes] | None = None
        self.home.mkdir(parents=True)
        (self.home / ".bashrc").write_text(f"PS1='$ '\nunset PROMPT_COMMAND HISTFILE\n{NOT_AT_ONCE}\n")
        # The editor takes its PATH from a login shell, and the system's profile sets one of its own.
        (self.home / ".bash_profile").write_text(f"PATH={shlex.quote(self._environment['PATH'])}\n. ~/.bashrc\n")
        self._write("User", {**SETTINGS, **(settings or {}), "security.workspace.trust.enabled": trust})
        self._write("Machine", {})

    def start(self) -> None:
        """Start it and wait until it answers."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        options = ["--bind-addr", address, "--auth", "none", "--disable-telemetry", "--disable-update-check"]
        options += ["--disable-getting-started-override"]
        if not self.trust:
            options.append("--disable-workspace-trust")
        with open(self.run / "code-server.log", "wb") as log:
            self._process = subprocess.Popen(
                [*self._command(), *options],
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_end_with_parent,
            )
        self.url = f"http://{address}"
        until("code-server answers", self._answers, 30)

    def install(self, files: Sequence[Path]) -> None:
        """Install extensions from their files, as `--install-extension` does for a user."""
        words = [word for file in files for word in ("--install-extension", str(file))]
        done = subprocess.run(
            [*self._command(), *words, "--force"],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
        )
        if done.returncode or done.stdout.count("successfully installed") != len(files):
            raise RuntimeError(f"not all were installed: {done.stdout}{done.stderr}")

    def stop(self) -> None:
        """End every process of it, terminals and language servers too."""
        if self._process is not None and self._process.poll() is None:
            try:
                os.killpg(self._process.pid, signal.SIGTERM)
                self._process.wait(3)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                pass
        for _ in range(50):
            left = self.processes()
            if not left:
                break
            for process in left:
                process.kill()
            if self._process is not None:
                self._process.poll()
        if self._process is not None:
            self._process.wait(5)

    def processes(self, part: str = "") -> list[Process]:
        """The running processes of this editor whose command line holds `part`."""
        return [process for process in marked(MARK, self._mark) if part in process.command]

    def set(self, settings: Mapping[str, Any]) -> None:
        """Change settings while it runs; None takes one back. They are the remote's (`Remote Settings (JSON)`): this
        version sees another program's changes of that file, but not of the user's settings.json."""
        for name, value in settings.items():
            self._changed.pop(name, None)
            if value is not None:
                self._changed[name] = value
        self._write("Machine", self._changed)

    def logs(self, part: str) -> str:
        """The text of all log files whose path holds `part` (logs of the extension host, of output channels)."""
        files = sorted((self.run / "data" / "logs").rglob("*.log"))
        return "\n".join(file.read_text(errors="replace") for file in files if part in str(file))

    def _command(self) -> list[str]:
        folders = ["--user-data-dir", str(self.run / "data"), "--extensions-dir", str(self.extensions)]
        return [str(self.executable), "--config", str(self.run / "config.yaml"), *folders]

    def _answers(self) -> bool:
        if self._process is None or self._process.poll() is not None:
            raise RuntimeError(f"code-server ended: {(self.run / 'code-server.log').read_text()[-2000:]}")
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=1) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def _write(self, scope: str, settings: Mapping[str, Any]) -> None:
        file = self.run / "data" / scope / "settings.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(settings, indent=2))


def _end_with_parent() -> None:
    """Runs in the child: Linux is to end it when the test run is killed."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)

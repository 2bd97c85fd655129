"""The server of an unpacked VSIX as the client starts it, where nothing else of this machine can help it."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from raw_client import Client

LIMIT = 60.0
TRAP = 'with open({marker!r}, "a") as file:\n    file.write(__name__ + "\\n")\n'
# What the server imports, and what a Python imports of itself when it starts.
TRAPPED = (
    "typing.py",
    "yaml.py",
    "attr.py",
    "attrs.py",
    "cattrs.py",
    "json.py",
    "asyncio.py",
    "logging.py",
    "pygls/__init__.py",
    "lsprotocol/__init__.py",
    "tracemend/__init__.py",
    "sitecustomize.py",
    "usercustomize.py",
)


def set_traps(folder: Path, marker: Path) -> Path:
    """Modules in `folder` that write their name into `marker` when they are imported; the answer is the folder."""
    for name in TRAPPED:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TRAP.format(marker=str(marker)), encoding="utf-8")
    (folder / "trap.pth").write_text(f"import sys; open({str(marker)!r}, 'a').write('trap.pth\\n')\n", encoding="utf-8")
    return folder


def useless_environment(home: Path, trap: Path) -> dict[str, str]:
    """Variables by which a Python would find only traps, and pip nothing."""
    (home / "empty").mkdir(parents=True, exist_ok=True)
    variables = {
        "PATH": str(home / "empty"),
        "HOME": str(home),
        "USERPROFILE": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_DATA_HOME": str(home / "data"),
        "LOCALAPPDATA": str(home / "local"),
        "PYTHONPATH": str(trap),
        "PYTHONHOME": str(trap),
        "PYTHONSTARTUP": str(trap / "sitecustomize.py"),
        "PYTHONUSERBASE": str(trap),
        "PYTHONSAFEPATH": "",
        "PIP_NO_INDEX": "1",
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
    }
    return variables | {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}


@cache
def without_network() -> tuple[str, ...]:
    """The words before a command that take the network from it; none where this machine does not permit that."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    for words in ((unshare, "-n"), (unshare, "-r", "-n")):
        if subprocess.run([*words, "true"], capture_output=True).returncode == 0:
            return words
    return ()


class Server(Client):
    """The client of tests/support, over a server that is started in a folder and with exactly the given variables."""

    def __init__(self, command: Sequence[str], cwd: Path, env: dict[str, str], log: Path) -> None:
        self.log = log
        self._id = 0
        self.started = time.perf_counter()
        with log.open("wb") as errors:
            self.process = subprocess.Popen(
                [*without_network(), *command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                cwd=cwd,
                env=env,
            )
        # A server that says nothing would keep the test waiting for ever.
        self._limit = threading.Timer(LIMIT, self.process.kill)
        self._limit.daemon = True
        self._limit.start()

    def stop(self) -> None:
        """End the server as the protocol has it."""
        try:
            super().stop()
        finally:
            self._limit.cancel()
            for stream in (self.process.stdin, self.process.stdout):
                if stream is not None:
                    stream.close()

    def _receive(self) -> dict[str, Any]:
        try:
            return super()._receive()
        except RuntimeError as error:
            raise RuntimeError(f"{error}; it printed: {self.errors()[-2000:]}") from None

    def errors(self) -> str:
        """What it has written to standard error."""
        return self.log.read_text(encoding="utf-8", errors="replace")

"""The Pythons of this machine: those that must run the bundled server, and those that are too old for it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

OLDEST = (3, 10)
NAMES = ("python3", "python", *(f"python3.{minor}" for minor in range(8, 20)), "python2.7", "python2")
WHICH = (
    "import json, platform, sys; "
    "print(json.dumps([platform.python_implementation(), list(sys.version_info[:3]), sys.executable]))"
)


@dataclass(frozen=True, order=True)
class Python:
    """A CPython that was found."""

    version: tuple[int, ...]
    path: Path

    def __str__(self) -> str:
        return ".".join(map(str, self.version))


@cache
def found() -> tuple[Python, ...]:
    """All there are, the oldest first, one for each version: of PATH, of pyenv's folder, and the one that runs this."""
    pythons: dict[tuple[int, ...], Python] = {}
    for path in _candidates():
        python = _ask(path)
        if python:
            pythons.setdefault(python.version, python)
    return tuple(sorted(pythons.values()))


def supported() -> list[Python]:
    """The newest 3.10, and the newest of all where that is another."""
    able = [python for python in found() if python.version >= OLDEST]
    oldest = [python for python in able if python.version[:2] == OLDEST][-1:]
    return sorted({*oldest, *able[-1:]})


def too_old() -> list[Python]:
    """The newest of each minor version before 3.10."""
    newest = {python.version[:2]: python for python in found() if python.version < OLDEST}
    return sorted(newest.values())


def _candidates() -> Iterator[str]:
    yield sys.executable
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    for folder in sorted((pyenv / "versions").glob("*/bin")):
        yield str(folder / "python")
    for name in NAMES:
        path = shutil.which(name)
        if path:
            yield path


def _ask(path: str) -> Python | None:
    try:
        done = subprocess.run([path, "-E", "-s", "-c", WHICH], capture_output=True, text=True, timeout=30)
        implementation, version, executable = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return Python(tuple(version), Path(executable)) if implementation == "CPython" else None

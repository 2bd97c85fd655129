"""The command line as a user has it: a process of its own, with a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache of its own, one for all tests: the knowledge is compiled into it once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def home(tmp_path: Path, cache: Path) -> dict[str, str]:
    """An environment in which nothing of the user's is read or written."""
    for name in ("data", "config"):
        (tmp_path / name).mkdir()
    return {
        **os.environ,
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CACHE_HOME": str(cache),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "SHELL": "/bin/bash",
        "NO_COLOR": "1",
    }


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """An empty working folder."""
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


@pytest.fixture
def tracemend(home: dict[str, str], work: Path) -> Run:
    """Runs `tracemend` in the working folder."""

    def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "tracemend", *arguments],
            cwd=work,
            env=home,
            input=stdin,
            capture_output=True,
            text=True,
            timeout=60,
        )

    return run

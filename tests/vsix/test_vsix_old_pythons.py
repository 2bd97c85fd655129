"""A Python that is too old says so in one sentence, and answers the client's probe."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from interpreters import Python


def ask(python: Python, start: Path, argument: str) -> subprocess.CompletedProcess[str]:
    """Start the script as the client does; `-I` came with 3.4."""
    options = ["-I", "-S"] if python.version >= (3, 4) else ["-E", "-s", "-S"]
    command = [str(python.path), *options, str(start), argument]
    return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60)


def test_it_refuses_in_one_sentence(old_python: Python, start: Path) -> None:
    done = ask(old_python, start, "serve")
    assert done.returncode == 78
    assert done.stdout == ""
    found = f"but {old_python.path} is Python {old_python}."
    assert done.stderr == f"Tracemend needs Python 3.10 or newer, {found}\n"


def test_it_answers_the_probe(old_python: Python, start: Path) -> None:
    done = ask(old_python, start, "--probe")
    assert done.returncode == 0, done.stderr
    probe = json.loads(done.stdout)
    assert probe["version"] == list(old_python.version)
    assert Path(probe["executable"]) == old_python.path
    assert Path(probe["prefix"]) in old_python.path.parents


def test_neither_leaves_anything_behind(old_python: Python, start: Path) -> None:
    before = set(start.parent.rglob("*"))
    ask(old_python, start, "serve")
    assert set(start.parent.rglob("*")) == before

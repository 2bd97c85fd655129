"""Emacs as its user has it: Eglot, set up by the block of docs/editors/emacs.md, and nothing else."""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import install_emacs
import plain
import pytest
from needs import require
from plain import User

HERE = Path(__file__).parent


@cache
def _started_by(which: str) -> str | None:
    if which == "30":
        found = install_emacs.installed()
        return str(found) if found else None
    emacs = shutil.which("emacs")
    return emacs if emacs and install_emacs.version_of(emacs) is not None else None


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The user's cache, the knowledge compiled into it."""
    folder = tmp_path_factory.mktemp("cache")
    plain.compile_knowledge(folder)
    return folder


@pytest.fixture(params=["system", "30"])
def which(request: pytest.FixtureRequest) -> str:
    """The system's Emacs, and the one of install_emacs.py."""
    return str(request.param)


@pytest.fixture
def user(which: str, compiled: Path, tmp_path: Path) -> User:
    """Does what a scenario of user.el says in a real Emacs; what was seen."""
    emacs = _started_by(which)
    name, why = "Emacs 30", "run tests/editors/install_emacs.py"
    if which == "system":
        name, why = "Emacs with Eglot", "apt-get install emacs-nox elpa-eglot brings it on Debian 12"
    require(name, emacs is not None, why)
    place = plain.place(tmp_path.resolve(), compiled)
    init, report = tmp_path / "init.el", tmp_path / "report.json"
    init.write_text(plain.block("emacs.md", "eglot"), encoding="utf-8")

    pipe = re.search(r"`M-\| (tracemend [^`]+)`", (plain.DOCUMENTS / "emacs.md").read_text(encoding="utf-8"))
    assert pipe

    def act(scenario: str) -> dict[str, Any]:
        env = {**place.env, "SCENARIO": scenario, "REPORT": str(report), "INIT": str(init), "PIPE": pipe[1]}
        # -q, not -Q: distributions put their packages on the load path from site-start.
        done = plain.run_editor([str(emacs), "--batch", "-q", "-l", str(HERE / "user.el")], place.work, env)
        assert report.exists(), f"Emacs wrote no report: {done.stdout}{done.stderr}"
        seen: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
        return seen

    return act

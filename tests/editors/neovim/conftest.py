"""Neovim as its user has it: set up by the block of docs/editors/neovim.md for its version, and nothing else."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import install_neovim
import plain
import pytest
from needs import require
from plain import User

HERE = Path(__file__).parent
VERSIONS = {"0.11": "neovim-0.11", "0.8": "neovim-0.8", "0.7": "neovim-0.7"}
"""Versions, each with its block of the document. 0.11 still takes what is written for 0.8."""


def _binary(version: str) -> Path | None:
    if version in ("0.11", "0.8"):
        return install_neovim.installed()
    found = shutil.which("nvim")
    if found is None:
        return None
    said = subprocess.run([found, "--version"], capture_output=True, text=True).stdout
    return Path(found) if said.startswith(f"NVIM v{version}.") else None


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The user's cache, the knowledge compiled into it."""
    folder = tmp_path_factory.mktemp("cache")
    plain.compile_knowledge(folder)
    return folder


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    """Each version that the document speaks of."""
    return str(request.param)


@pytest.fixture
def user(version: str, cache: Path, tmp_path: Path) -> User:
    """Does what a scenario of user.lua says in a real Neovim; what was seen."""
    binary = _binary(version)
    why = "run tests/editors/install_neovim.py" if version != "0.7" else "apt-get install neovim brings it on Debian 12"
    require(f"Neovim {version if version != '0.8' else '0.11'}", binary is not None, why)
    assert binary is not None
    place = plain.place(tmp_path.resolve(), cache)
    init, report = tmp_path / "init.lua", tmp_path / "report.json"
    init.write_text(plain.block("neovim.md", VERSIONS[version]), encoding="utf-8")

    def act(scenario: str) -> dict[str, Any]:
        env = {
            **place.env,
            "XDG_CACHE_HOME": str(cache),
            "SCENARIO": scenario,
            "REPORT": str(report),
            "FORWARDER": str(plain.DOCUMENTS / "neovim-diagnostics.lua"),
        }
        words = [str(binary), "--headless", "-u", str(init), "-i", "NONE", "-n"]
        words += ["-c", f"luafile {HERE / 'user.lua'}", "-c", "cquit"]
        done = plain.run_editor(words, place.work, env)
        assert report.exists(), f"Neovim wrote no report: {done.stdout}{done.stderr}"
        seen: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
        log = Path(seen["log"])
        seen["log"] = log.read_text(encoding="utf-8") if log.exists() else ""
        log.unlink(missing_ok=True)  # 0.7 keeps it in the cache, which the tests share
        return seen

    return act

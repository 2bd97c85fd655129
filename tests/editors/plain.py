"""What the tests of editors without a client of ours share: programs that fail, a shell's environment, documents."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT / "docs" / "editors"
AT_ONCE = 1.0
"""Seconds from the end of a run to its diagnostic."""
User = Callable[[str], dict[str, Any]]
"""Does what a scenario says in an editor; what was seen."""
LIMIT = 180.0
"""Seconds for everything that an editor does in one test."""
COMMAND_FIX = "import tidy_invoices\n\nprint(tidy_invoices.total())\n"
PRINTED = """\
Traceback (most recent call last):
  File "/srv/app/shop.py", line 12, in price
    return PRICES[name]
           ~~~~~~^^^^^^
KeyError: 'aple'
"""
FOREIGN = "".join(f"web-1  | {line}\n" for line in PRINTED.splitlines())
"""The same from a container's log: read where a person chooses it."""
CHECKED = """\
import re

def year(text: str) -> str:
    return re.match(r"\\d{4}", text).group()
"""


def block(document: str, name: str) -> str:
    """The code of the document's block that is marked as `<!-- test: name -->`."""
    text = (DOCUMENTS / document).read_text(encoding="utf-8")
    found = re.search(rf"<!-- test: {re.escape(name)} -->\n```\w*\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert found, f"{document} has no block {name}"
    return found[1]


@dataclass(frozen=True)
class Place:
    """Folders for one session of an editor, and the environment that its user's shells have."""

    work: Path
    env: dict[str, str]

    def file(self, name: str) -> Path:
        """A file of the workspace."""
        return self.work / name


def place(folder: Path, cache: Path) -> Place:
    """A home with nothing in it, and a workspace with a program that an edit mends and one that needs a command.

    `cache` is shared by tests: the knowledge is compiled into it once.
    """
    work = folder / "work"
    work.mkdir()
    (work / ".git").mkdir()
    shutil.copyfile(ROOT / "docs" / "demo" / "report.py", work / "report.py")
    (work / "invoices.py").write_text(COMMAND_FIX, encoding="utf-8")
    (work / "foreign.txt").write_text(FOREIGN, encoding="utf-8")
    (work / "printed.txt").write_text(PRINTED, encoding="utf-8")
    (work / "printed.log").write_text(PRINTED, encoding="utf-8")
    (work / "checked.py").write_text(CHECKED, encoding="utf-8")
    env = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "NVIM", "VIM", "EMACS"))}
    for name in ("home", "config", "data", "state", "run"):
        (folder / name).mkdir()
    (folder / "run").chmod(0o700)
    env |= {
        "HOME": str(folder / "home"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_STATE_HOME": str(folder / "state"),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "XDG_CACHE_HOME": str(cache),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "SHELL": "/bin/bash",
        "LANG": "C.UTF-8",
        "TERM": "dumb",
    }
    return Place(work, env)


def compile_knowledge(cache: Path) -> None:
    """What the first start does: the built-in knowledge's index goes into the cache."""
    subprocess.run(
        [sys.executable, "-m", "tracemend", "explain", "KeyError: 1"],
        env={**os.environ, "XDG_CACHE_HOME": str(cache)},
        capture_output=True,
        timeout=LIMIT,
    )


def run_editor(words: list[str], folder: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run an editor until it ends by itself."""
    return subprocess.run(
        words,
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=LIMIT,
    )


def shown(report: dict[str, Any]) -> str:
    """A report of an editor's session, for the message of a failed assertion."""
    import json

    return json.dumps(report, indent=1, ensure_ascii=False)[:6000]

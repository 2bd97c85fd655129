"""Runs the programs apart from the machine where bubblewrap (`bwrap`) is found: a read-only system, no network, a
folder of their own. Without it they are not run as root."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

WAIT = 20
"""Seconds that a program may run."""
TIMED_OUT = 124
LIBRARIES = Path(__file__).parents[2] / ".venv-mend" / "bin" / "python"
"""A Python with the libraries of requirements.txt (`make mend` installs them)."""


def may_run() -> bool:
    """Whether programs may run here."""
    return bool(shutil.which("bwrap")) or not hasattr(os, "geteuid") or os.geteuid() != 0


def interpreter(version: str) -> str:
    """This Python's minor version where there is one here, else this interpreter."""
    minor = ".".join(version.split(".")[:2])
    if minor == f"{sys.version_info[0]}.{sys.version_info[1]}":
        return sys.executable
    homes = sorted((Path.home() / ".pyenv" / "versions").glob(f"{minor}.*/bin/python"))
    return str(homes[-1]) if homes else shutil.which(f"python{minor}") or sys.executable


def lay_out(files: dict[str, bytes], work: Path) -> None:
    """Write a program's files."""
    for name, content in files.items():
        path = work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def run(command: str, work: Path, python: str) -> tuple[int, str]:
    """Run a command in the folder with this Python as `python`; exit status (TIMED_OUT) and both outputs."""
    scratch = work.parent
    tools = scratch / "bin"
    tools.mkdir(exist_ok=True)
    starter = tools / "python"
    starter.write_text(f'#!/bin/sh\nexec "{python}" "$@"\n')
    starter.chmod(0o755)
    home = scratch / "home"
    home.mkdir(exist_ok=True)
    path = (str(tools), str(Path(python).parent), str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath))
    environment = {
        "PATH": os.pathsep.join(path),
        "HOME": str(home),
        "DIR": str(work),
        "LANG": "C.UTF-8",
        "NO_COLOR": "1",
        "MPLCONFIGDIR": str(home),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    words = ["sh", "-c", command]
    if bwrap := shutil.which("bwrap"):
        apart = f"--ro-bind / / --dev /dev --proc /proc --tmpfs /tmp --bind {scratch} {scratch} --chdir {work}"
        words = [bwrap, *apart.split(), "--unshare-net", "--unshare-pid", "--die-with-parent", "--new-session", *words]
    try:
        done = subprocess.run(
            words,
            cwd=work,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=WAIT,
        )
    except subprocess.TimeoutExpired as late:
        return TIMED_OUT, (late.stdout or b"").decode("utf-8", "replace")
    return done.returncode, done.stdout.decode("utf-8", "replace")

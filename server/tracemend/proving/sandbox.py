"""Where proofs run: a scratch folder, an environment without the user's, and not as root where a proof needs that."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from tracemend.diagnosis.scene import version_holds
from tracemend.proving.databases import KINDS
from tracemend.proving.proof import Proof
from tracemend.proving.rights import as_not_root, is_root

TIME_LIMIT = 120.0
_MODULES = {
    "pillow": "PIL",
    "beautifulsoup4": "bs4",
    "pyyaml": "yaml",
    "attrs": "attr",
    "mysql-connector-python": "mysql.connector",
}
"""Distributions that a proof may need whose module has another name."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a proof runs: a folder that is empty, the interpreter, and further variables of its environment."""

    scratch: Path
    python: str = sys.executable
    variables: Mapping[str, str] = field(default_factory=dict)


def missing(proof: Proof, python: str = sys.executable) -> str | None:
    """Why a proof cannot run here with that interpreter, in words; None where it can."""
    for need in proof.needs:
        reason = _missing(need, proof.run, python)
        if reason:
            return reason
    return None


def _missing(need: str, command: str, python: str) -> str | None:
    if need == "posix":
        return None if os.name == "posix" else "needs a POSIX system"
    if need in ("windows", "macos", "linux"):
        here = {"win32": "windows", "darwin": "macos", "linux": "linux"}.get(sys.platform)
        return None if here == need else f"needs {need}"
    if need == "not-root":
        return "needs not to be root" if is_root() and sys.platform != "linux" else None
    if need in KINDS:
        program = KINDS[need].missing()
        return f"needs {need}: {program} is not installed here" if program else None
    found = re.fullmatch(r"python\s*((?:>=|<=|==|<|>)[\d.]+(?:,\s*(?:>=|<=|==|<|>)[\d.]+)*)", need)
    if found:
        return None if version_holds(found[1], _version(python)) else f"needs {need}"
    if need.startswith("no "):
        module = need[3:].replace("-", "_")
        return f"needs a Python without {module}, which is installed here" if _has_module(python, module) else None
    if _has_module(python, _MODULES.get(need, need.replace("-", "_"))) or (
        need in command.split() and tool(need, python)
    ):
        return None
    return f"needs {need}, which is not installed here"


@lru_cache(maxsize=64)
def _asked(python: str, code: str) -> object:
    """What an interpreter prints for a line of Python, read as JSON; None where it fails."""
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, timeout=TIME_LIMIT, check=False)
    return json.loads(done.stdout) if done.returncode == 0 else None


def _version(python: str) -> tuple[int, int]:
    found = _asked(python, "import sys; print(list(sys.version_info[:2]))")
    return (int(found[0]), int(found[1])) if isinstance(found, list) else sys.version_info[:2]


def _has_module(python: str, name: str) -> bool:
    code = f"import importlib.util, json; print(json.dumps(importlib.util.find_spec({name!r}) is not None))"
    return _asked(python, code) is True


def tool(name: str, python: str = sys.executable) -> str | None:
    """The path of a program: beside the interpreter first, then beside the server's own, then on PATH."""
    return shutil.which(name, path=_path(python))


def _path(python: str) -> str:
    folders = [Path(python).parent, Path(sys.executable).parent]
    return os.pathsep.join([*map(str, folders), os.environ.get("PATH", os.defpath)])


def environment(place: Place) -> dict[str, str]:
    """The environment of a proof: a home of its own, the interpreter's programs first, messages in English."""
    home = place.scratch / "home"
    home.mkdir(exist_ok=True)
    kept = {
        name: value for name, value in os.environ.items() if name in ("SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH")
    }
    return {
        **kept,
        "PATH": _path(place.python),
        "HOME": str(home),
        "USERPROFILE": str(home),
        "APPDATA": str(home),
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "NO_COLOR": "1",
        # mypy takes a file of the same size and second for unchanged; a fix is made faster than that.
        "MYPY_CACHE_DIR": os.devnull,
        **place.variables,
    }


def lay_out(proof: Proof, place: Place) -> Path:
    """Put the proof's files into the scratch folder and run its set-up; the answer is the program's path there."""
    work = place.scratch / "work"
    if proof.folder is not None:
        shutil.copytree(proof.folder, work)
        program = work / "main.py"
    else:
        work.mkdir()
        # pytest collects only files of this name, and the others do not mind it.
        program = work / ("test_app.py" if proof.run.startswith("pytest") else "app.py")
        shutil.copyfile(proof.file, program)
    for line in proof.setup:
        subprocess.run(line, shell=True, cwd=work, env=environment(place), check=True, timeout=TIME_LIMIT)
    return program


def command_of(proof: Proof, program: Path, python: str = sys.executable) -> list[str]:
    """The words to run, programs found beside the interpreter."""
    words = [word.replace("{file}", program.name) for word in shlex.split(proof.run)]
    if words[0] == "python":
        return [python, *words[1:]]
    return [tool(words[0], python) or words[0], *words[1:]]


def run(proof: Proof, program: Path, place: Place) -> tuple[int, str, str]:
    """Run the program; (exit status, standard output, what a terminal would show of both outputs, errors last)."""
    return _run(command_of(proof, program, place.python), proof, program, place)


def run_command(text: str, proof: Proof, program: Path, place: Place) -> tuple[int, str, str]:
    """Run a fix's command line in the program's folder, as a user would in the terminal; the same answer."""
    return _run(["sh", "-c", text], proof, program, place)


def _run(words: list[str], proof: Proof, program: Path, place: Place) -> tuple[int, str, str]:
    process = subprocess.Popen(
        words,
        cwd=program.parent,
        env=environment(place),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=as_not_root() if "not-root" in proof.needs else None,
    )
    try:
        out, err = (text.decode("utf-8", "replace") for text in process.communicate(timeout=TIME_LIMIT))
    except subprocess.TimeoutExpired:
        # Its children too: a program without a main guard starts new ones for ever.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise
    return process.returncode, out, out + err

"""Makes `tools.jsonl`, what tools print when they fail, and the rows of `silent.jsonl` in which nothing failed.

    python tests/corpus/make_tools.py [--only NAME] [--check]

The commands stand in `tool_cases.py`. They run offline, with the programs of this machine and of the environment that
runs the script (`make dev`); a command whose program is not here keeps its old row. One that ends otherwise than its
case says is named, and the exit status is 1; `--check` writes nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tool_cases import FAILING, SILENT, Command

HERE = Path(__file__).parent
SHOP = "/home/dev/shop"
BINARIES = Path(sys.prefix) / "bin"
SOURCE = "provoked on Debian 12 (make_tools.py)"
WAIT = 120


def run(command: Command) -> tuple[str, int] | None:
    """What a command prints, both streams in their order, and its exit code; None if its program is not here."""
    path = f"{BINARIES}{os.pathsep}/usr/bin{os.pathsep}/bin"
    if shutil.which(command.line.split()[0], path=path) is None:
        return None
    with tempfile.TemporaryDirectory(prefix="corpus-") as name:
        root = Path(name).resolve()
        folder, home = root / "shop", root / "home"
        folder.mkdir()
        home.mkdir()
        for file, text in command.files.items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_bytes(text.encode())
        environment = {
            "PATH": path,
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "COLUMNS": "100",
            "PYTHONUNBUFFERED": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1",
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
            "XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache"),
            "npm_config_update_notifier": "false",
            **{f"GIT_{who}_{what[0]}": what[1] for who in ("AUTHOR", "COMMITTER") for what in _IDENTITY},
        }
        if command.before:
            subprocess.run(["bash", "-c", command.before], cwd=folder, env=environment, capture_output=True, check=True)
        ran = subprocess.run(
            ["bash", "-c", f"exec {command.line}" if "&&" not in command.line else command.line],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=WAIT,
        )
    text = ran.stdout.decode("utf-8", "backslashreplace")
    for old, new in (
        (str(folder), SHOP),
        (str(home), "/home/dev"),
        (str(BINARIES.parent), f"{SHOP}/.venv"),
        (str(Path(sys.base_prefix)), "/usr"),
        (str(HERE.parents[1]), "/home/dev/tracemend"),
        (str(Path.home()), "/home/dev"),
    ):
        text = text.replace(old, new)
    return text, ran.returncode


_IDENTITY = (("NAME", "Dev"), ("EMAIL", "dev@example.org"), ("DATE", "2026-01-02T03:04:05Z"))


def row(command: Command, silent: bool) -> dict[str, Any] | None:
    """The corpus' row of a command."""
    ran = run(command)
    if ran is None:
        return None
    text, code = ran
    case: dict[str, Any] = {
        "id": f"{'silent' if silent else 'tools'}/{command.name}",
        "source": SOURCE,
        "kind": "terminal",
        "text": text,
        "exception": None,
        "message": None,
        "line": None,
        "command": command.line,
        "exit_code": code,
        "expect": "silent" if silent else "explain",
    }
    return case if silent else {**case, "holds": command.holds}


def fault(command: Command, case: dict[str, Any]) -> str | None:
    """What of the output is not as the case says."""
    code = case["exit_code"]
    if code == 0 if command.code is None else code != command.code:
        return f"exit code {code}"
    if not case["text"].strip():
        return "printed nothing"
    if command.holds and command.holds not in case["text"]:
        return f"does not print {command.holds!r}"
    return None


def write(made: dict[str, dict[str, Any]], target: Path, own: Sequence[str], only_own: bool) -> None:
    """Put the rows in place of the old ones of the same name; new ones stand at the end in their order."""
    old = [json.loads(line) for line in target.read_text("utf-8").splitlines()] if target.exists() else []
    others = [case for case in old if case["id"] not in own and not only_own and case["source"] != SOURCE]
    kept = {case["id"]: case for case in old}
    mine = [made.get(name) or kept.get(name) for name in own]
    cases = [*others, *(case for case in mine if case)]
    target.write_text("".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases), "utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="commands whose name holds this")
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args(arguments)
    faults = 0
    for commands, silent, file in ((FAILING, False, "tools.jsonl"), (SILENT, True, "silent.jsonl")):
        wanted = [command for command in commands if options.only in command.name]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            ran = list(pool.map(lambda command, silent=silent: row(command, silent), wanted))
        made: dict[str, dict[str, Any]] = {}
        for command, case in zip(wanted, ran, strict=True):
            if case is None:
                print(f"{command.name}: its program is not here", file=sys.stderr)
                continue
            if wrong := fault(command, case):
                faults += 1
                print(f"{command.name}: {wrong}\n{case['text'][-1500:]}", file=sys.stderr)
            made[case["id"]] = case
        if not options.check:
            own = [f"{'silent' if silent else 'tools'}/{command.name}" for command in commands]
            write(made, HERE / file, own, only_own=not silent)
        print(f"{file}: {len(made)} outputs")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""Makes `programs.jsonl`: what failing programs print with every CPython of this machine and with one for WebAssembly.

    python tests/corpus/make_python.py [--only NAME] [--without-wasm] [--check]

Taken are `python3.10` and later, from the PATH and from pyenv's folder, `pypy3` from the PATH (its messages are its
own: only the type and the line have to be as said), and CPython 3.14 as `pyodide` of npm brings it, run under Node
(installed into the user's cache once). Rows of a version that is not here stay as they are. A program
that does not fail as its first line and its marker say is named, its row is left as it was, and the exit status is 1;
`--check` writes nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from programs import FOLDER, Program, Version, programs

TARGET = Path(__file__).with_name("programs.jsonl")
RUN_WASM = Path(__file__).resolve().with_name("run_wasm.mjs")
SHOP = "/home/dev/shop"
PYODIDE = "314.0.7"
WAIT = 60


@dataclass(frozen=True)
class Python:
    """A Python that can be run, and what in its output is replaced."""

    version: str
    command: tuple[str, ...]
    replaced: tuple[tuple[str, str], ...] = ()
    wasm: bool = False
    pypy: bool = False

    @property
    def number(self) -> Version:
        major, minor = self.version.split(".")[:2]
        return int(major), int(minor)

    @property
    def short(self) -> str:
        return ("pypy{}{}" if self.pypy else "py{}{}").format(*self.number)

    @property
    def source(self) -> str:
        if self.pypy:
            return "provoked with PyPy on Debian 12"
        return (
            f"provoked with CPython {self.version} built for WebAssembly (Pyodide)"
            if self.wasm
            else "provoked with CPython on Debian 12"
        )


def native() -> list[Python]:
    """The CPythons of this machine, one for each minor version."""
    found: dict[Version, Python] = {}
    homes = sorted((Path.home() / ".pyenv" / "versions").glob("3.*/bin/python"))
    named = [there for minor in range(10, 20) if (there := shutil.which(f"python3.{minor}"))]
    for path in (*map(str, homes), *named):
        ask = "import sys, sysconfig; print(sys.version.split()[0], sysconfig.get_path('stdlib'), sys.prefix)"
        asked = subprocess.run([path, "-I", "-c", ask], capture_output=True, text=True)
        if asked.returncode:
            continue
        version, library, prefix = asked.stdout.split()
        minor = ".".join(version.split(".")[:2])
        replaced = ((library, f"/usr/lib/python{minor}"), (path, f"/usr/bin/python{minor}"), (prefix, "/usr"))
        python = Python(version, (path,), replaced)
        if python.number >= (3, 10):
            found.setdefault(python.number, python)
    return [found[number] for number in sorted(found)]


def pypy() -> list[Python]:
    """The PyPy of this machine, if there is one."""
    path = shutil.which("pypy3")
    if path is None:
        return []
    ask = "import sys; print(sys.version.split()[0], sys.prefix)"
    asked = subprocess.run([path, "-I", "-c", ask], capture_output=True, text=True, check=True)
    version, prefix = asked.stdout.split()
    return [Python(version, (path,), ((prefix, "/usr/lib/pypy3"),), pypy=True)]


def wasm() -> list[Python]:
    """CPython for WebAssembly, installed into the user's cache; nothing without Node and npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        print("no Node or npm here: without CPython for WebAssembly", file=sys.stderr)
        return []
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tracemend" / f"pyodide-{PYODIDE}"
    module = cache / "node_modules" / "pyodide" / "pyodide.mjs"
    if not module.exists():
        cache.mkdir(parents=True, exist_ok=True)
        subprocess.run([npm, "install", "--silent", "--prefix", cache, f"pyodide@{PYODIDE}"], check=True)
    run = (node, str(RUN_WASM), str(module))
    ask = "import sys; print(sys.version.split()[0])"
    asked = subprocess.run([*run, str(cache), "-c", ask], capture_output=True, text=True, check=True)
    version = asked.stdout.strip()
    named = "/usr/bin/python" + version.rpartition(".")[0]  # the script stands for the program in sys.executable
    return [Python(version, run, ((str(RUN_WASM), named),), wasm=True)]


def printed(program: Program, python: Python) -> tuple[str, int]:
    """What a program prints, both streams in their order, and its exit code; paths are neutral."""
    environment = {
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "80",
        "PYTHONUNBUFFERED": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        **program.environment,
    }
    with tempfile.TemporaryDirectory(prefix="corpus-") as name:
        folder = Path(name).resolve()
        program.lay_out(folder)
        arguments = shlex.split(program.run)[1:]
        if python.wasm:
            command = [*python.command, str(folder), *arguments]
            environment["CORPUS_ENV"] = json.dumps({k: v for k, v in environment.items() if k != "PATH"})
        else:
            command = [*python.command, *arguments]
        ran = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            input=program.stdin.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=WAIT,
        )
    text = ran.stdout.decode("utf-8", "backslashreplace")
    for old, new in ((str(folder), SHOP), *python.replaced):
        text = text.replace(old, new)
    return text, ran.returncode


def row(program: Program, python: Python) -> dict[str, Any]:
    """The corpus' row for a program and a Python."""
    text, code = printed(program, python)
    exception, message = program.error(python.number)
    if python.pypy:
        message = None
    lines = program.line(python.number)
    line = None
    if lines:
        # Of several marked lines (a recursion of two functions) the one that the output names last.
        named = [int(number) for number in re.findall(r"(?:line |\.py:)(\d+)", text)]
        line = next((number for number in reversed(named) if number in lines), min(lines))
    return {
        "id": f"{program.name}@{python.short}",
        "source": python.source,
        "python": python.version,
        "kind": "traceback" if exception or lines else "terminal",
        "text": text,
        "exception": exception,
        "message": message,
        "line": line,
        "command": program.run,
        "exit_code": code,
        "expect": "explain",
    }


def fault(case: dict[str, Any]) -> str | None:
    """What the output does not hold of what the program says of it."""
    text = case["text"]
    said = case["exception"] if case["message"] is None else f"{case['exception']}: {case['message']}"
    if not text.strip():
        return "printed nothing"
    if "@pypy" in case["id"] and case["exception"] and case["line"] is None:
        return "may name a line where CPython names none"
    if case["exception"] and not re.search(rf"(?<![\w.]){re.escape(said)}", text):
        return f"does not print {said!r}"
    if case["line"] is not None and not re.search(rf"(?:line |:){case['line']}\b", text):
        return f"does not name line {case['line']}"
    return None


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="programs whose name holds this")
    parser.add_argument("--without-wasm", action="store_true", help="without CPython for WebAssembly")
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args(arguments)
    pythons = native() + pypy() + ([] if options.without_wasm else wasm())
    print("with " + ", ".join(python.version for python in pythons), file=sys.stderr)
    everything = [program for path in sorted(FOLDER.glob("*.txt")) for program in programs(path)]
    wanted = [
        (program, python)
        for program in everything
        if options.only in program.name
        for python in pythons
        if program.can_run(python.number, python.wasm)
    ]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        made = list(pool.map(lambda pair: row(*pair), wanted))
    faults = {case["id"]: f"{wrong}\n{case['text'][:2000]}" for case in made if (wrong := fault(case))}
    kept = [case for case in made if case["id"] not in faults]
    faults = {name: said for name, said in faults.items() if "@pypy" not in name}
    for name, said in faults.items():
        print(f"{name}: {said}", file=sys.stderr)
    if not options.check:
        write(kept, everything, options.target)
    print(f"{len(made)} outputs of {len({program.name for program, _ in wanted})} programs, {len(faults)} not as said")
    return 1 if faults else 0


def write(made: list[dict[str, Any]], everything: list[Program], target: Path) -> None:
    """Put the rows in place of the old ones of the same name, in the order of the programs and versions."""
    rows = {case["id"]: case for case in made}
    if target.exists():
        for line in target.read_text("utf-8").splitlines():
            case = json.loads(line)
            rows.setdefault(case["id"], case)
    order = {program.name: (place, program) for place, program in enumerate(everything)}
    kept = []
    for case in rows.values():
        place, program = order.get(case["id"].partition("@")[0], (0, None))
        major, minor = map(int, case["python"].split(".")[:2])
        if program and program.can_run((major, minor), "WebAssembly" in case["source"]):
            kept.append((place, case["id"], case))
    kept.sort(key=lambda one: one[:2])
    target.write_text("".join(json.dumps(case, ensure_ascii=False) + "\n" for *_, case in kept), "utf-8")


if __name__ == "__main__":
    sys.exit(main())

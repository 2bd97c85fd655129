"""`make mend`: failing programs are run, what they print goes to the real server, the preferred fix is applied by the
code action that a client gets, and they are run again. Prints the mend rate.

    python tests/mend/run.py [FOLDER] [--only WORD] [--diffs FILE] [--verbose]

FOLDER (or the variable CORPUS) holds `*.jsonl` files whose cases have `code`. `classes.tsv` says of each program, by
reading, whether an edit of it exists. Of a program that does not fail here as it was recorded (a library or a service
is missing), the recorded output is taken, and after the edit it is only looked at whether it parses.

Mended: the failing statement has run and the report is gone; a later, different error is not counted against it.
Worse: the edited program does not parse, fails before it came to the failing statement, or has lost a comment. What the
fixes did is read as well: `--diffs` writes them to a file.

Programs run apart from the machine where bubblewrap (`bwrap`) is found: a read-only system, no network, a folder of
their own. Without it they are not run as root.
"""

from __future__ import annotations

import argparse
import ast
import asyncio
import difflib
import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from programs import Program, programs
from tracemend.diagnosis.summaries import Summaries
from tracemend.proving import prove
from tracemend.proving.client import ProofClient
from tracemend.reading.report import ErrorReport, Hints
from tracemend.reading.scanner import read_text

WAIT = 20
MENDED, FAILS, NOT_OFFERED, WORSE, EDITED, SILENT = "mended", "still fails", "no preferred edit", "WORSE", "edited", "?"


@dataclass
class Outcome:
    """What became of a program."""

    program: Program
    state: str
    detail: str = ""
    diff: str = ""


def interpreter(version: str) -> str:
    """This Python's minor version where there is one here, else this interpreter."""
    minor = ".".join(version.split(".")[:2])
    if minor == f"{sys.version_info[0]}.{sys.version_info[1]}":
        return sys.executable
    homes = sorted((Path.home() / ".pyenv" / "versions").glob(f"{minor}.*/bin/python"))
    return str(homes[-1]) if homes else shutil.which(f"python{minor}") or sys.executable


def run(program: Program, work: Path) -> tuple[int, str]:
    """Run the program's command in its folder; exit status and both outputs."""
    tools = work.parent / "bin"
    if not tools.exists():
        tools.mkdir()
        python = tools / "python"
        python.write_text(f'#!/bin/sh\nexec "{interpreter(program.python)}" "$@"\n')
        python.chmod(0o755)
    home = work.parent / "home"
    home.mkdir(exist_ok=True)
    environment = {
        "PATH": os.pathsep.join((str(tools), str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath))),
        "HOME": str(home),
        "DIR": str(work),
        "LANG": "C.UTF-8",
        "NO_COLOR": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    words = ["sh", "-c", program.command]
    if bwrap := shutil.which("bwrap"):
        apart = f"--ro-bind / / --dev /dev --proc /proc --tmpfs /tmp --bind {work.parent} {work.parent} --chdir {work}"
        words = [bwrap, *apart.split(), "--unshare-net", "--unshare-pid", "--die-with-parent", "--new-session", *words]
    done = subprocess.run(
        words,
        cwd=work,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=WAIT,
    )
    return done.returncode, done.stdout.decode("utf-8", "replace")


def reports(text: str, command: str, status: int) -> list[ErrorReport]:
    """The errors of an output."""
    blocks = Summaries().left_out(read_text(text, Hints(command, status)))
    return [report for block in blocks for report in block if report.severity == "error"]


def parses(text: str) -> bool:
    """Whether it is Python as this interpreter has it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except (SyntaxError, ValueError):
        return False
    return True


async def mend(program: Program, scratch: Path, client: ProofClient) -> Outcome:
    """The whole way of one program."""
    work = scratch / "work"
    work.mkdir(parents=True)
    file = work / program.file
    file.write_bytes(program.code.encode("utf-8", "surrogateescape"))
    before = program.code
    try:
        status, printed = await asyncio.to_thread(run, program, work)
    except subprocess.TimeoutExpired:
        status, printed = 124, ""
    found = reports(printed, program.command, status)
    wanted = (program.exception or "").rpartition(".")[2]
    really = bool(found) and (not wanted or any((one.exception or "").rpartition(".")[2] == wanted for one in found))
    if not really:
        status, printed = 1, program.text.replace(program.folder, str(work))
        found = reports(printed, program.command, status)
    client.open(file)
    await client.printed(work, program.command, printed, status)
    try:
        after, title = await preferred(file, before, client)
    except prove.Failed as failed:
        return Outcome(program, WORSE, str(failed))
    finally:
        client.close(file)
    if after is None:
        return Outcome(program, NOT_OFFERED, title)
    diff = "".join(difflib.unified_diff(before.splitlines(True), after.splitlines(True), n=2))
    state, detail = await judge(program, work, file, (before, after), found, really)
    return Outcome(program, state, f"{title}; {detail}" if detail else title, diff)


async def preferred(file: Path, before: str, client: ProofClient) -> tuple[str | None, str]:
    """The text with the preferred edit made, and the edit's title; no text, and what there was, where there is none."""
    published = await client.diagnostics(file)
    for diagnostic in published:
        for action in await client.actions(file, diagnostic):
            if action.is_preferred:
                resolved = await client.resolve(action)
                if resolved.edit is not None:
                    return prove.applied(before, resolved, file), f"{diagnostic.code}: {action.title}"
    return None, " ".join(str(one.code) for one in published) or "no diagnostic"


async def judge(
    program: Program, work: Path, file: Path, texts: tuple[str, str], found: list[ErrorReport], really: bool
) -> tuple[str, str]:
    """What the edit did, by the program's second run where the first failed as it was recorded."""
    before, after = texts
    old = found[-1] if found else None
    syntax = old is not None and (old.exception or "").endswith(("SyntaxError", "IndentationError", "TabError"))
    if not parses(after) and (parses(before) or syntax) and program.python.startswith(("3.10", "3.11", "3.12", "3.13")):
        return (WORSE if parses(before) else FAILS), "it does not parse"
    if not really:
        return EDITED, "not run"
    file.write_bytes(after.encode("utf-8", "surrogateescape"))
    try:
        status, printed = await asyncio.to_thread(run, program, work)
    except subprocess.TimeoutExpired:
        return MENDED, "it runs on"
    left = reports(printed, program.command, status)
    if not left:
        return MENDED, ""
    new = left[-1]
    told = f"{new.exception}: {new.message[:120]}"
    if old is not None and (new.exception, new.message) == (old.exception, old.message):
        return FAILS, told
    old_line = old.user_frame.line if old and old.user_frame else None
    new_line = new.user_frame.line if new.user_frame else None
    moved = after.count("\n") - before.count("\n")
    if not syntax and old_line is not None and new_line is not None:
        if new_line < old_line and new_line < _first_changed(before, after):
            return WORSE, f"before it came to the statement: {told}"
        if old_line <= new_line <= old_line + max(0, moved):
            return FAILS, f"at the same place: {told}"
    return MENDED, f"then {told}"


def _first_changed(before: str, after: str) -> int:
    """The first line, from 1, in which two texts differ."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=False)
    return next((number for number, (one, other) in enumerate(pairs, 1) if one != other), 1)


async def everything(wanted: list[Program], jobs: int) -> list[Outcome]:
    """All programs through one server."""
    with tempfile.TemporaryDirectory(prefix="tracemend-mend-") as name:
        root = Path(name).resolve()
        client = ProofClient()
        await client.start(root)
        limit = asyncio.Semaphore(jobs)

        async def one(number: int, program: Program) -> Outcome:
            async with limit:
                try:
                    return await mend(program, root / f"program{number}", client)
                except Exception as error:
                    return Outcome(program, SILENT, f"{type(error).__name__}: {error}")

        try:
            return await asyncio.gather(*(one(number, program) for number, program in enumerate(wanted)))
        finally:
            await client.stop()


def main() -> int:
    """Exit status 1 where a bound of the README is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=os.environ.get("CORPUS"))
    parser.add_argument("--only", default="", help="programs whose id holds this")
    parser.add_argument("--diffs", type=Path, help="write what the fixes did to this file")
    parser.add_argument("--verbose", action="store_true", help="name every program and what became of it")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    if options.folder is None:
        parser.error("name a folder with cases that have code (CORPUS=FOLDER)")
    if not shutil.which("bwrap") and hasattr(os, "geteuid") and os.geteuid() == 0:
        parser.error("programs are not run as root without bubblewrap; install bwrap")
    wanted = [program for program in programs(Path(options.folder)) if options.only in program.id]
    outcomes = asyncio.run(everything(wanted, options.jobs))
    for outcome in outcomes:
        if options.verbose or outcome.state in (WORSE, SILENT):
            print(f"{outcome.program.kind:8} {outcome.state:18} {outcome.program.id}: {outcome.detail}")
    if options.diffs:
        parts = [
            f"==== {one.program.id} ({one.program.kind}: {one.program.why})\n{one.state}: {one.detail}\n{one.diff}\n"
            for one in outcomes
            if one.diff
        ]
        options.diffs.write_text("".join(parts), "utf-8")
    return summary(outcomes)


def summary(outcomes: list[Outcome]) -> int:
    """Print the four figures."""
    missed = 0
    for kind in ("edit", "command", "none", "unknown"):
        states = Counter(one.state for one in outcomes if one.program.kind == kind)
        if states:
            told = ", ".join(f"{count} {state}" for state, count in states.most_common())
            print(f"{kind}: {sum(states.values())} programs: {told}")
    edit = [one for one in outcomes if one.program.kind == "edit"]
    good = sum(one.state == MENDED for one in edit)
    preferred = sum(one.program.kind == "none" and one.state != NOT_OFFERED for one in outcomes)
    worse = sum(one.state == WORSE for one in outcomes)
    if edit:
        print(f"mended by the preferred fix: {good} of {len(edit)} ({good / len(edit):.1%}); at least 85%")
        missed += good < 0.85 * len(edit)
    print(f"an edit is preferred where none is honest: {preferred}; made worse: {worse}")
    return 1 if missed or preferred or worse else 0


if __name__ == "__main__":
    sys.exit(main())

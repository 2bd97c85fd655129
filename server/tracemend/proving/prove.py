"""Proofs, run: a program fails, the server's own code action mends it, and it is well."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from lsprotocol import types

from tracemend.diagnosis.summaries import Summaries
from tracemend.knowledge.packs import Pack, read_pack
from tracemend.proving import sandbox
from tracemend.proving.changes import NotAllowed, make
from tracemend.proving.client import ProofClient
from tracemend.proving.databases import Databases
from tracemend.proving.outcome import Outcome, Progress, as_junit
from tracemend.proving.proof import Proof, proofs_of
from tracemend.proving.sandbox import Place
from tracemend.proving.shown import diff_of, hold_table
from tracemend.reading.report import ErrorReport, Hints
from tracemend.reading.scanner import read_text


class Failed(Exception):
    """The proof does not hold; the text says where."""


def prove_pack(
    pack: Pack,
    entries: Sequence[str] = (),
    *,
    jobs: int = 2,
    junit: Path | None = None,
    python: str = sys.executable,
    write_changes: bool = False,
) -> int:
    """Run the proofs of a pack (of `entries`, by id, where there are any) and print what became of each.

    `python` is the interpreter that runs the programs; the server is always this one's. The answer is an exit status: 0
    where none failed, 1 else. A proof that cannot run here is counted as not run.
    How far it is stands in one line of standard error while it is a terminal; `junit` is written as JUnit XML.
    `write_changes` has the table of what edits change written anew; else it is held against them.
    Raises OSError where a file cannot be written.
    """
    if pack.installed:
        print("The installed knowledge has no proofs with it; run this in a checkout.", file=sys.stderr)
    proofs: list[Proof] = []
    faulty = False
    for entry in read_pack(pack).entries:
        if entries and entry.id not in entries:
            continue
        found, faults = proofs_of(pack, entry)
        proofs += found
        for fault in faults:
            faulty = True
            print(fault)
    progress = Progress(len(proofs), sys.stderr)
    outcomes = asyncio.run(prove(proofs, pack, jobs=jobs, python=python, done=progress.done))
    progress.clear()
    if junit is not None:
        junit.write_text(as_junit(outcomes), "utf-8")
    for outcome in outcomes:
        print(outcome)
    if pack.builtin:
        for stale in hold_table(pack.folder, outcomes, write=write_changes, whole=not entries):
            faulty = True
            print(stale)
    counts = {state: sum(one.state == state for one in outcomes) for state in ("passed", "failed", "not run")}
    print(", ".join(f"{count} {state}" for state, count in counts.items()), file=sys.stderr)
    return 1 if faulty or counts["failed"] else 0


async def prove(
    proofs: Sequence[Proof],
    pack: Pack,
    *,
    jobs: int = 2,
    python: str = sys.executable,
    done: Callable[[Outcome], None] = lambda _: None,
) -> list[Outcome]:
    """Run proofs through one server, `jobs` programs at a time; the outcomes in the same order. `done` is told of each
    as soon as it is there."""
    with tempfile.TemporaryDirectory(prefix="tracemend-prove-") as folder, Databases() as databases:
        root = Path(folder).resolve()
        if not pack.builtin:
            shutil.copytree(pack.folder, root / ".tracemend")  # as the workspace's own pack
        client = ProofClient(python)
        await client.start(root)
        limit = asyncio.Semaphore(max(1, jobs))

        async def one(number: int, proof: Proof) -> Outcome:
            async with limit:
                begun = time.monotonic()
                outcome = await _prove(proof, root / f"proof{number}", client, python, databases)
                outcome = replace(outcome, seconds=time.monotonic() - begun)
                done(outcome)
                return outcome

        try:
            return await asyncio.gather(*(one(number, proof) for number, proof in enumerate(proofs)))
        finally:
            await client.stop()


async def _prove(proof: Proof, scratch: Path, client: ProofClient, python: str, databases: Databases) -> Outcome:
    reason = sandbox.missing(proof, python)
    if reason:
        return Outcome(proof, "not run", reason)
    scratch.mkdir()
    try:
        variables = await asyncio.to_thread(databases.variables, proof.needs, scratch.name)
        change = await _steps(proof, Place(scratch, python, variables), client)
    except Failed as failed:
        return Outcome(proof, "failed", str(failed))
    except Exception as error:
        return Outcome(proof, "failed", f"{type(error).__name__}: {error}")
    return Outcome(proof, "passed", change=change)


async def _steps(proof: Proof, place: Place, client: ProofClient) -> str:
    """The proof, step by step; the lines that its edit changed, as a diff. Raises Failed."""
    program = await asyncio.to_thread(sandbox.lay_out, proof, place)
    status, _, printed = await asyncio.to_thread(sandbox.run, proof, program, place)
    report = expected_report(proof, reports_of(proof, program, printed), printed)
    at = report.user_frame.line if report.user_frame else None
    # None: of the library's lines alone (`source.starters`), or the tool names the file alone (`source.mentions`)
    if at != proof.line and not (at is None and (report.survived or report.user_frame is not None)):
        raise Failed(f"it fails at line {at}, not at line {proof.line}")
    file = _file_of(report, program)
    client.open(file)
    command = proof.run.replace("{file}", program.name)
    await client.printed(program.parent, command, printed, status)
    before = _text(file)
    if proof.runs_command:
        await _mend_by_command(proof, file, place, client)
    else:
        await _mend_by_edit(proof, file, client, program.parent)
    client.close(file)
    after = "" if proof.runs_command else _text(file)
    status, out, printed = await asyncio.to_thread(sandbox.run, proof, program, place)
    left = reports_of(proof, program, printed)
    if left:
        raise Failed(f"after the fix it still reports {left[-1].exception or left[-1].code}: {left[-1].message[:200]}")
    if status != proof.exits:
        raise Failed(f"after the fix its exit status is {status}, not {proof.exits}: {printed[-300:]}")
    if not proof.run.split()[0].startswith(("pyright", "mypy", "ruff", "pytest")) and out.splitlines() != [
        *proof.prints
    ]:
        raise Failed(f"after the fix it prints {out.splitlines()}, not {[*proof.prints]}")
    return diff_of(before, after) if after else ""


def _text(file: Path) -> str:
    """A file's text; empty where it is gone (a fix may rename it) or has another encoding."""
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _file_of(report: ErrorReport, program: Path) -> Path:
    """The file of the proof that a report is on: the program, or one that it imports."""
    named = program.parent / (report.user_frame.path if report.user_frame else "")
    return named if named.is_file() and program.parent in named.parents else program


async def _mend_by_edit(proof: Proof, program: Path, client: ProofClient, folder: Path) -> None:
    """Apply the fix to the file that the report is on, and to what else of the proof's folder it changes."""
    action = await client.resolve(await _action(proof, program, client))
    if action.edit is None:
        raise Failed("the code action has no edit")
    before = _files(folder)
    try:
        make(action.edit, folder)
    except NotAllowed as error:
        raise Failed(str(error)) from error
    after = _files(folder)
    moved = sorted(f"+{name}" for name in after - before) + sorted(f"-{name}" for name in before - after)
    if moved != sorted(proof.moves):
        raise Failed(f"it makes and takes away {moved}, not {sorted(proof.moves)}")


def _files(folder: Path) -> set[str]:
    """The files of a folder, but what Python keeps for itself."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {name for name in found if "__pycache__" not in name}


async def _mend_by_command(proof: Proof, program: Path, place: Place, client: ProofClient) -> None:
    for diagnostic in await client.diagnostics(program):
        text = await client.command_text(diagnostic, proof.fix) if diagnostic.code == proof.entry else None
        if text is not None:
            status, _, printed = await asyncio.to_thread(sandbox.run_command, text, proof, program, place)
            if status != 0:
                raise Failed(f"the command `{text}` ends with {status}: {printed[-300:]}")
            return
    raise Failed(f"the server does not offer the command {proof.fix}")


def reports_of(proof: Proof, program: Path, printed: str) -> list[ErrorReport]:
    """The errors that are read in what a proof's program printed, but those that only say again what failed."""
    hints = Hints(command=proof.run.replace("{file}", program.name))
    return [report for block in Summaries().left_out(read_text(printed, hints)) for report in block]


def expected_report(proof: Proof, reports: list[ErrorReport], printed: str) -> ErrorReport:
    """The report that the header speaks of: an exception's or warning's name, or a checker's code, or a tool's name.

    Several processes may write at once, so that what one prints is torn by another's lines: a report at the header's
    line comes before one that has lost its place. Raises Failed where there is none."""

    def named(report: ErrorReport) -> bool:
        names = (report.exception, (report.exception or "").rpartition(".")[2], report.code, report.tool)
        return any(name in names for name in proof.fails)

    found = [report for report in reversed(reports) if named(report)]
    at_line = [report for report in found if report.user_frame is not None and report.user_frame.line == proof.line]
    without = [report for report in found if report.user_frame is None or report.user_frame.line is None]
    elsewhere = [report for report in found if not {*proof.fails}.isdisjoint((report.exception, report.code))]
    if found := [*at_line, *without, *elsewhere]:
        return found[0]
    raise Failed(f"it does not fail with {' or '.join(proof.fails)}; it printed: {printed[-400:]!r}")


async def _action(proof: Proof, program: Path, client: ProofClient) -> types.CodeAction:
    """The code action with the fix's id, offered on a diagnostic of the program that this entry explains."""
    offered: set[str] = set()
    published = await client.diagnostics(program)
    for diagnostic in published:
        for action in await client.actions(program, diagnostic):
            data = action.data if isinstance(action.data, dict) else {}
            if diagnostic.code == proof.entry and data.get("fix") == proof.fix:
                return action
            offered.add(f"{diagnostic.code} {data.get('fix')}")
    codes = ", ".join(str(diagnostic.code) for diagnostic in published) or "no diagnostic"
    raise Failed(f"the server does not offer {proof.fix}; it publishes {codes} and offers {sorted(offered)}")

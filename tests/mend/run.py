"""`make mend`: failing programs are run, what they print goes to the real server, the preferred fix is made by the code
action that a client gets, and they are run again. Prints the mend rate.

    python tests/mend/run.py [FOLDER] [--only WORD] [--diffs FILE] [--verbose]

FOLDER (or the variable CORPUS) holds `*.jsonl` files whose cases have `code`, or programs as `own/` has them; without
it the project's own are taken. `classes.tsv` says of each program of the shared corpus, by reading, whether an edit of
it exists. Of a program that does not fail here as it was recorded (a library or a service is missing), the recorded
output is taken, and after the edit its text alone is looked at.

Mended: the failing statement has run and the report is gone; a later, different error is not counted against it. One of
the project's own has to end well and print what it is for.
Worse: the edited program does not parse, fails before it came to the failing statement, or has lost a comment. What the
fixes did is read as well: `--diffs` writes them to a file.
"""

from __future__ import annotations

import argparse
import asyncio
import difflib
import os
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import sandbox
from judge import EDITED, FAILS, MENDED, NOT_OFFERED, OTHER, SILENT, WORSE, is_syntax, of_run, of_text, reports
from mending import Fix, preferred, preferred_on
from programs import OWN, Program, of_corpus, own
from tracemend.proving.client import ProofClient
from tracemend.reading.report import ErrorReport


@dataclass
class Outcome:
    """What became of a program. `form`: what is wrong with the edit's form alone; `again`: it is offered once more."""

    program: Program
    state: str
    detail: str = ""
    diff: str = ""
    form: str = ""
    again: bool = False


@dataclass(frozen=True)
class Failure:
    """How a program failed: with which Python, or as it was recorded where it does not fail so here (`really`)."""

    python: str
    really: bool
    status: int
    printed: str
    errors: list[ErrorReport]


def fail(program: Program, work: Path) -> Failure:
    """Run a program that fails: with its own Python, else with the one that has libraries."""
    recorded = reports(program.text, program.command, 1) if program.folder else []
    last = recorded[-1].exception if recorded else None
    wanted = (program.exception or last or "").rpartition(".")[2]
    pythons = [sandbox.interpreter(program.python)] if program.python else []
    pythons += [str(sandbox.LIBRARIES)] if sandbox.LIBRARIES.exists() else []
    for python in pythons:
        status, printed = sandbox.run(program.command, work, python)
        if status == sandbox.TIMED_OUT:
            continue
        errors = reports(printed, program.command, status)
        if errors and (not wanted or any((one.exception or "").rpartition(".")[2] == wanted for one in errors)):
            return Failure(python, True, status, printed, errors)
    printed = program.text.replace(program.folder, str(work)) if program.folder else ""
    return Failure(pythons[0] if pythons else sys.executable, False, 1, printed, reports(printed, program.command, 1))


async def mend(program: Program, scratch: Path, client: ProofClient, failure: Failure) -> Outcome:
    """The whole way of one program that has failed in `scratch/work`."""
    work = scratch / "work"
    files = [path for path in sorted(work.rglob("*.py")) if str(path.relative_to(work)) in program.files]
    for file in files:
        client.open(file)
    await client.printed(work, program.command, failure.printed, failure.status)
    try:
        fix, told = await preferred(client, work)
        if fix is None:
            return Outcome(program, NOT_OFFERED, told)
        outcome = await asyncio.to_thread(_judged, program, work, failure, fix)
        outcome.detail = f"{told}; {outcome.detail}" if outcome.detail else told
        outcome.again = await _offered_again(client, work, program, failure, fix)
        return outcome
    finally:
        for file in files:
            client.close(file)


def _judged(program: Program, work: Path, failure: Failure, fix: Fix) -> Outcome:
    """Make the edit, look at its text, and run the program again."""
    old = failure.errors[-1] if failure.errors else None
    diff = "".join(_diff(path.name, fix.before[path] or "", text or "") for path, text in fix.after.items())
    form = ""
    for path, after in fix.after.items():
        before = fix.before[path]
        wrong = of_text(program, before, after, is_syntax(old)) if before and after and path.suffix == ".py" else None
        if wrong and ("parse" in wrong or "comment" in wrong):
            return Outcome(program, WORSE, wrong, diff)
        form = wrong or form
    fix.write()
    if not failure.really:
        return Outcome(program, EDITED, "", diff, form)
    status, printed = sandbox.run(program.command, work, failure.python)
    if "ModuleNotFoundError" in printed and sandbox.LIBRARIES.exists():  # what the edit imports may be there
        status, printed = sandbox.run(program.command, work, str(sandbox.LIBRARIES))
    if status == sandbox.TIMED_OUT and not program.expect:
        return Outcome(program, MENDED, "it runs on", diff, form)
    first = next(iter(fix.after))
    state, detail = of_run(program, (fix.before[first] or "", fix.after[first] or ""), old, status, printed)
    return Outcome(program, state, detail, diff, form)


async def _offered_again(client: ProofClient, work: Path, program: Program, failure: Failure, fix: Fix) -> bool:
    """Whether the same fix is offered for the same report once it is made."""
    for path, text in fix.after.items():
        if text is not None and fix.before[path] is not None:
            client.change(path, text)
    for path in fix.after:
        if path.exists():
            for diagnostic in (fix.diagnostic, *client.published(work).get(path.as_uri(), ())):
                again = await preferred_on(client, path, diagnostic)
                if again is not None and again.id == fix.id and again.before != again.after:
                    return True
    return False


def _diff(name: str, before: str, after: str) -> str:
    return "".join(difflib.unified_diff(before.splitlines(True), after.splitlines(True), f"a/{name}", f"b/{name}", n=2))


async def everything(wanted: list[Program], jobs: int) -> list[Outcome]:
    """All programs, those that ran with the same Python through one server."""
    with tempfile.TemporaryDirectory(prefix="tracemend-mend-") as name:
        root = Path(name).resolve()
        limit = asyncio.Semaphore(jobs)
        clients: dict[str, asyncio.Task[ProofClient]] = {}

        async def started(python: str) -> ProofClient:
            client = ProofClient(python)
            await client.start(root)
            return client

        async def one(number: int, program: Program) -> Outcome:
            async with limit:
                scratch = root / f"program{number}"
                try:
                    (scratch / "work").mkdir(parents=True)
                    sandbox.lay_out(program.files, scratch / "work")
                    failure = await asyncio.to_thread(fail, program, scratch / "work")
                    if not failure.errors:
                        return Outcome(program, SILENT, f"it does not fail here: {failure.printed[-200:]!r}")
                    if failure.python not in clients:
                        clients[failure.python] = asyncio.ensure_future(started(failure.python))
                    return await mend(program, scratch, await clients[failure.python], failure)
                except Exception as error:
                    return Outcome(program, SILENT, f"{type(error).__name__}: {error}")

        try:
            return await asyncio.gather(*(one(number, program) for number, program in enumerate(wanted)))
        finally:
            for client in clients.values():
                await (await client).stop()


def main() -> int:
    """Exit status 1 where a bound of the README is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=os.environ.get("CORPUS"))
    parser.add_argument("--only", default="", help="programs whose id holds this")
    parser.add_argument("--diffs", type=Path, help="write what the fixes did to this file")
    parser.add_argument("--verbose", action="store_true", help="name every program and what became of it")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    if not sandbox.may_run():
        parser.error("programs are not run as root without bubblewrap; install bwrap")
    folder = Path(options.folder) if options.folder else OWN
    every = of_corpus(folder) if any(folder.glob("*.jsonl")) else own(folder)
    outcomes = asyncio.run(everything([program for program in every if options.only in program.id], options.jobs))
    for outcome in outcomes:
        if options.verbose or outcome.state in (WORSE, SILENT) or outcome.form or outcome.again:
            notes = [outcome.detail, outcome.form, "offered again" if outcome.again else ""]
            told = "; ".join(note for note in notes if note)
            print(f"{outcome.program.kind:8} {outcome.state:18} {outcome.program.id}: {told}")
    if options.diffs:
        parts = [
            f"==== {one.program.id} ({one.program.kind}: {one.program.why})\n{one.state}: {one.detail}\n{one.diff}\n"
            for one in outcomes
            if one.diff
        ]
        options.diffs.write_text("".join(parts), "utf-8", "surrogateescape")
    return summary(outcomes)


def summary(outcomes: list[Outcome]) -> int:
    """Print the four figures, and what is wrong with edits' form."""
    missed = 0
    for kind in ("edit", "command", "none", "unknown"):
        states = Counter(one.state for one in outcomes if one.program.kind == kind)
        if states:
            told = ", ".join(f"{count} {state}" for state, count in states.most_common())
            print(f"{kind}: {sum(states.values())} programs: {told}")
    edit = [one for one in outcomes if one.program.kind == "edit"]
    good = sum(one.state == MENDED for one in edit)
    edits = (MENDED, FAILS, WORSE, EDITED, OTHER)
    dishonest = sum(one.program.kind == "none" and one.state in edits for one in outcomes)
    worse = sum(one.state == WORSE for one in outcomes)
    if edit:
        print(f"mended by the preferred fix: {good} of {len(edit)} ({good / len(edit):.1%}); at least 85%")
        missed += good < 0.85 * len(edit)
    print(f"an edit is preferred where none is honest: {dishonest}; made worse: {worse}")
    silent = sum(one.state == SILENT and one.program.kind == "edit" for one in outcomes)
    if silent:
        print(f"could not be tried here: {silent} (are the libraries installed? make .venv-mend/.done)")
    form, again = sum(bool(one.form) for one in outcomes), sum(one.again for one in outcomes)
    print(f"formatted otherwise than the file: {form}; offered again after it was made: {again}")
    return 1 if missed or dishonest or worse or form or again or silent else 0


if __name__ == "__main__":
    sys.exit(main())

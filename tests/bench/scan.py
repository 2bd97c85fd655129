"""`make bench-scan`: a large log through the scanner behind `tracemend scan`, and through ripgrep, grep and wc.

For 100, 1,000, 10,000 and 100,000 signatures: megabytes a second of reading the log, finding the errors in it and
matching them, by one process and by as many as the machine has processors (as the command does it with a large file),
and the one's peak memory; in the same run `rg -F -f` searches the same file for the signatures' own texts. These are
the messages that this Python's libraries raise; what is missing to the number is made up. Ratios are what counts.
Not part of the tests.

python tests/bench/scan.py [--megabytes 100] [--rounds 5] [--rg PATH]
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from itertools import chain, permutations, product
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
from generate_pack import FAILURES, THINGS  # noqa: E402
from make_log import write  # noqa: E402

COUNTS = (100, 1_000, 10_000, 100_000)
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
ITEMS = 10
"""Signatures of one entry."""


def raised(root: Path) -> Iterator[tuple[str, str]]:
    """Type and message, up to what is filled in, of the `raise` statements below a folder."""
    for file in sorted(root.rglob("*.py")):
        try:
            tree = ast.parse(file.read_bytes())
        except (SyntaxError, ValueError, RecursionError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
                name, first = ast.unparse(node.exc.func), node.exc.args[0]
                if isinstance(first, ast.JoinedStr) and first.values:
                    first = first.values[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield name.rpartition(".")[2], first.value


@cache
def messages() -> list[tuple[str, str]]:
    """Types and messages of four words and more of this Python's libraries, each once, always in the same order."""
    found: dict[str, str] = {}
    for key in "stdlib", "purelib":
        for name, message in raised(Path(sysconfig.get_paths()[key])):
            text = re.match(r"(?:\w[^%{}\n]*)?", message)[0].rstrip(" .:,;!?()[]'\"`-=<>/")  # type: ignore[index]
            if len(text) <= 100 and text.count(" ") >= 3 and name.isidentifier() and text.isascii():
                found.setdefault(text, name)
    items = [(name, text) for text, name in sorted(found.items())]
    random.Random(3).shuffle(items)
    return items


def signatures(count: int) -> list[dict[str, object]]:
    """So many signatures: a type and a message, or a text anywhere in the output, as entries have them."""
    words = list(permutations(THINGS, 3))
    random.Random(3).shuffle(words)
    made_up = (
        (f"{one}{two}".title() + "Error", f"{one} {two} {three} {FAILURES[number % len(FAILURES)]}")
        for number, (one, two, three) in enumerate(words)
    )
    return [
        {"exception": [name], "message": f"{re.escape(text)}.*"} if number % 2 else {"literal": [text]}
        for number, (name, text) in zip(range(count), chain(messages(), made_up), strict=False)
    ]


def literal_of(signature: dict[str, object]) -> str:
    """The text that has to stand in an output for the signature to hold."""
    if "literal" in signature:
        return str(signature["literal"][0])  # type: ignore[index]
    return re.sub(r"\\(.)", r"\1", str(signature["message"]).removesuffix(".*"))


def compiled(count: int) -> bytes:
    """A pack with so many signatures, compiled."""
    from tracemend.knowledge.packs import PackContent, pack_at
    from tracemend.knowledge.plain import entry_from_data
    from tracemend.matching.compile import compile_pack

    wanted = signatures(count)
    data = {}
    for at in range(0, count, ITEMS):
        id = f"bench.generated.entry-{at}"
        data[id] = {
            "id": id,
            "title": f"entry {at}",
            "summary": "An entry of the benchmark.",
            "meaning": "It stands for one of many.",
            "match": wanted[at : at + ITEMS],
            "causes": [{"id": "one", "text": "A cause.", "fixes": ["steps"]}],
            "fixes": [{"id": "steps", "title": "Do it", "steps": ["Do it."]}],
        }
    entries = tuple(map(entry_from_data, data.values()))
    return compile_pack(PackContent(pack_at(HERE), entries, data), f"bench {count}", {})


def child(index: Path, log: Path, processes: int) -> None:
    """Read the log with the built-in knowledge and the pack; print errors, matches, seconds and peak kilobytes."""
    from tracemend.cli import output, setting
    from tracemend.diagnosis import Diagnoser
    from tracemend.knowledge.packs import pack_at
    from tracemend.matching.index import Index, Patterns
    from tracemend.matching.library import Library
    from tracemend.matching.store import Stored

    own = setting.library(())
    more = Index(pack_at(index.parent), Stored(index.open("rb", buffering=0)), Patterns(checked=True))
    diagnoser = Diagnoser(Library([*own._indexes, more]))
    context = setting.context(here=False)
    start = time.perf_counter()
    with log.open("rb", buffering=0) as file:
        if processes > 1:
            found = sum(1 for _ in output.diagnosed_ahead(file, str(log), diagnoser, context, processes))
        else:
            found = sum(1 for _ in output.diagnosed(file, str(log), diagnoser, context))
    seconds = time.perf_counter() - start
    print(found, seconds, peak())


def named(count: int, processes: int) -> str:
    """The row of a measurement."""
    return f"{count} signatures, {processes} process{'es' * (processes > 1)}"


def peak() -> int:
    """The most kilobytes that this process has had. Not `ru_maxrss`: that counts what its parent had at the fork."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM:"))


def scanned(index: Path, log: Path, processes: int) -> tuple[int, float, float]:
    """Errors, seconds and peak megabytes of a process that reads the log."""
    done = subprocess.run(
        [sys.executable, __file__, "--child", index, log, str(processes)], stdout=subprocess.PIPE, text=True, check=True
    )
    found, seconds, memory = done.stdout.split()
    return int(found), float(seconds), int(memory) / 1024


def timed(command: list[str]) -> float:
    """Seconds of a command whose output goes nowhere; it may find nothing."""
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL)
    if done.returncode > 1:
        raise RuntimeError(f"{command[0]} failed")
    return time.perf_counter() - start


def ripgrep() -> str | None:
    """A ripgrep: the one that is named, the system's, or the one that comes with the VS Code of the editors' tests."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tracemend" / "editors"
    inside = "code-server-*/**/node_modules/@vscode/ripgrep*/bin/rg"
    found = sorted(cache.glob(inside)) if cache.is_dir() and not shutil.which("rg") else []
    return os.environ.get("TRACEMEND_RG") or shutil.which("rg") or (str(found[-1]) if found else None)


def main() -> int:
    """Measure and print; exit status 1 where a bound is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rg", default=ripgrep(), help="ripgrep (default: TRACEMEND_RG, rg, VS Code's own)")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        child(Path(options.child[0]), Path(options.child[1]), int(options.child[2]))
        return 0
    if not options.rg:
        parser.error("there is no rg; name one with --rg")
    with tempfile.TemporaryDirectory(prefix="tracemend-bench-") as name:
        return compare(Path(name), options.megabytes, options.rounds, options.rg)


def compare(folder: Path, size: int, rounds: int, rg: str) -> int:
    """All figures, interleaved: each round runs every program once."""
    log = folder / "big.log"
    errors = write(log, size)
    megabytes = log.stat().st_size / 1e6
    print(
        f"{megabytes:.0f} MB with {errors} errors; {subprocess.check_output([rg, '--version'], text=True).split()[1]=}"
    )
    commands: dict[str, list[str]] = {
        "rg -c Error": [rg, "-j1", "-c", "Error", str(log)],
        "grep -c Error": ["grep", "-c", "Error", str(log)],
        "wc -l": ["wc", "-l", str(log)],
    }
    for count in COUNTS:
        texts = folder / f"texts-{count}"
        texts.write_text("".join(f"{literal_of(one)}\n" for one in signatures(count)), "utf-8")
        commands[f"rg -F, {count} texts"] = [rg, "-j1", "-c", "-F", "-f", str(texts), str(log)]
        (folder / str(count)).mkdir()
        (folder / str(count) / "index.bin").write_bytes(compiled(count))
    seconds: dict[str, list[float]] = {}
    memory: dict[int, float] = {}
    for round in range(rounds + 1):
        for what, command in commands.items():
            elapsed = timed(command)
            if round:  # the first one warms the system's cache of files
                seconds.setdefault(what, []).append(elapsed)
        for count, processes in product(COUNTS, (1, CORES)):
            found, elapsed, peak = scanned(folder / str(count) / "index.bin", log, processes)
            if found < errors:
                raise RuntimeError(f"{found} errors were read, {errors} are there")
            if round:
                seconds.setdefault(named(count, processes), []).append(elapsed)
                if processes == 1:
                    memory[count] = max(memory.get(count, 0.0), peak)
    medians = {what: statistics.median(values) for what, values in seconds.items()}
    for what, value in medians.items():
        print(f"{what:32} {megabytes / value:8.0f} MB/s  {value:7.3f} s")
    missed = 0

    def bound(what: str, value: float, holds: bool) -> None:
        nonlocal missed
        missed += not holds
        print(f"{what:58} {value:9.3f}  {'ok' if holds else 'MISSED'}")

    for count in COUNTS:
        ratio = medians[f"rg -F, {count} texts"] / medians[named(count, CORES)]
        bound(f"throughput over ripgrep's with {count} signatures", ratio, ratio > (1 if count >= 1_000 else 0.7))
        alone = medians[f"rg -F, {count} texts"] / medians[named(count, 1)]
        print(f"{f'  by one process, with {count} signatures':58} {alone:9.3f}")
    mine = [medians[named(count, 1)] for count in COUNTS]
    bound("slowest over fastest from 100 to 100,000 signatures", max(mine) / min(mine), max(mine) / min(mine) <= 1.1)
    bound("peak memory with 10,000 signatures, MB", memory[10_000], memory[10_000] < 100)
    copies = [folder / f"copy-{number}.log" for number in range(2)]
    for copy in copies:
        os.link(log, copy)
    scan = [str(Path(sys.executable).with_name("tracemend")), "scan", "--format", "json"]
    speedups = []
    for _ in range(rounds):
        together = timed([*scan, *map(str, copies)])
        one_by_one = sum(timed([*scan, "--processes", "1", str(copy)]) for copy in copies)
        speedups.append(one_by_one / together)
    ratio = statistics.median(speedups)
    bound("two files at once over one after the other", ratio, ratio >= 1.8 or (os.cpu_count() or 1) < 2)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

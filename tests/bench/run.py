"""`make bench`: start-up, answers and memory, as ratios measured in one interleaved run against real servers.

Prints each figure with the bound it is held to; exit status 1 where one is missed. Not part of the tests: a shared
machine's clock is no judge, but ratios inside one run hold.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from generate_pack import generate
from raw_client import Client

HERE = Path(__file__).parent
PYTHON = sys.executable
BIN = Path(PYTHON).parent
LINES = 5_000
PAIRS = 5
WARM = 20
Command = tuple[list[str], "dict[str, str] | None"]
Medians = dict[tuple[str, str], list[float]]
SERVERS = {
    "tracemend": [str(BIN / "tracemend"), "serve"],
    "bare pygls": [PYTHON, str(HERE / "bare_server.py")],
    "jedi-language-server": [str(BIN / "jedi-language-server")],
    "pylsp": [str(BIN / "pylsp")],
}


def program(folder: Path) -> tuple[Path, int, str]:
    """A program of 5,000 lines with an error in its middle: (path, 1-based line, what it printed)."""
    lines = ["import json", "", "settings = {'host': 'a', 'port': 1}", ""]
    number = 0
    while len(lines) < LINES:
        if len(lines) > LINES // 2 and not number:
            number = len(lines) + 2
            lines += ["def broken():", "    return settings['hots']", "", ""]
        name = f"function_{len(lines)}"
        lines += [f"def {name}(value):", f"    text = json.dumps(value)  # {name}", "    return text.upper()", "", ""]
    path = folder / "app.py"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    printed = (
        "Traceback (most recent call last):\n"
        f'  File "{path}", line {len(lines)}, in <module>\n    broken()\n    ~~~~~~^^\n'
        f"  File \"{path}\", line {number}, in broken\n    return settings['hots']\n           ~~~~~~~~^^^^^^^^\n"
        "KeyError: 'hots'\n"
    )
    return path, number, printed


def prepare(client: Client, path: Path, printed: str) -> None:
    """Handshake, the file opened, the traceback handed over (other servers pass over what they do not know)."""
    client.initialize(path.parent, {"tracemend": {"trusted": True}})
    client.open(path)
    client.notify(
        "tracemend/terminalOutput",
        {
            "terminal": "1",
            "execution": "1",
            "command": "python app.py",
            "cwd": str(path.parent),
            "data": printed,
            "exitCode": 1,
            "done": True,
        },
    )


def hover_params(path: Path, line: int) -> dict[str, object]:
    """A hover in the middle of the failing expression."""
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line - 1, "character": 14}}


def start_up(path: Path, line: int, printed: str, rounds: int) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Seconds from spawn to the answer of the first hover, and resident megabytes after it, for each server."""
    seconds: dict[str, list[float]] = {name: [] for name in SERVERS}
    memory: dict[str, list[float]] = {name: [] for name in SERVERS}
    for round in range(rounds + 1):
        for name, command in SERVERS.items():
            client = Client(command)
            prepare(client, path, printed)
            answer = client.request("textDocument/hover", hover_params(path, line))
            elapsed = time.perf_counter() - client.started
            if name == "tracemend" and "hots" not in str(answer):
                raise RuntimeError(f"the first hover explains nothing: {answer}")
            if round:  # the first round warms caches
                seconds[name].append(elapsed)
                memory[name].append(psutil.Process(client.process.pid).memory_info().rss / 2**20)
            client.stop()
    return seconds, memory


def answers(commands: dict[str, Command], path: Path, line: int, printed: str, asks: int) -> Medians:
    """Median milliseconds of a hover and of a list of code actions for each server, one entry a pair of processes.

    Where a process lies in memory makes its answers faster or slower by a tenth for its whole life, so the servers
    are started several times; in each pair they are asked in turn, the one that is first changing.
    """
    medians: Medians = {}
    for _ in range(PAIRS):
        clients = {name: Client(command, env) for name, (command, env) in commands.items()}
        for client in clients.values():
            prepare(client, path, printed)
            client.request("textDocument/hover", hover_params(path, line))
        time.sleep(3)  # what is done once after the start is over
        times: dict[tuple[str, str], list[float]] = {}
        for ask in range(asks + WARM):
            for name, client in sorted(clients.items(), reverse=bool(ask % 2)):
                for what, question in _questions(path, line).items():
                    before = time.perf_counter()
                    answer = question(client)
                    elapsed = (time.perf_counter() - before) * 1000
                    if not answer:
                        raise RuntimeError(f"{name} does not answer {what}")
                    if ask >= WARM:
                        times.setdefault((name, what), []).append(elapsed)
        for client in clients.values():
            client.stop()
        for key, values in times.items():
            medians.setdefault(key, []).append(statistics.median(values))
    return medians


def _questions(path: Path, line: int) -> dict[str, Callable[[Client], object]]:
    position = {"line": line - 1, "character": 14}
    actions = {
        "textDocument": {"uri": path.as_uri()},
        "range": {"start": position, "end": position},
        "context": {"diagnostics": []},
    }
    return {
        "hover": lambda client: client.request("textDocument/hover", hover_params(path, line)),
        "code actions": lambda client: client.request("textDocument/codeAction", actions),
    }


def compile_knowledge(env: dict[str, str]) -> None:
    """Have the packs compiled into the cache, which takes longer than a hover may."""
    question = [str(BIN / "tracemend"), "explain", "KeyError: 'hots'"]
    subprocess.run(question, check=True, stdout=subprocess.DEVNULL, env={**os.environ, **env})


class Report:
    """Figures and the bounds they are held to."""

    def __init__(self) -> None:
        self.missed = 0

    def row(self, what: str, value: float, unit: str, bound: float | None = None) -> None:
        """One figure; `bound` is the most that it may be."""
        verdict = ""
        if bound is not None:
            verdict = f"  (at most {bound:g}: {'ok' if value <= bound else 'MISSED'})"
            self.missed += value > bound
        print(f"{what:<58} {value:9.3f} {unit}{verdict}", flush=True)


def main() -> int:
    """Measure and print; exit status 1 where a bound is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="starts of each server")
    parser.add_argument("--asks", type=int, default=150, help="questions of each kind")
    options = parser.parse_args()
    report = Report()
    with tempfile.TemporaryDirectory(prefix="tracemend-bench-") as name:
        folder = Path(name).resolve()
        work = folder / "work"
        work.mkdir()
        path, line, printed = program(work)
        compile_knowledge({})
        seconds, memory = start_up(path, line, printed, options.rounds)
        for server, values in seconds.items():
            report.row(f"spawn to first hover, {server}", statistics.median(values) * 1000, "ms")
        mine = seconds["tracemend"]
        for server, bound in (("bare pygls", 1.15), ("jedi-language-server", 0.65), ("pylsp", 0.65)):
            ratio = statistics.median(a / b for a, b in zip(mine, seconds[server], strict=True))
            report.row(f"  ratio to {server}", ratio, "", bound)
        above = statistics.median(memory["tracemend"]) - statistics.median(memory["bare pygls"])
        report.row("resident memory above bare pygls", above, "MB", 15)

        generate(folder / "data" / "tracemend" / "knowledge", 5_000)
        own = SERVERS["tracemend"]
        more = {"XDG_DATA_HOME": str(folder / "data"), "XDG_CACHE_HOME": str(folder / "cache")}
        compile_knowledge(more)
        commands: dict[str, Command] = {"built-in": (own, None), "with 5,000 entries": (own, more)}
        medians = answers(commands, path, line, printed, options.asks)
        for (server, what), values in medians.items():
            report.row(f"{what} on {LINES} lines, {server}", statistics.median(values), "ms", 10)
        for what in ("hover", "code actions"):
            pairs = zip(medians["with 5,000 entries", what], medians["built-in", what], strict=True)
            ratio = statistics.median(larger / smaller for larger, smaller in pairs)
            report.row(f"  ratio of {what} with 5,000 entries to built-in", ratio, "", 1.10)
    return 1 if report.missed else 0


if __name__ == "__main__":
    sys.exit(main())

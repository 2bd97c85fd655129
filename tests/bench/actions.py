"""`make bench-actions`: how soon the list of code actions and a fix's edit are there, in files of 5,000 lines.

Proofs of the knowledge base, each in the middle of a long file: PROGRAMS fail while they run, BROKEN do not compile.
Each is really run; what it printed is sent as a terminal's output. Milliseconds from question to answer:

* the first list after the output, which waits for the evidence (no bound: it is cut off at half a second);
* the list again, and the edit of its fix resolved, both ASKS times;
* the list after evidence has become old: one more for each file, in a second round;
* a hover on another error of a small file, asked for while evidence of the long one is looked at.

Exit status 1 where a median is over its bound.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from long_file import LINES, long_file
from raw_client import Client

KNOWLEDGE = Path(__file__).parents[2] / "knowledge" / "python"
BOUND_LIST, BOUND_RESOLVE, BOUND_HOVER = 10.0, 50.0, 40.0
"""Milliseconds. A hover waits up to 30 for evidence of its own, which has to wait for its turn here."""
SMALL = "settings = {'host': 'a'}\nprint(settings['hots'])\n"
ASKS = 7

PROGRAMS = """
names/name-not-defined.half-renamed names/name-not-defined.add-import names/name-not-defined.as-name
names/name-not-defined.constant names/name-not-defined.missing-self names/local-before-assignment.declare
types/cannot-join-text.to-text types/not-comparable.convert-text types/repetition.to-number
types/not-whole-number.to-number types/tuple-unchangeable.write-a-list.rows
types/property-without-setter.changed-copy types/none-called.return-it.decorator
types/attribute-missing.use-similar types/keyword-unknown.use-similar types/unhashable.tuple-key
types/hash-of-text.encode-it types/index-not-integer.whole-number
values/index-out-of-range.last-position.while values/division-by-zero.empty-default values/unpack.loop-items
values/naive-and-aware.aware-now os/file-not-found.make-parent-folder os/no-terminal.with-default
asyncio/async-for.async-for asyncio/coroutine-as-result.await json/property-name.json-literal
imports/module-not-found.use-similar imports/cannot-import-name.use-similar lookup/key-missing.use-similar-key
"""
BROKEN = """
syntax/never-closed.close syntax/unmatched-bracket.balance syntax/colon-missing.colon
syntax/comma-missing.comma syntax/unterminated-string.close syntax/assignment-misplaced.compare
syntax/invalid-syntax.right-keyword syntax/unexpected-indent.indent syntax/invalid-character.plain
syntax/print-statement.convert
"""


class Case:
    """One long file with an error: where it is, and which fix is asked for."""

    def __init__(self, work: Path, name: str) -> None:
        self.name = name
        self.fix = Path(name).name.split(".")[1]
        folder = work / name.replace("/", "-")
        folder.mkdir()
        self.path = folder / "app.py"
        text, _ = long_file((KNOWLEDGE / f"{name}.py").read_text("utf-8"))
        self.path.write_text(text, "utf-8")
        done = subprocess.run(
            [sys.executable, "-B", "app.py"],
            cwd=folder,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        self.printed, self.status = done.stdout + done.stderr, done.returncode
        self.range: Any = None

    @property
    def uri(self) -> str:
        return self.path.as_uri()

    def output(self, execution: int) -> dict[str, object]:
        """The params of `tracemend/terminalOutput`."""
        return {
            "terminal": self.name,
            "execution": str(execution),
            "command": "python app.py",
            "cwd": str(self.path.parent),
            "data": self.printed,
            "exitCode": self.status,
            "done": True,
        }

    def list(self, client: Client) -> list[dict[str, Any]]:
        """The code actions on the error."""
        params = {"textDocument": {"uri": self.uri}, "range": self.range, "context": {"diagnostics": []}}
        found: list[dict[str, Any]] = client.request("textDocument/codeAction", params)
        return found

    def action(self, found: list[dict[str, Any]]) -> dict[str, Any]:
        """The action of the proof's fix. Raises RuntimeError where it is not offered."""
        for one in found:
            if (one.get("data") or {}).get("fix") == self.fix:
                return one
        raise RuntimeError(f"{self.name} is not offered {self.fix}: {[one['title'] for one in found]}")


Times = dict[str, list[tuple[float, str]]]


def timed(times: Times, what: str, name: str, question: Callable[[], Any]) -> Any:
    """The answer; what it took is put down in milliseconds."""
    before = time.perf_counter()
    answer = question()
    times.setdefault(what, []).append(((time.perf_counter() - before) * 1000, name))
    return answer


def hover(client: Client, small: Path) -> None:
    """A hover on the small file's error."""
    params = {"textDocument": {"uri": small.as_uri()}, "position": {"line": 1, "character": 14}}
    if "hots" not in str(client.request("textDocument/hover", params)):
        raise RuntimeError("the hover explains nothing")


def small_error(client: Client, folder: Path) -> Path:
    """A file of two lines with an error that is known to the server."""
    path = folder / "small.py"
    path.write_text(SMALL, "utf-8")
    client.open(path)
    data = (
        f'Traceback (most recent call last):\n  File "{path}", line 2, in <module>\n'
        "    print(settings['hots'])\n          ~~~~~~~~^^^^^^^^\nKeyError: 'hots'\n"
    )
    base = {"terminal": "0", "execution": "0", "command": "python small.py", "cwd": str(folder), "exitCode": 1}
    client.notify("tracemend/terminalOutput", {**base, "data": data, "done": True})
    wait_for(client, path)
    return path


def wait_for(client: Client, path: Path) -> Any:
    """The diagnostics of a file, as soon as there are any."""
    while True:
        params = client.wait_for("textDocument/publishDiagnostics")
        if params["uri"] == path.as_uri() and params["diagnostics"]:
            return params["diagnostics"]


def until_idle(client: Client) -> None:
    """Wait until the server has used next to no processor time for a fifth of a second: how long a look at a long file
    takes is the machine's affair, and while it is parsed nothing else runs."""
    process = psutil.Process(client.process.pid)
    used, before = 1.0, sum(process.cpu_times()[:2])
    while used > 0.02:
        time.sleep(0.2)
        now = sum(process.cpu_times()[:2])
        used, before = now - before, now


def measure(client: Client, cases: list[Case], small: Path, times: Times, asks: int) -> None:
    """Both rounds over all files."""
    for number, case in enumerate(cases, 1):
        client.open(case.path)
        start = time.perf_counter()
        client.notify("tracemend/terminalOutput", case.output(number))
        case.range = wait_for(client, case.path)[-1]["range"]
        times.setdefault("output to diagnostic", []).append(((time.perf_counter() - start) * 1000, case.name))
        for _ in range(3):  # evidence is being looked at
            timed(times, "hover meanwhile", case.name, lambda: hover(client, small))
        timed(times, "first list", case.name, lambda case=case: case.list(client))
        limit = time.monotonic() + 10
        while not any((one.get("data") or {}).get("fix") == case.fix for one in case.list(client)):
            if time.monotonic() > limit:
                break
            time.sleep(0.1)  # the protocol has no message that a fix is ready: it is asked for again
        for _ in range(asks):
            found = timed(times, "list", case.name, lambda case=case: case.list(client))
            action = case.action(found)
            edit = timed(times, "edit", case.name, lambda action=action: client.request("codeAction/resolve", action))
            if not edit.get("edit"):
                raise RuntimeError(f"{case.name}: the fix has no edit")
    for case in cases:
        until_idle(client)  # what the list before has set going is over
        case.action(timed(times, "list, evidence old", case.name, lambda case=case: case.list(client)))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--asks", type=int, default=ASKS, help="questions for each file")
    parser.add_argument("--only", default="", help="files whose name has this in it")
    options = parser.parse_args()
    times: Times = {}
    with tempfile.TemporaryDirectory(prefix="tracemend-bench-") as name:
        work = Path(name).resolve()
        cases = [Case(work, one) for one in (PROGRAMS + BROKEN).split() if options.only in one]
        client = Client([str(Path(sys.executable).with_name("tracemend")), "serve"])
        client.initialize(work, {"tracemend": {"trusted": True}})
        small = small_error(client, work)
        measure(client, cases, small, times, options.asks)
        client.stop()
    bounds = {
        "list": BOUND_LIST,
        "list, evidence old": BOUND_LIST,
        "edit": BOUND_RESOLVE,
        "hover meanwhile": BOUND_HOVER,
    }
    missed = 0
    for what, taken in times.items():
        median, (worst, whose) = statistics.median(value for value, _ in taken), max(taken)
        bound = bounds.get(what)
        verdict = f"  (at most {bound:g}: {'ok' if median <= bound else 'MISSED'})" if bound is not None else ""
        missed += bound is not None and median > bound
        print(f"{what:22} on {LINES} lines: median {median:7.2f} ms, worst {worst:7.1f} ms ({whose}){verdict}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

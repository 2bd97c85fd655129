"""`make bench-live`: how soon an error that a terminal prints is a diagnostic, and what a hover meanwhile costs.

Errors from tests/corpus among what programs print besides, each sent as a run of its own through
`tracemend/terminalOutput` in pieces of 1 KB: milliseconds from the last piece to the published diagnostic, and of a
hover on another error that is asked for before the last piece.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from raw_client import Client

CORPUS = Path(__file__).parents[1] / "corpus" / "python.jsonl"
PIECE = 1024
BOUND_DIAGNOSTIC, BOUND_HOVER = 50.0, 20.0
PROGRAM = "settings = {'host': 'a'}\nprint(settings['hots'])\n"
CHATTER = "".join(f"2026-11-24 10:12:13,{n:03} INFO shop: item {n} was stored\n" for n in range(200))


def printed(folder: Path, number: int) -> str:
    """What PROGRAM prints, below an error from the corpus that is not of this folder."""
    rows = [json.loads(line) for line in CORPUS.read_text("utf-8").splitlines()]
    texts = [row["text"] for row in rows if row.get("line")]
    file = folder / f"app{number % 2}.py"
    return (
        f"{CHATTER}{texts[number % len(texts)]}\n{CHATTER}Traceback (most recent call last):\n"
        f"  File \"{file}\", line 2, in <module>\n    print(settings['hots'])\n          ~~~~~~~~^^^^^^^^\n"
        f"KeyError: 'hots'\n"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=150)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tracemend-bench-") as name:
        return measure(Path(name).resolve(), options.runs)


def measure(folder: Path, runs: int) -> int:
    """All runs with one server; exit status 1 where a median is too large."""
    for number in range(2):
        (folder / f"app{number}.py").write_text(PROGRAM, "utf-8")
    client = Client([str(Path(sys.executable).with_name("tracemend")), "serve"])
    client.initialize(folder, {"tracemend": {"trusted": True}})
    for number in range(2):
        client.open(folder / f"app{number}.py")
    shown: list[float] = []
    hovers: list[float] = []
    for number in range(runs + 10):
        uri = (folder / f"app{number % 2}.py").as_uri()
        other = (folder / f"app{(number + 1) % 2}.py").as_uri()
        text = printed(folder, number)
        pieces = [text[at : at + PIECE] for at in range(0, len(text), PIECE)]
        base = {"terminal": "1", "execution": str(number), "command": f"python app{number % 2}.py", "cwd": str(folder)}
        if number > 1:  # what the run before of the same program showed goes away
            gone = {**base, "execution": f"{number} well", "data": "", "exitCode": 0, "done": True}
            client.notify("tracemend/terminalOutput", gone)
            while client.wait_for("textDocument/publishDiagnostics")["diagnostics"]:
                pass
        for piece in pieces[:-1]:
            client.notify("tracemend/terminalOutput", {**base, "data": piece, "done": False})
        where = {"textDocument": {"uri": other}, "position": {"line": 1, "character": 14}}
        start = time.perf_counter()
        answer = client.request("textDocument/hover", where)
        hovers.append((time.perf_counter() - start) * 1000)
        if number > 0 and "hots" not in str(answer):
            raise RuntimeError(f"the hover explains nothing: {answer}")
        start = time.perf_counter()
        client.notify("tracemend/terminalOutput", {**base, "data": pieces[-1], "exitCode": 1, "done": True})
        while True:
            params = client.wait_for("textDocument/publishDiagnostics")
            if params["uri"] == uri and any("KeyError" in one["message"] for one in params["diagnostics"]):
                break
        shown.append((time.perf_counter() - start) * 1000)
    client.stop()
    missed = 0
    figures = (
        ("last piece to diagnostic", shown[10:], BOUND_DIAGNOSTIC),
        ("hover before it", hovers[10:], BOUND_HOVER),
    )
    for what, values, bound in figures:
        median = statistics.median(values)
        missed += median > bound
        verdict = f"(at most {bound:g}: {'ok' if median <= bound else 'MISSED'})"
        print(f"{what:28} median {median:6.2f} ms, largest {max(values):6.1f} ms of {len(values)}  {verdict}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

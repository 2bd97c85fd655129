"""A terminal that prints a megabyte a second: memory stays bounded, and hovers are answered in a blink meanwhile."""

from __future__ import annotations

import json
import re
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from processes import Process
from programs import SETTINGS, SETTINGS_LINE
from workbench import OpenEditor, Workbench

TALKER = '''\
"""Prints a megabyte a second, and every two seconds a traceback, for so many seconds; writes down how much it was."""

import sys
import time
import traceback
from pathlib import Path

seconds, told = int(sys.argv[1]), Path(sys.argv[2])
start = time.monotonic()
written = 0
for tick in range(seconds * 10):
    lines = []
    for number in range(1500):
        lines.append(f"2026-11-24 10:12:13,123 INFO worker-{number % 8}: item {tick}/{number} was read and stored\\n")
    text = "".join(lines)[: 100 * 1024]
    sys.stdout.write(text)
    sys.stdout.flush()
    written += len(text)
    if tick % 20 == 0:
        try:
            {"host": tick}["hots"]
        except KeyError:
            traceback.print_exc()
    time.sleep(max(0.0, start + (tick + 1) / 10 - time.monotonic()))
told.write_text(str(written / (time.monotonic() - start)))
sys.exit(1)  # what it printed is not taken back
'''
EVERY = 5.0
"""Seconds between two looks at the memory."""
MEGABYTE = 1024 * 1024
MOST_SERVER = 200 * MEGABYTE
"""What waits to be read of a terminal is bounded to 16 M characters (64 MB as Python keeps them at worst), the errors
of a run to 50, what is remembered of others to some hundreds: with the 60 MB of a server at rest, this is ample."""
MOST_GROWTH = 150 * MEGABYTE
"""Of the extension host: 40 runs of 256 K characters each and one second of output wait there (some 30 MB as UTF-16);
the rest is garbage that V8 collects when it likes. What five minutes print would be twice as much, if it were kept."""
MOST_CREEP = 20 * MEGABYTE
"""By how much the server may be larger in the last quarter than in the second: a leak grows on."""
MOST_HOVER, MOST_DISTURBED = 50.0, 500.0
"""Milliseconds until the client has an answer: of 19 hovers in 20, beyond those that `cat` needs at the same moment to
give a line back (what paints the terminal wants the processors too: then anybody's answer waits), and of each."""
LONG = ("samples_MB", "slow_in_the_editor", "answer_and_echo_ms")
"""Figures that are written only, not printed."""

ANSWER = re.compile(r"Received response 'textDocument/hover - \(\d+\)' in (\d+)ms")
"""What the client's trace says of each answer: from the request's sending to the answer's coming."""


@pytest.mark.load
def test_load(
    open_editor: OpenEditor, tmp_path: Path, pytestconfig: pytest.Config, capsys: pytest.CaptureFixture[str]
) -> None:
    """The figures are printed, and written to screenshots/load.json."""
    seconds: int = pytestconfig.getoption("--load-seconds", default=300)
    answers, told = tmp_path / "hovers.jsonl", tmp_path / "rate"
    settings = {"tracemend.trace.server": "messages", "probeForTests.file": str(answers), "probeForTests.every": 1000}
    window: Workbench = open_editor({"settings.py": SETTINGS, "talker.py": TALKER}, settings)
    window.open_file("settings.py")
    window.terminal.new()
    window.clear_notifications()
    window.terminal.run("python3 settings.py")
    window.editor.squiggle(SETTINGS_LINE)
    (server,) = window.server.processes("start.py serve")
    (host,) = window.server.processes("--type=extensionHost")
    # The client asks once at the start, and waits for the knowledge to be opened: that is no answer under load.
    before = len(ANSWER.findall(window.server.logs("Tracemend")))
    window.terminal.enter(f"python3 talker.py {seconds} {told}")
    window.editor.goto(SETTINGS_LINE, 14)
    window.command("Probe: Ask for Hovers")
    samples = sampled(server, host, told, seconds)
    assert server.running
    assert window.server.processes("start.py serve") == [server]
    seen = [json.loads(line) for line in answers.read_text().splitlines()]
    served = [int(ms) for ms in ANSWER.findall(window.server.logs("Tracemend"))][before:]
    rate = float(told.read_text())
    echoes = [one["echo_ms"] for one in seen]
    beyond = [ms - echo for ms, echo in zip(served, echoes, strict=False)]
    figures = {
        "seconds": seconds,
        "printed_MB_per_second": round(rate / MEGABYTE, 2),
        "server_MB": summary([one[0] for one in samples]),
        "extension_host_MB": summary([one[1] for one in samples]),
        "hover_answer_ms": {"count": len(served), **spread(served)},
        "beyond_echo_ms": spread(beyond),
        "hover_in_the_editor_ms": {"count": len(seen), **spread([one["ms"] for one in seen])},
        "slow_in_the_editor": [f"{one['at']} {one['ms']:.0f} ms" for one in seen if one["ms"] >= MOST_HOVER / 2],
        "answer_and_echo_ms": [[ms, round(echo, 1)] for ms, echo in zip(served, echoes, strict=False)],
        "samples_MB": [[round(value / MEGABYTE) for value in one] for one in samples],
    }
    window.screenshots.mkdir(exist_ok=True)
    (window.screenshots / "load.json").write_text(json.dumps(figures, indent=2) + "\n")
    with capsys.disabled():
        print(f"\n{json.dumps({name: value for name, value in figures.items() if name not in LONG}, indent=2)}")
    # All that was for nothing unless the server read it: the last traceback's line is underlined.
    window.open_file("talker.py").squiggle(TALKER.splitlines().index('            {"host": tick}["hots"]') + 1)
    assert all("Most likely" in one["text"] for one in seen)
    assert max(one[0] for one in samples) < MOST_SERVER
    assert max(one[1] for one in samples) < samples[0][1] + MOST_GROWTH
    quarter = len(samples) // 4
    if quarter:
        middle = statistics.mean(one[0] for one in samples[quarter : 2 * quarter])
        assert statistics.mean(one[0] for one in samples[-quarter:]) < middle + MOST_CREEP
    assert statistics.quantiles(beyond, n=20)[-1] < MOST_HOVER
    assert max(served) < MOST_DISTURBED


def sampled(server: Process, host: Process, told: Path, seconds: int) -> list[tuple[int, int]]:
    """The memory of the server and of the extension host, every few seconds until the program has said its rate."""
    samples = []
    end = time.monotonic() + 2 * seconds + 60
    while not told.exists():
        assert time.monotonic() < end, "the program did not come to its end"
        samples.append((server.rss, host.rss))
        time.sleep(EVERY)
    samples.append((server.rss, host.rss))
    return samples


def spread(values: Sequence[float]) -> dict[str, float]:
    """The middle, what 19 of 20 are not above, and the largest."""
    found = statistics.median(values), statistics.quantiles(values, n=20)[-1], max(values)
    return dict(zip(("median", "19_of_20", "max"), (round(value, 1) for value in found), strict=True))


def summary(values: list[int]) -> dict[str, int]:
    """Start, largest and end, in megabytes."""
    return {"start": values[0] // MEGABYTE, "max": max(values) // MEGABYTE, "end": values[-1] // MEGABYTE}

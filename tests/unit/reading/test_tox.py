"""Texts of nox 2026.10.20 and tox 4.67.15; the skipped environment is from the source of tox (run/single.py)."""

from __future__ import annotations

import pytest
from tracemend.reading.report import ErrorReport, Hints
from tracemend.reading.runners.tox import DIALECT
from tracemend.reading.scanner import read_text

from .asking import counted, only, read


def scanned(text: str, command: str | None = None) -> list[ErrorReport]:
    """The reports of a text through the cheap pass and all dialects."""
    return [report for block in read_text(text, Hints(command=command)) for report in block]


def place(report: ErrorReport) -> tuple[str, int | None] | None:
    """Where the report is shown."""
    return (report.user_frame.path, report.user_frame.line) if report.user_frame else None


NOX = """
nox > Running session tests
nox > sh -c 'exit 3'
nox > Command sh -c 'exit 3' failed with exit code 3
nox > Session tests failed.
nox > Running session lint
nox > sh -c 'echo some output; exit 1'
some output
nox > Command sh -c 'echo some output; exit 1' failed with exit code 1
nox > Session lint failed.
nox > Running session missing
nox > Program nosuchprogram not found.
nox > Session missing failed.
nox > Running session old
nox > Session old skipped: Python interpreter 3.5 not found.
nox > Running session boom
nox > Session boom aborted: You must bump the version.
nox > Ran 5 sessions:
nox > * tests: failed
nox > * old: skipped (Python interpreter 3.5 not found)
nox > * boom: aborted
"""

TOX = """
a: commands[0]> sh -c 'exit 3'
a: exit 3 (0.02 seconds) /home/dev/n> sh -c 'exit 3' pid=10226
a: FAIL ✖ in 0.33 seconds
b: commands[0]> sh -c 'echo some output; exit 1'
some output
b: exit 1 (0.00 seconds) /home/dev/n> sh -c 'echo some output; exit 1' pid=10240
b: FAIL ✖ in 0.09 seconds
c: commands[0]> nosuchprogram
c: Exception running subprocess [Errno 2] No such file or directory: 'nosuchprogram'
c: exit 2 (0.00 seconds) /home/dev/n> nosuchprogram
f: commands[0]> sh -c true
f: failed with sh is not allowed, use allowlist_externals to allow it
py35: failed with could not find python interpreter matching any of the specs py35
  a: FAIL code 3 (0.33=setup[0.31]+cmd[0.02] seconds)
  b: FAIL code 1 (0.09=setup[0.09]+cmd[0.00] seconds)
  evaluation failed :( (0.56 seconds)
"""


def test_nox() -> None:
    reports = read(DIALECT, NOX)
    assert {one.tool for one in reports} == {"nox"}
    assert [(one.severity, one.message) for one in reports] == [
        ("error", "Command sh -c 'exit 3' failed with exit code 3"),
        ("error", "Command sh -c 'echo some output; exit 1' failed with exit code 1"),
        ("error", "Program nosuchprogram not found."),
        ("warning", "Session old skipped: Python interpreter 3.5 not found."),
        ("error", "Session boom aborted: You must bump the version."),
    ]
    assert [one.message for one in scanned(NOX)] == [one.message for one in reports]
    assert [one.summary for one in reports] == [False, True, False, False, False]
    assert [one.summary for one in counted(reports)] == [False] * 4


def test_tox() -> None:
    reports = read(DIALECT, TOX)
    assert {one.tool for one in reports} == {"tox"}
    assert [one.message for one in reports] == [
        "exit 3 (0.02 seconds) /home/dev/n> sh -c 'exit 3'",
        "exit 1 (0.00 seconds) /home/dev/n> sh -c 'echo some output; exit 1'",
        "Exception running subprocess [Errno 2] No such file or directory: 'nosuchprogram'",
        "exit 2 (0.00 seconds) /home/dev/n> nosuchprogram",
        "failed with sh is not allowed, use allowlist_externals to allow it",
        "failed with could not find python interpreter matching any of the specs py35",
    ]
    assert [one.message for one in scanned(TOX)] == [one.message for one in reports]
    assert [one.summary for one in reports] == [False, True, False, True, False, False]


def test_what_a_signal_ended() -> None:
    text = """
    nox > python3 -c 'import os; os.kill(os.getpid(), 9)'
    nox > Command python3 -c 'import os; os.kill(os.getpid(), 9)' failed with exit code -9
    nox > Session a failed.
    """
    report = only(DIALECT, text)
    assert (report.tool, report.code, report.summary) == ("nox", "SIGKILL", False)
    text = """
    py: commands[0]> python -c 'import os; os.kill(os.getpid(), 9)'
    py: exit -9 (0.01 seconds) /home/dev/k> python -c 'import os; os.kill(os.getpid(), 9)' pid=20373
      py: FAIL code -9 (0.19=setup[0.18]+cmd[0.01] seconds)
    """
    report = only(DIALECT, text)
    assert (report.tool, report.code, report.summary) == ("tox", "SIGKILL", False)


def test_no_noxfile() -> None:
    text = "nox > Failed to load Noxfile /home/dev/n/noxfile.py, no such file exists."
    assert only(DIALECT, text).message == text.removeprefix("nox > ")
    assert len(scanned(text)) == 1


def test_an_environment_that_is_not_there() -> None:
    report = only(DIALECT, "ROOT: HandledError| provided environments not found in configuration file:\nnosuch")
    assert report.message == "provided environments not found in configuration file: nosuch"
    assert only(DIALECT, "nox > Error while collecting sessions.\nnox > Sessions not found: nosuch").span.start == 2


def test_an_environment_that_is_skipped() -> None:
    report = only(DIALECT, "py39: skipped because could not find python interpreter with spec(s): py39")
    assert report.severity == "warning"


def test_any_other_reason_counts_where_tox_was_run() -> None:
    text = "py: failed with no pyproject.toml found at /home/dev/n/pyproject.toml to read dependency groups from"
    assert only(DIALECT, text, command="tox -e py").message == text.removeprefix("py: ")
    assert read(DIALECT, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "nox > Session tests was successful in 2 seconds.",
        "nox > Session tests failed.",
        "py: OK (0.33 seconds)\n  congratulations :) (0.4 seconds)",
        "job: exit 1 (of many)",
        "build: failed with honour",
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []


def test_hostile_lines_take_no_time() -> None:
    for line in ("nox > Session " + "a " * 50_000, "a: exit 1 (" + "1" * 100_000, "a: failed with " + "x" * 100_000):
        read(DIALECT, line)


TOX_3 = """
py37 create: /home/dev/project/.tox/py37
ERROR: InterpreterNotFound: python3.7
unit run-test: commands[0] | python -c 'raise SystemExit(3)'
ERROR: InvocationError for command /home/dev/project/.tox/unit/bin/python -c 'raise SystemExit(3)' (exited with code 3)
___________________________________ summary ____________________________________
ERROR:  py37: InterpreterNotFound: python3.7
ERROR:   unit: commands failed
"""


def test_tox_3() -> None:
    """tox 3.28: the summary repeats the reason without the environment's way to it."""
    found = scanned(TOX_3)
    assert [report.tool for report in found] == ["tox"] * 4
    assert [report.summary for report in found] == [False, False, True, True]
    assert found[0].message == "InterpreterNotFound: python3.7"


def test_nox_says_how_long_it_took() -> None:
    """nox 2026.10: behind the interpreter that is missing."""
    report = only(DIALECT, "nox > Session old failed: Python interpreter 3.7 not found (took a second).")
    assert report.severity == "error"

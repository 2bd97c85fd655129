"""Packs on the command line: broken ones are told in full, hostile ones do no harm and are named."""

from __future__ import annotations

import json
import re
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
DATA = Path(__file__).parents[2] / "data"
BROKEN = DATA / "broken-pack"
HOSTILE = DATA / "hostile-pack"
NAME = "builtin (workspace)"
REFUSED = """\
Traceback (most recent call last):
  File "go.py", line 2, in <module>
    subprocess.run(["./go"])
PermissionError: [Errno 13] Permission denied: './go'
"""
UNKNOWN = """\
Traceback (most recent call last):
  File "a.py", line 1, in <module>
    fail()
ValueError: something very wrong
"""


def test_check_tells_each_broken_file_with_its_line_and_advice(tracemend: Run) -> None:
    done = tracemend("knowledge", "check", str(BROKEN))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    lines = done.stdout.splitlines()
    for file in sorted([*(BROKEN / "broken").iterdir(), BROKEN / "shared" / "cause-without-text.yaml"]):
        (told,) = (line for line in lines if line.startswith(f"{file}:"))
        assert re.fullmatch(r":\d+: .+?[.?] .+[.?\"`]", told.removeprefix(str(file))), told
    assert not [line for line in lines if line.startswith((f"{BROKEN / 'sound' / 'plain.yaml'}", "sound/off"))]


def test_check_tells_what_is_hostile(tracemend: Run) -> None:
    began = time.monotonic()
    done = tracemend("knowledge", "check", str(HOSTILE))
    assert time.monotonic() - began < 10
    assert done.returncode == 1
    for name in ("bomb", "escape-in-command", "hangs", "hangs-slowly", "hangs-on-the-command", "newline-in-command"):
        assert re.search(rf"{name}\.yaml:\d+: ", done.stdout), name
    assert "\x1b" not in done.stdout


def test_scan_uses_what_is_sound_of_a_broken_pack(tracemend: Run) -> None:
    done = tracemend("scan", "--pack", str(BROKEN), "--format", "json", stdin=UNKNOWN + REFUSED)
    own, builtin = map(json.loads, done.stdout.splitlines())
    assert own["pack"] == "Broken things"
    assert builtin["entry"] == "python.os.permission-denied"
    assert "pack" not in builtin
    assert done.stderr.count("unknown-key.yaml:7: ") == 1


def test_scan_with_a_hostile_pack_works_and_names_it(tracemend: Run) -> None:
    done = tracemend("scan", "--pack", str(HOSTILE), "--format", "json", stdin=REFUSED + UNKNOWN)
    assert done.returncode == 1
    replaced, refused = map(json.loads, done.stdout.splitlines())
    assert (replaced["entry"], replaced["pack"]) == ("python.os.permission-denied", NAME)
    assert refused["entry"] == "python.general.value-error"
    assert "pack" not in refused


@pytest.mark.parametrize("format", ["text", "sarif", "github"])
def test_each_format_names_the_pack(tracemend: Run, format: str) -> None:
    done = tracemend("scan", "--pack", str(HOSTILE), "--format", format, stdin=REFUSED)
    shown = str(json.loads(done.stdout)) if format == "sarif" else done.stdout
    assert f"from pack “{NAME}”" in shown
    assert "from pack" not in tracemend("scan", "--format", format, stdin=REFUSED).stdout


def test_a_killer_text_is_answered_at_once(tracemend: Run) -> None:
    text = "".join(f"ValueError: {killer}\n" for killer in ("a" * 1900, "very wrong at " * 130))
    began = time.monotonic()
    tracemend("scan", "--pack", str(HOSTILE), "--command", "run " + "x " * 900, stdin=text)
    assert time.monotonic() - began < 5

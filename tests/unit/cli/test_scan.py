"""`tracemend scan`: formats, exit status, input of every kind."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from conftest import Run

FAILS = 'settings = {"temperature": 20}\n\n\ndef read():\n    return settings["temprature"]\n\n\nprint(read())\n'


def printed_by(work: Path, source: str = FAILS) -> str:
    """Run a program in the working folder; what it printed."""
    (work / "app.py").write_text(source)
    done = subprocess.run([sys.executable, "app.py"], cwd=work, capture_output=True, text=True)
    return done.stdout + done.stderr


def test_nothing_wrong_exits_with_0(tracemend: Run) -> None:
    done = tracemend("scan", stdin="all 12 checks passed, 0 errors\n")
    assert (done.returncode, done.stdout) == (0, "")


def test_an_error_exits_with_1_and_is_one_json_object(tracemend: Run, work: Path) -> None:
    done = tracemend("scan", "--here", "--format", "json", stdin="starting\n" + printed_by(work) + "\nbye\n")
    assert done.returncode == 1, done.stderr
    (found,) = map(json.loads, done.stdout.splitlines())
    assert found["schema"] == 1
    assert (found["exception"], found["message"]) == ("KeyError", "'temprature'")
    assert found["entry"] == "python.lookup.key-missing"
    assert found["origin"] == "here"
    assert found["location"]["file"] == str(work / "app.py")
    assert found["location"]["line"] == 5
    if sys.version_info >= (3, 11):  # carets
        assert found["location"]["column"] == 12
    assert found["span"]["start"] == 2
    assert found["causes"][0]["verdict"] == "confirmed"
    assert [fix["id"] for fix in found["fixes"] if fix["preferred"]] == ["use-similar-key"]
    assert found["chain"] is None


def test_output_of_elsewhere_is_explained_without_evidence(tracemend: Run, work: Path) -> None:
    text = printed_by(work).replace(str(work), "/srv/elsewhere")
    (work / "app.py").unlink()  # else its source bears the text out
    done = tracemend("scan", "--format", "json", stdin=text)
    found = json.loads(done.stdout)
    assert found["origin"] in ("elsewhere", "unknown")
    assert {cause["verdict"] for cause in found["causes"]} == {"possible"}


def test_a_warning_alone_exits_with_0(tracemend: Run) -> None:
    text = (
        "app.py:9: RuntimeWarning: coroutine 'fetch' was never awaited\n"
        "  fetch()\nRuntimeWarning: Enable tracemalloc to get the object allocation traceback\n"
    )
    done = tracemend("scan", "--format", "json", stdin=text)
    assert done.returncode == 0
    assert json.loads(done.stdout)["severity"] == "warning"


def test_several_files_and_a_missing_one(tracemend: Run, work: Path) -> None:
    (work / "a.log").write_text("ZeroDivisionError: division by zero\n")
    done = tracemend("scan", "a.log", "missing.log", "--format", "json")
    assert done.returncode == 2
    assert json.loads(done.stdout)["input"] == "a.log"
    assert "missing.log" in done.stderr
    assert "No such file" in done.stderr


def test_bytes_that_are_no_text_lose_nothing(tracemend: Run, work: Path) -> None:
    (work / "a.log").write_bytes(b"\xfe\xfe\x00 noise\r\n" + printed_by(work).replace("\n", "\r\n").encode())
    done = tracemend("scan", "a.log", "--format", "json")
    assert json.loads(done.stdout)["exception"] == "KeyError"


def test_chained_errors_name_what_they_led_to(tracemend: Run, work: Path) -> None:
    source = "try:\n    {}['a']\nexcept KeyError as error:\n    raise ValueError('no a') from error\n"
    first, last = map(
        json.loads, tracemend("scan", "--format", "json", stdin=printed_by(work, source)).stdout.split("\n")[:2]
    )
    assert first["chain"] == {"of": last["id"], "how": "cause"}
    assert last["chain"] is None


def test_github_annotations_are_one_line_each(tracemend: Run, work: Path) -> None:
    source = "raise ValueError('100%\\nsecond: line')\n"
    (line,) = tracemend("scan", "--format", "github", stdin=printed_by(work, source)).stdout.splitlines()
    assert line.startswith("::error file=")
    assert ",line=1" in line
    assert "100%25%0Asecond: line" in line


def test_text_in_a_pipe_has_no_colours(tracemend: Run, work: Path) -> None:
    done = tracemend("scan", "--here", stdin=printed_by(work))
    assert "KeyError" in done.stdout
    assert "\x1b" not in done.stdout
    assert "preferred fix" in done.stdout


def test_findings_of_checkers(tracemend: Run, work: Path) -> None:
    finding = {
        "path": "opt.py",
        "source": "Pylance",
        "code": "reportOptionalMemberAccess",
        "message": '"group" is not a known attribute of "None"',
        "severity": "error",
        "range": {"start": {"line": 5, "character": 13}, "end": {"line": 5, "character": 18}},
    }
    done = tracemend("scan", "--diagnostics", "--format", "json", stdin=json.dumps(finding) + "\nnot json\n")
    found = json.loads(done.stdout)
    assert found["entry"] == "typing.checkers.optional-member-access"
    assert found["tool"] == "pyright"
    assert (found["location"]["line"], found["location"]["column"]) == (6, 14)
    assert done.returncode == 2
    assert "line 2 is no finding" in done.stderr


def test_unusable_arguments_exit_with_2(tracemend: Run) -> None:
    assert tracemend("scan", "--format", "xml").returncode == 2
    done = tracemend("scan", "--pack", "no-such-folder")
    assert done.returncode == 2
    assert "no such folder: no-such-folder" in done.stderr


def test_large_files_are_read_side_by_side(tracemend: Run, work: Path) -> None:
    """The same answers in the same order; a file that is not there is said, and the others are read."""
    chatter = "2026-11-24 10:12:13,123 INFO shop: item 17 was stored\n" * 160_000
    names = [f"{number}.log" for number in range(3)]
    for name in names:
        (work / name).write_text(chatter + printed_by(work))
    done = tracemend("scan", "--format", "json", names[0], "missing.log", *names[1:])
    assert done.returncode == 2
    assert "missing.log" in done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["input"] for one in found] == names
    assert {one["span"]["start"] for one in found} == {160_001}
    assert {one["exception"] for one in found} == {"KeyError"}
    alone = json.loads(tracemend("scan", "--format", "json", names[1]).stdout)
    assert found[1] == alone

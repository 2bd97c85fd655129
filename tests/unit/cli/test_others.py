"""`explain` and `knowledge`."""

from __future__ import annotations

import json
from pathlib import Path

from conftest import Run

TEXT = "PermissionError: [Errno 13] Permission denied: 'report.csv'"


def test_explain_a_text(tracemend: Run) -> None:
    done = tracemend("explain", TEXT)
    assert done.returncode == 0, done.stderr
    assert "report.csv" in done.stdout.splitlines()[0]
    assert "https://docs.python.org" in done.stdout


def test_explain_an_entry(tracemend: Run) -> None:
    done = tracemend("explain", "python.os.permission-denied", "--format", "json")
    assert done.returncode == 0
    found = json.loads(done.stdout)
    assert found["entry"] == "python.os.permission-denied"
    assert found["title"] == "PermissionError: Permission denied"


def test_explain_what_nobody_knows_exits_with_1_and_names_what_is_near(tracemend: Run) -> None:
    done = tracemend("explain", "the printer refused: permission denied while writing the file")
    assert done.returncode == 1
    assert "No entry explains this error." in done.stdout
    assert "python.os.permission-denied" in done.stdout


def test_knowledge_lists(tracemend: Run) -> None:
    listed = [json.loads(line)["id"] for line in tracemend("knowledge", "list", "--format", "json").stdout.splitlines()]
    assert "python.os.permission-denied" in listed
    assert listed == sorted(listed)
    facts = [
        json.loads(line)["name"] for line in tracemend("knowledge", "facts", "--format", "json").stdout.splitlines()
    ]
    assert "path-owned-by-other" in facts
    recipes = tracemend("knowledge", "recipes").stdout
    assert "atomic-write: " in recipes


def test_a_new_entry_is_begun_and_never_overwritten(tracemend: Run, work: Path) -> None:
    pack = work / "pack"
    pack.mkdir()
    done = tracemend("knowledge", "new", "team.deploy.locked", "--pack", str(pack), "--output", "-", stdin=TEXT + "\n")
    assert done.returncode == 0, done.stderr
    written = pack / "team" / "deploy" / "locked.yaml"
    assert done.stdout.strip() == str(written)
    assert TEXT in written.read_text()
    again = tracemend("knowledge", "new", "team.deploy.locked", "--pack", str(pack))
    assert again.returncode == 2
    assert "locked.yaml" in again.stderr


def test_a_faulty_pack_is_reported_with_file_and_line(tracemend: Run, work: Path) -> None:
    (work / "pack").mkdir()
    (work / "pack" / "odd.yaml").write_text("id: odd\ntitle: Odd\nmesage: x\n")
    done = tracemend("knowledge", "check", "pack")
    assert done.returncode == 1
    assert "odd.yaml:3" in done.stdout


TEAM = (
    'id: team.deploy\ntitle: Our deploy\nsummary: The deploy is locked.\ndocumented: new\nreviewed: "2026-11-01"\n'
    "match: [{exception: RuntimeError, message: deploy is locked by (?P<who>.+)}]\nmeaning: Somebody deploys.\n"
    "causes: [{id: busy, text: A deploy runs., fixes: [wait]}]\n"
    "fixes: [{id: wait, title: Wait for it, steps: [Wait until it is done.]}]\n"
    "sources: [{title: Ours, url: 'https://example.org/deploy'}]\n"
    "examples: [{output: 'RuntimeError: deploy is locked by ada'}]\n"
)


def test_an_old_review_is_told_and_no_reason_to_fail(tracemend: Run, work: Path) -> None:
    (work / "pack" / "team").mkdir(parents=True)
    text = TEAM.replace("2026-11-01", "2020-01-31")
    (work / "pack" / "team" / "deploy.yaml").write_text(text)
    done = tracemend("knowledge", "check", "pack")
    assert (done.returncode, done.stdout) == (0, "")
    assert "deploy.yaml:5: warning: reviewed: it was not reviewed for " in done.stderr
    assert done.stderr.endswith("1 signatures, 0 of them in no example\n1 entries, 1 warnings, 0 faults\n")
    (work / "pack" / "team" / "deploy.yaml").write_text(TEAM.replace("2026-11-01", "9999-12-31"))
    done = tracemend("knowledge", "check", "pack")
    assert done.returncode == 1
    assert "deploy.yaml:5: reviewed: 9999-12-31 is still to come. " in done.stdout


def test_a_workspace_pack_is_used_once_its_folder_was_named(tracemend: Run, work: Path) -> None:
    pack = work / ".tracemend"
    (pack / "team").mkdir(parents=True)
    (pack / "team" / "deploy.yaml").write_text(TEAM)
    text = "RuntimeError: deploy is locked by ada\n"
    before = json.loads(tracemend("scan", "--format", "json", stdin=text).stdout)
    assert before["entry"] != "team.deploy"
    assert tracemend("knowledge", "trust", ".").returncode == 0
    after = json.loads(tracemend("scan", "--format", "json", stdin=text).stdout)
    assert (after["entry"], after["params"]) == ("team.deploy", {"who": "ada"})
    assert after["pack"]
    assert after["pack"] in tracemend("scan", stdin=text).stdout
    assert tracemend("knowledge", "trust", ".", "--remove").returncode == 0
    assert json.loads(tracemend("scan", "--format", "json", stdin=text).stdout)["entry"] != "team.deploy"


def test_the_schema_is_json(tracemend: Run) -> None:
    assert "properties" in json.loads(tracemend("knowledge", "schema").stdout)

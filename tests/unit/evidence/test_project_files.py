"""`path-in-project`: where a missing file lies in the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tracemend.evidence.fact import Finding

from .conftest import look


def _ask(folder: Path, value: str, *files: str, source: str = "open(name)\n") -> Finding:
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("", "utf-8")
    program = folder / "app.py"
    program.write_text(source, "utf-8")
    return look("path-in-project", value, folder=folder, source=program, line=1)


@pytest.mark.parametrize(
    ("value", "lies"),
    [
        ("a.txt", "data/a.txt"),
        ("data/a.txt", "a.txt"),
        ("dat/a.txt", "data/a.txt"),
        ("a.txt", "x/y/z/a.txt"),
        ("A.TXT", "a.txt"),
        ("photo.jpg", "photo.JPEG"),
        ("conf.yaml", "conf.yml"),
        ("a.txt", "a.txt.txt"),
        ("a.csv", "a.txt"),
        ("in", "data/in/a.txt"),
    ],
)
def test_found(tmp_path: Path, value: str, lies: str) -> None:
    found = _ask(tmp_path, value, lies)
    expected = "data/in" if value == "in" else lies
    assert (found.holds, found.values) == (
        True,
        {"lies": os.path.join(os.path.realpath(tmp_path), *expected.split("/"))},
    )


@pytest.mark.parametrize(
    ("value", "files", "holds"),
    [
        ("a.txt", ["de/a.txt", "en/a.txt"], None),
        ("a.txt", ["tests/a.txt"], False),
        ("a.txt", [".venv/a.txt", "node_modules/a.txt"], False),
        ("a.csv", ["a.xlsx"], False),
        ("a.csv", ["data/a.txt"], False),
        ("a.txt", ["a.txt"], None),
        ("*.txt", ["data/*.txt"], None),
        ("a.txt", ["1/2/3/4/5/a.txt"], False),
    ],
)
def test_not_found(tmp_path: Path, value: str, files: list[str], holds: bool | None) -> None:
    assert _ask(tmp_path, value, *files).holds is holds


def test_a_program_that_changes_its_folder(tmp_path: Path) -> None:
    assert _ask(tmp_path, "a.txt", "data/a.txt", source="import os; os.chdir('x'); open(name)\n").holds is None


def test_a_folder_of_thousands_is_not_looked_through(tmp_path: Path) -> None:
    (tmp_path / "many").mkdir()
    for number in range(3_001):
        (tmp_path / "many" / str(number)).touch()
    assert _ask(tmp_path, "a.txt", "data/a.txt").holds is None


def test_the_users_own_folder_is_no_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert _ask(tmp_path, "a.txt", "data/a.txt").holds is None

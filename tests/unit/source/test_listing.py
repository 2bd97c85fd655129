"""The workspace's files by name: what is listed, what is left out, and when it is listed anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tracemend.source import listing
from tracemend.source.listing import WorkspaceFiles, distinct


def make(root: Path, *paths: str) -> None:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x = 1\n", encoding="utf-8")


def names(files: WorkspaceFiles, name: str, *roots: Path) -> list[str]:
    return [found.path for found in files.named(name, tuple(map(str, roots)))]


def test_what_is_listed(tmp_path: Path) -> None:
    make(tmp_path, "a.py", "src/shop/a.py", "src/shop/A.PY", "src/b.py")
    assert names(WorkspaceFiles(), "a.py", tmp_path) == [
        str(tmp_path / "a.py"),
        str(tmp_path / "src/shop/A.PY"),
        str(tmp_path / "src/shop/a.py"),
    ]
    assert names(WorkspaceFiles(), "c.py", tmp_path) == []
    assert names(WorkspaceFiles(), "a.py", tmp_path / "nothing") == []


def test_what_is_left_out(tmp_path: Path) -> None:
    left_out = [
        ".git",
        "node_modules",
        ".venv",
        "venv",
        "__pycache__",
        "dist",
        "build",
        "lib/site-packages",
        "x.egg-info",
    ]
    make(tmp_path, "src/a.py", *(f"{folder}/a.py" for folder in left_out))
    make(tmp_path, "my-environment/pyvenv.cfg", "my-environment/bin/a.py")
    assert names(WorkspaceFiles(), "a.py", tmp_path) == [str(tmp_path / "src/a.py")]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
def test_links_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "inside/a.py", "outside/b.py")
    root = tmp_path / "inside"
    (root / "link").symlink_to(tmp_path / "outside")
    (root / "b.py").symlink_to(tmp_path / "outside/b.py")
    (root / "again").symlink_to(root)
    assert names(WorkspaceFiles(), "b.py", root) == []
    assert names(WorkspaceFiles(), "a.py", root) == [str(root / "a.py")]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
def test_a_folder_by_two_names_counts_once(tmp_path: Path) -> None:
    make(tmp_path, "shop/sub/a.py", "other/a.py")
    (tmp_path / "link").symlink_to(tmp_path / "shop")
    roots = (str(tmp_path / "link"), str(tmp_path / "shop"), str(tmp_path / "shop/sub"), str(tmp_path / "other"))
    assert distinct(roots) == [str(tmp_path / "link"), str(tmp_path / "other")]


def test_a_new_file_is_found_after_a_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(listing.time, "monotonic", lambda: now[0])
    files = WorkspaceFiles()
    make(tmp_path, "a.py")
    assert len(names(files, "a.py", tmp_path)) == 1
    make(tmp_path, "b.py", "sub/a.py")
    assert names(files, "b.py", tmp_path) == [], "listed a moment ago"
    now[0] += listing.AGE + 1
    assert len(names(files, "a.py", tmp_path)) == 1, "what is known is looked for less often"
    assert len(names(files, "b.py", tmp_path)) == 1
    make(tmp_path, "c/a.py")
    now[0] += listing.AGE_OF_KNOWN + 1
    assert len(names(files, "a.py", tmp_path)) == 3


def test_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "deep/er/z.py", *(f"a{number}.py" for number in range(5)))
    monkeypatch.setattr(listing, "MAX_FILES", 5)
    files = WorkspaceFiles()
    assert names(files, "z.py", tmp_path) == [], "the nearest to the root are kept"
    assert len(names(files, "a4.py", tmp_path)) == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_what_cannot_be_read_is_not_there(tmp_path: Path) -> None:
    make(tmp_path, "a/a.py", "b/b.py")
    (tmp_path / "a").chmod(0)
    assert len(names(WorkspaceFiles(), "b.py", tmp_path)) == 1

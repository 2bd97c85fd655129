"""Facts about real files, owners and modes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tracemend.evidence.fact import Finding

from .conftest import OTHER, has_capability, look

posix = pytest.mark.skipif(sys.platform == "win32", reason="owners and modes are those of POSIX")
as_root = pytest.mark.skipif(not (has_capability(0) and has_capability(1)), reason="needs to be root")


def test_exists_and_missing(tmp_path: Path) -> None:
    (tmp_path / "report.csv").write_text("a")
    for value, folder in (("report.csv", tmp_path), (str(tmp_path / "report.csv"), None)):
        assert look("path-exists", value, folder=folder).holds is True
        assert look("path-missing", value, folder=folder).holds is False
    found = look("path-missing", "data/none.csv", folder=tmp_path)
    assert (found.holds, found.seen) == (True, f"{tmp_path / 'data/none.csv'} does not exist.")


@pytest.mark.parametrize("value", [None, "", "a\0b", "\\\\host\\share\\a", "//host/share/a", "x" * 5_000])
def test_what_must_not_be_looked_at(value: str | None, tmp_path: Path) -> None:
    for name in ("path-exists", "path-owned-by-me", "path-not-writable", "parent-missing", "path-held-open"):
        assert look(name, value, folder=tmp_path).holds is None


def test_a_relative_path_without_a_folder_is_unknown() -> None:
    assert look("path-exists", "report.csv").holds is None
    assert look("parent-missing", "report.csv").holds is None


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "a").write_text("")
    assert look("path-is-folder", "out", folder=tmp_path).holds is True
    assert look("path-is-folder", "a", folder=tmp_path).holds is False
    assert look("path-is-folder", "b", folder=tmp_path).holds is False


@posix
def test_own_file(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("a")
    file.chmod(0o640)
    found = look("path-owned-by-me", "own.csv", folder=tmp_path)
    assert found.holds is True
    assert found.seen is not None
    assert found.seen.startswith("own.csv belongs to you (")
    assert found.seen.endswith("mode 640.")
    assert look("path-owned-by-other", "own.csv", folder=tmp_path).holds is False
    assert look("path-writable", "own.csv", folder=tmp_path).holds is True


@posix
def test_own_read_only_file(tmp_path: Path) -> None:
    """What the mode forbids, root's DAC_OVERRIDE allows; the answer is the system's, not the mode's."""
    file = tmp_path / "own.csv"
    file.write_text("a")
    file.chmod(0o444)
    assert look("path-read-only", "own.csv", folder=tmp_path).holds is True
    found = look("path-not-writable", "own.csv", folder=tmp_path)
    assert found.holds is not has_capability(1)
    assert found.seen is not None
    assert found.seen.endswith("(mode 444).")


@as_root
def test_root_may_write_what_belongs_to_another(tmp_path: Path) -> None:
    file = tmp_path / "theirs.csv"
    file.write_text("a")
    os.chown(file, OTHER, OTHER)
    file.chmod(0o444)
    found = look("path-owned-by-other", "theirs.csv", folder=tmp_path)
    assert (found.holds, found.seen) == (
        True,
        f"theirs.csv belongs to uid {OTHER}, mode 444; you are root (uid 0).",
    )
    assert look("path-not-writable", "theirs.csv", folder=tmp_path).holds is False


@posix
def test_a_file_of_root_for_another_user(open_folder: Path, as_other: Callable[..., Finding]) -> None:
    file = open_folder / "report.csv"
    file.write_text("a")
    file.chmod(0o644)
    found = as_other("path-owned-by-other", "report.csv", folder=open_folder)
    assert (found.holds, found.seen) == (True, f"report.csv belongs to root, mode 644; you are uid {OTHER}.")
    found = as_other("path-not-writable", "report.csv", folder=open_folder)
    assert found.holds is True
    assert found.seen is not None
    assert found.seen.startswith("You may not write ")
    assert as_other("path-readable", "report.csv", folder=open_folder).holds is True
    file.chmod(0o600)
    assert as_other("path-not-readable", "report.csv", folder=open_folder).holds is True


@posix
def test_own_read_only_file_as_another_user(open_folder: Path, as_other: Callable[..., Finding]) -> None:
    file = open_folder / "report.csv"
    file.write_text("a")
    os.chown(file, OTHER, OTHER)
    file.chmod(0o444)
    assert as_other("path-owned-by-me", "report.csv", folder=open_folder).holds is True
    assert as_other("path-not-writable", "report.csv", folder=open_folder).holds is True
    assert as_other("path-read-only", "report.csv", folder=open_folder).holds is True
    file.chmod(0o644)
    assert as_other("path-not-writable", "report.csv", folder=open_folder).holds is False
    assert as_other("path-read-only", "report.csv", folder=open_folder).holds is False


@posix
def test_a_folder_on_the_way_that_keeps_us_out(open_folder: Path, as_other: Callable[..., Finding]) -> None:
    closed = open_folder / "closed"
    closed.mkdir()
    (closed / "a").write_text("")
    closed.chmod(0o700)
    for name in ("path-exists", "path-missing", "path-owned-by-other", "path-not-writable"):
        assert as_other(name, "closed/a", folder=open_folder).holds is None, name


@posix
def test_the_folder_of_another(open_folder: Path, as_other: Callable[..., Finding]) -> None:
    folder = open_folder / "app"
    folder.mkdir()
    folder.chmod(0o755)
    found = as_other("parent-not-writable", "app/cache.json", folder=open_folder)
    assert (found.holds, found.values) == (True, {"parent": "app"})
    found = as_other("parent-owned-by-other", "app/cache.json", folder=open_folder)
    assert found.holds is True
    assert found.seen is not None
    assert f"belongs to root, mode 755; you are uid {OTHER}." in found.seen
    os.chown(folder, OTHER, OTHER)
    assert as_other("parent-writable", "app/cache.json", folder=open_folder).holds is True


@pytest.mark.parametrize(
    ("value", "parent"),
    [("out/a.csv", "out"), ("a.csv", "."), ("./a.csv", "."), ("out/2024/", "out"), ("out//a", "out"), ("/a", "/")],
)
def test_the_folder_as_printed(value: str, parent: str, tmp_path: Path) -> None:
    found = look("parent-missing", value, folder=tmp_path)
    assert found.values == {"parent": parent}
    assert found.holds is (parent == "out")


def test_a_name_like_it(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "Report_2024.csv").write_text("")
    (tmp_path / "data" / "other.txt").write_text("")
    found = look("path-like-name", "data/report2024.csv", folder=tmp_path)
    assert (found.holds, found.values) == (True, {"similar": "data/Report_2024.csv"})
    assert look("path-like-name", "data/zzz.bin", folder=tmp_path).holds is False
    assert look("path-like-name", "none/report2024.csv", folder=tmp_path).holds is False
    assert look("path-like-name", "data/other.txt", folder=tmp_path).holds is False


def test_the_file_is_beside_the_program(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (project / "settings.json").write_text("{}")
    program = project / "app.py"
    program.write_text('open("settings.json")\n')
    found = look("path-relative-elsewhere", "settings.json", folder=tmp_path, source=program)
    assert (found.holds, found.values) == (True, {"beside": str(project / "settings.json")})
    assert look("path-relative-elsewhere", "settings.json", folder=project, source=program).holds is False
    assert look("path-relative-elsewhere", "none.json", folder=tmp_path, source=program).holds is False


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_held_open_by_another_program(tmp_path: Path) -> None:
    file = tmp_path / "held.csv"
    file.write_text("a")
    assert not look("path-held-open", "held.csv", folder=tmp_path).holds
    hold = f"import sys; f = open({str(file)!r}); print('ready', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        found = look("path-held-open", "held.csv", folder=tmp_path)
        program.communicate("")
    assert found.holds is True
    assert f"(pid {program.pid})" in str(found.values["holder"])
    assert found.seen == f"{found.values['holder']} holds it."


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_read_only_file_system(tmp_path: Path) -> None:
    assert look("path-on-read-only-filesystem", "a/b/c", folder=tmp_path).holds is False
    mounts = [line.split() for line in Path("/proc/mounts").read_text().splitlines()]
    read_only = [fields[1] for fields in mounts if fields[3].split(",")[0] == "ro" and os.path.isdir(fields[1])]
    for folder in read_only[:1]:
        assert look("path-on-read-only-filesystem", f"{folder}/new").holds is True


def test_hostile_names_are_shown_without_control_characters(tmp_path: Path) -> None:
    name = "a\x1b[31m\u202e\nb"
    found = look("path-missing", name, folder=tmp_path)
    assert found.holds is True
    assert found.seen is not None
    assert not any(character in found.seen for character in "\x1b\u202e\n")
    assert len(look("path-missing", "y" * 4_000, folder=tmp_path).seen or "") < 500

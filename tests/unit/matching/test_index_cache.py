"""Compiled indexes in the user's cache: made once, made anew when they must be, never in the way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from matching_samples import WritePack, entry, report
from tracemend.knowledge import packs
from tracemend.knowledge.packs import Pack, PackContent
from tracemend.matching import cache
from tracemend.matching.library import Library
from tracemend.reading.report import Hints

ONE = entry("a.one", {"exception": "KeyError"})
TWO = entry("a.two", {"exception": "KeyError"})


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the packs whose YAML was read."""
    names: list[str] = []
    read_pack = packs.read_pack

    def counted(pack: Pack) -> PackContent:
        names.append(pack.name)
        return read_pack(pack)

    monkeypatch.setattr(packs, "read_pack", counted)
    return names


def found(library: Library) -> list[str]:
    return [match.entry for match in library.match(report("KeyError", "1"), Hints())]


def test_a_pack_is_read_once(write_pack: WritePack, tmp_path: Path, reads: list[str]) -> None:
    pack, folder = write_pack("mine", ONE), tmp_path / "cache"
    for _ in range(3):
        assert found(Library.open([pack], folder)) == ["a.one"]
    assert reads == ["mine"]
    assert len(list(folder.iterdir())) == 1


def test_a_change_is_seen(write_pack: WritePack, tmp_path: Path, reads: list[str]) -> None:
    pack, folder = write_pack("mine", ONE), tmp_path / "cache"
    old = Library.open([pack], folder)
    write_pack("mine", TWO)
    assert found(Library.open([pack], folder)) == ["a.one", "a.two"]
    (pack.folder / "a" / "one.yaml").unlink()
    assert found(Library.open([pack], folder)) == ["a.two"]
    assert reads == ["mine"] * 3
    # What was opened before goes on reading its own file.
    assert old.entry("a.one") is not None


def test_few_old_ones_are_kept(write_pack: WritePack, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    for number in range(8):
        pack = write_pack("mine", entry(f"a.entry-{number}", {"exception": "KeyError"}))
        assert len(found(Library.open([pack], folder))) == number + 1
    assert len(list(folder.iterdir())) == cache.KEEP


@pytest.mark.parametrize("content", [b"", b"TMINDEX1", b"\xff" * 5000, b"SQLite format 3\0" * 64, None])
def test_a_damaged_file_is_made_anew(
    write_pack: WritePack, tmp_path: Path, reads: list[str], content: bytes | None
) -> None:
    pack, folder = write_pack("mine", ONE), tmp_path / "cache"
    Library.open([pack], folder)
    (file,) = folder.iterdir()
    file.write_bytes(file.read_bytes()[:-10] if content is None else content)
    opened = Library.open([pack], folder)
    assert found(opened) == ["a.one"]
    assert opened.entry("a.one") is not None
    assert reads == ["mine", "mine"]


def test_a_body_that_was_damaged_since_is_none_and_no_crash(write_pack: WritePack, tmp_path: Path) -> None:
    pack, folder = write_pack("mine", ONE), tmp_path / "cache"
    opened = Library.open([pack], folder)
    (file,) = folder.iterdir()
    data = file.read_bytes()
    with open(file, "r+b") as changed:
        changed.seek(len(data) - 20)
        changed.write(b"\xff" * 20)
    assert found(opened) == ["a.one"]
    assert opened.entry("a.one") is None


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_a_file_that_others_may_write_is_not_trusted(write_pack: WritePack, tmp_path: Path, reads: list[str]) -> None:
    pack, folder = write_pack("mine", ONE), tmp_path / "cache"
    Library.open([pack], folder)
    (file,) = folder.iterdir()
    file.chmod(0o666)
    assert found(Library.open([pack], folder)) == ["a.one"]
    assert reads == ["mine", "mine"]
    assert not next(folder.iterdir()).stat().st_mode & 0o022


def test_a_cache_that_cannot_be_written_is_done_without(write_pack: WritePack, tmp_path: Path) -> None:
    pack, blocked = write_pack("mine", ONE), tmp_path / "file"
    blocked.write_text("in the way")
    opened = Library.open([pack], blocked / "cache")
    assert found(opened) == ["a.one"]
    body = opened.entry("a.one")
    assert body is not None
    assert opened.nearest(report("KeyError", "about one")) == ("a.one",)


def test_faults_come_from_the_cache_too(write_pack: WritePack, tmp_path: Path, reads: list[str]) -> None:
    unfindable = entry("a.lost", {"tool": "shell", "message": "(?P<all>.*)"})
    pack = write_pack("mine", ONE, unfindable)
    (pack.folder / "a" / "broken.yaml").write_text("id: a.broken\ntitle: [", encoding="utf-8")
    first = Library.open([pack], tmp_path / "cache").faults
    assert Library.open([pack], tmp_path / "cache").faults == first
    assert reads == ["mine"]
    assert {Path(fault.file).name for fault in first} == {"broken.yaml", "lost.yaml"}
    assert all(fault.advice for fault in first)


def test_a_folder_that_is_gone_is_no_reason_to_fail(tmp_path: Path) -> None:
    opened = Library.open([Pack("gone", tmp_path / "gone")], tmp_path / "cache")
    assert opened.ids() == ()
    assert opened.match(report("KeyError", "1"), Hints()) == []
    assert opened.nearest(report("KeyError", "1")) == ()


def test_opening_a_compiled_pack_imports_neither_yaml_nor_cattrs(write_pack: WritePack, tmp_path: Path) -> None:
    pack = write_pack("mine", ONE)
    Library.open([pack], tmp_path / "cache")
    program = (
        "import sys; from pathlib import Path\n"
        "from tracemend.knowledge.packs import Pack\n"
        "from tracemend.matching.library import Library\n"
        "from tracemend.reading.report import ErrorReport, Hints, Span\n"
        "opened = Library.open([Pack('mine', Path(sys.argv[1]))], Path(sys.argv[2]))\n"
        "found = opened.match(ErrorReport('python', 'error', 'KeyError', '1', Span(1, 1)), Hints())\n"
        "heavy = {'yaml', 'cattrs', 'lsprotocol', 'platformdirs', 'tracemend.matching.compile',"
        " 'tracemend.matching.nearest'}\n"
        "print([match.entry for match in found], sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(pack.folder), str(tmp_path / "cache")],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stdout.strip() == "['a.one'] []"


TABLE = """
description: Bases.
sources: [{title: "Requests", url: "https://requests.readthedocs.io/"}]
rows:
  requests.exceptions.RequestException: OSError
"""


@pytest.mark.parametrize(("table", "expected"), [(TABLE, ["a.os"]), (TABLE.replace("description", "about"), [])])
def test_the_table_of_bases_is_part_of_it(
    write_pack: WritePack, tmp_path: Path, table: str, expected: list[str]
) -> None:
    pack = write_pack("base", entry("a.os", {"exception": "OSError"}), builtin=True)
    file = pack.folder / "tables" / "exception-bases.yaml"
    file.parent.mkdir()
    file.write_text(table, encoding="utf-8")
    for _ in ("compiled", "from the cache"):
        opened = Library.open([pack], tmp_path / "cache")
        text = report("requests.exceptions.RequestException", "no")
        assert [match.entry for match in opened.match(text, Hints())] == expected
        assert {Path(fault.file).name for fault in opened.faults} == (set() if expected else {"exception-bases.yaml"})

"""Which folders' packs the user has allowed."""

from __future__ import annotations

import os

import pytest
from tracemend.knowledge import trust


@pytest.fixture(autouse=True)
def file(tmp_path, monkeypatch):
    file = tmp_path / "config" / trust.FILE
    monkeypatch.setattr(trust, "config_file", lambda: file)
    return file


def test_a_folder_is_trusted_once_named(tmp_path, file):
    project = tmp_path / "project"
    assert not trust.is_trusted(project)
    trust.trust(project)
    trust.trust(tmp_path / "other")
    assert trust.is_trusted(project)
    assert trust.is_trusted(tmp_path / "x" / ".." / "project")
    assert not trust.is_trusted(tmp_path)
    assert not trust.is_trusted(project / "inner")
    trust.distrust(project)
    assert not trust.is_trusted(project)
    assert trust.is_trusted(tmp_path / "other")
    assert [path.name for path in file.parent.iterdir()] == [trust.FILE]
    assert os.name == "nt" or file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b'{"folders": 5}', b'{"folders": [1]}', b"\xff", b"[" * 100_000])
def test_a_damaged_file_trusts_nothing_and_is_mended_by_the_next_write(tmp_path, file, raw):
    file.parent.mkdir()
    file.write_bytes(raw)
    folders, fault = trust.read_trusted()
    assert folders == frozenset()
    assert fault is not None
    assert "trust" in fault.advice
    trust.trust(tmp_path)
    assert trust.is_trusted(tmp_path)


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path, file, monkeypatch):
    trust.trust(tmp_path)
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError, match="full"):
        trust.trust(tmp_path / "other")
    assert trust.read_trusted()[0] == {os.path.realpath(tmp_path)}
    assert [path.name for path in file.parent.iterdir()] == [trust.FILE]

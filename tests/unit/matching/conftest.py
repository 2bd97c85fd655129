"""Packs and libraries for the tests of matching."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from matching_samples import OpenLibrary, WritePack
from tracemend.knowledge.packs import Pack
from tracemend.matching.library import Library


@pytest.fixture
def write_pack(tmp_path: Path) -> WritePack:
    """Writes entries as a pack: `write_pack("name", entry(...), ..., builtin=False)`."""

    def write(name: str, *entries: dict[str, Any], builtin: bool = False) -> Pack:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        for data in entries:
            file = folder.joinpath(*str(data["id"]).split(".")).with_suffix(".yaml")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("".join(f"{key}: {json.dumps(value)}\n" for key, value in data.items()), "utf-8")
        return Pack(name, folder, builtin)

    return write


@pytest.fixture
def library(write_pack: WritePack, tmp_path: Path) -> OpenLibrary:
    """Opens a library of one pack, which stands for the built-in one, with these entries."""

    def open_library(*entries: dict[str, Any]) -> Library:
        opened = Library.open([write_pack("base", *entries, builtin=True)], tmp_path / "cache")
        assert not opened.faults
        return opened

    return open_library

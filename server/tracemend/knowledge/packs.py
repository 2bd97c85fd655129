"""Packs: folders of entries, read into entries and faults. A broken entry is skipped and reported, never fatal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tracemend.knowledge.model import Entry


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of entries. `name` is shown with everything it says, unless it is the built-in one."""

    name: str
    folder: Path
    builtin: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a knowledge file. `line` is 1-based; `advice` says what to do."""

    file: str
    line: int | None
    key: str | None
    message: str
    advice: str

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        key = f" {self.key}:" if self.key else ""
        return f"{where}:{key} {self.message} {self.advice}".rstrip()


@dataclass(frozen=True, slots=True)
class PackContent:
    """What a pack's folder holds: sound entries, the plain data each was made of (for the compiled form), faults."""

    pack: Pack
    entries: tuple[Entry, ...]
    data: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Entry id to plain dicts, lists, texts and numbers, shared causes already put in."""
    faults: tuple[Fault, ...] = ()


def read_pack(pack: Pack) -> PackContent:
    """Parse every entry of a pack. Slow (YAML); done when an index is compiled and by `knowledge check`, never at start."""
    raise NotImplementedError

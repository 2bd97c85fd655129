"""What is known of an output, and what may be looked at while it is explained."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

Origin = Literal["here", "elsewhere", "unknown"]
System = Literal["linux", "macos", "windows"]
Shell = Literal["bash", "zsh", "sh", "fish", "powershell", "cmd"]

MAX_SOURCE_BYTES = 4 * 1024 * 1024
"""A larger file is not read as source: no person edits it, and every look has a bound."""


class Documents(Protocol):
    """Where source text comes from: an open editor's buffer first, else the disk."""

    def read(self, path: str) -> str | None:
        """The text of the file at the absolute `path`; None where it is missing, too large or not text."""
        ...


class WorkspaceFile(NamedTuple):
    """A file that was listed: one of the workspace's folders, and the names from there to the file."""

    root: str
    parts: tuple[str, ...]

    @property
    def path(self) -> str:
        """Its absolute path."""
        return os.path.join(self.root, *self.parts)


class Listing(Protocol):
    """The workspace's files by name: the user's own, without installed packages and what was built."""

    def named(self, name: str, roots: tuple[str, ...]) -> Sequence[WorkspaceFile]:
        """The files below the folders with this name, in small or capital letters."""
        ...


class Cell(NamedTuple):
    """A cell of an open notebook: the URI of its document, and its text."""

    uri: str
    text: str


class Notebooks(Protocol):
    """The notebooks that are open in an editor."""

    def cells(self) -> Iterable[Cell]:
        """The code cells of all of them."""
        ...


def decode_source(data: bytes) -> str | None:
    """Bytes of a Python source file as text (BOM and PEP 263 cookie heeded), line ends kept; None if undecodable.

    Where the cookie names no codec, or not the one that the bytes have: as UTF-8, which is what an editor shows.
    """
    import io
    import tokenize

    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        return data.decode(encoding)
    except (SyntaxError, LookupError, UnicodeDecodeError):
        pass
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


class DiskDocuments:
    """Documents as they are on the disk."""

    def read(self, path: str) -> str | None:
        try:
            if os.path.getsize(path) > MAX_SOURCE_BYTES or not os.path.isfile(path):
                return None
            with open(path, "rb") as file:
                return decode_source(file.read(MAX_SOURCE_BYTES + 1))
        except (OSError, ValueError):
            return None


def this_system() -> System:
    """The operating system that this process runs on."""
    if sys.platform == "win32":
        return "windows"
    return "macos" if sys.platform == "darwin" else "linux"


class Settings(NamedTuple):
    """What a user may set; every key has a default and is named in camelCase in an editor's settings."""

    evidence: bool = True
    """Look at this machine (read only) to rank causes."""
    disabled: tuple[str, ...] = ()
    """Ids of entries that are not to be used."""
    allowed_packs: tuple[str, ...] = ()
    """Names of packs whose commands may be put into the terminal."""
    docs_base_url: str = ""
    """Where a diagnostic's code links to; nothing where empty."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of one output (or one request) and what may be looked at for it.

    `folder` is the absolute folder that the command ran in, `roots` the workspace's folders, `system` and `shell`
    those of this machine, `interpreter` the workspace's Python (a path), `trusted` whether evidence may be looked
    at. `selected` says that a person chose this text: then fenced and quoted text is read too. Without a `listing`
    printed paths of other machines are no files of the workspace, without `notebooks` cells have no place.
    """

    origin: Origin = "unknown"
    folder: str | None = None
    roots: tuple[str, ...] = ()
    system: System = field(default_factory=this_system)
    shell: Shell = "bash"
    interpreter: str | None = None
    trusted: bool = True
    documents: Documents = field(default_factory=DiskDocuments)
    command: str | None = None
    exit_code: int | None = None
    selected: bool = False
    settings: Settings = field(default_factory=Settings)
    listing: Listing | None = None
    notebooks: Notebooks | None = None

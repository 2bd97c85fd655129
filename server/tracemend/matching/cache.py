"""Where compiled packs lie: beside the entries in an installed package, else in the user's cache.

A cached file is named by its pack's folder and by the stamp of what it was made of, so that one that is in use is
never written over. Whatever is wrong with it, it is made anew; where it cannot be kept, it is used from memory.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from tracemend import user_folders
from tracemend.digest import digest
from tracemend.knowledge import packs
from tracemend.knowledge.packs import Fault, Pack, PackContent
from tracemend.matching.store import Stored, Unreadable, collector_off
from tracemend.matching.types import Bases

SHIPPED = "index.bin"
"""The compiled form beside the entries of an installed package."""
KEEP = 4
"""Compiled forms of one folder that are kept: several versions or installations may share a user's cache."""


def stored(pack: Pack, cache: Path | None = None) -> Stored:
    """The compiled form of a pack, compiled now where there is none that is valid. `cache`: None is the user's."""
    if pack.builtin and (shipped := _opened(pack.folder / SHIPPED)) is not None:
        return shipped
    stamp = f"{packs.stamp(pack)} {_compiler_stamp()}"
    key = _digest(os.path.abspath(pack.folder))
    folder = cache if cache is not None else user_cache()
    file = folder / f"{key}.{_digest(stamp)}.index"
    found = _opened(file) if _is_own(file) else None
    if found is not None and found.stamp == stamp:
        return found
    data = compiled(pack, stamp)
    if _write(file, data):
        _forget_older(folder, key, file)
        found = _opened(file)
        if found is not None:
            return found
    return Stored.of_bytes(data)


def compiled(pack: Pack, stamp: str, content: PackContent | None = None) -> bytes:
    """A pack compiled, whatever is cached. Slow: it parses YAML, unless the pack's content was read already."""
    from tracemend.matching.compile import compile_pack

    with collector_off():
        content = content or packs.read_pack(pack)
        bases, faults = _bases(pack)
        return compile_pack(content._replace(faults=(*content.faults, *faults)), stamp, bases)


def _bases(pack: Pack) -> tuple[Bases, list[Fault]]:
    """The bases of library types, which a table of the built-in pack names, and what is wrong in it."""
    file = pack.folder / "tables" / "exception-bases.yaml"
    if not pack.builtin or not file.is_file():
        return {}, []
    from tracemend.knowledge.tables import read_table

    rows, faults = read_table(file)
    if faults:
        return {}, faults
    return {name: (bases,) if isinstance(bases, str) else tuple(bases) for name, bases in rows.items()}, []


def user_cache() -> Path:
    """The folder of compiled packs in the user's cache."""
    return user_folders.cache_folder() / "packs"


def _digest(text: str) -> str:
    return digest(text)


def _compiler_stamp() -> str:
    """Changes whenever the code that compiles does: with another version, and while the project is worked on."""
    here = Path(__file__).parent
    seen = []
    for folder in (here, here.parent / "knowledge"):
        with os.scandir(folder) as files:
            for file in files:
                if file.name.endswith(".py"):
                    status = file.stat()
                    seen.append(f"{file.name} {status.st_size} {status.st_mtime_ns}")
    return _digest("\n".join(sorted(seen)))


def _opened(file: Path) -> Stored | None:
    try:
        return Stored(open(file, "rb", buffering=0))
    except (OSError, Unreadable):
        return None


def _is_own(file: Path) -> bool:
    """Whether nobody else can have written a file: what is unmarshalled is trusted."""
    try:
        status = file.stat()
    except OSError:
        return False
    return os.name == "nt" or (status.st_uid in (os.geteuid(), 0) and not status.st_mode & 0o022)


def _write(file: Path, data: bytes) -> bool:
    """Write a file as a whole or not at all."""
    import tempfile

    temporary = None
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=file.name, suffix=".tmp")
        with open(handle, "wb") as opened:
            opened.write(data)
        os.replace(temporary, file)
        return True
    except OSError:
        if temporary is not None:
            with suppress(OSError):
                os.unlink(temporary)
        return False


def _forget_older(folder: Path, key: str, newest: Path) -> None:
    """Remove all but the newest compiled forms of a folder; one that is held open stays where the system says so."""
    with suppress(OSError):
        others = sorted(
            (file for file in folder.glob(f"{key}.*.index") if file != newest),
            key=lambda file: file.stat().st_mtime_ns,
            reverse=True,
        )
        for file in others[KEEP - 1 :]:
            file.unlink()

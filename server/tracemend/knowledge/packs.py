"""Packs: folders of entries, read into entries and faults. A broken entry is skipped and reported, never fatal."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tracemend import user_folders
from tracemend.digest import digest
from tracemend.knowledge.fault import Fault as Fault

if TYPE_CHECKING:
    from tracemend.knowledge.model import Entry

MAX_FILES = 20_000
MAX_DEPTH = 8
"""Folders inside folders that are looked into."""
NOT_ENTRIES = frozenset({"shared", "tables"})
"""Folders at a pack's top that hold no entries."""
DESCRIPTION = "pack.yaml"
"""`name` and `description` of a pack, both optional."""
WORKSPACE_FOLDER = ".tracemend"
_BUILTIN = "builtin"


class Pack(NamedTuple):
    """A folder of entries. `name` is shown with everything it says, unless it is the built-in one."""

    name: str
    folder: Path
    builtin: bool = False

    @property
    def installed(self) -> bool:
        """Whether it is the built-in pack of an installed wheel, which ships no proofs."""
        return self.builtin and self.folder.name == "data"


class PackContent(NamedTuple):
    """What a pack's folder holds: sound entries, the plain data each was made of (for the compiled form), faults."""

    pack: Pack
    entries: tuple[Entry, ...]
    data: Mapping[str, Mapping[str, Any]] = {}
    """Entry id to plain dicts, lists, texts and numbers, shared causes already put in."""
    faults: tuple[Fault, ...] = ()


def builtin_pack() -> Pack:
    """The pack that comes with the program: `tracemend/data/` when installed, `knowledge/` in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "data"
    return Pack(_BUILTIN, installed if installed.is_dir() else package.parent.parent / "knowledge", builtin=True)


def user_folder() -> Path:
    """Where the user's own entries lie; it need not be there."""
    return user_folders.data_folder() / "knowledge"


def user_pack() -> Pack | None:
    """The user's own entries; None where there are none."""
    folder = user_folder()
    return Pack("user", folder) if folder.is_dir() else None


def workspace_pack(root: Path) -> Pack | None:
    """The entries in `.tracemend/` of a workspace's folder, named as the folder; None where there are none."""
    folder = root / WORKSPACE_FOLDER
    return pack_at(folder, root.resolve().name) if folder.is_dir() else None


def pack_at(folder: Path, name: str | None = None) -> Pack:
    """The pack in a folder, named by its `pack.yaml`, else `name`, else the folder (`.tracemend`: the one around it).

    A name never is that of the built-in or the user's pack, so that what a pack says cannot pass for theirs.
    """
    folder = folder.resolve()
    if folder == builtin_pack().folder.resolve():
        return builtin_pack()
    fallback = name or (folder.parent.name if folder.name == WORKSPACE_FOLDER else folder.name) or "pack"
    return Pack(_safe_name(_described_name(folder) or fallback), folder)


def _described_name(folder: Path) -> str | None:
    file = folder / DESCRIPTION
    if not file.is_file():
        return None
    from tracemend.knowledge.yaml_source import read

    data = read(file).data
    name = data.get("name") if isinstance(data, dict) else None
    return name if isinstance(name, str) else None


def _safe_name(name: str) -> str:
    shown = "".join(char for char in name if char.isprintable()).strip()[:60]
    return f"{shown} (workspace)" if shown.lower() in ("user", _BUILTIN, "built-in", "tracemend", "") else shown


def read_pack(pack: Pack) -> PackContent:
    """Parse every entry of a pack. Slow (YAML); done when an index is compiled and by `knowledge check`, never at
    start."""
    from tracemend.knowledge.loading import SharedCauses, load
    from tracemend.knowledge.structure import entry_to_data

    shared = SharedCauses(shared_folders(pack.folder))
    entries: list[Entry] = []
    data: dict[str, Mapping[str, Any]] = {}
    faults: list[Fault] = []
    files = list(_files(pack.folder, faults))
    faults += _described_faults(pack.folder)
    for relative, path in files:
        if _is_entry(relative):
            loaded = load(path, entry_id(relative), shared)
            faults += loaded.faults
            if loaded.entry is not None:
                entries.append(loaded.entry)
                data[loaded.entry.id] = entry_to_data(loaded.entry)
        elif relative.startswith("shared/") and relative.count("/") == 1:
            shared.get(relative.removeprefix("shared/").removesuffix(".yaml"))
    return PackContent(pack, tuple(entries), data, tuple(dict.fromkeys([*faults, *shared.faults])))


def shared_folders(folder: Path) -> tuple[Path, ...]:
    """Where a pack's shared causes lie: in its own folder, then in the built-in pack's."""
    return tuple(dict.fromkeys((folder / "shared", builtin_pack().folder / "shared")))


def entry_ids(pack: Pack) -> Iterator[str]:
    """The ids of a pack's files, sound or not; nothing is parsed."""
    for relative, _ in islice(_walk(str(pack.folder), "", 0), MAX_FILES):
        if _is_entry(relative):
            yield entry_id(relative)


def entry_id(relative: str) -> str:
    """The id that a file's place in its pack (with slashes) demands."""
    return relative.removesuffix(".yaml").replace("/", ".")


def _is_entry(relative: str) -> bool:
    return relative.partition("/")[0] not in NOT_ENTRIES and relative != DESCRIPTION


def _described_faults(folder: Path) -> Iterator[Fault]:
    file = folder / DESCRIPTION
    if not file.is_file():
        return
    from tracemend.knowledge.fault import maker
    from tracemend.knowledge.yaml_source import read

    document = read(file)
    yield from document.faults
    if document.faults:
        return
    fault = maker(str(file), document.lines)
    if not isinstance(document.data, dict):
        yield fault("", "it is no mapping of keys.", "Give `name:` and `description:`.")
        return
    for key, value in document.data.items():
        if key not in ("name", "description"):
            yield fault(key, f"unknown key `{key}`.", "Known here: name, description.")
        elif not isinstance(value, str):
            yield fault(key, "a text is wanted.", "Put it in quotes.")


def _files(folder: Path, faults: list[Fault]) -> Iterator[tuple[str, Path]]:
    """The YAML files of a pack, sorted: the path inside it with slashes, and the file. What leads out of the folder
    by a symbolic link is left out and reported."""
    count = 0
    top = os.path.realpath(folder)
    for relative, entry in _walk(top, "", 0):
        if entry.is_symlink() and os.path.commonpath((top, os.path.realpath(entry.path))) != top:
            message = "it is a symbolic link that leads out of the pack."
            faults.append(Fault(entry.path, None, None, message, "Put the file itself there."))
            continue
        count += 1
        if count > MAX_FILES:
            advice = "Split the pack."
            faults.append(Fault(str(folder), None, None, f"it holds more than {MAX_FILES} files.", advice))
            return
        yield relative, folder / relative


def _walk(folder: str, prefix: str, depth: int) -> Iterator[tuple[str, os.DirEntry[str]]]:
    try:
        with os.scandir(folder) as scanned:
            found = sorted(scanned, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if "." in entry.name:  # a proof's folder: <name>.<fix-id>
                continue
            if depth < MAX_DEPTH:
                yield from _walk(entry.path, f"{prefix}{entry.name}/", depth + 1)
        elif entry.name.endswith(".yaml") and entry.is_file():
            yield prefix + entry.name, entry


def stamp(pack: Pack) -> str:
    """A cheap fingerprint of a pack's files (names, sizes, times): whether what was made of it is still good.

    Of a pack that is not the built-in one it covers the shared causes of the built-in one as well, which it may use.
    """
    folders = [str(pack.folder)]
    if not pack.builtin:
        folders.append(str(builtin_pack().folder / "shared"))
    seen = []
    for folder in folders:
        for relative, entry in islice(_walk(folder, "", 0), MAX_FILES):
            try:
                status = entry.stat()
            except OSError:
                continue
            seen.append(f"{relative}\0{status.st_size}\0{status.st_mtime_ns}\n")
    return digest("".join(seen), 64)


def content_hash(pack: Pack) -> str:
    """A hash of what a pack's YAML files are called and hold, the same on every machine."""
    import hashlib

    found = hashlib.sha256()
    for relative, entry in _walk(str(pack.folder), "", 0):
        content = Path(entry.path).read_bytes()
        found.update(f"{relative}\0{len(content)}\n".encode("utf-8", "surrogateescape"))
        found.update(content)
    return found.hexdigest()

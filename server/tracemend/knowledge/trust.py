"""Which workspace folders the user has named once, so that the command line uses their packs.

They stand in `trusted-packs.json` in the user's configuration folder. A file that cannot be read counts as empty: then
nothing is trusted.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from tracemend import user_folders
from tracemend.knowledge.fault import Fault

FILE = "trusted-packs.json"
MAX_BYTES = 1024 * 1024


def config_file() -> Path:
    """The file that holds the folders."""
    return user_folders.config_folder() / FILE


def read_trusted(file: Path | None = None) -> tuple[frozenset[str], Fault | None]:
    """The folders, absolute with links resolved, and what is wrong with the file, where something is."""
    file = file or config_file()
    try:
        with file.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return frozenset(), None
    except OSError as error:
        return frozenset(), _fault(file, f"it cannot be read ({error.strerror or error}).")
    try:
        folders = json.loads(raw)["folders"] if len(raw) <= MAX_BYTES else None
    except (ValueError, KeyError, TypeError, RecursionError):
        folders = None
    if not isinstance(folders, list) or not all(isinstance(folder, str) for folder in folders):
        return frozenset(), _fault(file, "it is damaged.")
    return frozenset(folders), None


def _fault(file: Path, message: str) -> Fault:
    return Fault(str(file), None, None, message, "Remove it, then name each folder again: tracemend knowledge trust.")


def is_trusted(folder: Path) -> bool:
    """Whether the user has named this workspace folder."""
    return _name(folder) in read_trusted()[0]


def trust(folder: Path) -> None:
    """Remember a workspace folder. Raises OSError where the file cannot be written."""
    _write(read_trusted()[0] | {_name(folder)})


def distrust(folder: Path) -> None:
    """Forget a workspace folder. Raises OSError where the file cannot be written."""
    _write(read_trusted()[0] - {_name(folder)})


def _name(folder: Path) -> str:
    return os.path.normcase(os.path.realpath(folder))


def _write(folders: frozenset[str]) -> None:
    """The file as a whole or not at all; readable by the user alone, as it names folders."""
    file = config_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=f"{FILE}.")
    try:
        with open(handle, "w", encoding="utf-8") as stream:
            json.dump({"folders": sorted(folders)}, stream, indent=2)
            stream.write("\n")
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, file)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise

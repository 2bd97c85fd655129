"""Outputs handed from `tracemend run` to the servers: a file for each run in the user's cache.

A record's name is made of its folder and command line, so a run takes the place of the same one before it. On POSIX a
spool that belongs to another user, or that others may write to, is neither read nor written.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import stat
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tracemend import lazy, user_folders
from tracemend.digest import digest

SCHEMA = 1
MAX_TEXT = 1024 * 1024
"""Characters of a run's text that are handed over: the last ones."""
MAX_BYTES = 8 * 1024 * 1024
"""A larger file is no record: the longest text, every character of it escaped, is smaller."""
MAX_RECORDS = 200
MAX_AGE = 12 * 3600.0
"""Seconds after which a record is taken away."""
_MAX_ENTRIES = 2_000
"""So many entries of the folder are looked at; writers keep it far below."""
_TRIES = 5
"""Windows lets nobody replace a file while it is read."""
_NAME = lazy.regex(r"[0-9a-f]{32}\.json")
_OURS = lazy.regex(r"[0-9a-f]{32}\.(?:json|[^/]{1,40}\.tmp)")
"""Records, and what writers have begun and could not end."""

_log = logging.getLogger(__name__)

Stamp = tuple[int, int, int]
"""A file's number, time and size: another where the record is another."""


class Record(NamedTuple):
    """What one run has printed so far. A run that is not `done` may be written again, with more text.

    `run` tells runs of the same command apart; `skipped` counts the characters before `text` that are left out;
    `paused` says that nothing more came for a moment, so that what stands at the end is complete; `time` is when the
    record was made (seconds since the epoch), `exit` the status where it is known.
    """

    folder: str
    command: str | None
    shell: str | None
    exit: int | None
    done: bool
    time: float
    text: str
    run: str
    skipped: int = 0
    paused: bool = True


class Tail:
    """The end of a text that comes in pieces, cut at a line's begin."""

    def __init__(self, most: int = MAX_TEXT) -> None:
        self._most = most
        self._pieces: list[str] = []
        self._length = 0
        self.skipped = 0
        """Characters before what is kept."""

    def add(self, piece: str) -> None:
        """One more piece."""
        self._pieces.append(piece)
        self._length += len(piece)
        if self._length > 2 * self._most:
            self.text()

    def text(self) -> str:
        """What is kept, at most as much as was asked for."""
        text = "".join(self._pieces)
        if len(text) > self._most:
            cut = len(text) - self._most
            if text[cut - 1] != "\n":
                cut = text.find("\n", cut) + 1 or cut
            self.skipped += cut
            text = text[cut:]
        self._pieces, self._length = [text], len(text)
        return text


def spool_folder() -> Path:
    """Where records are: in the user's cache."""
    return user_folders.cache_folder() / "spool"


def is_ours(folder: Path) -> bool:
    """Whether there is a spool that nobody but this user can have put anything into."""
    try:
        status = os.lstat(folder)
    except (OSError, ValueError):
        return False
    if not stat.S_ISDIR(status.st_mode):
        return False
    return os.name != "posix" or (status.st_uid == os.geteuid() and not status.st_mode & 0o022)


def prepare(folder: Path) -> bool:
    """Make the spool where there is none; whether it is ours and can be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except (OSError, ValueError):
        return False
    return is_ours(folder) and os.access(folder, os.W_OK)


def name_of(folder: str, command: str | None) -> str:
    """The file name of a run's record."""
    return digest(f"{folder}\0{command or ''}", 32) + ".json"


def write(record: Record, folder: Path | None = None) -> bool:
    """Leave a record in the spool, and take old ones away; whether that could be done. Never raises OSError."""
    folder = folder or spool_folder()
    if not prepare(folder):
        _log.debug("the spool %s is not this user's alone; nothing is written there", folder)
        return False
    try:
        _replace(folder, name_of(record.folder, record.command), _encoded(record))
        _prune(folder)
    except (OSError, ValueError) as error:
        _log.debug("the spool cannot be written: %s", error)
        return False
    return True


def entries(folder: Path) -> dict[str, Stamp]:
    """The records that are there: the file's name with its stamp. Empty where there is no spool of ours."""
    if not is_ours(folder):
        return {}
    with contextlib.suppress(OSError):
        return {name: stamp for name, stamp in _files(folder) if _NAME.fullmatch(name)}
    return {}


def read(folder: Path, name: str) -> Record | None:
    """The record in a file; None, and a line in the log, where it is none."""
    try:
        data = _bytes(folder / name)
    except FileNotFoundError:
        return None  # taken away meanwhile
    except OSError as error:
        _log.warning("the spool's record %s cannot be read: %s", name, error.strerror)
        return None
    try:
        return None if data is None else _decoded(data)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        _log.warning("the spool's record %s is none (%s)", name, type(error).__name__)
        return None


def _encoded(record: Record) -> bytes:
    return json.dumps({"schema": SCHEMA, **record._asdict()}, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _decoded(data: bytes) -> Record:
    """Raises ValueError, KeyError or TypeError for what is no record."""
    values = json.loads(data.decode("utf-8", "surrogatepass"))
    if not isinstance(values, Mapping) or values["schema"] != SCHEMA:
        raise ValueError("another schema")
    record = Record(
        folder=_typed(values, "folder", str),
        command=_typed(values, "command", str, optional=True),
        shell=_typed(values, "shell", str, optional=True),
        exit=_typed(values, "exit", int, optional=True),
        done=_typed(values, "done", bool),
        time=float(_typed(values, "time", (int, float))),
        text=_typed(values, "text", str),
        run=_typed(values, "run", str),
        skipped=_typed(values, "skipped", int),
        paused=_typed(values, "paused", bool),
    )
    if not os.path.isabs(record.folder) or "\0" in record.folder or len(record.folder) > 4096:
        raise ValueError("no folder")
    if len(record.text) > MAX_TEXT or record.skipped < 0:
        raise ValueError("too much text")
    return record


def _typed(values: Mapping[str, Any], name: str, kind: Any, *, optional: bool = False) -> Any:
    value = values[name]
    if optional and value is None:
        return None
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise TypeError(name)
    return value


def _bytes(path: Path) -> bytes | None:
    """A file's content; None, and a line in the log, where it is no plain file of this user's of a record's size."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb") as file:
        status = os.fstat(file.fileno())
        foreign = os.name == "posix" and status.st_uid != os.geteuid()
        if not stat.S_ISREG(status.st_mode) or foreign or status.st_size > MAX_BYTES:
            _log.warning("the spool's record %s is no file that a run has left", path.name)
            return None
        return file.read(MAX_BYTES)


def _replace(folder: Path, name: str, data: bytes) -> None:
    """Put a file in the place of the one before it, whole or not at all. It is this user's alone (mkstemp)."""
    import tempfile

    handle, temporary = tempfile.mkstemp(dir=folder, prefix=name.removesuffix("json"), suffix=".tmp")
    try:
        with open(handle, "wb") as file:
            file.write(data)
        for left in range(_TRIES, 0, -1):
            try:
                os.replace(temporary, folder / name)
                return
            except PermissionError:
                if left == 1:
                    raise
                time.sleep(0.02)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _prune(folder: Path) -> None:
    """Take away what is old, and the oldest of too many; only files that look like ours."""
    files = [(stamp[1] / 1e9, name) for name, stamp in _files(folder) if _OURS.fullmatch(name)]
    now = time.time()
    for number, (made, name) in enumerate(sorted(files, reverse=True)):
        if number >= MAX_RECORDS or now - made > MAX_AGE:
            with contextlib.suppress(OSError):
                os.unlink(folder / name)


def _files(folder: Path) -> Iterator[tuple[str, Stamp]]:
    with os.scandir(folder) as found:
        for number, entry in enumerate(found):
            if number >= _MAX_ENTRIES:
                return
            with contextlib.suppress(OSError):
                status = entry.stat(follow_symlinks=False)
                yield entry.name, (status.st_ino, status.st_mtime_ns, status.st_size)

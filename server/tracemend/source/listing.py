"""The files of the workspace by name: listed when first asked, bounded, and not kept for long."""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from typing import NamedTuple

from tracemend.context import WorkspaceFile

MAX_FILES = 20_000
MAX_FOLDERS = 20_000
AGE = 5.0
"""Seconds after which a name that is not known is looked for anew."""
AGE_OF_KNOWN = 60.0
"""Seconds for which a name that is known is taken as it was: there may be a second file of it by now."""
_PAUSE = 50
"""A listing that takes long is made anew only after so many times its own duration."""
_KEPT = 4

LEFT_OUT = frozenset(
    (
        *("node_modules", "venv", "__pycache__", "site-packages", "dist-packages", "dist", "build", "__pypackages__"),
        *(".git", ".hg", ".svn", ".venv", ".tox", ".nox", ".eggs"),
        *(".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis", ".ipynb_checkpoints"),
    )
)
"""Folders whose files are another project's, or were made from this one's."""


class _Listed(NamedTuple):
    by_name: dict[str, list[WorkspaceFile]]
    made: float
    took: float


class WorkspaceFiles:
    """The `Listing` of context.py, from the disk. Reads only names; links are not followed, so that nothing outside
    the workspace's folders is listed. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listed: dict[tuple[str, ...], _Listed] = {}

    def prepare(self, roots: tuple[str, ...]) -> None:
        """List the files now, so that the first look need not wait for it."""
        with self._lock:
            self._get(roots, float("inf"))

    def named(self, name: str, roots: tuple[str, ...]) -> tuple[WorkspaceFile, ...]:
        """The files with this name, in small or capital letters, in the order of their folders."""
        key = name.casefold()
        with self._lock:
            found = self._get(roots, AGE_OF_KNOWN).by_name.get(key)
            if not found:
                found = self._get(roots, AGE).by_name.get(key)
            return tuple(found or ())

    def _get(self, roots: tuple[str, ...], age: float) -> _Listed:
        known, now = self._listed.get(roots), time.monotonic()
        if known is None or now - known.made > max(age, known.took * _PAUSE):
            known = _list(roots)
            self._listed.pop(roots, None)
            self._listed[roots] = known
            while len(self._listed) > _KEPT:
                del self._listed[next(iter(self._listed))]
        return known


def _list(roots: tuple[str, ...]) -> _Listed:
    """Folders nearest to the roots first, so that what is left out of a huge workspace lies deep in it."""
    begun = time.monotonic()
    waiting: deque[tuple[str, str, tuple[str, ...]]] = deque((root, root, ()) for root in distinct(roots))
    by_name: dict[str, list[WorkspaceFile]] = {}
    files = folders = 0
    while waiting and files < MAX_FILES and folders < MAX_FOLDERS:
        root, folder, parts = waiting.popleft()
        folders += 1
        names, below = _scan(folder)
        if parts and "pyvenv.cfg" in names:
            continue  # a virtual environment, whatever it is called
        for name in names[: MAX_FILES - files]:
            by_name.setdefault(name.casefold(), []).append(WorkspaceFile(root, (*parts, name)))
        files += len(names)
        waiting.extend((root, os.path.join(folder, name), (*parts, name)) for name in below)
    now = time.monotonic()
    return _Listed(by_name, now, now - begun)


def _scan(folder: str) -> tuple[list[str], list[str]]:
    """The names of a folder's files, and of the folders in it that count; sorted."""
    names: list[str] = []
    below: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name not in LEFT_OUT and not entry.name.endswith(".egg-info"):
                        below.append(entry.name)
                elif entry.is_file(follow_symlinks=False):
                    names.append(entry.name)
    except OSError:
        pass  # what cannot be read is not there
    return sorted(names), sorted(below)


def distinct(roots: tuple[str, ...]) -> list[str]:
    """The folders, each once: none that is another's by another name, or lies in another."""
    real = {root: os.path.realpath(root) for root in roots}
    kept: list[str] = []
    for root in roots:
        own = real[root]
        others = [real[other] for other in kept]
        others += [real[other] for other in roots if real[other] != own]
        if own not in (real[other] for other in kept) and not any(_below(own, other) for other in others):
            kept.append(root)
    return kept


def _below(path: str, folder: str) -> bool:
    return path != folder and path.startswith(folder if folder.endswith(os.sep) else folder + os.sep)

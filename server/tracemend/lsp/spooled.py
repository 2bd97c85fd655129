"""Watches the spool: what `tracemend run` has left there becomes errors that are shown.

A look is one question about the time of the folder; only when that has changed are records listed, and only new ones
are read, in a thread. `terminal.spool` is imported when the watch begins: the server's start does not wait for it.
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tracemend.lsp.commandline import in_spool
from tracemend.lsp.options import shell_named
from tracemend.lsp.runs import Spelling
from tracemend.lsp.uris import inside, path_key

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis
    from tracemend.lsp.documents import OpenDocuments
    from tracemend.lsp.lifetime import RunKey
    from tracemend.lsp.runs import Run, Runs
    from tracemend.terminal.spool import Record, Stamp

_log = logging.getLogger(__name__)

LOOK = 0.25
"""Seconds between two looks."""
RECENT = 3600.0
"""Records up to this age are taken, in seconds: older ones may be there at the start."""
_SURE = 3.0
"""Seconds for which records are listed at every look after a change: a folder's time may count in whole seconds."""
_RUNS = 50


@dataclass(slots=True)
class _GoesOn:
    """A run that is not over, and how many characters of it were read."""

    id: str
    run: Run
    read: int = 0


class Spooled:
    """Takes records whose folder is in, or holds, a folder of the workspace; without one, of an open document."""

    def __init__(self, runs: Runs, documents: OpenDocuments) -> None:
        self._runs, self._documents = runs, documents
        self._task: asyncio.Task[None] | None = None
        self._folder: Path | None = None
        self._wanted = Spelling(())
        self._seen: dict[str, Stamp] = {}
        self._passed_over: set[str] = set()
        self._going_on: OrderedDict[RunKey, _GoesOn] = OrderedDict()

    def watch(self) -> None:
        """Begin to watch, once."""
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._watch())

    def delivers(self, command: str | None) -> bool:
        """Whether the errors of this command line come through the spool."""
        if self._task is None or not in_spool(command):
            return False
        from tracemend.terminal import spool

        return spool.prepare(self._folder or spool.spool_folder())

    async def _watch(self) -> None:
        from tracemend.terminal import spool

        self._folder = folder = await asyncio.to_thread(spool.spool_folder)
        before, sure, refused = None, 0.0, False
        while True:
            try:
                stamp, now = _stamp(folder), time.monotonic()
                if self._wants_others() or stamp != before:
                    before, sure = stamp, now + _SURE
                    if stamp is not None and not refused and not spool.is_ours(folder):
                        refused = True
                        _log.warning("%s is not read: it is not this user's folder alone", folder)
                if now <= sure:
                    for record in await asyncio.to_thread(self._new, folder):
                        await self._take(record)
            except Exception:
                _log.exception("the spool, or a record of it, could not be read")
            await asyncio.sleep(LOOK)

    def _wants_others(self) -> bool:
        """Whether other folders count than before; then records that were of no interest may be now."""
        folders = self._runs.engine.roots
        if not folders:
            paths = (document.path for document in self._documents)
            folders = tuple(dict.fromkeys(os.path.dirname(path) for path in paths if path is not None))
        if folders == self._wanted.folders:
            return False
        self._wanted = Spelling(folders)
        for name in self._passed_over:
            self._seen.pop(name, None)
        self._passed_over.clear()
        return True

    def _new(self, folder: Path) -> list[Record]:
        """The records that were not read yet and are of interest, the oldest first."""
        from tracemend.terminal import spool

        found = []
        there = spool.entries(folder)
        now = time.time()
        for name, stamp in there.items():
            if self._seen.get(name) == stamp:
                continue
            self._seen[name] = stamp
            record = spool.read(folder, name) if abs(now - stamp[1] / 1e9) <= RECENT else None
            if record is None or abs(now - record.time) > RECENT:
                continue
            if self._concerns(record.folder):
                found.append(record)
            else:
                self._passed_over.add(name)
        self._seen = {name: stamp for name, stamp in self._seen.items() if name in there}
        self._passed_over &= self._seen.keys()
        return sorted(found, key=lambda record: record.time)

    def _concerns(self, folder: str) -> bool:
        wanted = (*self._wanted.folders, *self._wanted.others)
        return any(inside(folder, one) or inside(one, folder) for one in wanted)

    async def _take(self, record: Record) -> None:
        """Read what a record has more than was read of its run, and show it."""
        key: RunKey = ("spool", path_key(record.folder), record.command or "")
        known = self._going_on.pop(key, None)
        if known is None or known.id != record.run:
            run = await self._runs.begin(
                key,
                command=record.command,
                folder=record.folder,
                shell=shell_named(record.shell),
                spelling=self._wanted,
            )
            known = _GoesOn(record.run, run, record.skipped)
        run, text = known.run, record.text
        if record.skipped > known.read:
            run.gap()
        found = await run.feed(text[max(known.read - record.skipped, 0) :])
        if record.done:
            run.finish(record.exit, self._here(found))
            return
        run.show(self._here(found + run.flush() if record.paused else found))
        run.settle()
        known.read = record.skipped + len(text)
        self._going_on[key] = known
        while len(self._going_on) > _RUNS:
            self._going_on.popitem(last=False)

    def _here(self, found: list[Diagnosis]) -> list[Diagnosis]:
        """Without errors in files outside: the folder of a run may hold other projects too."""
        wanted = (*self._wanted.folders, *self._wanted.others)
        return [
            one
            for one in found
            if one.place is None or one.place.file is None or any(inside(one.place.file, folder) for folder in wanted)
        ]


def _stamp(folder: Path) -> tuple[int, int] | None:
    try:
        status = os.stat(folder)
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns

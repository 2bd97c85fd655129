"""Files with errors that are not open: seen to be deleted or changed by looking at them now and then.

Clients tell of such files only if asked, many of them not at all, and not of what another program does.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracemend.lsp.documents import OpenDocuments
    from tracemend.lsp.lifetime import Lifetime, Shown

PAUSE = 2.0
"""Seconds between two looks, while errors are shown."""
_MOST = 200

Stamp = tuple[int, int] | None


class Files:
    """Looks at the files while errors are shown on them; `changed` is told of errors in a file that changed."""

    def __init__(self, lifetime: Lifetime, documents: OpenDocuments, changed: Callable[[Shown], None]) -> None:
        self._lifetime, self._documents, self._changed = lifetime, documents, changed
        self._stamps: dict[str, Stamp] = {}
        self._task: asyncio.Task[None] | None = None

    def watch(self) -> None:
        """Errors are shown now: look after their files until there are none."""
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._watch())

    async def _watch(self) -> None:
        while paths := self._lifetime.paths()[:_MOST]:
            # A notebook's cell is no file.
            stamps = await asyncio.to_thread(_stamps, filter(os.path.isabs, paths))
            for path, stamp in stamps.items():
                before = self._stamps.get(path, stamp)
                if stamp is None:
                    self._lifetime.deleted(path)
                elif stamp != before and self._documents.at_path(path) is None:
                    for one in self._lifetime.in_file(path):
                        self._changed(one)
            self._stamps = stamps
            await asyncio.sleep(PAUSE)
        self._stamps = {}


def _stamps(paths: Iterable[str]) -> dict[str, Stamp]:
    found: dict[str, Stamp] = {}
    for path in paths:
        try:
            status = os.stat(path)
            found[path] = (status.st_mtime_ns, status.st_size)
        except FileNotFoundError:
            found[path] = None
        except OSError:
            continue
    return found

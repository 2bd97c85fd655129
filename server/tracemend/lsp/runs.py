"""Runs of commands, wherever their text comes from: what they print becomes errors that are shown.

A folder may be opened under another name than the one that programs print (a symbolic link on its way): files of such
a folder are shown under the name that the client knows.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tracemend.lsp.commandline import origin_of, status_of
from tracemend.lsp.uris import inside, path_key

if TYPE_CHECKING:
    from tracemend.context import Context, Shell
    from tracemend.diagnosis import Diagnoser, Diagnosis
    from tracemend.lsp.engine import Engine
    from tracemend.lsp.lifetime import Lifetime, RunKey, Shown

_SLICE = 8 * 1024
"""Characters that are read at a time: requests are answered in between."""

Placed = Callable[[list["Shown"]], None]


class Spelling:
    """Names of folders as the client has them, and as the system has them where that is another."""

    def __init__(self, folders: tuple[str, ...]) -> None:
        self.folders = folders
        pairs = [(folder, os.path.realpath(folder)) for folder in folders]
        self._others = [(folder, real) for folder, real in pairs if path_key(folder) != path_key(real)]

    @property
    def others(self) -> tuple[str, ...]:
        """The system's names, where they are other ones."""
        return tuple(real for _, real in self._others)

    def of(self, path: str) -> str:
        """A path as the client has it, where it lies in one of the folders; else as it is."""
        if any(inside(path, folder) for folder in self.folders):
            return path
        for folder, real in self._others:
            if inside(path, real):
                return os.path.normpath(os.path.join(folder, os.path.relpath(path, real)))
        return path


class Runs:
    """Begins runs. `placed` is told of errors that are shown now."""

    def __init__(self, engine: Engine, lifetime: Lifetime, placed: Placed) -> None:
        self.engine, self.lifetime, self.placed = engine, lifetime, placed
        self._spelling = Spelling(())

    def spelling(self) -> Spelling:
        """The names of the workspace's folders."""
        if self._spelling.folders != self.engine.roots:
            self._spelling = Spelling(self.engine.roots)
        return self._spelling

    async def begin(
        self,
        key: RunKey,
        *,
        command: str | None,
        folder: str | None,
        shell: Shell | None,
        spelling: Spelling | None = None,
    ) -> Run:
        """A run whose output is about to come; `spelling`: the folders that count, if not the workspace's."""
        diagnoser = await self.engine.diagnoser()
        spelling = spelling or self.spelling()
        context = self.engine.context(
            origin_of(command), folder=spelling.of(folder) if folder else None, command=command, shell=shell
        )
        return Run(self, key, diagnoser, replace(context, roots=(*spelling.folders, *spelling.others)), spelling)


class Run:
    """One run: `feed` or `flush` reads, `show` shows what was found, `finish` ends it."""

    def __init__(self, runs: Runs, key: RunKey, diagnoser: Diagnoser, context: Context, spelling: Spelling) -> None:
        self._runs, self._key, self._diagnoser, self._context = runs, key, diagnoser, context
        self._number = runs.lifetime.begin()
        self._stream = diagnoser.stream(context)
        self._spelling = spelling

    async def feed(self, text: str) -> list[Diagnosis]:
        """What became complete with this text."""
        stream = self._stream
        found = stream.feed(text[:_SLICE])
        for at in range(_SLICE, len(text), _SLICE):
            await asyncio.sleep(0)
            found += stream.feed(text[at : at + _SLICE])
        return found

    def flush(self) -> list[Diagnosis]:
        """What is complete as far as can be seen: nothing came for a while."""
        return self._stream.flush()

    def gap(self) -> None:
        """Text is missing here: what stands on both sides does not belong together."""
        self.show(self._stream.end(None))
        self._stream = self._diagnoser.stream(self._context)

    def show(self, found: list[Diagnosis]) -> None:
        """Show errors that it printed."""
        for diagnosis in found:
            self._runs.engine.remember(diagnosis)
        added = self._runs.lifetime.add(self._key, self._number, [self._spelled(one) for one in found])
        if added:
            self._runs.placed(added)

    def settle(self) -> None:
        """Take away what the run before it printed: this one goes on, but has shown what it has."""
        self._runs.lifetime.end(self._key, self._number, None)

    def finish(self, exit_code: int | None, found: list[Diagnosis] | None = None) -> None:
        """It is over; `found` is what was found last and is not shown yet."""
        self.show([*(found or ()), *self._stream.end(exit_code)])
        self._runs.lifetime.end(self._key, self._number, status_of(self._context.command, exit_code))

    def _spelled(self, diagnosis: Diagnosis) -> Diagnosis:
        place = diagnosis.place
        if place is None or place.file is None:
            return diagnosis
        file = self._spelling.of(place.file)
        return diagnosis if file == place.file else diagnosis._replace(place=place._replace(file=file))

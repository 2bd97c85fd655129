"""The knowledge, opened once and not before it is needed; what every request knows of this machine."""

from __future__ import annotations

import asyncio
import logging
import os
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tracemend.context import Context, Documents, Origin, Shell, this_system
from tracemend.lsp.background import in_background
from tracemend.lsp.documents import OpenDocuments
from tracemend.lsp.options import Options, shell_named
from tracemend.source.listing import WorkspaceFiles

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnoser, Diagnosis

_log = logging.getLogger(__name__)
_REMEMBERED = 500


class Engine:
    """Opens the packs in a thread; makes contexts; remembers the latest diagnoses by id."""

    def __init__(self, documents: Documents, opened: Callable[[], None] = lambda: None) -> None:
        """`opened` is called when the knowledge has been opened, also where that failed."""
        self.documents = documents
        self.listing = WorkspaceFiles()
        self._opened = opened
        self.options = Options()
        self.roots: tuple[str, ...] = ()
        self._opening: asyncio.Task[Diagnoser] | None = None
        self._recent: OrderedDict[str, Diagnosis] = OrderedDict()

    def open(self) -> None:
        """Begin to open the knowledge, if that has not begun or has failed."""
        if self._opening is None or (self._opening.done() and self._opening.exception() is not None):
            self._opening = asyncio.get_running_loop().create_task(self._open())

    def reopen(self) -> None:
        """Packs or settings have changed: the next use opens them again."""
        if self._opening is not None:
            self._opening = None
            self.open()

    async def diagnoser(self) -> Diagnoser:
        """The diagnoser, as soon as the knowledge is open."""
        self.open()
        assert self._opening is not None
        return await asyncio.shield(self._opening)

    async def _open(self) -> Diagnoser:
        options, roots = self.options, self.roots
        try:
            return await in_background(lambda: _open_library(options, roots))
        finally:
            self._opened()

    def context(
        self,
        origin: Origin,
        *,
        folder: str | None = None,
        command: str | None = None,
        shell: Shell | None = None,
        selected: bool = False,
    ) -> Context:
        """What is known of an output that reached the server now."""
        options = self.options
        return Context(
            origin=origin,
            folder=folder or (self.roots[0] if self.roots else None),
            roots=self.roots,
            shell=shell or options.shell or default_shell(),
            interpreter=options.interpreter,
            trusted=options.trusted is not False,
            documents=self.documents,
            command=command,
            selected=selected,
            settings=options.settings,
            listing=self.listing,
            notebooks=self.documents if isinstance(self.documents, OpenDocuments) else None,
        )

    def renewed(self, context: Context) -> Context:
        """A context of earlier, with what the user has set meanwhile."""
        options = self.options
        return replace(
            context,
            interpreter=options.interpreter,
            trusted=options.trusted is not False,
            settings=options.settings,
        )

    def remember(self, diagnosis: Diagnosis) -> Diagnosis:
        """Keep a diagnosis, so that a card or a fix can be asked for by its id later."""
        self._recent[diagnosis.id] = diagnosis
        self._recent.move_to_end(diagnosis.id)
        while len(self._recent) > _REMEMBERED:
            self._recent.popitem(last=False)
        return diagnosis

    def recall(self, id: str) -> Diagnosis | None:
        """A diagnosis that was remembered."""
        return self._recent.get(id)


def default_shell() -> Shell:
    """The user's shell by the environment."""
    if this_system() == "windows":
        return "powershell"
    return shell_named(os.environ.get("SHELL")) or "bash"


def _open_library(options: Options, roots: tuple[str, ...]) -> Diagnoser:
    """The packs: built-in, the user's, and those of the workspace's folders if the client trusts it."""
    from tracemend.diagnosis import Diagnoser
    from tracemend.knowledge import packs
    from tracemend.matching.library import Library

    found = [packs.builtin_pack(), packs.user_pack()]
    if options.trusted:
        found += [packs.workspace_pack(Path(root)) for root in roots]
    library = Library.open([pack for pack in found if pack is not None], disabled=options.settings.disabled)
    for fault in library.faults:
        _log.warning("%s", fault)
    return Diagnoser(library)


async def in_thread(work: Callable[[], list[Diagnosis]], size: int) -> list[Diagnosis]:
    """Read a text of `size` characters: a small one at once, a large one in a thread, so that the loop stays free."""
    return work() if size <= _SMALL else await asyncio.to_thread(work)


_SMALL = 64 * 1024

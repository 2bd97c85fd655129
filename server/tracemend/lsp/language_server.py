"""The server object: the state of one session, and the features that answer from it."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from tracemend import __version__
from tracemend.lsp.applied import Applied
from tracemend.lsp.converter import make_converter
from tracemend.lsp.documents import OpenDocuments
from tracemend.lsp.engine import Engine
from tracemend.lsp.features import (
    code_actions,
    commands,
    configuration,
    diagnostics,
    documents,
    files,
    hover,
    terminal,
)
from tracemend.lsp.files import Files
from tracemend.lsp.foreign import Foreign
from tracemend.lsp.lifetime import Lifetime
from tracemend.lsp.looker import Looker
from tracemend.lsp.positions import Units
from tracemend.lsp.protocol import Protocol
from tracemend.lsp.publishing import Publisher
from tracemend.lsp.readings import Readings
from tracemend.lsp.runs import Runs
from tracemend.lsp.spooled import Spooled
from tracemend.lsp.terminals import Terminals

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis
    from tracemend.lsp.lifetime import Shown

_log = logging.getLogger(__name__)

FEATURES = (configuration, documents, files, diagnostics, terminal, hover, code_actions, commands)


class TracemendServer(LanguageServer):
    """One session with one client."""

    protocol: Protocol

    def __init__(self, opened: Callable[[], None] = lambda: None) -> None:
        """`opened` is called when the knowledge has been opened for the first time."""
        super().__init__(
            "tracemend",
            __version__,
            text_document_sync_kind=types.TextDocumentSyncKind.Incremental,
            protocol_cls=Protocol,
            converter_factory=make_converter,
        )
        self.units = Units()
        self.documents = OpenDocuments(self.units)
        self.engine = Engine(self.documents, opened)
        self.publisher = Publisher(self.documents, self.text_document_publish_diagnostics)
        self.lifetime = Lifetime(self.publisher.publish)
        self.publisher.lifetime = self.lifetime
        self.looker = Looker(self.engine)
        self.foreign = Foreign()
        self.readings = Readings(self.engine)
        self.applied = Applied()
        self.files = Files(self.lifetime, self.documents, lambda one: self.start(self.look(one)))
        runs = Runs(self.engine, self.lifetime, self._placed)
        self.spooled = Spooled(runs, self.documents)
        self.terminals = Terminals(runs, self.spooled.delivers)
        self.initial_faults: list[str] = []
        self._tasks: set[asyncio.Task[Any]] = set()
        for feature in FEATURES:
            feature.register(self)

    def start(self, work: Coroutine[Any, Any, Any]) -> None:
        """Run something beside the requests; a failure is logged."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("work in the background failed", exc_info=error)

    def _placed(self, shown: list[Shown]) -> None:
        """Errors are shown now: look at their evidence."""
        self.files.watch()
        for one in shown:
            if one.diagnosis.entry is not None:
                self.start(self.look(one))

    async def look(self, one: Shown) -> None:
        """Look at the evidence of an error that is shown, and publish what changes by it."""
        await self.looker.start(one, one.diagnosis, lambda found: self.lifetime.looked_at(one, found), changed=True)

    def diagnosis(self, id: str) -> Diagnosis | None:
        """The diagnosis with this id, as it is known now."""
        shown = self.lifetime.find(id)
        return shown.diagnosis if shown else self.engine.recall(id)

    def terminal_of(self, id: str) -> str | None:
        """The client's terminal that the program of an error (a diagnosis' id) ran in; None where it was none."""
        shown = self.lifetime.find(id)
        return self.terminals.name_of(shown.run) if shown else None

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Log it. The client shows no popup: a request that failed has its answer, and nobody waits for the rest."""
        if isinstance(error, json.JSONDecodeError | UnicodeDecodeError | RecursionError):
            self.protocol.parse_failed()
        _log.error("%s: %s", getattr(source, "__name__", source), type(error).__name__)
        _log.debug("details", exc_info=error)

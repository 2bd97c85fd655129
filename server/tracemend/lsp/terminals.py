"""What terminals print, piece by piece in their order, to errors that are shown."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from tracemend.lsp.commandline import origin_of, status_of
from tracemend.lsp.engine import in_thread
from tracemend.lsp.options import shell_named
from tracemend.lsp.uris import path_key, to_path

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis, Stream
    from tracemend.lsp.engine import Engine
    from tracemend.lsp.lifetime import Lifetime, RunKey, Shown

_log = logging.getLogger(__name__)

QUIET = 0.3
"""Seconds without output after which what stands there is read as if it were complete."""
_TERMINALS = 100
_WAITING = 16 * 1024 * 1024
"""Characters of one terminal that may wait to be read; more are left out."""
_PATIENCE = 10.0
"""Seconds that a request waits for output that arrived before it: the first use opens the knowledge."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One `tracemend/terminalOutput`."""

    terminal: str
    execution: str
    data: str
    command: str | None
    folder: str | None
    shell: str | None
    skipped: bool
    exit_code: int | None
    done: bool


def piece_from(params: Any) -> Piece | None:
    """The params of the notification, checked; None where they lack what is needed."""
    if not isinstance(params, Mapping):
        return None
    terminal, execution, data = params.get("terminal"), params.get("execution"), params.get("data", "")
    if not isinstance(terminal, str | int) or not isinstance(execution, str | int) or not isinstance(data, str):
        return None
    command, folder, shell, status = (params.get(name) for name in ("command", "cwd", "shell", "exitCode"))
    if isinstance(folder, str) and folder.startswith("file:"):
        folder = to_path(folder)
    return Piece(
        terminal=str(terminal),
        execution=str(execution),
        data=data,
        command=command.strip() or None if isinstance(command, str) else None,
        folder=folder or None if isinstance(folder, str) else None,
        shell=shell if isinstance(shell, str) else None,
        skipped=bool(params.get("skipped")),
        exit_code=status if isinstance(status, int) and not isinstance(status, bool) else None,
        done=params.get("done") is True,
    )


@dataclass(slots=True)
class _Run:
    execution: str
    key: RunKey
    number: int
    command: str | None
    stream: Stream
    renew: Callable[[], Stream]


@dataclass(slots=True)
class _Terminal:
    pieces: deque[Piece | None] = field(default_factory=deque)  # None: it was quiet for a while
    waiting: int = 0
    cut: bool = False
    task: asyncio.Task[None] | None = None
    quiet: asyncio.TimerHandle | None = None
    run: _Run | None = None
    over: str | None = None


class Terminals:
    """Reads the output of all terminals. `placed` is told of errors that are shown now."""

    def __init__(self, engine: Engine, lifetime: Lifetime, placed: Callable[[list[Shown]], None]) -> None:
        self._engine, self._lifetime, self._placed = engine, lifetime, placed
        self._terminals: OrderedDict[str, _Terminal] = OrderedDict()

    def output(self, piece: Piece) -> None:
        """Take a piece; it is read after those before it."""
        terminal = self._terminals.setdefault(piece.terminal, _Terminal())
        self._terminals.move_to_end(piece.terminal)
        if len(self._terminals) > _TERMINALS:
            idle = next((name for name, one in self._terminals.items() if one.task is None), None)
            if idle is not None and idle != piece.terminal:
                del self._terminals[idle]
        if terminal.waiting + len(piece.data) > _WAITING:
            terminal.cut = True
            if not piece.done:
                return
            piece = replace(piece, data="")
        terminal.waiting += len(piece.data)
        self._put(terminal, piece)

    async def settled(self) -> None:
        """Wait until what has arrived by now is read."""
        tasks = {one.task for one in self._terminals.values() if one.task is not None}
        if tasks:
            await asyncio.wait(tasks, timeout=_PATIENCE)

    def _put(self, terminal: _Terminal, piece: Piece | None) -> None:
        terminal.pieces.append(piece)
        if terminal.task is None:
            terminal.task = asyncio.get_running_loop().create_task(self._work(terminal))

    async def _work(self, terminal: _Terminal) -> None:
        try:
            while terminal.pieces:
                piece = terminal.pieces.popleft()
                try:
                    await self._read(terminal, piece)
                except Exception:
                    _log.exception("a piece of a terminal's output could not be read")
                    terminal.run = None
        finally:
            terminal.task = None

    async def _read(self, terminal: _Terminal, piece: Piece | None) -> None:
        if terminal.quiet is not None:
            terminal.quiet.cancel()
            terminal.quiet = None
        run = terminal.run
        if piece is None:
            if run is not None:
                self._show(run, run.stream.flush())
            return
        terminal.waiting -= len(piece.data)
        if piece.execution == terminal.over:
            return
        if run is not None and run.execution != piece.execution:
            self._finish(terminal, run, None)
            run = None
        if run is None:
            run = terminal.run = await self._begin(piece)
        if piece.skipped or terminal.cut:
            # What stands on both sides of a gap does not belong together.
            terminal.cut = False
            self._show(run, run.stream.end(None))
            run.stream = run.renew()
        stream = run.stream
        found = await in_thread(lambda: stream.feed(piece.data), len(piece.data))
        if piece.done:
            self._finish(terminal, run, piece.exit_code, found)
        else:
            self._show(run, found)
            loop = asyncio.get_running_loop()
            terminal.quiet = loop.call_later(QUIET, self._put, terminal, None)

    async def _begin(self, piece: Piece) -> _Run:
        diagnoser = await self._engine.diagnoser()
        context = self._engine.context(
            origin_of(piece.command), folder=piece.folder, command=piece.command, shell=shell_named(piece.shell)
        )
        key: RunKey = (piece.terminal,)
        if piece.command is not None:
            key = (piece.terminal, path_key(piece.folder) if piece.folder else "", piece.command)
        return _Run(
            execution=piece.execution,
            key=key,
            number=self._lifetime.begin(),
            command=piece.command,
            stream=diagnoser.stream(context),
            renew=lambda: diagnoser.stream(context),
        )

    def _finish(
        self, terminal: _Terminal, run: _Run, exit_code: int | None, found: list[Diagnosis] | None = None
    ) -> None:
        self._show(run, [*(found or ()), *run.stream.end(exit_code)])
        self._lifetime.end(run.key, run.number, status_of(run.command, exit_code))
        terminal.run, terminal.over = None, run.execution

    def _show(self, run: _Run, diagnoses: list[Diagnosis]) -> None:
        for diagnosis in diagnoses:
            self._engine.remember(diagnosis)
        added = self._lifetime.add(run.key, run.number, diagnoses)
        if added:
            self._placed(added)

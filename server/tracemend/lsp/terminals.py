"""What terminals print, piece by piece in their order, to errors that are shown."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from tracemend.lsp.options import shell_named
from tracemend.lsp.uris import path_key, to_path

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis
    from tracemend.lsp.lifetime import RunKey
    from tracemend.lsp.runs import Run, Runs

_log = logging.getLogger(__name__)

QUIET = 0.3
"""Seconds without output after which what stands there is read as if it were complete."""
_TERMINALS = 100
_WAITING = 16 * 1024 * 1024
"""Characters of one terminal that may wait to be read; more are left out."""
_PATIENCE = 10.0
"""Seconds that a request waits for output that arrived before it: the first use opens the knowledge."""
_LITTLE = 8 * 1024
_MOMENT = 0.01
"""So long it waits where there is more than a little to read: what was read by then is known."""


class Piece(NamedTuple):
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
class _Execution:
    """What a terminal executes. `run` is None where its errors come through the spool."""

    id: str
    run: Run | None


@dataclass(slots=True)
class _Terminal:
    pieces: deque[Piece | None] = field(default_factory=deque)  # None: it was quiet for a while
    waiting: int = 0
    cut: bool = False
    task: asyncio.Task[None] | None = None
    quiet: asyncio.TimerHandle | None = None
    now: _Execution | None = None
    over: str | None = None


class Terminals:
    """Reads the output of all terminals, but of commands that are `handed` over otherwise."""

    def __init__(self, runs: Runs, handed: Callable[[str | None], bool] = lambda _: False) -> None:
        self._runs, self._handed = runs, handed
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
            piece = piece._replace(data="")
        terminal.waiting += len(piece.data)
        self._put(terminal, piece)

    def name_of(self, run: RunKey) -> str | None:
        """The client's name of the terminal that a run is of; None for a run that was in none."""
        return run[0] if run[0] in self._terminals else None

    async def settled(self) -> None:
        """Wait until what has arrived by now is read, but where a terminal prints without end only for a moment."""
        busy = {one.task: one.waiting for one in self._terminals.values() if one.task is not None}
        if busy:
            await asyncio.wait(busy, timeout=_PATIENCE if sum(busy.values()) <= _LITTLE else _MOMENT)

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
                    terminal.now = None
                finally:
                    terminal.waiting -= len(piece.data) if piece is not None else 0
        finally:
            terminal.task = None

    async def _read(self, terminal: _Terminal, piece: Piece | None) -> None:
        if terminal.quiet is not None:
            terminal.quiet.cancel()
            terminal.quiet = None
        now = terminal.now
        if piece is None:
            if now is not None and now.run is not None:
                now.run.show(now.run.flush())
            return
        if piece.execution == terminal.over:
            return
        if now is not None and now.id != piece.execution:
            self._finish(terminal, now, None)
            now = None
        if now is None:
            now = terminal.now = await self._begin(piece)
        run = now.run
        found: list[Diagnosis] = []
        if run is not None and (piece.skipped or terminal.cut):
            run.gap()
        terminal.cut = False
        if run is not None:
            found = await run.feed(piece.data)
        if piece.done:
            self._finish(terminal, now, piece.exit_code, found)
        elif run is not None:
            run.show(found)
            loop = asyncio.get_running_loop()
            terminal.quiet = loop.call_later(QUIET, self._put, terminal, None)

    async def _begin(self, piece: Piece) -> _Execution:
        if self._handed(piece.command):
            return _Execution(piece.execution, None)
        key: RunKey = (piece.terminal,)
        if piece.command is not None:
            key = (piece.terminal, path_key(piece.folder) if piece.folder else "", piece.command)
        run = await self._runs.begin(key, command=piece.command, folder=piece.folder, shell=shell_named(piece.shell))
        return _Execution(piece.execution, run)

    def _finish(
        self, terminal: _Terminal, now: _Execution, exit_code: int | None, found: list[Diagnosis] | None = None
    ) -> None:
        if now.run is not None:
            now.run.finish(exit_code, found)
        terminal.now, terminal.over = None, now.id

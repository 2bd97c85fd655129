"""Looks at evidence off the loop, once at a time for each diagnosis, and again when what is known is old."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis
    from tracemend.lsp.engine import Engine

OLD = 2.0
"""Seconds after which evidence is looked at again."""
HOVER_WAIT = 0.03
ACTION_WAIT = 0.5
"""Seconds that a hover and a list of code actions wait for evidence. Fixes may depend on it, so they wait longer."""


class HasDiagnosis(Protocol):
    """What a look is for; `diagnosis` is another object as soon as it has moved."""

    @property
    def diagnosis(self) -> Diagnosis | None: ...


class Looker:
    """Starts looks; `looked` is when the caller last did, by the monotonic clock (0: never)."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._under_way: dict[tuple[int, int], asyncio.Task[None]] = {}
        self._turns = asyncio.Semaphore(2)

    def start(
        self, subject: HasDiagnosis, diagnosis: Diagnosis, done: Callable[[Diagnosis], object]
    ) -> asyncio.Task[None]:
        """Look at `diagnosis`; `done` gets the new one, on the loop. One look at a time."""
        key = id(subject), id(diagnosis)
        task = self._under_way.get(key)
        if task is None:
            task = asyncio.get_running_loop().create_task(self._look(subject, diagnosis, done))
            self._under_way[key] = task
        return task

    async def fresh(
        self,
        subject: HasDiagnosis,
        diagnosis: Diagnosis,
        looked: float,
        done: Callable[[Diagnosis], object],
        wait: float,
    ) -> None:
        """Look again where the last look is old, but wait for it no longer than `wait` seconds."""
        if diagnosis.entry is None or (looked and time.monotonic() - looked < OLD):
            return
        await asyncio.wait({self.start(subject, diagnosis, done)}, timeout=wait)

    async def _look(self, subject: HasDiagnosis, diagnosis: Diagnosis, done: Callable[[Diagnosis], object]) -> None:
        try:
            async with self._turns:
                diagnoser = await self._engine.diagnoser()
                found = await asyncio.to_thread(diagnoser.look, diagnosis)
            # An edit meanwhile has moved the subject: what was found is of the text before it.
            if subject.diagnosis is diagnosis:
                done(self._engine.remember(found))
        finally:
            self._under_way.pop((id(subject), id(diagnosis)), None)

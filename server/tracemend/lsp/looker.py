"""Looks at evidence off the loop, once at a time for each diagnosis, and again when what is known is old."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Protocol

from tracemend.lsp.lifetime import place_of

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis
    from tracemend.lsp.engine import Engine

OLD = 2.0
"""Seconds after which evidence is looked at again."""
HOVER_WAIT = 0.03
ACTION_WAIT = 0.5
SEEN_WAIT = 0.005
"""Seconds that a hover and a list of code actions wait for evidence. Fixes may depend on it, so they wait longer; but
not where it was seen before, if long ago, and the document is still the same: what is seen now is for the next list."""


LATER = 0.1
"""Seconds until a look that nobody waits for begins."""
WRITING = 0.2
"""Seconds until a line that is gone is looked for once more: a file that is being written is empty for a moment."""


class HasDiagnosis(Protocol):
    """What a look is for; `diagnosis` is another object as soon as it has moved."""

    @property
    def diagnosis(self) -> Diagnosis | None: ...


class Looker:
    """Starts looks; `looked` is when the caller last did, by the monotonic clock (0: never)."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._under_way: dict[tuple[int, int], asyncio.Task[None]] = {}
        self._again: set[tuple[int, int]] = set()
        self._later: set[asyncio.Task[None]] = set()
        self._turns = asyncio.Semaphore(2)

    def start(
        self,
        subject: HasDiagnosis,
        diagnosis: Diagnosis,
        done: Callable[[Diagnosis], object],
        *,
        changed: bool = False,
    ) -> asyncio.Task[None]:
        """Look at `diagnosis`; `done` gets the new one, on the loop. One look at a time.

        `changed`: there is something new to see, so that a look that is under way has to be taken once more.
        """
        key = id(subject), id(diagnosis)
        task = self._under_way.get(key)
        if task is None:
            task = asyncio.get_running_loop().create_task(self._look(subject, diagnosis, done))
            self._under_way[key] = task
        elif changed:
            self._again.add(key)
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

    def later(self, look: Callable[[], Coroutine[object, object, None]]) -> None:
        """Begin a look in a moment, when what is being answered is out."""

        async def begin() -> None:
            await asyncio.sleep(LATER)
            await look()

        task = asyncio.get_running_loop().create_task(begin())
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    async def _look(self, subject: HasDiagnosis, diagnosis: Diagnosis, done: Callable[[Diagnosis], object]) -> None:
        key = id(subject), id(diagnosis)
        try:
            async with self._turns:
                diagnoser = await self._engine.diagnoser()
                found = await asyncio.to_thread(diagnoser.look, diagnosis)
                while key in self._again:
                    self._again.discard(key)
                    found = await asyncio.to_thread(diagnoser.look, diagnosis)
                if place_of(diagnosis) is not None and place_of(found) is None:
                    await asyncio.sleep(WRITING)
                    found = await asyncio.to_thread(diagnoser.look, diagnosis)
            # An edit meanwhile has moved the subject: what was found is of the text before it.
            if subject.diagnosis is diagnosis:
                done(self._engine.remember(found))
        finally:
            self._under_way.pop(key, None)

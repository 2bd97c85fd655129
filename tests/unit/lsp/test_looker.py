"""Looks at evidence: one at a time, and once more where something changed meanwhile."""

from __future__ import annotations

import asyncio
import threading
from types import SimpleNamespace
from typing import Any

import pytest
from tracemend.lsp.looker import Looker


class Engine:
    """Each look sees the number in `world` as it begins, and ends when it may."""

    def __init__(self) -> None:
        self.world = 1
        self.looks = 0
        self.may_end = threading.Event()

    async def diagnoser(self) -> Any:
        return SimpleNamespace(look=self._look)

    def remember(self, found: Any) -> Any:
        return found

    def _look(self, _: Any) -> int:
        self.looks += 1
        seen = self.world
        assert self.may_end.wait(10)
        return seen


@pytest.mark.parametrize(("changed", "seen", "looks"), [(False, 1, 1), (True, 2, 2)])
async def test_a_change_during_a_look_is_seen(changed: bool, seen: int, looks: int) -> None:
    engine = Engine()
    looker = Looker(engine)  # type: ignore[arg-type]  # what it uses of the engine
    subject: Any = SimpleNamespace(diagnosis=SimpleNamespace(entry="x", place=None))
    found: list[Any] = []
    task = looker.start(subject, subject.diagnosis, found.append)
    while not engine.looks:
        await asyncio.sleep(0.01)
    engine.world = 2
    assert looker.start(subject, subject.diagnosis, found.append, changed=changed) is task
    engine.may_end.set()
    await task
    assert (found, engine.looks) == ([seen], looks)

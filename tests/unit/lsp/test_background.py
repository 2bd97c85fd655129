"""Long work beside the loop: its answer, its error, and an end that does not wait for it."""

from __future__ import annotations

import asyncio
import threading

import pytest
from tracemend.lsp.background import in_background


async def test_its_answer_and_its_error_come_back() -> None:
    assert await in_background(threading.current_thread) is not threading.current_thread()

    def fails() -> None:
        raise ValueError("the pack is no folder")

    with pytest.raises(ValueError, match="no folder"):
        await in_background(fails)


def test_the_loop_ends_without_it() -> None:
    begun, may_end, ended = threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        may_end.wait(60)
        ended.set()

    async def serve() -> None:
        task = asyncio.create_task(in_background(work))
        await asyncio.to_thread(begun.wait, 10)
        task.cancel()

    asyncio.run(serve())
    assert begun.is_set()
    assert not ended.is_set()
    may_end.set()
    assert ended.wait(10)

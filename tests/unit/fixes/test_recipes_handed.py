"""Coroutines that come from another statement or function than the failing one; callbacks that have to be async."""

from __future__ import annotations

import pytest

from .conftest import Apply, Mends, Outcome

_LOAD = "async def load():\n    return [1]\n"
_USED = "'coroutine' object is not subscriptable"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "def show(x):\n    print(«x[0]»)\nasync def main():\n    y = load()  # é\n    show(y)\n",
            "def show(x):\n    print(x[0])\nasync def main():\n    y = await load()  # é\n    show(y)\n",
        ),
        (
            "def show(x):\n    print(«x[0]»)\nasync def main():\n    show(x=load())\n",
            "def show(x):\n    print(x[0])\nasync def main():\n    show(x=await load())\n",
        ),
        (
            "class A:\n    async def open(self):\n        self.x = load()\n    def first(self):\n        «self.x[0]»\n",
            "class A:\n    async def open(self):\n        self.x = await load()\n    def first(self):\n"
            "        self.x[0]\n",
        ),
        (
            "def plain():\n    return load()\nasync def main():\n\tx = plain()\n\tprint(«x[0]»)\n",
            "def plain():\n    return load()\nasync def main():\n\tx = await plain()\n\tprint(x[0])\n",
        ),
        (
            "async def main():\n    all = [load() for _ in 'ab']\n    for one in all:\n        print(«one[0]»)\n",
            "async def main():\n    all = [await load() for _ in 'ab']\n    for one in all:\n        print(one[0])\n",
        ),
    ],
)
def test_the_call_that_made_the_coroutine_is_awaited(outcome: Outcome, before: str, after: str) -> None:
    for ending in ("\n", "\r\n"):
        source = (_LOAD + before).replace("\n", ending)
        assert outcome("await", source, exception="TypeError", message=_USED) == (
            (_LOAD + after).replace("\n", ending),
            True,
        )


@pytest.mark.parametrize(
    "source",
    [
        "def show(x):\n    print(«x[0]»)\nasync def main():\n    show(other())\n",
        "def show(x):\n    print(«x[0]»)\nasync def main():\n    show(await load())\n",
        "def show(x):\n    print(«x[0]»)\ndef main():\n    show(load())\n",
        "def show(x):\n    print(«x[0]»)\nasync def main():\n    y = load()\n    show(y)\n    await y\n",
        "def show(x):\n    print(«x[0]»)\nasync def main():\n    any(show(y) for y in (load() for _ in 'ab'))\n",
        "def show(x):\n    print(«x[0]»)\nasync def main():\n    f = lambda: show(load())\n",
        "def show(x, y):\n    print(«x[0]», y[0])\nasync def main():\n    show(load(), 1)\n    show(load(), 2)\n",
    ],
)
def test_no_other_call_is_awaited(mend: Apply, source: str) -> None:
    assert mend("await", _LOAD + source, exception="TypeError", message=_USED) is None


_OUTSIDE = "'await' outside async function"


@pytest.mark.parametrize(
    ("use", "sure"),
    [
        ("async def main():\n    await asyncio.start_server(work, port=0)\n", True),
        ("async def main():\n    await asyncio.start_server(partial(work, 1), port=0)\n", True),
        ("async def each(f):\n    await f(1)\nasync def main():\n    await each(work)\n", True),
        ("async def each(*, f):\n    f(1)\nasync def main():\n    await each(f=work)\n", False),
        ("def make():\n    return work\nasync def main():\n    await start_server(make())\n", True),
        ("job = work\nasync def main():\n    await start_server(job)\n", True),
        ("task.add_done_callback(work)\n", False),
        ("Thread(target=work).start()\n", False),
    ],
)
def test_a_callback_becomes_async_where_it_is_awaited(outcome: Outcome, use: str, sure: bool) -> None:
    before = "def work(r):\n    «await r.read()  # é\n"
    assert outcome("async-def", before + use, exception="SyntaxError", message=_OUTSIDE) == (
        "async " + before.replace("«", "") + use,
        sure,
    )


@pytest.mark.parametrize(
    ("head", "sure"),
    [
        ("from fastapi import FastAPI\n@app.get('/')\n", True),
        ("import discord\n@client.event\n", True),
        ("import discord\n@cache\n", False),
        ("from flask import Flask\n@app.get('/')\n", False),
    ],
)
def test_a_decorator_of_a_library_that_awaits(mends: Mends, head: str, sure: bool) -> None:
    mended = mends("async-def", head + "def work(r):\n    «await r.read()\n", exception="SyntaxError", message=_OUTSIDE)
    assert "async def work" in mended.text
    assert mended.mend.sure == sure


@pytest.mark.parametrize(
    ("entered", "message", "sure"),
    [
        ("aiohttp.ClientSession()", "Use async with instead", True),
        ("s.get(url)", "'_RequestContextManager' object does not support the context manager protocol", True),
        ("self.lock", "'Lock' object does not support the context manager protocol", False),
        ("aiosqlite.connect(p)", "'Connection' object does not support the context manager protocol", True),
        ("thing", "'Thing' object does not support the context manager protocol", False),
        (
            "thing",
            "'Thing' object does not support the context manager protocol (missed __exit__ method) but it supports "
            "the asynchronous context manager protocol. Did you mean to use 'async with'?",
            True,
        ),
    ],
)
def test_with_becomes_async_with(outcome: Outcome, entered: str, message: str, sure: bool) -> None:
    source = f"async def main():\n\t«with {entered} as x:  # é\n\t\tpass\n"
    assert outcome("async-block", source, exception="TypeError", message=message) == (
        source.replace("«", "async "),
        sure,
    )

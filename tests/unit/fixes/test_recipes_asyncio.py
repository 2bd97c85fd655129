"""Recipes for asyncio: what is awaited, what is handed to it, what it no longer has."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tracemend.fixes.recipe import apply_edits

from .conftest import Apply, Mends, Outcome, TextAfter

_LOAD = "import asyncio\n\nasync def load():\n    return [1]\n\n"
_USED = "'coroutine' object is not subscriptable"
_GOT = "'async for' requires an object with __aiter__ method, got {}"
_NOT = "object NoneType can't be used in 'await' expression"
_ENTERED = "'{}' object does not support the asynchronous context manager protocol"
_GATHER = "unhashable type: 'list'"
_RUNNING = "asyncio.run() cannot be called from a running event loop"


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("    item = q.get()\n    print(«item[0]»)\n", "    item = await q.get()\n    print(item[0])\n", _USED),
        ("    print(«r.json()[0]»)  # é\n", "    print((await r.json())[0])  # é\n", _USED),
        ("    r = [load() for _ in x]\n    «sum(r)»\n", "    r = [await load() for _ in x]\n    sum(r)\n", _USED),
        (
            "    print(«c.get(1).upper()»)\n",
            "    print((await c.get(1)).upper())\n",
            "'coroutine' object has no attribute 'upper'",
        ),
    ],
)
def test_the_coroutine_of_a_foreign_method_is_awaited(
    text_after: TextAfter, before: str, after: str, message: str
) -> None:
    head = _LOAD + "async def main():\n"
    exception = "AttributeError" if "attribute" in message else "TypeError"
    assert text_after("await", head + before, exception=exception, message=message) == head + after


@pytest.mark.parametrize(
    "body",
    [
        "    print(«a.get()[0] + b.get()»)\n",  # which of the two cannot be told
        "    print(«', '.join(x)[0]»)\n",
        "    print(«x[0]»)\n",
        "    t = asyncio.create_task(load())\n    print(«t[0]»)\n",
    ],
)
def test_nothing_is_awaited_by_guessing(mend: Apply, body: str) -> None:
    source = "async def main():\n" + body
    assert mend("await", source, exception="TypeError", message=_USED) is None


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("for x in «load()»:\n    pass\n", "for x in asyncio.run(load()):\n    pass\n", True),
        ("print(«load()[0]»)\n", "print(asyncio.run(load())[0])\n", True),
        (
            "def main():\n\tx = load()\n\tprint(«x[0]»)  # é\n\nmain()\n",
            "async def main():\n\tx = await load()\n\tprint(x[0])  # é\n\nasyncio.run(main())\n",
            True,
        ),
        (
            "def show():\n    print(«load()[0]»)\ndef main():\n    show()\nmain()\n",
            "async def show():\n    print((await load())[0])\n"
            "async def main():\n    await show()\nasyncio.run(main())\n",
            True,
        ),
        ("def main():\n    print(«load()[0]»)\n", "async def main():\n    print((await load())[0])\n", False),
        (
            "def main():\n    print(«load()[0]»)\nbutton(main)\n",
            "async def main():\n    print((await load())[0])\nbutton(main)\n",
            False,
        ),
    ],
)
def test_plain_code_is_made_to_wait(outcome: Outcome, before: str, after: str, sure: bool) -> None:
    for ending in ("\n", "\r\n"):
        source = (_LOAD + before).replace("\n", ending)
        assert outcome("await-up", source, exception="TypeError", message=_USED) == (
            (_LOAD + after).replace("\n", ending),
            sure,
        )


@pytest.mark.parametrize(
    "source",
    [
        "print(«other()[0]»)\n",
        _LOAD + "class A:\n    x = «load()[0]»\n",
        _LOAD + "f = lambda: «load()[0]»\n",
        _LOAD + "class A:\n    def __init__(self):\n        self.x = «load()[0]»\n",
        _LOAD + "def f():\n    print(«load()[0]»)\n    asyncio.run(load())\nf()\n",
        _LOAD + "def f():\n    print(«load()[0]»)\ndef g():\n    f()\n",
        "async def load():\n    yield 1\nfor x in «load()»:\n    pass\n",
        _LOAD + "async def main():\n    print(«load()[0]»)\n",
    ],
)
def test_plain_code_that_must_stay_plain_stays(mend: Apply, source: str) -> None:
    assert mend("await-up", source, exception="TypeError", message=_USED) is None


def test_the_coroutine_that_a_warning_names_is_run(text_after: TextAfter) -> None:
    source = "async def main():\n    pass\n\nif x:\n    «main()  # é\n"
    assert (
        text_after("await-up", source, exception="RuntimeWarning", values={"coroutine": "main"})
        == "import asyncio\n\n\nasync def main():\n    pass\n\nif x:\n    asyncio.run(main())  # é\n"
    )


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("    t = asyncio.create_task(f())\n    print(«t.result()»)\n",
         "    t = asyncio.create_task(f())\n    print(await t)\n", "Result is not set."),
        ("    t = x\n    print(«t.result()».a)\n", "    t = x\n    print((await t).a)\n", "Result is not set."),
        ("    t = asyncio.create_task(f())\n    print(«t + 1»)\n",
         "    t = asyncio.create_task(f())\n    print((await t) + 1)\n",
         "unsupported operand type(s) for +: '_asyncio.Task' and 'int'"),
        ("    r = asyncio.gather(f())\n    print(«r[0]»)\n", "    r = await asyncio.gather(f())\n    print(r[0])\n",
         "'_GatheringFuture' object is not subscriptable"),
    ],
)  # fmt: skip
def test_a_task_is_awaited_for_its_result(text_after: TextAfter, before: str, after: str, message: str) -> None:
    assert text_after("await-task", "async def main():\n" + before, message=message) == "async def main():\n" + after


@pytest.mark.parametrize(
    "source",
    [
        "def main():\n    t = asyncio.create_task(f())\n    print(«t + 1»)\n",
        "async def main(t):\n    print(«t + 1»)\n",
        "async def main(t, u):\n    print(«t.result() + u.result()»)\n",
    ],
)
def test_a_task_of_elsewhere_stays(mend: Apply, source: str) -> None:
    assert mend("await-task", source, message="unsupported operand type(s) for +: '_asyncio.Task' and 'int'") is None


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("«await asyncio.gather([f(), g()])»\n", "await asyncio.gather(*[f(), g()])\n", _GATHER),
        ("t = [f(x) for x in y]\n«await gather(t, return_exceptions=True)»\n",
         "t = [f(x) for x in y]\nawait gather(*t, return_exceptions=True)\n", _GATHER),
        ("«await gather((f(x) for x in y))»\n", "await gather(*(f(x) for x in y))\n",
         "An asyncio.Future, a coroutine or an awaitable is required"),
        ("«await gather(f(x) for x in y)»\n",
         "await gather(*(f(x) for x in y))\n", "An asyncio.Future, a coroutine or an awaitable is required"),
        ("«await gather(f)»\n", None, "An asyncio.Future, a coroutine or an awaitable is required"),
        ("«await gather(*t)»\n", None, _GATHER),
        ("«asyncio.wait({f(), g()})»\n", "asyncio.wait({asyncio.create_task(f()), asyncio.create_task(g())})\n",
         "Passing coroutines is forbidden, use tasks explicitly."),
        ("t = [f(x) for x in y]\n«asyncio.wait(t)»\n",
         "t = [asyncio.create_task(f(x)) for x in y]\nasyncio.wait(t)\n",
         "Passing coroutines is forbidden, use tasks explicitly."),
        ("t = [f(x) for x in y]\nasync def g():\n    «await asyncio.wait(t)»\n", None,
         "Passing coroutines is forbidden, use tasks explicitly."),  # no loop runs where they are made
        ("«await gather((t))»\n", None, _GATHER),
        ("t = {1: f()}\n«await gather(t)»\n", "t = {1: f()}\nawait gather(*t.values())\n", "unhashable type: 'dict'"),
        ("async def f(): ...\n«await gather(f())»\n", None, _GATHER),
        ("«asyncio.wait((f()), (g()))»\n", None, "expects a list of futures, not coroutine"),
        ("done = await asyncio.wait(t)\nprint(done[0])\nfor d in done:\n    «print(d.result())»\n", None,
         "'set' object has no attribute 'result'"),
        ("«asyncio.wait(t)»\n", None, "Passing coroutines is forbidden, use tasks explicitly."),
        ("«asyncio.wait([asyncio.create_task(f()), g()])»\n", None,
         "Passing coroutines is forbidden, use tasks explicitly."),
    ],
)  # fmt: skip
def test_tasks_are_handed_over(mend: Apply, before: str, after: str | None, message: str) -> None:
    mended = mend("gather-tasks", before, message=message)
    assert (mended and mended.text) == after


@pytest.mark.parametrize(
    ("body", "after", "message", "sure"),
    [
        ("«async with open(p) as f:\n        pass\n",
         "with open(p) as f:\n        pass\n", _ENTERED.format("_io.X"), True),
        ("«async  with lock:\n        pass\n", "with lock:\n        pass\n", _ENTERED.format("_thread.lock"), True),
        ("«async with thing:\n        pass\n", "with thing:\n        pass\n", _ENTERED.format("Thing"), False),
        ("«async with open(p) as f:\n        pass\n", "with open(p) as f:\n        pass\n", "__aenter__", True),
        ("«async with a, b:\n        pass\n", None, _ENTERED.format("_io.X"), None),
        ("«async with f():\n        pass\n", None, _ENTERED.format("coroutine"), None),
        ("«async for x in [1]:\n        pass\n", "for x in [1]:\n        pass\n", _GOT.format("list"), True),
        ("print(«[x async for x in y]»)\n", "print([x for x in y])\n", _GOT.format("range"), True),
        ("«async for x in load():\n        pass\n",
         "for x in await load():\n        pass\n", _GOT.format("coroutine"), False),
        ("«async for x in thing:\n        pass\n", "for x in thing:\n        pass\n", _GOT.format("Thing"), False),
        ("«async with lock:\n        await x\n", "with lock:\n        await x\n",
         _ENTERED.format("_thread.lock"), False),
        ("«async with open(p) as f:\n        await f.read()\n", "with open(p) as f:\n        await f.read()\n",
         _ENTERED.format("_io.X"), False),
        ("print(«[x async for x in load()]»)\n", None, _GOT.format("coroutine"), None),
        ("print(«[x async for x in y async for z in x]»)\n", None, _GOT.format("list"), None),
    ],
)  # fmt: skip
def test_a_plain_block_is_written_plain(
    mend: Apply, body: str, after: str | None, message: str, sure: bool | None
) -> None:
    mended = mend("plain-block", "async def main():  # é\n    " + body, message=message)
    assert (mended and mended.text) == (after and "async def main():  # é\n    " + after)
    assert (mended and mended.mend.sure) == sure


@pytest.mark.parametrize(("method", "offered"), [("def __enter__", True), ("async def __aexit__", False)])
def test_a_class_of_the_file_is_looked_at(mend: Apply, method: str, offered: bool) -> None:
    source = f"class Box:\n    {method}(self):\n        pass\nasync def f():\n    «async with Box():\n        pass\n"
    assert (mend("plain-block", source, message=_ENTERED.format("Box")) is not None) == offered


_REMOVED = "module 'asyncio' has no attribute 'coroutine'"


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("@«asyncio.coroutine»\ndef f():\n    x = yield from g()\n    return x\n",
         "async def f():\n    x = await g()\n    return x\n", _REMOVED),
        ("class A:\n  @cached\n  @«asyncio.coroutine»\n  def f(self):\n    yield from g()\n",
         "class A:\n  @cached\n  async def f(self):\n    await g()\n", _REMOVED),
        ("@«asyncio.coroutine»\ndef f():\n    yield\n", None, _REMOVED),
        ("q = «Queue(5, loop=a)»  # é\nLock(loop=a)\nf(loop=a)\n", "q = Queue(5)  # é\nLock()\nf(loop=a)\n",
         "Queue.__init__() got an unexpected keyword argument 'loop'"),
        ("«gather(loop=a, return_exceptions=True)»\n", "gather(return_exceptions=True)\n",
         "gather() got an unexpected keyword argument 'loop'"),
        ("«f(loop=a)»\n", None, "f() got an unexpected keyword argument 'loop'"),
        ("l = «asyncio.get_event_loop()»\nl.run_until_complete(f())\n",
         "l = asyncio.new_event_loop()\nl.run_until_complete(f())\n", "There is no current event loop."),
        ("«asyncio.get_event_loop()».run_until_complete(f())\n", "asyncio.new_event_loop().run_until_complete(f())\n",
         "There is no current event loop in thread 'T'."),
        ("import asyncio as a\nl = «a.get_event_loop()»\nl.run_forever()\n",
         "import asyncio as a\nl = a.new_event_loop()\nl.run_forever()\n", "There is no current event loop."),
        ("@«asyncio.coroutine»\ndef f():\n    x = yield from (g())\n    yield from g() or h()\n",
         "async def f():\n    x = await (g())\n    await (g() or h())\n", _REMOVED),
        ("@«asyncio.coroutine»\ndef f():\n    with (yield from lock):\n        pass\n", None, _REMOVED),
        ("class Lock: ...\nq = «asyncio.Queue(5, loop=a)»\nLock(loop=a)\nb.sleep(1, loop=a)\n",
         "class Lock: ...\nq = asyncio.Queue(5)\nLock(loop=a)\nb.sleep(1, loop=a)\n",
         "Queue.__init__() got an unexpected keyword argument 'loop'"),
        ("class A:\n    async def __aiter__(self):\n        return [x async for x in y]\n"
         "async def f():\n    «async for x in A(): pass\n", None,
         "'async for' received an object from __aiter__ that does not implement __anext__: coroutine"),
        ("l = «asyncio.get_event_loop()»\nl.create_task(f())\n", None, "There is no current event loop."),
        ("class A:\n    async def __aiter__(self):\n        return self\n"
         "async def f():\n    «async for x in A(): pass\n",
         "class A:\n    def __aiter__(self):\n        return self\n"
         "async def f():\n    async for x in A(): pass\n",
         "'async for' received an object from __aiter__ that does not implement __anext__: coroutine"),
        ("class A:\n    async def __aiter__(self):\n        await x\n"
         "async def f():\n    «async for x in A(): pass\n", None,
         "'async for' received an object from __aiter__ that does not implement __anext__: coroutine"),
    ],
)  # fmt: skip
def test_what_asyncio_no_longer_has(mend: Apply, before: str, after: str | None, message: str) -> None:
    mended = mend("asyncio-moved", before, message=message)
    assert (mended and mended.text) == after


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("«await q.put_nowait(1)»", "q.put_nowait(1)", _NOT),
        ("«await print(1)»", "print(1)", _NOT),
        ("«await requests.get(u)»", "requests.get(u)", "object Response can't be used in 'await' expression"),
        ("for x in «await pages()»: pass", "async for x in pages(): pass",
         "object async_generator can't be used in 'await' expression"),
        ("print(«await pages()»)", None, "object async_generator can't be used in 'await' expression"),
        ("«await self.callback()»", None, _NOT),
        ("«await client.get(u)»", None, _NOT),
    ],
)  # fmt: skip
def test_what_gives_its_result_at_once_is_not_awaited(
    mend: Apply, before: str, after: str | None, message: str
) -> None:
    head = "import requests\nasync def main(client):\n    "
    mended = mend("drop-await", head + before + "\n", message=message)
    assert (mended and mended.text) == (after and head + after + "\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("print(«list(pages())»)", "print([item async for item in pages()])"),
        ("print(«sum(pages())»)", "print(sum([item async for item in pages()]))"),
        ("print(«sorted(pages(), key=k)»)", "print(sorted([item async for item in pages()], key=k))"),
        ("print(«show(pages())»)", None),
    ],
)
def test_the_items_of_an_async_generator_are_collected(mend: Apply, before: str, after: str | None) -> None:
    head = "async def main():\n    "
    mended = mend("async-block", head + before + "\n", message="'async_generator' object is not iterable")
    if after is None:
        assert mended is None
    else:
        assert mended is not None
        assert mended.text == head + after + "\n"


def test_a_function_between_async_ones_is_made_async(mend: Apply, text_after: TextAfter) -> None:
    source = "def f():\n    return «asyncio.run(g())»\nasync def main():\n    print(f())\n"
    assert (
        text_after("await-run", source, message=_RUNNING)
        == "async def f():\n    return await g()\nasync def main():\n    print(await f())\n"
    )
    for other in ("f()\n", "class A:\n    x = f()\n", "def h():\n    f()\n", "asyncio.run(f())\n"):
        assert other.startswith("asyncio") or mend("await-run", source + other, message=_RUNNING) is None


def test_every_function_is_called(mends: Mends) -> None:
    source = "async def f(): pass\nasync def g(): pass\nasync def m():\n    «await asyncio.gather(f, g)»\n"
    mended = mends("call-coroutine", source, message="An asyncio.Future, a coroutine or an awaitable is required")
    assert "gather(f(), g())" in mended.text


_TEXT = st.text("#é \tx", max_size=20).map(lambda text: "# " + text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(above=_TEXT, below=_TEXT, ending=st.sampled_from(["\n", "\r\n"]))
def test_text_around_stays(mends: Mends, above: str, below: str, ending: str) -> None:
    lines = [above, "async def load():", "\treturn 1  " + above, "def main():", "\tx = «load()[0]» " + below, "main()"]
    source = ending.join([*lines, below, ""])
    mended = mends("await-up", source, exception="TypeError", message=_USED)
    plain = source.replace("«", "").replace("»", "")
    assert apply_edits(plain, mended.mend.edits) == mended.text
    kept = mended.text.replace("import asyncio", "").replace("asyncio.run(main())", "main()")
    kept = kept.replace("async def main", "def main").replace("(await load())", "load()")
    assert "".join(kept.split()) == "".join(plain.split())
    assert mended.text.endswith(ending + below + ending)


_PLAIN_LOCK = "'Lock' object does not support the context manager protocol"
_PAGES = "'async_generator' object is not iterable"
_RUNNING = "asyncio.run() cannot be called from a running event loop"
_NO_AWAIT = "object int can't be used in 'await' expression"


@pytest.mark.parametrize(
    ("recipe", "body", "after", "message"),
    [
        ("async-block", "«for i, x in enumerate(pages()):\n        pass",
         "for i, x in enumerate([item async for item in pages()]):\n        pass", _PAGES),
        ("async-block", "«for i, x in zip(pages(), y):\n        pass", None, _PAGES),
        ("async-block", "«y = [x for i, x in enumerate(pages())]",
         "y = [x for i, x in enumerate([item async for item in pages()])]", _PAGES),
        ("async-block", "«y = any(x for x in pages())", "y = any([x async for x in pages()])", _PAGES),
        ("async-block", "«y = max((x for x in pages()), default=3)", "y = max([x async for x in pages()], default=3)",
         _PAGES),
        ("async-block", "«y = (x for x in pages())", None, _PAGES),
        ("async-block", "«y = list(pages() if a else b())", "y = [item async for item in (pages() if a else b())]",
         _PAGES),
        ("async-block", "«with own() as x:\n        pass", None, _PLAIN_LOCK.replace("Lock", "coroutine")),
        ("await-run", "«x = asyncio.run(f() if a else g())", "x = await (f() if a else g())", _RUNNING),
        ("await-run", "«x = asyncio.run(*a)", None, _RUNNING),
        ("await-run", "«x = lambda: asyncio.run(f())", None, _RUNNING),
        ("await-run", "«x = (asyncio.run(f(y)) for y in z)", None, _RUNNING),
        ("drop-await", "«x = await (len(y))", "x = (len(y))", _NO_AWAIT),
        ("drop-await", "«x = (await\n        len(y))", None, _NO_AWAIT),
    ],
)  # fmt: skip
def test_bodies_that_fooled_it(mend: Apply, recipe: str, body: str, after: str | None, message: str) -> None:
    mended = mend(recipe, f"async def main():\n    {body}\n", message=message)
    assert (mended and mended.text) == (after and f"async def main():\n    {after}\n")
    assert mended is None or mended.mend.sure


def test_a_loop_of_its_own_is_not_run_in_another(mend: Apply) -> None:
    """What becomes async must not run a loop itself; nor is another class's method of that name awaited."""
    source = "l = asyncio.Lock()\ndef main():\n    «with l:\n        asyncio.run(f())\nmain()\n"
    assert mend("async-block", source, message=_PLAIN_LOCK) is None
    source = (
        "class A:\n    def g(self):\n        «return asyncio.run(f())\nclass B:\n    def g(self): ...\n"
        "async def m(b):\n    b.g()\n"
    )
    assert mend("await-run", source, message=_RUNNING) is None

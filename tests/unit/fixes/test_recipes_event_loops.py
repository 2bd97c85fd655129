"""Recipes for event loops: tasks made where none runs, and what belongs to another one."""

from __future__ import annotations

import ast
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tracemend.fixes.recipe import apply_edits

from .conftest import Apply, Makes, Program

_NO_LOOP = "no running event loop"
_OTHER = "<asyncio.locks.Lock object at 0x7f [locked]> is bound to a different event loop"
_FUTURE = "a coroutine was expected, got <_GatheringFuture pending>"
_JOB = "import asyncio\n\nasync def job():\n    pass\n\n"
_ENDLESS = "import asyncio\n\nasync def job():\n    while True:\n        await asyncio.sleep(1)\n\n"
_THREAD = "import asyncio\nfrom threading import Thread\n\nasync def job():\n    pass\n\n"


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        (_JOB + "«asyncio.create_task(job())»  # é\n", _JOB + "asyncio.run(job())  # é\n", True),
        (_JOB + "def main():\n\t«asyncio.ensure_future(job())»\nmain()\n",
         _JOB + "def main():\n\tasyncio.run(job())\nmain()\n", True),
        (_JOB + "def main():\n    «asyncio.create_task(job())»\nbutton(main)\n",
         _JOB + "def main():\n    asyncio.run(job())\nbutton(main)\n", False),
        (_ENDLESS + "«asyncio.create_task(job())»\nserve()\n", _ENDLESS + "asyncio.run(job())\nserve()\n", False),
        (_THREAD + "def work():\n    «asyncio.create_task(job())»\nThread(target=work).start()\n",
         _THREAD + "def work():\n    asyncio.run(job())\nThread(target=work).start()\n", True),
        (_JOB + "asyncio.run(«asyncio.create_task(job())»)\n", _JOB + "asyncio.run(job())\n", True),
        (_JOB + "t = «asyncio.create_task(job())»\nasyncio.run(t)\n", _JOB + "t = job()\nasyncio.run(t)\n", True),
    ],
)  # fmt: skip
def test_a_lone_task_is_run(makes: Makes, before: str, after: str, sure: bool) -> None:
    makes("run-coroutine", _NO_LOOP, before, after, sure, "RuntimeError")


@pytest.mark.parametrize(
    "source",
    [
        _JOB + "«asyncio.create_task(job())»\nasyncio.create_task(job())\n",  # both are to run at once
        _JOB + "«asyncio.create_task(job())»\nasyncio.run(job())\n",
        _JOB + "t = «asyncio.create_task(job())»\n",
        _JOB + "t = «asyncio.create_task(job())»\nasyncio.run(t)\nprint(t)\n",
        _JOB + "asyncio.run(«asyncio.create_task(  # é\n    job())»)\n",
        _JOB + "class A:\n    def start(self):\n        «asyncio.create_task(job())»\n",
        _JOB + "«asyncio.create_task(job(), name='x')»\n",
        "import other as asyncio\n«asyncio.create_task(job())»\n",
        _JOB + "def work(loop):\n    «asyncio.create_task(job())»\n",
    ],
)
def test_a_task_that_others_belong_to_is_not_run_alone(makes: Makes, source: str) -> None:
    makes("run-coroutine", _NO_LOOP, source, None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("print(«asyncio.run(asyncio.gather(job(), job()))»)\n",
         "\nasync def main():\n    print(await asyncio.gather(job(), job()))\n\n\nasyncio.run(main())\n"),
        ("r = «asyncio.run(asyncio.gather(job(), job()), debug=True)»  # é\nprint(r)\n",
         "\nasync def main():\n    return await asyncio.gather(job(), job())\n\n\n"
         "r = asyncio.run(main(), debug=True)  # é\nprint(r)\n"),
        ("def f():\n    «return asyncio.run(asyncio.gather(\n        job(),\n    ))»\n",
         "def f():\n    async def main():\n        return await asyncio.gather(\n        job(),\n    )\n"
         "    return asyncio.run(main())\n"),
        ("t = asyncio.ensure_future(job())\nr = «asyncio.run(asyncio.gather(t))»\n",
         "\nasync def main():\n    t = asyncio.ensure_future(job())\n    return await asyncio.gather(t)\n\n\n"
         "r = asyncio.run(main())\n"),
    ],
)  # fmt: skip
def test_gather_is_put_into_a_coroutine(makes: Makes, before: str, after: str) -> None:
    makes("run-coroutine", _FUTURE, _JOB + before, _JOB + after, True, "ValueError")


@pytest.mark.parametrize(
    "source",
    [
        "t = asyncio.ensure_future(job())\n«asyncio.run(asyncio.gather(t))»\nprint(t)\n",  # it is used after it
        "x = 1; «asyncio.run(asyncio.gather(job()))»\n",
        "if «asyncio.run(asyncio.gather(job()))»:\n    pass\n",
        "«asyncio.run(futures)»\n",
        "def f(x):\n    t = asyncio.ensure_future(x)\n    if x:\n        return 1\n"
        "    return «asyncio.run(asyncio.gather(t))»\n",
    ],
)
def test_what_is_needed_outside_stays_outside(makes: Makes, source: str) -> None:
    makes("run-coroutine", _FUTURE, _JOB + source, None)


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("def main():\n    loop = asyncio.new_event_loop()\n    t = «asyncio.create_task(job())»\n"
         "    loop.run_until_complete(t)\n",
         "def main():\n    loop = asyncio.new_event_loop()\n    t = loop.create_task(job())\n"
         "    loop.run_until_complete(t)\n", True),
        ("loop = asyncio.new_event_loop()\ndef p():\n    «asyncio.create_task(job())»\np()\nloop.run_forever()\n",
         "loop = asyncio.new_event_loop()\ndef p():\n    loop.create_task(job())\np()\nloop.run_forever()\n", True),
        ("def work(loop):\n    «asyncio.create_task(job())»\n",
         "def work(loop):\n    asyncio.run_coroutine_threadsafe(job(), loop)\n", True),
        ("async def main():\n    loop = asyncio.get_running_loop()\n    def work():\n"
         "        t = «asyncio.create_task(job())»\n    await asyncio.to_thread(work)\n",
         "async def main():\n    loop = asyncio.get_running_loop()\n    def work():\n"
         "        t = asyncio.run_coroutine_threadsafe(job(), loop)\n    await asyncio.to_thread(work)\n", False),
    ],
)  # fmt: skip
def test_the_loop_at_hand_makes_the_task(makes: Makes, before: str, after: str, sure: bool) -> None:
    makes("hand-to-loop", _NO_LOOP, _JOB + before, _JOB + after, sure, "RuntimeError")


@pytest.mark.parametrize(
    "source",
    [
        "def work():\n    «asyncio.create_task(job())»\n",
        "def work(loop, main_loop):\n    «asyncio.create_task(job())»\n",  # which of the two cannot be told
        "async def main():\n    loop = asyncio.get_running_loop()\ndef work():\n    «asyncio.create_task(job())»\n",
        "def work(loop):\n    «asyncio.create_task(job(), name='x')»\n",
    ],
)
def test_a_loop_that_is_not_at_hand_makes_none(makes: Makes, source: str) -> None:
    makes("hand-to-loop", _NO_LOOP, _JOB + source, None)


_LOCKED = "import asyncio\n\nlock = asyncio.Lock()  # é\n\nasync def work():\n    async with «lock»:\n        pass\n\n"


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        (_LOCKED + "asyncio.run(work())\nasyncio.run(work())\n",
         _LOCKED + "\nasync def main():\n    await work()\n    await work()\n\n\nasyncio.run(main())\n", True),
        (_LOCKED + "for _ in range(2):\n    asyncio.run(work())\n",
         _LOCKED
         + "\nasync def main():\n    for _ in range(2):\n        await work()\n\n\nasyncio.run(main())\n", True),
        (_LOCKED + "def call():\n    return asyncio.run(work())\ncall()\ncall()\n",
         "import asyncio\n\n\nasync def work():\n    global lock\n    lock = asyncio.Lock()  # é\n"
         "    async with lock:\n        pass\n\ndef call():\n    return asyncio.run(work())\ncall()\ncall()\n", True),
        (_LOCKED.replace("Lock()", "Queue()") + "def call():\n    return asyncio.run(work())\ncall()\ncall()\n",
         "import asyncio\n\n\nasync def work():\n    global lock\n    lock = asyncio.Queue()  # é\n"
         "    async with lock:\n        pass\n\ndef call():\n    return asyncio.run(work())\ncall()\ncall()\n", False),
    ],
)  # fmt: skip
def test_a_lock_is_of_one_loop(makes: Makes, before: str, after: str, sure: bool) -> None:
    after = after.replace("«", "").replace("»", "")
    makes("into-coroutine", _OTHER, before, after, sure, "RuntimeError")


@pytest.mark.parametrize(
    "source",
    [
        _LOCKED
        + "from threading import Thread\nfor _ in 'ab':\n    Thread(target=lambda: asyncio.run(work())).start()\n",
        _LOCKED + "x = 1\nprint(lock)\ndef call():\n    asyncio.run(work())\ncall()\ncall()\n",
        _LOCKED + "def call():\n    asyncio.run(work())\ndef other():\n    asyncio.run(another())\n",
        _LOCKED + "try:\n    asyncio.run(work())\nexcept KeyboardInterrupt:\n    pass\nasyncio.run(job())\n",
        _LOCKED.replace("asyncio.Lock()", "threading.Lock()") + "asyncio.run(work())\nasyncio.run(work())\n",
        "import asyncio\nasync def work(lock):\n    async with «lock»:\n        pass\nasyncio.run(work(x))\n",
    ],
)
def test_what_threads_or_others_share_stays(makes: Makes, source: str) -> None:
    makes("into-coroutine", _OTHER, source, None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("t = «asyncio.create_task(job())»  # é\nasync def main():\n\t'''W.'''\n\tawait t\n\nasyncio.run(main())\n",
         "async def main():\n\t'''W.'''\n\tt = asyncio.create_task(job())  # é\n\tawait t\n\nasyncio.run(main())\n"),
        ("«asyncio.create_task(job())»\nasync def main():\n    await x\nasyncio.run(main())\n",
         "async def main():\n    asyncio.create_task(job())\n    await x\nasyncio.run(main())\n"),
        ("async def main(t):\n    await t\n\n\nt = «asyncio.create_task(job())»\nasyncio.run(main(t))\n",
         None),
    ],
)  # fmt: skip
def test_a_task_is_made_where_the_loop_runs(makes: Makes, before: str, after: str | None) -> None:
    makes("into-coroutine", _NO_LOOP, _JOB + before, after and _JOB + after, None, "RuntimeError")


@pytest.mark.parametrize(
    ("recipe", "source", "printed"),
    [
        ("into-coroutine",
         """
         import asyncio
         async def job(n):
             return n
         async def main(task):
             return await task
         t = asyncio.create_task(job(3))
         print("go")
         print(asyncio.run(main(t)))
         """, "go\n3\n"),
        ("into-coroutine",
         """
         import asyncio
         class Bot:
             def __init__(self):
                 self.loop = asyncio.get_running_loop()
             async def start(self):
                 return self.loop.is_running()
         def main():
             bot = Bot()
             # é
             found = asyncio.run(bot.start())
             print(found)
         main()
         """, "True\n"),
    ],
)  # fmt: skip
def test_all_up_to_the_run_is_put_into_a_coroutine(
    program: Callable[..., Program], recipe: str, source: str, printed: str
) -> None:
    app = program(source)
    assert app.mend(recipe).sure
    done = app.run()
    assert (done.returncode, done.stdout) == (0, printed), done.stderr


def test_what_asyncio_calls_is_not_put_around(program: Callable[..., Program]) -> None:
    app = program(
        """
        import asyncio
        async def job():
            pass
        def work():
            asyncio.create_task(job())
        async def main():
            await asyncio.to_thread(work)
        asyncio.run(main())
        """
    )
    with pytest.raises(AssertionError):
        app.mend("into-coroutine")


_AROUND = st.text(st.characters(exclude_characters="«»\r\f\v\x1c\x1d\x1e\x85\u2028\u2029", exclude_categories=["Cs"]))
_CASES = [
    ("run-coroutine", _NO_LOOP, "«asyncio.create_task(job())»"),
    ("hand-to-loop", _NO_LOOP, "def work(loop):\n\t«asyncio.create_task(job())»"),
    ("into-coroutine", _OTHER, "asyncio.run(job())\nasyncio.run(job())"),
]


@given(st.sampled_from(_CASES), _AROUND, st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_text_around_the_edits_stays(mend: Apply, case: tuple[str, str, str], comment: str, end: str) -> None:
    recipe, message, code = case
    comment = "# " + comment.replace("\n", " ").replace("\0", "")
    head = "import asyncio\nasync def job():\n\t'''é'''\n"
    if recipe == "into-coroutine":
        head = "import asyncio\nlock = asyncio.Lock()\nasync def job():\n\tasync with «lock»:\n\t\tpass\n"
    source = f"{comment}\n{head}{comment}\n{code}  {comment}\n{comment}\n".replace("\n", end)
    made = mend(recipe, source, "RuntimeError", message)
    assert made is not None
    plain = source.replace("«", "").replace("»", "")
    assert made.text == apply_edits(plain, made.mend.edits)
    assert made.text.count(comment) == plain.count(comment)
    assert end == "\n" or "\n" not in made.text.replace("\r\n", "")
    ast.parse(made.text)

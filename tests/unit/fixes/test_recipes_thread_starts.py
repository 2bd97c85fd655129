"""Recipes for how threads and processes are started, for time-outs, and for futures of threads in asyncio."""

from __future__ import annotations

import ast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import Apply, Makes

_NONE = "'NoneType' object has no attribute 'join'"
_GROUP = "group argument must be None for now"
_DAEMON = "daemonic processes are not allowed to have children"
_TIMEOUT = "asyncio.exceptions.TimeoutError"
_POLICY = "module 'asyncio' has no attribute 'WindowsSelectorEventLoopPolicy'"
_EARLY = "cannot join thread before it is started"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("t = Thread(target=f).start()  # é\n«t.join()»\n", "t = Thread(target=f)  # é\nt.start()\nt.join()\n"),
        ("class A:\n\tdef f(self):\n\t\tself.t = Timer(1, f).start()\n\t\t«self.t.join()»\n",
         "class A:\n\tdef f(self):\n\t\tself.t = Timer(1, f)\n\t\tself.t.start()\n\t\tself.t.join()\n"),
        ("ts = []\nfor i in x:\n    t = Thread(target=f).start()\n    ts.append(t)\nfor one in ts:\n    «one.join()»\n",
         "ts = []\nfor i in x:\n    t = Thread(target=f)\n    t.start()\n    ts.append(t)\nfor one in ts:\n"
         "    one.join()\n"),
        ("t = run().start()\n«t.join()»\n", None),
        ("t = Thread(target=f).start()\n«other.join()»\n", None),
        ("t = Thread(target=f).start(); x = 1\n«t.join()»\n", None),
        ("t = u = Thread(target=f).start()\n«t.join()»\n", None),
        ("t = Thread(target=f).start()\nt = Thread(target=g).start()\n«t.join()»\n", None),
    ],
)  # fmt: skip
def test_a_thread_is_kept_and_started(makes: Makes, before: str, after: str | None) -> None:
    makes("start-apart", _NONE, before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("t = «Thread(f, args=(1,))»  # é\n", "t = Thread(target=f, args=(1,))  # é\n"),
        ("«Process(self.f, (1,), daemon=True)».start()\n",
         "Process(target=self.f, args=(1,), daemon=True).start()\n"),
        ("«Thread(f(), args=(1,))»\n", None),
        ("«Thread(f, g)»\n", None),
        ("«Thread(f, target=g)»\n", None),
        ("«Thread(f, g, 'name')»\n", None),
    ],
)  # fmt: skip
def test_the_function_is_named_as_the_target(makes: Makes, before: str, after: str | None) -> None:
    makes("target-keyword", _GROUP, before, after)


_PARENT = "def parent():\n    «Process(target=f).start()»\n\n"


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("p = mp.Process(target=parent, daemon=True)\np.start()\np.join()\n",
         "p = mp.Process(target=parent)\np.start()\np.join()\n", True),
        ("p = Process(target=parent)\np.daemon = True  # é\np.start()\np.join()\n",
         "p = Process(target=parent)\np.daemon = False  # é\np.start()\np.join()\n", True),
        ("Process(daemon=True, target=parent).start()\n", "Process(target=parent).start()\n", False),
        ("p = Process(target=parent)\n", None, None),
        ("p = Process(target=parent, daemon=flag)\n", None, None),
        ("p = Process(target=parent, daemon=True)\nq = Process(target=parent, daemon=True)\n", None, None),
        ("with Pool() as p:\n    p.map(parent, x)\n", None, None),
    ],
)  # fmt: skip
def test_a_process_with_children_is_no_daemon(makes: Makes, before: str, after: str | None, sure: bool | None) -> None:
    makes("no-daemon", _DAEMON, _PARENT + before, after and _PARENT.replace("«", "").replace("»", "") + after, sure)


@pytest.mark.parametrize(
    ("before", "after", "exception"),
    [
        ("try:\n    «await x»\nexcept TimeoutError:  # é\n    pass\n",
         "try:\n    await x\nexcept asyncio.TimeoutError:  # é\n    pass\n", _TIMEOUT),
        ("from concurrent import futures\ntry:\n    «f.result(1)»\nexcept (OSError, TimeoutError) as e:\n    pass\n",
         "from concurrent import futures\ntry:\n    f.result(1)\nexcept (OSError, futures.TimeoutError) as e:\n"
         "    pass\n", "concurrent.futures._base.TimeoutError"),
        ("try:\n    «await x»\nexcept KeyError:\n    pass\n", None, _TIMEOUT),
        ("from a import TimeoutError\ntry:\n    «await x»\nexcept TimeoutError:\n    pass\n", None, _TIMEOUT),
        ("try:\n    pass\nexcept TimeoutError:\n    «await x»\n", None, _TIMEOUT),
        ("try:\n    «await x»\nexcept TimeoutError:\n    pass\n", None, "TimeoutError"),
    ],
)  # fmt: skip
def test_a_time_out_is_caught_by_its_own_name(makes: Makes, before: str, after: str | None, exception: str) -> None:
    if exception.startswith("asyncio") and "await" in before:
        before = "import asyncio\nasync def f():\n    " + before.replace("\n", "\n    ").rstrip(" ")
        after = after and "import asyncio\nasync def f():\n    " + after.replace("\n", "\n    ").rstrip(" ")
    makes("timeout-name", "", before, after, None, exception)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import asyncio\nimport sys\n"
         "\n«asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())»  # é\n",
         "import asyncio\nimport sys\n\nif sys.platform == \"win32\":\n"
         "    asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())  # é\n"),
        ("import asyncio\nx = 1; «asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())»\n", None),
        ("import asyncio\n«policy = asyncio.WindowsSelectorEventLoopPolicy()»\n", None),
    ],
)  # fmt: skip
def test_the_policy_of_windows_is_set_there(makes: Makes, before: str, after: str | None) -> None:
    makes("windows-only", _POLICY, before, after, None, "AttributeError")


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after"),
    [
        ("drop-await", "object Future can't be used in 'await' expression",
         "    x = await «asyncio.run_coroutine_threadsafe(f(), loop)»\n",
         "    x = await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(f(), loop))\n"),
        ("drop-await", "'Future' object can't be awaited", "    x = await «pool.other(f)»\n", None),
        ("call-coroutine", "A coroutine object is required", "    «asyncio.run_coroutine_threadsafe(main, loop)»\n",
         "    asyncio.run_coroutine_threadsafe(main(), loop)\n"),
        ("await", "unsupported operand type(s) for +: 'coroutine' and 'int'",
         "    x = asyncio.wait_for(f(), 1)\n    «x + 1»\n", "    x = await asyncio.wait_for(f(), 1)\n    x + 1\n"),
        ("pool-order", _EARLY, "    t = Thread()\n    t.start  # é\n    «t.join()»\n",
         "    t = Thread()\n    t.start()  # é\n    t.join()\n"),
    ],
)  # fmt: skip
def test_threads_and_the_loop(makes: Makes, recipe: str, message: str, before: str, after: str | None) -> None:
    head = "import asyncio\n\nasync def main():\n"
    makes(recipe, message, head + before, after and head + after)


_TEXT = st.text(st.characters(exclude_characters="«»\r\n\f\v\0\x1c\x1d\x1e\x85\u2028\u2029", exclude_categories=["Cs"]))
_CASES = [
    ("start-apart", _NONE, "\tt = Thread(target=f).start()\n\t«t.join()»"),
    ("target-keyword", _GROUP, "\t«Thread(f)»"),
    ("no-daemon", _DAEMON, "\t«f()»\nProcess(target=main, daemon=True)"),
    ("timeout-name", "", "\ttry:\n\t\t«f()»\n\texcept TimeoutError:\n\t\tpass"),
    ("windows-only", _POLICY, "\t«asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())»"),
]


@given(st.sampled_from(_CASES), _TEXT, st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_text_around_the_edits_stays(mend: Apply, case: tuple[str, str, str], comment: str, end: str) -> None:
    recipe, message, code = case
    source = f"# {comment}\nimport asyncio\nimport sys\ndef main():\n{code}  # {comment}\n# {comment}\n"
    made = mend(recipe, source.replace("\n", end), _TIMEOUT, message)
    assert made is not None
    assert made.text.count(f"# {comment}") == source.count(f"# {comment}")
    assert end == "\n" or "\n" not in made.text.replace("\r\n", "")
    ast.parse(made.text)

"""Recipes for threads, processes and pools."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tracemend.context import Context
from tracemend.fixes.recipe import apply_edits
from tracemend.reading.scanner import read_text
from tracemend.source.place import locate

from .conftest import Apply, Mends, TextAfter

_CALLED = "'int' object is not callable"
_STAR = "__main__.f() argument after * must be an iterable, not int"
_ROWS = "add() missing 1 required positional argument: 'b'"
_SUM = "unsupported operand type(s) for +: 'int' and 'Future'"
_JOIN = "cannot join thread before it is started"
_SHARED = "Queue objects should only be shared between processes through inheritance"


@pytest.mark.parametrize(
    ("recipe", "before", "after", "message"),
    [
        ("target-function", "«Thread(target=f(), daemon=True)»\n", "Thread(target=f, daemon=True)\n", _CALLED),
        ("target-function", "«Thread(target=f(1))»  # é\r\n", "Thread(target=f, args=(1,))  # é\r\n", _CALLED),
        ("target-function", "«Thread(target=f(1, b=x))»\n", 'Thread(target=f, args=(1,), kwargs={"b": x})\n', _CALLED),
        ("target-function", "«Timer(5, f(1))»\n", "Timer(5, f, (1,))\n", _CALLED),
        ("target-function", "r = p.submit(f(1, b=2))\n«r.result()»\n",
         "r = p.submit(f, 1, b=2)\nr.result()\n", _CALLED),
        ("target-function", "«loop.run_in_executor(None, f(1))»\n", "loop.run_in_executor(None, f, 1)\n", _CALLED),
        ("target-function", "«p.apply_async(f(1, 2))»\n", "p.apply_async(f, (1, 2))\n", _CALLED),
        ("target-function", "«Thread(target=g(1))»\n", None, _CALLED),  # may make a function
        ("target-function", "«Thread(target=f)»\n", None, _CALLED),
        ("target-function", "«Thread(target=f(1), args=(2,))»\n", None, _CALLED),
        ("target-function", "p.submit(f(1))\np.submit(f(2))\n«r.result()»\n", None, _CALLED),
        ("target-function", "«loop.call_soon(f(b=1))»\n", None, _CALLED),
        ("args-tuple", "«Thread(target=f, args=(5))»\n", "Thread(target=f, args=(5,))\n", _STAR),
        ("args-tuple", "«Thread(target=f, args=n)»\n", "Thread(target=f, args=(n,))\n", _STAR),
        ("args-tuple", "«Timer(1, f, 'x')»\n", "Timer(1, f, ('x',))\n",
         "f() takes 1 positional argument but 3 were given"),
        ("args-tuple", "«Thread(target=f, args=(1, 2))»\n", None, "f() takes 1 positional argument but 2 were given"),
        ("args-tuple", "«Thread(target=f, args=rows)»\n", None, "f() takes 1 positional argument but 2 were given"),
        ("args-tuple", "«f(args=5)»\n", None, _STAR),
        ("star-map", "with Pool() as p:\n    «p.map(add, [(1, 2)])»\n",
         "with Pool() as p:\n    p.starmap(add, [(1, 2)])\n", _ROWS),
        ("star-map", "p = ThreadPoolExecutor()\n«p.map(add, zip(a, b))»\n",
         "p = ThreadPoolExecutor()\np.map(add, a, b)\n", _ROWS),
        ("star-map", "p = ThreadPoolExecutor()\nr = [(1, 2)]\n«p.map(add, r)»\n",
         "p = ThreadPoolExecutor()\nr = [(1, 2)]\np.map(add, *zip(*r))\n", _ROWS),
        ("star-map", "p = Pool()\n«p.map(add, [1, 2])»\n", None, _ROWS),
        ("star-map", "«p.map(add, [(1, 2)])»\n", None, _ROWS),
        ("star-map", "p = Pool()\n«p.map(other, [(1, 2)])»\n", None, _ROWS),
        ("future-result", "r = p.submit(f)\nprint(«1 + r»)\n", "r = p.submit(f)\nprint(1 + r.result())\n", _SUM),
        ("future-result", "r = [p.submit(f) for _ in x]\n«sum(r)»\n",
         "r = [p.submit(f) for _ in x]\nsum(future.result() for future in r)\n", _SUM),
        ("future-result", "«1 + r»\n", None, _SUM),
        ("future-result", "a = p.submit(f)\nb = p.submit(f)\n«a + b»\n", None, _SUM),
        ("pool-order", "if x:\n\t«p.join()»  # é\n", "if x:\n\tp.close()\n\tp.join()  # é\n", "Pool is still running"),
        ("pool-order", "«t.join()»\nx()\nt.start()  # é\n", "t.start()\nx()\nt.join()  # é\n", _JOIN),
        ("pool-order", "«t.join()»\n", "t.start()\nt.join()\n", _JOIN),
        ("pool-order", "for t in ts:\n  «t.join()»\n", "for t in ts:\n  t.start()\nfor t in ts:\n  t.join()\n", _JOIN),
        ("pool-order", "for t in make():\n  «t.join()»\n", None, _JOIN),
        ("pool-order", "if x:\n    t.start()\n«t.join()»\n", None, _JOIN),
        ("pool-order", "t.start(); «t.join()»\n", None, _JOIN),
        ("pool-order", "t.start()\n«t.daemon = True»\n", "t.daemon = True\nt.start()\n",
         "cannot set daemon status of active thread"),
        ("pool-order", "t.start()\nx()\n«t.daemon = True»\n", None, "cannot set daemon status of active thread"),
        ("shared-queue", "q = mp.Queue()\n«p.apply(f, (q,))»\n",
         "q = mp.Manager().Queue()\np.apply(f, (q,))\n", _SHARED),
        ("shared-queue", "import queue\nimport multiprocessing as mp\nq = queue.Queue()\n«p = mp.Process(args=(q,))»\n",
         "import queue\nimport multiprocessing as mp\nq = mp.Queue()\np = mp.Process(args=(q,))\n",
         "cannot pickle '_thread.lock' object"),
        ("shared-queue", "q = mp.Queue()\nr = mp.Queue()\n«p.apply(f, (q,))»\n", None, _SHARED),
        ("shared-queue",
         "q = make.Queue()\n«p = mp.Process(args=(q,))»\n", None, "cannot pickle '_thread.lock' object"),
    ],
)  # fmt: skip
def test_threads_and_pools(mend: Apply, recipe: str, before: str, after: str | None, message: str) -> None:
    head = "def f(a=1, b=2): return a\ndef g(x): return lambda: x\n"
    mended = mend(recipe, head + before, exception="TypeError", message=message)
    assert (mended and mended.text) == (after and head + after)
    assert mended is None or mended.mend.sure


def test_what_follows_a_pools_block_goes_into_it(text_after: TextAfter) -> None:
    assert (
        text_after("into-block", "with Pool() as p:\n    a()\n\n«p.map(f, x)»\n", message="Pool not running")
        == "with Pool() as p:\n    a()\n\n    p.map(f, x)\n"
    )


_THREAD = (
    "Exception in thread Thread-1 (f):\nTraceback (most recent call last):\n"
    '  File "/opt/python3.13/lib/python3.13/threading.py", line 992, in run\n'
    "    self._target(*self._args, **self._kwargs)\nTypeError: {}\n"
)


@pytest.mark.parametrize(
    ("source", "message", "command", "line"),
    [
        ("import threading\n\nt = threading.Thread(target=f())\n", _CALLED, "python a.py", 3),
        ("Thread(target=f, args=1)\nThread(target=g, args=1)\n", _STAR, "python3 -u a.py --fast", 1),
        ("Thread(target=f, args=1)\nThread(target=g, args=1)\n", _CALLED, "python a.py", None),
        ("class Thread(Base):\n    pass\n# Thread()\n", _CALLED, "python a.py", None),
        ("Thread(target=f())\n", _CALLED, "python -m a", None),
        ("Thread(target=f())\n", _CALLED, None, None),
    ],
)
def test_a_thread_without_a_line_of_the_program_is_shown_where_it_was_made(
    tmp_path: Path, source: str, message: str, command: str | None, line: int | None
) -> None:
    (tmp_path / "a.py").write_text(source, encoding="utf-8")
    ((report,),) = read_text(_THREAD.format(message))
    folder = str(tmp_path)
    place = locate(report, Context(origin="here", folder=folder, roots=(folder,), command=command))
    assert (place and place.line) == line
    assert locate(report, Context(origin="elsewhere", folder=folder, roots=(folder,), command=command)) is None


_TEXT = st.text("#é \tx", max_size=20).map(lambda text: "# " + text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(above=_TEXT, below=_TEXT, ending=st.sampled_from(["\n", "\r\n"]))
def test_text_around_stays(mends: Mends, above: str, below: str, ending: str) -> None:
    source = ending.join([above, "def f():", "\treturn 1", "«Thread(target=f(  ))» " + below, below, ""])
    mended = mends("target-function", source, exception="TypeError", message=_CALLED)
    plain = source.replace("«", "").replace("»", "")
    assert mended.text == plain.replace("target=f(  )", "target=f")
    assert apply_edits(plain, mended.mend.edits) == mended.text

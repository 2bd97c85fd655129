"""Recipes for groups of tasks and of exceptions."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import Apply, Makes, Program

_GROUPS = pytest.mark.skipif(sys.version_info < (3, 11), reason="exception groups came with 3.11")
_SINGLE = "expect a list of futures, not Task"
_MANY = "wait() takes 1 positional argument but 2 were given"
_SETS = "'set' object has no attribute 'result'"
_TAKES = "TaskGroup.create_task() takes 2 positional arguments but 3 were given"
_RESULT = "a coroutine was expected, got 1"
_WORK = "import asyncio\n\nasync def work(n, m=1):\n    pass\n\nasync def main():\n"


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("    «await asyncio.wait(asyncio.create_task(work(1)))»  # é\n",
         "    await asyncio.wait([asyncio.create_task(work(1))])  # é\n", _SINGLE),
        ("    «await asyncio.wait(work(1))»\n", "    await asyncio.wait([asyncio.create_task(work(1))])\n",
         "expect a list of futures, not coroutine"),
        ("    t = asyncio.create_task(work(1))\n    «await asyncio.wait(t, timeout=1)»\n",
         "    t = asyncio.create_task(work(1))\n    await asyncio.wait([t], timeout=1)\n", _SINGLE),
        ("    t = [asyncio.create_task(work(1))]\n    «await asyncio.wait(*t)»\n",
         "    t = [asyncio.create_task(work(1))]\n    await asyncio.wait(t)\n", _MANY),
        ("    «for x in asyncio.as_completed(work(1), work(2))»:\n        pass\n",
         "    for x in asyncio.as_completed([work(1), work(2)]):\n        pass\n",
         _MANY.replace("wait", "as_completed")),
        ("    a = await asyncio.wait(t)\n    for x in a:\n        «x.result()»\n",
         "    a, pending = await asyncio.wait(t)\n    for x in a:\n        x.result()\n", _SETS),
    ],
)  # fmt: skip
def test_wait_takes_one_list_and_gives_two_sets(makes: Makes, before: str, after: str, message: str) -> None:
    makes("gather-tasks", message, _WORK + before, _WORK + after, True)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("    «await asyncio.wait(x)»\n", _SINGLE),
        ("    «await asyncio.wait(*[work(1), work(2)])»\n", _MANY),  # coroutines are forbidden there too
        (
            "    «await other.queue.wait(work(1), work(2))[0]()»\n",
            "wait() takes 2 positional arguments but 3 were given",
        ),
        ("    a, b = await asyncio.wait(t)\n    for x in a:\n        «x.result()»\n", _SETS),
        ("    a = {1}\n    for x in a:\n        «x.result()»\n", _SETS),
    ],
)
def test_what_is_no_list_of_tasks_stays(makes: Makes, source: str, message: str) -> None:
    makes("gather-tasks", message, _WORK + source, None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    «tg.create_task(work, 1)»\n", "    tg.create_task(work(1))\n"),
        ("    «asyncio.create_task(work, 1, 2, name='x')»\n", "    asyncio.create_task(work(1, 2), name='x')\n"),
        ("    «tg.create_task(work, 1, 2, 3)»\n", None),
        ("    «tg.create_task(other, 1)»\n", None),
        ("    «tg.create_task(work,  # é\n        1)»\n", None),
        ("    «pool.submit(work, 1)»\n", None),
    ],
)
def test_the_arguments_are_given_to_the_function(makes: Makes, before: str, after: str | None) -> None:
    makes("call-coroutine", _TAKES, _WORK + before, after and _WORK + after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    «tg.create_task(await work(1))»\n", "    tg.create_task(work(1))\n"),
        ("    x = await «asyncio.gather(await work(1), await work(2))»\n",
         "    x = await asyncio.gather(work(1), work(2))\n"),
        ("    «tg.create_task(work(1))»\n", None),
        ("    «tg.create_task(await x)»\n", None),
        ("    «tg.create_task(await  # é\n        work(1))»\n", None),
        ("    «print(await work(1))»\n", None),
    ],
)  # fmt: skip
def test_a_task_gets_the_coroutine(makes: Makes, before: str, after: str | None) -> None:
    message = "An asyncio.Future, a coroutine or an awaitable is required" if "gather" in before else _RESULT
    makes("drop-await", message, _WORK + before, after and _WORK + after)


_RAISES = """
import asyncio
class Bad(ValueError):
    pass
async def work():
    {failing}
async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(work())
try:
    asyncio.run(main())
except {caught}:
    {handler}
"""


@_GROUPS
@pytest.mark.parametrize(
    ("failing", "caught", "handler", "sure"),
    [
        ("raise Bad(1)", "ValueError", "print('é')", True),
        ("raise Bad(1)", "(KeyError, Bad) as e", "print('é' if e.args == (1,) else e)", True),
        ("{}['a']", "KeyError", "print('é')", True),
        ("1 / 0", "ArithmeticError", "print('é')", True),
        ("''.index('a')", "ValueError", "print('é')", False),
    ],
)
def test_a_group_is_caught(
    program: Callable[..., Program], failing: str, caught: str, handler: str, sure: bool
) -> None:
    app = program(_RAISES.format(failing=failing, caught=caught, handler=handler))
    assert app.mend("except-star").sure == sure
    done = app.run()
    assert (done.returncode, done.stdout) == (0, "é\n"), done.stderr


@_GROUPS
@pytest.mark.parametrize(
    ("caught", "handler"),
    [
        ("ExceptionGroup if 0 else ValueError", "pass"),
        ("KeyError", "for x in '':\n        break"),
    ],
)
def test_a_handler_that_may_not_have_a_star_stays(program: Callable[..., Program], caught: str, handler: str) -> None:
    app = program(_RAISES.format(failing="raise ValueError", caught=caught, handler=handler))
    with pytest.raises(AssertionError):
        app.mend("except-star")


_TEXT = st.text(st.characters(exclude_characters="«»\r\n\f\v\0\x1c\x1d\x1e\x85\u2028\u2029", exclude_categories=["Cs"]))
_CASES = [
    ("gather-tasks", _SINGLE, "\tawait «asyncio.wait(asyncio.create_task(work(1)))»"),
    ("gather-tasks", _SETS, "\ta = await asyncio.wait(t)\n\tfor x in a:\n\t\t«x.result()»"),
    ("call-coroutine", _TAKES, "\t«tg.create_task(work, 1)»"),
    ("drop-await", _RESULT, "\t«tg.create_task(await work(1))»"),
]


@given(st.sampled_from(_CASES), _TEXT, st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_text_around_the_edits_stays(mend: Apply, case: tuple[str, str, str], comment: str, end: str) -> None:
    recipe, message, code = case
    source = f"# {comment}\nimport asyncio\nasync def work(n):\n\tpass\nasync def main():\n{code}  # {comment}\n"
    made = mend(recipe, source.replace("\n", end), "TypeError", message)
    assert made is not None
    assert made.text.count(f"# {comment}") == source.count(f"# {comment}")
    assert end == "\n" or "\n" not in made.text.replace("\r\n", "")
    ast.parse(made.text)

"""Statements that need an async function, or a function at all."""

from __future__ import annotations

import pytest

from .broken_texts import mended_everywhere
from .conftest import Apply, Mends, Outcome, TextAfter

_AWAIT = {"exception": "SyntaxError", "message": "'await' outside async function"}
_TOP = {"exception": "SyntaxError", "message": "'await' outside function"}
_RETURN = {"exception": "SyntaxError", "message": "'return' outside function"}


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        (
            "def f(a):\n    «await g(a)  # é\n\nasync def h():\n    x = f(1).real\n    await f(2)\n",
            "async def f(a):\n    await g(a)  # é\n\nasync def h():\n    x = (await f(1)).real\n    await f(2)\n",
            True,
        ),
        (
            "import asyncio\ndef f():\n\t«async with g() as x:\n\t\treturn x\nasyncio.run(f())\n",
            "import asyncio\nasync def f():\n\tasync with g() as x:\n\t\treturn x\nasyncio.run(f())\n",
            True,
        ),
        (
            "class C:\n  def f(self):\n    «async for x in g(): pass\n\n  async def h(s):\n    s.f()\n",
            "class C:\n  async def f(self):\n    async for x in g(): pass\n\n  async def h(s):\n    await s.f()\n",
            True,
        ),
        (
            "import asyncio\ndef f():\n    «await g()\nf()\n",
            "import asyncio\nasync def f():\n    await g()\nasyncio.run(f())\n",
            True,
        ),
        ("@d\ndef f():\n    «await g()\n", "@d\nasync def f():\n    await g()\n", False),
        ("def f():\n    «await g()\nx = [f]\n", "async def f():\n    await g()\nx = [f]\n", False),
    ],
)
def test_a_function_that_waits_becomes_async(
    mend: Apply, mends: Mends, text_after: TextAfter, before: str, after: str, sure: bool
) -> None:
    mended = mends("async-def", before, **_AWAIT)
    assert mended.text == after
    assert mended.mend.sure == sure
    assert text_after("async-def", before.replace("\n", "\r\n"), **_AWAIT) == after.replace("\n", "\r\n")
    assert (
        mend(
            "async-def",
            mended.text.replace("await g", "«await g")
            .replace("async with", "«async with")
            .replace("async for", "«async for"),
            **_AWAIT,
        )
        is None
    )


@pytest.mark.parametrize(
    "source",
    [
        "def f():\n    «await g()\ndef h():\n    f()\n",
        "f = lambda: «await g()\n",
        "class C:\n    def __init__(self):\n        «await g()\n",
        "«await g()\n",
        "def f():\n    «g()\n",
    ],
)
def test_a_function_that_must_stay_plain_stays(mend: Apply, source: str) -> None:
    mended_everywhere(mend, "async-def", source, None, **_AWAIT)


def test_a_call_at_the_modules_level_is_run(mend: Apply, outcome: Outcome) -> None:
    assert outcome("asyncio-run", "import asyncio\n\nasync def f(): pass\n«x = (await f(), 1)  # é\n", **_TOP) == (
        "import asyncio\n\nasync def f(): pass\nx = (asyncio.run(f()), 1)  # é\n",
        True,
    )
    for other in ("«await g()\n", "async def f(): pass\n«x = await f\n", "async def f():\n    «await f()\n"):
        assert mend("asyncio-run", other, **_TOP) is None


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("def f(a):\n\tb = a\n«return b  # é\nf(1)\n", "def f(a):\n\tb = a\n\treturn b  # é\nf(1)\n", True),
        (
            "class A:\n  def f(self):\n    b = 1\n\n  «yield b\n",
            "class A:\n  def f(self):\n    b = 1\n\n    yield b\n",
            True,
        ),
        ("def f():\n    b()\n«return\n", "def f():\n    b()\n    return\n", False),
        ("b = 1\ndef f():\n    c()\n«return b\n", "b = 1\ndef f():\n    c()\n    return b\n", False),
    ],
)
def test_a_return_goes_into_the_function_above(mend: Apply, before: str, after: str, sure: bool) -> None:
    mended_everywhere(mend, "into-function", before, after, **_RETURN, sure=sure)


@pytest.mark.parametrize("source", ["x = 1\n«return x\n", "for i in x:\n    «return i\n", "def f(): pass\n«return 1\n"])
def test_a_return_without_a_function_stays(mend: Apply, source: str) -> None:
    mended_everywhere(mend, "into-function", source, None, **_RETURN)

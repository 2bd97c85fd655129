"""Methods that take the class and lack their decorator."""

from __future__ import annotations

import pytest

from .conftest import Keeps

_MISSING = "A.load() missing 1 required positional argument: 'text'"


@pytest.mark.parametrize(
    ("code", "after"),
    [
        ("class A:\n    def load(cls, text):  # é\n        return cls()\n{}A.load('x')\n",
         "class A:\n    @classmethod\n    def load(cls, text):  # é\n        return cls()\nA.load('x')\n"),
        ("class A:\n    x = 1\n\n    async def load(cls, text): ...\n{}A.load('x')\n",
         "class A:\n    x = 1\n\n    @classmethod\n    async def load(cls, text): ...\nA.load('x')\n"),
        ("class A:\n    def load(self, text): ...\n{}A.load('x')\n", None),
        ("class A(type):\n    def load(cls, text): ...\n{}A.load('x')\n", None),
        ("class A:\n    @classmethod\n    def load(cls, text): ...\n{}A.load()\n", None),
        ("class A:\n    @other\n    def load(cls, text): ...\n{}A.load()\n", None),
        ("class B:\n    def load(cls, text): ...\n{}A.load()\n", None),
    ],
)  # fmt: skip
def test_a_method_that_takes_the_class_gets_its_decorator(keeps: Keeps, code: str, after: str | None) -> None:
    keeps("class-method", "TypeError", _MISSING, code.format("«"), after)

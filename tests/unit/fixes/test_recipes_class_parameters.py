"""`init-return`, `static-self`, `class-parameter`: methods that are not what their decorator or return says."""

from __future__ import annotations

import pytest

from .conftest import Keeps

INIT = "__init__() should return None, not 'A'"


@pytest.mark.parametrize(
    ("old", "new", "sure"),
    [
        ("        self.a = 1\n        return self\n", "        self.a = 1\n", True),
        ("        self.a = 1\n        return True  # made\n", "        self.a = 1\n        return  # made\n", True),
        ("        return self\n", "        return\n", True),
        ("        self.a = 1\n        return self.go(2)  # x\n", "        self.a = 1\n        self.go(2)  # x\n", True),
        ("        return B()\n", "        B()\n", False),
        (
            "        if self:\n            return self.go()\n        self.a = 1\n",
            "        if self:\n            self.go()\n            return\n        self.a = 1\n",
            True,
        ),
        (
            "        if self:\n            return 1\n        return self\n",
            "        if self:\n            return\n",
            True,
        ),
        ("        return None\n", None, True),
        ("        yield 1\n        return 2\n", None, True),
        ("        if self: return self.go()\n        self.a = 1\n", None, True),
    ],
)
def test_init_gives_nothing_back(keeps: Keeps, old: str, new: str | None, sure: bool) -> None:
    text = "class A:\n    def __init__(self):\n@\n\n«A()»\n"
    keeps("init-return", "TypeError", INIT, text.replace("@", old), new and _plain(text.replace("@", new)), sure)


def test_the_init_of_a_base(keeps: Keeps) -> None:
    text = "class A:\n    def __init__(self):\n        self.a = 1\n@\n\nclass B(A):\n    pass\n\n\nx = «B()»\n"
    keeps("init-return", "TypeError", INIT, text.replace("@", "        return self\n"), _plain(text.replace("@", "")))
    keeps("init-return", "TypeError", INIT, "from a import A\n\nA()\n", None)
    keeps("init-return", "TypeError", "other", text.replace("@", "        return self\n"), None)


def _plain(text: str) -> str:
    return text.replace("«", "").replace("»", "")


STATIC = "A.f() missing 1 required positional argument: 'x'"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "    @staticmethod\n    def f(self, x):\n        return x\n",
            "    @staticmethod\n    def f(x):\n        return x\n",
        ),
        (
            "    @staticmethod  # é\n    def f(self, x):\n        return x\n",
            "    @staticmethod  # é\n    def f(x):\n        return x\n",
        ),
        (
            "    @staticmethod\n    def f(self, x):\n        return self.y\n",
            "    def f(self, x):\n        return self.y\n",
        ),
        (
            "    @log\n    @staticmethod\n    def f(self, x):\n        return self.y\n",
            "    @log\n    def f(self, x):\n        return self.y\n",
        ),
        ("    @staticmethod  # é\n    def f(self, x):\n        return self.y\n", None),
        ("    @staticmethod\n    def f(self, *x):\n        return x\n", None),
        ("    @staticmethod\n    def f(x, y):\n        return x\n", None),
        ("    def f(self, x):\n        return x\n", None),
        ("    @classmethod\n    def f(self, x):\n        return x\n", None),
    ],
)
def test_a_static_method_with_self(keeps: Keeps, old: str, new: str | None) -> None:
    keeps(
        "static-self", "TypeError", STATIC, f"class A:\n{old}\n\n«A().f(1)»\n", new and f"class A:\n{new}\n\nA().f(1)\n"
    )


@pytest.mark.parametrize(
    ("head", "takes", "given", "new"),
    [
        ("@classmethod\n    def f()", 0, 1, "@classmethod\n    def f(cls)"),
        ("@classmethod\n    def f(text)", 1, 2, "@classmethod\n    def f(cls, text)"),
        ("@classmethod\n    async def f( text)", 1, 2, "@classmethod\n    async def f(cls,  text)"),
        ("@classmethod\n    def f(cls)", 1, 2, None),
        ("@classmethod\n    def f(text)", 1, 3, None),
        ("@staticmethod\n    def f()", 0, 1, None),
        ("def f()", 0, 1, None),
    ],
)
def test_a_class_method_without_class(keeps: Keeps, head: str, takes: int, given: int, new: str | None) -> None:
    message = f"A.f() takes {takes} positional argument{'' if takes == 1 else 's'} but {given} were given"
    message = message.replace("but 1 were", "but 1 was")
    text = "class A:\n    @:\n        return A()\n\n\n«A.f()»\n"
    keeps(
        "class-parameter", "TypeError", message, text.replace("@", head, 1), new and _plain(text.replace("@", new, 1))
    )

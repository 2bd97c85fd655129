"""Methods that are called by themselves, and only under their right name."""

from __future__ import annotations

import pytest

from .conftest import Apply

_CASE = (
    "import unittest\n\n\nclass T(unittest.TestCase):\n    # ä\n    def {}(self):  # first\n        self.x = 1\n\n"
    "    def test_a(self):\n        «self.assertEqual(self.x, 1)\n"
)
_PLAIN = "class TestA:\n\tdef {}(self):\n\t\tself.x = 1\n\n\tdef test_a(self):\n\t\t«assert self.x == 1\n"
_INIT = "class A:\n    def {}(self, n):\n        self.x = n\n\n\na = A(1)\nprint(«a.x»)\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("source", "kind", "wrong", "right"),
    [
        (_CASE, "T", "setup", "setUp"),
        (_CASE, "T", "set_up", "setUp"),
        (_CASE, "T", "setUpp", "setUp"),
        (_CASE, "T", "Setup", "setUp"),
        (_CASE, "T", "prepare", None),
        (_CASE, "T", "setUp", None),
        (_PLAIN, "TestA", "setup", "setup_method"),
        (_PLAIN, "TestA", "setUp", "setup_method"),
        (_PLAIN, "TestA", "setup_metod", "setup_method"),
        (_PLAIN, "TestA", "prepare", None),
        (_INIT, "A", "_init_", "__init__"),
        (_INIT, "A", "__int__", "__init__"),
        (_INIT, "A", "init", None),  # it may be called by hand
        (_INIT, "A", "load", None),
    ],
)
def test_the_method_that_sets_it(mend: Apply, source: str, kind: str, wrong: str, right: str | None, end: str) -> None:
    source = source.replace("{}", wrong).replace("\n", end)
    made = mend("hook-name", source, "AttributeError", values={"attribute": "x", "type": kind})
    if right is None:
        assert made is None
    else:
        assert made is not None
        assert made.mend.sure
        assert made.text == source.replace(f"def {wrong}(", f"def {right}(").replace("«", "").replace("»", "")


@pytest.mark.parametrize(
    "more",
    ["    def setUp(self):\n        self.y = 1\n", "    def test_b(self):\n        self.setup()\n",
     "    def b(self):\n        self.x = 2\n"],
)  # fmt: skip
def test_a_method_that_is_called_or_has_a_rival_stays(mend: Apply, more: str) -> None:
    source = _CASE.replace("{}", "setup") + more
    assert mend("hook-name", source, "AttributeError", values={"attribute": "x", "type": "T"}) is None

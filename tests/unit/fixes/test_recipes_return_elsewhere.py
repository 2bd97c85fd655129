"""A function of another file, or a decorator, that forgets to return."""

from __future__ import annotations

import pytest

from .conftest import Ask, Keeps, texts

_CALLED = "'NoneType' object is not callable"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "def d(f):\n\tdef inner(): f()  # é\n\n@d\ndef g(): pass\n«g()»\n",
            "def d(f):\n\tdef inner(): f()  # é\n\treturn inner\n\n@d\ndef g(): pass\ng()\n",
        ),
        (
            "def d(n):\n    def make(f):\n        A[n] = f\n    return make\n@d(1)\n@other\ndef g(): pass\n«g()»\n",
            "def d(n):\n    def make(f):\n        A[n] = f\n        return f\n    return make\n@d(1)\n@other\n"
            "def g(): pass\ng()\n",
        ),
        ("def d(f):\n    return f\n@d\ndef g(): pass\n«g()»\n", None),
        ("def d(f):\n    A.append(f)\ndef e(f):\n    A.append(f)\n@d\n@e\ndef g(): pass\n«g()»\n", None),
        ("def d(f):\n    def a(): f()\n    def b(): f()\n@d\ndef g(): pass\n«g()»\n", None),
    ],
)
def test_decorators(keeps: Keeps, before: str, after: str | None) -> None:
    keeps("add-return", "TypeError", _CALLED, before, after)


_TREE = """class T:
    def find(self, key):
        if key == self.key:
            return self
        if self.next:
            {}self.next.find(key)
        return {}

def get(tree, key):
    node = tree.find(key)
    if {}:
        «raise KeyError(key)»
"""


@pytest.mark.parametrize("asked", ["node is None", "not node"])
@pytest.mark.parametrize("nothing", ["None", "False"])
def test_a_search_drops_what_it_finds(keeps: Keeps, asked: str, nothing: str) -> None:
    before = _TREE.format("", nothing, asked)
    after = _TREE.format("return ", nothing, asked).translate({171: None, 187: None})
    keeps("add-return", "KeyError", "'c'", before, after)


@pytest.mark.parametrize(
    "source",
    [
        _TREE.format("return ", "None", "node is None"),
        _TREE.format("", "self", "node is None"),
        _TREE.format("", "None", "key is None"),
        _TREE.format("for x in self.next: ", "None", "node is None"),
    ],
)
def test_a_search_that_may_be_right(keeps: Keeps, source: str) -> None:
    keeps("add-return", "KeyError", "'c'", source, None)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_another_file(ask: Ask, end: str) -> None:
    other = f"# ä 😀{end}def total(items):{end}\tresult = sum(items)  # é{end}"
    main = "from sums import total\nprint(total([1]) + 1)\n"
    message = "unsupported operand type(s) for +: 'NoneType' and 'int'"
    made = ask("add-return", {"sums.py": other, "app.py": main}, message, 2)
    assert made is not None
    assert made.sure
    assert not made.edits
    expected = f"{other}\treturn result{end}"
    assert texts(made) == {"sums.py": expected}
    assert ask("add-return", {"sums.py": expected, "app.py": main}, message, 2) is None

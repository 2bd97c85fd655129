"""A function of another file, or a decorator, that forgets to return."""

from __future__ import annotations

from pathlib import Path

import pytest
from tracemend.context import Context
from tracemend.fixes import registry
from tracemend.fixes.recipe import FileEdits, Request, apply_edits
from tracemend.knowledge.model import Edit
from tracemend.reading.report import ErrorReport, Span
from tracemend.source.place import Place, statement_at
from tracemend.source.text import SourceText

from .conftest import Keeps

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
def test_another_file(tmp_path: Path, end: str) -> None:
    other = f"# ä 😀{end}def total(items):{end}\tresult = sum(items)  # é{end}"
    (tmp_path / "sums.py").write_bytes(other.encode())
    main = SourceText("from sums import total\nprint(total([1]) + 1)\n")
    file = str(tmp_path / "app.py")
    context = Context(origin="here", folder=str(tmp_path), roots=(str(tmp_path),))
    message = "unsupported operand type(s) for +: 'NoneType' and 'int'"
    place = Place("app.py", file, 2, None, None, main, statement_at(main, 2, (6, 20)), None)
    request = Request({}, {}, ErrorReport("python", "error", "TypeError", message, Span(1, 1)), place, context)
    made = registry.apply(Edit("add-return", {}), request)
    assert made is not None
    assert made.sure
    assert not made.edits
    (change,) = made.others
    assert isinstance(change, FileEdits)
    assert change.file == str(tmp_path / "sums.py")
    expected = f"# ä 😀{end}def total(items):{end}\tresult = sum(items)  # é{end}\treturn result{end}"
    assert apply_edits(change.before, change.edits) == expected
    (tmp_path / "sums.py").write_bytes(expected.encode())
    assert registry.apply(Edit("add-return", {}), request) is None

"""Lists of elements as one element, what was a list in Python 2, and calls that are none."""

from __future__ import annotations

import pytest
from tracemend.context import Context

from .conftest import Apply, Keeps, TextAfter

_SET = 'ResultSet object has no attribute "text". You\'re probably treating a list of elements like a single element.'


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ('a = «page.find_all("b", id="x").text»  # é\n', 'a = page.find("b", id="x").text  # é\n', True),
        ("row = page.select(\n\t'b')\n«row.text»\n", "row = page.select_one(\n\t'b')\nrow.text\n", True),
        ('row = page.findAll("b")\n«row.text»\n', 'row = page.find("b")\nrow.text\n', True),
        ('rows = page.find_all("b")\n«rows.text»\n', 'rows = page.find("b")\nrows.text\n', False),
        ('row = page.find_all("b")\n«row.text»\nfor one in row: pass\n', None, True),
        ('row = page.find_all("b")\n«row.text»\nrow[0]\n', None, True),
        ('row = page.find_all("b")\nprint(len(row), «row.text»)\n', None, True),
        ('«page.find_all("b", limit=2).text»\n', None, True),
        ('«page.find("b").text»\n', None, True),
    ],
)
def test_find_one(keeps: Keeps, before: str, after: str | None, sure: bool) -> None:
    keeps("find-one", "AttributeError", _SET, before, after, sure)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a = d.keys()  # é\n«a.sort»()\n", "a = list(d.keys())  # é\na.sort()\n"),
        ("«d.keys().sort»()\n", None),
        ("a = d.names()\n«a.sort»()\n", None),
    ],
)
def test_views_as_lists(keeps: Keeps, before: str, after: str | None) -> None:
    keeps("to-list", "AttributeError", "'dict_keys' object has no attribute 'sort'", before, after)
    keeps("to-list", "AttributeError", "'Own' object has no attribute 'sort'", before, None)


def test_attributes_that_are_called(mend: Apply, text_after: TextAfter) -> None:
    context = Context(origin="here")
    message = "'str' object is not callable"
    assert (
        text_after("drop-call", "x = «r.text()»  # é\n", "TypeError", message, {"type": "str"}, context)
        == "x = r.text  # é\n"
    )
    for source in ("x = «r.text(1)»\n", "x = «r.other()»\n", "class A:\n    def text(self): pass\nx = «r.text()»\n"):
        assert mend("drop-call", source, "TypeError", message, {"type": "str"}, context) is None

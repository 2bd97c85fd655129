"""The line of a frame, in a text that was edited since."""

from __future__ import annotations

import time

import pytest
from tracemend.reading.report import Frame
from tracemend.source.lines import bears_out, find_line, printed_from, scope_at
from tracemend.source.text import SourceText

TEXT = """\
import json


def load(path):
    rows = json.load(path)
    return rows


class Shop:
    limit = 3

    @staticmethod
    def save(
        path: str,
    ) -> None:
        if path:
            rows = json.load(path)
            return rows

    async def fetch(self):
        return rows


rows = load("x")
def broken(:
    return rows
"""


def found(line: int, name: str | None, source: str) -> int | None:
    return find_line(Frame("a.py", line, name, source), SourceText(TEXT))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (1, None),
        (4, None),
        (5, "load"),
        (10, "Shop"),
        (13, "Shop"),
        (16, "save"),
        (18, "save"),
        (21, "fetch"),
        (24, None),
    ],
)
def test_scope(line: int, name: str | None) -> None:
    assert scope_at(SourceText(TEXT), line) == name


@pytest.mark.parametrize(
    ("line", "name", "source", "now"),
    [
        (5, "load", "rows = json.load(path)", 5),
        (9, "load", "rows = json.load(path)", 5),
        (9, "save", "rows = json.load(path)", 17),
        (9, "Shop.save", "rows = json.load(path)", 17),
        (9, "save(path)", "rows = json.load(path)", 17),
        (300, "save", "rows = json.load(path)", 17),
        (300, "load", 'rows = load("x")', 24),
        (9, "fetch", "return rows", 21),
        (9, "broken", "return rows", 26),
        (9, "gone", "return rows", None),
        (9, None, "return rows", None),
        (9, "<lambda>", "return rows", None),
        (9, "<module>", "return rows", None),
        (9, "load", "return nothing", None),
    ],
)
def test_the_function_that_was_printed(line: int, name: str | None, source: str, now: int | None) -> None:
    assert found(line, name, source) == now


def test_the_nearest_in_the_function() -> None:
    text = "def f():\n    x()\n    y()\n    x()\n\n\ndef g():\n    x()\n"
    source = SourceText(text)
    assert find_line(Frame("a.py", 1, "f", "x()"), source) == 2
    assert find_line(Frame("a.py", 7, "f", "x()"), source) == 4
    assert find_line(Frame("a.py", 3, "f", "x()"), source) is None, "both are as near"
    assert find_line(Frame("a.py", 900, "f", "x()"), source) is None, "none is near"
    assert find_line(Frame("a.py", 900, "g", "x()"), source) == 8, "the only one in the function"


def test_further_lines_that_were_printed() -> None:
    text = "run(\n    1,\n)\nrun(\n    2,\n)\n"
    assert find_line(Frame("a.py", 9, None, "run(\n    2,\n)"), SourceText(text)) == 4


def test_a_line_that_stands_everywhere_is_cheap() -> None:
    text = "".join(f"def f{number}():\n    pass\n" for number in range(50_000))
    source = SourceText(text)
    begun = time.perf_counter()
    assert find_line(Frame("a.py", 901, "f450", "pass"), source) == 902
    assert find_line(Frame("a.py", 901, "f40000", "pass"), source) is None
    assert time.perf_counter() - begun < 1.0


def test_without_a_printed_line_the_function_has_to_be_the_one() -> None:
    source = SourceText(TEXT)
    assert bears_out(Frame("a.py", 5, "load"), source)
    assert bears_out(Frame("a.py", 5), source)
    assert not bears_out(Frame("a.py", 5, "save"), source)
    assert not bears_out(Frame("a.py", 50, "load"), source)
    assert not bears_out(Frame("a.py"), source)


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("\tx = 1\x01 + 2", "x = 1 + 2"),
        ('y = "a\x1b[31m" + 1', 'y = "a" + 1'),
        ('y = "a\x08b" + x', 'y = "b" + x'),
        ("\fy = 1", "y = 1"),
        ("a.b\f + 1", "a.b"),  # as Python 3.13 prints it
        ("d = {1:\t2}", "d = {1:\t2}"),
        ("d = {1:\t2}", "d = {1:     2}"),  # a terminal that prints blanks for tabs
        ('z = f"é {a} {b c:>3}"', "(b c)"),  # as Python 3.10 and 3.11 print an f-string's field
        ('z = rf"{ *b }"', "( *b )"),
    ],
)
def test_a_line_that_was_printed_in_another_way(line: str, printed: str) -> None:
    for before, now in (("", 3), ("\n# new\n", 5)):
        source = SourceText(f"# first\nif x:{before}\n    {line}\nlast = (1)\n")
        assert find_line(Frame("a.py", 3, None, printed), source) == now


def test_parentheses_alone_are_no_field() -> None:
    source = SourceText("x = {b c}\n\n\n")
    assert find_line(Frame("a.py", 1, None, "(b c)"), source) is None
    source = SourceText('y = f"{b c}"\n(b c)\n')
    assert find_line(Frame("a.py", 1, None, "(b c)"), source) == 1
    assert find_line(Frame("a.py", 2, None, "(b c)"), source) == 2


def test_columns_in_a_field_are_those_of_the_line() -> None:
    line = 'z = f"é {a} {b c:>3}"'
    frame = Frame("a.py", 1, None, "(b c)", carets=(1, 4))
    assert line[printed_from(frame, line) :][slice(*frame.carets or ())] == "b c"
    frame = Frame("a.py", 1, None, "x = 1", carets=(0, 1))
    assert printed_from(frame, "\tx = 1") == 1


def test_the_end_of_the_file_is_its_last_line() -> None:
    source = SourceText("x = (1\ny = 2\n")
    assert find_line(Frame("a.py", 3), source) == 2
    assert find_line(Frame("a.py", 4), source) is None
    assert find_line(Frame("a.py", 1), SourceText("")) is None

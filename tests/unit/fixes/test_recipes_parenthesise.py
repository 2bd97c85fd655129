"""Parentheses that Python asks for."""

from __future__ import annotations

import pytest
from tracemend.context import Context
from tracemend.fixes import registry
from tracemend.fixes.recipe import Request, apply_edits
from tracemend.knowledge.model import Edit
from tracemend.reading.report import ErrorReport, Span
from tracemend.source.place import Place
from tracemend.source.text import SourceText

from .broken_texts import AFTER, BEFORE

_GENERATOR = "Generator expression must be parenthesized"
_TARGET = "did you forget parentheses around the comprehension target?"


def _mended(marked: str, message: str) -> str | None:
    at = marked.index("«")
    source = SourceText(marked.replace("«", ""))
    line, column = source.position(at)
    place = Place("a.py", "/a.py", line, column + 1, None, source, None, None)
    report = ErrorReport("python", "error", "SyntaxError", message, Span(1, 1))
    made = registry.apply(Edit("parenthesise"), Request({}, {}, report, place, Context()))
    assert made is None or made.sure
    return None if made is None else apply_edits(source.text, made.edits)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("f(«x for x in [1, 2], 'é,')\n", "f((x for x in [1, 2]), 'é,')\n", _GENERATOR),
        ("f(1, «x\n  for x in y  # ,\n)\n", "f(1, (x\n  for x in y)  # ,\n)\n", _GENERATOR),
        ("z = [«a, b for a, b in y]\n", "z = [(a, b) for a, b in y]\n", _TARGET),
        ("z = {«a, f(b,\n 'for ')\n for a, b in y}\n", "z = {(a, f(b,\n 'for '))\n for a, b in y}\n", _TARGET),
    ],
)
def test_parentheses_go_around_the_marked_part(before: str, after: str, message: str) -> None:
    for newline in ("\n", "\r\n"):
        wanted = (BEFORE + after + AFTER).replace("\n", newline)
        assert _mended((BEFORE + before + AFTER).replace("\n", newline), message) == wanted


@pytest.mark.parametrize("source", ["f(«x for x in y, = 1)\n", "z = [«a, b]\n", "f(«x for x in (y\n"])
def test_none_where_they_do_not_help(source: str) -> None:
    assert _mended(source, _GENERATOR if "f(" in source else _TARGET) is None

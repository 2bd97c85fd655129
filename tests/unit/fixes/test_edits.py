"""Edits: made as they say, in any order; lines of strings left alone."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tracemend.fixes.recipe import TextEdit, apply_edits
from tracemend.fixes.toolkit.edits import add_after, add_keyword, indent_lines, lines_in_strings
from tracemend.source.place import statement_at
from tracemend.source.text import SourceText


@st.composite
def _texts_and_edits(draw: st.DrawFn) -> tuple[str, list[TextEdit]]:
    text = draw(st.text(alphabet="ab\r\n\t é😀", max_size=40))
    bounds = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(bounds[::2], bounds[1::2], strict=False)
    return text, [TextEdit(start, end, draw(st.text(alphabet="xyz\n", max_size=4))) for start, end in pairs]


@given(_texts_and_edits(), st.randoms())
def test_edits_are_made_whatever_their_order_and_touch_nothing_else(made, random) -> None:  # type: ignore[no-untyped-def]
    text, edits = made
    expected, kept = "", 0
    for edit in edits:
        expected += text[kept : edit.start] + edit.text
        kept = edit.end
    expected += text[kept:]
    assert apply_edits(text, tuple(edits)) == expected
    if len({(edit.start, edit.end) for edit in edits}) == len(edits):
        random.shuffle(edits)
        assert apply_edits(text, tuple(edits)) == expected


@pytest.mark.parametrize(
    "edits",
    [
        (TextEdit(0, 3, ""), TextEdit(2, 4, "")),
        (TextEdit(2, 1, ""),),
        (TextEdit(0, 9, ""),),
        (TextEdit(-1, 0, ""),),
    ],
)
def test_edits_that_overlap_or_leave_the_text_are_refused(edits: tuple[TextEdit, ...]) -> None:
    with pytest.raises(ValueError):
        apply_edits("abcdef", edits)


def test_lines_inside_strings_are_known() -> None:
    source = SourceText('x = """a\nb\n  c"""\ny = f("""\n{z}\n""")\nw = (1 +\n  2)\n')
    assert lines_in_strings(source, 1, 8) == {2, 3, 5, 6}


def test_indenting_leaves_strings_and_blank_lines() -> None:
    source = SourceText('a = 1\r\n\r\nb = """x\r\ny"""\r\n# note\r\n')
    mended = apply_edits(source.text, tuple(indent_lines(source, 1, 5, "\t")))
    assert mended == '\ta = 1\r\n\r\n\tb = """x\r\ny"""\r\n\t# note\r\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("f()\n", "f(k=1)\n"),
        ("f(a, b=2)\n", "f(a, b=2, k=1)\n"),
        ("f((a))\n", "f((a), k=1)\n"),
        ("f((a)  # ) no\n)\n", "f((a), k=1  # ) no\n)\n"),
        ("f(\n    a,\n    b,  # last\n)\n", "f(\n    a,\n    b,  # last\n    k=1,\n)\n"),
        ("f(*a, **b)\n", "f(*a, **b, k=1)\n"),
        ("f('é', 'ü')\r\n", "f('é', 'ü', k=1)\r\n"),
    ],
)
def test_a_keyword_is_added_in_the_style_of_the_call(before: str, after: str) -> None:
    source = SourceText(before)
    statement = statement_at(source, 1)
    assert statement is not None
    assert isinstance(statement.node, ast.Expr)
    assert isinstance(statement.node.value, ast.Call)
    edit = add_keyword(statement, statement.node.value, "k=1")
    assert apply_edits(before, (edit,)) == after


@pytest.mark.parametrize(
    ("source", "after"),
    [
        ("f(a, b)\n", "f(a, k=1, b)\n"),
        ("f(\n    a,\n    b,\n)\n", "f(\n    a,\n    k=1,\n    b,\n)\n"),
        ("f(\r\n\t(a),  # é\r\n\tb\r\n)\r\n", "f(\r\n\t(a),  # é\r\n\tk=1,\r\n\tb\r\n)\r\n"),
        ("f(\n    a,  # why\n)\n", "f(\n    a,  # why\n    k=1,\n)\n"),
        ("f(\n    a, b\n)\n", "f(\n    a, k=1, b\n)\n"),
        ("f(\n    a\n)\n", "f(\n    a,\n    k=1\n)\n"),
    ],
)
def test_an_argument_is_added_as_the_call_is_laid_out(source: str, after: str) -> None:
    statement = statement_at(SourceText(source), 1)
    assert statement is not None
    assert isinstance(statement.node, ast.Expr)
    assert isinstance(statement.node.value, ast.Call)
    call = statement.node.value
    assert apply_edits(source, (add_after(statement, call, call.args[0], "k=1"),)) == after

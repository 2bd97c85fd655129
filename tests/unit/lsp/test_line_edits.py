"""What edits do to lines, and documents against a plain model of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from tracemend.lsp.documents import OpenDocuments
from tracemend.lsp.edits import LineEdit, line_edit
from tracemend.lsp.positions import Units
from tracemend.source.text import SourceText

LINES = st.lists(st.sampled_from(["a", "b", "", "  c"]), max_size=8)


@given(LINES, LINES)
def test_lines_outside_an_edit_are_where_it_says(old: list[str], new: list[str]) -> None:
    edit = line_edit(old, new)
    if edit is None:
        assert old == new
        return
    for number, line in enumerate(old, 1):
        delta = edit.move(number, number)
        if delta is not None:
            assert new[number + delta - 1] == line
    assert len(new) - len(old) == edit.delta


@pytest.mark.parametrize(
    ("edit", "lines", "expected"),
    [
        (LineEdit(5, 4, 2), (5, 5), 2),
        (LineEdit(5, 4, 2), (4, 4), 0),
        (LineEdit(5, 4, 2), (4, 5), None),
        (LineEdit(5, 6, -1), (7, 9), -1),
        (LineEdit(5, 6, -1), (6, 9), None),
        (LineEdit(5, 6, -1), (1, 4), 0),
        (LineEdit(5, 6, 0), (4, 7), None),
    ],
)
def test_moving(edit: LineEdit, lines: tuple[int, int], expected: int | None) -> None:
    assert edit.move(*lines) == expected


TEXT = st.text(st.sampled_from("ab\n\r\x0c\u2028\U0001f40d"), max_size=30)


@given(
    TEXT, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), TEXT), max_size=4), st.sampled_from([8, 16, 32])
)
def test_documents_are_edited_as_the_client_edits_them(
    text: str, changes: list[tuple[int, int, str]], encoding: int
) -> None:
    units = Units(f"utf-{encoding}")
    documents = OpenDocuments(units)
    document = documents.open(types.TextDocumentItem("untitled:a", "plaintext", 1, text))
    for version, (one, other, new) in enumerate(changes, 2):
        source = SourceText(text)
        start, end = sorted((min(one, len(text)), min(other, len(text))))
        # A position between a carriage return and its line feed has no name in LSP.
        start, end = (at - 1 if text[at - 1 : at + 1] == "\r\n" else at for at in (start, end))
        where = types.Range(units.position(source, start), units.position(source, end))
        before = source.lines
        text = text[:start] + new + text[end:]
        done = documents.change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, "untitled:a"),
                [types.TextDocumentContentChangePartial(where, new)],
            )
        )
        assert done is not None
        assert document.source.text == text
        after = SourceText(text).lines
        for edit in done[1]:
            for number, line in enumerate(before, 1):
                delta = edit.move(number, number)
                if delta is not None:
                    assert after[number + delta - 1].rstrip("\r\n") == line.rstrip("\r\n")
    assert document.version == len(changes) + 1


def test_edits_since_a_version() -> None:
    documents = OpenDocuments(Units())
    document = documents.open(types.TextDocumentItem("untitled:a", "plaintext", 1, "a\n"))
    for version in range(2, 300):
        start = types.Position(0, 0)
        documents.change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, "untitled:a"),
                [types.TextDocumentContentChangePartial(types.Range(start, start), "b\n")],
            )
        )
    assert document.since(299) == []
    assert document.since(297) == [LineEdit(1, 0, 1), LineEdit(1, 0, 1)]
    assert document.since(1) is None

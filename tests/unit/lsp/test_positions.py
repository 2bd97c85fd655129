"""Columns in characters to and from the protocol's units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from tracemend.lsp.positions import Units, covers, overlaps
from tracemend.source.text import SourceText

LINE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=20)


@pytest.mark.parametrize("name", ["utf-8", "utf-16", "utf-32"])
@given(line=LINE, column=st.integers(0, 20))
def test_there_and_back(name: str, line: str, column: int) -> None:
    units, column = Units(name), min(column, len(line))
    there = units.count(line[:column])
    codec = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[name]
    assert there == len(line[:column].encode(codec[0])) // codec[1]
    assert units.characters(line, there) == column
    assert units.characters(line, there + 1000) == len(line)


def test_inside_a_surrogate_pair_is_before_it() -> None:
    assert Units("utf-16").characters("a🐍b", 2) == 1
    assert Units("utf-16").characters("a🐍b", 3) == 2


def test_lines_are_split_as_lsp_splits_them() -> None:
    source = SourceText("a\x0cb\u2028c\rd\r\ne")
    units = Units()
    assert units.position(source, 6) == types.Position(1, 0)
    assert units.position(source, 9) == types.Position(2, 0)
    assert units.offset(source, types.Position(1, 99)) == 7
    assert units.offset(source, types.Position(99, 0)) == 10
    assert units.position(SourceText(""), 0) == types.Position(0, 0)


def test_ranges() -> None:
    one = types.Range(types.Position(1, 2), types.Position(1, 5))
    assert covers(one, types.Position(1, 5))
    assert not covers(one, types.Position(1, 6))
    assert overlaps(one, types.Range(types.Position(1, 5), types.Position(9, 0)))
    assert not overlaps(one, types.Range(types.Position(0, 0), types.Position(1, 1)))

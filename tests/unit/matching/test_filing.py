"""Records' numbers filed by key, as rows of numbers."""

from __future__ import annotations

import sys
from array import array
from binascii import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tracemend.matching.filing import Filing, Names, rows, text


@given(st.dictionaries(st.text(), st.lists(st.integers(0, 2**31), unique=True, min_size=1)), st.text())
def test_what_was_filed_is_found_again(filed: dict[str, list[int]], other: str) -> None:
    filing = Filing(rows(filed))
    for key, numbers in filed.items():
        assert list(filing.get(key)) == sorted(numbers)
    if other not in filed:
        assert list(filing.get(other)) == []


def test_two_keys_of_one_checksum_find_the_records_of_both() -> None:
    one, other = "plumless", "buckeroo"
    assert crc32(one.encode()) == crc32(other.encode())
    filing = Filing(rows({one: [1, 7], other: [3, 7]}))
    assert list(filing.get(one)) == list(filing.get(other)) == [1, 3, 7]


def test_rows_are_the_same_on_every_machine(monkeypatch) -> None:
    here = rows({"a": [1]})
    assert here[2] == b"\1\0\0\0"
    monkeypatch.setattr(sys, "byteorder", "little" if sys.byteorder == "big" else "big")
    assert rows({"a": [1]})[2] == b"\0\0\0\1"
    swapped = array("I", here[2])
    swapped.byteswap()
    assert list(Filing((swapped.tobytes(),) * 3)._numbers) == [1]


def test_names_by_their_number_and_back() -> None:
    known = sorted(["python.os.a", "python.os.ab", "library.ä.x", "z"])
    names = Names(text(known))
    assert list(names) == known
    assert [names.number(one) for one in known] == [0, 1, 2, 3]
    assert [names.number(one) for one in ("", "python.os.aa", "python", "zz")] == [None] * 4
    assert names[1:3] == known[1:3]
    with pytest.raises(IndexError):
        names[4]
    assert list(Names(text([]))) == []

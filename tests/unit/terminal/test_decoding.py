"""Bytes to text, cut anywhere."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tracemend.reading.scanner import read_text
from tracemend.terminal.decoding import TextDecoder

TEXT = 'café \U0001f600\r\nTraceback (most recent call last):\r\n  File "a.py", line 1, in <module>\r\nKeyError: 1\r\n'


def decoded(data: bytes, *cuts: int) -> str:
    decoder, at, text = TextDecoder(), 0, ""
    for cut in cuts:
        text += decoder.decode(data[at : at + cut])
        at += cut
    return text + decoder.decode(data[at:]) + decoder.decode(b"", final=True)


ENCODED = [
    TEXT.encode(),
    codecs.BOM_UTF8 + TEXT.encode(),
    codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
]


@pytest.mark.parametrize("data", ENCODED)
def test_marks_tell_the_encoding(data: bytes) -> None:
    assert decoded(data) == TEXT
    assert decoded(data, *[1] * len(data)) == TEXT
    assert [report.exception for block in read_text(decoded(data)) for report in block] == ["KeyError"]


@given(
    st.one_of(
        st.binary(max_size=24),
        st.tuples(st.sampled_from([data[:3] for data in ENCODED]), st.binary(max_size=12)).map(b"".join),
        st.sampled_from(ENCODED),
    ),
    st.lists(st.integers(0, 4), max_size=20),
)
def test_the_cuts_change_nothing(data: bytes, cuts: list[int]) -> None:
    assert decoded(data, *cuts) == decoded(data)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"\xef", "\ufffd"),
        (b"\xef\xbb", "\ufffd"),
        (b"\xff", "\ufffd"),
        (b"\xff\xfe", ""),
        (b"\xff\xfea", "\ufffd"),
        (b"\xff\xfe\x00\xd8", "\ufffd"),
        (b"a\x00b\x00", "a\0b\0"),
        ("Zugriff für 'x' verweigert".encode("cp1252"), "Zugriff f\ufffdr 'x' verweigert"),
        (b"caf\xc3", "caf\ufffd"),
    ],
)
def test_what_is_no_text_is_replaced(data: bytes, text: str) -> None:
    assert decoded(data) == text

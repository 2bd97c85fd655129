"""Words and pairs: what the index finds signatures by must be in every text that the pattern matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tracemend.knowledge.patterns import (
    fixed_characters,
    fixed_words,
    literal_pairs,
    stands_in,
    text_pairs,
    text_words,
    word_pairs,
)


@pytest.mark.parametrize(
    ("pattern", "words", "pairs"),
    [
        (
            "externally-managed-environment",
            ("externally", "managed", "environment"),
            ("externally-managed", "managed-environment"),
        ),
        (r"(?P<name>[^:\s]+): command not found", ("command", "not", "found"), ("command not", "not found")),
        (r"'(?P<n>[^']+)' is not recognized.*", ("is", "not"), ("is not",)),
        (r"Unknown command:? (?P<name>\S+)", ("Unknown", "command"), ("Unknown command",)),
        (r"(?P<key>.+)", (), ()),
        (r"(?:no such file)? here", ("here",), ()),
        (r"one two(?: three)? four", ("one", "two", "four"), ("one two",)),
        (r"one two(?:three)? four", ("one", "four"), ()),
        (r"one two(?:three four)", ("one", "twothree", "four"), ("one twothree", "twothree four")),
        (r"one two\w* three", ("one", "three"), ()),
        (r"one\s+two", ("one", "two"), ()),
        (r"(?i)one two", (), ()),
        (r"\bone two\b", ("one", "two"), ("one two",)),
        (r".*one two", ("two",), ()),
        (r"^one two$", ("one", "two"), ("one two",)),
        (r"(one two)", (), ()),
        (r"one|two three", (), ()),
        (r"バッファ(?P<x>.*)", ("バッ", "ファ"), ("バッ", "ッフ", "ファ")),
        (r"(", (), ()),
    ],
)
def test_fixed_words_and_pairs(pattern, words, pairs):
    assert fixed_words(pattern) == words
    assert word_pairs(pattern) == pairs


def test_words_of_texts():
    assert text_words("It's a_b-c 3.10 文字x") == ("It", "s", "a_b", "c", "3", "10", "文字", "x")
    assert text_words("找不到文件。ไฟล์") == ("找不", "到文", "件", "ไฟ", "ล์")
    assert list(text_pairs("no such file")) == ["no such", "such file"]
    assert list(text_pairs("far" + " " * 40 + "away")) == []


def test_scripts_without_blanks_have_pairs_of_adjacent_characters():
    assert list(text_pairs("拒绝访问。a")) == ["拒绝", "绝访", "访问", "问。a"]
    assert list(text_pairs("第5行")) == ["第5", "5行"]
    assert list(text_pairs("ไฟล์")) == ["ไฟ", "ฟล", "ล์"]
    assert list(text_pairs("人々の")) == ["人々", "々の"]
    assert list(text_pairs("ｴﾗｰ")) == ["ｴﾗ", "ﾗｰ"]
    assert list(text_pairs("エラー・コ")) == ["エラ", "ラー", "ー・コ"]
    assert list(text_pairs("文")) == []


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_text_has_the_same_words_beside_other_text(text):
    assert list(text_pairs(text)) == list(text_pairs(text + "·"))
    assert text_words(text) == text_words(text + "·")


def test_korean_has_words_that_end_where_hangul_does():
    assert list(text_pairs("HEAD를 찾을 수")) == ["HEAD를", "를 찾을", "찾을 수"]
    assert stands_in("update HEAD", "update HEAD를")
    assert not stands_in("저장소가 없습", "저장소가 없습니다")
    assert fixed_words(r"(?P<name>\S+)를 찾을 수") == ("찾을", "수")
    assert fixed_words(r"(?P<name>[a-z]+)를 찾을 수") == ("를", "찾을", "수")


def test_a_word_beside_a_backreference_may_go_on():
    assert word_pairs(r"(?P<a>\w+) (?P=a)foo bar baz") == ("bar baz",)
    assert word_pairs(r"(?P<a>\w+) (?P=a)文字") == ("文字",)


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        ("abc", 3),
        (r"\w+.*[^']", 0),
        ("(?P<type>Series|DataFrame) x", 8),
        ("(?:ab){2,5}c?", 4),
        ("(?i)abc", 3),
        ("(?!xyz)a[bB][bcd]", 2),
        ("(", 0),
    ],
)
def test_characters_that_are_certain(pattern, count):
    assert fixed_characters(pattern) == count


def test_a_literal_is_found_as_whole_words():
    assert literal_pairs("is externally managed") == ("is externally", "externally managed")
    assert stands_in("is externally managed", "× This environment is externally managed\n╰─> To")
    assert not stands_in("is externally managed", "this externally managed thing")
    assert stands_in("is ok", "this ok, and is ok")
    assert stands_in("(errno", "x(errno 5")
    assert stands_in("文字", "全文字列")
    assert not stands_in("", "a")


PIECES = ["one", "two", " ", "-", "(?P<a%d>.+)", r"\w+", r"\s", "x?", "(?:b |c)", "[ab]", ":", r"\b"]
PIECES += ["文", "파일", "ไฟ"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7), st.data())
def test_every_pair_of_a_pattern_is_a_pair_of_every_text_that_it_matches(pieces, data):
    pattern = "".join(piece.replace("%d", str(number)) for number, piece in enumerate(pieces))
    pairs = set(word_pairs(pattern))
    text = data.draw(st.from_regex(re.compile(pattern), fullmatch=True))
    if "\n" not in text and len(text) < 200:
        assert pairs <= set(text_pairs(text)), (pattern, text)

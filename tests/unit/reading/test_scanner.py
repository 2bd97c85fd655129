"""The scanner: the same reports wherever a text is cut, nothing missed by the cheap pass, no memory of what is over."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tracemend.reading.habits import RECORDS, Habits
from tracemend.reading.marks import marked, marked_lines
from tracemend.reading.reader import Reader, Reports
from tracemend.reading.report import Hints
from tracemend.reading.scanner import Scanner, read_text
from tracemend.terminal.clean import clean_text

CORPUS = Path(__file__).parents[2] / "corpus"
ROWS = [json.loads(line) for file in sorted(CORPUS.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()]
TEXTS = [row["text"] for row in ROWS]
SHORT = [text for text in TEXTS if len(text) < 600]
NOISE = [
    "",
    "starting\n",
    "\n\n",
    "```\n",
    "ValueError: no\n",
    "\x1b[31mred\x1b[0m\r\n",
    " 10%|#         | 1/10\r 20%|##        | 2/10\n",
    "2026-11-23 18:03:12,123 INFO shop: 0 errors\n",
    "$ make\n",
    "no end",
]


def pieces(text: str, cuts: list[int], hints: Hints) -> list[Reports]:
    scanner, found, at = Scanner(hints), [], 0
    for cut in sorted(cut % (len(text) + 1) for cut in cuts):
        found += scanner.feed(text[at:cut])
        at = cut
    return found + scanner.feed(text[at:]) + scanner.close()


@settings(max_examples=150)
@given(
    st.lists(st.one_of(st.sampled_from(TEXTS), st.sampled_from(NOISE)), max_size=6).map("".join),
    st.lists(st.integers(0, 100_000), max_size=40),
    st.booleans(),
)
def test_cut_anywhere(text: str, cuts: list[int], selected: bool) -> None:
    hints = Hints(selected=selected)
    assert pieces(text, cuts, hints) == read_text(text, hints)


@pytest.mark.parametrize("text", TEXTS, ids=[row["id"] for row in ROWS])
def test_every_text_in_small_pieces(text: str) -> None:
    for size in (1, 7) if len(text) < 6000 else (997,):
        assert pieces(text, list(range(0, len(text), size)), Hints()) == read_text(text)


@pytest.mark.parametrize("text", SHORT[::3])
def test_cut_once_at_every_character(text: str) -> None:
    whole = read_text(text)
    for cut in range(len(text)):
        assert pieces(text, [cut], Hints()) == whole


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_the_cheap_pass_misses_nothing(row: dict[str, str]) -> None:
    """The same as if every line had been looked at by every dialect."""
    hints = Hints(row.get("command"), int(row["exit_code"]) if row.get("exit_code") is not None else None)
    reader = Reader(hints)
    lines = clean_text(row["text"])
    everything = reader.feed(lines, [True] * len(lines)) + reader.close()
    found = [block for block in read_text(row["text"], hints) if not block[0].guessed]
    assert found == everything


@pytest.mark.parametrize("row", ROWS[::5], ids=[row["id"] for row in ROWS[::5]])
def test_marked_lines_are_those_that_are_marked(row: dict[str, str]) -> None:
    text = "\n".join([*clean_text(row["text"]), ""])
    found = list(marked_lines(text, 0, len(text), Habits(frozenset(RECORDS), True)))
    at, expected = 0, []
    for line in text.split("\n")[:-1]:
        if marked(line):
            expected.append(at)
        at += len(line) + 1
    assert found == expected


def test_lines_are_counted_where_nothing_is_read() -> None:
    error = "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\n    x\nNameError: name 'x'\n\n"
    text = ("all is well\n" * 10_000 + error) * 3
    spans = [(one.span.start, one.span.end) for block in read_text(text) for one in block]
    assert spans == [(10_001 + 10_005 * n, 10_004 + 10_005 * n) for n in range(3)]


@pytest.mark.parametrize("line", ["all is well, item 17 was stored", "ValueError: no", "\x1b[32mok\x1b[0m item 17"])
def test_memory_does_not_grow(line: str) -> None:
    """What comes later needs no more than the beginning did."""
    piece = (line + "\n") * (64 * 1024 // (len(line) + 1))
    scanner = Scanner()
    plain = line.startswith("all")
    for _ in range(30 if plain else 3):
        scanner.feed(piece)
    tracemalloc.start()
    try:
        for _ in range(1000 if plain else 6):
            scanner.feed(piece)
        scanner.close()
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 1024 * 1024


def test_a_line_without_end_is_not_kept() -> None:
    scanner = Scanner()
    tracemalloc.start()
    try:
        for _ in range(400):
            scanner.feed("x" * 64 * 1024)
        assert tracemalloc.get_traced_memory()[0] < 4 * 1024 * 1024
    finally:
        tracemalloc.stop()
    assert scanner.feed("\n") == []
    (block,) = scanner.feed("ValueError: no\n") + scanner.close()
    assert block[0].span.start == 2


# As Windows' ConPTY prints it: an empty row is skipped by a position, without a line feed.
SKIPPING = (
    "\x1b[?25lbefore\r\n\x1b[HTraceback (most recent call last):\x1b[K\r\n"
    '  File "C:\\a.py", line 2, in <module>\x1b[K\r\n    1/0\x1b[K\r\n'
    "ZeroDivisionError: division by zero\x1b[K\x1b[8;1HDuring handling of the above exception, another exception "
    "occurred:\x1b[10;1HTraceback (most recent call last):\r\n"
    '  File "C:\\a.py", line 4, in <module>\r\n    {}[1]\r\nKeyError: 1\x1b[14;1H\x1b[?25hPS C:\\> \r\nmore\r\n'
)


def test_rows_of_one_raw_line_are_lines_with_its_number() -> None:
    assert [
        (report.exception, report.span.start, report.span.end) for block in read_text(SKIPPING) for report in block
    ] == [
        ("ZeroDivisionError", 2, 5),
        ("KeyError", 5, 8),
    ]


@pytest.mark.parametrize("size", [1, 3, 7, 50])
def test_rows_are_counted_wherever_the_text_is_cut(size: int) -> None:
    text = SKIPPING * 3
    scanner, found = Scanner(), []
    for at in range(0, len(text), size):
        found += scanner.feed(text[at : at + size])
    assert found + scanner.close() == read_text(text)
    assert [report.span.start for block in found for report in block][2:4] == [11, 14]


def test_numbers_stay_right_far_behind_such_rows() -> None:
    text = "a\x1b[5;1Hb\x1b[6;1Hc\n" * 30_000 + "plain\n" * 50_000 + "ValueError: no\n" + SKIPPING
    scanner, found = Scanner(), []
    for at in range(0, len(text), 9_973):
        found += scanner.feed(text[at : at + 9_973])
    found += scanner.close()
    spans = [(report.exception, report.span.start) for block in found for report in block]
    assert spans[-2:] == [("ZeroDivisionError", 80_003), ("KeyError", 80_006)]


POSTGRES = "2026-11-25 10:11:12.345 UTC [71] {}\n"
REFUSED = POSTGRES.format('FATAL:  password authentication failed for user "anna"')


def test_a_long_stream_has_only_the_records_that_its_beginning_had(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that an ordinary log's times are passed over at a glance; in the beginning everything counts."""
    monkeypatch.setattr("tracemend.reading.scanner.LEARNT", 20_000)
    filling = "all is well\n" * 5_000
    assert [b[0].span.start for b in read_text("well\n" * 300 + REFUSED)] == [301]
    assert read_text(filling + REFUSED) == []
    text = POSTGRES.format("LOG:  checkpoint starting: time") + filling + REFUSED
    assert [block[0].span.start for block in read_text(text)] == [5_002]
    for size in 999, 12, 19_992, 19_993, 20_000, 20_004:
        assert pieces(text, list(range(0, len(text), size)), Hints()) == read_text(text)
        assert pieces(filling + REFUSED, list(range(0, len(filling), size)), Hints()) == []

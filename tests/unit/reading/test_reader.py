"""The reader: the same reports however the lines come, bounded in time and memory, and no dialect can stop it."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tracemend.reading import reader as module
from tracemend.reading.reader import MAX_BLOCK_LINES, Reader, Reports
from tracemend.reading.report import MORE, Block, ErrorReport, Hints, NeedMore, Span
from tracemend.reading.scanner import read_text

CORPUS = Path(__file__).parents[2] / "corpus" / "python.jsonl"
TEXTS = [json.loads(line)["text"] for line in CORPUS.read_text("utf-8").splitlines()]
NOISE = [
    "",
    "starting\n",
    "```\n",
    "ValueError: no\n",
    "INFO:     127.0.0.1 - ready\n",
    "$ make\n",
    "  indented\n",
    "app.py:3: note\n",
]

PLAIN = """\
Traceback (most recent call last):
  File "/home/dev/shop/app.py", line 3, in save
    with open(path, "w") as out:
         ^^^^^^^^^^^^^^^
FileNotFoundError: [Errno 2] No such file or directory: '/proc/none/report.csv'
"""


def in_pieces(lines: list[str], sizes: Sequence[int], hints: Hints) -> list[Reports]:
    reader, found, at = Reader(hints), [], 0
    for size in sizes:
        found += reader.feed(lines[at : at + size])
        at += size
    found += reader.feed(lines[at:])
    return found + reader.close()


@settings(max_examples=120)
@given(
    st.lists(st.one_of(st.sampled_from(TEXTS), st.sampled_from(NOISE)), max_size=5).map("".join),
    st.lists(st.integers(0, 12), max_size=60),
    st.booleans(),
)
def test_cut_anywhere(text: str, sizes: list[int], selected: bool) -> None:
    hints = Hints(selected=selected)
    assert in_pieces(text.split("\n"), sizes, hints) == in_pieces(text.split("\n"), [], hints)


@pytest.mark.parametrize("text", TEXTS[::7])
def test_line_by_line(text: str) -> None:
    lines = text.split("\n")
    assert in_pieces(lines, [1] * len(lines), Hints()) == in_pieces(lines, [], Hints())


def test_spans_count_from_the_stream() -> None:
    reader = Reader()
    assert reader.feed(["noise"] * 5_000) == []
    ((first,),) = reader.feed([*PLAIN.splitlines(), "", "next"])
    ((second,),) = reader.feed(PLAIN.splitlines()) + reader.close()
    assert first.span == Span(5_001, 5_005)
    assert second.span == Span(5_008, 5_012)


def test_chain_counts_inside_its_block() -> None:
    text = PLAIN + "\nDuring handling of the above exception, another exception occurred:\n\n" + PLAIN
    blocks = read_text(PLAIN + "$ again\n" + text)
    assert [len(block) for block in blocks] == [1, 2]
    assert blocks[1][0].chain is not None
    assert blocks[1][0].chain.of == 1
    assert blocks[1][0].span == Span(7, 11)


def test_a_pause_brings_what_is_complete() -> None:
    reader = Reader()
    lines = PLAIN.splitlines()
    assert reader.feed(lines[:3]) == []
    assert reader.flush() == []
    assert reader.feed(lines[3:]) == []
    assert len(reader.flush()) == 1
    assert reader.flush() == reader.close() == []


def test_fenced_text_is_read_only_when_selected() -> None:
    text = f"See:\n```text\n{PLAIN}```\n"
    assert read_text(text) == []
    assert len(read_text(text, Hints(selected=True))) == 1
    assert len(read_text(text + PLAIN)) == 1
    assert len(read_text("```\n" + "line\n" * 600 + PLAIN)) == 1


def test_an_endless_block_is_read_as_if_it_ended() -> None:
    class Endless:
        name = "endless"

        def opens(self, line: str, hints: Hints) -> bool:
            return line.startswith("begin")

        def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
            if not final:
                return MORE
            return Block((ErrorReport("x", "error", None, str(len(lines) - at), Span(at + 1, len(lines))),), len(lines))

    lines = ["begin: now", *["more"] * 50_000]
    results = []
    for size in (1, 777, 100_000):
        reader = Reader(dialects=[Endless()])
        found = [block for at in range(0, len(lines), size) for block in reader.feed(lines[at : at + size])]
        assert len(reader._lines) <= MAX_BLOCK_LINES * 1.5
        results.append(found + reader.close())
    assert results[0] == results[1] == results[2]
    assert results[0][0][0].span == Span(1, MAX_BLOCK_LINES)


def test_a_failing_dialect_is_passed_over(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    class Broken:
        name = "broken"

        def opens(self, line: str, hints: Hints) -> bool:
            if "secret" in line:
                raise ValueError(line)
            return True

        def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
            raise RuntimeError(lines[at])

    monkeypatch.setattr(module, "DIALECTS", (Broken(), *module.DIALECTS))
    assert len(read_text("secret: 1\n" + PLAIN)) == 1
    assert "broken" in caplog.text
    assert "secret" not in caplog.text
    assert "shop" not in caplog.text


def test_a_long_block_line_by_line_takes_linear_time() -> None:
    frames = [f'  File "/home/dev/app.py", line {n}, in f' for n in range(15_000)]
    reader, started = Reader(), time.perf_counter()
    for line in ["Traceback (most recent call last):", *frames, "RecursionError: too deep"]:
        reader.feed([line])
    ((report,),) = reader.close()
    assert len(report.frames) == 15_000
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    "line",
    [
        "Traceback (most recent call last):",
        '  File "a.py", line 1, in f',
        "ValueError: a",
        "ValueError",
        "Exception in thread T:",
        "  + Exception Group Traceback (most recent call last):",
        "Call stack:",
        "a." * 5_000,
        '  File "' * 3_000,
        "E" * 60_000,
    ],
)
def test_hostile_lines_take_linear_time(line: str) -> None:
    count = max(20, min(30_000, 2_000_000 // len(line)))
    started = time.perf_counter()
    read_text((line + "\n") * count)
    assert time.perf_counter() - started < 10

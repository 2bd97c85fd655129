"""Four times the text is not looked at much more than four times as often, whatever the text.

The texts are those of tests/bench/linear.py, which measures the same more closely. What can be counted is: the lines
that dialects ask for. The rest (searches in long lines, prefixes) is measured, with a bound that only a reader whose
time grows with the square of the text misses.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from tracemend.reading.findings.checker_json import DIALECT as CHECKER_JSON
from tracemend.reading.prefix import certain_prefixes
from tracemend.reading.reader import MAX_COMMAND, Reader
from tracemend.reading.records import DIALECT as RECORDS
from tracemend.reading.report import MORE, Block, Hints, NeedMore
from tracemend.reading.scanner import read_text
from tracemend.reading.tracebacks.chain import HEADER

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
from linear import DESIGNED, LONG, SELECTED, Make, openers, repeated, seconds
from tracemend.reading.dialects import DIALECTS

SMALL, LARGE = 400, 1600
"""Lines; more than a bounded look ahead takes that repeats itself (a few hundred lines)."""
SHORT_LINE, LONG_LINE = 8_000, 64_000
"""Characters of one line, the larger number as many as are kept of one."""
ENOUGH = 1.0
"""Seconds of the processor. Below these a ratio says more of what else the machine does than of the reader: there the
count decides, and `make bench-linear` with larger texts."""


class Counted(list[str]):
    """Lines that count how many of them were asked for."""

    asked = 0

    def __getitem__(self, key: Any) -> Any:
        found = super().__getitem__(key)
        self.asked += len(found) if isinstance(key, slice) else 1
        return found

    def __iter__(self) -> Iterator[str]:
        for line in super().__iter__():
            self.asked += 1
            yield line


def asked(text: str, hints: Hints) -> tuple[int, float]:
    """How many lines the dialects ask for while a text is read, and the processor's seconds."""
    reader = Reader(hints)
    counted = reader._lines = Counted()
    start = time.process_time()
    reader.feed(text.split("\n"))
    reader.close()
    taken = time.process_time() - start
    assert reader._lines is counted
    return counted.asked, taken


@pytest.mark.parametrize("name", DESIGNED)
def test_the_worst_texts(name: str) -> None:
    _grows_as_the_text(DESIGNED[name])


@pytest.mark.parametrize("hints", [Hints(), SELECTED], ids=["stream", "selected"])
@pytest.mark.parametrize("name", LONG)
def test_the_worst_lines(name: str, hints: Hints) -> None:
    make, ratio, last = LONG[name], 0.0, 0.0
    for _ in range(4):
        first, last = seconds(make(SHORT_LINE), hints, 1), seconds(make(LONG_LINE), hints, 1)
        ratio = last / max(first, 0.003)
        if ratio <= 20 or last < ENOUGH / 4:
            return
    pytest.fail(f"eight times the line takes {ratio:.0f} times as long: {last:.1f} s")


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
def test_first_lines_again_and_again(dialect: Any) -> None:
    for line in islice(openers(dialect), 2):
        _grows_as_the_text(repeated(line))
        _grows_as_the_text(repeated(line, ""))


def _grows_as_the_text(make: Make) -> None:
    small, large, hints = make(SMALL), make(LARGE), Hints()
    ratio = 0.0
    for _ in range(4):  # another process may have had the processor's caches
        (few, first), (many, last) = asked(small, hints), asked(large, hints)
        assert many <= 8 * few + 5_000, f"{few} lines were asked for, {many} of four times the text"
        ratio = last / max(first, 0.003)
        if ratio <= 10 or last < ENOUGH:
            return
    pytest.fail(f"four times the text takes {ratio:.0f} times as long")


def test_the_count_sees_what_is_looked_at_again() -> None:
    """A dialect that looks at all lines from each of them on."""

    class Looks:
        name = "looks"

        def opens(self, line: str, hints: Hints) -> bool:
            return True

        def read(self, lines: list[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
            for index in range(at, len(lines)):
                assert lines[index]
            return None

    counts = []
    for size in (50, 200):
        reader = Reader(Hints(selected=True), [Looks()])  # type: ignore[list-item]
        counted = reader._lines = Counted()
        reader.feed(["x"] * size)
        reader.close()
        counts.append(counted.asked)
    assert counts[1] > 12 * counts[0]


def test_a_block_that_comes_line_by_line_is_asked_for_a_few_times() -> None:
    asked_with: list[int] = []

    class Waits:
        name = "waits"

        def opens(self, line: str, hints: Hints) -> bool:
            return line == "first"

        def read(self, lines: list[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
            asked_with.append(len(lines) - at)
            return MORE

    reader = Reader(SELECTED, [Waits()])  # type: ignore[list-item]
    for line in ["first", *["x"] * 4_000]:
        reader.feed([line])
    assert len(asked_with) <= 13
    reader.flush()
    assert asked_with[-1] == 4_001, "a pause asks whatever is there"


def test_a_dialect_sees_the_beginning_of_a_long_command() -> None:
    """A shell's command line may hold a whole program: what looks at it for every line would take as often so long."""
    seen: list[str] = []

    class Looks:
        name = "looks"

        def opens(self, line: str, hints: Hints) -> bool:
            seen.append(hints.command or "")
            return False

        def read(self, lines: list[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
            return None

    command = "python - <<EOF\n" + "x = 1\n" * 5_000
    Reader(Hints(command, selected=True), [Looks()]).feed(["x"])  # type: ignore[list-item]
    assert seen == [command[:MAX_COMMAND]]


def test_a_record_nested_too_deeply_is_no_prefix() -> None:
    assert certain_prefixes('{"log":' + "[" * 15_000) == []
    assert certain_prefixes('{"log":"","a":' + "[" * 15_000) == []
    assert read_text(f'{{"log":"Error: no","a":{"[" * 15_000}\nValueError: bad thing\n') != []


def test_a_literal_below_an_apostrophe_of_prose_is_read() -> None:
    quoted = f'app\'s result => "{HEADER}\\n  File \\"a.py\\", line 1, in f\\nValueError: bad" {{'
    answer = RECORDS.read([quoted], 0, True, Hints())
    assert isinstance(answer, Block)
    assert answer.reports[-1].message == "bad"


def test_quotes_that_nothing_closes_are_followed_a_few_times() -> None:
    line = "x {" + HEADER + "\\n" + '\\"' * 100_000
    start = time.process_time()
    assert RECORDS.read([line], 0, True, Hints()) is None
    assert time.process_time() - start < 5


def test_a_long_chain_without_a_file_of_the_users() -> None:
    """Each exception is shown on a frame of the nearest one before it: these are not gone through for each anew."""
    text = DESIGNED["a chain without a file of the user's"](12_000)
    start = time.process_time()
    (block,) = read_text(text)
    assert time.process_time() - start < 8
    assert len(block) == 2_000


def test_runs_in_runs_are_no_document() -> None:
    text = '{"message": "x", "runs": [' * 900 + "{}" + "]}" * 900
    assert CHECKER_JSON.read([text], 0, True, Hints()) is None


def test_notes_of_many_builds_are_few() -> None:
    (block,) = read_text(DESIGNED["pip boxes, each with its note"](9_000))
    assert len(block[-1].notes) == 200

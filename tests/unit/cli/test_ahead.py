"""A large file read by several processes gives what one process reads, whatever stands where it is cut."""

from __future__ import annotations

import io
import json
import random
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from tracemend.cli import ahead, output, setting
from tracemend.diagnosis import Diagnoser

CORPUS = Path(__file__).parents[2] / "corpus"
TEXTS = [
    json.loads(line)["text"]
    for name in ("python.jsonl", "tools.jsonl", "silent.jsonl")
    for line in (CORPUS / name).read_text("utf-8").splitlines()
]


class Counted(ThreadPoolExecutor):
    """Counts what it was asked for, and what came of it."""

    def __init__(self) -> None:
        super().__init__(2)
        self.futures: list[Future[Any]] = []

    def submit(self, *args: Any, **kwargs: Any) -> Future[Any]:
        self.futures.append(super().submit(*args, **kwargs))
        return self.futures[-1]


def both(file: Path, pool: Executor) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """What one process reads, and what several do: id, title and span of each."""
    diagnoser, context = Diagnoser(setting.library(())), setting.context(here=False)
    found = []
    with file.open("rb", buffering=0) as opened:
        for each in (
            output.diagnosed(io.BytesIO(file.read_bytes()), "x.log", diagnoser, context),
            ahead.diagnosed(opened, "x.log", diagnoser, context, pool, 2),
        ):
            found.append([(one.id, one.title, one.report.span.start, one.report.span.end) for one in each])
    return found[0], found[1]


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_PIECE", 5_000)
    monkeypatch.setattr(ahead, "_BATCH", 700)
    monkeypatch.setattr(ahead, "_MAX_LINE", 3_000)
    monkeypatch.setattr("tracemend.reading.scanner.LEARNT", 10_000)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", ["plain", "wide", "crlf", "colour", "no end"])
def test_the_same_as_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, seed: int) -> None:
    monkeypatch.chdir(tmp_path)
    source = random.Random(seed)
    filling = "all is well: 17 of 17\n" if kind != "wide" else "alles gut: 17 für 4 €\n"
    text = (
        "".join(filling * source.randrange(400) + source.choice(TEXTS).rstrip("\n") + "\n" for _ in range(60))
        + filling * 900
    )
    if kind == "crlf":
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    elif kind == "colour":
        text = text.replace(filling, "\x1b[32mall\x1b[0m is well: 17 of 17\n", 3_000)
    elif kind == "no end":
        text += "ValueError: no"
    (tmp_path / "x.log").write_bytes(text.encode("utf-8", "replace"))
    with Counted() as pool:
        one, several = both(tmp_path / "x.log", pool)
        assert several == one
        assert len(one) > 20
        assert len(pool.futures) > 5
        pieces = [future.result() for future in pool.futures if future.done() and not future.cancelled()]
        assert any(piece.marks is not None for piece in pieces)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x" * 9_000,
        b"well\n" * 3_000 + b"x" * 9_000,
        b"well\n" * 3_000 + b"x" * 9_000 + b"\nValueError: no\n" + b"well\n" * 3_000,
        b"well\n" * 3_000 + b"\xff\xfe\n" * 3_000 + b"ValueError: no\n",
        "well\nValueError: no\n".encode("utf-16") * 800,
        b"well\n" * 2_001 + b"Traceback (most recent call last):\n" * 3_000,
    ],
)
def test_what_cannot_be_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.log").write_bytes(data)
    with Counted() as pool:
        one, several = both(tmp_path / "x.log", pool)
    assert several == one


def test_real_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Through the command: large enough for more than one."""
    monkeypatch.setattr(output, "_VERY_LARGE", 100_000)
    file = tmp_path / "x.log"
    file.write_text(("all is well\n" * 3_000 + "ValueError: no\n") * 10)
    diagnoser, context = Diagnoser(setting.library(())), setting.context(here=False)
    assert output.processes_for([str(file)], 2) == 2
    with file.open("rb", buffering=0) as opened:
        found = list(output.diagnosed_ahead(opened, str(file), diagnoser, context, 2))
    assert [one.report.span.start for one in found] == [3_001 * number for number in range(1, 11)]

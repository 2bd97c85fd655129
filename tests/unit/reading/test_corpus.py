"""The project's own corpus is read without a fault."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest
from tracemend.reading.scanner import read_text

FOLDER = Path(__file__).parents[2] / "corpus"


def _load() -> ModuleType:
    """The measure script, which lies beside the corpus and not in a package."""
    spec = importlib.util.spec_from_file_location("corpus_measure", FOLDER / "measure.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look it up there
    spec.loader.exec_module(module)
    return module


measure = _load()
FILES = sorted(FOLDER.glob("*.jsonl"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_all_is_right(path: Path) -> None:
    tally = measure.measure(path, everything=True)
    assert (tally.wrong, tally.spoke, tally.crashed) == ([], [], [])
    assert tally.cases + tally.silent > 0


def test_messages_in_full() -> None:
    """Nothing but the message's own lines: programs that go on printing are among the cases."""
    rows = [json.loads(line) for line in (FOLDER / "python.jsonl").read_text("utf-8").splitlines()]
    checked = 0
    for row in rows:
        if row["message"] is None:
            continue
        last = [report for block in read_text(row["text"]) for report in block][-1]
        assert last.message == row["message"].rstrip(), row["id"]
        checked += 1
    assert checked > 60

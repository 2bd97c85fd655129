"""The project's own corpus is read without a fault, but for the weaknesses that are named here."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from tracemend.reading.scanner import read_text

FOLDER = Path(__file__).parents[2] / "corpus"

KNOWN: dict[str, str] = {
    "runtime/traceback-printed": "what is printed after a KeyError is taken for its message, which is one repr",
    "tools/tar-missing": "tar's last line but one is read, not its child's reason",
    "tools/tar-no-archive": "the same: the reason stands in gzip's line",
}
"""Cases (without the version) that are read wrong, and why: to be mended in the readers, then taken out here."""


def _load(name: str) -> ModuleType:
    """A script of the corpus, which lies beside the texts and not in a package."""
    spec = importlib.util.spec_from_file_location(f"corpus_{name}", FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look it up there
    spec.loader.exec_module(module)
    return module


measure = _load("measure")
FILES = sorted(FOLDER.glob("*.jsonl"))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text("utf-8").splitlines():
        yield json.loads(line)


def _unknown(faults: list[str]) -> list[str]:
    """The faults of cases that are not known to be read wrong."""
    return [fault for fault in faults if fault.partition(": ")[0].partition("@")[0] not in KNOWN]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_all_is_right(path: Path) -> None:
    tally = measure.measure(path, everything=True)
    assert (_unknown(tally.wrong), _unknown(tally.missed), _unknown(tally.spoke), tally.crashed) == ([], [], [], [])
    assert tally.cases + tally.silent > 0


@pytest.mark.parametrize("name", ["python", "programs"])
def test_messages_in_full(name: str) -> None:
    """Nothing but the message's own lines: programs that go on printing are among the cases."""
    checked, wrong = 0, []
    for row in _rows(FOLDER / f"{name}.jsonl"):
        if row["message"] is None:
            continue
        last = [report for block in read_text(row["text"]) for report in block][-1]
        if last.message != row["message"].rstrip():
            wrong.append(f"{row['id']}: {last.message!r}")
        checked += 1
    assert _unknown(wrong) == []
    assert checked > 60


def test_known_weaknesses_are_of_the_corpus() -> None:
    """A case that is renamed or dropped leaves no excuse behind."""
    names = {row["id"].partition("@")[0] for path in FILES for row in _rows(path)}
    assert sorted(set(KNOWN) - names) == []


def test_every_case_has_its_own_name() -> None:
    names = [row["id"] for path in FILES for row in _rows(path)]
    assert len(names) == len(set(names))


def test_no_path_of_the_machine_that_made_them() -> None:
    """Projects, environments and libraries stand under neutral folders."""
    for path in FILES:
        text = path.read_text("utf-8")
        assert not [one for one in ("/root/", "/work/", "/.pyenv/", "corpus-") if one in text], path.name

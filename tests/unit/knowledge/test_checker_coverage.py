"""Every rule of the type checkers, and every error of the linters, has an entry that takes all its findings."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from tracemend.knowledge import packs
from tracemend.knowledge.model import DiagnosticKey, Entry, Signature

_FILE = Path(__file__).parents[2] / "coverage" / "checkers.py"
_SPEC = importlib.util.spec_from_file_location("checkers_coverage", _FILE)
assert _SPEC is not None
assert _SPEC.loader is not None
checkers = importlib.util.module_from_spec(_SPEC)
sys.modules[_SPEC.name] = checkers
_SPEC.loader.exec_module(checkers)


def _entry(*, general: bool = False, **keys: object) -> Entry:
    key = DiagnosticKey("mypy", ("misc",))
    return Entry("typing.a", general=general, match=(Signature(diagnostic=key, **keys),))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def entries() -> tuple[Entry, ...]:
    return packs.read_pack(packs.builtin_pack()).entries


@pytest.mark.parametrize("tool", checkers.TOOLS)
def test_every_rule_has_an_entry(tool: str, entries: tuple[Entry, ...]) -> None:
    assert len(checkers.rules(tool)) > 60
    assert checkers.missing(entries)[tool] == []


def test_what_counts_as_an_entry_for_a_rule() -> None:
    assert checkers.explained([_entry()])["mypy"] == {"misc"}
    assert checkers.explained([_entry(message="(?P<said>.+)")])["mypy"] == {"misc"}
    assert checkers.explained([_entry(message="Metaclass conflict: .+")])["mypy"] == set()
    assert checkers.explained([_entry(literal=("yield",))])["mypy"] == set()
    assert checkers.explained([_entry(general=True)])["mypy"] == set()


def test_one_entry_takes_a_rule_whole(entries: tuple[Entry, ...]) -> None:
    """Two entries that name the same code alone would be a matter of chance."""
    owners: dict[tuple[str, str], set[str]] = {}
    for entry in entries:
        for tool, codes in checkers.explained([entry]).items():
            for code in codes:
                owners.setdefault((tool, code), set()).add(entry.id)
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}

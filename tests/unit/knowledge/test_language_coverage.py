"""CPython's own exceptions, the systems' numbers and what Python has removed: each has an entry that explains it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

_FILE = Path(__file__).parents[2] / "coverage" / "language.py"
_SPEC = importlib.util.spec_from_file_location("language_coverage", _FILE)
assert _SPEC is not None
assert _SPEC.loader is not None
language = importlib.util.module_from_spec(_SPEC)
sys.modules[_SPEC.name] = language
_SPEC.loader.exec_module(language)

AT_LEAST = {"exceptions": 70, "errno": 120, "winerror": 140, "removed-modules": 35, "removed-names": 170}


@pytest.fixture(scope="module")
def coverage() -> language.Coverage:  # type: ignore[name-defined]
    return language.Coverage()


@pytest.mark.parametrize("name", language.LISTS)
def test_every_line_of_a_list_has_an_entry(name: str, coverage: language.Coverage) -> None:  # type: ignore[name-defined]
    assert len(language.lines(name)) >= AT_LEAST[name]
    assert coverage.missing(name) == []


def test_what_is_missing_is_said_with_the_reason(coverage: language.Coverage) -> None:  # type: ignore[name-defined]
    assert coverage.of_exception("NoSuchError") == "no entry names it"
    assert coverage.of_errno("ENONSUCH 9999 Nothing of the kind") is not None
    assert coverage.of_winerror("987654 OSError") == "is explained by python.general.os-error alone"
    assert coverage.of_module("cv2") == "is explained by python.imports.module-not-found alone"
    said = coverage.of_name("math.squareroot 3.99")
    assert said == "\"AttributeError: module 'math' has no attribute 'squareroot'\": no table has it"


def test_what_is_printed_for_a_removed_name() -> None:
    assert next(iter(language.reports("time.clock"))) == "AttributeError: module 'time' has no attribute 'clock'"
    assert list(language.reports("threading.Thread.isAlive")) == [
        "AttributeError: 'Thread' object has no attribute 'isAlive'"
    ]
    assert list(language.reports("array.array.tostring")) == [
        "AttributeError: 'array.array' object has no attribute 'tostring'"
    ]

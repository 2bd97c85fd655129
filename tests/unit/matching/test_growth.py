"""An entry costs only when its key occurs: what is looked at does not grow with the number of entries."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from matching_samples import WritePack, entry, report
from tracemend.knowledge.packs import Pack
from tracemend.matching.library import Library
from tracemend.matching.question import Question
from tracemend.reading.report import Hints

COUNT = 400


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    file = Path(__file__).parents[2] / "bench" / "generate_pack.py"
    spec = importlib.util.spec_from_file_location("generate_pack", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def large(generator: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("large")
    generator.generate(folder / "pack", COUNT)
    opened = Library.open([Pack("large", folder / "pack")], folder / "cache")
    assert opened.faults == ()
    assert len(opened.ids()) == COUNT
    return opened


def test_each_generated_entry_is_found_by_its_own_example_alone(large: Library) -> None:
    for id in large.ids():
        body = large.entry(id)
        assert body is not None
        example = body.examples[0]
        if example.diagnostic is not None:
            text = report(None, example.diagnostic.message, tool="ruff", code=example.diagnostic.code)
        else:
            last = (example.output or "").splitlines()[-1]
            exception, _, message = last.partition(": ")
            text = report(exception, message)
        assert [match.entry for match in large.match(text, Hints())] == [id]


@pytest.mark.parametrize(
    ("exception", "message"),
    [
        ("KeyError", "'host'"),
        ("ValueError", "invalid literal for int() with base 10: 'a'"),
        ("PermissionError", "[Errno 13] Permission denied: 'report.csv'"),
        ("amberdb.errors.OtherError", "the archive was not found where the adapter expected it"),
    ],
)
def test_nothing_is_looked_at_for_an_error_of_another_kind(large: Library, exception: str, message: str) -> None:
    (index,) = large._indexes
    assert list(index.candidates(Question(report(exception, message), Hints(), {}))) == []


def test_an_item_is_filed_under_the_pair_that_fewest_have(write_pack: WritePack, tmp_path: Path) -> None:
    many = [
        entry(f"a.entry-{number}", {"exception": "ValueError", "message": f"could not convert value{number} to text"})
        for number in range(50)
    ]
    opened = Library.open([write_pack("many", *many)], tmp_path / "cache")
    (index,) = opened._indexes
    for message, expected in (("could not convert value7 to text", 1), ("could not convert it to text", 0)):
        candidates = list(index.candidates(Question(report("ValueError", message), Hints(), {})))
        assert len(candidates) == expected


def test_the_generator_says_how_many_it_can_tell_apart(generator: ModuleType, tmp_path: Path) -> None:
    texts = [re.sub(r"\d+", "", text) for _, text in generator.entries(500)]
    assert len(set(texts)) == 500
    with pytest.raises(ValueError, match="at most"):
        generator.generate(tmp_path, 10**6)

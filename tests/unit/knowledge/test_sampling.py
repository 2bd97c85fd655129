"""Texts made up from patterns match them."""

from __future__ import annotations

import re

import pytest
from tracemend.knowledge.sampling import TRIES, texts


@pytest.mark.parametrize(
    "pattern",
    [
        "plain",
        r"'(?P<type>\w+)' object has no attribute '(?P<name>[^']+)'(?:\. Did you mean: '\w+'\?)?",
        r"(?:one|two|three) of (\d{2,3}|none)",
        r".{0,150}\b(?:[Ss]ubclass|abstract).{0,150}",
        r"No module named '?(?!pip\b)(?P<module>[\w.-]+)'?",
        r"(?i:ERROR) at line \d+\.?",
        r"[^:‘']{1,60}[‘'](?P<path>[^’']+)[’']",
        r"",
    ],
)
def test_each_text_matches(pattern: str) -> None:
    made = list(texts(pattern))
    assert 1 <= len(made) <= TRIES
    assert len(set(made)) == len(made)
    assert all(re.fullmatch(pattern, text) for text in made)


def test_every_alternative_and_every_optional_part_is_made() -> None:
    assert {"one!", "two", "three!"} <= set(texts("(?:one|two|three)!?"))


def test_what_can_be_anything_holds_the_signs_that_others_stop_at() -> None:
    assert any(":" in text and "'" in text for text in texts(r"(?P<all>.+) failed"))


@pytest.mark.parametrize("pattern", ["(", r"a(?!b)b(?<!b)"])
def test_none_for_what_cannot_match(pattern: str) -> None:
    assert list(texts(pattern)) == []

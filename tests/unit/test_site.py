"""The pages of the site: each entry has one, and all of what it says stands there."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from tracemend.knowledge.model import Entry
from tracemend.knowledge.packs import builtin_pack, read_pack

sys.path.insert(0, str(Path(__file__).parents[2] / "docs" / "site"))
import pages


@pytest.fixture(scope="module")
def entries() -> dict[str, Entry]:
    return {entry.id: entry for entry in read_pack(builtin_pack()).entries}


def test_a_page_says_all(entries: dict[str, Entry]) -> None:
    entry = entries["python.os.permission-denied"]
    titles = {id: pages.title_of(one) for id, one in entries.items()}
    text = pages.page(entry, titles)
    assert text.startswith("# PermissionError: Permission denied\n")
    for heading in ("Causes", "What to do", "By system", "Questions", "Related", "Sources", "As it is printed"):
        assert f"\n## {heading}\n" in text
    assert "[Errno 13] Permission denied" in text
    assert "![" not in text


def test_links_lead_to_pages(entries: dict[str, Entry]) -> None:
    titles = {id: pages.title_of(one) for id, one in entries.items()}
    for entry in entries.values():
        links = re.findall(r"\]\(([\w.-]+)\.md\)", pages.page(entry, titles))
        assert set(links) <= set(titles), entry.id


def test_what_an_error_puts_in_is_shown_by_its_name(entries: dict[str, Entry]) -> None:
    assert pages._text("Make {path} yours, as {{it}} was.") == "Make *path* yours, as {it} was."


def test_areas_and_overview(entries: dict[str, Entry]) -> None:
    overview = pages.overview(entries.values())
    assert f"{len(entries)} errors" in overview
    assert "[python](area-python.md)" in overview
    listed = re.findall(r"\]\(([\w.-]+)\.md\)", pages.area("python", entries.values()))
    assert sorted(listed) == sorted(id for id in entries if id.startswith("python."))

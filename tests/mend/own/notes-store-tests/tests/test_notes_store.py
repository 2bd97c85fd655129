"""Tests of the note store; every test gets a store in a folder of its own."""
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from notes_store import NoteStore

TEXTS = {
    "Shopping": "milk, bread and soap",
    "Books to read": "The one about bread",
}


@pytest.fixture
def empty(tmp_path):
    return NoteStore(tmp_path / "notes")


def store(empty):
    for title, text in TEXTS.items():
        empty.save(title, text)
    return empty


def test_new_store_has_no_titles(empty):
    assert list(empty.titles()) == []


def test_file_name(empty):
    assert empty.save("Ideas, 2nd list!", "x").name == "ideas-2nd-list.txt"


def test_load_returns_the_text(store):
    assert store.load("Shopping") == "milk, bread and soap"


@pytest.mark.parametrize(
    "word, titles",
    [
        ("Bread", ["Books to read", "Shopping"]),
        ("soap", ["Shopping"]),
    ],
)
def test_search(store, word, titles):
    assert store.search(word) == titles

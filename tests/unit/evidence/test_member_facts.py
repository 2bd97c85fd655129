"""Facts about names that changed, and names of libraries that a file imports from."""

from __future__ import annotations

from pathlib import Path

import pytest
from tracemend.evidence import limits, registry

from .conftest import look

_BASKET = """
class Basket:
    def add_item(self, item, count=1):
        pass

    def remove_item(self, item):
        pass

    def get_all(self):
        return []

    def load_orders(self, path):
        return []
"""
_ENUM = "import enum\nclass State(enum.Enum):\n    OPEN = 1\n    SHUT_DOWN = 2\n"


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found is tested, not how long a busy machine takes to read a library's source."""
    monkeypatch.setattr(registry, "limited", lambda: limits.limited(20))


def _ask(tmp_path: Path, fact: str, source: str, value: str, gives: str = "similar", **captures: str) -> str | None:
    path = tmp_path / "app.py"
    path.write_text(source, encoding="utf-8")
    lines = source.splitlines()
    printed = lines[-1].strip()
    found = look(fact, value, folder=tmp_path, source=path, line=len(lines), printed=printed, captures=captures)
    answer = found.values.get(gives)
    assert (answer is not None) == (found.holds is True)
    return str(answer) if answer is not None else None


@pytest.mark.parametrize(
    ("line", "attribute", "near"),
    [
        ("b.add_article(Item(1))", "add_article", "add_item"),
        ("b.add_article(item, count=2)", "add_article", "add_item"),
        ("b.addArticle(item)", "addArticle", "add_item"),
        ("b.add_article(item, price=2)", "add_article", None),  # it does not take that
        ("b.add_article(1, 2, 3)", "add_article", None),
        ("b.add_article(article)", "add_article", None),  # articles are something else here
        ("b.add_article(x)", "add_article", None),
        ("b.load_users('f')", "load_users", None),
        ("b.fetch_all()", "fetch_all", "get_all"),
        ("b.delete_item(x)", "delete_item", "remove_item"),
        ("b.save_all()", "save_all", None),
        ("b.add_article(*rows)", "add_article", None),
    ],
)
def test_a_method_that_does_the_same_to_the_same(tmp_path: Path, line: str, attribute: str, near: str | None) -> None:
    assert _ask(tmp_path, "renamed-member", _BASKET + line + "\n", attribute, type="Basket") == near


def test_a_class_of_another_file_is_looked_up(tmp_path: Path) -> None:
    (tmp_path / "shop.py").write_text(_BASKET, encoding="utf-8")
    source = "from shop import Basket\ndef fill(b, item):\n    b.add_article(item)\n"
    assert _ask(tmp_path, "renamed-member", source, "add_article", type="Basket") == "add_item"


@pytest.mark.parametrize(
    ("attribute", "near"), [("Open", "OPEN"), ("ShutDown", None), ("shut_down", "SHUT_DOWN"), ("OPAN", None)]
)
def test_members_of_an_enumeration_differ_in_case(tmp_path: Path, attribute: str, near: str | None) -> None:
    source = f"{_ENUM}print(State.{attribute})\n"
    assert _ask(tmp_path, "renamed-member", source, attribute) == near


@pytest.mark.parametrize(
    ("rest", "near"),
    [
        ("print(slugify('a'))", "slugify"),
        ("print(make_slug('a'))", None),  # the name is used as it stands
        ("print(slugify('a'), shorten('b'))", None),  # which of the two?
        ("slugify = str; print(slugify('a'))", None),
        ("print(other('a'))", None),
    ],
)
def test_what_the_file_uses_is_imported(tmp_path: Path, rest: str, near: str | None) -> None:
    texts = tmp_path / "texts.py"
    texts.write_text("def slugify(t):\n    return t\n\ndef shorten(t):\n    return t\n", encoding="utf-8")
    source = f"{rest}\nfrom texts import make_slug\n"
    found = _ask(tmp_path, "renamed-import", source, "make_slug", module="texts", file=str(texts))
    assert found == near


@pytest.mark.parametrize(
    ("source", "name", "line"),
    [
        ("from operator import itemgetter\nprint(mul(2, 3))\n", "mul", "from operator import mul"),
        ("from operator import itemgetter\nprint(mul)\n", "mul", None),  # it may be a variable
        ("from operator import itemgetter\nprint(nothing(2))\n", "nothing", None),
        ("from typing import List\nx: Optional[int] = 3\n", "Optional", "from typing import Optional"),
        ("from dataclasses import dataclass\nprint(keyword.kwlist)\n", "keyword", None),  # what it imports itself
        ("from operator import *\nprint(mul(2, 3))\n", "mul", None),
        ("import operator\nprint(mul(2, 3))\n", "mul", None),
    ],
)
def test_a_name_of_the_library_at_hand(tmp_path: Path, source: str, name: str, line: str | None) -> None:
    assert _ask(tmp_path, "imported-module-has", source, name, "import") == line

"""The register of recipes."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys

import pytest
from tracemend.context import Context
from tracemend.fixes import recipes as package
from tracemend.fixes import registry
from tracemend.fixes.families import FAMILIES
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.edits import merged
from tracemend.knowledge.model import Edit
from tracemend.reading.report import ErrorReport, Span
from tracemend.source.place import Place, statement_at
from tracemend.source.text import SourceText


def _request(text: str = "x = 1\n") -> Request:
    source = SourceText(text)
    place = Place("a.py", "/a.py", 1, None, None, source, statement_at(source, 1), None)
    return Request({}, {}, ErrorReport("python", "error", "E", "", Span(1, 1)), place, Context())


def test_every_recipe_says_what_it_is() -> None:
    names = set(registry.recipes())
    assert {"atomic-write", "retry", "user-data-folder", "encoding", "make-parent-folder", "add-import"} <= names
    assert {"spelling", "key-default", "none-guard", "main-guard", "await", "close-bracket"} <= names
    for name, recipe in registry.recipes().items():
        assert recipe.name == name
        assert recipe.summary.endswith(".")


def test_no_recipe_fails_on_odd_code(caplog: pytest.LogCaptureFixture) -> None:
    for text in (
        "",
        "\n",
        "x",
        "é = (",
        "\t",
        "if x:",
        "@a\n",
        "def f(:\n  pass",
        "x = 1; y = 2",
        "\\",
        "'''",
        "\x0c x",
    ):
        for name in registry.recipes():
            registry.apply(Edit(name, {}), _request(text))
    assert not caplog.records


@pytest.mark.parametrize(
    "edits",
    [
        (),
        (TextEdit(0, 3, ""), TextEdit(1, 4, "")),
        (TextEdit(0, 99, ""),),
        (TextEdit(0, 1, "x"),),
        (TextEdit(0, 0, "x" * (registry.MAX_ADDED + 1)),),
    ],
)
def test_edits_out_of_bounds_and_edits_of_nothing_are_no_mend(
    monkeypatch: pytest.MonkeyPatch, edits: tuple[TextEdit, ...]
) -> None:
    odd = Recipe("odd", "Odd.", lambda request: Mend(edits))
    monkeypatch.setattr(registry, "recipe_named", {"odd": odd}.get)
    assert registry.apply(Edit("odd", {}), _request()) is None


def test_a_recipe_that_fails_is_logged_by_its_name_alone(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(request: Request) -> Mend:
        raise KeyError("secret")

    monkeypatch.setattr(registry, "recipe_named", {"bad": Recipe("bad", "Bad.", fail)}.get)
    assert registry.apply(Edit("bad", {}), _request()) is None
    assert "bad" in caplog.text
    assert "secret" not in caplog.text


def test_an_unknown_recipe_and_a_missing_statement_are_no_mend() -> None:
    assert registry.apply(Edit("none-such", {}), _request()) is None
    assert registry.apply(Edit("retry", {}), _request("\n")) is None


def test_edits_that_begin_at_one_place_become_one() -> None:
    edits = (TextEdit(2, 4, "c"), TextEdit(2, 2, "a"), TextEdit(0, 0, "x"), TextEdit(2, 2, "b"))
    assert merged(edits) == (TextEdit(0, 0, "x"), TextEdit(2, 4, "abc"))


def test_recipes_are_loaded_only_when_asked() -> None:
    code = (
        "import sys; from tracemend.fixes import registry, settings, commands, shell; "
        "print([name for name in sys.modules if 'fixes.recipes.' in name or name in ('yaml', 'shlex')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_every_module_s_recipes_are_registered() -> None:
    found = {
        module.name: [recipe.name for recipe in importlib.import_module(f"{package.__name__}.{module.name}").RECIPES]
        for module in pkgutil.iter_modules(package.__path__)
    }
    assert {module: names.split() for module, names in FAMILIES.items()} == found
    names = [name for one in found.values() for name in one]
    assert len(names) == len(set(names))

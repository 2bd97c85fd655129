"""Texts with names in them, filled or read without what is missing."""

from __future__ import annotations

import pytest
from tracemend.knowledge.template import fields, fill, fill_word

VALUES = {"path": "a.txt", "names": ("a", "b"), "one": ("x",), "odd": "{path} \x00 \x01" + "0\x02", "empty": ""}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("cannot write {path}", "cannot write a.txt"),
        ("held by {names}", "held by a, b"),
        ("PermissionError: Permission denied: {gone}", "PermissionError: Permission denied"),
        ("Close {path} in the program ({holder}).", "Close a.txt in the program."),
        ("Close it (held by {holder}, pid {pid}) first.", "Close it first."),
        ("{name}: command not found", "command not found"),
        ("KeyError: environment variable {name} is not set", "KeyError: environment variable is not set"),
        ("Install {distribution}", "Install"),
        ("Use '{x}' here", "Use here"),
        ("'{path}' and `{x}`", "'a.txt' and"),
        ("a, {x}, b", "a, b"),
        ("Run {x}.", "Run."),
        ("{x}", ""),
        ("{empty} is {path}", "is a.txt"),
        ("{{literal}} {path}", "{literal} a.txt"),
        ("'[(\\[{])' and {0} and { path }", "'[(\\[{])' and {0} and { path }"),
        ("no names", "no names"),
        ("{gone|A value} of type {one|str}", "A value of type x"),
        ("pip may not write {gone|}", "pip may not write"),
        ("'{gone|}' is {empty|nothing}", "is nothing"),
        ("{gone|a|b} {|x}", "{gone|a|b} {|x}"),
    ],
)
def test_fill(text, filled):
    assert fill(text, VALUES) == filled


def test_values_are_put_in_as_they_are():
    assert fill("say {odd}: {path} ({gone})", VALUES) == f"say {VALUES['odd']}: a.txt"


def test_fields():
    assert fields("{a} {venv-python} {{no}} {b...} {a} {0} {c|d e}") == ["a", "venv-python", "b", "c"]


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("{path}", ["a.txt"]),
        ("--to={path}", ["--to=a.txt"]),
        ("{names...}", ["a", "b"]),
        ("{one}", ["x"]),
        ("{names}", None),
        ("{gone}", None),
        ("{gone...}", None),
        ("{empty}", None),
        ("{empty|x}", None),
        ("{{path}}", ["{path}"]),
        ("plain", ["plain"]),
    ],
)
def test_fill_word(word, words):
    assert fill_word(word, VALUES) == words


def test_a_captured_text_is_spread_as_the_shell_would():
    assert fill_word("{packages...}", {"packages": "requests 'numpy>=2' rich"}) == ["requests", "numpy>=2", "rich"]
    assert fill_word("{packages...}", {"packages": "un'closed"}) is None

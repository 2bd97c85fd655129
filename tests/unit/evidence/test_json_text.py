"""What keeps a text from being JSON, and what makes it JSON."""

from __future__ import annotations

import json

import pytest
from tracemend.evidence.json_text import slip_in


def mended(text: str, changes: tuple[tuple[int, int, str], ...]) -> str:
    for start, end, new in reversed(changes):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "kind", "after"),
    [
        ('{"a": 1,}', "comma-too-many", '{"a": 1}'),
        ('{"a": [1, 2, ],\n }', "comma-too-many", '{"a": [1, 2 ]\n }'),
        ('{"a": 1\r\n "b": 2}', "comma-missing", '{"a": 1,\r\n "b": 2}'),
        ('[{"a": 1}\n{"a": 2}]', "comma-missing", '[{"a": 1},\n{"a": 2}]'),
        ('{"a": "é" "b": {"c": true} "d": null}', "comma-missing", '{"a": "é", "b": {"c": true}, "d": null}'),
        ('{"a" = 1, "b" "c"}', "colon-missing", '{"a" : 1, "b": "c"}'),
        ("{'a': 'x', 'b': ['y']}", "single-quotes", '{"a": "x", "b": ["y"]}'),
        ('{host: "x", port: 1}', "key-without-quotes", '{"host": "x", "port": 1}'),
        ('{"a": True, "b": [False, None]}', "python-word", '{"a": true, "b": [false, null]}'),
        ('{"p": "C:\\Users\\new", "q": 1}', "backslash", '{"p": "C:\\\\Users\\\\new", "q": 1}'),
        ('{"p": "\\d+\\\\ "}', "backslash", '{"p": "\\\\d+\\\\ "}'),
    ],
)
def test_a_slip_is_mended(text: str, kind: str, after: str) -> None:
    slip = slip_in(text)
    assert slip is not None
    assert slip.kind == kind
    assert mended(text, slip.changes) == after
    json.loads(after)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ('{\n  // the port\n  "port": 1\n}', "comment"),
        ('{"a": 1 # one\n}', "comment"),
        ("{'it': 'it's'}", "single-quotes"),
        ('{"a": \'say "x"\'}', "single-quotes"),
        ('{"a": "one\\two\\d"}', "backslash"),  # \t may be meant
        ('{"a": 1,} x', "comma-too-many"),
    ],
)
def test_what_is_not_seen_is_named_and_left(text: str, kind: str) -> None:
    slip = slip_in(text)
    assert slip is not None
    assert (slip.kind, slip.changes) == (kind, ())


@pytest.mark.parametrize("text", ['{"a": 1}', "<html>", '{"a": "open', '{"a": "say "x" now"}', "[" * 100_000, "NaN"])
def test_other_texts_have_none(text: str) -> None:
    assert slip_in(text) is None

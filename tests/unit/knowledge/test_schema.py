"""The schema takes what the loader takes and refuses what it refuses."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
from tracemend.knowledge import model
from tracemend.knowledge.schema import DESCRIPTIONS, schema
from tracemend.knowledge.yaml_source import parse, read

from .test_rules import SOUND

VALIDATOR = jsonschema.Draft202012Validator(schema())
SECOND = """\
id: area.other
title: Other
summary: One line.
documented: new
reviewed: "2026-11-23"
match:
  - {tool: [shell, pip], literal: [not found here], code: {not: open-bracket-before}}
  - {diagnostic: {tool: mypy, code: [a, b]}, severity: warning, exit: 1, winerror: [5, 32]}
meaning: It means this.
command: 'pip (?P<rest>.+)'
causes:
  - use: shared.not-installed
  - {id: two, text: t, evidence: [a, {fact: b, of: c, calls: [x]}]}
fixes:
  - {id: a, title: t, command: {posix: [[a, b], [c]], windows: [a]}, when: {os: [linux], place: ci}}
  - {id: b, title: t, command: {recipe: install, distribution: "{d}"}}
  - {id: c, title: t, setting: {file: f, table: t, key: k, value: [1]}, preferred: false, caution: c}
  - {id: d, title: t, edit: {recipe: retry, attempts: 5}}
examples: [{diagnostic: {source: s, code: c, message: m}, observed: false, seen_at: "https://a.example"}]
"""


def test_it_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(schema())
    for name in DESCRIPTIONS:
        cls, _, field = name.partition(".")
        assert field in getattr(model, cls)._fields, name


@pytest.mark.parametrize("text", [SOUND, SECOND, "id: a.b\ndisabled: true\n"])
def test_sound_entries_are_valid(text):
    assert [error.message for error in VALIDATOR.iter_errors(parse(text, "f").data)] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("summary: One line.\n", ""),
        ("title: Other", "title: 5"),
        ("title: Other", "titel: Other"),
        ("documented: new", "documented: wel"),
        ("severity: warning", "severity: fatal"),
        ("exit: 1", "exit: '1'"),
        ("use: shared.not-installed", "use: not-installed"),
        ("use: shared.not-installed", "use: shared.x\n    id: y"),
        ("{id: two, text: t,", "{id: Two, text: t,"),
        ("{id: two, text: t,", "{id: two,"),
        ("posix:", "linux:"),
        ("place: ci", "place: moon"),
        ("edit: {recipe: retry, attempts: 5}", "edit: {attempts: 5}"),
        ("edit: {recipe: retry, attempts: 5}", "edit: retry, steps: [a]"),
        ("[a, {fact: b, of: c, calls: [x]}]", "{of: c}"),
    ],
)
def test_broken_ones_are_not(old, new):
    assert old in SECOND
    assert list(VALIDATOR.iter_errors(parse(SECOND.replace(old, new, 1), "f").data))


def test_it_finds_what_is_broken_in_shape_in_the_broken_pack():
    folder = Path(__file__).parents[2] / "data" / "broken-pack" / "broken"
    for name in (
        "a-list",
        "missing-key",
        "no-clause",
        "not-a-list",
        "truth-as-text",
        "two-kinds",
        "unknown-errno",
        "unknown-key",
        "wrong-kind",
    ):
        assert list(VALIDATOR.iter_errors(read(folder / f"{name}.yaml").data)), name

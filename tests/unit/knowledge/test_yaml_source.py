"""YAML with positions: what is taken, what is refused, and where it says so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from tracemend.knowledge import yaml_source
from tracemend.knowledge.yaml_source import MAX_BYTES, MAX_DEPTH, parse, read


@pytest.fixture(params=["C", "Python"])
def loader(request, monkeypatch):
    if request.param == "Python":
        monkeypatch.setattr(yaml, "CSafeLoader", yaml.SafeLoader)
    elif not yaml.__with_libyaml__:
        pytest.skip("no libyaml")


@pytest.mark.usefixtures("loader")
def test_data_and_the_lines_of_keys():
    document = parse("id: a.b\ncauses:\n  - id: x\n    when: {os: [linux,\n      macos]}\n  - id: y\n", "f.yaml")
    assert document.data == {"id": "a.b", "causes": [{"id": "x", "when": {"os": ["linux", "macos"]}}, {"id": "y"}]}
    assert document.lines["causes[0].when.os[1]"] == 5
    assert document.lines["causes[1].id"] == 6


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", 5),
        ("-5", -5),
        ("0.1", 0.1),
        ("true", True),
        ("null", None),
        ("", None),
        ("'5'", "5"),
        ("'true'", "true"),
        ("3.10.1", "3.10.1"),
        ("12:30:45", "12:30:45"),
        ("=", "="),
        ("1e5", "1e5"),
        ("~", None),
        ("'2026-11-23'", "2026-11-23"),
        ("'no'", "no"),
    ],
)
def test_plain_scalars_are_those_of_yaml_1_2(text, value):
    found = parse(f"key: {text}\n", "f.yaml").data["key"]
    assert (found, type(found)) == (value, type(value))


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "line", "says", "advice"),
    [
        ("a: 1\nb: 2026-11-23\n", 2, "date", "in quotes"),
        ("a: yes\n", 1, "truth value", "true or false"),
        ("a: 0644\n", 1, "differ", "in quotes"),
        ("a: 1\na: 2\n", 2, "twice, first on line 1", "Leave one"),
        ("a: &x 1\nb: *x\n", 1, "anchor", "Write the value out"),
        ("a: !!python/name:os.system ''\n", 1, "tag", "Leave the tag out"),
        ("a:\n  <<: {b: 1}\n", 2, "<<", "key"),
        ("? [a]\n: b\n", 1, "key has to be a text", "quotes"),
        ("a: 1\n---\nb: 1\n", 2, "second document", "One entry"),
        ("a:\n  - b\n\t- c\n", 3, "YAML", "not tabs|with blanks"),
        ("a: b: c\n", 1, "mapping values", "quotes"),
        ("a: [1,\nb: 2\n", 3, "began on line 1", r"Close the \["),
        ('a: "\\d"\n', 1, "YAML", r"\\\\ for a backslash"),
        ("a: \x07\n", 1, "YAML", r"\\x1b"),
    ],
)
def test_what_is_refused_is_named_with_its_line(text, line, says, advice):
    document = parse(text, "f.yaml")
    assert document.data is None
    fault = document.faults[0]
    assert fault.line == line
    assert says in fault.message
    assert re.search(advice, fault.advice), fault.advice


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("text", ["[" * 200_000, "a: " + "{b: " * 50_000, "- " * 50_000])
def test_deep_nesting_ends_early_and_not_in_the_interpreter(text):
    document = parse(text, "f.yaml")
    assert document.data is None
    assert f"deeper than {MAX_DEPTH}" in document.faults[0].message or "YAML" in document.faults[0].message


def test_too_many_values(monkeypatch):
    monkeypatch.setattr(yaml_source, "MAX_NODES", 100)
    assert "more than" in parse("[" + "a," * 200 + "]", "f.yaml").faults[0].message


def test_files(tmp_path):
    large = tmp_path / "large.yaml"
    large.write_bytes(b"a: b\n#" + b"x" * MAX_BYTES)
    assert "larger" in read(large).faults[0].message
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("a: b\nb: é\n".encode("latin-1"))
    assert (read(latin).faults[0].line, "UTF-8" in read(latin).faults[0].message) == (2, True)
    assert "cannot be read" in read(tmp_path / "none.yaml").faults[0].message
    marked = tmp_path / "marked.yaml"
    marked.write_bytes("\ufeffa: é\r\n".encode())
    assert read(marked).data == {"a": "é"}


def test_the_knowledge_is_read_alike_without_libyaml():
    """PyYAML's own parser is stricter: a question mark that ends a text in `[a?]` begins a key there."""
    for path in sorted((Path(__file__).parents[3] / "knowledge").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        fast, pure = (
            [(type(event), getattr(event, "value", None)) for event in yaml.parse(text, Loader=loader)]
            for loader in (getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader)
        )
        assert fast == pure, path

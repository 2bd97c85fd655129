"""Plain data to entries: short forms, strictness, and the way to the compiled form and back."""

from __future__ import annotations

import marshal

import pytest
from tracemend.knowledge.fault import maker
from tracemend.knowledge.model import Clause, Command, Edit, Entry
from tracemend.knowledge.structure import entry_from_data, entry_to_data, structure_entry
from tracemend.knowledge.yaml_source import parse


def entry_of(text: str) -> Entry:
    document = parse(text, "f.yaml")
    entry, faults = structure_entry(document.data, maker("f.yaml", document.lines))
    assert not faults
    assert entry is not None
    return entry


def faults_of(text: str) -> dict[str | None, tuple[int | None, str, str]]:
    document = parse(text, "f.yaml")
    assert not document.faults
    entry, faults = structure_entry(document.data, maker("f.yaml", document.lines))
    assert entry is None
    return {fault.key: (fault.line, fault.message, fault.advice) for fault in faults}


@pytest.mark.parametrize(
    ("written", "clauses"),
    [
        ("path-exists", (Clause("path-exists"),)),
        ("[path-exists, parent-missing]", (Clause("path-exists"), Clause("parent-missing"))),
        ("{not: command-installed, of: name}", (Clause("command-installed", "name", {}, True),)),
        ("{fact: line-has, syntax: condition}", (Clause("line-has", None, {"syntax": "condition"}),)),
        (
            "[a, {not: b}, {fact: c, of: key, calls: [re.match, re.search]}]",
            (Clause("a"), Clause("b", negated=True), Clause("c", "key", {"calls": ["re.match", "re.search"]})),
        ),
    ],
)
def test_evidence_and_code_in_every_form(written, clauses):
    entry = entry_of(
        f"id: a\nmatch: [{{exception: E, code: {written}}}]\ncauses: [{{id: x, text: t, evidence: {written}}}]"
    )
    assert entry.causes[0].evidence == clauses
    assert entry.match[0].code == clauses


@pytest.mark.parametrize(
    ("written", "command"),
    [
        ("[ls, -l]", Command((("ls", "-l"),), (("ls", "-l"),))),
        ("[[a, b], [c]]", Command((("a", "b"), ("c",)), (("a", "b"), ("c",)))),
        (
            "{posix: [chmod, u+w], windows: [[attrib, -R], [b]]}",
            Command((("chmod", "u+w"),), (("attrib", "-R"), ("b",))),
        ),
        ("{windows: [a]}", Command((), (("a",),))),
        ("{recipe: install, distribution: '{d}'}", Command(recipe="install", arguments={"distribution": "{d}"})),
    ],
)
def test_commands_in_every_form(written, command):
    assert entry_of(f"id: a\nfixes: [{{id: x, title: t, command: {written}}}]").fixes[0].command == command


def test_edits_texts_or_lists_and_error_numbers():
    entry = entry_of(
        "id: a\n"
        "match:\n"
        "  - {exception: PermissionError, errno: [EACCES, 1], winerror: 5, exit: [1, 2]}\n"
        "  - {errno: EADDRINUSE, diagnostic: {tool: mypy, code: [a, b]}}\n"
        "fixes:\n"
        "  - {id: x, title: t, edit: atomic-write, when: {os: linux}}\n"
        "  - {id: y, title: t, edit: {recipe: retry, attempts: 5, backoff: 0.1, exceptions: [A]}}\n"
    )
    assert entry.match[0].exception == ("PermissionError",)
    assert entry.match[0].errno == (13, 1)
    assert entry.match[0].winerror == (5,)
    assert entry.match[1].errno == (98, 48), "Linux prints 98 and macOS 48"
    assert entry.match[1].diagnostic.code == ("a", "b")
    assert entry.fixes[0].edit == Edit("atomic-write")
    assert entry.fixes[0].when.os == ("linux",)
    assert entry.fixes[1].edit == Edit("retry", {"attempts": 5, "backoff": 0.1, "exceptions": ["A"]})


def test_all_faults_come_at_once_each_with_line_and_advice():
    faults = faults_of(
        'id: a\ntitle: 5\nmatch:\n  - mesage: x\n    exit: "1"\ncauses:\n  - text: t\n    fixes: one\n'
        'general: "yes"\nexamples:\n  - expect: {params: {line: 5}}\ndocumented: wel\n'
    )
    assert faults["title"] == (2, "a text is wanted, not the number 5.", "Put it in quotes.")
    assert faults["match[0].mesage"] == (4, "unknown key `mesage`.", "Did you mean `message`?")
    assert faults["match[0].exit[0]"][0] == 5
    assert faults["causes[0].id"] == (7, "`id` is missing.", "Add `id:`.")
    assert faults["causes[0].fixes"][0] == 8
    assert faults["general"][1] == "a truth value is wanted, not the text 'yes'."
    assert faults["examples[0].expect.params.line"][0] == 11
    assert faults["documented"][2] == "Did you mean `well`?"
    assert len(faults) == 8


@pytest.mark.parametrize(
    "wrong",
    [
        "evidence: 5",
        "evidence: [[a]]",
        "evidence: {fact: a, not: b}",
        "evidence: {of: a}",
        "evidence: {fact: a, of: 5}",
        "command: []",
        "command: [chmod, 644]",
        "command: {linux: [a]}",
        "command: ''",
        "edit: 5",
        "edit: {attempts: 5}",
        "steps: Do it.",
        "setting: {file: a}",
        "when: linux",
        "preferred: 1",
    ],
)
def test_wrong_forms_of_a_fix(wrong):
    faults = faults_of(f"id: a\nfixes:\n  - id: x\n    title: t\n    {wrong}\n")
    assert all(line == (5 if "setting" not in wrong else line) and advice for line, _, advice in faults.values())


FULL = """
id: a.b
title: "{path}"
match: [{exception: [A, B], errno: EPERM, diagnostic: {tool: mypy, code: x}, code: {not: c, of: d, n: 1}}]
causes: [{id: x, text: t, when: {os: linux, python: ">=3.10"}, evidence: [a, {fact: b, k: [1, {z: 2}]}], fixes: [f]}]
fixes:
  - {id: f, title: t, command: {posix: [[a], [b]]}, preferred: false, caution: c}
  - {id: g, title: t, setting: {file: p, key: k, value: [1, true]}, evidence: a, when: {shell: [bash]}}
  - {id: h, title: t, edit: {recipe: r, n: 0.5}}
platforms: {linux: x}
questions: [{ask: a, answer: b}]
sources: [{title: t, url: "https://a"}]
seen_with: {numpy: ["2.4.6"]}
examples: [{output: o, expect: {params: {a: b}, line: 3}}, {diagnostic: {source: s, code: c, message: m}, exit: 1}]
not_examples: [{output: n, entry: c.d}]
general: true
"""


def test_the_plain_form_is_canonical_and_comes_back_as_the_same_entry():
    entry = entry_of(FULL)
    data = entry_to_data(entry)
    stored = marshal.loads(marshal.dumps(data, 4))
    assert entry_from_data(stored) == entry
    assert entry_to_data(entry_from_data(stored)) == data
    assert data["causes"][0]["evidence"] == [{"fact": "a"}, {"fact": "b", "arguments": {"k": [1, {"z": 2}]}}]
    assert "documented" not in data, "what has its default is left out"
    assert isinstance(entry_from_data(stored).match[0].diagnostic.code, tuple)


def test_a_body_is_read_without_yaml_and_cattrs_in_well_under_a_millisecond():
    import subprocess
    import sys
    import time

    data = entry_to_data(entry_of(FULL))
    best = min(_timed(data, time.perf_counter) for _ in range(5))
    assert best < 0.001
    code = (
        "import sys; from tracemend.knowledge.structure import entry_from_data; entry_from_data({'id': 'a'});"
        "import tracemend.knowledge.patterns, tracemend.knowledge.packs;"
        "slow = {'yaml', 'cattrs', 'platformdirs', 'difflib', 'tracemend.knowledge.hanging'};"
        "print(sorted(slow & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def _timed(data, clock):
    start = clock()
    for _ in range(10):
        entry_from_data(data)
    return (clock() - start) / 10

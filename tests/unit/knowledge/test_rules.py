"""The rules on what an entry says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tracemend.knowledge.packs import Pack, read_pack
from tracemend.knowledge.rules import check_content

SOUND = """\
id: area.name
title: "Denied: {path}"
summary: One line.
documented: well
reviewed: "2026-11-23"
match:
  - {exception: PermissionError, errno: EACCES, python: ">=3.10"}
meaning: It means this.
causes:
  - {id: one, text: A cause., when: {os: linux}, fixes: [mend, tell]}
fixes:
  - {id: mend, title: Mend it, edit: atomic-write}
  - {id: tell, title: Tell, steps: ["Run: pipx install NAME", "Close {path}."]}
platforms: {windows: Other words.}
questions:
  - {ask: Should I run it as root?, answer: "No. chmod 777 or verify=False would only hide it."}
sources: [{title: A, url: "https://a.example/1"}, {title: B, url: "https://b.example/"}]
examples:
  - {output: "PermissionError: [Errno 13] Permission denied: 'a'", expect: {cause: one, preferred: mend}}
"""


def check(folder: Path, text: str, proofs: tuple[str, ...] = ("name.mend.py",)) -> list[tuple[str | None, int | None]]:
    (folder / "area").mkdir()
    (folder / "area" / "name.yaml").write_text(text, encoding="utf-8")
    for name in proofs:
        (folder / "area" / name).write_text("")
    content = read_pack(Pack("p", folder))
    assert not content.faults
    faults = check_content(content, date(2026, 11, 26))
    assert all(fault.advice for fault in faults)
    return [(fault.key, fault.line) for fault in faults]


def test_a_sound_entry(tmp_path):
    assert check(tmp_path, SOUND) == []


@pytest.mark.parametrize(
    ("old", "new", "key", "line"),
    [
        ("summary: One line.\n", "", "summary", 1),
        ("One line.", "x" * 121, "summary", 3),
        ("It means this.", "x" * 301, "meaning", 8),
        ("It means this.", "It failed!", "meaning", 8),
        ("It means this.", "It means this.\nno_edit: Nothing in the code is wrong.", "no_edit", 9),
        ("https://b.example/", "https://a.example/1", "documented", 4),
        ("https://b.example/", "http://b.example/", "sources[1].url", 17),
        ('"2026-11-23"', '"23.11.2026"', "reviewed", 5),
        ('"2026-11-23"', '"2026-13-01"', "reviewed", 5),
        ('">=3.10"', '"3.10+"', "match[0].python", 7),
        ("os: linux", "os: ubuntu", "causes[0].when.os", 10),
        ("[mend, tell]", "[mend]", "fixes[1]", 13),
        ("[mend, tell]", "[mend, tell, other]", "causes[0].fixes", 10),
        ("{id: one, text", "{id: One_, text", "causes[0].id", 10),
        ("{windows: Other", "{beos: Other", "platforms.beos", 14),
        ("Close {path}.", "Run sudo pip install x.", "fixes[1].steps[1]", 13),
        ("Close {path}.", "chmod -R 777 {path}.", "fixes[1].steps[1]", 13),
        ("Close {path}.", "close it", "fixes[1].steps[1]", 13),
        ("Close {path}.", "Write {{ path }}.", "fixes[1].steps[1]", 13),
        ("Close {path}.", "Write {{{{ path }}}} or {{1: 2}}.", None, None),
        ("Tell, steps: [", "Run it as root, steps: [", "fixes[1].title", 13),
        ('"Close {path}."]}', "]}", None, None),
        ("cause: one", "cause: two", "examples[0].expect.cause", 19),
        ("preferred: mend", "preferred: x", "examples[0].expect.preferred", 19),
        ("examples:\n", "examples:\n  - {observed: false, output: x}\n", "examples[0]", 19),
        ("examples:\n", "examples:\n  - {source: x}\n", "examples[0]", 19),
        ('"Denied: {path}"', "'\"Denied: {path}\"'", "title", 2),
        ('"Denied: {path}"', '"{path} is denied"', "title", 2),
        ('"Denied: {path}"', '"{path|A file} is denied ({path2})"', None, None),
        ("sources:", "related: [area.none]\nsources:", "related[0]", 17),
        ("sources:", "related: [area.name]\nsources:", "related[0]", 17),
    ],
)
def test_each_rule(tmp_path, old, new, key, line):
    assert old in SOUND
    found = check(tmp_path, SOUND.replace(old, new, 1))
    if key is None:
        assert found == []
    else:
        assert (key, line) in found


def test_a_step_may_say_what_not_to_do(tmp_path):
    text = SOUND.replace("Close {path}.", "Do not run it as root.").replace(
        "Run: pipx", "Never use sudo pip; run: pipx"
    )
    assert check(tmp_path, text) == []


SYNTAX_ERROR = """\
examples:
  - output: |2
        File "a.py", line 3
          x = (
              ^
      SyntaxError: '(' was never closed
"""


def test_a_syntax_error_keeps_its_blanks(tmp_path):
    assert check(tmp_path, SOUND.replace("examples:\n", SYNTAX_ERROR, 1)) == []
    (tmp_path / "lost").mkdir()
    lost = SYNTAX_ERROR.replace("|2", "|").replace("\n      Syntax", "\n        Syntax")
    assert ("examples[0].output", 19) in check(tmp_path / "lost", SOUND.replace("examples:\n", lost, 1))


@pytest.mark.parametrize(
    ("proofs", "wanted"),
    [((), True), (("name.mend.py",), False), (("name.mend.form.py",), False), (("name.mend-it.py",), True)],
)
def test_an_edit_needs_a_proof(tmp_path, proofs, wanted):
    assert (("fixes[0].edit", 12) in check(tmp_path, SOUND, proofs)) == wanted


def test_a_disabled_entry_has_an_id_alone(tmp_path):
    assert check(tmp_path, "id: area.name\ndisabled: true\ntitle: x\n", ()) == [("title", 3)]


def test_a_pattern_of_evidence_could_hang_as_well(tmp_path):
    text = SOUND.replace("when: {os: linux}", 'evidence: {fact: printed-line, pattern: "(a+)+b"}')
    (tmp_path / "area").mkdir()
    (tmp_path / "area" / "name.yaml").write_text(text, encoding="utf-8")
    faults = read_pack(Pack("p", tmp_path)).faults
    assert [(fault.key, fault.line) for fault in faults] == [("causes[0].evidence[0].pattern", 10)]


def test_one_general_entry_for_an_exception(tmp_path):
    text = SOUND.replace("documented", "general: true\ndocumented")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "name.yaml").write_text(text.replace("area.name", "other.name"))
    (tmp_path / "other" / "name.mend.py").write_text("")
    assert [key for key, _ in check(tmp_path, text)] == ["general"]

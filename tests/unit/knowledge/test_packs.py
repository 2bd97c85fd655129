"""Folders of entries: broken files are named and skipped, hostile ones stopped, and the sound ones are read."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path

import pytest
from tracemend.knowledge import packs, rules
from tracemend.knowledge.packs import Pack, content_hash, pack_at, read_pack, stamp

DATA = Path(__file__).parents[2] / "data"
BROKEN = DATA / "broken-pack"
HOSTILE = DATA / "hostile-pack"

EXPECTED = {
    "broken/a-list.yaml": (1, "not a list", "id:"),
    "broken/alias.yaml": (2, "anchor", "Write the value out"),
    "broken/bad-pattern.yaml": (7, "no regular expression", "Mend the expression"),
    "broken/colon-in-text.yaml": (3, "mapping values", "quotes"),
    "broken/duplicate-key.yaml": (8, "first on line 3", "Leave one"),
    "broken/empty.yaml": (1, "not nothing", "id:"),
    "broken/missing-key.yaml": (10, "`title` is missing", "Add"),
    "broken/no-clause.yaml": (9, "fact", "{fact: name, of: capture}"),
    "broken/not-a-list.yaml": (9, "a list is wanted", "[...]"),
    "broken/not-utf-8.yaml": (2, "UTF-8", "Save"),
    "broken/nothing-to-find.yaml": (7, "found by", "two fixed words"),
    "broken/open-bracket.yaml": (9, "YAML", "Close the [...]"),
    "broken/open-quote.yaml": (11, "YAML", "close every quote"),
    "broken/slow-pattern.yaml": (7, "repeat inside a repeat", "fixed text"),
    "broken/tab-indent.yaml": (7, "YAML", "blanks"),
    "broken/tag.yaml": (2, "tag", "Leave the tag out"),
    "broken/truth-as-text.yaml": (5, "truth value", "without quotes"),
    "broken/two-documents.yaml": (8, "second document", "One entry"),
    "broken/two-kinds.yaml": (10, "edit and steps", "exactly one"),
    "broken/unknown-errno.yaml": (7, "EACCESS", "EACCES"),
    "broken/unknown-key.yaml": (7, "`mesage`", "`message`"),
    "broken/unknown-shared.yaml": (9, "shared.nowhere", "write the cause out"),
    "broken/unquoted-date.yaml": (5, "date", '"2026-11-23"'),
    "broken/uses-broken-shared.yaml": (9, "is broken", "Mend that file"),
    "broken/wrong-id.yaml": (1, "does not fit", "id: broken.wrong-id"),
    "broken/wrong-kind.yaml": (2, "the number 5", "quotes"),
    "shared/cause-without-text.yaml": (1, "`text` is missing", "Add"),
}


def test_every_broken_file_is_named_with_line_and_advice_and_the_sound_ones_are_read():
    content = read_pack(pack_at(BROKEN))
    assert {entry.id for entry in content.entries} == {"sound.plain", "sound.shared", "sound.off"}
    assert set(content.data) == {"sound.plain", "sound.shared", "sound.off"}
    found = {Path(fault.file).relative_to(BROKEN).as_posix(): fault for fault in content.faults}
    assert set(found) == set(EXPECTED)
    assert len(content.faults) == len(EXPECTED), "one fault for each"
    for name, (line, says, advice) in EXPECTED.items():
        fault = found[name]
        assert fault.line == line, name
        assert says in f"{fault.key} {fault.message}".replace("stands inside", "inside"), name
        assert advice in fault.advice, name


def test_shared_causes_are_put_in_with_their_fixes_unless_the_entry_has_its_own():
    content = read_pack(pack_at(BROKEN))
    entry = next(entry for entry in content.entries if entry.id == "sound.shared")
    assert [cause.id for cause in entry.causes] == ["not-installed", "misspelt", "one"]
    assert [(fix.id, fix.title) for fix in entry.fixes] == [
        ("mend", "Mend it"),
        ("spell-it", "Spell it my way"),
        ("install-it", "Install it"),
    ]
    file = BROKEN / "sound" / "shared.yaml"
    assert rules.line_of(file, "causes[1].text") == 10, "the line of `use`"
    assert rules.line_of(file, "causes[2].text") == 12, "behind two shared causes"
    assert not rules.check_content(content, date(2026, 11, 26))


def test_a_hostile_pack_is_stopped_quickly():
    start = time.perf_counter()
    content = read_pack(pack_at(HOSTILE))
    assert time.perf_counter() - start < 3
    assert [entry.id for entry in content.entries] == ["python.os.permission-denied"]
    assert content.pack.name == "builtin (workspace)", "it cannot call itself the built-in pack"
    says = {Path(fault.file).stem: fault.message for fault in content.faults}
    assert "begin alike" in says["hangs"]
    assert "more than 2 repeats" in says["hangs-slowly"]
    assert "inside a repeat" in says["hangs-on-the-command"]
    assert "control character" in says["newline-in-command"]
    assert "control character" in says["escape-in-command"]
    assert "anchor" in says["bomb"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
def test_links_out_of_the_pack_and_round_in_circles_are_not_followed(tmp_path):
    folder = tmp_path / "pack"
    (folder / "area").mkdir(parents=True)
    secret = tmp_path / "secret.yaml"
    secret.write_text("password: x\n")
    (folder / "area" / "leak.yaml").symlink_to(secret)
    (folder / "area" / "circle").symlink_to(folder)
    (folder / "area" / "whole").symlink_to(tmp_path)
    (folder / "area" / "off.yaml").write_text("id: area.off\ndisabled: true\n")
    content = read_pack(Pack("p", folder))
    assert [entry.id for entry in content.entries] == ["area.off"]
    assert ["symbolic link" in fault.message for fault in content.faults] == [True]
    assert not any("password" in str(fault) for fault in content.faults)


def test_what_is_no_entry_is_left_alone(tmp_path):
    for name in ("tables/t.yaml", "shared/s.yaml", ".git/x.yaml", "pack.yaml", "area/name.fix.py", "README.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("description: x\n" if name == "pack.yaml" else "id: s\ntext: t\n")
    content = read_pack(Pack("p", tmp_path))
    assert (content.entries, content.faults) == ((), ())
    assert not read_pack(Pack("p", tmp_path / "none")).entries


def test_the_number_of_files_is_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(packs, "MAX_FILES", 3)
    for number in range(5):
        (tmp_path / f"e{number}.yaml").write_text(f"id: e{number}\ndisabled: true\n")
    content = read_pack(Pack("p", tmp_path))
    assert len(content.entries) == 3
    assert "more than 3" in content.faults[0].message


def test_names_of_packs(tmp_path):
    root = tmp_path / "project"
    assert packs.workspace_pack(root) is None
    (root / ".tracemend").mkdir(parents=True)
    found = packs.workspace_pack(root)
    assert found is not None
    assert (found.name, found.builtin) == ("project", False)
    (root / ".tracemend" / "pack.yaml").write_text("name: The team's\n")
    assert packs.workspace_pack(root).name == "The team's"
    (root / ".tracemend" / "pack.yaml").write_text("name: User\nversion: 1\n")
    assert packs.workspace_pack(root).name == "User (workspace)"
    assert "unknown key `version`" in read_pack(packs.workspace_pack(root)).faults[0].message
    assert pack_at(packs.builtin_pack().folder).builtin


def test_the_users_pack(tmp_path, monkeypatch):
    monkeypatch.setattr(packs, "user_folder", lambda: tmp_path / "knowledge")
    assert packs.user_pack() is None
    (tmp_path / "knowledge").mkdir()
    assert packs.user_pack() == Pack("user", tmp_path / "knowledge")


def test_a_stamp_changes_with_every_file_and_a_hash_with_content_alone(tmp_path):
    pack = Pack("p", tmp_path)
    file = tmp_path / "a.yaml"
    file.write_text("id: a\n")
    seen = [(stamp(pack), content_hash(pack))]
    os.utime(file, ns=(1, 1))
    seen.append((stamp(pack), content_hash(pack)))
    file.write_text("id: b\n")
    os.utime(file, ns=(1, 1))
    seen.append((stamp(pack), content_hash(pack)))
    (tmp_path / "b.yaml").write_text("")
    seen.append((stamp(pack), content_hash(pack)))
    assert seen[0][0] != seen[1][0]
    assert seen[0][1] == seen[1][1]
    assert seen[1][1] != seen[2][1]
    assert len({one for one, _ in seen}) == 3, "size and time alone do not show the third"
    assert len({one for _, one in seen}) == 3

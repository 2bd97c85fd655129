"""A new entry begins as a file that loads."""

from __future__ import annotations

import pytest
from tracemend.knowledge.packs import Pack, read_pack
from tracemend.knowledge.rules import check_content
from tracemend.knowledge.scaffold import new_entry

TRACEBACK = 'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n    x\nValueError: a: b # {c}\n'


@pytest.mark.parametrize(
    ("output", "kept"),
    [
        (None, None),
        (" \n", None),
        (TRACEBACK, TRACEBACK),
        (TRACEBACK.replace("\n", "\r\n"), TRACEBACK),
        (
            '  File "a.py", line 1\n    (\n    ^\nSyntaxError: x',
            '  File "a.py", line 1\n    (\n    ^\nSyntaxError: x\n',
        ),
        ("\x1b[31mred\x1b[0m\tx\n", "\x1b[31mred\x1b[0m\tx\n"),
        ("one\n\n   \ntwo\n", "one\n\n\ntwo\n"),
    ],
)
def test_it_loads_with_its_output(tmp_path, output, kept):
    path = new_entry(tmp_path, "area.topic.name", output)
    assert path == tmp_path / "area" / "topic" / "name.yaml"
    content = read_pack(Pack("p", tmp_path))
    assert content.faults == ()
    assert check_content(content) == []
    assert kept is None or content.entries[0].examples[0].output == kept


def test_nothing_is_overwritten(tmp_path):
    path = new_entry(tmp_path, "area.name", None)
    path.write_text("mine")
    with pytest.raises(FileExistsError, match="there already"):
        new_entry(tmp_path, "area.name", None)
    assert path.read_text() == "mine"


@pytest.mark.parametrize("id", ["", "one", "../etc.passwd", "a..b", "A.b", "a.b/c", "shared.x", "tables.x", "a.b\n"])
def test_what_is_no_id(tmp_path, id):
    with pytest.raises(ValueError, match="is no id"):
        new_entry(tmp_path, id, None)
    assert list(tmp_path.iterdir()) == []

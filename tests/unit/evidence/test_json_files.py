"""What is wrong in the JSON file that the failing statement reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tracemend.context import Context, DiskDocuments
from tracemend.evidence.fact import Inquiry
from tracemend.evidence.json_files import json_file_mistake
from tracemend.reading.scanner import read_text
from tracemend.source.place import locate

PROGRAM = """\
import json
from pathlib import Path


def read(name):
    return json.loads(Path(name).read_text())


print(read("a.json"))
"""


def ask(folder: Path, content: str, *kinds: str, message: str | None = None) -> tuple[bool | None, str | None]:
    """The fact for a program that reads a file with this content, and fails as Python does, or with `message`."""
    program = folder / "app.py"
    program.write_text(PROGRAM)
    (folder / "a.json").write_text(content)
    if message is None:
        with pytest.raises(json.JSONDecodeError) as failed:
            json.loads(content)
        message = str(failed.value)
    printed = (
        f'Traceback (most recent call last):\n  File "{program}", line 9, in <module>\n    print(read("a.json"))\n'
        f'  File "{program}", line 6, in read\n    return json.loads(Path(name).read_text())\n'
        f"json.decoder.JSONDecodeError: {message}\n"
    )
    ((report,),) = (block for block in read_text(printed))
    context = Context(origin="here", folder=str(folder), roots=(str(folder),), documents=DiskDocuments())
    found = json_file_mistake(Inquiry(None, {"kinds": list(kinds)}, {}, report, locate(report, context), context))
    return found.holds, found.seen


def test_the_first_slip_is_named(tmp_path: Path) -> None:
    seen = "a.json, line 2: a comma stands before the closing bracket."
    assert ask(tmp_path, '{"a":\n [1,]}', "comma-too-many") == (True, seen)
    assert ask(tmp_path, '{"a":\n [1,]}', "python-word", "comment") == (False, seen)


def test_a_file_that_was_changed_since_says_nothing(tmp_path: Path) -> None:
    message = "Expecting value: line 1 column 40 (char 39)"
    assert ask(tmp_path, '{"a": [1,]}', "comma-too-many", message=message) == (None, None)
    assert ask(tmp_path, '{"a": [1]}', "comma-too-many", message=message) == (None, None)


def test_where_no_file_is_seen_some_messages_say_it(tmp_path: Path) -> None:
    message = "Expecting ',' delimiter: line 1 column 40 (char 39)"
    assert ask(tmp_path, "{}", "comma-missing", message=message) == (True, None)
    assert ask(tmp_path, "{}", "comment", message=message) == (False, None)
    for char, empty, comma in ((0, None, False), (39, False, None)):
        message = f"Expecting value: line 1 column {char + 1} (char {char})"
        assert ask(tmp_path, "{}", "empty", message=message) == (empty, None)
        assert ask(tmp_path, "{}", "comma-too-many", message=message) == (comma, None)
        assert ask(tmp_path, "{}", "comment", "empty", message=message) == (None, None)

"""Cells of notebooks, which VS Code opens as documents of their own; the text is the cell's part of what
`jupyter-nbconvert --execute` 7.17 with IPython 9.18 printed, without its colours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from raw import RawClient
from tracemend.fixes.recipe import TextEdit, apply_edits
from tracemend.source.text import SourceText

CELL = "vscode-notebook-cell:/home/dev/a.ipynb#W1sZmlsZQ%3D%3D"
TEXT = 'settings = {"host": "a", "port": 1}\n\ndef broken():\n    return settings["hots"]\n'
PRINTED = """\
---------------------------------------------------------------------------
KeyError                                  Traceback (most recent call last)
Cell In[2], line 1
----> 1 broken()

Cell In[1], line 4, in broken()
      3 def broken():
----> 4     return settings["hots"]

KeyError: 'hots'
"""


def test_an_error_is_published_on_its_cell_and_mended(raw: RawClient, workspace: Path) -> None:
    raw.initialize(workspace)
    raw.open(CELL, TEXT)
    raw.printed(workspace, PRINTED)
    (diagnostic,) = raw.diagnostics(CELL)
    assert diagnostic["range"]["start"]["line"] == 3
    params = {"textDocument": {"uri": CELL}, "range": diagnostic["range"], "context": {"diagnostics": [diagnostic]}}
    actions = raw.request("textDocument/codeAction", params)["result"]
    mend = next(action for action in actions if "hots" not in action["title"] and "host" in action["title"])
    edit = mend.get("edit") or raw.request("codeAction/resolve", mend)["result"]["edit"]
    changes = edit.get("changes") or {one["textDocument"]["uri"]: one["edits"] for one in edit["documentChanges"]}
    assert list(changes) == [CELL], "in the client's spelling"
    assert "host" in changes[CELL][0]["newText"]
    raw.notify("textDocument/didClose", {"textDocument": {"uri": CELL}})
    assert raw.diagnostics(CELL, wanted=lambda diagnostics: not diagnostics) == []


def test_two_cells_with_the_line_are_none(raw: RawClient, workspace: Path) -> None:
    raw.initialize(workspace)
    raw.open(CELL, TEXT)
    raw.open(CELL.replace("#W1", "#W2"), TEXT)
    raw.printed(workspace, PRINTED)
    place = {"textDocument": {"uri": CELL}, "position": {"line": 3, "character": 15}}
    assert raw.request("textDocument/hover", place)["result"] is None


NAME = """\
---------------------------------------------------------------------------
NameError                                 Traceback (most recent call last)
Cell In[2], line {line}
{shown}

NameError: name 'json' is not defined
"""


def _resolved(raw: RawClient, uri: str, name: str) -> dict[str, list[dict[str, Any]]]:
    """The edits, by document, of the action on a cell's only error whose title has a word."""
    (diagnostic,) = raw.diagnostics(uri)
    params = {"textDocument": {"uri": uri}, "range": diagnostic["range"], "context": {"diagnostics": [diagnostic]}}
    actions = raw.request("textDocument/codeAction", params)["result"]
    action = next(one for one in actions if name in one["title"])
    edit = action.get("edit") or raw.request("codeAction/resolve", action)["result"]["edit"]
    return edit.get("changes") or {one["textDocument"]["uri"]: one["edits"] for one in edit["documentChanges"]}


@pytest.mark.parametrize(
    ("text", "line", "at"),
    [
        ("data = {'é': 1}\nprint(json.dumps(data))\n", 2, 0),
        ("import math\n\nprint(json.dumps(math.pi))\n", 3, None),
        ("# größe\nprint(json.dumps([1]))\n", 2, None),
        ("%matplotlib inline\nprint(json.dumps([1]))\n", 2, None),
        ("%%time\nprint(json.dumps([1]))\n", 2, None),
    ],
)
def test_an_import_goes_into_the_cell_that_needs_it(
    raw: RawClient, tmp_path: Path, text: str, line: int, at: int | None
) -> None:
    raw.initialize(tmp_path)
    other = CELL.replace("#W1", "#W0")
    raw.open(other, "import os\nprint(os.name)\n")
    raw.open(CELL, text)
    lines = text.splitlines()
    shown = "\n".join(
        f"{'----> ' if number == line else '      '}{number} {one}" for number, one in enumerate(lines, 1)
    )
    raw.printed(tmp_path, NAME.format(line=line, shown=shown))
    changes = _resolved(raw, CELL, "import json")
    assert list(changes) == [CELL]
    after = _edited(text, changes[CELL])
    assert "import json\n" in after
    assert after.replace("import json\n", "", 1).replace("\n", "") == text.replace("\n", "")
    assert after.index("import json") < after.index("print(json")
    if text.startswith("%%"):
        assert after.startswith("%%"), "a cell's magic is its first line"


def test_each_of_two_cells_gets_its_own_edit(raw: RawClient, workspace: Path) -> None:
    raw.initialize(workspace)
    texts = {CELL: TEXT, CELL.replace("#W1", "#W2"): 'ports = {"http": 80}\n\nprint(ports["htpp"])\n'}
    for uri, text in texts.items():
        raw.open(uri, text)
    raw.printed(workspace, PRINTED)
    raw.printed(
        workspace,
        "---------------------------------------------------------------------------\n"
        "KeyError                                  Traceback (most recent call last)\n"
        'Cell In[3], line 3\n      1 ports = {"http": 80}\n----> 3 print(ports["htpp"])\n\nKeyError: \'htpp\'\n',
        execution="2",
        command="jupyter nbconvert b.ipynb",
    )
    second = CELL.replace("#W1", "#W2")
    assert list(_resolved(raw, second, "Use http")) == [second]
    assert list(_resolved(raw, CELL, "Use host")) == [CELL]


def test_a_cell_that_is_edited_is_mended_where_the_line_is_or_not_at_all(raw: RawClient, workspace: Path) -> None:
    raw.initialize(workspace)
    raw.open(CELL, TEXT)
    raw.printed(workspace, PRINTED)
    raw.diagnostics(CELL)
    raw.change(CELL, 2, {"text": TEXT + "\nbroken()\n"})
    ((edit, *_),) = _resolved(raw, CELL, "Use host").values()
    assert edit["range"]["start"]["line"] == 3
    # Two lines further down nothing but the text says that it is this cell's: no edit rather than a wrong one.
    raw.change(CELL, 3, {"text": "# new\n\n" + TEXT})
    everywhere = {"start": {"line": 0, "character": 0}, "end": {"line": 6, "character": 0}}
    params = {"textDocument": {"uri": CELL}, "range": everywhere, "context": {"diagnostics": []}}
    for action in raw.request("textDocument/codeAction", params)["result"]:
        resolved = raw.request("codeAction/resolve", action)["result"] if "command" not in action else action
        for one in (resolved.get("edit") or {}).get("documentChanges", ()):
            assert one["edits"][0]["range"]["start"]["line"] == 5


def _edited(text: str, edits: list[dict[str, Any]]) -> str:
    source = SourceText(text)
    made = []
    for edit in edits:
        ends = [
            source.offset(edit["range"][end]["line"] + 1, edit["range"][end]["character"]) for end in ("start", "end")
        ]
        made.append(TextEdit(ends[0], ends[1], edit["newText"]))
    return apply_edits(text, tuple(made))

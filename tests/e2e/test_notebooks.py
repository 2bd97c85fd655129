"""Cells of notebooks, which VS Code opens as documents of their own; the text is the cell's part of what
`jupyter-nbconvert --execute` 7.17 with IPython 9.18 printed, without its colours."""

from __future__ import annotations

from pathlib import Path

from raw import RawClient

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

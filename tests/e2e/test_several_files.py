"""Fixes that change several files, make or rename one: offered to clients that can, made for the files as they are."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from conftest import run
from raw import CAPABILITIES, RawClient

APP = "import smtplib\n\nimport email\n\nprint(email.greeting('Ada'))\n"
HIDING = "def greeting(name):\n    return 'Dear ' + name  # é\n"
OTHER = "x = 1\nfrom email import greeting  # ours\n"
MARKED = "import pytest\n\n\n@pytest.mark.nightly\ndef test_a():\n    pass\n"
WARNED = """\
=============================== warnings summary ===============================
test_app.py:4
  {folder}/test_app.py:4: PytestUnknownMarkWarning: Unknown pytest.mark.nightly - is this a typo?  You can register \
custom marks to avoid this warning - for details, see https://docs.pytest.org/en/stable/how-to/mark.html
    @pytest.mark.nightly

-- Docs: https://docs.pytest.org/en/stable/how-to/capture-warnings.html
1 passed, 1 warning in 0.01s
"""


def able(*operations: str, changes: bool = True, resolve: bool = True) -> dict[str, Any]:
    """Capabilities of a client that can do these things with files."""
    found = copy.deepcopy(CAPABILITIES)
    edit: dict[str, Any] = {"documentChanges": changes}
    if operations:
        edit["resourceOperations"] = list(operations)
    found.setdefault("workspace", {})["workspaceEdit"] = edit
    if not resolve:
        found["textDocument"]["codeAction"].pop("resolveSupport", None)
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path.resolve() / "plain"
    root.mkdir()
    for name, text in (("app.py", APP), ("email.py", HIDING), ("other.py", OTHER), ("test_app.py", MARKED)):
        (root / name).write_bytes(text.encode())
    return root


def offered(client: RawClient, folder: Path, name: str = "app.py", printed: str | None = None) -> list[dict[str, Any]]:
    """The code actions on the error of a program."""
    uri = (folder / name).as_uri()
    client.open(uri, (folder / name).read_text("utf-8"))
    client.printed(folder, run(folder / name) if printed is None else printed, execution=name)
    (diagnostic, *_) = client.diagnostics(uri)
    params = {"textDocument": {"uri": uri}, "range": diagnostic["range"], "context": {"diagnostics": [diagnostic]}}
    return list(client.request("textDocument/codeAction", params)["result"])


def fix(actions: list[dict[str, Any]], name: str) -> dict[str, Any] | None:
    return next((action for action in actions if (action.get("data") or {}).get("fix") == name), None)


def edit_of(client: RawClient, action: dict[str, Any]) -> dict[str, Any] | None:
    found = action.get("edit") or client.request("codeAction/resolve", action)["result"].get("edit")
    return dict(found) if found else None


def test_a_file_is_renamed_and_its_imports_go_along(raw: RawClient, folder: Path) -> None:
    raw.initialize(folder, capabilities=able("create", "rename", "delete"))
    action = fix(offered(raw, folder), "rename-file")
    assert action is not None
    assert action["isPreferred"]
    edit = edit_of(raw, action)
    assert edit is not None
    *texts, renamed = edit["documentChanges"]
    assert {one["textDocument"]["uri"]: one["textDocument"]["version"] for one in texts} == {
        (folder / "app.py").as_uri(): 1,
        (folder / "other.py").as_uri(): None,
    }
    assert [one["newText"] for one in texts[1]["edits"]] == ["my_email"]
    assert renamed == {
        "kind": "rename",
        "oldUri": (folder / "email.py").as_uri(),
        "newUri": (folder / "my_email.py").as_uri(),
        "options": {"overwrite": False, "ignoreIfExists": False},
    }


@pytest.mark.parametrize("resolve", [True, False])
@pytest.mark.parametrize("operations", [(), ("create",), ("rename",)])
@pytest.mark.parametrize("changes", [True, False])
def test_what_a_client_cannot_do_with_files_is_not_offered(
    raw: RawClient, folder: Path, operations: tuple[str, ...], changes: bool, resolve: bool
) -> None:
    raw.initialize(folder, capabilities=able(*operations, changes=changes, resolve=resolve))
    can = changes and "rename" in operations
    assert (fix(offered(raw, folder), "rename-file") is not None) == can
    registered = fix(offered(raw, folder, "test_app.py", WARNED.format(folder=folder)), "register")
    assert (registered is not None) == (changes and "create" in operations)


def test_a_new_file_comes_with_its_text(raw: RawClient, folder: Path) -> None:
    raw.initialize(folder, capabilities=able("create"))
    action = fix(offered(raw, folder, "test_app.py", WARNED.format(folder=folder)), "register")
    assert action is not None
    edit = edit_of(raw, action)
    assert edit is not None
    made, text = edit["documentChanges"]
    assert (made["kind"], made["uri"]) == ("create", (folder / "pytest.ini").as_uri())
    assert text["textDocument"] == {"uri": made["uri"], "version": None}
    assert text["edits"][0]["newText"] == "[pytest]\nmarkers =\n    nightly\n"


def test_a_file_that_is_edited_needs_no_operation_and_the_editors_text_counts(raw: RawClient, folder: Path) -> None:
    raw.initialize(folder, capabilities=able(changes=False))
    config = folder / "pytest.ini"
    config.write_text("[pytest]\n")
    raw.open(config.as_uri(), "# é\n[pytest]\naddopts = -q\n")
    action = fix(offered(raw, folder, "test_app.py", WARNED.format(folder=folder)), "register")
    assert action is not None
    edit = edit_of(raw, action)
    assert edit is not None
    ((uri, edits),) = edit["changes"].items()
    assert uri == config.as_uri()
    assert edits[0]["range"]["start"] == {"line": 2, "character": 0}


def test_a_fix_is_made_for_the_files_as_they_are_when_it_is_chosen(raw: RawClient, folder: Path) -> None:
    raw.initialize(folder, capabilities=able("create", "rename"))
    action = fix(offered(raw, folder), "rename-file")
    assert action is not None
    (folder / "other.py").write_text("\n\nfrom email import greeting\n")
    edit = edit_of(raw, copy.deepcopy(action))
    assert edit is not None
    assert edit["documentChanges"][1]["edits"][0]["range"]["start"]["line"] == 2
    (folder / "other.py").write_text("from email import greeting, message\n")
    assert edit_of(raw, copy.deepcopy(action)) is None, "it cannot be told any more which is meant"
    (folder / "other.py").write_text("")
    (folder / "my_email.py").write_text("")
    edit = edit_of(raw, copy.deepcopy(action))
    assert edit is not None
    assert edit["documentChanges"][-1]["newUri"] == (folder / "own_email.py").as_uri()
    (folder / "email.py").unlink()
    assert edit_of(raw, copy.deepcopy(action)) is None

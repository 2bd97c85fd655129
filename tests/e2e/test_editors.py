"""The main job with the capabilities that real editors have sent, recorded by pytest-lsp."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_lsp
from conftest import LINE, PROGRAM
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities
from tracemend.lsp.positions import Units
from tracemend.source.text import SourceText

EDITORS = ["visual_studio_code", "neovim", "emacs"]


@pytest_lsp.fixture(
    params=EDITORS, config=ClientServerConfig(server_command=[sys.executable, "-m", "tracemend", "serve"])
)
async def editor(request: pytest.FixtureRequest, lsp_client: LanguageClient, tmp_path: Path) -> AsyncIterator[None]:
    root = tmp_path.resolve() / "work"
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(request.param),
            root_uri=root.as_uri(),
            workspace_folders=[types.WorkspaceFolder(uri=root.as_uri(), name="work")],
            initialization_options={"tracemend": {"trusted": True}},
        )
    )
    yield
    await lsp_client.shutdown_session()


@pytest.mark.asyncio
async def test_diagnostic_hover_and_fix(editor: LanguageClient, workspace: Path, printed: str) -> None:
    uri = (workspace / "app.py").as_uri()
    editor.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "python", 1, PROGRAM)))
    editor.protocol.notify(
        "tracemend/terminalOutput",
        {
            "terminal": "1",
            "execution": "1",
            "command": "python app.py",
            "cwd": str(workspace),
            "data": printed,
            "exitCode": 1,
            "done": True,
        },
    )
    for _ in range(200):
        if editor.diagnostics.get(uri):
            break
        await asyncio.sleep(0.05)
    (diagnostic,) = editor.diagnostics[uri]
    assert diagnostic.range.start.line == LINE
    assert diagnostic.code == "lookup.key"

    document = types.TextDocumentIdentifier(uri)
    hover = await editor.text_document_hover_async(types.HoverParams(document, diagnostic.range.start))
    assert isinstance(hover, types.Hover)
    assert isinstance(hover.contents, types.MarkupContent)
    assert hover.contents.kind == types.MarkupKind.Markdown
    assert len(hover.contents.value.splitlines()) <= 12
    assert "command:" not in hover.contents.value

    answer = await editor.text_document_code_action_async(
        types.CodeActionParams(document, diagnostic.range, types.CodeActionContext([diagnostic]))
    )
    assert [action.title for action in answer or ()] == [
        "Use host",
        "Print the key: show the command",
        "Explain",
        "Dismiss",
    ]
    # lsprotocol reads an action that has a command as a mere Command.
    actions = [action for action in answer or () if isinstance(action, types.CodeAction)]
    assert all(action.kind == types.CodeActionKind.QuickFix for action in actions)
    assert all(list(action.diagnostics or ()) == [diagnostic] for action in actions)
    assert [action.title for action in actions if action.is_preferred] == ["Use host"]

    action = actions[0]
    resolving = editor.capabilities.text_document.code_action.resolve_support  # type: ignore[union-attr]  # recorded: it is there
    assert (action.edit is None) == (resolving is not None)
    if action.edit is None:
        action = await editor.code_action_resolve_async(action)
    program = workspace / "app.py"
    program.write_text(applied(editor, action, uri), encoding="utf-8")
    done = subprocess.run([sys.executable, str(program)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    change = types.TextDocumentContentChangeWholeDocument(text=program.read_text(encoding="utf-8"))
    identifier = types.VersionedTextDocumentIdentifier(uri=uri, version=2)
    editor.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))
    await editor.text_document_hover_async(types.HoverParams(document, types.Position(0, 0)))
    assert not editor.diagnostics[uri]


def applied(editor: LanguageClient, action: types.CodeAction, uri: str) -> str:
    """The program with the action's edit, which has the form that the editor can take."""
    assert action.edit is not None
    wanted = editor.capabilities.workspace.workspace_edit  # type: ignore[union-attr]  # recorded: it is there
    if wanted is not None and wanted.document_changes:
        assert action.edit.changes is None
        (change,) = action.edit.document_changes or ()
        assert isinstance(change, types.TextDocumentEdit)
        assert (change.text_document.uri, change.text_document.version) == (uri, 1)
        edits = [edit for edit in change.edits if isinstance(edit, types.TextEdit)]
    else:
        assert action.edit.document_changes is None
        edits = list((action.edit.changes or {})[uri])
    source, units = SourceText(PROGRAM), Units("utf-32")
    text = PROGRAM
    for edit in sorted(edits, key=lambda edit: -edit.range.start.line):
        start, end = units.offset(source, edit.range.start), units.offset(source, edit.range.end)
        text = text[:start] + edit.new_text + text[end:]
    return text

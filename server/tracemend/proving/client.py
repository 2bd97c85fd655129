"""A client of the real server over stdio, as far as proofs need one."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

from cattrs import Converter
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from tracemend import __version__
from tracemend.proving.rights import as_not_root

ANSWER_LIMIT = 20.0
"""Seconds to wait for a diagnostic; the server needs milliseconds."""


def _converter() -> Any:
    """pygls' converter; its own rule takes a code action that has a command for a bare command."""
    from pygls.protocol import default_converter

    converter: Converter = default_converter()  # type: ignore[no-untyped-call]  # pygls leaves its answer out

    def action(data: Any, _: Any) -> Any:
        bare = isinstance(data.get("command"), str)
        return converter.structure(data, types.Command if bare else types.CodeAction)

    converter.register_structure_hook(types.Command | types.CodeAction, action)
    return converter


def _plain(answer: Any) -> Any:
    """A command's answer as plain data: pygls makes named tuples of objects that it has no type for."""
    if isinstance(answer, tuple) and hasattr(answer, "_asdict"):
        return {key: _plain(value) for key, value in answer._asdict().items()}
    if isinstance(answer, dict):
        return {key: _plain(value) for key, value in answer.items()}
    return [_plain(value) for value in answer] if isinstance(answer, list | tuple) else answer


class ProofClient:
    """Starts the server without root's rights over files, so that it sees what the program saw.

    `interpreter` is the Python that programs run with, as an editor tells it.
    """

    def __init__(self, interpreter: str = sys.executable) -> None:
        self._interpreter = interpreter
        self._client: Any = LanguageClient("tracemend-prove", __version__, converter_factory=_converter)
        self._published: dict[str, list[types.Diagnostic]] = {}
        self._changed = asyncio.Event()
        self._executions = 0
        self._versions: dict[Path, int] = {}

        def published(params: types.PublishDiagnosticsParams) -> None:
            self._published[params.uri] = list(params.diagnostics)
            self._changed.set()

        def told(params: types.LogMessageParams | types.ShowMessageParams) -> None:
            """What the server logs or shows is not part of a proof."""

        self._client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(published)
        self._client.feature(types.WINDOW_LOG_MESSAGE)(told)
        self._client.feature(types.WINDOW_SHOW_MESSAGE)(told)

    async def start(self, root: Path) -> None:
        """Start the server with `root` as its workspace."""
        # pygls makes a pipe for standard error that nobody reads: the log must not fill it.
        await self._client.start_io(
            sys.executable, "-m", "tracemend", "serve", "--log-file", os.devnull, preexec_fn=as_not_root()
        )
        await self._client.initialize_async(
            types.InitializeParams(
                capabilities=types.ClientCapabilities(
                    general=types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind.Utf32]),
                    text_document=types.TextDocumentClientCapabilities(
                        code_action=types.CodeActionClientCapabilities(
                            data_support=True,
                            is_preferred_support=True,
                            resolve_support=types.ClientCodeActionResolveOptions(properties=["edit"]),
                            code_action_literal_support=types.ClientCodeActionLiteralOptions(
                                code_action_kind=types.ClientCodeActionKindOptions(value_set=["quickfix"])
                            ),
                        )
                    ),
                    workspace=types.WorkspaceClientCapabilities(
                        workspace_edit=types.WorkspaceEditClientCapabilities(
                            document_changes=True,
                            resource_operations=[
                                types.ResourceOperationKind.Create,
                                types.ResourceOperationKind.Rename,
                            ],
                        )
                    ),
                ),
                workspace_folders=[types.WorkspaceFolder(uri=root.as_uri(), name=root.name)],
                root_uri=root.as_uri(),
                initialization_options={"tracemend": {"trusted": True, "interpreter": self._interpreter}},
            )
        )
        self._client.initialized(types.InitializedParams())

    async def stop(self) -> None:
        """End the server."""
        await self._client.shutdown_async(None)
        self._client.exit(None)
        await asyncio.wait_for(self._client.stop(), ANSWER_LIMIT)

    def open(self, file: Path) -> None:
        """Open a file in the editor that this client plays."""
        with file.open(encoding="utf-8", newline="") as source:
            text = source.read()
        item = types.TextDocumentItem(uri=file.as_uri(), language_id="python", version=1, text=text)
        self._client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))

    def change(self, file: Path, text: str) -> None:
        """Put a text in the place of an open file's."""
        self._versions[file] = self._versions.get(file, 1) + 1
        document = types.VersionedTextDocumentIdentifier(uri=file.as_uri(), version=self._versions[file])
        self._client.text_document_did_change(
            types.DidChangeTextDocumentParams(document, [types.TextDocumentContentChangeWholeDocument(text)])
        )

    def published(self, folder: Path) -> dict[str, list[types.Diagnostic]]:
        """What diagnostics the files below a folder have now, by URI."""
        start = folder.as_uri() + "/"
        return {uri: found for uri, found in self._published.items() if uri.startswith(start) and found}

    def close(self, file: Path) -> None:
        """Close it again."""
        document = types.TextDocumentIdentifier(uri=file.as_uri())
        self._client.text_document_did_close(types.DidCloseTextDocumentParams(text_document=document))

    async def printed(self, folder: Path, command: str, text: str, status: int) -> None:
        """Tell the server what a command printed in its terminal."""
        self._executions += 1
        self._client.protocol.notify(
            "tracemend/terminalOutput",
            {
                "terminal": str(folder),
                "execution": str(self._executions),
                "command": command,
                "cwd": str(folder),
                "data": text,
                "exitCode": status,
                "done": True,
            },
        )

    async def diagnostics(self, file: Path) -> list[types.Diagnostic]:
        """The diagnostics on a file, as soon as there are any; empty when the time is up."""
        uri = file.as_uri()

        async def published() -> None:
            while not self._published.get(uri):
                self._changed.clear()
                await self._changed.wait()

        try:
            await asyncio.wait_for(published(), ANSWER_LIMIT)
        except asyncio.TimeoutError:
            return []
        return self._published[uri]

    async def actions(self, file: Path, diagnostic: types.Diagnostic) -> list[types.CodeAction]:
        """The code actions on a diagnostic."""
        answer = await self._client.text_document_code_action_async(
            types.CodeActionParams(
                text_document=types.TextDocumentIdentifier(uri=file.as_uri()),
                range=diagnostic.range,
                context=types.CodeActionContext(diagnostics=[diagnostic]),
            )
        )
        return [action for action in answer or () if isinstance(action, types.CodeAction)]

    async def hover(self, file: Path, position: types.Position) -> str:
        """What a hover over a position says; empty where it says nothing."""
        answer = await self._client.text_document_hover_async(
            types.HoverParams(text_document=types.TextDocumentIdentifier(uri=file.as_uri()), position=position)
        )
        contents = answer.contents if answer else None
        return contents.value if isinstance(contents, types.MarkupContent) else ""

    async def command_text(self, diagnostic: types.Diagnostic, fix: str) -> str | None:
        """The text that a command fix puts into the terminal; None where it is not offered."""
        id = diagnostic.data["id"] if isinstance(diagnostic.data, dict) else ""
        answer = await self._client.workspace_execute_command_async(
            types.ExecuteCommandParams(command="tracemend.card", arguments=[{"id": id}])
        )
        for diagnosis in _plain(answer)["diagnoses"]:
            for known in diagnosis["fixes"]:
                if known["id"] == fix and known["kind"] == "command":
                    return str(known["text"])
        return None

    async def resolve(self, action: types.CodeAction) -> types.CodeAction:
        """The action with its edit."""
        return action if action.edit else await self._client.code_action_resolve_async(action)

"""The preferred fix of a failing program, got from the real server and made as a client makes it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lsprotocol import types
from tracemend.fixes.recipe import TextEdit, apply_edits
from tracemend.proving.client import ProofClient
from tracemend.source.text import SourceText

PATIENCE = 12.0
"""Seconds to wait for a diagnostic."""


@dataclass(frozen=True)
class Fix:
    """What the preferred code action did: its diagnostic, its id and title, and the files before and after. A renamed
    file has gone under its old name (None after) and stands under its new one (None before)."""

    diagnostic: types.Diagnostic
    id: str
    title: str
    before: dict[Path, str | None]
    after: dict[Path, str | None]

    def write(self) -> None:
        """Make the edit on the disk."""
        for path, text in self.after.items():
            if text is None:
                path.unlink()
            else:
                path.write_bytes(text.encode("utf-8", "surrogateescape"))


async def preferred(client: ProofClient, work: Path) -> tuple[Fix | None, str]:
    """The preferred edit among the actions on all diagnostics of a folder's files; with None, what there was."""
    found = await _diagnostics(client, work)
    for uri, diagnostics in found.items():
        for diagnostic in diagnostics:
            fix = await preferred_on(client, _path(uri), diagnostic)
            if fix is not None:
                return fix, f"{diagnostic.code}: {fix.title}"
    codes = " ".join(str(one.code) for diagnostics in found.values() for one in diagnostics)
    return None, codes or "no diagnostic"


async def preferred_on(client: ProofClient, file: Path, diagnostic: types.Diagnostic) -> Fix | None:
    """The preferred edit of one diagnostic."""
    for action in await client.actions(file, diagnostic):
        if action.is_preferred:
            resolved = await client.resolve(action)
            if resolved.edit is not None:
                data: Any = action.data if isinstance(action.data, dict) else {}
                before, after = _made(resolved.edit)
                return Fix(diagnostic, str(data.get("fix")), action.title, before, after)
    return None


async def _diagnostics(client: ProofClient, work: Path) -> dict[str, list[types.Diagnostic]]:
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while True:
        found = client.published(work)
        if found or asyncio.get_running_loop().time() > deadline:
            return found
        await asyncio.sleep(0.02)


def _path(uri: str) -> Path:
    return Path(unquote(urlsplit(uri).path))


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "surrogateescape")


def _made(edit: types.WorkspaceEdit) -> tuple[dict[Path, str | None], dict[Path, str | None]]:
    """The files that an edit touches, before and after it."""
    before: dict[Path, str | None] = {}
    after: dict[Path, str | None] = {}
    changes: list[Any] = [*(edit.document_changes or ())]
    changes += [
        types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri), list(edits))
        for uri, edits in (edit.changes or {}).items()
    ]
    for change in changes:
        if isinstance(change, types.RenameFile):
            old, new = _path(change.old_uri), _path(change.new_uri)
            before.update({old: _read(old), new: None})
            after.update({old: None, new: after.get(old) or _read(old)})
        elif isinstance(change, types.CreateFile):
            before[_path(change.uri)], after[_path(change.uri)] = None, ""
        elif isinstance(change, types.TextDocumentEdit):
            path = _path(change.text_document.uri)
            if path not in after:
                before[path] = after[path] = _read(path)
            after[path] = _edited(after[path] or "", change.edits)
    return before, after


def _edited(text: str, edits: Any) -> str:
    source = SourceText(text)
    return apply_edits(
        text,
        tuple(
            TextEdit(
                source.offset(one.range.start.line + 1, one.range.start.character),
                source.offset(one.range.end.line + 1, one.range.end.character),
                one.new_text,
            )
            for one in edits
        ),
    )

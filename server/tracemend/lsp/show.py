"""Shows a text to clients that cannot show a command's result: as a Markdown file, else as a message."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from tracemend.lsp.language_server import TracemendServer

_CARDS = 50
"""So many files are kept; the oldest is written over."""
_MESSAGE = 2_000


async def show(ls: TracemendServer, markdown: str) -> None:
    """Open the text beside, or show its begin as a message."""
    window = ls.client_capabilities.window
    if window is not None and window.show_document is not None and window.show_document.support:
        import asyncio

        path = await asyncio.to_thread(write_card, markdown, cards_folder())
        if path is not None:
            uri = path.as_uri()
            answer = await ls.window_show_document_async(types.ShowDocumentParams(uri=uri, take_focus=True))
            if answer is not None and answer.success:
                return
    text = markdown if len(markdown) <= _MESSAGE else markdown[: _MESSAGE - 1] + "…"
    ls.window_show_message(types.ShowMessageParams(type=types.MessageType.Info, message=text))


def cards_folder() -> Path:
    """The folder for cards in the user's cache."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("tracemend", appauthor=False)) / "cards"


def write_card(markdown: str, folder: Path) -> Path | None:
    """Write a text to a file that the user alone may read; None where that fails."""
    name = hashlib.sha1(markdown.encode("utf-8", "replace")).hexdigest()[:12]
    path = folder / f"{name}.md"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for old in sorted(folder.glob("*.md"), key=lambda file: file.stat().st_mtime)[: -_CARDS + 1]:
            old.unlink(missing_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(markdown)
    except OSError:
        return None
    return path

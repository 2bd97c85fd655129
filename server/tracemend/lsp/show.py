"""Shows a text to clients that cannot show a command's result: as a Markdown file, else as a message."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from tracemend import lazy, user_folders
from tracemend.digest import digest

if TYPE_CHECKING:
    from tracemend.lsp.language_server import TracemendServer

_CARDS = 50
"""So many files are kept; the oldest is written over."""
_MESSAGE = 2_000
_RULED_OUT = lazy.regex(r"^[^\w\n]*Not the cause: .*\n", re.MULTILINE)


async def show(ls: TracemendServer, markdown: str) -> None:
    """Open the text beside, or show its begin as a message.

    A message is sent before this returns, so before the answer to the command: Emacs before 30 leaves what comes in
    one piece with an answer unread until the server sends something else.
    """
    import asyncio

    window = ls.client_capabilities.window
    path = await asyncio.to_thread(write_card, markdown, cards_folder())
    if path is not None and window is not None and window.show_document is not None and window.show_document.support:
        ls.start(_open(ls, markdown, path))  # the client may answer only when it has its own answer
    else:
        _tell(ls, markdown, path)


async def _open(ls: TracemendServer, markdown: str, path: Path) -> None:
    # Without the focus editors open it beside the program instead of in its place.
    answer = await ls.window_show_document_async(types.ShowDocumentParams(uri=path.as_uri(), take_focus=False))
    if answer is None or not answer.success:
        _tell(ls, markdown, path)


def _tell(ls: TracemendServer, markdown: str, path: Path | None) -> None:
    text = as_message(markdown, path)
    ls.window_show_message(types.ShowMessageParams(type=types.MessageType.Info, message=text))


def as_message(markdown: str, path: Path | None) -> str:
    """The plain text, or as many of its first paragraphs as a message takes and where the rest is. Of a long one the
    causes that are none are left out."""
    from tracemend.lsp.plain import plain_text

    text = plain_text(markdown).strip()
    if len(text) <= _MESSAGE:
        return text
    text = _RULED_OUT.sub("", text)
    end = text.rfind("\n\n", 0, _MESSAGE)
    text = text[: end if end > 0 else _MESSAGE].rstrip()
    return f"{text}\n\nAll of it: {path}" if path is not None else f"{text}\n…"


def cards_folder() -> Path:
    """The folder for cards in the user's cache."""
    return user_folders.cache_folder() / "cards"


def write_card(markdown: str, folder: Path) -> Path | None:
    """Write a text to a file that the user alone may read; None where that fails.

    One that is there already is left alone: editors that have it open would ask whether to read it anew.
    """
    data = markdown.encode("utf-8", "replace")
    path = folder / f"{digest(data, 12)}.md"
    try:
        if path.is_file() and path.read_bytes() == data:
            return path
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for old in sorted(folder.glob("*.md"), key=lambda file: file.stat().st_mtime)[: -_CARDS + 1]:
            old.unlink(missing_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except OSError:
        return None
    return path

"""A text that a person chose: a selection of a document, or what was pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from tracemend.lsp.commandline import origin_of
from tracemend.lsp.engine import in_thread
from tracemend.lsp.uris import to_path

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis
    from tracemend.lsp.language_server import TracemendServer

MOST = 4 * 1024 * 1024
"""Characters of a selection that are read."""


async def diagnose_text(
    ls: TracemendServer,
    text: str,
    *,
    folder: str | None = None,
    input: str = "-",
    command: str | None = None,
    look: bool = False,
) -> list[Diagnosis]:
    """The errors of a text, in its order. It is not of this machine unless it shows that it is.

    `command` says that a terminal of this machine printed it, and after which command line (empty: not known).
    """
    text = text[:MOST]
    diagnoser = await ls.engine.diagnoser()
    origin = "elsewhere" if command is None else origin_of(command)
    context = ls.engine.context(origin, folder=folder, command=command or None, selected=True)
    found = await in_thread(lambda: diagnoser.diagnose(text, context, look=False, input=input), len(text))
    if look:
        import asyncio

        found = [await asyncio.to_thread(diagnoser.look, one) for one in found]
    return [ls.engine.remember(one) for one in found]


async def diagnose_selection(
    ls: TracemendServer, uri: str, range: types.Range, text: str | None = None, *, look: bool = False
) -> list[Diagnosis]:
    """The errors of a selection: of `text` where it is given, else of the document's lines as they are now."""
    if text is None:
        text = selected_text(ls, uri, range)
    return await diagnose_text(ls, text, input=to_path(uri) or uri, look=look) if text else []


def selected_text(ls: TracemendServer, uri: str, range: types.Range) -> str | None:
    """The text of a range, its first line whole: indentation tells a traceback's lines apart."""
    document = ls.documents.get(uri)
    source = document.source if document else ls.documents.source(to_path(uri) or "")
    if source is None:
        return None
    start = source.offset(range.start.line + 1, 0)
    end = ls.units.offset(source, range.end)
    return source.text[start:end]

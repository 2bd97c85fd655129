"""The documents that the client has open: their text, split where LSP splits it, and what was edited in them.

pygls keeps its own copies, but splits them at form feeds and Unicode separators too, and puts an edit past a line's
end one character too early; so its copies are not used.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lsprotocol import types

from tracemend.context import Cell, DiskDocuments
from tracemend.lsp.edits import LineEdit, line_edit
from tracemend.lsp.positions import Units
from tracemend.lsp.uris import path_key, to_path, uri_key
from tracemend.source.text import SourceText

_CELL = "vscode-notebook-cell:"
"""The scheme that VS Code's clients give to cells, which they open as documents of their own."""
_HISTORY = 200
"""So many edits of a document are remembered, to move what is said of an older version."""


@dataclass(slots=True)
class OpenDocument:
    """A document as the client has it now. `uri` is the client's spelling, `path` the file's where it is one."""

    uri: str
    key: str
    path: str | None
    language: str
    version: int
    source: SourceText
    history: deque[tuple[int, LineEdit]] = field(default_factory=lambda: deque(maxlen=_HISTORY))
    forgotten: int = -(2**31)
    """Edits up to the one that led to this version are not in `history` any more."""

    @property
    def is_python(self) -> bool:
        """Whether it is Python source, by its language or name."""
        return self.language == "python" or (self.path or self.uri).endswith((".py", ".pyi", ".pyw"))

    @property
    def is_log(self) -> bool:
        """Whether it is a log, by its language or name."""
        return self.language == "log" or (not self.is_python and (self.path or self.uri).endswith((".log", ".out")))

    def since(self, version: int) -> list[LineEdit] | None:
        """The edits after a version; None where they are not remembered."""
        if version < self.forgotten:
            return None
        return [edit for made, edit in self.history if made > version]


class OpenDocuments:
    """All open documents. Reads (`Documents` of context.py) may come from any thread, changes from the loop only."""

    def __init__(self, units: Units) -> None:
        self.units = units
        self._open: dict[str, OpenDocument] = {}
        self._real: dict[str, str] = {}
        self._disk = DiskDocuments()

    def __iter__(self) -> Iterator[OpenDocument]:
        return iter(list(self._open.values()))

    def get(self, uri: str) -> OpenDocument | None:
        """The open document of a URI, however it is spelled."""
        return self._open.get(uri_key(uri))

    def by_key(self, key: str) -> OpenDocument | None:
        """The open document of a key (uris.py)."""
        return self._open.get(key)

    def open(self, item: types.TextDocumentItem) -> OpenDocument:
        """A document was opened (or is opened again)."""
        key, path = uri_key(item.uri), to_path(item.uri)
        document = OpenDocument(item.uri, key, path, item.language_id, item.version, SourceText(item.text))
        self._open[key] = document
        if path is not None:
            self._real[path_key(os.path.realpath(path))] = key
        return document

    def close(self, uri: str) -> OpenDocument | None:
        """A document was closed; the one that it was."""
        document = self._open.pop(uri_key(uri), None)
        self._real = {real: key for real, key in self._real.items() if document is None or key != document.key}
        return document

    def change(self, params: types.DidChangeTextDocumentParams) -> tuple[OpenDocument, list[LineEdit]] | None:
        """Make the changes; the document with what they did to its lines. None for one that is not open."""
        document = self.get(params.text_document.uri)
        if document is None:
            return None
        edits = []
        for change in params.content_changes:
            edit = self._apply(document, change)
            if edit is not None:
                if len(document.history) == _HISTORY:
                    document.forgotten = document.history[0][0]
                document.history.append((params.text_document.version, edit))
                edits.append(edit)
        document.version = params.text_document.version
        return document, edits

    def _apply(self, document: OpenDocument, change: types.TextDocumentContentChangeEvent) -> LineEdit | None:
        old = document.source
        if not isinstance(change, types.TextDocumentContentChangePartial):
            document.source = SourceText(change.text)
            return line_edit(_bare(old.lines), _bare(document.source.lines))
        start = self.units.offset(old, change.range.start)
        end = max(start, self.units.offset(old, change.range.end))
        document.source = SourceText(old.text[:start] + change.text + old.text[end:])
        # Lines outside the range are the same, but a line feed put behind a lone carriage return joins two ends.
        first = max(old.position(start)[0] - 2, 0)
        below = max(old.line_count - old.position(end)[0] - 1, 0)
        old_lines, new_lines = old.lines, document.source.lines
        return line_edit(
            _bare(old_lines[first : len(old_lines) - below]),
            _bare(new_lines[first : len(new_lines) - below]),
            first + 1,
            from_below=old.position(start)[1] == 0,
        )

    def share(self, key: str, source: SourceText) -> None:
        """Use a text that was split into its lines already, where it is the document's."""
        document = self._open.get(key)
        if document is not None and document.source is not source and document.source.text == source.text:
            document.source = source

    def source(self, key_or_path: str) -> SourceText | None:
        """The text of an open document, or of a file."""
        document = self._open.get(key_or_path) or self.at_path(key_or_path)
        if document is not None:
            return document.source
        text = self._disk.read(key_or_path) if os.path.isabs(key_or_path) else None
        return None if text is None else SourceText(text)

    def at_path(self, path: str) -> OpenDocument | None:
        """The open document of a file, also where one of them is reached by a symbolic link."""
        document = self._open.get(path_key(path))
        if document is None and self._real:
            key = self._real.get(path_key(os.path.realpath(path)))
            document = self._open.get(key) if key else None
        return document

    def cells(self) -> Iterable[Cell]:
        """The Python cells of open notebooks."""
        return [Cell(one.uri, one.source.text) for one in self if one.uri.startswith(_CELL) and one.is_python]

    def read(self, path: str) -> str | None:
        """The text of the file at an absolute path: the open buffer's, else the disk's."""
        document = self.at_path(path)
        return document.source.text if document is not None else self._disk.read(path)


def _bare(lines: list[str]) -> list[str]:
    return [line.rstrip("\r\n") for line in lines]

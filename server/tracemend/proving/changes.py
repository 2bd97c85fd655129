"""What a code action's edit makes of files: worked out as a client makes it, held against what a fix may do."""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lsprotocol import types

from tracemend.fixes.recipe import TextEdit, apply_edits
from tracemend.source.text import SourceText


class NotAllowed(Exception):
    """The edit does what a fix may not do; the text says what."""


def applied(before: str, action: types.CodeAction, program: Path) -> str:
    """A program's text with the action's edits of it made. Raises NotAllowed where there are none."""
    if action.edit is None:
        raise NotAllowed("the code action has no edit")
    edits = [
        one
        for change in text_edits(action.edit)
        if change.text_document.uri == program.as_uri()
        for one in change.edits
        if isinstance(one, types.TextEdit)
    ]
    if not edits:
        raise NotAllowed("the edit does not touch the program")
    return edited(before, edits)


def make(edit: types.WorkspaceEdit, folder: Path) -> None:
    """Make an edit in the files of a folder. Raises NotAllowed, before anything is written, where it touches more than
    it has to."""
    texts: dict[Path, str | None] = {}

    def read(path: Path) -> str | None:
        if folder not in path.parents:
            raise NotAllowed(f"the edit touches {path}, outside of the folder")
        if path not in texts:
            texts[path] = _read(path) if path.exists() else None
        return texts[path]

    for change in _changes(edit):
        if isinstance(change, types.TextDocumentEdit):
            path = path_of(change.text_document.uri)
            before = read(path)
            if before is None:
                raise NotAllowed(f"the edit changes {path.name}, which is not there")
            texts[path] = edited(before, [one for one in change.edits if isinstance(one, types.TextEdit)])
        elif isinstance(change, types.CreateFile):
            if read(path_of(change.uri)) is not None:
                raise NotAllowed(f"the edit makes {path_of(change.uri).name}, which is there")
            texts[path_of(change.uri)] = ""
        elif isinstance(change, types.RenameFile):
            old, new = path_of(change.old_uri), path_of(change.new_uri)
            text = read(old)
            if text is None or read(new) is not None:
                raise NotAllowed(f"the edit cannot rename {old.name} to {new.name}")
            texts[old], texts[new] = None, text
        else:
            raise NotAllowed("the edit deletes a file")
    for path, made in texts.items():
        if made is None:
            path.unlink(missing_ok=True)
        else:
            with path.open("w", encoding="utf-8", newline="") as file:
                file.write(made)


Change = types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile


def _changes(edit: types.WorkspaceEdit) -> Iterable[Change]:
    yield from edit.document_changes or ()
    for uri, edits in (edit.changes or {}).items():
        yield types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri), [*edits])


def text_edits(edit: types.WorkspaceEdit) -> list[types.TextDocumentEdit]:
    """The edits of texts, by document."""
    return [change for change in _changes(edit) if isinstance(change, types.TextDocumentEdit)]


def path_of(uri: str) -> Path:
    """The path of a file's URI."""
    return Path(unquote(urlsplit(uri).path))


def edited(before: str, edits: Sequence[types.TextEdit]) -> str:
    """A text with edits made (positions in characters). Raises NotAllowed where they change more than they have to."""
    source = SourceText(before)
    made = tuple(
        TextEdit(
            source.offset(one.range.start.line + 1, one.range.start.character),
            source.offset(one.range.end.line + 1, one.range.end.character),
            one.new_text,
        )
        for one in edits
    )
    for one in made:
        _must_be_small(before[one.start : one.end], one.text)
    after = apply_edits(before, made)
    lost = _comments(before) - _comments(after)
    if lost:
        raise NotAllowed(f"the edit loses a comment: {sorted(lost)[0]}")
    return after


def _must_be_small(old: str, new: str) -> None:
    """An edit over several lines may not write a line again that it leaves as it was, at either end."""
    old_lines, new_lines = old.splitlines(), new.splitlines()
    if len(old_lines) > 1 and len(new_lines) > 1 and (old_lines[0] == new_lines[0] or old_lines[-1] == new_lines[-1]):
        raise NotAllowed("the edit writes lines again that it does not change")


def _comments(text: str) -> set[str]:
    """The comments of a program, as far as it can be cut into tokens; not the one that declares its encoding, which
    means something to Python."""
    found: set[str] = set()
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            declares = token.start[0] <= 2 and "coding" in token.string
            if token.type == tokenize.COMMENT and not declares:
                found.add(token.string)
    except (tokenize.TokenError, SyntaxError):
        pass
    return found


def _read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()

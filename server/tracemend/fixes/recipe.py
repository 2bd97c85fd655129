"""The interface of a recipe: the code that makes an edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from tracemend.context import Context
from tracemend.evidence.fact import Value
from tracemend.reading.report import ErrorReport
from tracemend.source.place import Place


class TextEdit(NamedTuple):
    """Replace `[start, end)` by `text`: offsets in characters of the file's text, as `SourceText` counts them."""

    start: int
    end: int
    text: str


class Request(NamedTuple):
    """What a recipe gets: the arguments of the entry's `edit` (templates filled), captures and facts' values, and
    the place, whose `source` and `statement` are there (a recipe is not asked where they are not, unless
    `needs_statement` is false: a file with a syntax error has a line but no statement)."""

    arguments: Mapping[str, Any]
    values: Mapping[str, Value]
    report: ErrorReport
    place: Place
    context: Context


class FileEdits(NamedTuple):
    """Edits of a further file (absolute), made for the text `before`: they are of no use for another one."""

    file: str
    before: str
    edits: tuple[TextEdit, ...]


class NewFile(NamedTuple):
    """A file (absolute) that is not there yet, and what is in it."""

    file: str
    text: str


class RenamedFile(NamedTuple):
    """A file (absolute) that gets another name, which no file has; what is edited in it is edited before."""

    file: str
    to: str


FileChange = FileEdits | NewFile | RenamedFile
FileOperation = Literal["create", "rename"]
"""What not every client can do with files; the names are LSP's."""


class Mend(NamedTuple):
    """What a recipe made: edits of one file that do not overlap, in any order, and what is to be done with others, in
    this order. `sure` says that the code at hand shows that it mends: only then may it be preferred. `note` is a
    sentence for the card. `file` is absolute, None for the place's own file."""

    edits: tuple[TextEdit, ...]
    sure: bool = True
    note: str | None = None
    file: str | None = None
    others: tuple[FileChange, ...] = ()

    @property
    def operations(self) -> frozenset[FileOperation]:
        """What the client has to be able to do with files."""
        names: dict[type, FileOperation] = {NewFile: "create", RenamedFile: "rename"}
        return frozenset(names[type(one)] for one in self.others if type(one) in names)


Apply = Callable[[Request], "Mend | None"]


class Recipe(NamedTuple):
    """`apply` answers None where the code at hand is not what it can mend. `arguments` maps each argument's name to
    what it means."""

    name: str
    summary: str
    apply: Apply
    arguments: Mapping[str, str] = {}
    needs_statement: bool = True
    unsure: str | None = None
    """Why it may not be what is meant, in a sentence: told where a mend is not sure and has no note of its own."""


def apply_edits(text: str, edits: tuple[TextEdit, ...]) -> str:
    """`text` with the edits made. Raises ValueError where two of them overlap or one is out of bounds."""
    result, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < at or edit.end < edit.start or edit.end > len(text):
            raise ValueError(f"edits overlap or are out of bounds at offset {edit.start}")
        result += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*result, text[at:]])

"""`json-file`: the JSON file that the failing statement reads becomes JSON by a few characters.

A comma too many goes, a missing one comes, single quotes become double ones, and what else `evidence/json_text.py`
lists; every place of the file at once. Values and comments stay, so that a file with a comment is left alone. Not sure
where the program writes files itself: what is wrong may be how it does.

Sources: https://www.rfc-editor.org/rfc/rfc8259
"""

from __future__ import annotations

import os

from tracemend import lazy
from tracemend.evidence.json_files import read_file
from tracemend.fixes.recipe import FileEdits, Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.workspace import root_of

_WRITES = lazy.regex(r"\.write(?:_text|lines)?\(|\bdump\(")


def json_file(request: Request) -> Mend | None:
    """The recipe."""
    found = read_file(request.report, request.place, request.context)
    source = request.place.source
    if found is None or source is None:
        return None
    path, text, slip = found
    if not slip.changes or root_of(path, request.context) is None:
        return None
    edits = tuple(TextEdit(*change) for change in slip.changes)
    sure = not _WRITES.search(source.text)
    note = f"It changes {os.path.basename(path)}." if sure else None
    return Mend((), sure=sure, note=note, others=(FileEdits(path, text, edits),))


RECIPES = (
    Recipe(
        "json-file",
        "Makes the file that is read JSON: commas, quotes, backslashes.",
        json_file,
        unsure="The program writes files itself: where it writes this one, that is what is to be mended.",
    ),
)

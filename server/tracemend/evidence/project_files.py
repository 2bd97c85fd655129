"""The fact `path-in-project`: does a file that is missing lie in another folder of the project, or beside, under its
name in another case or with another form of its ending?

Only names are read, of the folders below the program's and the one that it ran in, a few levels deep. Folders that
hold what others made or keep (environments, caches, tests, backups) are not looked into.
"""

from __future__ import annotations

import os
import re
from itertools import islice

from tracemend import lazy
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import in_time, short, watched
from tracemend.evidence.path import target

_LEVELS = 4
_MOST = 3_000
"""Names that are looked at; a larger project is not looked through."""
_PASSED = lazy.regex(
    r"\..*|__pycache__|node_modules|s?venv.*|env|site-packages|build|dist|tests?|fixtures|backups?|old|archive|bak|"
    r"output|out|tmp|temp|examples?|docs?|.*\.(?:egg-info|app)",
    re.IGNORECASE,
)
_SAME_ENDINGS = (
    {".yml", ".yaml"},
    {".jpg", ".jpeg"},
    {".htm", ".html"},
    {".tif", ".tiff"},
    {".txt", ".csv", ".tsv", ".dat", ".lst", ".text"},
)
"""Endings that name one kind of content, or text that is read the same way."""


def in_project(inquiry: Inquiry) -> Finding:
    """Looks for the missing path's name, then for other spellings of it in its own folder."""
    path, value = target(inquiry), inquiry.value
    if path is None or not value or any(letter in value for letter in "*?") or os.path.lexists(path):
        return UNKNOWN
    if inquiry.place is not None and inquiry.place.source is not None and "chdir(" in inquiry.place.source.text:
        return UNKNOWN  # from where it looks is not known
    own = os.path.dirname(inquiry.place.file) if inquiry.place and inquiry.place.file else None
    roots = [one for one in (own, inquiry.context.folder) if one is not None]
    roots = [one for one in dict.fromkeys(map(os.path.realpath, roots)) if os.path.dirname(one) != one]
    if len(roots) == 2 and os.path.commonpath(roots) in roots:
        roots = [os.path.commonpath(roots)]
    name = os.path.basename(path)
    if os.path.realpath(os.path.expanduser("~")) in roots or not name:
        return UNKNOWN  # no project: everything of the user's is below it
    every = _files(roots)
    if every is None:
        return UNKNOWN
    found = [one for one in every if os.path.basename(one) == name]
    if not found:
        found = [one for one in every if os.path.basename(one).lower() == name.lower()]
    if not found:
        folder = os.path.realpath(os.path.dirname(path))
        found = [one for one in every if os.path.dirname(one) == folder and _is_same_kind(name, os.path.basename(one))]
    if not found:
        return Finding(False, f"No file of the project is called {short(name)}.")
    if len(found) > 1:
        return Finding(None, f"The project has several files called {short(name)}.")
    return Finding(True, f"It lies in {short(found[0])}.", {"lies": found[0]})


def _files(roots: list[str]) -> list[str] | None:
    """The files and folders below, with their full paths; None where there are too many."""
    found: list[str] = []
    waiting = [(root, 0) for root in roots]
    while waiting:
        folder, level = waiting.pop()
        in_time()
        try:
            with os.scandir(folder) as entries:
                seen = list(watched(islice(entries, _MOST + 1)))
        except OSError:
            continue
        for entry in seen:
            found.append(entry.path)
            if level < _LEVELS and not _PASSED.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, level + 1))
        if len(found) > _MOST:
            return None
    return sorted(found)


def _is_same_kind(name: str, other: str) -> bool:
    """Whether two names differ by an ending of the same kind, or by one written twice (`a.txt.txt`)."""
    (stem, ending), (other_stem, other_ending) = os.path.splitext(name.lower()), os.path.splitext(other.lower())
    if stem == other_stem:
        return any({ending, other_ending} <= kinds for kinds in _SAME_ENDINGS)
    return bool(ending) and name.lower() + ending == other.lower()


FACTS = (
    Fact(
        "path-in-project",
        "Does the missing file lie in another folder of the project, or under nearly its name?",
        in_project,
        ("path",),
        gives=("lies",),
    ),
)

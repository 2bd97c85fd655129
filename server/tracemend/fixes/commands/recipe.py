"""The interface of a command recipe, and the interpreter that commands are for."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tracemend import lazy
from tracemend.context import Context

_REQUIREMENT = lazy.regex(
    r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?(?:\[[A-Za-z0-9._, -]{1,200}\])?"
    r"(?:(?:[=~!<>]=|[<>])[A-Za-z0-9.*+!_-]{1,60})?(?:,(?:[=~!<>]=|[<>])[A-Za-z0-9.*+!_-]{1,60}){0,5}"
)
Make = Callable[[Mapping[str, str], Context], "Sequence[Sequence[str]] | None"]


@dataclass(frozen=True, slots=True)
class CommandRecipe:
    """`make` gets the arguments, filled, and answers commands as lists of words; None where it has none for here."""

    name: str
    summary: str
    make: Make
    arguments: Mapping[str, str] = field(default_factory=dict)


def folders(context: Context) -> list[str]:
    """The folder of the output and those above it within the workspace, then the workspace's folders."""
    found: list[str] = []
    folder = context.folder
    while folder and len(found) < 20:
        found.append(folder)
        inside = any(folder.startswith(root.rstrip("/\\") + os.sep) for root in context.roots)
        folder = os.path.dirname(folder) if inside else None
    return list(dict.fromkeys([*found, *context.roots]))


def has_file(context: Context, *names: str) -> str | None:
    """The first of `names` that stands in one of the `folders`; nothing is looked at for output of another machine."""
    if not context.trusted or not context.settings.evidence:
        return None
    for folder in folders(context):
        for name in names:
            if os.path.isfile(os.path.join(folder, name)):
                return name
    return None


def shown(path: str, context: Context) -> str:
    """A path as a person would type it in the terminal's folder: relative where it lies in it."""
    folder = context.folder
    if folder and path.startswith(folder.rstrip("/\\") + os.sep):
        return os.path.relpath(path, folder)
    return path


def is_requirement(text: str) -> bool:
    """Whether a text is a distribution's name, perhaps with extras and versions (PEP 508), and nothing else."""
    return _REQUIREMENT.fullmatch(text) is not None

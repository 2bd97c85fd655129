"""Facts about the virtual environments of the workspace."""

from __future__ import annotations

import os

from tracemend import lazy
from tracemend.context import Context
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry, Value
from tracemend.evidence.interpreters import Environment, environment_of, virtual_environments
from tracemend.evidence.limits import short

_COMMAND = lazy.regex(r"\w[\w.+-]{0,99}")


def as_typed(path: str, context: Context) -> str:
    """A path as one would type it in the folder the command ran in: relative where it lies below."""
    folder = (context.folder or "").rstrip(os.sep)
    return path[len(folder) + 1 :] if folder and path.startswith(folder + os.sep) else path


def _here(context: Context) -> Environment | None:
    found = next(virtual_environments(context), None)
    if found is None and context.interpreter:
        named = environment_of(context.interpreter)
        found = named if named is not None and named.virtual else None
    return found


def _values(found: Environment, context: Context) -> dict[str, Value]:
    return {"venv": as_typed(found.prefix, context), "venv-python": as_typed(found.python, context)}


def venv_here(inquiry: Inquiry) -> Finding:
    context = inquiry.context
    if context.folder is None and not context.roots and not context.interpreter:
        return UNKNOWN
    found = _here(context)
    if found is None:
        return Finding(False, "No virtual environment was found in the workspace.")
    return Finding(True, f"{short(str(found), 120)} is a virtual environment.", _values(found, context))


def script_in_venv(inquiry: Inquiry) -> Finding:
    name, context = inquiry.value or "", inquiry.context
    if not _COMMAND.fullmatch(name):
        return UNKNOWN
    found = _here(context)
    if found is None:
        return UNKNOWN
    for suffix in (".exe", ".cmd") if os.name == "nt" else ("",):
        script = os.path.join(found.scripts, name + suffix)
        if os.path.isfile(script):
            values = {**_values(found, context), "venv-script": as_typed(script, context)}
            return Finding(True, f"{short(script)} exists.", values)
    return Finding(False, f"{short(found.scripts)} has no {short(name)}.")


FACTS = (
    Fact("venv-here", "Does the workspace have a virtual environment?", venv_here, gives=("venv", "venv-python")),
    Fact(
        "script-in-venv",
        "Is the command in the workspace's virtual environment?",
        script_in_venv,
        ("name", "command"),
        gives=("venv", "venv-python", "venv-script"),
    ),
)

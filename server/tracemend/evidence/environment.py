"""Facts about the process environment and the commands of this machine."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import islice

from tracemend import lazy
from tracemend.context import Context
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry, Value
from tracemend.evidence.limits import short
from tracemend.evidence.similar import closest
from tracemend.knowledge import tables

_VARIABLE = lazy.regex(r"[^\W\d]\w{0,199}")
_COMMAND = lazy.regex(r"[\w.+-]{1,100}")
_MANAGED = (
    "/usr/lib/python3*/EXTERNALLY-MANAGED",
    "/usr/lib64/python3*/EXTERNALLY-MANAGED",
    "/usr/local/lib/python3*/EXTERNALLY-MANAGED",
    "/opt/homebrew/lib/python3*/EXTERNALLY-MANAGED",
    "/opt/homebrew/opt/python@3*/Frameworks/Python.framework/Versions/3*/lib/python3*/EXTERNALLY-MANAGED",
)

MACHINE_VALUES = ("user", "uid", "python")
"""The names of the values that `machine_values` can give."""


def machine_values(context: Context) -> dict[str, Value]:
    """What titles and commands may say of this machine: `user`, `uid` (not on Windows) and `python`, its
    command."""
    values: dict[str, Value] = {"python": context.interpreter or ("py" if os.name == "nt" else "python3")}
    if hasattr(os, "geteuid"):
        from tracemend.evidence.path import user_name

        uid = os.geteuid()
        name = user_name(uid)
        values["uid"] = str(uid)
        values["user"] = str(uid) if name.startswith("uid ") else name
    elif os.environ.get("USERNAME"):
        values["user"] = os.environ["USERNAME"]
    return values


def _variable(inquiry: Inquiry) -> str | None:
    value = (inquiry.value or "").strip("'\"")
    return value if _VARIABLE.fullmatch(value) else None


def env_not_set(inquiry: Inquiry) -> Finding:
    name = _variable(inquiry)
    if name is None:
        return UNKNOWN
    if name in os.environ:
        # The program said that it is not set for it; that it is set for this server does not refute that.
        return Finding(None, f"{short(name)} is set for the editor's server, but was not for the program.")
    return Finding(True, f"{short(name)} is not set for the editor's server either.")


def env_similar(inquiry: Inquiry) -> Finding:
    name = _variable(inquiry)
    if name is None:
        return UNKNOWN
    near = closest(name, islice(os.environ, 2_000))
    if near is None:
        return Finding(False, f"No variable of the server's environment is spelt like {short(name)}.")
    return Finding(True, f"{short(near)} is set; {short(name)} is not.", {"similar": near})


def env_in_dotenv(inquiry: Inquiry) -> Finding:
    name = _variable(inquiry)
    folders = [folder for folder in (inquiry.context.folder, *inquiry.context.roots) if folder]
    if name is None or not folders:
        return UNKNOWN
    line = re.compile(rf"^[ \t]{{0,8}}(?:export[ \t]{{1,4}})?{re.escape(name)}[ \t]{{0,4}}=", re.MULTILINE)
    for folder in dict.fromkeys(folders):
        path = os.path.join(folder, ".env")
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                text = file.read(200_000)
        except OSError:
            continue
        if line.search(text):
            seen = f"{short(path)} sets {short(name)}."
            return Finding(True, seen, {"dotenv": path})
    return Finding(False, f"No .env file in {short(folders[0])} sets {short(name)}.")


def externally_managed(inquiry: Inquiry) -> Finding:
    from glob import iglob

    for pattern in _MANAGED:
        marker = next(iglob(pattern), None)
        if marker is not None:
            where = short(os.path.dirname(marker), 120)
            return Finding(True, f"{where} is marked as managed by the system (PEP 668).")
    return UNKNOWN


def _command(inquiry: Inquiry) -> str | None:
    value = inquiry.value or ""
    return value if _COMMAND.fullmatch(value) and not value.startswith("-") else None


def command_installed(inquiry: Inquiry) -> Finding:
    name = _command(inquiry)
    if name is None:
        return UNKNOWN
    import shutil

    found = shutil.which(name)
    if found is None:
        return Finding(False, f"{short(name)} is in no folder that PATH names.")
    return Finding(True, f"{short(name)} is {short(found)}.", {"command-path": found})


def command_provided_by(inquiry: Inquiry) -> Finding:
    name = _command(inquiry)
    if name is None:
        return UNKNOWN
    distribution = tables.command_distributions().get(name)
    if distribution is None:
        return UNKNOWN
    seen = f"The command {short(name)} comes with {short(distribution)}."
    return Finding(True, seen, {"distribution": distribution})


def command_is_module(inquiry: Inquiry) -> Finding:
    """Whether `python -m` starts what the command starts; of other names nothing is known, and none is offered."""
    name = _command(inquiry)
    if name is None:
        return UNKNOWN
    module = tables.command_modules().get(name.removesuffix(".exe"))
    if module is None:
        return Finding(False, f"{short(name)} is not known as a module that Python can start.")
    return Finding(True, f"Python starts the module {short(module)} by its name.", {"started-module": module})


def _known_commands() -> Iterator[str]:
    yield from tables.command_distributions()
    for folder in dict.fromkeys(os.environ.get("PATH", "").split(os.pathsep)[:40]):
        try:
            with os.scandir(folder) as entries:
                yield from (entry.name for entry in islice(entries, 4_000))
        except OSError:
            continue


def similar_command(inquiry: Inquiry) -> Finding:
    name = _command(inquiry)
    if name is None:
        return UNKNOWN
    near = closest(name, _known_commands())
    if near is None:
        return Finding(False, f"No command is spelt like {short(name)}.")
    return Finding(True, f"{short(near)} is a command; {short(name)} is not.", {"similar": near})


FACTS = (
    Fact("env-not-set", "Is the environment variable not set?", env_not_set, ("name", "key")),
    Fact(
        "env-similar",
        "Is a variable of a similar name set?",
        env_similar,
        ("name", "key"),
        gives=("similar",),
    ),
    Fact(
        "env-in-dotenv",
        "Does a .env file of the workspace set the variable?",
        env_in_dotenv,
        ("name", "key"),
        gives=("dotenv",),
    ),
    Fact(
        "externally-managed",
        "Is the system's Python marked as managed by the system?",
        externally_managed,
        unproven=("macos",),
    ),
    Fact(
        "command-installed",
        "Is the command in a folder that PATH names?",
        command_installed,
        ("name", "command"),
        gives=("command-path",),
    ),
    Fact(
        "command-is-module",
        "Does `python -m` start the command as a module of that name?",
        command_is_module,
        ("name", "command"),
        gives=("started-module",),
        report_only=True,
    ),
    Fact(
        "command-provided-by",
        "Is it known which distribution brings the command?",
        command_provided_by,
        ("name", "command"),
        gives=("distribution",),
    ),
    Fact(
        "similar-command",
        "Is there a command of a similar name?",
        similar_command,
        ("name", "command"),
        gives=("similar",),
    ),
)

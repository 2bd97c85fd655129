"""The package manager that a workspace uses, by its lock files, its pyproject.toml or the environment's own folder.

A lock file says it; without one a manager's own table in pyproject.toml does, but not a table that only sets up its
build backend. Sources: https://docs.astral.sh/uv/concepts/projects/layout/ ;
https://python-poetry.org/docs/pyproject/ ; https://pdm-project.org/latest/reference/configuration/ ;
https://pipenv.pypa.io/en/latest/pipfile.html ;
https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html
"""

from __future__ import annotations

import os
import re

from tracemend import lazy
from tracemend.context import Context
from tracemend.evidence.interpreters import Environment, environment_of
from tracemend.fixes.commands.recipe import folders

_LOCKS = {
    "uv.lock": "uv",
    "poetry.lock": "poetry",
    "pdm.lock": "pdm",
    "Pipfile.lock": "pipenv",
    "Pipfile": "pipenv",
}
_TABLE = lazy.regex(
    r"^[ \t]{0,8}\[\[?[ \t]{0,8}tool[ \t]{0,8}\.[ \t]{0,8}(?P<tool>uv|poetry|pdm)"
    r"(?P<part>(?:\.[\w-]{1,60}){0,4})[ \t]{0,8}\]",
    re.MULTILINE,
)
_BACKENDS = {"uv": (".build-backend",), "pdm": (".build", ".version"), "poetry": (".build", ".packages")}
"""Tables that speak to a build backend, which other managers use too."""
_ADD = {
    "uv": (("uv", "add"), ("--dev",)),
    "poetry": (("poetry", "add"), ("--group", "dev")),
    "pdm": (("pdm", "add"), ("--dev",)),
    "pipenv": (("pipenv", "install"), ("--dev",)),
}
_ACTIVE = ("VIRTUAL_ENV", "CONDA_PREFIX")


def project_manager(context: Context) -> str | None:
    """`uv`, `poetry`, `pdm` or `pipenv`: the one of the nearest folder that shows one. Nothing is looked at for output
    of another machine."""
    if not context.trusted or not context.settings.evidence:
        return None
    for folder in folders(context):
        for name, manager in _LOCKS.items():
            if os.path.isfile(os.path.join(folder, name)):
                return manager
        named = _named(os.path.join(folder, "pyproject.toml"))
        if named is not None:
            return named
    return None


def _named(path: str) -> str | None:
    """The manager whose own table a pyproject.toml holds; None where none or several do."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read(200_000)
    except OSError:
        return None
    found = {table["tool"] for table in _TABLE.finditer(text) if not table["part"].startswith(_BACKENDS[table["tool"]])}
    return found.pop() if len(found) == 1 else None


def adding(manager: str, distribution: str, dev: bool) -> list[str]:
    """The command by which a manager adds a requirement to the project and installs it."""
    command, for_dev = _ADD[manager]
    return [*command, *(for_dev if dev else ()), distribution]


def active_environment() -> Environment | None:
    """The environment that the server itself was started in, as its activation left it in the process environment."""
    for name in _ACTIVE:
        prefix = os.environ.get(name, "")
        if os.path.isabs(prefix) and os.path.isdir(prefix):
            python = os.path.join(prefix, "python.exe") if os.name == "nt" else os.path.join(prefix, "bin", "python")
            scripts = os.path.join(prefix, "Scripts", "python.exe")
            found = environment_of(scripts if os.name == "nt" and os.path.isfile(scripts) else python)
            if found is not None:
                return found
    return None


def is_conda(prefix: str) -> bool:
    """Whether a folder is an environment that conda or mamba made."""
    return os.path.isdir(os.path.join(prefix, "conda-meta"))

"""`install`: install a distribution with the workspace's own package manager, into the interpreter it uses.

uv, Poetry, PDM and Pipenv by their lock files, so that the project's list of requirements learns of it;
else pip of the workspace's environment. Where there is none and the system's Python is marked as managed by
the system (PEP 668), an environment is made first.

Sources: https://docs.astral.sh/uv/reference/cli/#uv-add ; https://python-poetry.org/docs/cli/#add ;
https://pdm-project.org/latest/reference/cli/#add ; https://pipenv.pypa.io/en/latest/commands.html#install ;
https://peps.python.org/pep-0668/
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tracemend.context import Context
from tracemend.fixes.commands.recipe import CommandRecipe, has_file, is_requirement, shown

if TYPE_CHECKING:
    from tracemend.evidence.interpreters import Environment

_MANAGERS = {"uv.lock": ("uv", "add"), "poetry.lock": ("poetry", "add"), "pdm.lock": ("pdm", "add")}
_PIPENV = ("Pipfile.lock", "Pipfile")


def make(arguments: Mapping[str, str], context: Context) -> Sequence[Sequence[str]] | None:
    """The recipe."""
    distribution = arguments.get("distribution", "")
    if not is_requirement(distribution):
        return None
    found = has_file(context, *_MANAGERS, *_PIPENV)
    if found in _MANAGERS:
        return [[*_MANAGERS[found], distribution]]
    if found is not None:
        return [["pipenv", "install", distribution]]
    return _with_pip(distribution, context)


def _with_pip(distribution: str, context: Context) -> Sequence[Sequence[str]]:
    from tracemend.evidence import interpreters
    from tracemend.fixes.commands import environments

    looks = context.trusted and context.settings.evidence
    environment = interpreters.environment(context) if looks else None
    if environment is None:
        if looks and context.system == "linux" and _is_managed_by_system():
            return environments.make({"distribution": distribution}, context) or ()
        return [["py" if context.system == "windows" else "python3", "-m", "pip", "install", distribution]]
    python = context.interpreter or environment.python
    if os.path.isdir(python):
        python = environment.python
    python = shown(python, context)
    if environment.virtual and not _has_pip(environment):
        return [["uv", "pip", "install", "--python", python, distribution]]
    if not environment.virtual and _is_managed(environment):
        return environments.make({"distribution": distribution}, context) or ()
    return [[python, "-m", "pip", "install", distribution]]


def _has_pip(environment: Environment) -> bool:
    """Whether pip is installed in an environment: uv makes them without."""
    return any(os.path.isdir(os.path.join(site, "pip")) for site in environment.sites)


def _is_managed(environment: Environment) -> bool:
    return environment.prefix == "/usr" and _is_managed_by_system()


def _is_managed_by_system() -> bool:
    """Whether Linux's own Python asks pip to leave it alone."""
    from glob import iglob

    return next(iglob("/usr/lib/python3*/EXTERNALLY-MANAGED"), None) is not None


RECIPE = CommandRecipe(
    "install",
    "Installs a distribution with the workspace's package manager.",
    make,
    {"distribution": "the distribution's name, usually a value that a fact gives: {distribution}"},
)

"""`install`: install a distribution with the workspace's own package manager, into the interpreter it uses.

uv, Poetry, PDM and Pipenv by their lock files or tables (`managers`), so that the project's list of requirements learns
of it; else pip of the workspace's environment, or of the one that is active. A conda environment has pip of its own
too: conda's names differ from distributions' names, so it is not asked for one. Where there is no environment and the
system's Python is marked as managed by the system (PEP 668), one is made first.

Sources: https://docs.astral.sh/uv/reference/cli/#uv-add ; https://python-poetry.org/docs/cli/#add ;
https://pdm-project.org/latest/reference/cli/#add ; https://pipenv.pypa.io/en/latest/commands.html#install ;
https://peps.python.org/pep-0668/ ;
https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html#using-pip-in-an-environment
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tracemend.context import Context
from tracemend.fixes.commands.recipe import CommandRecipe, is_requirement, shown

if TYPE_CHECKING:
    from tracemend.evidence.interpreters import Environment


def make(arguments: Mapping[str, str], context: Context) -> Sequence[Sequence[str]] | None:
    """The recipe."""
    from tracemend.fixes.commands.managers import adding, project_manager

    distribution = arguments.get("distribution", "")
    if not is_requirement(distribution):
        return None
    manager = project_manager(context)
    if manager is not None:
        return [adding(manager, distribution, arguments.get("dev") == "yes")]
    return _with_pip(distribution, context)


def _with_pip(distribution: str, context: Context) -> Sequence[Sequence[str]]:
    from tracemend.evidence import interpreters
    from tracemend.fixes.commands import environments
    from tracemend.fixes.commands.managers import active_environment, is_conda

    looks = context.trusted and context.settings.evidence
    environment = (interpreters.environment(context) or active_environment()) if looks else None
    if environment is None:
        if looks and context.system == "linux" and _is_managed_by_system():
            return environments.make({"distribution": distribution}, context) or ()
        return [["py" if context.system == "windows" else "python3", "-m", "pip", "install", distribution]]
    python = context.interpreter or environment.python
    if os.path.isdir(python):
        python = environment.python
    python = shown(python, context)
    if not _has_pip(environment) and is_conda(environment.prefix):
        conda = ["conda", "install", "--prefix", environment.prefix, "pip"]
        return [conda, [python, "-m", "pip", "install", distribution]]
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
    {
        "distribution": "the distribution's name, usually a value that a fact gives: {distribution}",
        "dev": "`yes`: it is needed to work on the project, not to run it",
    },
)

"""`make-venv`: make a virtual environment in the workspace, and install into it what was asked for.

Source: https://docs.python.org/3/library/venv.html
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tracemend.context import Context
from tracemend.fixes.commands.recipe import CommandRecipe, has_file, is_requirement


def python_in(environment: str, context: Context) -> str:
    """The interpreter of an environment, as this system lays it out."""
    return f"{environment}\\Scripts\\python" if context.system == "windows" else f"{environment}/bin/python"


def new_environment(context: Context) -> list[str]:
    """The command that makes `.venv` in the terminal's folder."""
    if has_file(context, "uv.lock"):
        return ["uv", "venv"]
    return ["py" if context.system == "windows" else "python3", "-m", "venv", ".venv"]


def make(arguments: Mapping[str, str], context: Context) -> Sequence[Sequence[str]] | None:
    """The recipe."""
    commands = [new_environment(context)]
    if "distribution" in arguments:
        if not is_requirement(arguments["distribution"]):
            return None
        python = python_in(".venv", context)
        uv = commands[0][0] == "uv"
        install = ["uv", "pip", "install"] if uv else [python, "-m", "pip", "install"]
        commands.append([*install, arguments["distribution"]])
    return commands


RECIPE = CommandRecipe(
    "make-venv",
    "Makes a virtual environment, .venv, and installs into it what is named.",
    make,
    {"distribution": "what to install into it; nothing, if not given"},
)

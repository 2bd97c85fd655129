"""`make-venv`: make a virtual environment in the workspace, and install into it what was asked for.
`activate-venv`: let the terminal's shell use an environment.

Source: https://docs.python.org/3/library/venv.html#how-venvs-work (the table of activation scripts)
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from tracemend.context import Context
from tracemend.fixes.commands.managers import is_conda
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


_SCRIPTS = {
    "bash": ("source", "activate"),
    "zsh": ("source", "activate"),
    "sh": (".", "activate"),
    "fish": ("source", "activate.fish"),
    "powershell": (None, "Activate.ps1"),
    "cmd": (None, "activate.bat"),
}
"""For each shell: its own word that runs a script in itself, and the script."""


def activate(arguments: Mapping[str, str], context: Context) -> Sequence[Sequence[str]] | None:
    """The recipe `activate-venv`."""
    folder = arguments.get("venv", "")
    if not folder or folder.startswith("-"):
        return None
    looks = context.trusted and context.settings.evidence
    whole = os.path.join(context.folder or "", folder)
    if looks and is_conda(whole):
        # A prefix has to hold a slash, or conda takes it for a name.
        return [["conda", "activate", folder if "/" in folder or "\\" in folder else f"./{folder}"]]
    if looks and os.path.isdir(whole) and not os.path.isfile(os.path.join(whole, "pyvenv.cfg")):
        return None  # a system's Python is no environment
    windows = context.system == "windows"
    word, script = _SCRIPTS[context.shell]
    path = f"{folder}\\Scripts\\{script}" if windows else f"{folder}/bin/{script}"
    if windows and word is not None:
        path = f"{folder}/Scripts/{script}".replace("\\", "/")  # Git's bash
    return [[path] if word is None else [word, path]]


ACTIVATE = CommandRecipe(
    "activate-venv",
    "Lets the terminal's shell use a virtual environment from now on.",
    activate,
    {"venv": "the environment's folder, a value that a fact gives: {venv}"},
)
RECIPE = CommandRecipe(
    "make-venv",
    "Makes a virtual environment, .venv, and installs into it what is named.",
    make,
    {"distribution": "what to install into it; nothing, if not given"},
)

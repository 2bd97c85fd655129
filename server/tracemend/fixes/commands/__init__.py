"""Commands for the user's terminal: an entry's words filled in, or made by a command recipe, quoted for the
shell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tracemend.context import Context
from tracemend.evidence.fact import Value
from tracemend.fixes import shell
from tracemend.knowledge.model import Command, Words

if TYPE_CHECKING:
    from tracemend.fixes.commands.recipe import CommandRecipe


def command_recipes() -> Mapping[str, str]:
    """The command recipes by name, each with what it does."""
    return {name: recipe.summary for name, recipe in _recipes().items()}


def _recipes() -> Mapping[str, CommandRecipe]:
    from tracemend.fixes.commands import environments, install, modules, system

    every = (
        install.RECIPE,
        environments.RECIPE,
        environments.ACTIVATE,
        modules.RUN_MODULE,
        modules.PYTHON_MODULE,
        system.RECIPE,
    )
    return {recipe.name: recipe for recipe in every}


def build(command: Command, values: Mapping[str, Value], context: Context) -> str | None:
    """The text to put into the terminal of `context.shell`; several commands joined so that a failure stops them.

    None where there is no command for this system, where a value is missing, holds a control character, or begins with
    `-` with no `--` before it.
    """
    from tracemend.evidence.environment import machine_values

    values = {**machine_values(context), **values}
    if command.recipe is not None:
        commands = _made(command, values, context)
    else:
        chosen = command.windows if context.system == "windows" else command.posix
        commands = [words for template in chosen if (words := _filled(template, values)) is not None]
        if len(commands) != len(chosen):
            return None
    lines = [shell.line(words, context.shell) for words in commands or ()]
    if not lines or None in lines:
        return None
    return shell.join([line for line in lines if line is not None], context.shell)


def _filled(template: Words, values: Mapping[str, Value]) -> list[str] | None:
    """A command's words; None where a value is missing or would be read as an option."""
    from tracemend.knowledge.template import fill_word

    words: list[str] = []
    ended = False
    for word in template:
        filled = fill_word(word, values) if "{" in word else (word,)
        if filled is None:
            return None
        if "{" in word and not ended and any(part.startswith("-") for part in filled) and not word.startswith("-"):
            return None
        ended = ended or word == "--"
        words += filled
    return words


def _made(command: Command, values: Mapping[str, Value], context: Context) -> Sequence[Sequence[str]] | None:
    from tracemend.knowledge.template import fill_word

    recipe = _recipes().get(command.recipe or "")
    if recipe is None:
        return None
    arguments: dict[str, str] = {}
    for name, value in command.arguments.items():
        filled = fill_word(value, values) if isinstance(value, str) and "{" in value else (str(value),)
        if not filled:
            return None
        arguments[name] = " ".join(filled)
    return recipe.make(arguments, context)

"""`run-module`: start the file of a package as a module. `python-module`: run a tool with the workspace's Python, a
module (`python -m playwright install`) or a script (`python manage.py migrate`).

`run-module` keeps the options of the interpreter and the program's own arguments of the command line that failed, where
that is known and is one plain command; else it starts the module alone.

Source: https://docs.python.org/3/using/cmdline.html#cmdoption-m
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Mapping, Sequence

from tracemend import lazy
from tracemend.context import Context
from tracemend.fixes.commands.recipe import CommandRecipe, shown

_DOTTED = lazy.regex(r"[^\W\d]\w*(?:\.[^\W\d]\w*){0,20}")
_WORD = lazy.regex(r"[\w@.][\w@.:/+=-]{0,99}|--?[a-z][a-z-]{0,40}")
_PYTHON = lazy.regex(r"(?:.*[\\/])?(?:python(?:\d(?:\.\d{1,2})?)?|py)(?:\.exe)?")
_ALONE = frozenset("BbdEiIOPqRsSuvx")
"""Options of one letter that take no value, as the interpreter's own usage lists them."""


def workspace_python(context: Context) -> str:
    """The workspace's interpreter, as one would type it in the terminal's folder."""
    from tracemend.evidence import interpreters
    from tracemend.fixes.commands.managers import active_environment

    plain = "py" if context.system == "windows" else "python3"
    if not (context.trusted and context.settings.evidence):
        return plain
    environment = interpreters.environment(context) or active_environment()
    if environment is None:
        return plain
    python = context.interpreter if context.interpreter and not os.path.isdir(context.interpreter) else None
    return shown(python or environment.python, context)


def run_module(arguments: Mapping[str, str], context: Context) -> Sequence[Sequence[str]] | None:
    """The recipe."""
    dotted, root = arguments.get("module", ""), arguments.get("root", "")
    if not _DOTTED.fullmatch(dotted) or not os.path.isabs(root):
        return None
    before, after = _parts(context)
    command = [*(before or [workspace_python(context)]), "-m", dotted, *after]
    if context.folder is not None and os.path.normpath(root) == os.path.normpath(context.folder):
        return [command]
    folder = shown(root, context)
    if context.folder is not None and os.path.normpath(context.folder).startswith(root.rstrip("/\\") + os.sep):
        folder = os.path.relpath(root, context.folder)
    if before and "/" in before[0] and not os.path.isabs(before[0]):
        return None  # a path that is another one in another folder
    if not before and not os.path.isabs(command[0]) and ("/" in command[0] or "\\" in command[0]):
        command[0] = os.path.join(context.folder or "", command[0])
    if any(os.path.exists(os.path.join(context.folder or "", word)) for word in after):
        return None  # an argument that is a file's path is another one there
    return [["cd", folder], command]


def _parts(context: Context) -> tuple[list[str], list[str]]:
    """The interpreter with its options, and the program's arguments; both empty where the command line is none of
    these."""
    line = context.command or ""
    if not line or context.shell in ("powershell", "cmd") or re.search(r"[;&|<>`$(){}*?~\n]", line):
        return [], []
    try:
        words = shlex.split(line)
    except ValueError:
        return [], []
    if not words or not _PYTHON.fullmatch(words[0]):
        return [], []
    at = 1
    while at < len(words) and words[at].startswith("-"):
        if words[at] in ("-X", "-W"):
            at += 2
        elif words[at][1:] and set(words[at][1:]) <= _ALONE:
            at += 1
        else:
            return [], []
    if at >= len(words) or not words[at].endswith(".py"):
        return [], []
    return words[:at], words[at + 1 :]


def python_module(arguments: Mapping[str, str], context: Context) -> Sequence[Sequence[str]] | None:
    """The recipe."""
    module, script, words = arguments.get("module", ""), arguments.get("script", ""), arguments["words"].split(" ")
    if not all(_WORD.fullmatch(word) for word in words):
        return None
    if script:
        return [[workspace_python(context), script, *words]] if _WORD.fullmatch(script) else None
    return [[workspace_python(context), "-m", module, *words]] if _DOTTED.fullmatch(module) else None


RUN_MODULE = CommandRecipe(
    "run-module",
    "Starts a file of a package as a module, from the folder that holds the package.",
    run_module,
    {"module": "its dotted name: {dotted}", "root": "the folder that holds the package: {package-root}"},
)
PYTHON_MODULE = CommandRecipe(
    "python-module",
    "Runs a tool with the workspace's Python.",
    python_module,
    {"module": "the module that it is", "script": "or its file", "words": "what it is given, parted by blanks"},
)

"""What shells say: bash, sh, zsh, ksh (`posix_shell`), fish, PowerShell and cmd, and the programs that they start.

The shell's own prefix is taken off (`bash: line 1: jupyter: command not found` is `jupyter: command not found`); a
script's name and line in it become a frame. A program's message keeps the program's name, since that says what could
not be done (`cp: cannot stat 'a': No such file or directory`).
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend.reading import openings
from tracemend.reading.report import Block, Hints, NeedMore
from tracemend.reading.shells.cmd import cmd
from tracemend.reading.shells.fish import fish
from tracemend.reading.shells.posix_shell import posix
from tracemend.reading.shells.powershell import powershell
from tracemend.reading.shells.shell_words import SHELLS
from tracemend.reading.surroundings import showing_program


class _Shell:
    """Reads one complaint of a shell or of a program that it started."""

    name = "shell"

    opens = staticmethod(openings.shell)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        shown_by = None if hints.selected else showing_program(hints.command)
        if shown_by is not None and line.partition(":")[0].rpartition("/")[2] not in SHELLS | {shown_by}:
            missing = f"'{shown_by}'" in line[:100]  # what a handler of missing commands says of it
            if not missing:
                return None
        windows = cmd(lines, at, final) or powershell(lines, at, final)
        if windows is not None:
            return windows
        return fish(lines, at, final) or posix(lines, at, final)


DIALECT = _Shell()

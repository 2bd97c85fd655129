"""On which lines a report may begin, for every dialect but the traceback's: cheap tests, asked of every line.

They stand apart from the dialects so that one is loaded when a line first asks for it: a server's first answer needs
the traceback's alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from importlib import import_module

from tracemend.reading.report import Block, Dialect, Hints, NeedMore


def pytest(line: str, hints: Hints) -> bool:
    """Whether the line begins as a header, a line of `E`, a fixture's place or an error of usage."""
    return line[:1] in "_Ef" and line.startswith(("__", "E   ", "file ", "ERROR: "))


def warning(line: str, hints: Hints) -> bool:
    """Whether a category is named, or a Python file (categories need not end in Warning)."""
    return "Warning: " in line or ".py:" in line


def records(line: str, hints: Hints) -> bool:
    """Whether the line holds a traceback with its line feeds escaped, or exceptions as objects."""
    return ("\\n" in line and "Traceback (most recent call " in line) or '"exc_type": "' in line


def pip(line: str, hints: Hints) -> bool:
    """Whether the line says `ERROR: ` or `error: `, or is uv's boxed one."""
    return "error: " in line or "ERROR: " in line or "× No solution" in line


def checkers(line: str, hints: Hints) -> bool:
    """Whether the line holds a Python file's name, or begins with a rule's code."""
    if ".py" in line:
        return True
    first = line[:1]
    if first.isupper():
        return line[1:8].partition(" ")[0][-1:].isdigit()
    return first in "iew" and line.startswith(("invalid-syntax: ", "error[", "warning["))


def shell(line: str, hints: Hints) -> bool:
    """Whether the first word ends in a colon, or the line holds what Windows' shells and fish say."""
    if ": " in line and (line.partition(" ")[0][-1:] == ":" or ": line " in line):
        return True
    return " (line " in line or " is not recognized as " in line or " cannot " in line


def oneline(line: str, hints: Hints) -> bool:
    """Whether the line's first word ends in a colon, as a type's name, a prefix and a program's name do."""
    if hints.selected:
        return True
    return ": " in line and (line.partition(" ")[0][-1:] == ":" or "python.exe: " in line)


class OnDemand:
    """A dialect whose module is loaded when a line first opens it."""

    def __init__(self, opens: Callable[[str, Hints], bool]) -> None:
        self.name = opens.__name__
        self.opens = opens

    @cached_property
    def _dialect(self) -> Dialect:
        loaded: Dialect = import_module(f"tracemend.reading.{self.name}").DIALECT
        return loaded

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        """As the dialect reads."""
        return self._dialect.read(lines, at, final, hints)

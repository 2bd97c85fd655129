"""What is wrong in a knowledge file, and where."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple


class Fault(NamedTuple):
    """Something wrong in a knowledge file. `line` is 1-based; `advice` says what to do."""

    file: str
    line: int | None
    key: str | None
    message: str
    advice: str
    warning: bool = False
    """Told, but no reason to refuse the pack."""

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        where += ": warning" if self.warning else ""
        key = f" {self.key}:" if self.key else ""
        return f"{where}:{key} {self.message} {self.advice}".rstrip()


MakeFault = Callable[[str, str, str], Fault]
"""Makes a fault of a file from the key's path (`causes[0].text`, "" for the whole file), the message and the advice."""


def line_at(lines: Mapping[str, int], key: str) -> int | None:
    """The 1-based line of a key path, else that of the nearest key around it; None where nothing is known."""
    while key:
        if key in lines:
            return lines[key]
        key = key[: max(key.rfind("."), key.rfind("["), 0)]
    return lines.get("")


def maker(file: str, lines: Mapping[str, int]) -> MakeFault:
    """Faults of one file whose lines are known."""

    def make(key: str, message: str, advice: str) -> Fault:
        return Fault(file, line_at(lines, key), key or None, message, advice)

    return make

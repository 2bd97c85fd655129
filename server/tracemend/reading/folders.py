"""The folder that an output itself names as the one its paths start from.

GNU Make 4.3 and ninja 1.11 say `Entering directory` and `Leaving directory`, one inside the other; tox 4 prints the
folder before a command that it runs elsewhere than where it was called (`tox_env/api.py`), nox what `session.chdir`
goes to, pytest its `rootdir`.
"""

from __future__ import annotations

import re

from tracemend.reading.prefix import certain_prefixes

_MOST = 50
_WORDS = ("ing directory ", "rootdir: ", "> ")
_MAKE = r"(?:\S{0,80}make(?:\.exe)?(?:\[\d{1,4}\])?|ninja): (Enter|Leav)ing directory [`'](.{1,4096})'$"
_NAMED = (
    r"[^\s:]{1,80}: [a-z_]{1,40}\[\d{1,4}\](?: ((?:/|[A-Za-z]:\\)[^>]{0,4096}))?> ",  # tox
    r"nox > (?:cd (.{1,4096})|Running session .{1,400})$",
    r"rootdir: (.{1,4096}?)(?:$|, (?:configfile|inifile|testpaths)\b)",  # pytest
)


class Folders:
    """Follows the lines of one output. `now` is the folder that counts, None where none was named."""

    def __init__(self) -> None:
        self._entered: list[str] = []
        self._named: str | None = None

    @property
    def now(self) -> str | None:
        return self._named or (self._entered[-1] if self._entered else None)

    def see(self, line: str) -> None:
        """Take in the next line; what names no folder costs nothing to speak of."""
        if not any(word in line for word in _WORDS):
            return
        for prefix in certain_prefixes(line)[:1]:
            line = prefix.rest
        line = line.rstrip()
        if found := re.match(_MAKE, line):
            if found[1] == "Enter":
                self._entered = [*self._entered[-_MOST:], found[2]]
            elif found[2] in self._entered:
                del self._entered[len(self._entered) - 1 - self._entered[::-1].index(found[2]) :]
            self._named = None
        elif found := next(filter(None, (re.match(form, line) for form in _NAMED)), None):
            self._named = found[1]

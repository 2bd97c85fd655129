"""Patterns that are compiled when they are first used.

Python compiles a pattern in Python: a fifth of a millisecond each, and the modules that a server loads at its start
name two hundred, of which the first answer uses fifty.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, but that a wrong pattern raises `re.error` at its first use.

    `re`'s own functions take no such pattern; its methods are there.
    """
    return cast("re.Pattern[AnyStr]", _Regex(pattern, flags))


class _Regex:
    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """A method or attribute of the compiled pattern, kept, so that this is asked once for each."""
        if name.startswith("__"):  # what copying or pickling looks for
            raise AttributeError(name)
        try:
            compiled = self.__dict__["_compiled"]
        except KeyError:
            compiled = self.__dict__["_compiled"] = re.compile(self.pattern, self._flags)
        found = self.__dict__[name] = getattr(compiled, name)
        return found

    def __repr__(self) -> str:
        return f"lazy.regex({self.pattern!r}, {self._flags!r})"

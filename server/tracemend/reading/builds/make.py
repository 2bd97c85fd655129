"""What GNU make says when it stops: `make: *** ...`, with the makefile's line where it knows it.

`Makefile:3: *** missing separator.  Stop.` is about the makefile itself (make's misc.c and read.c). `make: ***
[Makefile:4: test] Error 1` only says that a command of the recipe failed, which has said itself what is wrong: a
`summary`, with the signal's name as `code` where one ended the command (`Error 137`, `Killed`; job.c, child_error). The
word for `Error` is in make's language; that the failure was `(ignored)` stands behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.programs.complaint import complaint, is_shown
from tracemend.reading.report import Block, Frame, Hints, NeedMore
from tracemend.reading.shells import signals

_LINE = lazy.regex(
    r"(?:(?P<who>(?:g|re|mingw32-|b|d)?make)(?:\[\d{1,3}\])?"
    r"|(?P<path>[^\s:+`\"'][^:]{0,300}):(?P<line>\d{1,7})): \*\*\* "
    r"(?P<rest>\S.*)"
)
_RECIPE = lazy.regex(
    r"\[(?:(?P<path>[^\]:]{1,300}):(?P<line>\d{1,7}): )?[^\]]{1,400}\] "
    r"(?:(?P<word>[^\W\d]{2,20}) (?P<status>\d{1,5})|(?P<name>[A-Z][a-z]+(?: [a-z]+){0,2})(?: \(core dumped\))?)$"
)
_NEWS = lazy.regex(r"(?:Waiting for unfinished jobs|\[[^\]]{1,400}\] )")
_STOP = lazy.regex(r"\.? {1,2}Stop\.$")
_BSD = lazy.regex(r"b?make: (?P<rest>don't know how to make .*|no target to make\.)")


class _Make:
    """Reads one line of make that says why it stops."""

    name = "make"

    opens = staticmethod(openings.make)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if hints.exit_code == 0 or is_shown(line, hints):
            return None
        found = _LINE.match(line) or _BSD.match(line)
        if not found:
            return None
        recipe = _RECIPE.match(found["rest"])
        if recipe:
            return _recipe(recipe, at)
        if _NEWS.match(found["rest"]):
            return None
        groups = found.groupdict()
        frames = (Frame(groups["path"], int(groups["line"])),) if groups.get("path") else ()
        return complaint("make", _STOP.sub("", found["rest"]), at, at + 1, frames=frames)


def _recipe(recipe: re.Match[str], at: int) -> Block:
    """A command of a recipe failed."""
    code = signals.of_status(int(recipe["status"])) if recipe["status"] else signals.of_name(recipe["name"])
    frames = (Frame(recipe["path"], int(recipe["line"])),) if recipe["path"] else ()
    return complaint("make", recipe[0], at, at + 1, code=code, frames=frames, summary=True)


DIALECT = _Make()

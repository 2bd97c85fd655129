"""What GNU make says when it stops: `make: *** ...`, with the makefile's line where it knows it.

`Makefile:3: *** missing separator.  Stop.` is about the makefile itself (make's misc.c and read.c). `make: ***
[Makefile:4: test] Error 1` only says that a command of the recipe failed, which has said itself what is wrong; it is
passed over here, and taken as the last words of an output in which nothing else was read
(`reading.programs.lastwords`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend.reading import openings
from tracemend.reading.programs.complaint import complaint, is_shown
from tracemend.reading.report import Block, Frame, Hints, NeedMore

_LINE = re.compile(
    r"(?:(?P<who>(?:g|re|mingw32-|b|d)?make)(?:\[\d{1,3}\])?"
    r"|(?P<path>[^\s:+`\"'][^:]{0,300}):(?P<line>\d{1,7})): \*\*\* "
    r"(?P<rest>\S.*)"
)
_RECIPE = re.compile(
    r"\[[^\]]{1,400}\] (?:Error \d|[A-Z][\w ]{2,40}(?: \(core dumped\))?$)|Waiting for unfinished jobs"
)
_STOP = re.compile(r"\.? {1,2}Stop\.$")
_BSD = re.compile(r"b?make: (?P<rest>don't know how to make .*|no target to make\.)")


class _Make:
    """Reads one line of make that says why it stops."""

    name = "make"

    opens = staticmethod(openings.make)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if hints.exit_code == 0 or is_shown(line, hints):
            return None
        found = _LINE.match(line) or _BSD.match(line)
        if not found or _RECIPE.match(found["rest"]):
            return None
        groups = found.groupdict()
        frames = (Frame(groups["path"], int(groups["line"])),) if groups.get("path") else ()
        return complaint("make", _STOP.sub("", found["rest"]), at, at + 1, frames=frames)


DIALECT = _Make()

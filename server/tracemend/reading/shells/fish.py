"""fish: a message, in scripts with its place, then the command and carets under it.

    fish: Unknown command: jupyterx
    fish:
    jupyterx
    ^~~~~~~^

    s.sh (line 7): Missing end to balance this if statement
    if true; then
    ^^

Provoked with fish 3.6.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading.report import MORE, Block, Frame, NeedMore
from tracemend.reading.shells.posix_shell import block

_SAID = lazy.regex(
    r"Unknown command[: .].*|Unexpected .*|Missing .*|Unsupported .*|Expected .*|Command substitutions? .*|Unknown .*"
    r"|No matches for wildcard .*|\$.{1,100} is not a valid variable in fish\..*|Invalid .*"
    r"|Variables cannot be bracketed.*"
)
_PLACED = lazy.regex(r"(?P<path>\S.{0,400}?) \(line (?P<line>\d{1,9})\): ?(?P<rest>.*)")
_CARETS = lazy.regex(r"\s{0,2000}\^(?:~{0,2000}\^)?$")


def fish(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """The complaint of fish that begins at `lines[at]`."""
    line = lines[at]
    frame = None
    placed = None
    message = ""
    end = at + 1
    if line.startswith("fish: "):
        found = _SAID.match(line, 6)
        if not found:
            return None
        message = found[0]
        if end < len(lines):
            placed = _PLACED.match(lines[end])
            if placed or lines[end].rstrip() == "fish:":
                end += 1
    else:
        placed = _PLACED.match(line)
        if not placed or not placed["rest"]:
            return None
        message = placed["rest"]
    if len(lines) < end + 2 and not final:
        return MORE
    carets = _CARETS.match(lines[end + 1]) if end + 1 < len(lines) else None
    if carets is None and not line.startswith("fish: "):
        return None
    if placed:
        frame = Frame(placed["path"], int(placed["line"]), source=lines[end].strip() if carets else None)
    return block(message, at, end + 2 if carets else end, frame)

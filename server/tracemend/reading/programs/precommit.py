"""What pre-commit says of a failure of its own, not of a hook's.

An error has occurred: InvalidConfigError:                     pre_commit/error_handler.py (_log_and_exit)
==> File .pre-commit-config.yaml                               cfgv's way to the key, then what is wrong with it
==> At key: repos
=====> Missing required key: name
Check the log at /home/me/.cache/pre-commit/pre-commit.log
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend.reading import openings
from tracemend.reading.programs.complaint import complaint, is_shown
from tracemend.reading.report import MORE, Block, Frame, Hints, NeedMore

_MOST_LINES = 60
_ERROR = re.compile(r"An (?:unexpected )?error has occurred: (?P<type>[A-Z]\w{2,60}): (?P<message>.*)")
_LOG = re.compile(r"(?:Check the log at |Failed to write to log at )")
_REASON = "=====> "
_FILE = re.compile(r"==> File (?P<path>\S.{0,300})$")


class _PreCommit:
    """Reads one error of pre-commit's, down to the line that names its log."""

    name = "precommit"

    opens = staticmethod(openings.precommit)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        found = _ERROR.match(lines[at])
        if not found or hints.exit_code == 0 or is_shown(lines[at], hints):
            return None
        text = [found["message"]] if found["message"] else []
        frame: Frame | None = None
        end = at + 1
        while end < min(len(lines), at + _MOST_LINES):
            line = lines[end]
            end += 1
            file = _FILE.match(line)
            if _LOG.match(line):
                message = next((one[len(_REASON) :] for one in text if one.startswith(_REASON)), None)
                notes = [one for one in text if message and not one.startswith(_REASON)]
                frames = (frame,) if frame else ()
                said = [message] if message else text
                return complaint("pre-commit", said, at, end, exception=found["type"], notes=notes, frames=frames)
            if file:
                frame = Frame(file["path"])
            text.append(line.rstrip())
        return MORE if end == len(lines) and end < at + _MOST_LINES and not final else None


DIALECT = _PreCommit()

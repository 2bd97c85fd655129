"""The last words of a program that failed and of whose output nothing was read: what it says is in there somewhere.

In: the last lines of an output, what is known of the command. Out: a report whose message is the last paragraph, or
None. It is the weakest of all readings, so that it is taken only where the exit status is known and is a failure, the
command is known and does not merely show text or ask a question (`grep`, `diff`, `test`), the output is short, and the
paragraph reads as a sentence. A status that says the program was stopped (a signal's) has no last words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading.programs.complaint import complaint, programs
from tracemend.reading.report import ErrorReport, Hints
from tracemend.reading.surroundings import showing_program

MOST_LINES = 30
"""An output of more lines than this has no last words: what failed may stand anywhere in it."""

_MOST_KEPT = 6
_QUESTIONS = frozenset(
    {
        "[", "[[", "cmp", "comm", "command", "diff", "egrep", "expr", "false", "fgrep", "grep", "pgrep", "ping", "rg",
        "test", "timeout", "type", "which",
    }
)  # fmt: skip
_STOPPED = (124, 129, 130, 131, 137, 141, 143)
_WORDS = lazy.regex(r"[^\W\d_]{2,}")
_NO_WORDS = lazy.regex(
    r"[\W\d_]*$|\S*[$#%>❯] |(?:warning|note|info|debug|hint|success|done|ok|passed|finished)\b|\[?INFO\b"
    r"|(?:\d+|all|no) .{0,40}(?:passed|succeeded|fixed|found)|npm notice|> "
    r"|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d.{0,9} (?:INFO|DEBUG)",
    re.IGNORECASE,
)


def last_words(lines: Sequence[str], first: int, hints: Hints) -> ErrorReport | None:
    """The report of the last paragraph of `lines`, which end an output; `first`: its lines before these (0: none)."""
    if not hints.exit_code or hints.exit_code in _STOPPED or hints.exit_code < 0 or not hints.command:
        return None
    ran = programs(hints.command)
    if not ran or ran[-1] in _QUESTIONS or showing_program(hints.command):
        return None
    end = len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].startswith("Node.js v")):
        end -= 1
    begin = end
    while begin and end - begin < _MOST_KEPT and lines[begin - 1].strip():
        begin -= 1
    if not end or first + end > MOST_LINES:
        return None
    said = [line.strip() for line in lines[begin:end]]
    if any(_NO_WORDS.match(line) for line in said[-1:]) or len(_WORDS.findall(" ".join(said))) < 2:
        return None
    tool = next(one for one in reversed(ran)).removesuffix(".py")
    return complaint(tool, said, first + begin, first + end).reports[0]

"""The line that names an exception, and where its message ends.

CPython prints the type, a colon and the message as it is, so nothing marks the end of a message of several lines.
The rule here: the message goes on until a blank line, a line that begins something else (a prompt, a log line, a
rule, another report), or MAX_MESSAGE_LINES. Where the first line is empty (`ImportError: ` and a blank line, as
numpy prints it), the first paragraph after it belongs to it. Inside an exception group the margin marks the end.
Notes of `add_note` are printed as further lines and cannot be told apart: they are part of the message.
"""

from __future__ import annotations

import re
import textwrap

from tracemend import lazy
from tracemend.reading.cursor import Cursor
from tracemend.reading.tracebacks.paragraphs import beyond_blank

MAX_MESSAGE_LINES = 200
MAX_BARE_LINES = 10
MAX_FRAMED_LINES = 60

_MAX_WITHOUT_MARGIN = 60
_MAX_PIECES = 50
_RULE = lazy.regex(r"([*=#-])\1{19,199}")
_MARGIN = lazy.regex(r" {2,200}(?:\||\+-)")
_NAMED = lazy.regex(r"([^\W\d]\w*(?:\.(?:<locals>|[^\W\d]\w*))*)(?::(?: (.*))?)?$", re.DOTALL)
_LEVEL = lazy.regex(r"(?:INFO|DEBUG|WARN|WARNING|ERROR|CRITICAL|FATAL|NOTICE|TRACE|Message|Arguments)$")
_SUFFIXES = (
    "Error", "Exception", "Warning", "Interrupt", "Exit", "Iteration", "Timeout", "Group", "Failure", "Fault",
    "Refused", "Invalid", "Exists", "NotFound", "DoesNotExist", "Abort", "Cancelled", "error", "timeout",
)  # fmt: skip
KNOWN = lazy.regex(rf"(?:[^\W\d]\w*\.)*(?:<locals>\.)?\w*(?:{'|'.join(_SUFFIXES)})$")
"""A dotted name that ends as names of exceptions do."""
_SENTENCES = ("The above exception was", "During handling of the above")
_SHUTDOWN = lazy.regex(r"sys:1: [A-Za-z]{1,40}Warning: |RuntimeWarning: Enable tracemalloc to get the object")
"""What the interpreter warns of while it ends below the error that ended the program: that error's consequence."""
_ELSEWHERE = lazy.regex(
    r"(?:\[?\d{4}-\d\d-\d\d(?:T|,? )\d\d:|\[?\d\d:\d\d:\d\d|\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3} - "  # log lines
    r"|\[?(?:INFO|DEBUG|WARN|WARNING|ERROR|CRITICAL)\b\]?[: ]"
    r"|\[[DIWEC] [\d :-]{0,12}\d\d:\d\d:\d\d|[DIWEF]\d{4} \d\d:\d\d:\d\d"  # Tornado and Jupyter, torch
    r"|\[(?:PYI-)?\d{1,9}(?::ERROR)?\] Failed to execute script "  # PyInstaller's bootloader, which says it again
    r"|\[\d\d/(?:\d\d|[A-Z][a-z]{2})/\d{4}[: ]\d\d:\d\d"  # Django's server
    r"|(?:Internal Server Error|Bad Request|Not Found|Method Not Allowed|Unauthorized|Forbidden"
    r"(?: \([^()]{1,80}\))?): /"
    r"|(?:\([\w.-]+\) )*[\w.-]+@[\w.-]+[: ][^$#%]{0,200}[$#%](?: |$)|\[[\w.-]+@[\w.-]+ [^\]]{0,200}\][$#]"  # prompts
    r"|(?:\([\w.-]+\) )?(?:[$#%❯➜]|>>>|\.\.\.)(?: |$)|(?:\([\w.-]+\) )?PS [A-Za-z]:\\"
    r"|[A-Za-z]:\\[^<>|]{0,200}>|In \[\d+\]:|bash-\d"
    r"|([-=_*~#])\1{4,}|```|\"\"\"$|'''$"  # rules and ends of quotations
    r"|\s*(?:\+ Exception Group )?Traceback \(most recent call |Exception ignored |Exception in |Process finished with"
    r"|Target //\S{1,300} failed to build|Use --(?:verbose_failures|sandbox_debug) "  # Bazel
    r"|npm (?:ERR!|error)(?: |$)|error Command failed |[\u2009 ]ELIFECYCLE|make(?:\[\d+\])?: \*\*\*|nox > "
    r"|[\w.-]{1,200}: exit -?\d{1,5} \(\d|ninja: build stopped"
    r"| \[[a-z_]{1,60}\.[a-z_]{1,60}\]$|During handling of the above|The above exception was"
    r"|[╭┏┌][─━]{3}|<Greenlet |Call stack:|Stack \(most recent |Original exception was:"
    r"|  File \"|\S{1,300}:\d{1,7}: [A-Za-z]{1,40}Warning: )"
)


def reads_as_exception(name: str) -> bool:
    """Whether a printed name reads as an exception's even where nothing else says that it is one."""
    return name.endswith(_SUFFIXES) and len(name) < 200 and bool(KNOWN.match(name))


def named(line: str, headed: bool = True) -> tuple[str, str] | None:
    """Type and first line of the message of a line that names an exception, else None.

    `headed`: frames or a header stand above, so that any dotted name is a type; else it must look like one.
    """
    found = _NAMED.match(line)
    if not found or _LEVEL.match(found[1]):
        return None
    name = found[1]
    if not headed and not reads_as_exception(name):
        return None
    return name, (found[2] or "").rstrip()


def read_exception(
    cursor: Cursor, headed: bool, goes_on: bool, traced: bool, width: int | None = None
) -> tuple[str, str] | None:
    """Read type and message from the cursor's line on; it then stands on the first line after them.

    `headed`: as for `named`. `goes_on`: the program goes on after this report (a thread's, an ignored one), so that
    lines below it are rather its output than the message's. `traced`: a header or frames stand above; without them
    only few lines are taken. `width`: where the lines above were cut; a line of that width goes on in the next one.
    """
    most = MAX_MESSAGE_LINES if traced else MAX_BARE_LINES
    line = cursor.peek()
    if line is not None and width:
        line = _whole(cursor, line, width)
    first = named(line, headed) if line is not None else None
    if first is None:
        return None
    name, message = first
    cursor.skip()
    lines = [message]
    if not message and line is not None and line.rstrip().endswith(":"):
        if (framed := _framed(cursor)) is not None:
            return name, framed
        _skip_blank(cursor, lines)
    if goes_on and lines[0]:
        most = 1 + _to_separator(cursor)
    while len(lines) < most:
        text = cursor.peek()
        if text is None:
            bare = _without_margin(cursor) if cursor.depth else 0
            if not bare:
                break
            lines.extend((cursor.raw(ahead) or "").rstrip() for ahead in range(bare))
            cursor.skip(bare)
            continue
        if cursor.depth:
            if not text.strip() and _separates(cursor):
                break
        elif not text.strip() or _ELSEWHERE.match(text):
            if len(lines) == 1:
                lines += beyond_blank(cursor, message)
            break
        if message and text == message and len(lines) == 1:
            cursor.skip()  # gunicorn and others print what was raised once more
            break
        lines.append((_whole(cursor, text, width) if width else text).rstrip())
        cursor.skip()
    while len(lines) > 1 and not lines[-1]:
        lines.pop()
    while traced and not cursor.depth and _SHUTDOWN.match(cursor.peek() or ""):
        cursor.skip()
    return name, "\n".join(lines)


def _to_separator(cursor: Cursor) -> int:
    """How many lines there are before the sentence that another exception follows; 0 where it does not come soon."""
    for ahead in range(MAX_BARE_LINES):
        text = cursor.peek(ahead)
        if text is None or _ELSEWHERE.match(text):
            return 0
        if not text.strip():
            following = cursor.peek(ahead + 1) if ahead else None
            return ahead if following is not None and following.startswith(_SENTENCES) else 0
    return 0


def _whole(cursor: Cursor, line: str, width: int) -> str:
    """The line at the cursor with its rest, which was cut off at `width`; the cursor then stands on the last piece."""
    piece = line
    for _ in range(_MAX_PIECES):
        following = cursor.peek(1) if len(piece) == width else None
        if not following or _ELSEWHERE.match(following):
            break
        line += following
        piece = following
        cursor.skip()
    return line


def _framed(cursor: Cursor) -> str | None:
    """A message between two rules, as NLTK prints it, without their lines and the indentation; the cursor then stands
    below it. None where no rule stands here, or none that is alike comes soon."""
    rule = cursor.peek()
    if rule is None or not _RULE.fullmatch(rule):
        return None
    lines: list[str] = []
    for ahead in range(1, MAX_FRAMED_LINES):
        text = cursor.peek(ahead)
        if text is None:
            return None
        if text == rule:
            cursor.skip(ahead + 1)
            return textwrap.dedent("\n".join(lines)).strip()
        lines.append(text.rstrip())
    return None


def _skip_blank(cursor: Cursor, lines: list[str]) -> None:
    """Pass the blank lines that a message begins with, if text follows that may be its own."""
    ahead = 0
    while ahead < 3:
        text = cursor.peek(ahead)
        if text is None or _ELSEWHERE.match(text):
            return
        if text.strip():
            break
        ahead += 1
    else:
        return
    lines.extend([""] * ahead)
    cursor.skip(ahead)


def _without_margin(cursor: Cursor) -> int:
    """How many lines stand here before the margin or the next box of an exception group.

    The interpreter's own printer in CPython 3.11 and 3.12 gives only a message's first line its margin.
    """
    for ahead in range(_MAX_WITHOUT_MARGIN):
        raw = cursor.raw(ahead)
        if raw is None or _ELSEWHERE.match(raw):
            return 0
        if _MARGIN.match(raw):
            return ahead
    return 0


def _separates(cursor: Cursor) -> bool:
    """Whether the blank line here is followed by the sentence between two chained exceptions."""
    following = cursor.peek(1)
    return following is not None and following.startswith(_SENTENCES)

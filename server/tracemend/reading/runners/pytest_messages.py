"""What pytest says outside of tests: wrong arguments and settings, its own failure, a time that ran out, an exit.

Sources: every `UsageError` of `_pytest` 7 to 9 and `Config` (printed as `ERROR: ...`), `terminal.py`
(pytest_internalerror, `!!!` rules), pytest-timeout 2 (timeout_timer, dump_stacks), pytest-cov 5 to 7
(pytest_terminal_summary).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracemend import lazy
from tracemend.reading.report import MORE, Block, Frame, Hints, NeedMore, Span
from tracemend.reading.runners.pytest_failures import block, failures, report
from tracemend.reading.surroundings import is_exception_name
from tracemend.reading.tracebacks import traceback
from tracemend.reading.tracebacks.stack import FRAME

_USAGE = lazy.regex(
    r"ERROR: (?P<message>file or directory not found: .+|not found: .+|usage: .*|Wrong expression passed to '-[km]': .+"
    r"|module or package not found: .+|Unknown config option: .+|Missing required plugins: .+"
    r"|while parsing the following warning configuration:|Directory '.+' not found\. Check your '--rootdir' option\."
    r"|package argument cannot contain :: selection parts: .+|path cannot contain \[\] parametrization: .+"
    r"|.{1,400}: 'minversion' requires pytest-.+)"
)
_USAGE_ERROR = lazy.regex(r"[^:]{1,400}: error: (?P<message>.+)")
_SETTINGS = lazy.regex(
    r"ERROR: (?P<path>\S.{0,400}\.(?:ini|cfg|toml))(?::(?P<line>\d{1,9}))?: (?P<message>\S.{0,2000}?"
    r"(?: \(at line (?P<at>\d{1,9}), column (?P<column>\d{1,9})\))?)$"
)
_COVERAGE = lazy.regex(r"FAIL (?P<message>Required test coverage of \S{1,20} not reached\. Total coverage: \S{1,20})$")
_INTERNAL = "INTERNALERROR>"
_NAMED = lazy.regex(r"(?P<type>[A-Za-z_][\w.]{0,200}): (?P<message>.{1,2000})")
_INTERNAL_LINES = 2000
_STACK = lazy.regex(r"~{1,200} ?Stack of (?P<thread>\S.{0,400}) \(\d{1,20}\) ~{1,200}$")
_TIMEOUT = lazy.regex(r"\+{3,200} Timeout \+{3,200}$")
_STACK_LINES = 1000
_HEADER = ("Traceback (most recent call last):", "  + Exception Group Traceback (most recent call last):")


def read_message(lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
    """The message that begins at `lines[at]`."""
    line = lines[at]
    if line.startswith(_INTERNAL):
        return _internal(lines, at, final)
    if line.startswith("~"):
        stack = _STACK.match(line)
        return _timeout(lines, at, final, stack["thread"] == "MainThread") if stack else None
    if line.startswith("ERROR: Coverage failure: "):
        return Block((), at + 1)  # `FAIL Required ...` below says it again
    short = _COVERAGE.match(line)
    if short:
        return _block(short["message"], (), at, at + 1)
    return _usage(lines, at, final)


def _usage(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """`ERROR: ` lines about pytest's own arguments and settings."""
    found = _USAGE.match(lines[at])
    if not found:
        settings = _SETTINGS.match(lines[at])
        if not settings:
            return None
        number, column = settings["line"] or settings["at"], settings["column"]
        frame = Frame(
            settings["path"], int(number) if number else None, column=int(column) if column is not None else None
        )
        return _block(settings["message"], (frame,), at, at + 1)
    if at + 1 >= len(lines) and not final:
        return MORE
    message = found["message"]
    following = lines[at + 1] if at + 1 < len(lines) else ""
    end = at + 1
    if message.startswith("usage: "):
        error = _USAGE_ERROR.match(following)
        if not error or not ("pytest" in following + message or "[file_or_dir]" in message):
            return None
        message, end = error["message"], at + 2
    elif following.startswith("(no "):
        message, end = message + "\n" + following, at + 2
    elif message.startswith("while parsing "):
        return _warning_filter(lines, at, final, message)
    return _block(message, (), at, end)


def _warning_filter(lines: Sequence[str], at: int, final: bool, message: str) -> Block | NeedMore | None:
    """`ERROR: while parsing the following warning configuration`, the setting, and what is wrong with it."""
    error = next((n for n in range(at + 1, min(len(lines), at + 12)) if lines[n] == "This error occurred:"), None)
    if error is None or error + 2 >= len(lines):
        return MORE if not final and len(lines) < at + 12 else None
    setting = " ".join(line.strip() for line in lines[at + 1 : error] if line.strip())
    message = f"{message} {setting}"
    if lines[error + 2] not in _HEADER:
        return _block(f"{message}\n{lines[error + 2].strip()}", (), at, error + 3)
    below = traceback.DIALECT.read(lines, error + 2, final, Hints(selected=True))
    if not isinstance(below, Block) or not below.reports:
        return MORE if isinstance(below, NeedMore) else None
    last = below.reports[-1]
    return _block(f"{message}\n{last.exception}: {last.message}", (), at, below.end)


def _internal(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """Lines behind `INTERNALERROR>`: a traceback, or pytest's own long style."""
    end = at
    limit = min(len(lines), at + _INTERNAL_LINES)
    while end < limit and lines[end].startswith(_INTERNAL):
        end += 1
    if end == len(lines) and not final:
        return MORE
    inner = [line[len(_INTERNAL) + 1 :] for line in lines[at:end]]
    first = next((index for index, line in enumerate(inner) if line in _HEADER), None)
    if first is None:
        found = failures(inner, 0, len(inner))
        read = block(found, 0, len(inner)) if found else _last_said(inner)
    else:
        below = traceback.DIALECT.read(inner, first, True, Hints(selected=True))
        read = below if isinstance(below, Block) else None
    if read is None or not read.reports:
        return Block((), end)  # they are not looked at again line by line
    reports = tuple(
        replace(one, tool="pytest", span=Span(one.span.start + at, one.span.end + at)) for one in read.reports
    )
    return Block(reports, end)


def _last_said(inner: Sequence[str]) -> Block | None:
    """The exception of lines of which the traceback above was cut off."""
    for index in range(len(inner) - 1, -1, -1):
        found = _NAMED.match(inner[index])
        if found and is_exception_name(found["type"]):
            return Block((report(found["type"], found["message"], (), Span(index + 1, index + 1)),), len(inner))
    return None


def _timeout(lines: Sequence[str], at: int, final: bool, main: bool) -> Block | NeedMore | None:
    """The stack of a thread that pytest-timeout prints before it ends the process (`--timeout-method=thread`).

    The main thread's is the report; other threads' are no errors.
    """
    frames: list[Frame] = []
    end = at + 1
    limit = min(len(lines), at + _STACK_LINES)
    while end < limit:
        line = lines[end]
        found = FRAME.match(line)
        if found:
            frames.append(Frame(found[1], int(found[2]), found[3]))
        elif not main and line.startswith(("~", "+")):
            return Block((), end)
        elif _TIMEOUT.match(line):
            return _block("Timeout", tuple(frames), at, end + 1) if frames else None
        elif line.startswith("    ") and frames:
            frames[-1] = frames[-1]._replace(source=frames[-1].source or line.strip())
        else:
            return None
        end += 1
    return MORE if end == len(lines) and not final else None


def _block(message: str, frames: tuple[Frame, ...], at: int, end: int) -> Block:
    found = report(None, message, frames, Span(at + 1, end))
    if frames and found.user_frame is None and frames[-1].line is None:
        found = replace(found, user_frame=frames[-1])
    return Block((found,), end)

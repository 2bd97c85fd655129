"""One complaint of a program as a block, and which programs a command line runs: what readers of tools share."""

from __future__ import annotations

import re
from functools import lru_cache

from tracemend.reading.report import Block, ErrorReport, Frame, Hints, Span
from tracemend.reading.surroundings import showing_program

_SEPARATORS = re.compile(r"&&|\|\|?|[;&\n()]")
_BEFORE = re.compile(
    r"sudo|doas|env|command|exec|time|timeout|nice|nohup|stdbuf|xvfb-run|winpty|then|do|else|if|while|!"
    r"|[A-Za-z_]\w*=.*|-\S+|\d+(?:\.\d+)?[smhd]?"
)
_PYTHON = re.compile(r"(?:python|pypy)[\d.]{0,6}w?|py")
_EXECUTABLE = re.compile(r"\.(?:exe|cmd|bat|ps1)$", re.IGNORECASE)
_MAX_COMMAND = 4000


@lru_cache(maxsize=64)
def programs(command: str | None) -> tuple[str, ...]:
    """The names of the programs that a command line runs, without their folders, in their order.

    Of `python -m flask` and `python manage.py` both count: `python` and `flask`, `python` and `manage.py`.
    """
    found: dict[str, None] = {}
    for part in _SEPARATORS.split((command or "")[:_MAX_COMMAND]):
        words = part.split()
        while words and _BEFORE.fullmatch(words[0]):
            del words[0]
        if not words:
            continue
        name = bare_name(words[0])
        found[name] = None
        if _PYTHON.fullmatch(name):
            arguments = words[1:]
            if "-m" in arguments[:-1]:
                found[arguments[arguments.index("-m") + 1].partition(".")[0]] = None
            elif arguments and not arguments[0].startswith("-"):
                found[bare_name(arguments[0])] = None
    return tuple(found)


def bare_name(path: str) -> str:
    """A program's name as its messages begin with it: no folder, no quotes, no `.exe`."""
    name = re.split(r"[\\/]", path.strip("\"'"))[-1]
    return _EXECUTABLE.sub("", name)


def is_shown(line: str, hints: Hints) -> bool:
    """Whether the line is rather text that the command shows than something that it says (`cat notes.txt`)."""
    if hints.selected:
        return False
    program = showing_program(hints.command)
    return program is not None and not line.startswith(f"{program}: ")


def complaint(
    tool: str,
    message: str | list[str],
    at: int,
    end: int,
    *,
    notes: tuple[str, ...] | list[str] = (),
    code: str | None = None,
    exception: str | None = None,
    frames: tuple[Frame, ...] = (),
    user: Frame | None = None,
    shown: bool = True,
    summary: bool = False,
) -> Block:
    """A block of one error on lines `at` to `end` (0-based, exclusive), shown on `user` or else the last frame."""
    text = message if isinstance(message, str) else "\n".join(message)
    report = ErrorReport(
        tool=tool,
        severity="error",
        exception=exception,
        message=text.strip("\n"),
        span=Span(at + 1, end),
        frames=frames,
        user_frame=user or (frames[-1] if frames and shown else None),
        notes=tuple(notes),
        code=code,
        summary=summary,
    )
    return Block((report,), end)

"""One complaint of a program as a block, and which programs a command line runs: what readers of tools share."""

from __future__ import annotations

import re
from functools import lru_cache

from tracemend import lazy
from tracemend.reading.report import Block, ErrorReport, Frame, Hints, Span
from tracemend.reading.surroundings import showing_program

_SEPARATORS = lazy.regex(r"&&|\|\|?|[;&\n()]")
_HANDED_ON = lazy.regex(
    r"(?:^|[\s;&|(])(?:(?:ba|da|z|k|fi)?sh|su)\s(?:[^;&|\n'\"]{0,200}\s)?-\w{0,4}c\s+(['\"])(?P<line>.{1,2000}?)\1",
    re.DOTALL,
)
"""The command line that a shell is given: `sh -c '...'`."""
_VALUED = lazy.regex(r"-[sknugCU]|--(?:signal|kill-after|adjustment|user|group|chdir|unset)")
"""Options of what runs another program, whose value is the next word."""
_BEFORE = lazy.regex(
    r"sudo|doas|env|command|exec|time|timeout|nice|nohup|stdbuf|xvfb-run|winpty|then|do|else|if|while|!"
    r"|[A-Za-z_]\w*=.*|-\S+|\d+(?:\.\d+)?[smhd]?"
)
_PYTHON = lazy.regex(r"(?:python|pypy)[\d.]{0,6}w?|py")
_EXECUTABLE = lazy.regex(r"\.(?:exe|cmd|bat|ps1)$", re.IGNORECASE)
_MAX_COMMAND = 4000


@lru_cache(maxsize=64)
def programs(command: str | None) -> tuple[str, ...]:
    """The names of the programs that a command line runs, without their folders, in their order.

    Of `python -m flask` and `python manage.py` both count: `python` and `flask`, `python` and `manage.py`; of
    `sh -c 'make'` the shell and `make`.
    """
    found: dict[str, None] = {}
    line = (command or "")[:_MAX_COMMAND]
    handed = [shell["line"] for shell in _HANDED_ON.finditer(line)]
    for part in _SEPARATORS.split("\n".join((_HANDED_ON.sub(" sh", line), *handed)) if handed else line):
        words = part.split()
        while words and _BEFORE.fullmatch(words[0]):
            del words[: 2 if _VALUED.fullmatch(words[0]) else 1]
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


RUNNERS = frozenset(
    {
        "ansible-playbook", "bash", "bundle", "cmake", "dash", "docker", "docker-compose", "fish", "hatch", "just",
        "ksh",
        "make", "ninja", "nox", "npm", "npx", "parallel", "pdm", "pipenv", "pnpm", "podman", "poetry", "pre-commit",
        "python", "python3", "python.exe", "sh", "ssh", "su", "sudo", "task", "tox", "uv", "vagrant",
        "xargs", "yarn", "zsh",
    }
)  # fmt: skip


def runs_others(command: str | None) -> bool:
    """Whether programs may have printed that the command line does not name: it runs a script, or what runs others."""
    ran = programs(command)
    return not ran or any(one in RUNNERS or one.endswith((".sh", ".py", ".bash")) for one in ran)


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

"""What shells say: bash, sh (dash, BusyBox), zsh, fish, PowerShell and cmd, and the programs that they start.

The shell's own prefix is taken off (`bash: line 1: jupyter: command not found` is `jupyter: command not found`); a
script's name and line in it become a frame. A program's message keeps the program's name, since that says what could
not be done (`cp: cannot stat 'a': No such file or directory`). A prefix proves little (`note: ...`, `main: 3: ...`),
so the text after it must be one that a shell prints, or end in one of the system's error texts (strerror).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend.reading import openings
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, Hints, NeedMore, Span
from tracemend.reading.surroundings import is_exception_name, showing_program

_SHELLS = frozenset({"ash", "bash", "busybox", "dash", "fish", "ksh", "mksh", "rbash", "sh", "zsh"})

_SYSTEM = (
    "Permission denied",
    "No such file or directory",
    "Is a directory",
    "Not a directory",
    "File exists",
    "No space left on device",
    "Read-only file system",
    "Operation not permitted",
    "Device or resource busy",
    "Text file busy",
    "Directory not empty",
    "Argument list too long",
    "Exec format error",
    "No such process",
    "Input/output error",
    "Too many open files",
    "Cannot allocate memory",
    "File name too long",
    "Disk quota exceeded",
    "Too many levels of symbolic links",
    "Invalid cross-device link",
    "Connection refused",
    "Connection timed out",
    "Name or service not known",
    "command not found",
)
"""How a program's complaint ends: glibc's strerror texts, and what sudo and the like say of a missing command."""

_ENDS = (
    *_SYSTEM,
    ": not found",
    ": No such file",
    "Directory nonexistent",
    "cannot execute: required file not found",
    "unbound variable",
    "parameter not set",
    "integer expression expected",
    "unary operator expected",
    "binary operator expected",
    "not a valid identifier",
    "bad variable name",
    "ambiguous redirect",
    "ad substitution",
    "readonly variable",
    "is read only",
    "too many arguments",
    "numeric argument required",
    "event not found",
    "missing `]'",
    "HOME not set",
    "cannot overwrite existing file",
    "cannot execute binary file",
)
_CONTAINS = re.compile(
    r"[Ss]yntax error[: ]|unexpected EOF while looking for|can't cd to |bad interpreter: |not a valid identifier"
    r"|^\d{1,9} (?:Killed|Segmentation fault|Aborted|Bus error)\b|invalid option$"
)
_ZSH = re.compile(
    r"(?:command not found|no such file or directory|permission denied|no matches found|bad pattern|is a directory"
    r"|not a directory|file exists|not an identifier|integer expression expected|exec format error|number expected"
    r"|not valid in this context|read-only variable|no such option|bad option|bad substitution|event not found): \S"
    r"|parse error\b|unmatched [\"'`]|bad substitution$|condition expected|can't open input file: "
    r"|(?:killed|segmentation fault|abort) {2}|[^:]{1,200}: (?:parameter not set|bad interpreter: .*|no such process)$"
    r"|kill \d{1,9} failed: |argument list too long: "
)
_FISH = re.compile(
    r"Unknown command[: .].*|Unexpected .*|Missing .*|Unsupported .*|Expected .*|Command substitutions? .*|Unknown .*"
)

_LINED = re.compile(r"(?P<who>[^\s:][^:]{0,400}): (?:-c: )?line (?P<line>\d{1,9}): (?P<rest>.+)")
_NUMBERED = re.compile(r"(?P<who>[^\s:]{1,400}): (?P<line>\d{1,9}): (?P<rest>.+)")
_ZSH_PLACED = re.compile(r"(?P<who>[^\s:]{1,400}):(?:(?P<function>[^\s:]{1,200}):)?(?P<line>\d{1,9}): (?P<rest>.+)")
_PLAIN = re.compile(r"(?P<who>[^\s:]{1,400}): (?P<rest>.+)")
_FISH_PLACED = re.compile(r"(?P<path>\S.{0,400}?) \(line (?P<line>\d{1,9})\): ?(?P<rest>.*)")
_CARETS = re.compile(r"\s{0,2000}\^(?:~{0,2000}\^)?$")
_PROGRAM = re.compile(r"[a-z0-9./~_][\w./+~@-]{0,400}")
_PYTHON = re.compile(r"(?:.{0,400}[\\/])?python[\d.]{0,8}(?:\.exe)?")
_NOT_PROGRAMS = frozenset({"cause", "caused", "debug", "error", "fatal", "hint", "info", "note", "tip", "warning"})

_CMD = re.compile(r"'[^']{1,300}' is not recognized as an internal or external command,?")
_POWERSHELL = re.compile(
    r"(?:.{0,400}?[^\s|] ?: |\s{1,20}\| )?"
    r"(?P<rest>(?:The term )?'[^']{1,400}' is not recognized as (?:the|a) name .*|File .{1,400} cannot be loaded.*)"
)
_POWERSHELL_PLACE = re.compile(r"At (?P<path>.{1,400}):(?P<line>\d{1,9}) char:(?P<column>\d{1,9})$")
_CMD_ALONE = frozenset({"The system cannot find the path specified.", "The system cannot find the file specified."})


class _Shell:
    """Reads one complaint of a shell or of a program that it started."""

    name = "shell"

    opens = staticmethod(openings.shell)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if line in _CMD_ALONE:
            return _block(line, at, at + 1, None)
        windows = _windows(lines, at, final)
        if windows is not None:
            return windows
        shown_by = None if hints.selected else showing_program(hints.command)
        if shown_by is not None and line.partition(":")[0].rpartition("/")[2] not in _SHELLS | {shown_by}:
            return None
        return _fish(lines, at, final) or _posix(lines, at, final)


def _is_shell(who: str) -> bool:
    return who.rpartition("/")[2].lstrip("-").removesuffix(".exe") in _SHELLS


def _complains(rest: str) -> bool:
    return rest.endswith(_ENDS) or bool(_CONTAINS.search(rest[:2000]))


def _posix(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """bash, sh and zsh, and programs."""
    line = lines[at]
    found = _LINED.match(line)
    if found:
        who, rest = found["who"], found["rest"]
        if rest.startswith("warning: ") or not (_is_shell(who) or _complains(rest)):
            return None
        frame = None if _is_shell(who) else Frame(who, int(found["line"]))
        if "syntax error" not in rest:
            return _block(rest, at, at + 1, frame)
        if at + 1 >= len(lines):
            return _block(rest, at, at + 1, frame) if final else MORE
        quoted = _LINED.match(lines[at + 1])  # bash repeats the line that it could not read
        if quoted and quoted["who"] == who and quoted["rest"][0] == "`" and quoted["rest"][-1] == "'":
            source = quoted["rest"][1:-1].strip()
            if frame:
                frame = Frame(frame.path, frame.line, source=source)
            return _block(rest, at, at + 2, frame, (source,))
        return _block(rest, at, at + 1, frame)
    for pattern in (_NUMBERED, _ZSH_PLACED):
        found = pattern.match(line)
        if found:
            who, rest = found["who"], found["rest"]
            shell = _is_shell(who)
            said = _complains(rest) if pattern is _NUMBERED else bool(_ZSH.match(rest))
            if said or (shell and pattern is _NUMBERED):
                return _block(rest, at, at + 1, None if shell else Frame(who, int(found["line"])))
            return None
    found = _PLAIN.match(line)
    if not found:
        return None
    who, rest = found["who"], found["rest"]
    if _is_shell(who):
        if _complains(rest) or _ZSH.match(rest):
            return _block(rest, at, at + 1, None)
        return None
    if not _PROGRAM.fullmatch(who) or who in _NOT_PROGRAMS or is_exception_name(who):
        return None
    if _PYTHON.fullmatch(who):
        return None  # what the interpreter says when it cannot start is read as Python's
    if rest.endswith(_SYSTEM) or (who in ("cd", "source", "kill") and (_ZSH.match(rest) or _complains(rest))):
        return _block(line, at, at + 1, None)
    return _block(line, at, at + 1, None) if rest == "permission denied" else None


def _fish(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """fish: a message, in scripts with its place, then the command and carets under it."""
    line = lines[at]
    frame = None
    placed = None
    message = ""
    end = at + 1
    if line.startswith("fish: "):
        found = _FISH.match(line, 6)
        if not found:
            return None
        message = found[0]
        if end < len(lines):
            placed = _FISH_PLACED.match(lines[end])
            if placed or lines[end].rstrip() == "fish:":
                end += 1
    else:
        placed = _FISH_PLACED.match(line)
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
    return _block(message, at, end + 2 if carets else end, frame)


def _windows(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """cmd and PowerShell, which break their sentences at the width of the window."""
    if " is not recognized as " not in lines[at] and " cannot be loaded" not in lines[at]:
        return None
    cmd = _CMD.match(lines[at])
    found = None if cmd else _POWERSHELL.match(lines[at])
    message = lines[at].strip() if cmd else found["rest"].rstrip() if found else None
    if message is None:
        return None
    end = at + 1
    frame = None
    while end < min(len(lines), at + 14):
        text = lines[end].strip()
        if cmd:
            if text == "operable program or batch file.":
                message += " " + text
                end += 1
            break
        place = _POWERSHELL_PLACE.match(text)
        if place:
            if place["path"] != "line":
                frame = Frame(place["path"], int(place["line"]), column=int(place["column"]))
        elif text.startswith("| "):
            message += " " + text[2:].strip()
        elif not text.startswith("+ "):
            if not text or frame or message.endswith((".", "LinkID=135170", "LinkID=135170.")) or ":" in text[:3]:
                break
            message += " " + text
        end += 1
    else:
        if end == len(lines) and not final:
            return MORE
    return _block(message, at, end, frame)


def _block(message: str, at: int, end: int, frame: Frame | None, notes: tuple[str, ...] = ()) -> Block:
    report = ErrorReport(
        tool="shell",
        severity="error",
        exception=None,
        message=message,
        span=Span(at + 1, end),
        frames=(frame,) if frame else (),
        user_frame=frame,
        notes=notes,
    )
    return Block((report,), end)


DIALECT = _Shell()

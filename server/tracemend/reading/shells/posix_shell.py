"""What bash, sh (dash, BusyBox), zsh, ksh, mksh, yash and tcsh say, and programs that end in the system's error texts.

The shell's own prefix is taken off; a script's name and line in it become a frame. Forms, all of them provoked:

    s.sh: line 3: x: command not found     bash 5.2, BusyBox 1.35 (`s.sh: cd: line 5: ...` of its builtins)
    s.sh: 3: x: not found                  dash 0.5.12
    s.sh:3: command not found: x           zsh 5.9; `s.sh:cd:3: ...` of its builtins and functions
    s.sh[3]: x: not found                  ksh 93u+m; mksh 59c puts `E: ` before it
    s.sh: syntax error at line 3: ...      ksh
    x: Command not found.                  tcsh 6.24

A prefix proves little (`note: ...`, `main: 3: ...`): the text after it must be one that a shell prints, or end in one
of the system's error texts, in English or a language of `localised_texts`; behind a script's name that ends as one, any
text counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracemend import lazy
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, NeedMore, Span
from tracemend.reading.shells.shell_words import SCRIPT_LINE, SYSTEM, complains, is_shell
from tracemend.reading.surroundings import is_exception_name

_ZSH = lazy.regex(
    r"(?:command not found|no such file or directory|permission denied|no matches found|bad pattern|is a directory"
    r"|not a directory|file exists|not an identifier|integer expression expected|exec format error|number expected"
    r"|not valid in this context|read-only variable|no such option|bad option|bad substitution|event not found"
    r"|bad math expression|function definition file not found|no such user or named directory|unknown file attribute"
    r"|maximum nested function level reached; increase FUNCNEST\?): ?\S"
    r"|defining function based on alias [`']|parse error\b"
    r"|unmatched [\"'`]|bad substitution$|condition expected|can't open input file: |division by zero$"
    r"|[^:]{1,200}: (?:parameter not set|bad interpreter: .*|no such process|assignment to read-only variable)$"
    r"|kill \d{1,9} failed: |argument list too long: |fork failed: |write error: |no current job|job not found: "
    r"|syntax error: |']' expected|too many arguments$|not enough arguments$|no such job: |value too great for base"
)
_LINED = lazy.regex(rf"{SCRIPT_LINE}(?P<rest>\S.*)")
_BUILTIN = lazy.regex(r"(?P<who>[^\s:]{1,400}): (?P<builtin>[a-z.\[]{1,20}): line (?P<line>\d{1,9}): (?P<rest>\S.*)")
_NUMBERED = lazy.regex(r"(?P<who>[^\s:]{1,400}): (?P<line>\d{1,9}): (?P<rest>.+)")
_ZSH_PLACED = lazy.regex(r"(?P<who>[^\s:]{1,400}):(?:(?P<function>[^\s:]{1,200}):)?(?P<line>\d{1,9}): (?P<rest>.+)")
_BRACKETED = lazy.regex(r"(?:[EW]: )?(?P<who>[^\s:\[]{1,400})\[(?P<line>\d{1,9})\]: (?P<rest>.+)")
_KSH_SYNTAX = lazy.regex(r"(?P<who>[^\s:]{1,400}): (?P<rest>syntax error at line (?P<line>\d{1,9}): .{1,300})$")
_PLAIN = lazy.regex(r"(?P<who>[^\s:]{1,400}): (?P<rest>.+)")
_SCRIPT = lazy.regex(r"\S{1,400}\.(?:sh|bash|zsh|ksh|command)")
_PROGRAM = lazy.regex(r"[a-z0-9./~_\[][\w./+~@-]{0,400}")
_PYTHON = lazy.regex(r"(?:.{0,400}[\\/])?python[\d.]{0,8}(?:\.exe)?")
_NOT_PROGRAMS = frozenset({"cause", "caused", "debug", "error", "fatal", "hint", "info", "note", "tip", "warning"})
_VERSIONS = lazy.regex(r"(?:version `.{1,100}' (?:is )?not installed|no such command [`'].{1,100}').*")
_USAGE = lazy.regex(
    r"(?:-r not specified; )?omitting directory |.{0,200}hard link not allowed for directory|missing (?:destination )?"
    r"(?:file )?operand|target .{1,300} is not a directory|.{1,300} are the same file$|(?:invalid|unrecognized) option "
)
_TOOLS = frozenset(
    {"cat", "chmod", "chown", "cp", "install", "ln", "ls", "mkdir", "mv", "rm", "rmdir", "stat", "touch"}
)
_HANDLERS = lazy.regex(
    r"Command '[^']{1,200}' (?:not found|is available in )|No command '[^']{1,200}' found"
    r"|The program '?[^' ]{1,200}'? is (?:currently not installed|not in your PATH|not installed)"
    r"|The program '[^']{1,200}' can be found in the following packages:"
)
"""How the handlers of Ubuntu and Debian (command-not-found), nix and Termux begin."""
_OVER_ALIAS = "defining function based on alias "
_SUGGESTION_LINES = 40


@dataclass(frozen=True, slots=True)
class Said:
    """One complaint: without the shell's prefix, and where the script was."""

    message: str
    frame: Frame | None = None


def posix(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """The complaint that begins at `lines[at]`."""
    line = lines[at]
    if _HANDLERS.match(line):
        return _handler(lines, at, final)
    said = _placed(line) or _unplaced(line.removeprefix("E: ") if line.startswith("E: mksh: ") else line)
    if said is None:
        return None
    if said.message.startswith(_OVER_ALIAS):  # zsh says below that the brackets are an error, which comes of it
        if at + 1 >= len(lines) and not final:
            return MORE
        below = _placed(lines[at + 1]) if at + 1 < len(lines) else None
        also = below is not None and below.message.startswith("parse error near ")
        return block(said.message, at, at + 2 if also else at + 1, said.frame)
    first = _LINED.match(line)
    if first is None or not _is_about_syntax(said.message):
        return block(said.message, at, at + 1, said.frame)
    if at + 1 >= len(lines):
        return block(said.message, at, at + 1, said.frame) if final else MORE
    quoted = _LINED.match(lines[at + 1])  # bash repeats the line that it could not read
    if quoted and quoted["who"] == first["who"] and quoted["rest"][0] == "`" and quoted["rest"][-1] == "'":
        source = quoted["rest"][1:-1].strip()
        frame = Frame(said.frame.path, said.frame.line, source=source) if said.frame else None
        return block(said.message, at, at + 2, frame, (source,))
    return block(said.message, at, at + 1, said.frame)


def _placed(line: str) -> Said | None:
    """A complaint with a line's number."""
    if "line " in line:
        found = _BUILTIN.match(line)
        if found and (complains(found["rest"]) or _SCRIPT.fullmatch(found["who"])):
            return _said(f"{found['builtin']}: {found['rest']}", found["who"], found["line"])
        found = _KSH_SYNTAX.match(line)
        if found:
            return _said(found["rest"], found["who"], found["line"])
    found = _LINED.match(line)
    if found:
        who, rest, number = found["who"], found["rest"], found["line"] or found["counted"]
        if rest.startswith("warning: "):
            return None
        certain = is_shell(who) or _SCRIPT.fullmatch(who) or complains(rest)
        return _said(rest, who, number) if certain or _is_localised(rest) else None
    found = _BRACKETED.match(line)
    if found and (complains(found["rest"]) or _SCRIPT.fullmatch(found["who"])):
        return _said(found["rest"], found["who"], found["line"])
    found = _NUMBERED.match(line)
    if found:
        who, rest = found["who"], found["rest"]
        certain = is_shell(who) or complains(rest) or (": " in rest and bool(_SCRIPT.fullmatch(who)))
        return _said(rest, who, found["line"]) if certain else None
    found = _ZSH_PLACED.match(line)
    if found and _ZSH.match(found["rest"]):
        return _said(found["rest"], found["who"], found["line"])
    return None


def _unplaced(line: str) -> Said | None:
    """A shell's complaint at the prompt, or a program's."""
    found = _PLAIN.match(line) or _FRENCH.match(line)
    if not found or _NUMBERED.match(line) or _ZSH_PLACED.match(line):
        return None
    who, rest = found["who"], found["rest"]
    if is_shell(who):
        known = complains(rest) or _ZSH.match(rest) or who == "yash" or rest.endswith("command not found...")
        return Said(rest.removesuffix("...")) if known or _is_localised(rest) else None
    if (
        not _PROGRAM.fullmatch(who)
        or who.isdigit()
        or who in _NOT_PROGRAMS
        or is_exception_name(who)
        or _PYTHON.fullmatch(who)
    ):
        return None  # what the interpreter says when it cannot start is read as Python's
    if rest.endswith(SYSTEM) or rest == "permission denied" or rest in _TCSH:
        return Said(line)
    if who in ("cd", "source", "kill", "fg", "bg") and (_ZSH.match(rest) or complains(rest)):
        return Said(line)
    if who in _TOOLS and _USAGE.match(rest):
        return Said(line)
    if who.endswith("env") and _VERSIONS.fullmatch(rest):
        return Said(line)
    return Said(line) if (not rest.isascii() or rest[:1].isalpha()) and _ends_localised(rest) else None


_FRENCH = lazy.regex(r"(?P<who>[^\s:]{1,400})[ \xa0]: (?P<rest>.+)")
_TCSH = frozenset({"Command not found.", "No match.", "Permission denied.", "No such file or directory."})


def _said(message: str, who: str, line: str) -> Said:
    return Said(message, None if is_shell(who) else Frame(who, int(line)))


def _is_about_syntax(message: str) -> bool:
    if "yntax" in message or message.isascii():
        return "yntax" in message or "sint" in message
    from tracemend.reading.shells.localised import in_english

    return in_english(message).startswith("syntax error")


def _is_localised(rest: str) -> bool:
    from tracemend.reading.shells.localised import is_known

    return is_known(rest)


def _ends_localised(rest: str) -> bool:
    """Whether it ends in one of the system's texts in another language; bash's own need its name in front."""
    from tracemend.reading.shells.localised import errno_of

    return errno_of(rest) is not None


def _handler(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore:
    """What a handler of missing commands says; its suggestions, up to what is no suggestion, are notes."""
    end = at + 1
    last = min(len(lines), at + _SUGGESTION_LINES)
    kept = end
    while end < last:
        line = lines[end]
        if _SUGGESTION.match(line):
            kept = end + 1
        elif line.strip():
            break
        end += 1
    else:
        if end == len(lines) and end < at + _SUGGESTION_LINES and not final:
            return MORE
    notes = tuple(line.strip() for line in lines[at + 1 : kept] if line.strip())
    return block(lines[at].strip(), at, kept, None, notes)


_SUGGESTION = lazy.regex(
    r"\s{1,4}(?:[Cc]ommand '|\* |nix|pkg )|(?:sudo )?(?:apt|snap|apt-get) install |Try: |Ask your administrator"
    r"|See 'snap|The command could not be located because |This is most likely caused by |You (?:can|will) |  ?sudo "
    r"|\[nix-shell|or$|\S{1,200}: command not found$"
)


def block(message: str, at: int, end: int, frame: Frame | None, notes: tuple[str, ...] = ()) -> Block:
    """The one report of a shell's complaint in `lines[at:end]`."""
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

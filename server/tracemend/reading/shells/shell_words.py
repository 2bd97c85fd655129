"""What the readers of shells share: names of shells, how they name a script's line, what they and programs say."""

from __future__ import annotations

from tracemend import lazy

SHELLS = frozenset({"ash", "bash", "busybox", "dash", "fish", "ksh", "ksh93", "mksh", "rbash", "sh", "yash", "zsh"})

SCRIPT_LINE = (
    r"(?P<who>[^\s:,+\"`][^:,`]{0,400}?)(?: ?:|,) "
    r"(?:-c: )?(?:(?:line|Zeile|ligne|línea|linha|строка|riga|linia|satır|行|列|줄) (?P<line>\d{1,9})"
    r"|(?:第 |행 )?(?P<counted>\d{1,9})(?:번|\.? (?:行|列|satır))) ?[:：] ?"
)
"""`s.sh: line 3: ` of bash 5.2 in the languages of `localised_texts`; it has two forms in some of them (`error.c`)."""

SYSTEM = (
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
    "Command not found.",
)
"""How a program's complaint ends: glibc's strerror texts, and what sudo and the like say of a missing command."""

ENDS = (
    *SYSTEM,
    ": not found",
    ": inaccessible or not found",
    ": No such file",
    ": no such file",
    "Directory nonexistent",
    "nonexistent directory",
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
    "can only be used in a function",
    "not in a function",
    "no such job",
    "No current job",
    "division by zero",
    "divide by zero",
    "Bad file descriptor",
    "bad number",
    "unknown operand",
    "Undefined variable.",
    "Event not found.",
)
"""How a shell's own complaint ends: bash (`error.c`, `builtins/common.c`), dash, ksh93, mksh, BusyBox, tcsh."""

_CONTAINS = lazy.regex(
    r"[Ss]yntax error(?:[: ]|$)|unexpected EOF while looking for|can't cd to |bad interpreter: |not a valid identifier"
    r"|invalid option$|\(error token is \"|[Ii]llegal number: |unexpected operator|: division by 0"
    r"|only meaningful in a `|value too great for base"
    r"|\[(?:No such file or directory|Permission denied|Is a directory)\]$"
)


def is_shell(who: str) -> bool:
    """Whether what stands before a message is a shell's name, with or without its folder."""
    return who.rpartition("/")[2].lstrip("-").removesuffix(".exe") in SHELLS


def complains(rest: str) -> bool:
    """Whether a POSIX shell says such a thing of what it could not do."""
    return rest.endswith(ENDS) or bool(_CONTAINS.search(rest[:2000]))

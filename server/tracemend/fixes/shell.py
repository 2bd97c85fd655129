"""One word, and one line of several commands, quoted for the shell that will read them.

A word that a shell cannot be given safely is refused rather than changed.

Sources: POSIX Shell Command Language, 2.2 Quoting; fish,
https://fishshell.com/docs/current/language.html#quotes ; PowerShell, about_Quoting_Rules, about_Parsing,
and its tokenizer's list of quotation marks; Microsoft, "Parsing C++ command-line arguments" and cmd /? for
Windows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from tracemend import lazy
from tracemend.context import Shell

MAX_WORD = 8000
"""cmd reads lines of at most 8,191 characters; a longer word is no path and no name."""

_POSIX_BARE = lazy.regex(r"[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+=:,./-]*")
_FISH_BARE = lazy.regex(r"[A-Za-z0-9_@+:,./-][A-Za-z0-9_@+=:,./-]*")
_POWERSHELL_BARE = lazy.regex(r"[A-Za-z0-9_./\\][A-Za-z0-9_./\\:+=-]*|-{1,2}[A-Za-z0-9_=-]*")
_CMD_BARE = lazy.regex(r"[A-Za-z0-9_./\\:+@-]+")
_POWERSHELL_SINGLE = lazy.regex("(['\u2018\u2019\u201a\u201b])")
_DIRECTIONS = frozenset("\u061c\u200b\u200e\u200f\u2028\u2029\ufeff")


def is_plain(word: str) -> bool:
    """Whether a word has nothing in it that a terminal acts on or that hides what it says: control characters, marks of
    writing direction, half surrogates."""
    if len(word) > MAX_WORD:
        return False
    return not any(
        unicodedata.category(character) in ("Cc", "Cs") or character in _DIRECTIONS or _turns(character)
        for character in word
    )


def _turns(character: str) -> bool:
    return "\u202a" <= character <= "\u202e" or "\u2060" <= character <= "\u2069"


def quote(word: str, shell: Shell, first: bool = False) -> str | None:
    """`word` so that `shell` reads it as that one word, as itself; None where it cannot be.

    `first` is the word that names the command: it must not read as an assignment, and PowerShell must call it.
    """
    return _QUOTERS[shell](word, first) if is_plain(word) else None


def _posix(word: str, first: bool) -> str:
    # A leading `=` is zsh's path of a command; `!` is history in double quotes only.
    if _POSIX_BARE.fullmatch(word) and not (first and "=" in word):
        return word
    return "'" + word.replace("'", "'\"'\"'") + "'"


def _fish(word: str, first: bool) -> str:
    if _FISH_BARE.fullmatch(word) and not (first and "=" in word):
        return word
    return "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _powershell(word: str, first: bool) -> str | None:
    # Windows PowerShell 5.1 drops empty words, and hands on broken: double quotes, and a backslash at a quoted end.
    if not word or '"' in word or word == "--%" or (word.endswith("\\") and " " in word):
        return None
    if first:
        bare = _POWERSHELL_BARE.fullmatch(word) and not word.startswith("-") and not word[0].isdigit()
        return word if bare else "& '" + _POWERSHELL_SINGLE.sub(r"\1\1", word) + "'"
    if _POWERSHELL_BARE.fullmatch(word):
        return word
    return "'" + _POWERSHELL_SINGLE.sub(r"\1\1", word) + "'"


def _cmd(word: str, first: bool) -> str | None:
    # Nothing keeps an interactive cmd from replacing %NAME%, nor, where it is switched on, !NAME!.
    if any(character in word for character in '"%!') or (first and word.endswith("\\")):
        return None
    if _CMD_BARE.fullmatch(word):
        return word
    trailing = len(word) - len(word.rstrip("\\"))
    return f'"{word}{chr(92) * trailing}"'


_QUOTERS: dict[Shell, Callable[[str, bool], str | None]] = {
    "bash": _posix,
    "zsh": _posix,
    "sh": _posix,
    "fish": _fish,
    "powershell": _powershell,
    "cmd": _cmd,
}


def line(words: Sequence[str], shell: Shell) -> str | None:
    """One command; None where it has no words, or one of them cannot be given."""
    quoted = [quote(word, shell, first=index == 0) for index, word in enumerate(words)]
    if not quoted or None in quoted:
        return None
    return " ".join(word for word in quoted if word is not None)


def join(lines: Sequence[str], shell: Shell) -> str:
    """Several commands on one line, each run only if the one before it went well."""
    if shell != "powershell":
        return " && ".join(lines)
    # Windows PowerShell 5.1 has no `&&`.
    joined = lines[-1] if lines else ""
    for command in reversed(lines[:-1]):
        joined = f"{command}; if ($?) {{ {joined} }}"
    return joined

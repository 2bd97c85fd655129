"""What systems and shells say in other languages than English: which number a text stands for, and its English.

    cp: der Aufruf von stat für 'a' ist nicht möglich: Datei oder Verzeichnis nicht gefunden    is errno 2
    [WinError 5] Zugriff verweigert: 'x'    is "Access is denied: 'x'"
    foo: 未找到命令    is "foo: command not found"

A text counts where it is the message or stands at its end, behind a colon, with no more than a quoted file name after
it. Where glibc and Windows say the same (Russian, Turkish), a full stop tells Windows', which ends its texts with one.
Python's asyncio prints them in lower case.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tracemend import lazy
from tracemend.reading.shells import localised_texts as texts

_MAX = 2_000
_BEFORE = lazy.regex(r"[:：]|\] ")
_QUOTED = lazy.regex(r": b?['\"]")
_SEGMENTS = 8
_END = " .。!\xa0"
_CMD_REST = ", operable program or batch file."


def errno_of(message: str) -> int | None:
    """The errno that a localised message ends with; None for an English one."""
    for text, _, end in _candidates(message):
        number = _errnos().get(text)
        if number is not None and not (end.startswith(".") and text in _winerrors()):
            return number
    return None


def winerror_of(message: str) -> int | None:
    """The Windows error number that a localised message ends with; None for an English one."""
    for text, _, end in _candidates(message):
        number = _winerrors().get(text)
        if number is not None and (end.startswith(".") or text not in _errnos()):
            return number
    return None


def in_english(message: str) -> str:
    """The message with the text that it ends with in English; the message itself where nothing is known of it."""
    for text, start, end in _candidates(message):
        windows = _winerrors().get(text)
        number = _errnos().get(text)
        if windows is not None and (number is None or end.startswith(".")):
            return message[:start] + texts.WINERROR[windows][0] + end.removeprefix("。")
        if number is not None:
            return message[:start] + texts.ERRNO[number][0] + end.removeprefix("。")
    line, feed, rest = message[:_MAX].partition("\n")
    plain = line.replace("\xa0", " ").rstrip(_END)
    for english, before, after in _templates():
        if (
            plain.startswith(before)
            and plain.endswith(after)
            and len(plain) >= len(before) + len(after) + ("%s" in english)
        ):
            return english.replace("%s", plain[len(before) : len(plain) - len(after)], 1) + feed + rest
    name = cmd_command(line)
    if name is not None:
        return next(iter(texts.CMD)).replace("%s", name) + _CMD_REST
    return message


def is_known(message: str) -> bool:
    """Whether a localised message is one of a system's or a shell's."""
    return in_english(message) is not message


def cmd_command(line: str) -> str | None:
    """The command of which a localised cmd says that it is neither internal nor external; else None."""
    for before, after in _cmd():
        if line.startswith(before):
            at = line.find(after, len(before), len(before) + 300)
            if at > len(before):
                return line[len(before) : at]
    return None


def signal_of(text: str) -> str | None:
    """The signal whose localised name the text begins with, as `SIGKILL`; else None."""
    return next((signal for signal, names in texts.SIGNALS.items() if text.startswith(names)), None)


def signal_named(name: str) -> str | None:
    """The signal of that localised name; else None."""
    return next((signal for signal, names in texts.SIGNALS.items() if name in names), None)


def _candidates(message: str) -> Iterator[tuple[str, int, str]]:
    """The parts of a message that may be an error's text, the last one first: it in lower case, where, what follows."""
    line = message[:_MAX].partition("\n")[0]
    starts = [found.end() for found in _BEFORE.finditer(line)][-_SEGMENTS:]
    for start in (*reversed(starts), 0):
        quoted = _QUOTED.search(line, start)
        for end in (len(line), quoted.start() if quoted else 0):
            text = line[start:end].strip(_END)
            if text:
                at = line.index(text, start)
                yield text.lower(), at, line[at + len(text) :]


@lru_cache(maxsize=1)
def _errnos() -> dict[str, int]:
    return {text.lower(): number for number, row in texts.ERRNO.items() for text in row[1:]}


@lru_cache(maxsize=1)
def _winerrors() -> dict[str, int]:
    return {text.lower(): number for number, row in texts.WINERROR.items() for text in row[1:]}


@lru_cache(maxsize=1)
def _templates() -> tuple[tuple[str, str, str], ...]:
    """bash's messages: the English one, what stands before and what after the thing that the message speaks of."""
    found = []
    for english, row in texts.BASH.items():
        for text in row:
            before, _, after = text.partition("%s")
            found.append((english, before, after))
    return tuple(found)


@lru_cache(maxsize=1)
def _cmd() -> tuple[tuple[str, str], ...]:
    return tuple((text.partition("%s")[0], text.partition("%s")[2]) for row in texts.CMD.values() for text in row)

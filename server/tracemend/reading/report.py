"""What the readers bring: one error as it was printed, before anyone knows what it is."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from tracemend import lazy

Severity = Literal["error", "warning"]
How = Literal["cause", "context", "member"]
PrefixKind = Literal["container", "ci", "log"]


class Span(NamedTuple):
    """Lines of the text that was read: 1-based, both ends inclusive, lines ended by a line feed."""

    start: int
    end: int


class Frame(NamedTuple):
    """One place that a report names.

    `path` is as printed. `line` is 1-based, `column` and `end_column` 1-based in characters (the end exclusive) and
    known only where the tool prints them. `source` is the source line as printed, without its indentation; `carets`
    are the columns that carets mark in it: 0-based, in characters of `source`, the end exclusive.
    """

    path: str
    line: int | None = None
    name: str | None = None
    source: str | None = None
    carets: tuple[int, int] | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


class Link(NamedTuple):
    """How a report belongs to a later one of the same block.

    `of` is the index, in the block's list of reports, of the object that this one led to (cause, context) or is a
    member of (exception groups).
    """

    of: int
    how: How


@dataclass(frozen=True, slots=True)
class ErrorReport:
    """One error as it was printed.

    `tool` says whose output it is (`python`, `pip`, `shell`, `pytest`, `pyright`, ...). `exception` is the type as
    printed (`json.decoder.JSONDecodeError`), None where the tool has no types. `message` is what stands after the
    type's name or the tool's own prefix, all lines joined by a line feed, notes not included. `code` is a checker's
    rule. `frames` go from the outermost to the innermost. `user_frame` is the frame to show the error on.
    """

    tool: str
    severity: Severity
    exception: str | None
    message: str
    span: Span
    frames: tuple[Frame, ...] = ()
    user_frame: Frame | None = None
    notes: tuple[str, ...] = ()
    code: str | None = None
    chain: Link | None = None
    python: str | None = None
    """The Python version that the output shows, as "3.11", where it does."""
    prefix: PrefixKind | None = None
    """Whose prefix was taken off the lines: a container runtime's, a CI service's, or a log's."""
    guessed: bool = False
    """The last words of a command that failed: nothing else says that they are its error."""
    summary: bool = False
    """Only says again that something failed, which the same output has shown above if it could be read: no diagnosis of
    its own below another error (`diagnosis.summaries`)."""
    folder: str | None = None
    """The folder that the output itself names as the one its paths start from (`Entering directory '/x'`)."""
    survived: bool = False
    """Nobody caught it, and the program went on: it ended a thread, a task, a child process. An exit status of 0 says
    nothing of it."""

    @property
    def errno(self) -> int | None:
        """The number printed as `[Errno N]`, or of the words alone that a system has for it, in another language too;
        else None."""
        found = _ERRNO.match(self.message)
        if found:
            return int(found[1])
        if self.exception in _SYSTEM_ERRORS and not _WINERROR.match(self.message):
            from tracemend.reading.system_words import number_of

            first = self.message.partition("\n")[0]
            number = number_of(_PATHS.sub("", first)) if len(first) <= _LONGEST else None
            if number is not None:
                return number
        if not self._may_be_localised:
            return None
        from tracemend.reading.shells.localised import errno_of

        return errno_of(self.message)

    @property
    def winerror(self) -> int | None:
        """The number printed as `[WinError N]`, or of the text that Windows prints in another language; else None."""
        found = _WINERROR.match(self.message)
        if found:
            return int(found[1])
        if not self._may_be_localised:
            return None
        from tracemend.reading.shells.localised import winerror_of

        return winerror_of(self.message)

    @property
    def plain_message(self) -> str:
        """The message without `[Errno N]` or `[WinError N]` in front, a system's or a shell's text in English: what
        patterns are held against."""
        return self.messages[0]

    @property
    def messages(self) -> tuple[str, ...]:
        """`plain_message`, and behind it the message as it was printed where that was in another language."""
        plain = _NUMBER.sub("", self.message, count=1)
        if plain is self.message and not self._may_be_localised:
            return (plain,)
        from tracemend.reading.shells.localised import in_english

        english = in_english(plain)
        return (plain,) if english == plain else (english, plain)

    @property
    def _may_be_localised(self) -> bool:
        """Whether the message may end with a text of the system's in another language than English."""
        return self.exception is None or not self.message.isascii()

    @property
    def first_line(self) -> str:
        """The first line of `plain_message`."""
        return self.plain_message.partition("\n")[0]

    def paths(self) -> tuple[str, ...]:
        """The file names that an OSError's message ends with (`: 'a'`, `: 'a' -> 'b'`), unescaped; at most two."""
        if self.errno is None and self.winerror is None:
            return ()
        found = _PATHS.search(self.first_line)
        if not found:
            return ()
        return tuple(_unquote(text) for text in (found[1], found[2]) if text)


def _is_system_error(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, OSError)


_SYSTEM_ERRORS = frozenset(
    ("WindowsError", "socket.error", *(name for name, kind in vars(builtins).items() if _is_system_error(kind)))
)
_LONGEST = 2_000
"""Characters of a line that may be a system's words and a path."""
_ERRNO = lazy.regex(r"\[Errno (-?\d{1,9})\](?! (?:_ssl\.c:\d{1,6}: )?error:[0-9A-F]{8}:)")
"""No number of the system is the 1 of an error of OpenSSL's, as Python 2 and 3.2 printed it."""
_WINERROR = lazy.regex(r"\[WinError (-?\d{1,12})\]")
_NUMBER = lazy.regex(r"^\[(?:Errno|WinError) -?\d{1,12}\] ?")
_QUOTED = r"""(?:b?'(?:[^'\\]|\\.)*'|b?"(?:[^"\\]|\\.)*")"""
_PATHS = lazy.regex(rf": ({_QUOTED})(?: -> ({_QUOTED}))?$")


def _unquote(literal: str) -> str:
    """A string or bytes literal as printed by repr() to its text; the literal itself where it is none."""
    import ast

    try:
        value = ast.literal_eval(literal)
    except (ValueError, SyntaxError):
        return literal
    return value.decode("utf-8", "surrogateescape") if isinstance(value, bytes) else str(value)


class Hints(NamedTuple):
    """What is known of an output besides its text."""

    command: str | None = None
    exit_code: int | None = None
    selected: bool = False


class Block(NamedTuple):
    """What a dialect read: reports in JSON order (a group after its members), and the index of the first line after it.

    Spans are 1-based in the list of lines that the dialect was given.
    """

    reports: tuple[ErrorReport, ...]
    end: int


class NeedMore:
    """Answer of a dialect: what begins here is not over yet, ask again when there are more lines."""


MORE = NeedMore()


class Dialect(Protocol):
    """One way of printing errors."""

    @property
    def name(self) -> str: ...

    def opens(self, line: str, hints: Hints) -> bool:
        """Whether a report may begin on this line: cheap, called for every line."""
        ...

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        """Read the report that begins at `lines[at]`.

        None: it is nothing after all. MORE (never when `final`): the lines end before it does.
        """
        ...

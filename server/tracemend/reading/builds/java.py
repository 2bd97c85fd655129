"""What Java's tools say: javac's errors, Maven's, and the exception that ended a program.

    A.java:1: error: incompatible types: String cannot be converted to int       javac, its source line and a caret
    [ERROR] /x/A.java:[1,20] incompatible types: ...                             the same behind Maven's level
    [ERROR] Failed to execute goal ... -> [Help 1]                               maven-embedder, DefaultExceptionHandler
    Exception in thread "main" java.lang.RuntimeException: x                     java.lang.ThreadGroup, printStackTrace

What Maven says of how to learn more, and an empty `[ERROR]`, is nothing of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.programs.complaint import complaint, is_shown
from tracemend.reading.report import MORE, Block, Frame, Hints, NeedMore
from tracemend.reading.surroundings import is_exception_name

_MOST_LINES = 300
_JAVAC = lazy.regex(r"(?P<path>(?:[A-Za-z]:)?[^\s:][^:]{0,400}\.java):(?P<line>\d{1,7}): error: (?P<message>\S.*)")
_NOT_INDENTED = lazy.regex(r"\s{2,4}\S")
_CARET = lazy.regex(r"\s{0,600}\^$")
_MAVEN = lazy.regex(r"\[(?:ERROR|FATAL)\] {0,8}(?P<message>\S.*)?$")
_MAVEN_PLACE = lazy.regex(
    r"(?P<path>(?:[A-Za-z]:)?[^\s:][^:]{0,400}\.(?:java|kt|scala)):\[(?P<line>\d{1,7}),(?P<column>\d{1,5})\] "
    r"(?:error: )?(?P<message>\S.*)"
)
_MAVEN_ADVICE = lazy.regex(
    r"To see the full stack trace of the errors|Re-run Maven |For more information about the errors|\[Help \d"
    r"|After correcting the problems|  mvn <|COMPILATION ERROR|-> \[Help|\d{1,5} errors?$"
)
_MAVEN_SUMMARY = lazy.regex(r".{0,600}: Compilation failure")
_UNCAUGHT = lazy.regex(
    r'Exception in thread "[^"\n]{1,200}" (?P<type>[a-z]\w*(?:\.\w{1,100}){1,12})(?:: (?P<message>.*))?$'
)
_AT = lazy.regex(
    r"\tat (?P<name>[\w.$<>/@-]{1,400})"
    r"\((?:(?P<path>[\w$-]{1,200}\.(?:java|kt|scala)):(?P<line>\d{1,7})|[^()]{1,200})\)"
)
_CAUSED = lazy.regex(r"Caused by: (?P<type>[a-z]\w*(?:\.[\w$]{1,100}){1,12})(?:: (?P<message>.*))?$")
_LIBRARY = ("java.", "javax.", "jdk.", "sun.", "com.sun.", "java.base/", "kotlin.", "scala.")


class _Java:
    """Reads one error of javac's or Maven's, or an uncaught exception."""

    name = "java"

    opens = staticmethod(openings.java)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if hints.exit_code == 0 or is_shown(line, hints):
            return None
        found = _JAVAC.match(line)
        if found:
            return _javac(lines, at, final, found)
        uncaught = _UNCAUGHT.match(line)
        if uncaught:
            return _uncaught(lines, at, final, uncaught)
        maven = _MAVEN.match(line)
        return _maven(lines, at, final, maven["message"]) if maven and maven["message"] else None


def _javac(lines: Sequence[str], at: int, final: bool, found: re.Match[str]) -> Block | NeedMore:
    """An error of javac's: further lines of the message are indented, then the source line and a caret under it."""
    text = [found["message"].rstrip()]
    source = None
    end = at + 1
    limit = min(len(lines), at + 12)
    while end < limit:
        if _CARET.match(lines[end]):
            source = lines[end - 1].strip() or None
            end += 1
            break
        end += 1
    else:
        if limit == len(lines) and not final:
            return MORE
        end = at + 1
    while source and end < limit and lines[end].startswith("  ") and _NOT_INDENTED.match(lines[end]):
        text.append(lines[end].strip())  # `  symbol:   variable x`
        end += 1
    if end == len(lines) and not final:
        return MORE
    frame = Frame(found["path"], int(found["line"]), source=source)
    return complaint("java", text, at, end, frames=(frame,))


def _maven(lines: Sequence[str], at: int, final: bool, message: str) -> Block | NeedMore | None:
    """A line at Maven's level ERROR with the lines of that level that go on with it, indented."""
    if _MAVEN_ADVICE.match(message):
        return Block((), at + 1)
    if is_exception_name(message.partition(": ")[0]):
        return None  # a record of a Python program's
    place = _MAVEN_PLACE.match(message)
    text = [(place["message"] if place else message).rstrip().removesuffix(" -> [Help 1]")]
    end = at + 1
    while end < min(len(lines), at + _MOST_LINES):
        more = _MAVEN.match(lines[end])
        if not more or not more["message"] or not lines[end].startswith(("[ERROR]   ", "[FATAL]   ")):
            break
        text.append(more["message"].rstrip())
        end += 1
    if end == len(lines) and not final:
        return MORE
    frame = Frame(place["path"], int(place["line"]), column=int(place["column"])) if place else None
    summary = not place and bool(_MAVEN_SUMMARY.match(message))  # javac's errors stand above it in newer versions
    return complaint("maven", text, at, end, frames=(frame,) if frame else (), summary=summary)


def _uncaught(lines: Sequence[str], at: int, final: bool, found: re.Match[str]) -> Block | NeedMore:
    """The exception that ended a thread, with its calls and causes; the last cause is what went wrong."""
    kind, text = found["type"], [found["message"] or ""]
    frames: list[Frame] = []
    own: Frame | None = None
    notes: list[str] = []
    end = at + 1
    while end < min(len(lines), at + _MOST_LINES):
        line = lines[end]
        call, cause = _AT.match(line), _CAUSED.match(line)
        if call:
            if call["path"]:
                frame = Frame(call["path"], int(call["line"]), name=call["name"])
                frames.insert(0, frame)
                own = own or (None if call["name"].startswith(_LIBRARY) else frame)
        elif cause:
            notes.append(f"{kind}: {text[0]}" if text[0] else kind)
            kind, text, frames, own = cause["type"], [cause["message"] or ""], [], None
        elif line.startswith("\t... ") or (line.startswith("\t") and not frames):
            pass
        elif not frames and line.strip() and end < at + 20 and line.startswith(" "):
            text.append(line.rstrip())
        else:
            break
        end += 1
    if end == len(lines) and not final:
        return MORE
    return complaint("java", text, at, end, notes=notes, exception=kind, frames=tuple(frames), user=own)


DIALECT = _Java()

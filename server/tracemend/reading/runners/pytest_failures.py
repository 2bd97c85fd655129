"""The exceptions of pytest's sections: lines of `E`, the places above or below them, and what led to what.

Source: `_pytest/_code/code.py` of pytest 7 to 9 (ReprEntry, ReprFileLocation, ExceptionChainRepr).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tracemend import lazy
from tracemend.reading.report import Block, ErrorReport, Frame, How, Link, Span
from tracemend.reading.surroundings import is_exception_name
from tracemend.reading.tracebacks.frames import user_frame

PLACE = lazy.regex(
    r"(?P<path>(?:[A-Za-z]:(?=[\\/]))?[^\s:][^:]{0,1000}):(?P<line>\d{1,9}):"
    r"(?: in (?P<name>.{1,400})| ?(?P<type>[A-Za-z_][\w.]{0,200})?)$"
)
LINE_STYLE = lazy.regex(
    r"(?P<path>(?:[A-Za-z]:(?=[\\/]))?[^\s:][^:]{0,1000}):(?P<line>\d{1,9}): (?P<what>\S.{0,4000})$"
)
"""A failure on one line, as --tb=line has it."""
SAID = lazy.regex(r"E {3,200}(?P<text>\S.*)?$|E$")
PROGRESS = lazy.regex(r"E {3,200}\[ {0,2}\d{1,3}%\]$")
"""How far a quiet run is, where its first test ended with an error: nothing that an exception says."""
COUNT_OF_PARTS = lazy.regex(r"contains \d{1,9} failed subtests?$")
"""What is said of a test whose parts have failed, each of them a failure of its own."""
LINKS: dict[str, How] = {
    "The above exception was the direct cause of the following exception:": "cause",
    "During handling of the above exception, another exception occurred:": "context",
}

_TYPED = lazy.regex(r"(?P<type>[A-Za-z_][\w.]{0,200})(?:: ?(?P<message>.*))?$", re.DOTALL)
_FILE = lazy.regex(r'File "(?P<path>[^"]{1,1000})", line (?P<line>\d{1,9})')
_CARETS = lazy.regex(r"\s{0,1000}[~^]{1,1000}\s{0,10}$")
_WRAPPERS = ("PytestUnraisableExceptionWarning", "PytestUnhandledThreadExceptionWarning")
_HEADER = "Traceback (most recent call last):"
"""Of the exception that pytest's own warning holds, where -W error made an exception of the warning."""
_WORKER = lazy.regex(r"\[gw\d{1,5}\] \S{1,40} -- Python (?P<version>\d\.\d{1,2})\S* ")
"""The line that pytest-xdist puts below a section's header."""


@dataclass
class Failure:
    """One exception of a section while it is read; `first` and `last` are indices of lines, `last` exclusive."""

    first: int
    last: int
    frames: list[Frame] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    how: How | None = None
    """How it led to the next one."""


def failures(lines: Sequence[str], start: int, end: int) -> list[Failure]:
    """The exceptions of the section `lines[start:end]`, in the order of the text."""
    found: list[Failure] = []
    now = Failure(start, start)
    marked: str | None = None  # the last line that `>` points to
    for index in range(start, end):
        line = lines[index]
        if SAID.match(line):
            add_said(now.said, line)
        elif line.startswith(">"):
            marked = line[1:].strip()
        elif line in LINKS:
            if now.said:
                now.how, now.last = LINKS[line], index
                found.append(now)
            now = Failure(index + 1, index + 1)
            marked = None
        else:
            place = PLACE.match(line)
            if place:
                below = lines[index + 1] if index + 1 < end else ""
                source = below.strip() if place["name"] and below.startswith("    ") else marked
                now.frames.append(
                    Frame(place["path"], int(place["line"]), place["name"], source if source != "???" else None)
                )
                marked = None
    if now.said:
        now.last = end
        found.append(now)
    return found


def add_said(said: list[str], line: str) -> None:
    """Add what a line of `E` says; further lines keep what they are indented by beyond three blanks."""
    text = line[1:].strip()
    said.append(text if not said or not text else line[1:].removeprefix("   ").rstrip())


def block(found: Sequence[Failure], at: int, end: int, python: str | None = None) -> Block:
    """A section's exceptions as reports, each linked to the one that it led to; the section begins at `at`."""
    reports: list[ErrorReport] = []
    for index, failure in enumerate(found):
        name, message, frame = exception(failure.said)
        frames = tuple(failure.frames) + ((frame,) if frame else ())
        first = at + 1 if index == 0 else failure.first + 1
        span = Span(first, max(failure.last, first))
        if name.endswith(_WRAPPERS) and not (index and found[index - 1].how):
            inner = _wrapped(failure.said)
            if inner:
                reports.append(report(*inner, span, chain=Link(len(reports) + 1, "cause"), python=python))
        chain = Link(len(reports) + 1, failure.how) if failure.how and index + 1 < len(found) else None
        reports.append(report(name, message, frames, span, shown=frame, chain=chain, python=python))
    return Block(tuple(reports), end)


def _wrapped(said: list[str]) -> tuple[str, str, tuple[Frame, ...]] | None:
    """Type, message and frames of the exception whose traceback stands in the text of pytest's warning of it."""
    header = next((index for index, text in enumerate(said) if text.strip() == _HEADER), None)
    if header is None:
        return None
    frames: list[Frame] = []
    for index in range(header + 1, len(said)):
        text = said[index].strip()
        place = _FILE.match(text)
        if place:
            name = text[place.end() :].removeprefix(", in ") or None
            source = said[index + 1].strip() if index + 1 < len(said) else None
            frames.append(Frame(place["path"], int(place["line"]), name, source))
            continue
        found = _TYPED.match(text)
        if found and frames and (is_exception_name(found["type"]) or found["type"].endswith("Warning")):
            return found["type"], found["message"] or "", tuple(frames)
    return None


def exception(said: list[str]) -> tuple[str, str, Frame | None]:
    """Type, message and, of a SyntaxError, the place, of the lines of `E`."""
    margin = min((len(text) - len(text.lstrip()) for text in said[1:] if text), default=0)
    said = [said[0], *(text[margin:] for text in said[1:])]
    place = _FILE.match(said[0])
    if place:
        last = _TYPED.match(said[-1].strip())
        carets = next((text for text in said[1:] if _CARETS.match(text)), None)
        source = said[1].strip() if len(said) > 1 else None
        column = None
        if carets is not None and source is not None:
            column = carets.index(next(iter(carets.strip()))) - (len(said[1]) - len(said[1].lstrip())) + 1
            column = column if column > 0 else None
        frame = Frame(place["path"], int(place["line"]), source=source, column=column)
        name, message = (last["type"], last["message"] or "") if last else ("SyntaxError", said[-1].strip())
        return name, message, frame
    name = typed(said[0])
    if name:
        return name, "\n".join([said[0][len(name) + 1 :].strip(), *said[1:]]).rstrip(), None
    return "AssertionError", "\n".join(said), None  # a rewritten assert has no type in front


def typed(text: str) -> str | None:
    """The exception's name that a text begins with."""
    found = _TYPED.match(text)
    if not found:
        return None
    name = found["type"]
    if is_exception_name(name) or (name.rpartition(".")[2][:1].isupper() and found["message"]):
        return name
    return None


def worker_python(lines: Sequence[str], start: int, end: int) -> str | None:
    """The Python version that pytest-xdist prints at the top of the section `lines[start:end]`, as "3.12"."""
    found = _WORKER.match(lines[start]) if start < end else None
    return found["version"] if found else None


def report(
    name: str | None,
    message: str,
    frames: tuple[Frame, ...],
    span: Span,
    notes: tuple[str, ...] = (),
    shown: Frame | None = None,
    chain: Link | None = None,
    python: str | None = None,
) -> ErrorReport:
    """A report of pytest's, on `shown` or else the innermost frame of the user's."""
    return ErrorReport(
        tool="pytest",
        severity="error",
        exception=name,
        message=message,
        span=span,
        frames=frames,
        user_frame=shown or user_frame(frames),
        notes=notes,
        chain=chain,
        python=python,
    )

"""What pytest prints of tests that fail and fixtures that are missing.

A failed test is a section below a header of underscores (`_pytest/_code/code.py`, ReprEntry; `terminal.py`):

    _________________ test_user _________________            (--tb=long)      (--tb=short)
        def test_user():                                                       test_a.py:4: in test_user
    >       return d["zz"]                                                         return d["zz"]
    E       KeyError: 'zz'                                                     E   KeyError: 'zz'

    test_a.py:4: KeyError

Lines of `E` are the exception; its places come below (long) or above (short). A section that holds an ordinary
traceback (--tb=native) is left to the reader of those.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tracemend.reading import openings
from tracemend.reading.frames import user_frame
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, Hints, How, Link, NeedMore, Span
from tracemend.reading.surroundings import is_exception_name

_SECTION_LINES = 3000
_FIXTURE_DEPTH = 20
_FIXTURE_LINES = 60
"""Lines of a block that begins at a fixture's place, without a header: decorators and the first line of functions."""

_HEADER = re.compile(r"_{3,400} (?P<title>\S.{0,400}?) _{1,400}$")
_RULE = re.compile(r"(?:={3,400}|!{3,400}) .{1,400} (?:={1,400}|!{1,400})$")
_CAPTURED = re.compile(r"-{3,400} Captured .{1,200} -{1,400}$")
_PLACE = re.compile(
    r"(?P<path>(?:[A-Za-z]:(?=[\\/]))?[^\s:][^:]{0,1000}):(?P<line>\d{1,9}):"
    r"(?: in (?P<name>.{1,400})| ?(?P<type>[A-Za-z_][\w.]{0,200})?)$"
)
_LINE_STYLE = re.compile(r"(?P<path>(?:[A-Za-z]:(?=[\\/]))?[^\s:][^:]{0,1000}):(?P<line>\d{1,9}): (?P<what>\S.*)$")
_FIXTURE_PLACE = re.compile(r"file (?P<path>\S.{0,1000}), line (?P<line>\d{1,9})$")
_E = re.compile(r"E {3,200}(?P<text>\S.*)?$|E$")
_TYPED = re.compile(r"(?P<type>[A-Za-z_][\w.]{0,200})(?:: ?(?P<message>.*))?$", re.DOTALL)
_FILE = re.compile(r'File "(?P<path>[^"]{1,1000})", line (?P<line>\d{1,9})')
_CARETS = re.compile(r"\s{0,1000}[~^]{1,1000}\s{0,10}$")
_LINKS: dict[str, How] = {
    "The above exception was the direct cause of the following exception:": "cause",
    "During handling of the above exception, another exception occurred:": "context",
}
_TRACEBACK = ("Traceback (most recent call last):", "  + Exception Group Traceback", "  | ExceptionGroup")
_USAGE = re.compile(r"ERROR: (?P<message>file or directory not found: .+|not found: .+|usage: .*)")
_USAGE_ERROR = re.compile(r"[^:]{1,400}: error: (?P<message>.+)")


@dataclass
class _Failure:
    """One exception of a section while it is read."""

    first: int
    last: int
    frames: list[Frame] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    how: How | None = None


class _Pytest:
    """Reads a failed test, a fixture that is missing, a module that cannot be collected, a wrong argument."""

    name = "pytest"

    opens = staticmethod(openings.pytest)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if line.startswith("__"):
            header = _HEADER.match(line)
            return _section(lines, at, at + 1, final, header["title"]) if header else None
        if line.startswith("file "):
            return _section(lines, at, at, final, "") if _FIXTURE_PLACE.match(line) else None
        if line.startswith("E "):
            return _without_header(lines, at, final, hints)
        return _usage(lines, at, final)


def _section(lines: Sequence[str], at: int, start: int, final: bool, title: str) -> Block | NeedMore | None:
    """The section whose header stands at `at` and whose text begins at `start`."""
    limit = min(len(lines), start + (_SECTION_LINES if start > at else _FIXTURE_LINES))
    end = start
    while end < limit and not _ends_section(lines[end]):
        if lines[end].startswith(_TRACEBACK):
            return None
        end += 1
    if end == len(lines) and not final:
        return MORE
    while end > start and not lines[end - 1].strip():
        end -= 1
    fixture = _fixture(lines, at, start, end)
    if fixture or start == at:
        return fixture
    failures = _failures(lines, start, end)
    if failures:
        return _reports(failures, at, end)
    return _plain(lines, at, start, end, title)


def _ends_section(line: str) -> bool:
    return line[:3] in ("___", "===", "!!!", "---") and bool(
        _HEADER.match(line) or _RULE.match(line) or _CAPTURED.match(line)
    )


def _fixture(lines: Sequence[str], at: int, start: int, end: int) -> Block | None:
    """`file F, line N`, the function, and `E` with what is wrong with a fixture; several places lead to the last."""
    frames: list[Frame] = []
    message: list[str] = []
    notes: list[str] = []
    last = start
    for index in range(start, end):
        line = lines[index]
        place = _FIXTURE_PLACE.match(line)
        said = _E.match(line)
        if place:
            frames.append(Frame(place["path"], int(place["line"])))
            if len(frames) > _FIXTURE_DEPTH:
                return None
        elif line.startswith(">"):
            notes.append(line[1:].strip())
            last = index
        elif said:
            message.append(said["text"] or "")
            last = index
        elif frames and frames[-1].source is None and line.lstrip().startswith(("def ", "async def ")):
            frames[-1] = replace(frames[-1], source=line.strip())
        elif message and line.strip():
            if line.rpartition(":")[2].isdigit():  # the place of the last one again
                last = index
            break
    if not frames or not message:
        return None
    return _block(None, "\n".join(message), tuple(frames), Span(at + 1, last + 1), tuple(notes))


def _failures(lines: Sequence[str], start: int, end: int) -> list[_Failure]:
    """The exceptions of a section, in the order of the text."""
    failures: list[_Failure] = []
    now = _Failure(start, start)
    marked: str | None = None  # the last line that `>` points to
    for index in range(start, end):
        line = lines[index]
        said = _E.match(line)
        if said:
            now.said.append((said["text"] or "") if line[4:5] in ("", " ") else line[4:])
            now.said[-1] = _keep_indent(line, now.said[-1], len(now.said) == 1)
        elif line.startswith(">"):
            marked = line[1:].strip()
        elif line in _LINKS:
            if now.said:
                now.how, now.last = _LINKS[line], index
                failures.append(now)
            now = _Failure(index + 1, index + 1)
            marked = None
        else:
            place = _PLACE.match(line)
            if place:
                below = lines[index + 1] if index + 1 < end else ""
                source = below.strip() if place["name"] and below.startswith("    ") else marked
                now.frames.append(
                    Frame(place["path"], int(place["line"]), place["name"], source if source != "???" else None)
                )
                marked = None
    if now.said:
        now.last = end
        failures.append(now)
    return failures


def _keep_indent(line: str, text: str, first: bool) -> str:
    """A line of `E` without its margin; further lines keep what they are indented by beyond three blanks."""
    return text if first or not text else line[1:].removeprefix("   ").rstrip()


def _reports(failures: list[_Failure], at: int, end: int) -> Block:
    """Reports of a section's exceptions, each linked to the one that it led to."""
    reports = []
    for index, failure in enumerate(failures):
        name, message, frame = _exception(failure.said)
        frames = tuple(failure.frames) + ((frame,) if frame else ())
        shown = frame or user_frame(frames)
        chain = Link(index + 1, failure.how) if failure.how and index + 1 < len(failures) else None
        first = at + 1 if index == 0 else failure.first + 1
        reports.append(_report(name, message, frames, shown, Span(first, max(failure.last, first)), chain=chain))
    return Block(tuple(reports), end)


def _exception(said: list[str]) -> tuple[str, str, Frame | None]:
    """Type, message and, of a SyntaxError, the place."""
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
        frame = Frame(place["path"], int(place["line"]), source=source, column=None if column is None else column)
        name, message = (last["type"], last["message"] or "") if last else ("SyntaxError", said[-1].strip())
        return name, message, frame
    typed = _TYPED.match(said[0])
    if typed and (
        is_exception_name(typed["type"]) or (typed["type"].rpartition(".")[2][:1].isupper() and typed["message"])
    ):
        return typed["type"], "\n".join([typed["message"] or "", *said[1:]]).rstrip(), None
    return "AssertionError", "\n".join(said), None  # a rewritten assert has no type in front


def _plain(lines: Sequence[str], at: int, start: int, end: int, title: str) -> Block | None:
    """A section without an exception: what pytest itself says of a module or of an unexpected pass."""
    said = [line.rstrip() for line in lines[start : min(end, start + 20)] if line.strip()]
    if not said or not (title.startswith("ERROR ") or said[0].startswith("[XPASS(strict)]")):
        return None
    path = title.removeprefix("ERROR collecting ") if title.startswith("ERROR collecting ") else None
    frames = (Frame(path),) if path else ()
    return _block(None, "\n".join(said), frames, Span(at + 1, end), ())


def _without_header(lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
    """Lines of `E` whose header is not there: --tb=line, or what is left of a cut text."""
    said: list[str] = []
    end = at
    while end < min(len(lines), at + 200) and (found := _E.match(lines[end])):
        said.append(_keep_indent(lines[end], found["text"] or "", not said))
        end += 1
    if not said:
        return None
    limit = min(len(lines), end + 24)
    place = None
    stop = end
    while stop < limit and not lines[stop].startswith("E   ") and not _ends_section(lines[stop]):
        place = _PLACE.match(lines[stop]) or _LINE_STYLE.match(lines[stop])
        if place:
            break
        stop += 1
    if stop == len(lines) and not final:
        return MORE
    name, message, frame = _exception(said)
    if place:
        said += [line.removeprefix("    ") for line in lines[end:stop] if line.strip()]
        name, message, frame = _exception(said)
        frames = (Frame(place["path"], int(place["line"])),) + ((frame,) if frame else ())
        return _block(name, message, frames, Span(at + 1, stop + 1), ())
    if hints.selected:
        return _block(name, message, (frame,) if frame else (), Span(at + 1, end), ())
    return Block((), end)  # without a place they are no report, and are not looked at again line by line


def _usage(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """`ERROR: ` lines about pytest's own arguments."""
    found = _USAGE.match(lines[at])
    if not found:
        return None
    if at + 1 >= len(lines) and not final:
        return MORE
    message = found["message"]
    following = lines[at + 1] if at + 1 < len(lines) else ""
    end = at + 1
    if message.startswith("usage: "):
        error = _USAGE_ERROR.match(following)
        if not error or "pytest" not in following:
            return None
        message, end = error["message"], at + 2
    elif following.startswith("(no "):
        message, end = message + "\n" + following, at + 2
    return _block(None, message, (), Span(at + 1, end), ())


def _report(
    name: str | None,
    message: str,
    frames: tuple[Frame, ...],
    shown: Frame | None,
    span: Span,
    notes: tuple[str, ...] = (),
    chain: Link | None = None,
) -> ErrorReport:
    return ErrorReport(
        tool="pytest",
        severity="error",
        exception=name,
        message=message,
        span=span,
        frames=frames,
        user_frame=shown,
        notes=notes,
        chain=chain,
    )


def _block(name: str | None, message: str, frames: tuple[Frame, ...], span: Span, notes: tuple[str, ...]) -> Block:
    return Block((_report(name, message, frames, user_frame(frames), span, notes),), span.end)


DIALECT = _Pytest()

"""What pytest prints of tests that fail, fixtures that are missing, modules that cannot be collected.

A failed test is a section below a header of underscores (`_pytest/_code/code.py`, ReprEntry; `terminal.py`):

    _________________ test_user _________________            (--tb=long)      (--tb=short)
        def test_user():                                                       test_a.py:4: in test_user
    >       return d["zz"]                                                         return d["zz"]
    E       KeyError: 'zz'                                                     E   KeyError: 'zz'

    test_a.py:4: KeyError

Lines of `E` are the exception; its places come below (long) or above (short). A section that holds an ordinary
traceback (--tb=native, groups) is left to the reader of those. pytest-sugar draws its headers with `―`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.report import MORE, Block, Frame, Hints, NeedMore, Span
from tracemend.reading.runners.doctest import read_section as read_doctest
from tracemend.reading.runners.pytest_failures import (
    COUNT_OF_PARTS,
    LINE_STYLE,
    LINKS,
    PLACE,
    PROGRESS,
    SAID,
    Failure,
    add_said,
    block,
    exception,
    failures,
    report,
    typed,
    worker_python,
)
from tracemend.reading.runners.pytest_fixtures import FIXTURE_PLACE, read_fixture
from tracemend.reading.runners.pytest_messages import read_message
from tracemend.reading.runners.pytest_summary import read_rule, read_summary

_SECTION_LINES = 10_000
_FIXTURE_LINES = 60
"""Lines of a block that begins at a fixture's place, without a header: decorators and the first line of functions."""
_CUT_LINES = 400
"""Lines of a block whose header is cut off."""
_PLAIN_LINES = 20
_FEW_LINES = 20

_HEADER = lazy.regex(r"(?P<left>_{1,400}|―{1,400}) (?P<title>\S.{0,1000}?) (?P<right>_{1,400}|―{1,400})$")
_RULE = lazy.regex(r"(?:={3,400}|!{3,400}) .{1,400} (?:={1,400}|!{1,400})$")
_CAPTURED = lazy.regex(r"-{3,400} Captured .{1,200} -{1,400}$")
_SUGAR_PROGRESS = lazy.regex(r" \S.{0,300} \d{1,3}% [█▏▎▍▌▋▊▉ ]{0,40}$")
_TRACEBACK = ("Traceback (most recent call last):", "  + Exception Group Traceback", "  | ExceptionGroup")
_TEST = lazy.regex(r"(?:[\w.]{0,200}\.)?[Tt]est\w{0,200}(?:\[.{0,400}\]|\.\w{1,200}| .{0,400})?|\S{1,300}\.py")
"""How pytest names a test in a header: `test_a`, `TestA.test_b[1-2]`, `test_c [odd] (n=3)`; a crashed one's file."""
_NODE = lazy.regex(r"while running '(?P<path>[^':]{1,400})::")


class _Pytest:
    """Reads a failed test, a fixture that is missing, a module that cannot be collected, a wrong argument."""

    name = "pytest"

    opens = staticmethod(openings.pytest)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if line[0] in "_―":
            title = header(line)
            return _section(lines, at, at + 1, final, title) if title else None
        if line[0] in "=!":
            return read_rule(lines, at, final, hints)
        if line.startswith(("FAILED ", "SUBFAIL")):
            return read_summary(lines, at, at, final, hints)
        if line.startswith("file "):
            return _section(lines, at, at, final, "") if FIXTURE_PLACE.match(line) else None
        if line.startswith("E "):
            return None if PROGRESS.match(line) else _without_header(lines, at, final, hints)
        place = PLACE.match(line)
        if place:
            return _places_first(lines, at, at, final) if place["name"] else None
        if line.startswith("ImportError while loading conftest "):
            return _places_first(lines, at, at + 1, final)
        return read_message(lines, at, final, hints)


def header(line: str) -> str | None:
    """The title of a section's header: a rule on both sides, the right one as long as the left or longer by one."""
    found = _HEADER.match(line)
    if not found or not 0 <= len(found["right"]) - len(found["left"]) <= 1:
        return None
    return found["title"] if any(sign.isalnum() for sign in found["title"]) else None


def _ends_section(line: str) -> bool:
    first = line[:1]
    if first in ("_", "―"):
        return header(line) is not None
    if first in ("=", "!", "-"):
        return bool(_RULE.match(line) or _CAPTURED.match(line))
    return first == " " and bool(_SUGAR_PROGRESS.match(line))


def _section(lines: Sequence[str], at: int, start: int, final: bool, title: str) -> Block | NeedMore | None:
    """The section whose header stands at `at` and whose text begins at `start`."""
    limit = min(len(lines), start + (_SECTION_LINES if start > at else _FIXTURE_LINES))
    end = start
    while end < limit and not _ends_section(lines[end]):
        end += 1
    if end == len(lines) and not final:
        return MORE
    while end > start and not lines[end - 1].strip():
        end -= 1
    fixture = read_fixture(lines, at, start, end)
    if fixture or start == at:
        return fixture
    if title.startswith("[doctest] "):
        return read_doctest(lines, at, start, end)
    found = failures(lines, start, end)
    if found:
        return block(found, at, end, worker_python(lines, start, end))
    if any(line.startswith(_TRACEBACK) for line in lines[start:end]):
        return None
    return _plain(lines, at, start, end, title)


def _plain(lines: Sequence[str], at: int, start: int, end: int, title: str) -> Block | None:
    """A section without an exception: what pytest itself says of a module, of an unexpected pass, of a lost worker."""
    python = worker_python(lines, start, end)
    said = [line.rstrip() for line in lines[start + bool(python) : min(end, start + _PLAIN_LINES)] if line.strip()]
    if not said or not (title.startswith("ERROR ") or _TEST.fullmatch(title)):
        return None
    if COUNT_OF_PARTS.match(said[0]):
        return Block((), end)
    node = _NODE.search(said[0])
    path = title.removeprefix("ERROR collecting ") if title.startswith("ERROR collecting ") else node and node["path"]
    frames = (Frame(path),) if path else ()
    notes = () if path else (title,)
    return Block((report(None, "\n".join(said), frames, Span(at + 1, end), notes, python=python),), end)


def _places_first(lines: Sequence[str], at: int, start: int, final: bool) -> Block | NeedMore | None:
    """Places in the short style without a header: below the error of a conftest, or what is left of a cut text."""
    end = start
    said = False
    while end < min(len(lines), start + _CUT_LINES):
        line = lines[end]
        if SAID.match(line):
            said = True
        elif said or not (line.startswith("    ") or PLACE.match(line)):
            break
        end += 1
    else:
        if end == len(lines) and not final:
            return MORE
    found = failures(lines, start, end) if said else []
    if not found and end - start > _FEW_LINES:
        return Block((), end)  # a long stack without an error is not looked at again line by line
    return block(found, at, end) if found else None


def _without_header(lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
    """Lines of `E` whose header is not there: --tb=line of pytest 9, or what is left of a cut text.

    --tb=line prints what was captured between the exception and its place.
    """
    found: list[Failure] = []
    now = Failure(at, at)
    end = at
    limit = min(len(lines), at + _CUT_LINES)
    place = None
    captured = False
    pending: list[str] = []
    while end < limit:
        line = lines[end]
        if SAID.match(line):
            if now.said and now.last < end:
                break  # another one's
            add_said(now.said, line)
            now.last = end + 1
        elif line in LINKS and not captured:
            now.how = LINKS[line]
            found.append(now)
            now, pending = Failure(end + 1, end + 1), []
        elif _CAPTURED.match(line):
            captured = True
        elif (now.said and (place := _place_of(now, line))) or (not captured and _ends_section(line)):
            break
        elif not captured and (pending or line.strip()):
            pending.append(line.removeprefix("    "))
        end += 1
    if end == len(lines) and not final:
        return MORE
    if not now.said:
        return None
    if place:
        now.frames.append(Frame(place["path"], int(place["line"])))
        now.said += pending
        now.last = end + 1
    elif not hints.selected and typed(now.said[0]) is None:
        return Block((), now.last)  # they are no report, and are not looked at again line by line
    return block([*found, now], at, now.last)


def _place_of(failure: Failure, line: str) -> re.Match[str] | None:
    """The place of a failure, if the line is it: the type's short name follows, in --tb=line the first line said."""
    found = LINE_STYLE.match(line)
    if found and found["what"] != failure.said[0]:
        name = exception(failure.said)[0]
        return found if found["what"] == name.rpartition(".")[2] else None
    return found


DIALECT = _Pytest()
